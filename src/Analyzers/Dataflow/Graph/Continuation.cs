using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Graph;

internal enum DestinationKind { Block, Return, ImplicitThrow, ExplicitThrow }

/// Where control is bound for while finally regions run on its way. <paramref name="Block"/> is the ordinal of the
/// target, or of the block that returns or throws. Together with a place it determines which finally regions remain,
/// so these need no naming.
internal readonly record struct Destination(DestinationKind Kind, int Block, bool IsConditional = false)
{
    public static readonly Destination ImplicitThrow = new(DestinationKind.ImplicitThrow, -1);

    public bool IsException => Kind is DestinationKind.ImplicitThrow or DestinationKind.ExplicitThrow;

    /// Whether control that has left everything inside this region has arrived.
    public bool IsWithin(ControlFlowRegion region) => Kind == DestinationKind.Block
        ? region.FirstBlockOrdinal <= Block && Block <= region.LastBlockOrdinal
        : region.Kind == ControlFlowRegionKind.Root;

    public override string ToString() => Kind switch
    {
        DestinationKind.Block => $"B{Block}",
        DestinationKind.Return => $"return(B{Block})",
        DestinationKind.ExplicitThrow => $"throw(B{Block})",
        _ => "throw",
    };
}

/// Filters run while the search for a handler is still going on, before the finally regions inside the `try` they belong to.
internal enum FilterPass
{
    /// Not a filter.
    None,

    /// Run by the search, with finally regions still to come.
    First,

    /// Entered again once those have run, to go on into the handler.
    Second,

    /// No finally lies between: the search and the entry coincide.
    Only,
}

/// Why a finally or filter region runs this time, and so how it goes on at its end. Regions nest, and so do these: the
/// parent belongs to the next finally region around. Interned, so equal ones are the same reference.
internal sealed class Continuation
{
    private Continuation(ControlFlowRegion region, Destination destination, FilterPass pass, Continuation? parent)
    {
        Region = region;
        Destination = destination;
        Pass = pass;
        Parent = parent;
    }

    public ControlFlowRegion Region { get; }

    /// Meaningless for filters: what a filter rejects has its own way outward from where it was thrown.
    public Destination Destination { get; }

    public FilterPass Pass { get; }

    public Continuation? Parent { get; }

    public override string ToString() => (Pass == FilterPass.None ? $"[{Destination}]" : $"[{Pass}]") + Parent;

    internal sealed class Table
    {
        private readonly Dictionary<(int, Destination, FilterPass, Continuation?), Continuation> _interned = new();

        public Continuation Finally(ControlFlowRegion region, Destination destination, Continuation? parent) =>
            Intern(region, destination, FilterPass.None, parent);

        public Continuation Filter(ControlFlowRegion region, FilterPass pass, Continuation? parent) =>
            Intern(region, default, pass, parent);

        // The first block names the region: no two finally or filter regions begin with the same one.
        private Continuation Intern(ControlFlowRegion region, Destination destination, FilterPass pass, Continuation? parent)
        {
            var key = (region.FirstBlockOrdinal, destination, pass, parent);
            if (!_interned.TryGetValue(key, out var continuation))
                _interned.Add(key, continuation = new Continuation(region, destination, pass, parent));
            return continuation;
        }
    }
}

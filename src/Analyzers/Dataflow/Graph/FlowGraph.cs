using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Graph;

/// A control-flow graph without regions: what Roslyn says by nesting (a finally runs on the way out, an exception goes
/// to the handlers around it) is said by nodes and edges, so that whoever walks it needs to know nothing else. Every
/// exit from a try has its own copy of the finally and is therefore never confused with another. The price is size: a
/// finally within a finally doubles with each level, hence the cap.
internal sealed class FlowGraph
{
    /// Generated bodies of some ten thousand blocks pass; a dozen finally regions within each other do not.
    public const int MaxNodes = 25_000;

    private readonly ImmutableArray<ImmutableArray<FlowNode>> _copies;

    internal FlowGraph(ControlFlowGraph cfg, FlowNode entry, ImmutableArray<FlowNode> nodes, ImmutableArray<ProtectedEntry> tries)
    {
        Cfg = cfg;
        Entry = entry;
        Nodes = nodes;
        ProtectedEntries = tries;
        var copies = new ImmutableArray<FlowNode>.Builder?[cfg.Blocks.Length];
        foreach (var node in nodes)
            if (node.Kind == FlowNodeKind.Block)
                (copies[node.Block!.Ordinal] ??= ImmutableArray.CreateBuilder<FlowNode>()).Add(node);
        HasLoops = nodes.Any(node => node.Successors.Any(edge => edge.Target.Ordinal <= node.Ordinal) || node.ImplicitHandlers.Concat(node.ExplicitHandlers).Any(handler => handler.Ordinal <= node.Ordinal));
        _copies = copies.Select(list => list?.ToImmutable() ?? ImmutableArray<FlowNode>.Empty).ToImmutableArray();
    }

    public ControlFlowGraph Cfg { get; }

    public FlowNode Entry { get; }

    /// In reverse post-order. Only what some path reaches, exceptions included, has a node.
    public ImmutableArray<FlowNode> Nodes { get; }

    /// Some path leads back to where it was.
    public bool HasLoops { get; }

    /// The entries of protected regions with their handlers, inner ones first.
    internal ImmutableArray<ProtectedEntry> ProtectedEntries { get; }

    /// The nodes of a block, none if it is unreachable.
    public ImmutableArray<FlowNode> Copies(BasicBlock block) => _copies[block.Ordinal];

    /// Null when the graph would have more nodes than that: such a body is not analysed.
    public static FlowGraph? TryBuild(ControlFlowGraph cfg, int maxNodes = MaxNodes) => new FlowGraphBuilder(cfg, maxNodes).Build();
}

/// A way into a `try` and where an exception from just there goes, as far as its own handlers and finally.
internal sealed record ProtectedEntry(ControlFlowRegion Try, FlowNode Entry, ImmutableArray<FlowNode> Handlers);

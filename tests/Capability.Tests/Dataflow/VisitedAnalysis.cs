using System;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Graph;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Tests.Dataflow;

/// The calls that some path to here has made.
internal sealed record Visited(ImmutableSortedSet<string> Calls)
{
    public static readonly Visited None = new(ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal));

    public override string ToString() => string.Concat(Calls);
}

/// Collects calls. Only the calls in <paramref name="throwing"/> throw, without having had an effect; <paramref name="ending"/> does not return.
internal sealed class VisitedAnalysis(FlowGraph graph, string throwing = "", string ending = "") : IFlowAnalysis<Visited>
{
    public Visited Join(Visited left, Visited right) => right.Calls.IsSubsetOf(left.Calls) ? left : new(left.Calls.Union(right.Calls));

    public bool Same(Visited left, Visited right) => left.Calls.SetEquals(right.Calls);

    public int Weight(Visited state) => 1 + state.Calls.Count;

    public (Visited? Normal, Visited? Thrown) Block(FlowNode node, Visited entry)
    {
        Xunit.Assert.Same(node, graph.Nodes[node.Ordinal]);
        Visited? thrown = null;
        foreach (var call in Body.Operations(node.Block!).OfType<IInvocationOperation>().Select(call => call.TargetMethod.Name))
        {
            if (throwing.Contains(call))
                thrown = thrown is null ? entry : Join(thrown, entry);
            if (ending.Contains(call))
                return (null, thrown);
            entry = new(entry.Calls.Add(call));
        }

        return (entry, thrown);
    }

    /// Outcomes of conditions are remembered; nothing is infeasible.
    public Visited Edge(FlowNode node, FlowEdge edge, Visited state) => edge.Kind switch
    {
        FlowEdgeKind.WhenTrue => new(state.Calls.Add("+")),
        FlowEdgeKind.WhenFalse => new(state.Calls.Add("-")),
        _ => state,
    };

    public Visited ExplicitThrow(FlowNode node, Visited state) => new(state.Calls.Add("!"));
}

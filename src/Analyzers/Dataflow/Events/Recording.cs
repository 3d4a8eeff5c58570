using System.Collections.Generic;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Graph;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// Solves and watches in one go. Where no path returns, a node is mostly visited once, with all that will ever be known
/// there, so what is seen then is what a replay would see. As soon as one is visited again, that is not so any more.
/// <param name="silent">The same transfer as <paramref name="watched"/>, without the observer.</param>
/// <param name="watched">Tells <paramref name="recorder"/>.</param>
internal sealed class Recording(BodyTransfer silent, BodyTransfer watched, Recorder recorder) : IFlowAnalysis<Worlds>
{
    public Worlds Join(Worlds left, Worlds right) => silent.Join(left, right);

    public bool Same(Worlds left, Worlds right) => silent.Same(left, right);

    public int Weight(Worlds state) => silent.Weight(state);

    public (Worlds? Normal, Worlds? Thrown) Block(FlowNode node, Worlds entry) =>
        node.IsReplayed && recorder.Begin(node) ? watched.Block(node, entry) : silent.Block(node, entry);

    public Worlds? Edge(FlowNode node, FlowEdge edge, Worlds state) => silent.Edge(node, edge, state);

    public Worlds? ExplicitThrow(FlowNode node, Worlds state) => silent.ExplicitThrow(node, state);
}

/// What was seen in each node, until it is told in the order of the nodes.
internal sealed class Recorder : IFactObserver
{
    private readonly Dictionary<FlowNode, List<(Observation? Seen, IMethodSymbol? Function, World? World)>> _byNode = new();
    private List<(Observation? Seen, IMethodSymbol? Function, World? World)> _current = new();

    /// Every node was visited once at most.
    public bool IsComplete { get; private set; } = true;

    /// False when there is nothing to be recorded any more.
    public bool Begin(FlowNode node)
    {
        IsComplete &= !_byNode.ContainsKey(node);
        if (IsComplete)
            _byNode.Add(node, _current = new());
        return IsComplete;
    }

    public void See(Observation observation) => _current.Add((observation, null, null));

    public void Enters(IMethodSymbol function, World world) => _current.Add((null, function, world));

    public void Tell(FlowNode node, IFactObserver observer)
    {
        if (!_byNode.TryGetValue(node, out var all))
            return;
        foreach (var (seen, function, world) in all)
        {
            if (seen is not null)
                observer.See(seen);
            else
                observer.Enters(function!, world!);
        }
    }
}

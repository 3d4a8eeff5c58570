using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Capability.Analyzers.Dataflow.Graph;

/// What holds on entry to each node, over all paths that reach it.
internal sealed class Solution<T> where T : class
{
    private readonly T?[] _entries;

    internal Solution(T?[] entries) => _entries = entries;

    /// Null: no path reaches it.
    public T? Entry(FlowNode node) => _entries[node.Ordinal];
}

/// The textbook forward solver. What holds at a node only grows, by joining what comes in, until nothing changes; nodes
/// are taken in reverse post-order, so the answer depends on the graph alone.
/// A handler that no exception reaches, as the client sees exceptions, is code all the same: it is entered with what held
/// at the entry of its `try`, so that every block that the language can reach is looked at.
internal static class Solver
{
    /// A fact climbs a short ladder in a loop. Only a body of hundreds of facts that feed each other gets here, or an
    /// analysis whose join does not end.
    public const int MaxVisitsPerNode = 500;

    /// So often what comes into a node replaces what came the same way before; from then on it is only added to, so that
    /// names that chase each other come to rest.
    public const int MaxFreshVisits = 16;

    /// Null when a node was visited more often than that, or the body costs more than it may: it is not analysed.
    public static Solution<T>? Solve<T>(
        FlowGraph graph, T entry, IFlowAnalysis<T> analysis, CancellationToken cancellationToken, int maxVisitsPerNode = MaxVisitsPerNode, Effort? effort = null)
        where T : class
    {
        var run = new Run<T>(graph, analysis, maxVisitsPerNode, effort ?? new Effort());
        run.Enter(graph.Entry, entry, -1);
        var settled = run.Settle(cancellationToken);
        while (settled && run.EnterUnreachedHandler())
            settled = run.Settle(cancellationToken);
        if (!settled)
            return null;
        run.JoinExits();
        return new Solution<T>(run.Entries);
    }

    private sealed class Run<T>(FlowGraph graph, IFlowAnalysis<T> analysis, int maxVisits, Effort effort) where T : class
    {
        private const int WaysPerNode = 5;

        private readonly SortedDictionary<int, T>?[] _ways = new SortedDictionary<int, T>?[graph.Nodes.Length];
        private readonly int[] _visits = new int[graph.Nodes.Length];

        /// What came in by ways after all that are joined already; null when the join must begin anew.
        private readonly List<T>?[] _added = new List<T>?[graph.Nodes.Length];
        private readonly int[] _lastWay = new int[graph.Nodes.Length];
        private readonly SortedSet<int> _pending = new();
        private readonly List<Handler> _handlers = graph.ProtectedEntries
            .SelectMany(entry => entry.Handlers.Select(handler => new Way<T>(entry.Entry, handler)))
            .GroupBy(way => way.Handler.Block!)
            .Select(ways => new Handler(ways.ToList(), graph.Copies(ways.Key)))
            .ToList();
        private readonly List<Way<T>> _seeds = new();

        public T?[] Entries { get; } = new T?[graph.Nodes.Length];

        /// What one way into a node brings, replacing what it brought before: the better its source is known to be, the less
        /// of what was only believed on the first round is left. The ways are joined when the node's turn comes, not one
        /// by one: a handler has as many of them as its `try` has places that throw.
        public void Enter(FlowNode node, T? state, int way)
        {
            var ways = _ways[node.Ordinal] ??= new SortedDictionary<int, T>();
            if (state is null)
            {
                if (!ways.Remove(way))
                    return;
                _added[node.Ordinal] = null;
                if (ways.Count == 0)
                    return;
            }
            else
            {
                if (ways.TryGetValue(way, out var before) && (ReferenceEquals(before, state) || analysis.Same(before, state)))
                    return;
                ways[way] = state;
                if (before is null && ways.Count > 1 && way > _lastWay[node.Ordinal])
                    _added[node.Ordinal]?.Add(state);
                else
                    _added[node.Ordinal] = null;
                _lastWay[node.Ordinal] = ways.Count == 1 ? way : System.Math.Max(way, _lastWay[node.Ordinal]);
            }

            if (node.Kind == FlowNodeKind.Block)
                _pending.Add(node.Ordinal);
        }

        public bool Settle(CancellationToken cancellationToken)
        {
            while (_pending.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var node = graph.Nodes[_pending.Min];
                _pending.Remove(node.Ordinal);
                if (!IsChanged(node))
                    continue;
                var state = Entries[node.Ordinal]!;
                if (++_visits[node.Ordinal] > maxVisits || !effort.Spend((long)analysis.Weight(state) * (node.Block!.Operations.Length + 2)))
                    return false;
                Visit(node, state);
            }

            return true;
        }

        /// From an exit nothing leads on, so what comes in is joined once.
        public void JoinExits()
        {
            foreach (var node in graph.Nodes)
            {
                if (node.Kind != FlowNodeKind.Block)
                    IsChanged(node);
            }
        }

        /// Joins the ways, in their order; false when that says nothing new. The head of a wide loop gets its ways one by one,
        /// so that only what was added is joined to what is known.
        private bool IsChanged(FlowNode node)
        {
            if (_ways[node.Ordinal] is not { Count: > 0 } ways)
                return false;
            ref var known = ref Entries[node.Ordinal];
            var joined = known is not null && _added[node.Ordinal] is { } added ? added.Aggregate(known, analysis.Join) : ways.Values.Aggregate(analysis.Join);
            effort.Spend((long)analysis.Weight(joined) * ((_added[node.Ordinal] ?? (ICollection<T>)ways.Values).Count));
            _added[node.Ordinal] = new List<T>();
            if (known is not null && _visits[node.Ordinal] > MaxFreshVisits)
                joined = analysis.Join(known, joined);
            if (known is not null && (ReferenceEquals(joined, known) || analysis.Same(joined, known)))
                return false;
            known = joined;
            return true;
        }

        private void Visit(FlowNode node, T state)
        {
            var (normal, thrown) = analysis.Block(node, state);
            // Three kinds of ways lead from one node to another: its exceptions, its two branches, its `throw`.
            var way = node.Ordinal * WaysPerNode;
            foreach (var handler in node.ImplicitHandlers)
                Enter(handler, thrown, way);
            foreach (var edge in node.Successors)
                Enter(edge.Target, normal is null ? null : analysis.Edge(node, edge, normal), way + 1 + (int)edge.Kind);
            if (normal is null)
                return;
            foreach (var handler in node.ExplicitHandlers)
            {
                var leaving = node.ThrowsWhen == FlowEdgeKind.Always ? normal : analysis.Edge(node, new FlowEdge(handler, node.ThrowsWhen), normal);
                if (leaving is not null)
                    Enter(handler, analysis.ExplicitThrow(node, leaving), way + 4);
            }
        }

        /// One at a time and inner ones first: an inner handler that is entered so may reach the outer one by itself.
        /// What held at the entry of a `try` may have grown since its handler was entered.
        public bool EnterUnreachedHandler()
        {
            foreach (var seed in _seeds)
                Follow(seed);
            if (_pending.Count > 0)
                return true;

            foreach (var handler in _handlers)
            {
                if (handler.IsSettled)
                    continue;
                handler.IsSettled = handler.Copies.Any(copy => copy.IsReplayed && IsReached(copy))
                    && handler.Copies.Any(copy => copy.IsFlowing && IsReached(copy));
                if (handler.IsSettled || !handler.Ways.Any(way => IsReached(way.Try)))
                    continue;
                handler.IsSettled = true;
                _seeds.AddRange(handler.Ways);
                handler.Ways.ForEach(Follow);
                if (_pending.Count > 0)
                    return true;
            }

            return false;
        }

        private void Follow(Way<T> way)
        {
            var state = Entries[way.Try.Ordinal];
            if (ReferenceEquals(state, way.Followed))
                return;
            way.Followed = state;
            Enter(way.Handler, state, -2 - way.Try.Ordinal);
        }

        private bool IsReached(FlowNode node) => Entries[node.Ordinal] is not null;

        private sealed class Handler(List<Way<T>> ways, IReadOnlyList<FlowNode> copies)
        {
            public List<Way<T>> Ways { get; } = ways;

            public IReadOnlyList<FlowNode> Copies { get; } = copies;

            /// Reached by itself, or entered once.
            public bool IsSettled { get; set; }
        }
    }

    /// From one entry of a `try` to the handler that an exception there would reach.
    private sealed class Way<T>(FlowNode @try, FlowNode handler) where T : class
    {
        public FlowNode Try { get; } = @try;

        public FlowNode Handler { get; } = handler;

        /// With this state it was last followed.
        public T? Followed { get; set; }
    }
}

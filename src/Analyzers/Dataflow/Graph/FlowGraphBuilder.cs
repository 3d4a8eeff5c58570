using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Graph;

/// Unrolls one control-flow graph. A node is a block with a continuation; each is made when an edge first leads to it
/// and connected once, so the work is proportional to the edges, and nothing recurses. Regions and branches of kinds
/// that this version does not know are walked through, or lead nowhere.
internal sealed class FlowGraphBuilder
{
    private readonly ControlFlowGraph _cfg;
    private readonly int _maxNodes;
    private readonly Exits _exits;
    private readonly Continuation.Table _continuations = new();
    private readonly Dictionary<(int, Continuation?), FlowNode> _blocks = new();
    private readonly Dictionary<(ControlFlowRegion, Continuation?), ImmutableArray<FlowNode>> _implicitHandlers = new();
    private readonly List<FlowNode> _created = new();
    private readonly List<ProtectedEntry> _tries = new();
    private readonly ILookup<int, ControlFlowRegion> _tryRegions;
    private readonly bool _hasFilters;

    public FlowGraphBuilder(ControlFlowGraph cfg, int maxNodes)
    {
        _cfg = cfg;
        _maxNodes = maxNodes;
        _exits = new Exits(cfg, _created);
        var regions = Regions(cfg.Root);
        _hasFilters = regions.Any(region => region.Kind == ControlFlowRegionKind.Filter);
        _tryRegions = regions.Where(region => region.Kind == ControlFlowRegionKind.Try).ToLookup(region => region.FirstBlockOrdinal);
    }

    public FlowGraph? Build()
    {
        var entry = Node(_cfg.Blocks[0].Ordinal, null);
        for (var i = 0; i < _created.Count; i++)
        {
            if (_created.Count > _maxNodes)
                return null;
            if (_created[i].Kind == FlowNodeKind.Block)
                Connect(_created[i]);
        }

        var nodes = ReversePostOrder.Number(entry, _created);
        // The smaller region is the inner one, and those of one size are beside each other or copies.
        var tries = _tries.OrderBy(entry => entry.Try.LastBlockOrdinal - entry.Try.FirstBlockOrdinal)
            .ThenBy(entry => entry.Entry.Ordinal).ToImmutableArray();
        return new FlowGraph(_cfg, entry, nodes, tries);
    }

    private void Connect(FlowNode node)
    {
        var block = node.Block!;
        var continuation = node.Continuation;
        var edges = ImmutableArray.CreateBuilder<FlowEdge>();
        AddEdges(node, block.ConditionalSuccessor, edges);
        AddEdges(node, block.FallThroughSuccessor, edges);
        node.Successors = edges.ToImmutable();

        var key = (block.EnclosingRegion, continuation);
        if (!_implicitHandlers.TryGetValue(key, out var handlers))
            _implicitHandlers.Add(key, handlers = Handlers(block.EnclosingRegion, continuation, Destination.ImplicitThrow, null, inFlight: false));
        node.ImplicitHandlers = handlers;

        foreach (var region in _tryRegions[block.Ordinal])
        {
            var around = region.EnclosingRegion!;
            var own = Handlers(region, continuation, Destination.ImplicitThrow, null, inFlight: false)
                .RemoveAll(handler => handler.Block is not { } first || first.Ordinal < around.FirstBlockOrdinal || first.Ordinal > around.LastBlockOrdinal);
            _tries.Add(new ProtectedEntry(region, node, own));
        }
    }

    private void AddEdges(FlowNode node, ControlFlowBranch? branch, ImmutableArray<FlowEdge>.Builder edges)
    {
        var block = node.Block!;
        if (branch is null || KindOf(block, branch) is not { } kind)
            return;
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return when branch.Destination is { } target:
                var destination = target.Kind == BasicBlockKind.Exit
                    ? new Destination(DestinationKind.Return, block.Ordinal, branch.IsConditionalSuccessor)
                    : new Destination(DestinationKind.Block, target.Ordinal);
                if (Toward(destination, block.EnclosingRegion, node.Continuation) is { } next)
                    edges.Add(new FlowEdge(next, kind));
                break;

            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                // Both branches of a condition can rethrow; they throw the same exception.
                node.ThrowsWhen = node.ExplicitHandlers.IsEmpty ? kind : FlowEdgeKind.Always;
                node.ExplicitHandlers = Handlers(block.EnclosingRegion, node.Continuation,
                    new Destination(DestinationKind.ExplicitThrow, block.Ordinal), ThrownType.Of(block, branch), inFlight: false);
                break;

            // The end of a finally. The end of a filter that said no has no continuation: the exception it was asked
            // about goes on outward from where it was thrown.
            case ControlFlowBranchSemantics.StructuredExceptionHandling when node.Continuation is { Pass: FilterPass.None } finished:
                var around = finished.Region.EnclosingRegion!;
                if (finished.Destination.IsException)
                    edges.AddRange(Handlers(around, finished.Parent, finished.Destination, ThrownBy(finished.Destination), inFlight: true)
                        .Select(handler => new FlowEdge(handler, kind)));
                else if (Toward(finished.Destination, around, finished.Parent) is { } after)
                    edges.Add(new FlowEdge(after, kind));
                break;
        }
    }

    /// Null: never taken, because the condition is a constant.
    private static FlowEdgeKind? KindOf(BasicBlock block, ControlFlowBranch branch)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None)
            return FlowEdgeKind.Always;
        var when = (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == branch.IsConditionalSuccessor;
        return block.BranchValue?.ConstantValue is { HasValue: true, Value: bool constant } && constant != when ? null
            : when ? FlowEdgeKind.WhenTrue : FlowEdgeKind.WhenFalse;
    }

    private ITypeSymbol? ThrownBy(Destination destination)
    {
        if (destination.Kind != DestinationKind.ExplicitThrow)
            return null;
        var block = _cfg.Blocks[destination.Block];
        var branch = block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow } thrown
            ? thrown : block.ConditionalSuccessor;
        return branch is null ? null : ThrownType.Of(block, branch);
    }

    /// The next node on the way of a jump or return: the finally of the nearest `try` that it leaves, else its end.
    private FlowNode? Toward(Destination destination, ControlFlowRegion from, Continuation? continuation)
    {
        var region = from;
        for (; !destination.IsWithin(region) && region.EnclosingRegion is { } around; region = around)
        {
            if (continuation?.Region == region)
            {
                if (continuation.Pass == FilterPass.First)
                    return null;
                continuation = continuation.Parent;
            }

            if (FinallyOf(region) is { } @finally)
                return Node(@finally.FirstBlockOrdinal, _continuations.Finally(@finally, destination, continuation));
        }

        return destination.Kind == DestinationKind.Return ? _exits.Normal(destination) : Node(destination.Block, continuation);
    }

    /// Where an exception goes that is thrown in this region, or (in flight) that has just run the finally in it.
    /// The search asks all filters before the first finally runs; after that, they are entered again.
    private ImmutableArray<FlowNode> Handlers(
        ControlFlowRegion from, Continuation? continuation, Destination thrown, ITypeSymbol? type, bool inFlight)
    {
        var handlers = ImmutableArray.CreateBuilder<FlowNode>();
        var finallyAhead = false;
        var region = from;
        for (; region.EnclosingRegion is { } around; region = around)
        {
            // What a filter throws, the runtime takes for a no.
            if (region.Kind == ControlFlowRegionKind.Filter)
                return handlers.ToImmutable();
            if (continuation?.Region == region)
                continuation = continuation.Parent;

            if (region.Kind == ControlFlowRegionKind.Try && around.Kind == ControlFlowRegionKind.TryAndCatch)
            {
                foreach (var handler in around.NestedRegions)
                {
                    if (handler.Kind is not (ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler))
                        continue;
                    var match = ThrownType.Matches(type, handler);
                    if (match == HandlerMatch.Never)
                        continue;
                    if (handler.Kind == ControlFlowRegionKind.FilterAndHandler)
                    {
                        var pass = finallyAhead ? FilterPass.First : inFlight ? FilterPass.Second : FilterPass.Only;
                        if (handler.NestedRegions.FirstOrDefault(part => part.Kind == ControlFlowRegionKind.Filter) is { } filter)
                            handlers.Add(Node(filter.FirstBlockOrdinal, _continuations.Filter(filter, pass, continuation)));
                    }
                    else if (!finallyAhead)
                    {
                        handlers.Add(Node(handler.FirstBlockOrdinal, continuation));
                    }

                    if (match == HandlerMatch.Always)
                        return handlers.ToImmutable();
                }
            }
            else if (FinallyOf(region) is { } @finally && !finallyAhead)
            {
                handlers.Add(Node(@finally.FirstBlockOrdinal, _continuations.Finally(@finally, thrown, continuation)));
                if (inFlight || !_hasFilters)
                    return handlers.ToImmutable();
                finallyAhead = true;
            }
        }

        if (!finallyAhead)
            handlers.Add(thrown.Kind == DestinationKind.ExplicitThrow ? _exits.ExplicitThrow(thrown) : _exits.ImplicitThrow());
        return handlers.ToImmutable();
    }

    private static ControlFlowRegion? FinallyOf(ControlFlowRegion region) =>
        region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndFinally } around }
            ? around.NestedRegions.FirstOrDefault(part => part.Kind == ControlFlowRegionKind.Finally)
            : null;

    private FlowNode Node(int block, Continuation? continuation)
    {
        if (!_blocks.TryGetValue((block, continuation), out var node))
        {
            _blocks.Add((block, continuation), node = new FlowNode(FlowNodeKind.Block, _cfg.Blocks[block], null, continuation));
            _created.Add(node);
        }

        return node;
    }

    private static List<ControlFlowRegion> Regions(ControlFlowRegion root)
    {
        var regions = new List<ControlFlowRegion> { root };
        for (var i = 0; i < regions.Count; i++)
            regions.AddRange(regions[i].NestedRegions);
        return regions;
    }
}

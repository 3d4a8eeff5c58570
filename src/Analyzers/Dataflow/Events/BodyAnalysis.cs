using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Graph;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// One member from its graph to its events: solve, then replay the solution once with an observer, then the same for
/// each lambda and local function with what their callers know. A body past a cap yields nothing at all.
internal sealed class BodyAnalysis
{
    /// Local functions that call each other settle in a few rounds; past this many they are left as they are.
    private const int MaxRounds = 12;

    private readonly FactServices _services;
    private readonly CounterpartSearch _counterparts;
    private readonly DeclaredOrder _order;
    private readonly LockingStore _locking;
    private readonly SharedWrites _writes;

    public BodyAnalysis(FactServices services, CounterpartSearch counterparts, DeclaredOrder order, LockingStore locking)
    {
        _locking = locking;
        _order = order;
        _services = services;
        _counterparts = counterparts;
        _writes = new SharedWrites(this, services.Paths);
    }

    public ImmutableArray<FlowEvent> Analyze(ISymbol member, IOperation root, ControlFlowGraph cfg, CancellationToken token)
    {
        if (Solve(member, root, cfg, token) is not { } run)
            return ImmutableArray<FlowEvent>.Empty;
        _locking.Add(LockingOfBody.Of(run.Body, run.Inliner, run.Seen));
        var events = new EventMerger(run.Body, _counterparts, _order, run.Unjudged).Merge(run.Seen).AddRange(Accesses(run, token));
        return events.OrderBy(e => e.Location.SourceSpan.Start).ThenBy(e => e.GetType().Name, System.StringComparer.Ordinal).ToImmutableArray();
    }

    /// Only the accesses of lock-free state: what a rule about another body asks.
    public IEnumerable<StateAccessEvent> AccessesOf(ISymbol member, IOperation root, ControlFlowGraph cfg, CancellationToken token) =>
        Solve(member, root, cfg, token) is { } run ? Accesses(run, token).OfType<StateAccessEvent>() : Enumerable.Empty<StateAccessEvent>();

    /// What the body does with state and members when its callers hold some locks; null past a cap.
    public BodyUses? UsesOf(ISymbol member, IOperation root, ControlFlowGraph cfg, ImmutableArray<LentLock> lent, CancellationToken token) =>
        Solve(member, root, cfg, token, lent) is { } run ? UsesOfBody.Of(run.Body, run.Seen) : null;

    private Run? Solve(ISymbol member, IOperation root, ControlFlowGraph cfg, CancellationToken token, ImmutableArray<LentLock> lent = default)
    {
        var body = new BodyContext(_services, member, root) { Lent = lent.IsDefault ? ImmutableArray<LentLock>.Empty : lent };
        var run = new Run(body, new FunctionInliner(body, cfg, token), new ObservationCollector(), token);
        return run.Member(cfg) && run.Functions() ? run : null;
    }

    private IEnumerable<FlowEvent> Accesses(Run run, CancellationToken token) => new StateAccessMerger(run.Body, _writes, token).Merge(run.Seen);

    private sealed class Run(BodyContext body, FunctionInliner functions, ObservationCollector collector, CancellationToken token)
    {
        private readonly HashSet<CapabilityExpression> _unjudged = new();

        public BodyContext Body => body;

        public FunctionInliner Inliner => functions;

        public IReadOnlyCollection<(IMethodSymbol? Function, Observation Observation)> Seen { get; private set; } = System.Array.Empty<(IMethodSymbol?, Observation)>();

        public ISet<CapabilityExpression> Unjudged => _unjudged;

        public bool Member(ControlFlowGraph cfg)
        {
            if (FlowGraph.TryBuild(cfg) is not { } flow)
                return false;
            var contract = body.Method is { } method && !method.IsIteratorSyntax() ? body.Services.Contracts.Of(method) : MemberContract.None;
            return Replay(new GraphContext(body, cfg, null), flow, EntryFacts.Of(body), EntryFacts.WithScopeParameters(contract, body), isInlined: false);
        }

        public bool Functions()
        {
            var isDone = AllFunctions();
            Seen = collector.All.ToList();
            return isDone;
        }

        private bool AllFunctions()
        {
            for (var round = 0; round < MaxRounds; round++)
            {
                var changed = false;
                foreach (var function in functions.Functions.ToList())
                {
                    if (!collector.TryTakeEntry(function, isLastChance: false, out var entry))
                        continue;
                    changed = true;
                    if (!Function(function, entry))
                        return false;
                }

                if (!changed && !StartUncalled())
                    return true;
            }

            return true;
        }

        /// Functions that nothing here calls run with nothing held, if ever.
        private bool StartUncalled()
        {
            foreach (var function in functions.Functions)
            {
                if (collector.TryTakeEntry(function, isLastChance: true, out _))
                {
                    functions.Enter(function, MemberContract.None, World.Empty, new TransferContext(functions.GraphOf(function)!, functions, collector, token));
                    return true;
                }
            }

            return false;
        }

        private bool Function(IMethodSymbol function, Worlds entry)
        {
            if (functions.GraphOf(function) is not { } graph || functions.FlowOf(function) is not { } flow)
                return false;
            if (body.Services.Annotations.IsUnchecked(function))
                return true;
            var contract = functions.ContractOf(function);
            if (!contract.IsEmpty)
                entry = entry.SelectMany(world => EntryFacts.WithContract(world, OnlyMissing(contract, world), body).ToImmutableArray());
            collector.Restart(function);
            return Replay(graph, flow, entry, function.IsIteratorSyntax() ? MemberContract.None : contract, isInlined: contract.IsEmpty && functions.IsRun(function));
        }

        /// A contract that the way to the function has applied already.
        private static MemberContract OnlyMissing(MemberContract contract, World world) => contract with
        {
            Effects = contract.Effects.Where(e => e.Capabilities.Any(c => world.HoldOf(c) is null)).ToImmutableArray(),
        };

        private bool Replay(GraphContext graph, FlowGraph flow, Worlds entry, MemberContract contract, bool isInlined)
        {
            // Who calls a function is known only at the end, and how it is entered depends on that.
            var recorder = flow.HasLoops || functions.HasAny ? null : new Recorder();
            var silent = new BodyTransfer(new TransferContext(graph, functions, null, token));
            var solving = recorder is null ? (IFlowAnalysis<Worlds>)silent : new Recording(silent, new BodyTransfer(new TransferContext(graph, functions, recorder, token)), recorder);
            if (Solver.Solve(flow, entry, solving, token, effort: functions.Effort) is not { } solution)
                return false;
            if (flow.Nodes.Any(node => solution.Entry(node)?.IsTooMany == true))
                return false;

            collector.Function = graph.Function;
            var context = new TransferContext(graph, functions, collector, token);
            var replaying = new BodyTransfer(context);
            var exits = new ExitFacts(context, contract, isInlined);
            foreach (var node in flow.Nodes)
            {
                if (solution.Entry(node) is not { } worlds)
                    continue;
                if (node.Kind == FlowNodeKind.Block)
                {
                    if (node.IsReplayed && recorder is { IsComplete: true })
                        recorder.Tell(node, collector);
                    else if (node.IsReplayed)
                        replaying.Replay(node, worlds);
                }
                else
                {
                    exits.Observe(node, worlds, Places.OfExit(node, graph.Cfg.OriginalOperation.Syntax));
                }

                foreach (var world in worlds.All)
                {
                    if (!world.Unjudged.IsEmpty)
                        _unjudged.UnionWith(world.Unjudged.Keys);
                }
            }

            return true;
        }
    }
}

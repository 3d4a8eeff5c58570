using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.LockModels;
using Capability.Analyzers.Dataflow.Graph;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// What the steps of one graph share while it is solved (no observer) or replayed.
internal sealed record TransferContext(GraphContext Graph, FunctionInliner Functions, IFactObserver? Observer, CancellationToken Token)
{
    public BodyContext Body => Graph.Body;

    public FactServices Services => Graph.Body.Services;

    public Knowledge Know(World world) => new(Graph.Body, world);

    /// Whether balance is a question for this capability here. Semaphores and mutexes are signals until they guard
    /// something; the members that implement a lock are trusted.
    public bool IsJudged(CapabilityExpression capability, LockEffect effect)
    {
        if (Body.IsTrusted)
            return false;
        if (!Services.Contracts.TraitsOf(capability).IsSignal && !IsOfSignal(effect) && !IsHandle(capability))
            return true;
        return IsDeclared(capability);
    }

    /// Whether some annotation speaks of it.
    public bool IsDeclared(CapabilityExpression capability) => capability.Path switch
    {
        MemberPath member => Services.Contracts.GuardsSomething(member.Symbol),
        IndexPath { Array: MemberPath array } => Services.Contracts.GuardsSomething(array.Symbol),
        _ => Body.IsNamedByContract(capability),
    };

    /// A `WaitHandle` may be anything, a mutex for instance.
    private bool IsHandle(CapabilityExpression capability) =>
        capability is { Protocol: LockProtocol.Own, Path: { Type: { } type } and not TypePath } && !Services.Annotations.IsCapabilityType(type);

    /// The member belongs to a lock type that is often a signal, whatever the static type of the receiver says.
    private bool IsOfSignal(LockEffect effect) => effect is { IsOwn: true, Source.Target.ContainingType: { } type }
        && Services.Contracts.TraitsOf(new CapabilityExpression(new ThisPath(type), LockProtocol.Own)).IsSignal;

    /// What a guard of a member asks for at a receiver; nothing when nobody else can see the receiver.
    public ImmutableArray<CapabilityExpression> Needed(World world, StateGuard guard, ISymbol member, CapabilityPath? receiver)
    {
        if (receiver is not null && IsUnderConstruction(world, receiver) || member is IParameterSymbol && world.Unescaped.Contains(new ThisPath(null)))
            return ImmutableArray<CapabilityExpression>.Empty;
        return ImmutableArray.CreateRange(guard.Capabilities, capability => capability with
        {
            Path = Services.Paths.Substitute(capability.Path, root => root is not ThisPath ? null : receiver ?? (member is { IsStatic: true, ContainingType: { IsGenericType: true } type } ? new TypePath(type) : null)),
        });
    }

    /// Capabilities as the place that lacks them would write them: a value without a name of its own, such as the
    /// enumerator's element, goes by the variable it is in.
    public ImmutableArray<CapabilityExpression> Written(World world, ImmutableArray<CapabilityExpression> missing, IOperation? receiver, Hold? instead)
    {
        if (Observer is null || missing.IsEmpty || receiver is null || Knowledge.Variable(receiver) is not (LocalPath or ParameterPath) || missing.Any(c => c.Path.Equals(instead?.Capability.Path)))
            return missing;
        var variable = Knowledge.Variable(receiver)!;
        var bound = Know(world).Bind(receiver);
        var root = bound;
        while (root.Receiver is { } outer)
            root = outer;
        return root is ValuePath or CapturePath ? ImmutableArray.CreateRange(missing, c => c with { Path = Forgetting.Rename(c.Path, bound, variable) }) : missing;
    }

    /// A static constructor or initializer, and static state of its own type.
    public bool IsStaticConstruction(ISymbol member) =>
        member.IsStatic && Graph.Function is null && EntryFacts.IsStaticConstruction(Body.Member)
        && SymbolEqualityComparer.Default.Equals(member.ContainingType, Body.Member.ContainingType);

    /// Whether nobody else can see the object yet: it is being constructed, or was created here.
    public bool IsUnderConstruction(World world, CapabilityPath path)
    {
        while (path is MemberPath { Instance: { } owner, Type.IsValueType: true })
            path = owner;
        return !world.Unescaped.IsEmpty && world.Unescaped.Contains(path);
    }
}

/// Facts over a flow graph: what each block and each branch does to the worlds. The same code solves and replays, so
/// what is reported is what was computed.
internal sealed class BodyTransfer : IFlowAnalysis<Worlds>
{
    private readonly TransferContext _context;
    private readonly OperationTransfer _operations;
    private readonly EffectTransfer _effects;
    private readonly EscapeTransfer _escapes;
    private readonly ConversionTransfer _conversions;
    private readonly AliasTransfer _aliases;
    private readonly FetchTransfer? _fetches;
    private readonly MarkingTransfer _marking;

    public BodyTransfer(TransferContext context)
    {
        _context = context;
        _operations = new OperationTransfer(context);
        _effects = new EffectTransfer(context);
        _escapes = new EscapeTransfer(context);
        _conversions = new ConversionTransfer(context);
        _aliases = new AliasTransfer(context);
        _fetches = FetchTransfer.In(context);
        _marking = new MarkingTransfer(context);
    }

    public Worlds Join(Worlds left, Worlds right) => Worlds.Join(left, right);

    public bool Same(Worlds left, Worlds right) => left.SameAs(right);

    public int Weight(Worlds state)
    {
        var facts = 1;
        foreach (var world in state.All)
            facts += 1 + world.Holds.Length + world.Values.Count;
        return facts;
    }

    public (Worlds? Normal, Worlds? Thrown) Block(FlowNode node, Worlds entry)
    {
        if (entry.IsTooMany)
            return (entry, null);
        _context.Token.ThrowIfCancellationRequested();
        var block = node.Block!;
        var thrown = new ThrownWorlds();
        var worlds = EnterHandler(node, entry).Select(world => Oblivion.Enter(world, block, _context.Graph));
        foreach (var statement in block.Operations)
        {
            if (worlds.IsDead || worlds.IsTooMany)
                break;
            worlds = Evaluate(statement, worlds, thrown);
        }

        if (block.BranchValue is { } value && !worlds.IsDead)
        {
            worlds = Evaluate(value, worlds, thrown);
            _fetches?.Asked(value, block.ConditionKind != ControlFlowConditionKind.None, worlds);
            if (IsReturn(block))
            {
                _conversions.Returned(value, worlds);
                worlds = worlds.Select(world => Return(world, value));
            }
        }

        return (worlds.IsDead ? null : worlds, thrown.All);
    }

    public Worlds? Edge(FlowNode node, FlowEdge edge, Worlds state)
    {
        if (edge.Target.Kind != FlowNodeKind.Block)
            state = _context.Graph.UndrawnLocks.Reach(null, state);
        if (state.IsTooMany || edge.Kind == FlowEdgeKind.Always || node.Block?.BranchValue is not { } condition)
            return state;
        var answer = edge.Kind == FlowEdgeKind.WhenTrue;
        var worlds = state.SelectMany(world => _context.Know(world).Assume(condition, answer) is { } assumed
            ? ImmutableArray.Create(_fetches?.Answered(assumed, condition, answer) ?? assumed)
            : ImmutableArray<World>.Empty);
        return worlds.IsDead ? null : _marking.Learn(condition, answer, worlds);
    }

    public Worlds? ExplicitThrow(FlowNode node, Worlds state) => state;

    /// A block with an observer: for the replay.
    public void Replay(FlowNode node, Worlds entry) => Block(node, entry);

    private Worlds Evaluate(IOperation statement, Worlds worlds, ThrownWorlds thrown)
    {
        var steps = _context.Graph.StepsOf(statement);
        worlds = _context.Graph.UndrawnLocks.Reach(statement, worlds);
        foreach (var step in steps)
        {
            if (ThrowPoints.MayThrow(step, _context.Services))
                thrown.Add(ScopeTransfer.Undisposed(_context, step, worlds));
            worlds = _operations.Step(step, worlds, thrown);
            if (worlds.IsDead || worlds.IsTooMany)
                return worlds;
        }

        if (_context.Graph.UndrawnLocks.EnteredBy(statement) is { Target: IMethodSymbol enterScope } site)
            worlds = _effects.Apply(site, _context.Services.Contracts.Of(enterScope), worlds, thrown);
        return _escapes.AfterStatement(steps, worlds);
    }

    private World Return(World world, IOperation value)
    {
        var know = _context.Know(world);
        return world.WithValue(new ReturnPath(null), new KnownValue { Path = know.Bind(value), Fact = know.FactOf(value), Pending = PendingTask.Of(value, world, know)?.Effects, Guarded = _aliases.Returned(value, world) });
    }

    private static bool IsReturn(BasicBlock block) => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return;

    /// A world that travels with one exception type goes into handlers of that type only.
    private static Worlds EnterHandler(FlowNode node, Worlds entry) =>
        node.CaughtType is not { } type || !entry.All.Any(world => world.Exception is not null)
            ? entry
            : Worlds.Of(entry.All.Where(world => world.Exception is null || world.Exception == type.ToDisplayString())
                .Select(world => world.WithException(null)).ToImmutableArray());
}

/// The worlds with which the operations of one block may throw. An operation that throws has had no effect, so what
/// counts is what held before it.
internal sealed class ThrownWorlds
{
    private Worlds? _last;

    public Worlds? All { get; private set; }

    public void Add(Worlds worlds)
    {
        if (ReferenceEquals(worlds, _last) || worlds.IsDead)
            return;
        _last = worlds;
        All = All is null ? worlds : Worlds.Join(All, worlds);
    }
}

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Reading shared state: each read is a fetch, and what it answered is true of the value that was read, not of the state.
///
/// A fetch gives its value a provenance; a branch on that value makes what follows depend on it; writing the state here,
/// or reading it again under its lock, ends that.
internal sealed class FetchTransfer
{
    private const int MaxDecisions = 6;

    private readonly TransferContext _context;
    private readonly SharedStates _states;
    private readonly FetchBinder _binder;
    private readonly RefetchObserver _refetches;
    private readonly StaleWriteTransfer _writes;
    private readonly SnapshotTransfer _snapshots;
    private readonly PublicationTransfer _publications;

    private FetchTransfer(TransferContext context, SharedStates states)
    {
        _context = context;
        _states = states;
        _binder = FetchBinder.In(context)!;
        _refetches = new RefetchObserver(context, states, _binder);
        _writes = new StaleWriteTransfer(context, states, _binder);
        _snapshots = new SnapshotTransfer(context, states, _binder);
        _publications = new PublicationTransfer(context, states);
    }

    public static FetchTransfer? In(TransferContext context) => context.Body.Shared is { } states ? new FetchTransfer(context, states) : null;

    public Worlds Before(IOperation operation, Worlds worlds)
    {
        _refetches.Used(operation, worlds);
        worlds = _publications.Before(operation, worlds);
        worlds = _writes.Before(operation, worlds);
        if (operation is IMemberReferenceOperation member and not IMethodReferenceOperation && _states.RoleOf(member.Member) != SharedRole.None)
            worlds = Reference(member, worlds);
        _snapshots.Changed(operation, worlds);
        return worlds;
    }

    public Worlds After(IOperation operation, Worlds worlds)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                worlds = _publications.After(call, Called(call, worlds));
                break;
            case IObjectCreationOperation or IAwaitOperation:
                worlds = Happened(worlds);
                break;
            case IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } when !StateSymbol.IsAutoProperty(property.OriginalDefinition) && IsOwn(getter):
                worlds = worlds.Select(world => Revalidated(world, isCall: false));
                break;
        }

        worlds = _snapshots.Published(operation, worlds);
        if (operation is IInvocationOperation)
            _snapshots.Changed(operation, worlds);
        return worlds;
    }

    /// The value of a branch, or of a `return` or `throw`.
    public void Asked(IOperation value, bool isCondition, Worlds worlds)
    {
        if (isCondition)
            _refetches.Asked(value, worlds);
        else if (_context.Graph.Cfg.OriginalOperation is not IAnonymousFunctionOperation lambda || !WaitingApis.IsAsked(lambda))
            _refetches.UsedValue(value, value, worlds);
    }

    /// The answer of a branch: what follows depends on the fetches it was made of.
    public World Answered(World world, IOperation condition, bool answer)
    {
        world = _publications.Answered(world, condition, answer, _binder);
        // Which handler runs is no decision of what comes after it.
        if (condition.Syntax.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.CatchFilterClauseSyntax>() is not null)
            return world;
        foreach (var fetch in _binder.SourcesOf(condition, world))
        {
            var key = new FetchedPath(fetch.State);
            var known = world.ValueOf(key) ?? KnownValue.Nothing;
            var facts = known.Fetched ?? FetchFacts.Nothing;
            var decisions = facts.Decisions.RemoveAll(d => ReferenceEquals(d.Condition, condition)).Add(new Decision(fetch with { Again = null, IsFresh = false, IsItself = false }, condition, answer, IsFresh: true));
            if (decisions.Length > MaxDecisions)
                decisions = decisions.RemoveAt(0);
            world = world.WithValue(key, known with { Fetched = facts with { Decisions = decisions } });
        }

        return world;
    }

    /// The lock was given up, and taken again, by one call: what was asked before is not known after.
    public static World Interrupted(World world, CapabilityExpression capability)
    {
        if (!world.HasFetches)
            return world;
        foreach (var pair in world.Values)
        {
            if (pair.Key is FetchedPath && pair.Value.Fetched is { WaitedOn: null } facts && facts.Decisions.LastOrDefault(d => FetchFacts.IsUnder(d.Fetch, capability)) is { } decision)
                world = world.WithValue(pair.Key, pair.Value with { Fetched = facts with { WaitedOn = decision.Fetch } });
        }

        return world.WithGap(capability);
    }

    private Worlds Reference(IMemberReferenceOperation member, Worlds worlds)
    {
        var usage = AccessUsage.Of(member, _context.Graph, _context.Services.Contracts);
        if (usage == AccessUsage.None || usage.Variable is AccessKind.Write || IsWaived(member) || IsMarked(member))
            return worlds;
        if (usage.Variable == AccessKind.Reference)
            return worlds.Select(world => _context.Know(world).Bind(member) is MemberPath path ? Overwritten(world, path) : world);
        return Fetched(member, member, usage.Object, worlds);
    }

    private Worlds Fetched(IOperation site, IMemberReferenceOperation member, AccessKind? onObject, Worlds worlds)
    {
        var role = _states.RoleOf(member.Member);
        if (_context.IsStaticConstruction(member.Member))
            return worlds;
        return worlds.Select(world =>
        {
            if (PathOf(member, world) is not { } path || (path.Instance is { } owner && _context.IsUnderConstruction(world, owner)))
                return world;
            var under = HeldGuards(_context, world, _states.StateOf(member.Member), path);
            var isWrite = onObject is AccessKind.ObjectWrite or AccessKind.Reference;
            if (!under.IsEmpty)
                world = isWrite ? world : Reread(world, path);
            else if ((role & (SharedRole.LockFree | SharedRole.Flag)) == 0)
                return world;
            var fetch = new Fetch(path, site, under) { IsOfObject = onObject is not null };
            // A lock that is held around both may well be the one that all writes take.
            if (under.IsEmpty && (role & SharedRole.LockFree) != 0 && (world.Holds.IsEmpty || (role & SharedRole.Declared) != 0 || member is IEventReferenceOperation))
                (world, fetch) = Repeated(world, fetch, member);
            var value = OperationBinder.ValueOf(site);
            return world.WithValue(value, (world.ValueOf(value) ?? KnownValue.Nothing) with { Fetched = FetchFacts.Of(ImmutableArray.Create(fetch)) });
        });
    }

    private MemberPath? PathOf(IMemberReferenceOperation member, World world) =>
        _states.StateOf(member.Member) is var state && member is IPropertyReferenceOperation { Instance: { } owner } && state is IFieldSymbol { AssociatedSymbol: null }
            ? _context.Services.Paths.Member(_context.Know(world).Bind(owner), state) as MemberPath
            : _context.Know(world).Bind(member) as MemberPath;

    /// Another read of the state led here: this one may give another answer.
    private static (World World, Fetch Fetch) Repeated(World world, Fetch fetch, IMemberReferenceOperation member)
    {
        var key = new FetchedPath(fetch.State);
        if (world.ValueOf(key) is not { Fetched: { Decisions.IsEmpty: false } facts } known)
            return (world, fetch);
        var decisions = facts.Decisions.RemoveAll(d => ReferenceEquals(d.Fetch.Site, fetch.Site));
        world = world.WithValue(key, known with { Fetched = (facts with { Decisions = decisions }).Normal });
        if (decisions.LastOrDefault(d => d.Fetch.IsLockFree && !RefetchObserver.IsWaitedFor(d.Condition, fetch.Site)) is not { } earlier)
            return (world, fetch);
        // A flag that is asked again after something has happened is asked again on purpose.
        return !earlier.IsFresh && member.Type?.SpecialType == SpecialType.System_Boolean
            ? (world, fetch)
            : (world, fetch with { Again = earlier.Fetch.Site, IsFresh = earlier.IsFresh });
    }

    private Worlds Called(IInvocationOperation call, Worlds worlds)
    {
        var operation = MarkedApis.Of(call.TargetMethod);
        if (operation != MarkedOperation.None && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value is IMemberReferenceOperation member && _states.RoleOf(member.Member) is var role and not SharedRole.None)
        {
            if (IsWaived(member))
                return worlds;
            if (operation == MarkedOperation.Read)
                return Fetched(call, member, AccessUsage.Of(call, _context.Graph, _context.Services.Contracts).Object, worlds);
            worlds = Happened(worlds).Select(world => _context.Know(world).Bind(member) is MemberPath path ? Overwritten(world, path) : world);
            return operation == MarkedOperation.Update && (role & SharedRole.Declared) != 0 ? Fetched(call, member, null, worlds) : worlds;
        }

        worlds = Happened(worlds);
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out && Knowledge.Variable(argument.Value) is { } variable)
                worlds = worlds.Select(world => _context.Know(world).IsTracked(variable) && FetchFacts.Of(_binder.SourcesOf(call, world)) is { } fetched
                    ? world.WithValue(variable, (world.ValueOf(variable) ?? KnownValue.Nothing) with { Fetched = fetched })
                    : world);
        }

        var contract = _context.Services.Contracts.Of(call.TargetMethod);
        if (contract.Effects.Any(e => e.Kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires))
            worlds = worlds.Select(Locked);
        return IsOwn(call.TargetMethod) ? worlds.Select(world => Revalidated(world, isCall: true)) : worlds;
    }

    /// Whoever takes a lock asks again under it.
    private World Locked(World world) => Change(world, (path, facts) => facts with
    {
        Decisions = facts.Decisions.RemoveAll(d => d.Fetch.IsLockFree && path.State is MemberPath member && (_states.RoleOf(member.Symbol) & SharedRole.Declared) == 0),
    });

    /// A member of the type itself may have looked at the state again, or written it.
    private static World Revalidated(World world, bool isCall) => Change(world, (_, facts) => facts with
    {
        Decisions = facts.Decisions.RemoveAll(d => (d.Fetch.IsLockFree && isCall) || (d.Fetch.IsStale && d.Fetch.Under.Any(c => world.HoldOf(c) is not null))),
    });

    /// Something with effects has happened: the next question is a new one.
    private static Worlds Happened(Worlds worlds) => worlds.Select(world => Change(world, (_, facts) =>
        facts.Decisions.Any(d => d.IsFresh) ? facts with { Decisions = ImmutableArray.CreateRange(facts.Decisions, d => d with { IsFresh = false }) } : facts));

    private static World Change(World world, System.Func<FetchedPath, FetchFacts, FetchFacts> change)
    {
        if (!world.HasFetches)
            return world;
        var values = world.Values;
        foreach (var pair in world.Values)
        {
            if (pair.Key is FetchedPath path && pair.Value.Fetched is { Decisions.IsEmpty: false } facts && change(path, facts) is var changed && !changed.Equals(facts))
            {
                var value = pair.Value with { Fetched = changed.Normal };
                values = value.Equals(KnownValue.Nothing) ? values.Remove(pair.Key) : values.SetItem(pair.Key, value);
            }
        }

        return world.WithValues(values);
    }

    /// Read again under its lock: older answers do not count any more.
    private static World Reread(World world, CapabilityPath path)
    {
        if (!world.HasFetches)
            return world;
        var values = world.Values;
        foreach (var pair in world.Values)
        {
            if (pair.Value.Fetched is not { } facts)
                continue;
            var isOwn = pair.Key is FetchedPath { State: var state } && state.Equals(path);
            var fresh = facts with
            {
                Sources = facts.Sources.RemoveAll(f => f.IsStale && f.State.Equals(path)),
                Decisions = isOwn ? facts.Decisions.RemoveAll(d => d.Fetch.IsStale || d.Fetch.IsLockFree) : facts.Decisions,
                WaitedOn = isOwn ? null : facts.WaitedOn,
            };
            if (fresh.Equals(facts))
                continue;
            var value = pair.Value with { Fetched = fresh.Normal };
            values = value.Equals(KnownValue.Nothing) ? values.Remove(pair.Key) : values.SetItem(pair.Key, value);
        }

        return world.WithValues(values);
    }

    /// The state got another value from this body by other means than an assignment.
    public static World Overwritten(World world, CapabilityPath path)
    {
        if (!world.HasFetches)
            return world;
        var values = world.Values;
        foreach (var pair in world.Values)
        {
            if (pair.Value.Fetched is not { } facts)
                continue;
            var rest = pair.Key is FetchedPath { State: var state } && state.Equals(path) ? facts.AfterWrite : (facts with { Sources = facts.Sources.RemoveAll(f => f.State.Equals(path)) }).Normal;
            if (Equals(rest, facts))
                continue;
            var value = pair.Value with { Fetched = rest };
            values = value.Equals(KnownValue.Nothing) ? values.Remove(pair.Key) : values.SetItem(pair.Key, value);
        }

        return world.WithValues(values);
    }

    /// Which capabilities of its guards are held, in any mode.
    public static ImmutableArray<CapabilityExpression> HeldGuards(TransferContext context, World world, ISymbol member, MemberPath path)
    {
        var guards = context.Services.Contracts.GuardsOf(member);
        return guards.IsEmpty || world.Holds.IsEmpty
            ? ImmutableArray<CapabilityExpression>.Empty
            : guards.SelectMany(guard => context.Needed(world, guard, member, path.Instance)).Where(c => world.HoldOf(c) is not null).Distinct().ToImmutableArray();
    }

    private static bool IsMarked(IMemberReferenceOperation member) => member.Parent is IArgumentOperation argument && MarkedApis.Of(argument) != MarkedOperation.None;

    /// A deliberate race; and what is only asserted decides nothing.
    private bool IsWaived(IMemberReferenceOperation member)
    {
        if (_context.Body.IsDeliberate(member))
            return true;
        var place = _context.Body.Written.Of(member) ?? member;
        for (var operation = place.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IArgumentOperation { Parameter: { Type.SpecialType: SpecialType.System_Boolean } parameter } && _context.Services.Contracts.DoesNotReturnIf(parameter, out _))
                return true;
        }

        return false;
    }

    private bool IsOwn(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty)
            return false;
        for (var type = _context.Body.Member.ContainingType; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, method.ContainingType?.OriginalDefinition))
                return true;
        }

        return false;
    }
}

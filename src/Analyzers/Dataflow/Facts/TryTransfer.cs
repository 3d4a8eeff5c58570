using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Acquisitions, those that may fail and those that happen later. A try makes two worlds, in which its result is known;
/// whatever the program does with the result then decides between them.
internal sealed class TryTransfer(TransferContext context)
{
    private readonly AssignmentTransfer _assignments = new(context);

    /// The last owner may have died: then an exception says so, and the capability is held.
    public void Abandon(CallSite site, LockEffect effect, MemberContract contract, Worlds worlds, ThrownWorlds thrown)
    {
        foreach (var world in worlds.All)
        {
            foreach (var capability in Instantiate(site, effect, world))
            {
                if (context.Services.Contracts.TraitsOf(capability).AbandonedException is { } exception && context.Graph.Catches(exception))
                    thrown.Add(Worlds.Of(new TryTransfer(context with { Observer = null }).Take(site, effect, contract, capability, world, site.Operation).WithException(exception)));
            }
        }
    }

    public Worlds Try(CallSite site, LockEffect effect, MemberContract contract, Worlds worlds)
    {
        var isAmbiguous = worlds.All.Any(world => Instantiate(site, effect, world).Any(c => world.HoldOf(c) is not null));
        if (IsEndless(site))
            return worlds.Select(world => EffectTransfer.IsActive(effect, site, context.Know(world)) ? Succeed(site, effect, contract, world, site.Operation) : world);
        if (effect.When is null && IsIgnored(site.Operation))
            return worlds.Select(world => Ignore(site.Operation, Instantiate(site, effect, world), effect, world, isTask: false));
        if (effect.When is { } teller && site.ArgumentFor(teller) is { } flag && IsNeverRead(flag))
            return worlds.Select(world => Ignore(site.Operation, Instantiate(site, effect, world), effect, world, isTask: false));
        return worlds.SelectMany(world => EffectTransfer.IsActive(effect, site, context.Know(world))
            ? Taken(site, effect, contract, world).Add(Fail(site, effect, world, site.Operation)).Apart(isAmbiguous, OperationBinder.ValueOf(site.Operation))
            : ImmutableArray.Create(world));
    }

    /// Nothing happens before the task is awaited; if nobody can await it, that is the mistake.
    public Worlds Defer(CallSite site, MemberContract contract, Worlds worlds)
    {
        var value = OperationBinder.ValueOf(site.Operation);
        return worlds.Select(world =>
        {
            var know = context.Know(world);
            var acquisitions = contract.Effects.Where(e => e.Kind.IsDeferrable() && EffectTransfer.IsActive(e, site, know))
                .SelectMany(e => e.Capabilities.Select(c => (Effect: e, Capability: site.Instantiate(c, context.Services, know)))).ToImmutableArray();
            if (acquisitions.IsEmpty)
                return world;
            if (!IsIgnored(site.Operation))
                return world.WithValue(value, new KnownValue { Pending = new PendingEffects(site.Operation, acquisitions, contract.ReturnsScope) });
            if (contract.ReturnsScope)
                context.Observer?.See(new ScopeDropped(site.Operation, ImmutableArray.CreateRange(acquisitions, a => a.Capability), IsTask: true));
            foreach (var (effect, capability) in acquisitions.Where(a => a.Effect.Kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires))
                world = Ignore(site.Operation, ImmutableArray.Create(capability), effect, world, isTask: true, isReported: contract.ReturnsScope);
            return world;
        });
    }

    /// The awaited acquisition, at the operation that waits for it.
    public Worlds Complete(IOperation wait, PendingEffects pending, World world)
    {
        var result = OperationBinder.ValueOf(wait);
        var worlds = ImmutableArray.Create(world);
        foreach (var (effect, promised) in pending.Acquisitions)
        {
            // What is said of the returned object is said of the awaited one.
            var capability = promised with { Path = context.Services.Paths.Substitute(promised.Path, root => root.Equals(OperationBinder.ValueOf(pending.Call)) ? result : null) };
            var scope = pending.IsScope ? result : null;
            if (effect.Kind == LockEffectKind.Asserts)
                worlds = ImmutableArray.CreateRange(worlds, w => HoldTransfer.Assert(w, capability, effect.Mode));
            else if (effect.Kind == LockEffectKind.Leaves)
                worlds = ImmutableArray.CreateRange(worlds, w => HoldTransfer.Lose(w, capability, wait));
            else if (effect.Kind == LockEffectKind.Acquires || pending.Call is IInvocationOperation call && IsEndless(CallSite.Of(call, call.TargetMethod, call.Instance, call.Arguments)))
                worlds = ImmutableArray.CreateRange(worlds, w => Take(effect, capability, w, pending.Call, scope, isWaiting: true));
            else if (IsIgnored(wait))
                worlds = ImmutableArray.CreateRange(worlds, w => Ignore(pending.Call, ImmutableArray.Create(capability), effect, w, isTask: false));
            else
                worlds = worlds.SelectMany(w => new[] { Told(effect, Take(effect, capability, w, pending.Call, scope, isWaiting: false), result, wait.Type, effect.Success), Told(effect, w, result, wait.Type, !effect.Success) }).ToImmutableArray();
        }

        if (!pending.IsScope)
            return Worlds.Of(worlds);
        var managed = pending.Acquisitions.Select(a => new ManagedCapability(a.Capability, a.Effect.Mode, null)).ToImmutableArray();
        if (IsIgnored(wait, isUnreadEnough: false))
        {
            context.Observer?.See(new ScopeDropped(pending.Call, ImmutableArray.CreateRange(managed, m => m.Capability), IsTask: false));
            return Worlds.Of(worlds).Select(w => ScopeTransfer.Dropped(w, result));
        }

        return Worlds.Of(worlds).Select(w => w.ValueOf(result) is { Fact: { } fact } && fact.Is(null) == true
            ? w
            : w.WithValue(result, (w.ValueOf(result) ?? KnownValue.Nothing) with { Managed = managed, Fact = ValueFact.NotEqualTo(null) }));
    }

    public World Take(CallSite site, LockEffect effect, MemberContract contract, CapabilityExpression capability, World world, IOperation place) =>
        Take(effect, capability, world, place, contract.ReturnsScope ? OperationBinder.ValueOf(site.Operation) : null, effect.Kind == LockEffectKind.Acquires || IsEndless(site));

    public World SetFlag(World world, IOperation flag, bool value)
    {
        world = _assignments.Forget(world, flag);
        return Knowledge.Variable(flag) is { } variable && context.Know(world).IsTracked(variable)
            ? world.WithValue(variable, (world.ValueOf(variable) ?? KnownValue.Nothing) with { Fact = ValueFact.EqualTo(value), IsCorrelated = context.Body.IsAskedAgain(variable) })
            : world;
    }

    private World Take(LockEffect effect, CapabilityExpression capability, World world, IOperation place, CapabilityPath? scope, bool isWaiting)
    {
        var judged = context.IsJudged(capability, effect);
        var level = new HoldLevel(effect.Mode, judged ? HoldSource.Acquired : HoldSource.Assumed, place, scope);
        var traits = context.Services.Contracts.TraitsOf(capability);
        if (!judged)
            return HoldTransfer.Acquire(world, capability, effect.Mode, traits with { Reentrant = null }, level).World;
        var (after, outcome, held) = effect.OverShared && world.HoldOf(capability) is { } shared
            ? (world.Push(capability, level with { IsUpgrade = shared.Mode == HoldMode.Shared }), AcquisitionOutcome.Acquired, shared)
            : HoldTransfer.Acquire(world, capability, effect.Mode, traits, level);
        if (world.IsUnjudged(capability, place) || !(context.Know(world).IsIdentified(capability.Path) || outcome == AcquisitionOutcome.Acquired))
            outcome = AcquisitionOutcome.Acquired;
        AbsenceTransfer.Acquire(context, place, capability, world);
        context.Observer?.See(new AcquisitionSeen(place, effect, capability, outcome, held) { Around = world.Holds, Unescaped = world.Unescaped, IsTry = !isWaiting });
        // Taking the lock of null throws: whatever names the object, it is one.
        var names = after.Values.Where(pair => pair.Key is LocalPath or ParameterPath or CapturePath && capability.Path.Equals(pair.Value.Path)).Select(pair => pair.Key);
        return names.Append(capability.Path).Aggregate(after, (w, name) => context.Know(w).Learn(w, name, ValueFact.NotEqualTo(null)) ?? w);
    }

    /// Where a flag tells, a boolean result says something else that is not known. Who goes by the result alone, and
    /// leaves when it is no success, is not told that he left a lock behind.
    private ImmutableArray<World> Taken(CallSite site, LockEffect effect, MemberContract contract, World world)
    {
        var taken = Succeed(site, effect, contract, world, site.Operation);
        if (effect.When is null || site.Operation is not IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } || IsIgnored(site.Operation))
            return ImmutableArray.Create(taken);
        var answer = OperationBinder.ValueOf(site.Operation);
        var unclaimed = Instantiate(site, effect, world).Aggregate(world, (w, capability) => w.Push(capability, new HoldLevel(effect.Mode, HoldSource.Assumed, site.Operation, null)));
        return ImmutableArray.Create(
            Told(effect, taken, answer, site.Operation.Type, effect.Success),
            Told(effect, Told(site, effect, unclaimed, effect.Success), answer, site.Operation.Type, !effect.Success));
    }

    private World Succeed(CallSite site, LockEffect effect, MemberContract contract, World world, IOperation place)
    {
        foreach (var capability in Instantiate(site, effect, world))
        {
            world = effect.IsOwn && ScopeTransfer.Managed(world, capability.Path) is { } managed
                ? ScopeTransfer.Reacquire(context, site, effect, capability.Path, managed, world)
                : Take(site, effect, contract, capability, world, place);
        }

        return Told(site, effect, world, effect.Success);
    }

    private World Fail(CallSite site, LockEffect effect, World world, IOperation place) => Told(site, effect, world, !effect.Success);

    private World Told(CallSite site, LockEffect effect, World world, bool value) => effect.When is { } when && site.ArgumentFor(when) is { } flag
        ? SetFlag(world, flag, value)
        : Told(effect, world, OperationBinder.ValueOf(site.Operation), site.Operation.Type, value);

    /// The result itself says whether it was acquired, or a member of the returned object does.
    private static World Told(LockEffect effect, World world, CapabilityPath result, ITypeSymbol? type, bool value) => effect.WhenReturned is { } teller
        ? world.WithValue(new MemberPath(result, teller.OriginalDefinition), new KnownValue { Fact = ValueFact.EqualTo(value), IsCorrelated = true })
        : world.WithValue(result, Answer(type, value));

    /// A nullable result says success by not being null.
    private static KnownValue Answer(ITypeSymbol? type, bool success) => new()
    {
        Fact = type?.SpecialType == SpecialType.System_Boolean ? ValueFact.EqualTo(success) : success ? ValueFact.NotEqualTo(null) : ValueFact.EqualTo(null),
    };

    private World Ignore(IOperation place, ImmutableArray<CapabilityExpression> capabilities, LockEffect effect, World world, bool isTask, bool isReported = false)
    {
        foreach (var capability in capabilities.SelectMany(c => ScopeTransfer.Managed(world, c.Path) is { } managed ? managed.Select(m => m.Capability) : new[] { c }))
        {
            if (!isReported && context.IsJudged(capability, effect))
                context.Observer?.See(new ResultIgnored(place, capability, isTask));
            world = world.Push(capability, new HoldLevel(effect.Mode, HoldSource.Assumed, place, null));
        }

        return world;
    }

    private ImmutableArray<CapabilityExpression> Instantiate(CallSite site, LockEffect effect, World world)
    {
        var know = context.Know(world);
        return site.Instantiate(effect, context.Services, know);
    }

    /// A try that waits for ever is an acquisition.
    private static bool IsEndless(CallSite site) => site.Arguments.Any(a => a.Value is { ConstantValue: { HasValue: true, Value: -1 } }
        or IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan", ContainingType.Name: "Timeout" } });

    private bool IsNeverRead(IOperation flag) => flag switch
    {
        IDiscardOperation => true,
        IDeclarationExpressionOperation declaration => IsNeverRead(declaration.Expression),
        ILocalReferenceOperation local => !context.Body.IsRead(local.Local),
        _ => false,
    };

    /// Not `if (taken = …)`. The graph draws a declaration as an assignment of its own.
    private static bool IsStatement(ISimpleAssignmentOperation assignment) => assignment.IsImplicit || assignment.Parent is IExpressionStatementOperation;

    /// Nobody looks at the value: a statement, a discard, or a variable that is never read.
    private bool IsIgnored(IOperation operation, bool isUnreadEnough = true)
    {
        while (operation.Parent is IParenthesizedOperation or IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } && operation.Parent.ChildOperations.Contains(operation))
            operation = operation.Parent;
        return operation.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } discarded => IsStatement(discarded),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } kept => isUnreadEnough && IsStatement(kept) && !context.Body.IsRead(local.Local),
            _ => false,
        };
    }
}

internal static class Answers
{
    /// Where the same capability is tried more than once, which try succeeded must stay known.
    public static ImmutableArray<World> Apart(this ImmutableArray<World> worlds, bool isAmbiguous, CapabilityPath answer) => !isAmbiguous
        ? worlds
        : ImmutableArray.CreateRange(worlds, world => world.ValueOf(answer) is { } value ? world.WithValue(answer, value with { IsCorrelated = true }) : world);
}

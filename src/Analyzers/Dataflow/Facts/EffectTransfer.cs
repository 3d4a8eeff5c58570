using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// The effects of one contract at one call, in the order in which a call has them: requirements and exclusions are
/// checked first, then assertions, then all releases, then all acquisitions.
internal sealed class EffectTransfer(TransferContext context)
{
    private readonly AssignmentTransfer _assignments = new(context);
    private readonly TryTransfer _tries = new(context);

    public Worlds Apply(CallSite site, MemberContract contract, Worlds worlds, ThrownWorlds thrown)
    {
        worlds = Split(site, contract, worlds);
        foreach (var effect in contract.Effects.Where(e => IsAboutCapability(e, site)))
        {
            if (IsLiteral(effect, site))
                continue;
            worlds = effect.Kind switch
            {
                LockEffectKind.Requires or LockEffectKind.RequiresAny => Require(site, effect, worlds),
                LockEffectKind.Excludes => Exclude(site, effect, worlds),
                LockEffectKind.Asserts when !IsDeferred(site) => PerWorld(site, effect, worlds, (world, capability) => HoldTransfer.Assert(world, capability, effect.Mode)),
                LockEffectKind.Releases when IsLent(effect, contract) => Lend(site, effect, worlds),
                LockEffectKind.Acquires when IsLent(effect, contract) => worlds,
                LockEffectKind.Releases => Release(site, effect, contract, worlds),
                LockEffectKind.Acquires when !IsDeferred(site) => Acquire(site, effect, contract, worlds, thrown),
                LockEffectKind.TryAcquires when !IsDeferred(site) => Try(site, effect, contract, worlds, thrown),
                LockEffectKind.MayAcquire => PerWorld(site, effect, worlds, (world, capability) => world.WithUnjudged(capability, site.Operation)),
                LockEffectKind.Leaves when !IsDeferred(site) => PerWorld(site, effect, worlds, (world, capability) => HoldTransfer.Lose(world, capability, site.Operation)),
                LockEffectKind.Holds => Query(site, effect, worlds),
                _ => worlds,
            };
        }

        worlds = Interrupt(site, contract, worlds);
        if (IsDeferred(site) && contract.Effects.Any(e => e.Kind.IsDeferrable()))
            return _tries.Defer(site, contract, worlds);
        return contract.ReturnsScope ? ScopeTransfer.Created(context, site, contract, worlds) : worlds;
    }

    public static bool IsActive(LockEffect effect, CallSite site, Knowledge know) =>
        effect.If is null || (site.ArgumentFor(effect.If) is { } argument && know.FactOf(argument)?.Is(effect.IfValue) == true);

    /// An acquisition that returns what can be awaited takes effect when it is awaited.
    private static bool IsDeferred(CallSite site) =>
        site.Target is IMethodSymbol { ReturnType: INamedTypeSymbol type } && MemberIdentity.Bases(type).Any(t => t.GetMembers("GetAwaiter").Any(m => m is IMethodSymbol { IsStatic: false, Parameters.IsEmpty: true }));

    /// A model speaks of the receiver whatever its type; only capabilities are meant (a `WaitHandle` may be an event).
    private bool IsAboutCapability(LockEffect effect, CallSite site) =>
        !effect.IsOwn || site.Instance is null || effect.Source.Origin != Annotations.AnnotationOrigin.Model
        || context.Services.Annotations.IsCapabilityType(Unconverted(site.Instance).Type);

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    private bool IsLiteral(LockEffect effect, CallSite site)
    {
        if (effect.Source.Origin == Annotations.AnnotationOrigin.Model)
            return false;
        foreach (var capability in effect.Capabilities)
        {
            CapabilityPath root = capability.Path;
            while (root.Receiver is { } receiver)
                root = receiver;
            if (root is not ParameterPath { Parameter: var parameter } || site.ArgumentFor(parameter) is not { } argument || !Unconverted(argument).ConstantValue.HasValue || IsKey(capability.Path, parameter))
                continue;
            context.Observer?.See(new LiteralCapability(argument, parameter));
            return true;
        }

        return false;
    }

    /// The parameter is only an index: a literal is as good as anything.
    private static bool IsKey(CapabilityPath path, IParameterSymbol parameter)
    {
        for (CapabilityPath? p = path; p is not null; p = p.Receiver)
        {
            if (p is IndexPath { Indices: var indices } && indices.Any(index => index.Path is { } i && i.Contains(new ParameterPath(parameter))))
                return true;
        }

        return false;
    }

    /// A contract that depends on an argument holds in some worlds and not in others.
    private Worlds Split(CallSite site, MemberContract contract, Worlds worlds)
    {
        foreach (var parameter in contract.Effects.Select(e => e.If).OfType<IParameterSymbol>().Distinct<IParameterSymbol>(SymbolEqualityComparer.Default))
        {
            if (site.ArgumentFor(parameter) is not { } argument)
                continue;
            worlds = worlds.SelectMany(world =>
            {
                var know = context.Know(world);
                if (know.FactOf(argument) is { IsEqual: true })
                    return ImmutableArray.Create(world);
                return new[] { know.Assume(argument, true), know.Assume(argument, false) }.OfType<World>().Select(w => context.Know(w).KeepApart(argument)).ToImmutableArray();
            });
        }

        return worlds;
    }

    private Worlds Require(CallSite site, LockEffect effect, Worlds worlds)
    {
        if (effect.Capabilities.Any(c => c.IsNegated))
        {
            var negated = effect with { Capabilities = effect.Capabilities.Where(c => c.IsNegated).ToImmutableArray() };
            worlds = PerWorld(site, negated, Exclude(site, negated, worlds), (world, capability) => AbsenceTransfer.Require(context, site, capability with { IsNegated = false }, world));
        }

        if (effect.Capabilities.All(c => c.IsNegated))
            return worlds;
        var demand = new Demand(context, site.Operation, effect.Mode, effect.Kind == LockEffectKind.RequiresAny);
        return demand.Check(
            worlds,
            world => IsActive(effect, site, context.Know(world)) ? Capabilities(site, effect, world).Where(c => !c.IsNegated && IsMeant(c, effect, world)).ToImmutableArray() : ImmutableArray<CapabilityExpression>.Empty,
            (world, missing, instead) => context.Observer?.See(new RequirementSeen(site.Operation, site.Target, effect, missing, instead) { Written = context.Written(world, missing, site.Instance, instead) }));
    }

    /// `Wait` and `Pulse` on an object that nobody can name may be on the one that is held. A hidden member, of a lock
    /// that nothing is declared about, may be called under it.
    private bool IsMeant(CapabilityExpression capability, LockEffect effect, World world) => effect.Source.Origin != Annotations.AnnotationOrigin.Model
        || (context.Know(world).IsIdentified(capability.Path) && !world.HasLostHold && (context.IsDeclared(capability) || context.Body.IsOffered));

    private Worlds Exclude(CallSite site, LockEffect effect, Worlds worlds)
    {
        foreach (var world in worlds.All)
        {
            foreach (var capability in Capabilities(site, effect, world))
            {
                var know = context.Know(world);
                if (IsActive(effect, site, know))
                    context.Observer?.See(new ExclusionSeen(site.Operation, site.Target, effect, capability with { IsNegated = false }, know.IsIdentified(capability.Path) ? world.HoldOf(capability) : null));
            }
        }

        return worlds;
    }

    /// Released on some paths and not held on others: reported once, and not judged further.
    private Worlds Release(CallSite site, LockEffect effect, MemberContract contract, Worlds worlds)
    {
        var active = worlds.All.Where(world => IsActive(effect, site, context.Know(world))).SelectMany(world => Capabilities(site, effect, world).Select(c => (Capability: c, IsHeld: world.HoldOf(c) is not null)))
            .GroupBy(pair => pair.Capability).Where(g => g.Any(pair => pair.IsHeld) && g.Any(pair => !pair.IsHeld)).Select(g => g.Key).ToImmutableArray();
        var released = PerWorld(site, effect, worlds, (world, capability) => contract.ReturnsScope && !effect.IsOwn
            ? ScopeTransfer.Lent(world, Release(site, effect, capability, world), OperationBinder.ValueOf(site.Operation), capability, effect, site.Operation)
            : Release(site, effect, capability, world));
        return active.IsEmpty ? released : released.Select(world => active.Aggregate(world, (w, c) => w.WithUnjudged(c, site.Operation)));
    }

    /// Released and acquired by one member: dropped and taken back. Called without the hold, it leaves nothing held.
    private bool IsLent(LockEffect effect, MemberContract contract) => !effect.IsOwn && contract.Effects.Any(other =>
        other.Kind == (effect.Kind == LockEffectKind.Releases ? LockEffectKind.Acquires : LockEffectKind.Releases) && other.Mode == effect.Mode && other.Capabilities.SequenceEqual(effect.Capabilities));

    private Worlds Lend(CallSite site, LockEffect effect, Worlds worlds) => PerWorld(site, effect, worlds, (world, capability) =>
    {
        var after = Release(site, effect, capability, world);
        return world.HoldOf(capability) is null ? after : world;
    });

    /// One call goes on with the capability in another mode: an upgrade or a downgrade that nobody comes between.
    private bool IsChangedInMode(CallSite site, LockEffect effect) => site.Target is IMethodSymbol method
        && context.Services.Contracts.Of(method).Effects.Any(other => other.Kind == LockEffectKind.Acquires && other.Mode != effect.Mode && other.Capabilities.SequenceEqual(effect.Capabilities));

    /// What a call gives up and takes again is held before and after, but others may have had it in between.
    private Worlds Interrupt(CallSite site, MemberContract contract, Worlds worlds)
    {
        if (context.Body.Shared is null || site.Target is not IMethodSymbol method)
            return worlds;
        var interrupts = context.Services.Contracts.Interrupts(method);
        foreach (var effect in contract.Effects.Where(e => interrupts ? e.Kind is LockEffectKind.Requires or LockEffectKind.Acquires : e.Kind == LockEffectKind.Releases && IsLent(e, contract)))
            worlds = PerWorld(site, effect, worlds, FetchTransfer.Interrupted);
        return worlds;
    }

    private World Release(CallSite site, LockEffect effect, CapabilityExpression capability, World world)
    {
        if (effect.IsOwn && ScopeTransfer.Managed(world, capability.Path) is { } managed)
            return ScopeTransfer.Release(context, site, effect, capability.Path, managed, world);
        // A scope that came from elsewhere manages what nobody here knows.
        if (effect.IsOwn && world.HoldOf(capability) is null && context.Services.Annotations.IsScopeType(capability.Path.Type))
            return world;
        var judged = context.IsJudged(capability, effect);
        var isChanged = IsChangedInMode(site, effect);
        var (after, outcome, held) = HoldTransfer.Release(world, capability, effect.Mode, effect.AnyMode, context.Know(world).IsIdentified(capability.Path), site.Operation, isGap: !isChanged, effect.ToShared);
        if (!judged && outcome != ReleaseOutcome.Released)
            return world;
        if (effect.EveryLevel && after.HoldOf(capability) is { } left)
            after = after.WithHolds(after.Holds.Remove(left));
        context.Observer?.See(new ReleaseSeen(site.Operation, effect, capability, outcome, held));
        // What is not held cannot be changed in mode either: the acquisition that follows is part of the same mistake.
        return isChanged && outcome == ReleaseOutcome.NotHeld ? after.WithUnjudged(capability, site.Operation) : after;
    }

    private Worlds Acquire(CallSite site, LockEffect effect, MemberContract contract, Worlds worlds, ThrownWorlds thrown)
    {
        _tries.Abandon(site, effect, contract, worlds, thrown);
        return PerWorld(site, effect, worlds, (world, capability) =>
        {
            if (effect.IsOwn && ScopeTransfer.Managed(world, capability.Path) is { } managed)
                return ScopeTransfer.Reacquire(context, site, effect, capability.Path, managed, world);
            var after = _tries.Take(site, effect, contract, capability, world, site.Operation);
            if (effect.Source.Origin == Annotations.AnnotationOrigin.Model && site.Operation.Type is { SpecialType: SpecialType.System_Boolean })
                after = Answered(after, OperationBinder.ValueOf(site.Operation), true);
            return effect.When is { } flag && site.ArgumentFor(flag) is { } argument ? _tries.SetFlag(after, argument, true) : after;
        });
    }

    private Worlds Try(CallSite site, LockEffect effect, MemberContract contract, Worlds worlds, ThrownWorlds thrown)
    {
        _tries.Abandon(site, effect, contract, worlds, thrown);
        return _tries.Try(site, effect, contract, worlds);
    }

    private Worlds Query(CallSite site, LockEffect effect, Worlds worlds)
    {
        var answer = OperationBinder.ValueOf(site.Operation);
        return worlds.SelectMany(world =>
        {
            var capability = Capabilities(site, effect, world)[0];
            var held = world.HoldOf(capability);
            var asked = held?.Levels.Any(level => level.Mode == effect.Mode) ?? false;
            if (asked)
                return ImmutableArray.Create(Answered(world, answer, effect.Success));
            if (held is not null && held.Levels.All(level => level.Source != HoldSource.Asserted))
                return ImmutableArray.Create(Answered(world, answer, !effect.Success));
            var asserted = HoldTransfer.Assert(world, capability, effect.Mode);
            return ImmutableArray.Create(Answered(asserted, answer, effect.Success), Answered(world, answer, !effect.Success));
        });
    }

    private static World Answered(World world, CapabilityPath answer, bool value) => world.WithValue(answer, new KnownValue { Fact = ValueFact.EqualTo(value) });

    private Worlds PerWorld(CallSite site, LockEffect effect, Worlds worlds, System.Func<World, CapabilityExpression, World> change) => worlds.Select(world =>
    {
        if (!IsActive(effect, site, context.Know(world)))
            return world;
        foreach (var capability in Capabilities(site, effect, world))
            world = change(world, capability);
        return world;
    });

    private ImmutableArray<CapabilityExpression> Capabilities(CallSite site, LockEffect effect, World world)
    {
        var know = context.Know(world);
        return site.Instantiate(effect, context.Services, know);
    }
}

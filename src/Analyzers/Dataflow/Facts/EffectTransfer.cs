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
                LockEffectKind.Asserts => PerWorld(site, effect, worlds, (world, capability) => HoldTransfer.Assert(world, capability, effect.Mode)),
                LockEffectKind.Releases => PerWorld(site, effect, worlds, (world, capability) => Release(site, effect, capability, world)),
                LockEffectKind.Acquires when !IsDeferred(site) => Acquire(site, effect, contract, worlds, thrown),
                LockEffectKind.TryAcquires when !IsDeferred(site) => _tries.Try(site, effect, contract, worlds),
                LockEffectKind.MayAcquire => PerWorld(site, effect, worlds, (world, capability) => world.WithUnjudged(capability)),
                LockEffectKind.Holds => Query(site, effect, worlds),
                _ => worlds,
            };
        }

        if (IsDeferred(site) && contract.Effects.Any(e => e.Kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires))
            return _tries.Defer(site, contract, worlds);
        return contract.ReturnsScope ? ScopeTransfer.Created(context, site, contract, worlds) : worlds;
    }

    public static bool IsActive(LockEffect effect, CallSite site, Knowledge know) =>
        effect.If is null || (site.ArgumentFor(effect.If) is { } argument && know.FactOf(argument)?.Is(effect.IfValue) == true);

    /// An acquisition that returns a task takes effect when the task is awaited.
    private static bool IsDeferred(CallSite site) =>
        site.Target is IMethodSymbol { ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask" or "AwaitableDisposable", ContainingNamespace: not null } };

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
            if (root is not ParameterPath { Parameter: var parameter } || site.ArgumentFor(parameter) is not { ConstantValue.HasValue: true } argument)
                continue;
            context.Observer?.See(new LiteralCapability(argument, parameter));
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
                return new[] { know.Assume(argument, true), know.Assume(argument, false) }.OfType<World>().ToImmutableArray();
            });
        }

        return worlds;
    }

    private Worlds Require(CallSite site, LockEffect effect, Worlds worlds)
    {
        if (effect.Capabilities.All(c => c.IsNegated))
            return Exclude(site, effect, worlds);
        var demand = new Demand(context, effect.Mode, effect.Kind == LockEffectKind.RequiresAny);
        return demand.Check(
            worlds,
            world => IsActive(effect, site, context.Know(world)) ? Capabilities(site, effect, world).Where(c => !c.IsNegated).ToImmutableArray() : ImmutableArray<CapabilityExpression>.Empty,
            (world, missing, instead) => context.Observer?.See(new RequirementSeen(site.Operation, site.Target, effect, missing, instead)));
    }

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

    private World Release(CallSite site, LockEffect effect, CapabilityExpression capability, World world)
    {
        if (effect.IsOwn && ScopeTransfer.Managed(world, capability.Path) is { } managed)
            return ScopeTransfer.Release(context, site, effect, capability.Path, managed, world);
        var judged = context.IsJudged(capability);
        var (after, outcome, held) = HoldTransfer.Release(world, capability, effect.Mode, effect.AnyMode, context.Know(world).IsIdentified(capability.Path));
        if (!judged && outcome != ReleaseOutcome.Released)
            return world;
        context.Observer?.See(new ReleaseSeen(site.Operation, effect, capability, outcome, held));
        return after;
    }

    private Worlds Acquire(CallSite site, LockEffect effect, MemberContract contract, Worlds worlds, ThrownWorlds thrown) =>
        PerWorld(site, effect, worlds, (world, capability) =>
        {
            if (effect.IsOwn && ScopeTransfer.Managed(world, capability.Path) is { } managed)
                return ScopeTransfer.Reacquire(context, site, effect, capability.Path, managed, world);
            var after = _tries.Take(site, effect, contract, capability, world, site.Operation);
            var traits = context.Services.Contracts.TraitsOf(capability);
            if (traits.AbandonedException is { } exception && context.Graph.Catches(exception))
                thrown.Add(Worlds.Of(after.WithException(exception)));
            return effect.When is { } flag && site.ArgumentFor(flag) is { } argument ? _tries.SetFlag(after, argument, true) : after;
        });

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
            if (held is not null && effect.Mode != HoldMode.Exclusive && held.Levels.All(level => level.Source != HoldSource.Asserted))
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

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Scope objects that are passed on. What the parameter declares is a set of capabilities that the object must manage;
/// then its annotations are the effects of the call on exactly those, through that scope. Of another scope nothing more
/// is said, of one that nobody knows only that its requirements are not known to be met.
internal sealed class ScopeArgumentTransfer(TransferContext context)
{
    private readonly EffectTransfer _effects = new(context);

    public Worlds Apply(IOperation operation, IMethodSymbol target, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Worlds worlds, ThrownWorlds thrown)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || !context.Services.Annotations.IsScopeType(parameter.Type)
                || context.Services.Contracts.OfScopeParameter(parameter) is not { IsEmpty: false } contract)
                continue;
            var site = CallSite.Of(operation, target, instance, arguments);
            var result = Worlds.None;
            foreach (var world in worlds.All)
                result = Worlds.Join(result, Apply(site, argument.Value, parameter, contract, world, thrown));
            worlds = result;
        }

        return worlds;
    }

    private Worlds Apply(CallSite site, IOperation argument, IParameterSymbol parameter, MemberContract contract, World world, ThrownWorlds thrown)
    {
        var know = context.Know(world);
        var scope = know.Bind(argument);
        var declared = contract.Effects.SelectMany(e => e.Capabilities).Select(c => site.Instantiate(c, context.Services, know) with { IsNegated = false }).Distinct().ToImmutableArray();
        if (ScopeTransfer.Managed(world, scope) is not { } managed)
        {
            if (scope is ParameterPath { Parameter.RefKind: not RefKind.Out })
            {
                context.Observer?.See(new OtherScopeSeen(argument, parameter, declared, default));
                return Worlds.Of(world);
            }

            var requirements = contract.Effects.RemoveAll(e => e.Kind is not (LockEffectKind.Requires or LockEffectKind.RequiresAny));
            return requirements.IsEmpty ? Worlds.Of(world) : _effects.Apply(site, new MemberContract(requirements), Worlds.Of(world), thrown);
        }

        var capabilities = ImmutableArray.CreateRange(managed, m => m.Capability);
        if (capabilities.Any(c => !declared.Contains(c)) || declared.Any(c => !capabilities.Contains(c)))
        {
            context.Observer?.See(new OtherScopeSeen(argument, parameter, declared, capabilities));
            return Worlds.Of(world);
        }

        var conditions = contract.Effects.RemoveAll(e => e.Kind is LockEffectKind.Acquires or LockEffectKind.Releases or LockEffectKind.TryAcquires);
        if (!conditions.IsEmpty)
            _effects.Apply(site, new MemberContract(conditions), Worlds.Of(world), thrown);
        foreach (var effect in contract.Effects.Where(e => e.Kind is LockEffectKind.Releases or LockEffectKind.Acquires && EffectTransfer.IsActive(e, site, know)))
        {
            var affected = managed.Where(m => effect.Capabilities.Any(c => site.Instantiate(c, context.Services, know).Equals(m.Capability))).ToImmutableArray();
            world = effect.Kind == LockEffectKind.Releases
                ? ScopeTransfer.ReleaseManaged(context, site, effect, scope, affected, world)
                : ScopeTransfer.Reacquire(context, site, effect, scope, affected, world);
        }

        return Worlds.Of(world);
    }
}

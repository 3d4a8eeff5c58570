using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// A capability that belongs to no thread may be handed to a lambda that runs later and gives it back: the lambda begins
/// with it, and whoever took it owes nothing any more.
internal static class HandOver
{
    public static bool IsPossible(Worlds worlds, TransferContext context) => worlds.All.Any(world => world.Holds.Any(hold => IsOwed(hold, context)));

    /// What a function that a delegate is made of here takes along.
    public static ImmutableArray<Hold> To(IOperation created, IMethodSymbol function, World world, TransferContext context)
    {
        if (context.Functions.GraphOf(function)?.Cfg.OriginalOperation is not { } body || !world.Holds.Any(hold => IsOwed(hold, context)))
            return ImmutableArray<Hold>.Empty;
        var know = context.Know(world);
        var effects = body.Descendants().OfType<IInvocationOperation>().SelectMany(call => Effects(call, created, function, know, context)).ToList();
        // What it takes before it gives it back is its own.
        return world.Holds.Where(hold => IsOwed(hold, context) && effects.FirstOrDefault(e => e.Capabilities.Contains(hold.Capability)
            && e.Kind is LockEffectKind.Releases or LockEffectKind.Acquires or LockEffectKind.TryAcquires) is { Capabilities.IsDefault: false, Kind: LockEffectKind.Releases }).ToImmutableArray();
    }

    private static IEnumerable<(LockEffectKind Kind, ImmutableArray<CapabilityExpression> Capabilities)> Effects(
        IInvocationOperation call, IOperation created, IMethodSymbol function, Knowledge know, TransferContext context)
    {
        var site = CallSite.Of(call, call.TargetMethod, call.Instance, call.Arguments);
        return context.Services.Contracts.Of(call.TargetMethod).Effects.Select(effect => (effect.Kind, site.Instantiate(effect, context.Services, know)
            .SelectMany(c => c.Path is ParameterPath { Parameter: var parameter } && function.Parameters.Contains(parameter, SymbolEqualityComparer.Default)
                ? PassedWith(created).Select(value => c with { Path = know.Bind(value) })
                : ImmutableArray.Create(c)).ToImmutableArray()));
    }

    /// What the function may be called with: the other arguments of the call that its delegate is passed to (`state`).
    private static IEnumerable<IOperation> PassedWith(IOperation created)
    {
        var use = DelegateUse.Outermost(created).Parent;
        return use is IArgumentOperation { Parent: IOperation call } ? call.ChildOperations.OfType<IArgumentOperation>().Where(other => other != use).Select(other => other.Value) : Enumerable.Empty<IOperation>();
    }

    private static bool IsOwed(Hold hold, TransferContext context) =>
        hold.Levels.Any(level => level is { Source: HoldSource.Acquired or HoldSource.ToRelease, Scope: null }) && !context.Services.Contracts.TraitsOf(hold.Capability).ThreadAffine;
}

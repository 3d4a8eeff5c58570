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

    /// What a lambda that is created here takes along.
    public static ImmutableArray<Hold> To(IOperation function, World world, TransferContext context)
    {
        if (function is not IFlowAnonymousFunctionOperation || !world.Holds.Any(hold => IsOwed(hold, context)))
            return ImmutableArray<Hold>.Empty;
        var know = context.Know(world);
        var effects = context.Graph.Cfg.OriginalOperation.DescendantsAndSelf().OfType<IAnonymousFunctionOperation>().Where(lambda => lambda.Syntax == function.Syntax)
            .SelectMany(lambda => lambda.Descendants()).OfType<IInvocationOperation>()
            .SelectMany(call => context.Services.Contracts.Of(call.TargetMethod).Effects.SelectMany(effect =>
                CallSite.Of(call, call.TargetMethod, call.Instance, call.Arguments).Instantiate(effect, context.Services, know).Select(c => (effect.Kind, Capability: c))))
            .ToList();
        // What it takes before it gives it back is its own.
        return world.Holds.Where(hold => IsOwed(hold, context) && effects.FirstOrDefault(e => e.Capability.Equals(hold.Capability)
            && e.Kind is LockEffectKind.Releases or LockEffectKind.Acquires or LockEffectKind.TryAcquires) is { Capability: not null, Kind: LockEffectKind.Releases }).ToImmutableArray();
    }

    private static bool IsOwed(Hold hold, TransferContext context) =>
        hold.Levels.Any(level => level is { Source: HoldSource.Acquired or HoldSource.ToRelease, Scope: null }) && !context.Services.Contracts.TraitsOf(hold.Capability).ThreadAffine;
}

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// Negative capabilities: where it must be known that something is not held. Known it is by the member's own contract,
/// after a release, and while nobody else can see the object. Owed it is for the capabilities of the member's own type
/// and its bases, and for accessible statics: others the member could not speak of.
internal static class AbsenceTransfer
{
    private static readonly KnownValue Known = new() { Fact = ValueFact.EqualTo(true) };

    public static World Note(World world, CapabilityExpression capability) => IsAsked(world) ? world.WithValue(AbsencePath.Of(capability), Known) : world;

    public static bool IsAsked(World world) => world.Values.ContainsKey(AbsencesAskedPath.Instance);

    /// What the contract says on entry.
    public static World Enter(World world, MemberContract contract, BodyContext body)
    {
        if (!body.Services.Optional.Negatives)
            return world;
        world = world.WithValue(AbsencesAskedPath.Instance, Known);
        foreach (var effect in contract.Effects.Where(e => e.If is null))
        {
            var absent = effect.Kind is LockEffectKind.Excludes or LockEffectKind.Acquires or LockEffectKind.TryAcquires
                ? effect.Capabilities
                : effect.Kind == LockEffectKind.Requires ? effect.Capabilities.Where(c => c.IsNegated) : ImmutableArray<CapabilityExpression>.Empty;
            foreach (var capability in absent)
                world = Note(world, capability);
        }

        return world;
    }

    /// Before an acquisition. What nests may be held.
    public static void Acquire(TransferContext context, IOperation place, CapabilityExpression capability, World world)
    {
        if (context.Observer is { } observer && IsAsked(world) && context.Services.Contracts.TraitsOf(capability).Reentrant == false && !IsKnown(context, world, capability))
            observer.See(new AbsenceUnknown(place, null, capability));
    }

    /// Before a call that requires the absence; said once, it is known.
    public static World Require(TransferContext context, CallSite site, CapabilityExpression capability, World world)
    {
        if (!IsAsked(world) || world.HoldOf(capability) is not null || IsKnown(context, world, capability))
            return world;
        context.Observer?.See(new AbsenceUnknown(site.Operation, site.Target, capability));
        return Note(world, capability);
    }

    private static bool IsKnown(TransferContext context, World world, CapabilityExpression capability) =>
        world.HoldOf(capability) is not null || world.Values.ContainsKey(AbsencePath.Of(capability)) || !IsOwed(context, capability.Path)
        || context.IsUnderConstruction(world, capability.Path.Receiver ?? capability.Path);

    private static bool IsOwed(TransferContext context, CapabilityPath path)
    {
        var type = context.Body.Member.ContainingType;
        return type is not null && path switch
        {
            MemberPath { Instance: null, Symbol: var member } => IsAccessible(member),
            MemberPath { Instance: ThisPath or ParameterPath, Symbol: var member } => IsBase(member.ContainingType, type),
            ThisPath => true,
            TypePath role => IsAccessible(role.Named),
            _ => false,
        };

        bool IsAccessible(ISymbol symbol) => context.Services.Compilation.IsSymbolAccessibleWithin(symbol, type);
    }

    private static bool IsBase(INamedTypeSymbol? declaring, INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(declaring?.OriginalDefinition, type.OriginalDefinition))
                return true;
        }

        return false;
    }
}

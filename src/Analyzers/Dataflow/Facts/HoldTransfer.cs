using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// What acquiring, releasing and asserting one capability does to one world. After something that will be reported, the
/// world is what the programmer evidently meant, so that one mistake is one report.
internal static class HoldTransfer
{
    public static (World World, AcquisitionOutcome Outcome, Hold? Held) Acquire(
        World world, CapabilityExpression capability, HoldMode mode, LockTraits traits, HoldLevel level)
    {
        var held = world.HoldOf(capability);
        var pushed = world.Push(capability, level);
        if (held is null)
            return (pushed, AcquisitionOutcome.Acquired, null);
        var outcome = OutcomeOf(held, mode, traits);
        return (outcome == AcquisitionOutcome.Acquired ? pushed : pushed.WithUnjudged(capability, level.Site!), outcome, held);
    }

    /// Taking the write side needs that the read side is not all that is held; over the upgradeable side it is what that
    /// is for. What does not nest may still take the read side under the upgradeable one.
    private static AcquisitionOutcome OutcomeOf(Hold held, HoldMode mode, LockTraits traits)
    {
        // Of what a contract only says that one of several is held, in some mode.
        if (held.Levels.All(level => level is { Source: HoldSource.Assumed, Mode: HoldMode.Shared, Site: null }))
            return AcquisitionOutcome.Acquired;
        if (held.Mode == HoldMode.Shared && mode != HoldMode.Shared)
            return AcquisitionOutcome.Upgraded;
        if (traits.Reentrant != false)
            return AcquisitionOutcome.Acquired;
        return held.Mode == HoldMode.Upgradeable && mode != HoldMode.Upgradeable && held.Levels.All(level => level.Mode == HoldMode.Upgradeable)
            ? AcquisitionOutcome.Acquired
            : AcquisitionOutcome.AlreadyHeld;
    }

    public static (World World, ReleaseOutcome Outcome, Hold? Held) Release(
        World world, CapabilityExpression capability, HoldMode mode, bool anyMode, bool isIdentified, IOperation place, bool isGap = true, bool isDowngrade = false)
    {
        if (world.HoldOf(capability) is not { } held)
            return ReleaseOfNothing(world, capability, isIdentified, place);

        var index = LastIndex(held, level => anyMode || level.Mode == mode);
        if (index >= 0)
            return (world.Pop(held, index, isGap, isDowngrade), ReleaseOutcome.Released, held);
        var released = world.Pop(held, held.Levels.Length - 1);
        return world.IsUnjudged(capability, place)
            ? (released, ReleaseOutcome.Unjudged, held)
            : (released, ReleaseOutcome.WrongMode, held);
    }

    public static World Assert(World world, CapabilityExpression capability, HoldMode mode) =>
        world.HoldOf(capability) is { } held && held.Satisfies(mode)
            ? world
            : world.Push(capability, new HoldLevel(mode, HoldSource.Asserted, null, null));

    /// A role that is not known to be held any more; whoever relies on it is told at the use.
    public static World Lose(World world, CapabilityExpression role, IOperation place) => world.HoldOf(role) is { } hold
        ? world.WithHolds(world.Holds.Remove(hold)).WithUnjudged(role, place)
        : world;

    /// The hold to name when another one is missing: another mode, then the same member of another object, then the same
    /// kind of lock, then whatever is held.
    public static Hold? Nearest(World world, CapabilityExpression missing)
    {
        Hold? best = null;
        var bestRank = 0;
        foreach (var hold in world.Holds)
        {
            var rank = Rank(hold.Capability, missing);
            if (rank > bestRank)
                (best, bestRank) = (hold, rank);
        }

        return best;
    }

    private static int Rank(CapabilityExpression held, CapabilityExpression missing)
    {
        if (held.Path.Equals(missing.Path))
            return held.Protocol == missing.Protocol ? 5 : 4;
        if (held.Path is MemberPath a && missing.Path is MemberPath b && SymbolEqualityComparer.Default.Equals(a.Symbol, b.Symbol))
            return 3;
        return held.Protocol == missing.Protocol ? 2 : 1;
    }

    /// Nothing is claimed about an object that is not known, nor while something is held whose name was lost: it may be
    /// that. The programmer meant some hold that is there, so those are not judged any more.
    private static (World World, ReleaseOutcome Outcome, Hold? Held) ReleaseOfNothing(World world, CapabilityExpression capability, bool isIdentified, IOperation place)
    {
        if (world.IsUnjudged(capability, place))
            return (world, ReleaseOutcome.Unjudged, null);
        var nearest = Nearest(world, capability);
        if (isIdentified && !world.HasLostHold && !world.Holds.Any(hold => IsUnknown(hold.Capability.Path)))
            return (nearest is { } other && Owed(other) ? world.WithUnjudged(other.Capability, place) : world, ReleaseOutcome.NotHeld, nearest);
        var result = world;
        foreach (var hold in world.Holds.Where(hold => hold.Capability.Protocol == capability.Protocol && (!isIdentified || IsUnknown(hold.Capability.Path))))
            result = result.WithUnjudged(hold.Capability, place);
        return (result, ReleaseOutcome.Unjudged, null);
    }

    private static bool Owed(Hold hold) => hold.Levels.Any(level => level.Source == HoldSource.Acquired);

    public static bool IsUnknown(CapabilityPath path)
    {
        var root = path;
        while (root.Receiver is { } receiver)
            root = receiver;
        return root is ValuePath { IsFresh: false } or CapturePath or LocalPath;
    }

    private static int LastIndex(Hold hold, System.Func<HoldLevel, bool> condition)
    {
        for (var i = hold.Levels.Length - 1; i >= 0; i--)
        {
            if (condition(hold.Levels[i]))
                return i;
        }

        return -1;
    }
}

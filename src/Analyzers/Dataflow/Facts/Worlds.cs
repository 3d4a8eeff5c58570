using System;
using System.Collections.Immutable;
using System.Linq;

namespace Capability.Analyzers.Dataflow.Facts;

/// What may be true at a point: one world for each different set of holds with which a path comes here.
///
/// Join is union, with worlds that hold the same merged into one that knows what both know. It is commutative,
/// associative and idempotent up to order, and joining repeatedly reaches a fixed point: the sets of holds are finitely
/// many (levels are capped), and what each world knows only shrinks. A capability is held on all paths when every world
/// holds it, on some when one does.
internal sealed class Worlds
{
    /// More different sets of holds than this at one point, and the body is given up silently.
    public const int MaxWorlds = 64;

    /// More worlds than this that hold the same are not told apart any more.
    public const int MaxVariants = 8;

    public static readonly Worlds None = new(ImmutableArray<World>.Empty, false);

    /// The body was given up: it has too many different sets of holds to be judged.
    public static readonly Worlds TooMany = new(ImmutableArray<World>.Empty, true);

    private Worlds(ImmutableArray<World> all, bool isTooMany)
    {
        All = all;
        IsTooMany = isTooMany;
    }

    public ImmutableArray<World> All { get; }

    public bool IsTooMany { get; }

    /// No path comes here.
    public bool IsDead => All.IsEmpty && !IsTooMany;

    public static Worlds Of(World world) => new(ImmutableArray.Create(world), false);

    public static Worlds Of(ImmutableArray<World> worlds) => worlds.Length <= 1 ? new(worlds, false) : Join(None, worlds);

    /// The union. Returns <paramref name="left"/> itself when nothing is added.
    public static Worlds Join(Worlds left, Worlds right)
    {
        if (left.IsTooMany || right.IsTooMany)
            return TooMany;
        if (ReferenceEquals(left, right) || right.All.IsEmpty)
            return left;
        return left.All.IsEmpty ? right : Join(left, right.All);
    }

    public Worlds Select(Func<World, World> change)
    {
        if (IsTooMany)
            return this;
        ImmutableArray<World>.Builder? changed = null;
        for (var i = 0; i < All.Length; i++)
        {
            var world = change(All[i]);
            if (changed is null && !ReferenceEquals(world, All[i]))
            {
                changed = ImmutableArray.CreateBuilder<World>(All.Length);
                changed.AddRange(All, i);
            }

            changed?.Add(world);
        }

        return changed is null ? this : Of(changed.ToImmutable());
    }

    public Worlds SelectMany(Func<World, ImmutableArray<World>> change)
    {
        if (IsTooMany)
            return this;
        var result = ImmutableArray.CreateBuilder<World>(All.Length);
        foreach (var world in All)
            result.AddRange(change(world));
        return Of(result.ToImmutable());
    }

    public bool SameAs(Worlds other) =>
        ReferenceEquals(this, other)
        || (IsTooMany == other.IsTooMany && All.Length == other.All.Length && All.All(world => other.All.Any(world.Equals)));

    private static Worlds Join(Worlds left, ImmutableArray<World> added)
    {
        var worlds = left.All.ToBuilder();
        var isChanged = false;
        foreach (var world in added)
        {
            var place = PlaceOf(world, worlds);
            if (place < 0)
            {
                worlds.Add(world);
                isChanged = true;
                continue;
            }

            var both = worlds[place].Merge(world);
            if (ReferenceEquals(both, worlds[place]) || both.Equals(worlds[place]))
                continue;
            worlds[place] = both;
            isChanged = true;
        }

        if (isChanged && worlds.Count > 1 && NameGrowth.Settle(worlds) is { } settled)
            return Join(None, settled);
        if (worlds.Count > MaxWorlds)
            return Collapse(worlds);
        return isChanged ? new Worlds(worlds.ToImmutable(), false) : left;
    }

    /// The world to merge with: one that holds the same and is not told apart, or any that holds the same when there are
    /// too many of them.
    private static int PlaceOf(World world, ImmutableArray<World>.Builder worlds)
    {
        var variants = 0;
        var first = -1;
        for (var i = 0; i < worlds.Count; i++)
        {
            if (!worlds[i].HoldsTheSame(world))
                continue;
            if (!worlds[i].IsToldApartFrom(world))
                return i;
            variants++;
            if (first < 0)
                first = i;
        }

        return variants >= MaxVariants ? first : -1;
    }

    /// Before a body is given up, what is told apart only by its conditions is put together.
    private static Worlds Collapse(ImmutableArray<World>.Builder worlds)
    {
        var collapsed = ImmutableArray.CreateBuilder<World>();
        foreach (var world in worlds)
        {
            var place = -1;
            for (var i = 0; i < collapsed.Count && place < 0; i++)
                place = collapsed[i].HoldsTheSame(world) ? i : -1;
            if (place < 0)
                collapsed.Add(world);
            else
                collapsed[place] = collapsed[place].Merge(world);
        }

        return collapsed.Count > MaxWorlds ? TooMany : new Worlds(collapsed.ToImmutable(), false);
    }
}

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
            var merged = false;
            for (var i = 0; i < worlds.Count && !merged; i++)
            {
                if (!worlds[i].HoldsTheSame(world))
                    continue;
                merged = true;
                var both = worlds[i].Merge(world);
                if (!ReferenceEquals(both, worlds[i]) && !both.Equals(worlds[i]))
                {
                    worlds[i] = both;
                    isChanged = true;
                }
            }

            if (merged)
                continue;
            worlds.Add(world);
            isChanged = true;
        }

        if (worlds.Count > MaxWorlds)
            return TooMany;
        return isChanged ? new Worlds(worlds.ToImmutable(), false) : left;
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;

namespace Capability.Analyzers.Dataflow.Facts;

/// A variable that walks along a structure (`node = node.Next`) has, where the rounds of the loop meet, one name in the
/// first and a longer one in each later round. It has two reaching definitions, so it is no other name for anything: what
/// was held through it is held under the variable's own name. Without this, every round would be another world.
internal static class NameGrowth
{
    /// The worlds with such variables standing for themselves; null when there are none.
    public static ImmutableArray<World>? Settle(ImmutableArray<World>.Builder worlds)
    {
        ImmutableArray<World>? settled = null;
        foreach (var variable in Different(worlds).OrderBy(path => path.Display, System.StringComparer.Ordinal))
        {
            var names = worlds.Select(world => world.ValueOf(variable)?.Path).OfType<CapabilityPath>().Distinct().ToList();
            if (!names.Any(name => names.Any(longer => !longer.Equals(name) && longer.Contains(name))))
                continue;
            settled = ImmutableArray.CreateRange(settled ?? worlds.ToImmutable(), world => world.ValueOf(variable)?.Path is { } path && !path.Equals(variable)
                ? Forgetting.Rename(world, path, variable)
                : world);
        }

        return settled;
    }

    /// Variables that stand for different things in different worlds, if any stands for something reached through another.
    private static IReadOnlyCollection<CapabilityPath> Different(ImmutableArray<World>.Builder worlds)
    {
        var hasNames = false;
        foreach (var world in worlds)
            hasNames |= world.HasNames;
        if (!hasNames)
            return System.Array.Empty<CapabilityPath>();
        var names = new Dictionary<CapabilityPath, CapabilityPath>();
        HashSet<CapabilityPath>? different = null;
        foreach (var world in worlds)
        {
            foreach (var pair in world.Values)
            {
                if (pair.Key is not (LocalPath or ParameterPath) || pair.Value.Path is not { } path)
                    continue;
                if (!names.TryGetValue(pair.Key, out var name))
                    names.Add(pair.Key, path);
                else if (!ReferenceEquals(name, path) && !name.Equals(path))
                    (different ??= new()).Add(pair.Key);
            }
        }

        return different ?? (IReadOnlyCollection<CapabilityPath>)System.Array.Empty<CapabilityPath>();
    }
}

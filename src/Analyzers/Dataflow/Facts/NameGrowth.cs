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
        foreach (var variable in worlds.SelectMany(world => world.Values.Where(pair => pair.Key is LocalPath or ParameterPath && pair.Value.Path is { Receiver: not null }).Select(pair => pair.Key)).Distinct().OrderBy(path => path.Display, System.StringComparer.Ordinal).ToList())
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
}

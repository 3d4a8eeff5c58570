using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;

namespace Capability.Analyzers.Dataflow.Facts;

/// What an assignment does to names. Assigning a segment ends what was known through every path that contains it: a
/// lock is still held, but under another name if some other variable has one for it, and otherwise under none.
internal static class Forgetting
{
    public static bool Contains(this CapabilityPath path, CapabilityPath part)
    {
        for (CapabilityPath? p = path; p is not null; p = p.Receiver)
        {
            if (p.Equals(part))
                return true;
            if (p is not IndexPath { Indices: var indices })
                continue;
            foreach (var index in indices)
            {
                if (index.Path is { } i && i.Contains(part))
                    return true;
            }
        }

        return false;
    }

    /// The world after <paramref name="assigned"/> got another value, and <paramref name="value"/> as it is called then
    /// (null when it has no name any more).
    public static (World World, CapabilityPath? Value) Forget(World world, CapabilityPath assigned, CapabilityPath? value)
    {
        if (!IsMentioned(world, assigned) && (value is null || !value.Contains(assigned)))
            return (world, value);

        var renamed = value;
        var result = world;
        // A name for the object itself names all that is reached through it, so the shortest path comes first, and a
        // variable before a temporary.
        foreach (var pair in world.Values.Where(pair => IsOtherNameFor(pair.Key, pair.Value.Path, assigned))
            .OrderBy(pair => OperationBinder.Length(pair.Value.Path!)).ThenBy(pair => pair.Key is CapturePath).ThenBy(pair => pair.Key.Display, System.StringComparer.Ordinal))
        {
            var (old, name) = (pair.Value.Path!, pair.Key);
            result = Rename(result, old, name);
            renamed = renamed is null ? null : Rename(renamed, old, name);
        }

        return (Drop(result, assigned), renamed is not null && renamed.Contains(assigned) ? null : renamed);
    }

    private static bool IsMentioned(World world, CapabilityPath assigned)
    {
        foreach (var hold in world.Holds)
        {
            if (hold.Capability.Path.Contains(assigned))
                return true;
        }

        // Variables that know nothing of each other need not be asked one by one.
        if (!world.HasLinks && assigned is (LocalPath or ParameterPath or CapturePath))
            return world.Values.ContainsKey(assigned) || world.Unescaped.Contains(assigned);
        foreach (var pair in world.Values)
        {
            if (pair.Key.Contains(assigned) || pair.Value.Path?.Contains(assigned) == true || pair.Value.Predicate?.Subject.Contains(assigned) == true
                || pair.Value.Guarded?.Path.Contains(assigned) == true || pair.Value.Fetched?.Mentions(assigned) == true)
                return true;
        }

        return world.Unescaped.Contains(assigned);
    }

    /// The object has left the member. A reference to a place still is one after the place got another value.
    private static bool IsOld(GuardedAlias? alias, CapabilityPath assigned) =>
        alias is not null && (alias.IsPlace ? alias.Receiver?.Contains(assigned) == true : alias.Path.Contains(assigned));

    private static bool IsOtherNameFor(CapabilityPath variable, CapabilityPath? path, CapabilityPath assigned) =>
        variable is LocalPath or ParameterPath or CapturePath or ValuePath && path is not null && path.Contains(assigned) && !path.Equals(variable) && !variable.Contains(assigned);

    /// The same world with one path called by another name.
    public static World Rename(World world, CapabilityPath old, CapabilityPath name)
    {
        var result = world.WithHolds(ImmutableArray.CreateRange(world.Holds, hold => hold.Capability.Path.Contains(old)
            ? hold with { Capability = hold.Capability with { Path = Rename(hold.Capability.Path, old, name) } }
            : hold));
        var values = result.Values;
        foreach (var pair in result.Values)
        {
            var renamed = Rename(pair.Value, pair.Key, old, name);
            if (!ReferenceEquals(renamed, pair.Value))
                values = values.SetItem(pair.Key, renamed);
        }

        return result.WithValues(values);
    }

    private static KnownValue Rename(KnownValue value, CapabilityPath variable, CapabilityPath old, CapabilityPath name)
    {
        if (value.Path is { } path && path.Contains(old))
            value = value with { Path = variable.Equals(name) ? null : Rename(path, old, name) };
        return value.Guarded is { } alias && alias.Path.Contains(old)
            ? value with { Guarded = Rename(alias.Path, old, name) is MemberPath member ? alias with { Path = member } : null }
            : value;
    }

    /// The path as it reads when what it goes through has another name.
    public static CapabilityPath Rename(CapabilityPath path, CapabilityPath old, CapabilityPath name)
    {
        if (path.Equals(old))
            return name;
        return path.Receiver is { } receiver ? path.WithReceiver(Rename(receiver, old, name)) : path;
    }

    private static World Drop(World world, CapabilityPath assigned)
    {
        var result = world;
        if (world.Holds.Any(hold => hold.Capability.Path.Contains(assigned)))
            result = result.WithHolds(world.Holds.RemoveAll(hold => hold.Capability.Path.Contains(assigned))).WithLostHold();
        var values = result.Values;
        foreach (var pair in result.Values)
        {
            if (pair.Key is FetchedPath { State: var written } && written.Equals(assigned) && pair.Value.Fetched?.AfterWrite is { } lasting)
                values = values.SetItem(pair.Key, pair.Value with { Fetched = lasting });
            else if (pair.Key.Contains(assigned))
                values = values.Remove(pair.Key);
            else if (pair.Value.Path?.Contains(assigned) == true || pair.Value.Predicate?.Subject.Contains(assigned) == true
                || pair.Value.Guarded?.Path.Contains(assigned) == true || pair.Value.Fetched?.Mentions(assigned) == true)
                values = Weaken(values, pair.Key, pair.Value, assigned);
        }

        var unescaped = result.Unescaped.Contains(assigned) ? result.Unescaped.Remove(assigned) : result.Unescaped;
        return result.WithValues(values).WithUnescaped(unescaped);
    }

    private static ImmutableDictionary<CapabilityPath, KnownValue> Weaken(
        ImmutableDictionary<CapabilityPath, KnownValue> values, CapabilityPath key, KnownValue value, CapabilityPath assigned)
    {
        var weaker = value with
        {
            Path = value.Path?.Contains(assigned) == true ? null : value.Path,
            Predicate = value.Predicate?.Subject.Contains(assigned) == true ? null : value.Predicate,
            Guarded = IsOld(value.Guarded, assigned) ? null : value.Guarded,
            Fetched = value.Fetched?.Without(assigned),
        };
        return weaker.Equals(KnownValue.Nothing) ? values.Remove(key) : values.SetItem(key, weaker);
    }
}

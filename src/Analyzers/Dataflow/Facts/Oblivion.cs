using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Dataflow.Graph;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// What need not be known any more: variables whose scope was left, and results that nothing names. Without this a world
/// remembers every temporary of a long body, and each step pays for all of them.
internal static class Oblivion
{
    public static World Enter(World world, BasicBlock block, GraphContext graph)
    {
        if (world.Values.IsEmpty)
            return world;
        world = Settle(world, block, graph.Body);
        var scopes = graph.Scopes;
        List<CapabilityPath>? gone = null;
        foreach (var pair in world.Values)
        {
            var isGone = pair.Key switch
            {
                LocalPath local => !scopes.Lives(local.Local, block),
                CapturePath capture => !scopes.Lives(capture.Id, block),
                ValuePath => true,
                _ => false,
            };
            if (isGone)
                (gone ??= new List<CapabilityPath>()).Add(pair.Key);
        }

        if (gone is null)
            return world;
        var dead = new HashSet<CapabilityPath>(gone);
        Keep(world, dead);
        return dead.Count == 0 ? world : world.WithValues(world.Values.RemoveRange(dead));
    }

    /// Paths on which something differs that is never asked about again need not be kept apart any longer.
    private static World Settle(World world, BasicBlock block, BodyContext body)
    {
        if (!world.HasCorrelated)
            return world;
        var place = block.Operations.FirstOrDefault()?.Syntax ?? block.BranchValue?.Syntax;
        if (place is null)
            return world;
        var values = world.Values;
        foreach (var pair in world.Values)
        {
            if (pair.Value.IsCorrelated && body.IsDoneWith(pair.Key, place.SpanStart))
                values = values.SetItem(pair.Key, pair.Value with { IsCorrelated = false });
        }

        return world.WithValues(values);
    }

    /// Takes out what a hold, an object under construction or something that lives on is called by. All of them are roots.
    private static void Keep(World world, HashSet<CapabilityPath> dead)
    {
        var gone = new HashSet<CapabilityPath>(dead);
        dead.ExceptWith(world.Unescaped);
        foreach (var pair in world.Values)
        {
            if (IsTemporal(pair.Key) && gone.Contains(pair.Key))
                continue;
            Keep(pair.Key, dead);
            Keep(pair.Value.Path, dead);
            Keep(pair.Value.Predicate?.Subject, dead);
        }

        foreach (var hold in world.Holds)
        {
            Keep(hold.Capability.Path, dead);
            foreach (var level in hold.Levels)
                Keep(level.Scope, dead);
        }
    }

    private static void Keep(CapabilityPath? path, HashSet<CapabilityPath> dead)
    {
        while (path?.Receiver is { } receiver)
            path = receiver;
        if (path is not null && IsTemporal(path))
            dead.Remove(path);
    }

    private static bool IsTemporal(CapabilityPath path) => path is LocalPath or CapturePath or ValuePath;
}

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
        var named = Named(world, gone);
        return world.WithValues(world.Values.RemoveRange(gone.Where(path => !named.Contains(path))));
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

    /// What a hold, an object under construction or something that lives on is called by.
    private static HashSet<CapabilityPath> Named(World world, List<CapabilityPath> gone)
    {
        var named = new HashSet<CapabilityPath>(world.Unescaped);
        var dead = new HashSet<CapabilityPath>(gone);
        foreach (var pair in world.Values)
        {
            if (dead.Contains(pair.Key))
                continue;
            Name(pair.Key, named);
            Name(pair.Value.Path, named);
            Name(pair.Value.Predicate?.Subject, named);
        }

        foreach (var hold in world.Holds)
        {
            Name(hold.Capability.Path, named);
            foreach (var level in hold.Levels)
                Name(level.Scope, named);
        }

        return named;
    }

    private static void Name(CapabilityPath? path, HashSet<CapabilityPath> named)
    {
        for (; path is not null; path = path.Receiver)
            named.Add(path);
    }
}

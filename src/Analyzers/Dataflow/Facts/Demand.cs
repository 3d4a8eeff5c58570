using System;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;

using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// A call or an access needs capabilities. The first operation that meets one held on some paths only is the one that
/// reports it; from there on it counts as held, in the mode it has on the paths that hold it.
internal sealed class Demand(TransferContext context, IOperation place, HoldMode mode, bool any)
{
    public Worlds Check(
        Worlds worlds, Func<World, ImmutableArray<CapabilityExpression>> needed, Action<World, ImmutableArray<CapabilityExpression>, Hold?> observe)
    {
        var missing = ImmutableArray.CreateBuilder<ImmutableArray<CapabilityExpression>>(worlds.All.Length);
        foreach (var world in worlds.All)
        {
            var asked = needed(world);
            var lacking = Missing(world, asked);
            missing.Add(lacking);
            observe(world, lacking, lacking.IsEmpty ? asked.Select(world.HoldOf).FirstOrDefault(hold => hold is not null) : HoldTransfer.Nearest(world, lacking[0]));
        }

        var lacks = missing.Count(m => !m.IsEmpty);
        return lacks == 0 || lacks == missing.Count ? worlds : CountAsHeld(worlds, missing.ToImmutable(), needed);
    }

    private ImmutableArray<CapabilityExpression> Missing(World world, ImmutableArray<CapabilityExpression> needed)
    {
        var lacking = needed.Where(capability => !IsMet(world, capability)).ToImmutableArray();
        return any && lacking.Length < needed.Length ? ImmutableArray<CapabilityExpression>.Empty : lacking;
    }

    private bool IsMet(World world, CapabilityExpression capability) =>
        world.HoldOf(capability)?.Satisfies(mode) == true || context.IsUnderConstruction(world, capability.Path.Receiver ?? capability.Path);

    private Worlds CountAsHeld(Worlds worlds, ImmutableArray<ImmutableArray<CapabilityExpression>> missing, Func<World, ImmutableArray<CapabilityExpression>> needed)
    {
        var modes = worlds.All.Select((world, i) => (world, i)).Where(pair => missing[pair.i].IsEmpty)
            .SelectMany(pair => needed(pair.world).Select(capability => pair.world.HoldOf(capability))).OfType<Hold>()
            .ToLookup(hold => hold.Capability, hold => hold.Mode);
        var lost = missing.SelectMany(m => m).Distinct().ToImmutableArray();
        var index = 0;
        return worlds.Select(world =>
        {
            var lacking = missing[index++];
            foreach (var capability in any ? lacking.Take(1) : lacking)
            {
                var held = modes[capability].DefaultIfEmpty(mode).Max();
                world = world.Push(capability, new HoldLevel(held, HoldSource.Assumed, null, null));
            }

            return lost.Aggregate(world, (w, capability) => w.WithUnjudged(capability, place));
        });
    }
}

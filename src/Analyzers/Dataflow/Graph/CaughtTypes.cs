using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Graph;

/// The exception types that handlers of a graph name: a state that travels with one of them may end up there.
internal static class CaughtTypes
{
    public static ImmutableHashSet<string> Of(ControlFlowGraph cfg)
    {
        var caught = ImmutableHashSet.CreateBuilder<string>(System.StringComparer.Ordinal);
        Add(cfg.Root, caught);
        return caught.ToImmutable();
    }

    private static void Add(ControlFlowRegion region, ImmutableHashSet<string>.Builder caught)
    {
        if (region.ExceptionType is { } type)
            caught.Add(type.ToDisplayString());
        foreach (var nested in region.NestedRegions)
            Add(nested, caught);
    }
}

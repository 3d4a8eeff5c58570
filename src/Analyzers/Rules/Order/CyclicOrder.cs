using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Order;

/// CAP0042: by its declarations a capability is to be acquired before itself. Once per circle, at the first of them.
internal static class CyclicOrder
{
    public static IEnumerable<Finding> Check(DeclaredOrder order) =>
        from cycle in order.Cycles()
        let places = cycle.Select(edge => edge.Source.Location).OfType<Location>().Distinct().ToImmutableArray()
        where !places.IsEmpty
        select Finding.At(Descriptors.CyclicOrder, places[0], string.Join("; ", cycle.Select(InWords).Distinct())) with { Related = places.RemoveAt(0) };

    private static string InWords(OrderEdge edge) => Wording.Name(edge.Earlier) + " before " + Wording.Name(edge.Later);
}

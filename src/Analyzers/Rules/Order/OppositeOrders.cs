using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Order;

/// CAP0043: one member acquires two locks in one order, another in the other, and nothing keeps two threads from doing
/// both at once. Once per pair of locks, at the inner acquisition of the later member.
internal static class OppositeOrders
{
    /// Of more acquisitions of one pair than this, the first are compared.
    private const int MaxCompared = 64;

    public static IEnumerable<Finding> Check(ImmutableArray<LockEdge> edges, DeclaredOrder order)
    {
        var byPair = edges.GroupBy(edge => (edge.Held.Declaration, edge.Acquired.Declaration), Declarations.Comparer).ToDictionary(g => g.Key, g => g.OrderBy(e => e, SourceOrder.Comparer).ToList(), Declarations.Comparer);
        var done = new HashSet<(ISymbol, ISymbol)>(Declarations.Comparer);
        foreach (var pair in byPair)
        {
            var opposite = (pair.Key.Item2, pair.Key.Item1);
            if (!byPair.TryGetValue(opposite, out var others) || !done.Add(pair.Key) || !done.Add(opposite))
                continue;
            if (pair.Value.Concat(others).Any(edge => !edge.IsByCall && order.Broken(edge.Acquired.Capability, edge.Held.Capability) is not null))
                continue;
            var circle = from one in pair.Value.Take(MaxCompared)
                         from other in others.Take(MaxCompared)
                         where CanMeet(one, other)
                         let isLater = SourceOrder.Comparer.Compare(one, other) > 0
                         select (Earlier: isLater ? other : one, Later: isLater ? one : other);
            var first = circle.OrderBy(c => c.Later, SourceOrder.Comparer).ThenBy(c => c.Earlier, SourceOrder.Comparer).FirstOrDefault();
            if (first.Later is not null)
                yield return Report(first.Earlier, first.Later);
        }
    }

    /// Each thread holds what the other waits for, and no third lock keeps one of them out.
    private static bool CanMeet(LockEdge one, LockEdge other) =>
        one.Held.HasDeclarationOf(other.Acquired) && other.Held.HasDeclarationOf(one.Acquired)
        && Conflict(one.Held, other.Acquired) && Conflict(other.Held, one.Acquired)
        && !one.Gates.Any(gate => other.Gates.Any(their => gate.HasDeclarationOf(their) && Conflict(gate, their)))
        && AreTheSameObjects(one, other) && AreDifferent(one.Held, one.Acquired);

    private static bool Conflict(NamedLock left, NamedLock right) => left.Mode == HoldMode.Exclusive || right.Mode == HoldMode.Exclusive;

    /// Two locks of one object here are two locks of one object there. Of two objects of one type nobody can say whether
    /// they are the same two.
    private static bool AreTheSameObjects(LockEdge one, LockEdge other)
    {
        if (one.Held.IsStatic || one.Acquired.IsStatic)
            return true;
        var together = one.Held.Owner.Equals(one.Acquired.Owner);
        return together == other.Held.Owner.Equals(other.Acquired.Owner) && (together || !AreOfOneType(one.Held.Declaration, one.Acquired.Declaration));
    }

    /// A lock that was handed in may be the other one under another name.
    private static bool AreDifferent(NamedLock left, NamedLock right) =>
        left.Capability.Protocol != right.Capability.Protocol || (left.IsOwn && right.IsOwn)
        || (left.Capability.Path.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } a && right.Capability.Path.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } b && !IsBase(a.OriginalDefinition, b) && !IsBase(b.OriginalDefinition, a));

    private static bool AreOfOneType(ISymbol left, ISymbol right) => TypeOf(left) is { } a && TypeOf(right) is { } b && (IsBase(a, b) || IsBase(b, a));

    private static INamedTypeSymbol? TypeOf(ISymbol declaration) => (declaration as INamedTypeSymbol ?? declaration.ContainingType)?.OriginalDefinition;

    private static bool IsBase(INamedTypeSymbol type, INamedTypeSymbol? derived)
    {
        for (; derived is not null; derived = derived.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, derived.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static Finding Report(LockEdge earlier, LockEdge later) => Finding.At(
        Descriptors.OppositeOrders, later.Place,
        Wording.Member(earlier.Member), At(earlier.Held), Wording.Member(later.Member), At(later.Held), At(earlier.Acquired), At(later.Acquired)) with
    {
        Related = new[] { earlier.Held.Site, earlier.Place, earlier.Acquired.Site, later.Held.Site, later.Acquired.Site }.OfType<Location>().Where(place => !place.Equals(later.Place)).Distinct().ToImmutableArray(),
    };

    private static string At(NamedLock named) => Wording.Name(named.Capability) + (named.Site is not { } site
        ? " (or its caller does)"
        : " at " + Path.GetFileName(site.SourceTree?.FilePath ?? "") + "(" + (site.GetLineSpan().StartLinePosition.Line + 1) + ")");

    private sealed class SourceOrder : IComparer<LockEdge>
    {
        public static readonly SourceOrder Comparer = new();

        public int Compare(LockEdge? left, LockEdge? right)
        {
            var byFile = string.CompareOrdinal(left!.Place.SourceTree?.FilePath, right!.Place.SourceTree?.FilePath);
            if (byFile != 0)
                return byFile;
            var byPlace = left.Place.SourceSpan.Start.CompareTo(right.Place.SourceSpan.Start);
            return byPlace != 0 ? byPlace : (left.Held.Site?.SourceSpan.Start ?? -1).CompareTo(right.Held.Site?.SourceSpan.Start ?? -1);
        }
    }

    private sealed class Declarations : IEqualityComparer<(ISymbol, ISymbol)>
    {
        public static readonly Declarations Comparer = new();

        public bool Equals((ISymbol, ISymbol) left, (ISymbol, ISymbol) right) =>
            SymbolEqualityComparer.Default.Equals(left.Item1, right.Item1) && SymbolEqualityComparer.Default.Equals(left.Item2, right.Item2);

        public int GetHashCode((ISymbol, ISymbol) pair) =>
            (SymbolEqualityComparer.Default.GetHashCode(pair.Item1) * 31) + SymbolEqualityComparer.Default.GetHashCode(pair.Item2);
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// From what the replay of a member saw to what matters for the order of locks.
internal static class LockingOfBody
{
    /// More different ways to come to one place than this are not told apart.
    private const int MaxWays = 8;

    /// Null when the member neither acquires anything nor calls anybody.
    public static MemberLocking? Of(BodyContext body, FunctionInliner functions, IEnumerable<(IMethodSymbol? Function, Observation Observation)> observations)
    {
        // A static constructor runs once, before anybody else can use its type.
        if (EntryFacts.IsStaticConstruction(body.Member) || body.Member.Locations.FirstOrDefault() is not { } place)
            return null;
        var acquisitions = new List<LockStep>();
        var calls = new List<CallStep>();
        foreach (var (function, observation) in observations)
        {
            switch (observation)
            {
                case AcquisitionSeen { IsTry: false, Held: null, Capability.Path: var path } seen when NamedLock.IsLock(path) && !IsFresh(path, seen.Unescaped):
                    acquisitions.Add(new LockStep(
                        new NamedLock(seen.Capability, seen.Effect.Mode, Places.Of(seen.Operation)) { IsOwn = body.Services.Contracts.IsOwn(path) }, Named(seen.Around, seen.Unescaped, seen.Operation, body), IsPart(function)));
                    break;
                case CallSeen seen:
                    calls.Add(new CallStep(
                        seen.Target, seen.Receiver is { } receiver && NamedLock.IsNameable(receiver) && !IsFresh(receiver, seen.World.Unescaped) ? receiver : null,
                        seen.Arguments.Where(a => NamedLock.IsNameable(a.Value)).ToImmutableArray(), Places.Of(seen.Operation), Named(seen.World.Holds, seen.World.Unescaped, null, body), IsPart(function)));
                    break;
            }
        }

        return acquisitions.Count + calls.Count + body.Delegated.Count == 0 ? null : new MemberLocking(
            body.Member, place,
            acquisitions.GroupBy(a => (a.Lock.Site, a.Lock.Capability)).SelectMany(g => Different(g, a => a.Around)).ToImmutableArray(),
            calls.GroupBy(c => (c.Place, c.Target), CallPlaces.Comparer).SelectMany(g => Different(g, c => c.Around)).ToImmutableArray(),
            body.Delegated.ToImmutableArray());

        bool IsPart(IMethodSymbol? function) => function is null
            ? body.Method is not { } method || !method.IsIteratorSyntax()
            : functions.IsPartOfMember(function);
    }

    /// A hold that nobody judges is perhaps a signal, and what the same operation takes has no order.
    private static ImmutableArray<NamedLock> Named(ImmutableArray<Hold> holds, ImmutableHashSet<CapabilityPath> unescaped, IOperation? acquisition, BodyContext body) => holds.IsEmpty
        ? ImmutableArray<NamedLock>.Empty
        : holds.Where(hold => NamedLock.IsLock(hold.Capability.Path) && !IsFresh(hold.Capability.Path, unescaped) && hold.Levels.All(level => acquisition is null || level.Site != acquisition) && IsJudged(hold, body))
            .Select(hold => new NamedLock(hold.Capability, hold.Mode, hold.Levels.Select(level => level.Site).OfType<IOperation>().Select(Places.Of).FirstOrDefault()) { IsOwn = body.Services.Contracts.IsOwn(hold.Capability.Path) }).ToImmutableArray();

    private static bool IsJudged(Hold hold, BodyContext body) =>
        // One of several that the caller holds may be the other one.
        hold.Levels.Any(level => level.Source != HoldSource.Assumed || level.Site is not null || body.Method is { } method && body.Services.Contracts.SynchronizedOn(method) is not null)
        && (!body.Services.Contracts.TraitsOf(hold.Capability).IsSignal || hold.Capability.Path is MemberPath member && body.Services.Contracts.GuardsSomething(member.Symbol));

    private static bool IsFresh(CapabilityPath path, ImmutableHashSet<CapabilityPath> unescaped)
    {
        for (var p = path; !unescaped.IsEmpty && p is not null; p = p.Receiver)
        {
            if (unescaped.Contains(p))
                return true;
        }

        return false;
    }

    private static IEnumerable<T> Different<T>(IEnumerable<T> steps, System.Func<T, ImmutableArray<NamedLock>> around)
    {
        var kept = new List<T>();
        foreach (var step in steps)
        {
            if (kept.Count < MaxWays && !kept.Any(other => around(other).Select(held => held.Capability).SequenceEqual(around(step).Select(held => held.Capability))))
                kept.Add(step);
        }

        return kept;
    }

    private sealed class CallPlaces : IEqualityComparer<(Location Place, IMethodSymbol Target)>
    {
        public static readonly CallPlaces Comparer = new();

        public bool Equals((Location Place, IMethodSymbol Target) left, (Location Place, IMethodSymbol Target) right) =>
            left.Place.Equals(right.Place) && SymbolEqualityComparer.Default.Equals(left.Target, right.Target);

        public int GetHashCode((Location Place, IMethodSymbol Target) call) => call.Place.GetHashCode();
    }
}

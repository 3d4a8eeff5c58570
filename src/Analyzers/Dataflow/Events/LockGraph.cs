using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// In one member a lock is acquired while another is held, by the member itself or by what it calls.
/// <param name="Place">The acquisition in the member, or the call that comes to it.</param>
/// <param name="Gates">What else is held at that moment.</param>
internal sealed record LockEdge(ISymbol Member, NamedLock Held, NamedLock Acquired, Location Place, ImmutableArray<NamedLock> Gates)
{
    public bool IsByCall => !Place.Equals(Acquired.Site);
}

/// Which lock is taken under which, over the whole compilation and through its calls.
///
/// Law: the edges depend on the members only, not on the order in which they were analysed: what a member acquires
/// through calls is computed in rounds, each from the round before.
internal static class LockGraph
{
    /// Longer chains of calls than this are not followed.
    private const int MaxCalls = 6;

    /// A member that acquires more different locks than this through its calls is followed for the first of them.
    private const int MaxAcquired = 64;

    public static ImmutableArray<LockEdge> Of(LockingStore store, PathBuilder paths)
    {
        var members = store.All;
        if (!members.Any(m => m.Acquisitions.Any()))
            return ImmutableArray<LockEdge>.Empty;
        var followed = members.ToDictionary(m => m, m => m.Calls.Select(call => (Call: call, Target: Followed(call, store))).Where(pair => pair.Target is not null).Select(pair => (pair.Call, pair.Target!)).ToImmutableArray());
        var acquired = members.ToDictionary(m => m, m => Distinct(m.Acquisitions.Where(step => step.IsPart)));
        for (var round = 0; round < MaxCalls; round++)
        {
            var next = members.ToDictionary(m => m, m => followed[m].Any(pair => pair.Call.IsPart && !acquired[pair.Item2].IsEmpty)
                ? Distinct(m.Acquisitions.Where(step => step.IsPart).Concat(followed[m].Where(pair => pair.Call.IsPart).SelectMany(pair => Through(pair.Call, acquired[pair.Item2], paths))))
                : acquired[m]);
            var isSettled = members.All(m => next[m].Length == acquired[m].Length);
            acquired = next;
            if (isSettled)
                break;
        }

        return members.SelectMany(m => EdgesOf(m, followed[m].Where(pair => !pair.Call.Around.IsEmpty).SelectMany(pair => Through(pair.Call, acquired[pair.Item2], paths).Select(step => (pair.Call, step))))).ToImmutableArray();
    }

    /// The member that certainly runs: what is overridden, or runs later, is not followed.
    private static MemberLocking? Followed(CallStep call, LockingStore store) =>
        (call.Target.IsVirtual || call.Target.IsOverride) && !call.Target.IsSealed && !call.Target.ContainingType.IsSealed || call.Target.IsAsync ? null : store.Of(call.Target);

    private static IEnumerable<LockEdge> EdgesOf(MemberLocking member, IEnumerable<(CallStep Call, LockStep Step)> byCalls) =>
        member.Acquisitions.SelectMany(step => Edges(member, step, step.Lock.Site!))
            .Concat(byCalls.SelectMany(pair => Edges(member, pair.Step, pair.Call.Place)));

    private static IEnumerable<LockEdge> Edges(MemberLocking member, LockStep step, Location place) =>
        from held in step.Around
        where !held.HasDeclarationOf(step.Lock)
        select new LockEdge(member.Member, held, step.Lock, place, step.Around.Remove(held));

    /// What a call acquires, in terms of the caller, and under what: what is held at the call, then what the callee
    /// took itself. What the caller holds already is not waited for.
    private static IEnumerable<LockStep> Through(CallStep call, ImmutableArray<LockStep> acquired, PathBuilder paths)
    {
        foreach (var step in acquired)
        {
            if (Renamed(step.Lock, call, paths) is not { } taken || call.Around.Any(taken.IsSameAs))
                continue;
            var own = step.Around.Where(held => held.Site is not null).Select(held => Renamed(held, call, paths)).OfType<NamedLock>();
            yield return new LockStep(taken, call.Around.Concat(own.Where(held => !call.Around.Any(held.IsSameAs))).ToImmutableArray(), call.IsPart);
        }
    }

    /// The lock as the caller calls it; null when that cannot be said.
    private static NamedLock? Renamed(NamedLock named, CallStep call, PathBuilder paths)
    {
        if (named.IsStatic)
            return named;
        var isKnown = true;
        var path = paths.Substitute(named.Capability.Path, root => root switch
        {
            ThisPath => call.Receiver ?? Unknown(),
            ParameterPath { Parameter: var parameter } => call.Arguments.Where(a => a.Ordinal == parameter.Ordinal).Select(a => a.Value).FirstOrDefault() ?? Unknown(),
            _ => null,
        });
        return isKnown && NamedLock.IsLock(path) ? named with { Capability = named.Capability with { Path = path } } : null;

        CapabilityPath? Unknown()
        {
            isKnown = false;
            return null;
        }
    }

    private static ImmutableArray<LockStep> Distinct(IEnumerable<LockStep> steps)
    {
        var kept = ImmutableArray.CreateBuilder<LockStep>();
        foreach (var step in steps)
        {
            if (kept.Count == MaxAcquired)
                break;
            if (!kept.Any(other => other.Lock.IsSameAs(step.Lock) && other.Lock.Mode == step.Lock.Mode && other.Around.Length == step.Around.Length && other.Around.All(held => step.Around.Any(held.IsSameAs))))
                kept.Add(step);
        }

        return kept.ToImmutable();
    }
}

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

        var entered = EnteredUnder(members, store);
        return members.SelectMany(m => EdgesOf(m, entered.TryGetValue(m, out var gates) ? gates : ImmutableArray<NamedLock>.Empty, followed[m].Where(pair => !pair.Call.Around.IsEmpty).SelectMany(pair => Through(pair.Call, acquired[pair.Item2], paths).Select(step => (pair.Call, step))))).ToImmutableArray();
    }

    /// The member that certainly runs: what is overridden, or runs later, is not followed.
    private static MemberLocking? Followed(CallStep call, LockingStore store) =>
        (call.Target.IsVirtual || call.Target.IsOverride) && !call.Target.IsSealed && !call.Target.ContainingType.IsSealed || call.Target.IsAsync ? null : store.Of(call.Target);

    private static IEnumerable<LockEdge> EdgesOf(MemberLocking member, ImmutableArray<NamedLock> entered, IEnumerable<(CallStep Call, LockStep Step)> byCalls) =>
        member.Acquisitions.SelectMany(step => Edges(member, entered, step, step.Lock.Site!))
            .Concat(byCalls.SelectMany(pair => Edges(member, entered, pair.Step, pair.Call.Place)));

    private static IEnumerable<LockEdge> Edges(MemberLocking member, ImmutableArray<NamedLock> entered, LockStep step, Location place) =>
        from held in step.Around
        where !held.HasDeclarationOf(step.Lock) && !entered.Any(step.Lock.HasDeclarationOf)
        select new LockEdge(member.Member, held, step.Lock, place, step.Around.Remove(held).AddRange(entered));

    /// What all callers of a private member hold, and theirs: it never runs without. Nothing for a member that others
    /// may call, as a delegate too.
    private static Dictionary<MemberLocking, ImmutableArray<NamedLock>> EnteredUnder(ImmutableArray<MemberLocking> members, LockingStore store)
    {
        var delegated = new HashSet<ISymbol>(members.SelectMany(m => m.Delegated).Select(LockingStore.KeyOf), SymbolEqualityComparer.Default);
        var callers = members.SelectMany(m => m.Calls.Select(call => (Caller: m, Call: call, Target: store.Of(call.Target))))
            .Where(c => c.Target != c.Caller && c.Target is { Member: IMethodSymbol { DeclaredAccessibility: Accessibility.Private } target } && !delegated.Contains(LockingStore.KeyOf(target)))
            .GroupBy(c => c.Target!).ToDictionary(g => g.Key, g => g.ToImmutableArray());
        var entered = new Dictionary<MemberLocking, ImmutableArray<NamedLock>>();
        for (var round = 0; round < MaxCalls; round++)
        {
            var next = new Dictionary<MemberLocking, ImmutableArray<NamedLock>>();
            foreach (var pair in callers)
            {
                var held = pair.Value.Select(c => c.Call.IsPart && entered.TryGetValue(c.Caller, out var outer) ? c.Call.Around.AddRange(outer) : c.Call.Around).ToList();
                var always = held[0].Where(gate => held.All(other => other.Any(gate.HasDeclarationOf))).ToImmutableArray();
                if (!always.IsEmpty)
                    next.Add(pair.Key, always);
            }

            entered = next;
        }

        return entered;
    }

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

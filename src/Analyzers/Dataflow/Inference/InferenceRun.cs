using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Dataflow.Inference;

/// What a set of bodies shows of a set of states and members: which lock most accesses of a state are under, and what the
/// callers of a member hold.
internal sealed class InferenceRun
{
    private readonly ProposableLocks _locks;
    private readonly Coverage _coverage;
    private readonly Func<InferenceBody, BodyUses> _alone;
    private readonly CancellationToken _token;
    private readonly Dictionary<ISymbol, StateTally> _tallies = new(SymbolEqualityComparer.Default);

    /// What each member needs of what is lent to it.
    private readonly Dictionary<ISymbol, HashSet<CapabilityExpression>> _needs = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<(InferenceBody Body, BodyUses Uses)> _uses;

    /// <param name="alone">The uses of a body with nothing lent to it: there shows what it asserts.</param>
    public InferenceRun(ImmutableHashSet<ISymbol> states, Coverage coverage, ProposableLocks locks, Func<InferenceBody, BodyUses> alone, CancellationToken token)
    {
        _alone = alone;
        _coverage = coverage;
        _locks = locks;
        _token = token;
        _uses = coverage.Uses.ToImmutableArray();
        foreach (var group in _uses.SelectMany(u => u.Uses.States.Select(use => (u.Body, Use: use))).GroupBy(u => u.Use.State, SymbolEqualityComparer.Default))
        {
            if (group.Key is { } state && states.Contains(state) && group.All(u => !u.Use.IsMarked) && Tally(state, group) is { } tally)
                _tallies.Add(state, tally);
        }

        FindNeeds();
    }

    public IEnumerable<StateTally> Tallies => _tallies.Values;

    public IEnumerable<Shape> Of(StateTally tally)
    {
        var declaration = tally.State.Locations[0];
        var through = Through(tally);
        if (tally.Others.IsEmpty)
            yield return Shape(declaration, tally.State, tally.State.Name) with { IsAtDeclaration = true };
        foreach (var (_, use) in tally.Others)
            yield return Shape(use.Place, use.Body, use.Text);

        LockedStateShape Shape(Location place, ISymbol body, string text) => new(place, body, tally.State, text, tally.Lock, tally.Under.Length, tally.All)
        {
            IsWritten = tally.IsWritten,
            Declaration = declaration,
            Through = through,
        };
    }

    /// The members that something is lent to which they need, and those that assert what they need.
    public IEnumerable<CoveredMemberShape> Members()
    {
        foreach (var (body, _) in _uses)
        {
            if (body.Key is not IMethodSymbol)
                continue;
            var uses = _alone(body);
            var demand = DemandOf(body);
            var asserted = demand is null ? Asserted(body, uses) : null;
            if ((demand ?? asserted) is { } found)
            {
                yield return new CoveredMemberShape(found.Place, body.Member, found)
                {
                    IsUsedInConstruction = CallsOf(body.Key).Any(c => _coverage.IsExempt(c.Body, c.Call)),
                    IsReported = uses.LacksDeclared,
                };
            }
        }
    }

    public Func<LentLock, ISymbol, bool> MayAssert { get; init; } = (_, _) => false;

    private IEnumerable<(InferenceBody Body, MemberCall Call)> CallsOf(ISymbol member) =>
        _uses.SelectMany(u => u.Uses.Calls.Where(call => SymbolEqualityComparer.Default.Equals(call.Target, member)).Select(call => (u.Body, call)));

    private StateTally? Tally(ISymbol state, IEnumerable<(InferenceBody Body, StateUse Use)> all)
    {
        var uses = all.Where(u => !u.Use.IsExempt && !(u.Use.IsOfThis && _coverage.IsConstruction(u.Body.Key))).ToList();
        return uses.SelectMany(u => u.Use.Held).Select(held => held.Capability).Distinct()
            .Where(capability => _locks.IsFor(capability, state, _token))
            .Select(capability => StateTally.Of(state, capability, uses))
            .OrderByDescending(tally => tally.Under.Length).ThenBy(tally => Depth(tally.Lock.Path)).ThenBy(tally => tally.Lock.Display, StringComparer.Ordinal).FirstOrDefault(tally => !tally.Under.IsEmpty);
    }

    /// A lock of the same object before one further away, and before a static one.
    private static int Depth(CapabilityPath path)
    {
        var depth = RelativePath.RootOf(path) is ThisPath ? 0 : 8;
        for (var step = path; step.Receiver is { } receiver; step = receiver)
            depth++;
        return depth;
    }

    /// A member needs a lock for state that it touches with nothing but what is lent, and for what it calls.
    private void FindNeeds()
    {
        foreach (var tally in _tallies.Values.Where(t => t.IsWritten))
        {
            foreach (var (body, use) in tally.Under)
            {
                if (StateTally.HoldOf(use, tally.Lock, writes: false) is { IsLent: true } held)
                    NeedsOf(body.Key).Add(held.Own);
            }
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (body, uses) in _uses)
            {
                foreach (var call in uses.Calls)
                {
                    if (!_needs.TryGetValue(call.Target, out var needed))
                        continue;
                    foreach (var held in call.Held.Where(held => held.IsLent && needed.Contains(held.Capability)).ToList())
                        changed |= NeedsOf(body.Key).Add(held.Own);
                }
            }
        }
    }

    private HashSet<CapabilityExpression> NeedsOf(ISymbol member)
    {
        if (!_needs.TryGetValue(member, out var needs))
            _needs.Add(member, needs = new HashSet<CapabilityExpression>());
        return needs;
    }

    private MemberDemand? DemandOf(InferenceBody body)
    {
        if (!_needs.TryGetValue(body.Key, out var needs))
            return null;
        var locks = _coverage.Of(body.Key).Where(lent => needs.Contains(lent.Capability)).ToImmutableArray();
        return locks.IsEmpty ? null : Demand(body, locks);
    }

    private MemberDemand? Asserted(InferenceBody body, BodyUses uses)
    {
        var locks = uses.Asserted.Where(a => _locks.IsFor(a.Capability, body.Key, _token) && MayAssert(a, body.Key)).ToImmutableArray();
        return locks.IsEmpty || !(uses.Met.Any(met => locks.Any(l => l.Capability.Equals(met))) || uses.States.Any(use => !use.IsExempt && _tallies.TryGetValue(use.State, out var tally) && tally.IsWritten)) ? null : Demand(body, locks);
    }

    private MemberDemand Demand(InferenceBody body, ImmutableArray<LentLock> locks)
    {
        var asserted = _alone(body).Asserted.Select(a => locks.Any(l => l.Capability.Equals(a.Capability))).ToList();
        return new MemberDemand(body.Key, PlaceOf(body), locks) { IsAsserted = asserted.Contains(true), SaysWhatIsAsserted = asserted.Count > 0 && !asserted.Contains(false) };
    }

    private ImmutableArray<MemberDemand> Through(StateTally tally)
    {
        var through = new Dictionary<ISymbol, HashSet<CapabilityExpression>>(SymbolEqualityComparer.Default);
        var open = new Queue<(ISymbol Member, CapabilityExpression Lock)>();
        foreach (var (body, use) in tally.Under)
        {
            if (StateTally.HoldOf(use, tally.Lock, writes: false) is { IsLent: true } held)
                open.Enqueue((body.Key, held.Own));
        }

        while (open.Count > 0)
        {
            var (member, capability) = open.Dequeue();
            if (!through.TryGetValue(member, out var locks))
                through.Add(member, locks = new HashSet<CapabilityExpression>());
            if (!locks.Add(capability))
                continue;
            foreach (var (body, call) in CallsOf(member))
            {
                if (call.Held.FirstOrDefault(h => h.IsLent && h.Capability.Equals(capability)) is { } lent)
                    open.Enqueue((body.Key, lent.Own));
            }
        }

        return _uses.Where(u => through.ContainsKey(u.Body.Key)).Select(u => Demand(u.Body, _coverage.Of(u.Body.Key).Where(lent => through[u.Body.Key].Contains(lent.Capability)).ToImmutableArray()))
            .Where(demand => !demand.Locks.IsEmpty).ToImmutableArray();
    }

    /// The name that a contract is written above: of a property with an arrow its own, else that of the accessor.
    private static Location PlaceOf(InferenceBody body) => body.Syntax is ArrowExpressionClauseSyntax && (body.Member as IMethodSymbol)?.AssociatedSymbol is { } owner ? owner.Locations[0] : body.Member.Locations[0];
}

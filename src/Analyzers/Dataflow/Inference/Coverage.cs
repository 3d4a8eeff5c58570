using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Inference;

/// What is held on entry of members whose callers are all known: the greatest answer that agrees with every call, so that
/// members which call each other, or themselves, have what those outside hold.
///
/// A member is unknown until a known body calls it. From then on what is lent to it only becomes less.
internal sealed class Coverage
{
    private static readonly ImmutableArray<LentLock> Nothing = ImmutableArray<LentLock>.Empty;

    private readonly ImmutableArray<InferenceBody> _bodies;
    private readonly HashSet<ISymbol> _members;
    private readonly Func<InferenceBody, ImmutableArray<LentLock>, BodyUses> _analyze;
    private readonly Func<LentLock, IMethodSymbol, bool> _mayLend;

    /// Absent while nothing is known.
    private readonly Dictionary<ISymbol, ImmutableArray<LentLock>> _lent = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _constructing = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<InferenceBody, BodyUses> _uses = new();
    private readonly CancellationToken _token;

    /// <param name="members">Those that something may be lent to.</param>
    public Coverage(
        ImmutableArray<InferenceBody> bodies, IEnumerable<ISymbol> members, Func<InferenceBody, ImmutableArray<LentLock>, BodyUses> analyze, Func<LentLock, IMethodSymbol, bool> mayLend, CancellationToken token)
    {
        _bodies = bodies;
        _members = new HashSet<ISymbol>(members, SymbolEqualityComparer.Default);
        _analyze = analyze;
        _mayLend = mayLend;
        _token = token;
        Settle();
    }

    public ImmutableArray<LentLock> Of(ISymbol member) => _lent.TryGetValue(member, out var lent) ? lent : Nothing;

    /// It is called while its object is constructed, and never afterwards.
    public bool IsConstruction(ISymbol member) => _constructing.Contains(member);

    public IEnumerable<(InferenceBody Body, BodyUses Uses)> Uses => _bodies.Select(body => (body, _uses[body]));

    /// Nobody else can see the object at this call.
    public bool IsExempt(InferenceBody caller, MemberCall call) => call.IsExempt || (call.IsOfThis && IsConstruction(caller.Key));

    private void Settle()
    {
        foreach (var body in _bodies.Where(body => !_members.Contains(body.Key)))
            _uses[body] = _analyze(body, Nothing);
        while (Refine() || SettleRest())
            _token.ThrowIfCancellationRequested();
    }

    /// Members that known bodies call get what those calls have in common.
    private bool Refine()
    {
        var changed = false;
        var calls = KnownCalls();
        foreach (var body in _bodies.Where(body => _members.Contains(body.Key)))
        {
            var held = calls[body.Key].Where(c => !IsExempt(c.Body, c.Call)).Select(c => c.Call.Held).ToList();
            if (held.Count == 0)
                continue;
            _constructing.Remove(body.Key);
            Lend(body, Common(held, (IMethodSymbol)body.Key), ref changed);
        }

        return changed;
    }

    /// No known body calls the rest: only constructors do, or nobody from outside.
    private bool SettleRest()
    {
        var changed = false;
        var calls = KnownCalls();
        var rest = _bodies.Where(body => _members.Contains(body.Key) && !_lent.ContainsKey(body.Key)).ToList();
        foreach (var body in rest.Where(body => calls[body.Key].Any()))
        {
            _constructing.Add(body.Key);
            Lend(body, Nothing, ref changed);
        }

        if (!changed && rest.Count > 0)
        {
            // Whom nobody calls holds nothing; of those that only call each other, one has to begin.
            var called = new HashSet<ISymbol>(rest.SelectMany(body => _analyze(body, Nothing).Calls.Where(call => !SymbolEqualityComparer.Default.Equals(call.Target, body.Key))).Select(call => call.Target), SymbolEqualityComparer.Default);
            foreach (var body in rest.Where(body => !called.Contains(body.Key)).DefaultIfEmpty(rest[0]))
                Lend(body, Nothing, ref changed);
        }

        return changed;
    }

    private void Lend(InferenceBody body, ImmutableArray<LentLock> lent, ref bool changed)
    {
        if (_lent.TryGetValue(body.Key, out var known) && (known.IsEmpty || known.SequenceEqual(lent)))
            return;
        _lent[body.Key] = lent;
        _uses[body] = _analyze(body, lent);
        changed = true;
    }

    private ILookup<ISymbol, (InferenceBody Body, MemberCall Call)> KnownCalls() => _bodies.Where(_uses.ContainsKey)
        .SelectMany(body => _uses[body].Calls.Select(call => (Body: body, Call: call)))
        .ToLookup(c => c.Call.Target, c => c, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);

    private ImmutableArray<LentLock> Common(List<ImmutableArray<HeldLock>> calls, IMethodSymbol member)
    {
        var common = calls[0].Select(held => new LentLock(held.Capability, held.Mode)).ToList();
        foreach (var held in calls.Skip(1))
        {
            common = common.Select(lent => (Lent: lent, Held: held.FirstOrDefault(h => h.Capability.Equals(lent.Capability)))).Where(pair => pair.Held is not null)
                .Select(pair => pair.Held!.Mode < pair.Lent.Mode ? new LentLock(pair.Lent.Capability, pair.Held.Mode) : pair.Lent).ToList();
        }

        return common.Where(lent => _mayLend(lent, member)).OrderBy(lent => lent.Capability.Display, StringComparer.Ordinal).ThenBy(lent => lent.Capability.Protocol).ToImmutableArray();
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// From what was seen path by path and copy by copy to one event for each place: an operation yields one event however
/// often its block was copied, and several capabilities that are missing at one place are one event.
internal sealed class EventMerger(BodyContext body, CounterpartSearch counterparts, DeclaredOrder order, ISet<CapabilityExpression> unjudged)
{
    private bool _takesLocks;

    public ImmutableArray<FlowEvent> Merge(IEnumerable<(IMethodSymbol? Function, Observation Observation)> observations)
    {
        var all = observations.ToList();
        if (all.Count == 0)
            return ImmutableArray<FlowEvent>.Empty;
        unjudged.UnionWith(OnSomePaths(all));
        _takesLocks = Of<AcquisitionSeen>(all).Any() || Of<ReleaseSeen>(all).Any();
        var events = new List<FlowEvent>();
        events.AddRange(Of<AccessSeen>(all).GroupBy(o => o.Observation.Operation).Select(g => Access(g.First().Function, g.Select(o => o.Observation).ToList())));
        events.AddRange(Escapes(all));
        events.AddRange(Of<RequirementSeen>(all).GroupBy(o => o.Observation.Operation).Select(g => Requirement(g.First().Function, g.Select(o => o.Observation).ToList(), all)));
        events.AddRange(Of<ExclusionSeen>(all).GroupBy(o => o.Observation.Operation).SelectMany(g => Exclusion(g.First().Function, g.Select(o => o.Observation).ToList())));
        events.AddRange(Of<AcquisitionSeen>(all).GroupBy(o => (o.Observation.Operation, o.Observation.Capability)).Select(g => Acquisition(g.First().Function, g.Select(o => o.Observation).ToList())));
        events.AddRange(Of<AcquisitionSeen>(all).GroupBy(o => (o.Observation.Operation, o.Observation.Capability)).SelectMany(g => Disorder(g.First().Function, g.Select(o => o.Observation).ToList())));
        events.AddRange(Of<ReleaseSeen>(all).GroupBy(o => (o.Observation.Operation, o.Observation.Capability)).SelectMany(g => Release(g.First().Function, g.Select(o => o.Observation).ToList(), all)));
        events.AddRange(Of<ResultIgnored>(all).GroupBy(o => o.Observation.Operation).Select(g => new ResultIgnoredEvent(Places.Of(g.Key), Body(g.First().Function), g.First().Observation.Capability, g.First().Observation.IsTask)));
        events.AddRange(Of<LiteralCapability>(all).GroupBy(o => o.Observation.Operation).Select(g => new LiteralEvent(g.Key.Syntax.GetLocation(), Body(g.First().Function), Places.TextOf(g.Key), g.First().Observation.Parameter)));
        events.AddRange(Of<ScopeDropped>(all).GroupBy(o => o.Observation.Operation).Select(g => new ScopeEvent(Places.Of(g.Key), Body(g.First().Function), g.First().Observation.Capabilities, g.First().Observation.IsTask, Paths.All)));
        events.AddRange(Of<OtherScopeSeen>(all).GroupBy(o => o.Observation.Operation).Select(g => new OtherScopeEvent(g.Key.Syntax.GetLocation(), Body(g.First().Function), g.First().Observation.Parameter, g.First().Observation.Declared, g.First().Observation.Managed)));
        events.AddRange(Of<ContractLost>(all).GroupBy(o => o.Observation.Operation).Select(g => new ConversionEvent(Places.Of(g.Key), Body(g.First().Function), g.First().Observation.Member, g.First().Observation.Holder, g.First().Observation.Difference)));
        events.AddRange(Of<InPlaceKept>(all).GroupBy(o => (o.Observation.Operation, o.Observation.Parameter.Ordinal)).Select(g => new InPlaceEvent(Places.Of(g.Key.Operation), Body(g.First().Function), g.First().Observation.Parameter, g.First().Observation.How)));
        events.AddRange(Of<HeldCallSeen>(all).GroupBy(o => (o.Observation.Operation, o.Observation.IsBlocking)).Select(g => new HeldCallEvent(
            Places.Of(g.Key.Operation), Body(g.First().Function), g.First().Observation.Target, g.Key.IsBlocking,
            g.SelectMany(o => o.Observation.Held).Select(hold => hold.Capability).Distinct().ToImmutableArray(), Sites(g.SelectMany(o => o.Observation.Held)))));
        events.AddRange(Of<AbsenceUnknown>(all).GroupBy(o => o.Observation.Operation).Select(g => new AbsenceEvent(
            Places.Of(g.Key), Body(g.First().Function), g.First().Observation.Target, g.Select(o => o.Observation.Capability).Distinct().ToImmutableArray())));
        events.AddRange(FetchEvents.Of(all, body.Member));
        events.AddRange(Suspensions(all));
        events.AddRange(Exits(all));
        return events.OrderBy(e => e.Location.SourceSpan.Start).ThenBy(e => e.GetType().Name, System.StringComparer.Ordinal).ToImmutableArray();
    }

    /// A report about a capability that is held on some paths only is the last word about its balance; here the paths of
    /// all copies of an operation come together.
    private static IEnumerable<CapabilityExpression> OnSomePaths(List<(IMethodSymbol? Function, Observation Observation)> all) =>
        Of<ReleaseSeen>(all).Select(o => (o.Observation.Operation, o.Observation.Capability, IsHeld: o.Observation.Outcome == ReleaseOutcome.Released))
            .Concat(Of<AccessSeen>(all).SelectMany(o => o.Observation.Needed.Select(c => (o.Observation.Operation, Capability: c, IsHeld: !o.Observation.Missing.Contains(c)))))
            .Concat(Of<RequirementSeen>(all).SelectMany(o => o.Observation.Missing.Select(c => (o.Observation.Operation, Capability: c, IsHeld: false))))
            .GroupBy(o => (o.Operation, o.Capability))
            .Where(g => g.Any(o => o.IsHeld) && g.Any(o => !o.IsHeld))
            .Select(g => g.Key.Capability);

    private static IReadOnlyList<(IMethodSymbol? Function, T Observation)> Of<T>(List<(IMethodSymbol? Function, Observation Observation)> all) where T : Observation
    {
        List<(IMethodSymbol? Function, T Observation)>? found = null;
        foreach (var (function, observation) in all)
        {
            if (observation is T wanted)
                (found ??= new()).Add((function, wanted));
        }

        return found ?? (IReadOnlyList<(IMethodSymbol? Function, T Observation)>)System.Array.Empty<(IMethodSymbol? Function, T Observation)>();
    }

    private ISymbol Body(IMethodSymbol? function) => function ?? body.Member;

    private static Paths On(int some, int all) => some == 0 ? Paths.None : some < all ? Paths.Some : Paths.All;

    private AccessEvent Access(IMethodSymbol? function, List<AccessSeen> seen)
    {
        var first = seen[0];
        var lacking = seen.Where(o => !o.Missing.IsEmpty).ToList();
        var strongest = lacking.Count == 0 ? first : lacking.OrderByDescending(o => o.Mode).ThenByDescending(o => o.Kind).First();
        var missing = lacking.SelectMany(o => o.Written).Distinct().ToImmutableArray();
        var guards = seen.Select(o => o.Guard).Distinct().ToImmutableArray();
        var isAlternative = strongest.Mode == HoldMode.Shared && lacking.All(o => ReferenceEquals(o.Guard, strongest.Guard)) && missing.Length > 1;
        var met = seen.Count(o => o.Missing.IsEmpty && !o.Needed.IsEmpty && ReferenceEquals(o.Guard, strongest.Guard));
        return new AccessEvent(
            Places.Of(first.Operation), Body(function), first.Member, Places.TextOf(first.Operation), strongest.Kind, guards, missing, isAlternative,
            lacking.Count == 0 ? Paths.All : met > 0 ? Paths.Some : Paths.None, strongest.Instead)
        {
            OtherPath = met > 0 ? Sites(seen.Where(o => o.Missing.IsEmpty).Select(o => o.Instead)) : ImmutableArray<Location>.Empty,
            OutlivesGuard = lacking.Count > 0 && lacking.All(o => o.IsBoundUnderGuard),
            Entries = Entries(missing, strongest.Mode, met > 0, lacking.Select(o => o.Instead)),
            IsLive = lacking.Count > 0 && body.Services.Contracts.Live.IsLive(first.Operation.Type, guards.Any(guard => guard.IsSelf || guard.Kind == Annotations.AnnotationKind.PtGuardedBy)),
        };
    }

    /// How what is missing would be taken: not over another mode of itself, not where it is held on some paths, and not
    /// while another lock is held, since nobody has said in which order.
    private ImmutableArray<LockEntry> Entries(ImmutableArray<CapabilityExpression> missing, HoldMode mode, bool isHeldSometimes, IEnumerable<Hold?> instead)
    {
        if (missing.IsEmpty)
            return ImmutableArray<LockEntry>.Empty;
        var forms = new EntryForms(body.Services.Contracts);
        var isFree = !isHeldSometimes && instead.OfType<Hold>().All(hold => hold.Capability is { Path: TypePath, Protocol: LockProtocol.Own });
        return missing.Select(capability => forms.Of(capability, mode) with { IsAmongAcquisitions = _takesLocks })
            .Select(entry => isFree ? entry : entry with { Forms = ImmutableArray<EntryForm>.Empty, Exclusive = ImmutableArray<EntryForm>.Empty })
            .ToImmutableArray();
    }

    /// One for each expression that leaves, unless the access in it has been found wrong itself.
    private IEnumerable<EscapeEvent> Escapes(List<(IMethodSymbol? Function, Observation Observation)> all)
    {
        var accesses = new HashSet<SyntaxNode>(Of<AccessSeen>(all).Where(o => !o.Observation.Missing.IsEmpty).Select(o => o.Observation.Operation.Syntax));
        return from o in Of<EscapeSeen>(all)
               where !accesses.Contains(o.Observation.Operation.Syntax)
               group o by o.Observation.Operation.Syntax into g
               let first = g.First()
               let seen = first.Observation
               select new EscapeEvent(
                   Places.Of(seen.Operation), Body(first.Function), seen.Member, seen.Text, seen.Kind, seen.Guards, seen.Needed, seen.Origin is { } origin ? Places.Of(origin) : null)
               {
                   IsTakenUnderGuard = g.All(o => o.Observation.IsTakenUnderGuard),
                   Entries = Entries(seen.Needed, HoldMode.Shared, isHeldSometimes: false, Enumerable.Empty<Hold?>()),
               };
    }

    /// Where the holds were taken, for those that the body took.
    private static ImmutableArray<Location> Sites(IEnumerable<Hold?> holds) => holds.OfType<Hold>().SelectMany(hold => hold.Levels)
        .Select(level => level.Site).OfType<IOperation>().Select(Places.Of).Distinct().OrderBy(place => place.SourceSpan.Start).ToImmutableArray();

    private RequirementEvent Requirement(IMethodSymbol? function, List<RequirementSeen> seen, List<(IMethodSymbol? Function, Observation Observation)> all)
    {
        var lacking = seen.Where(o => !o.Missing.IsEmpty).ToList();
        var effects = seen.Select(o => o.Effect).Distinct().ToImmutableArray();
        var missing = lacking.SelectMany(o => o.Written).Distinct().ToImmutableArray();
        var mode = lacking.Any(o => o.Effect is { Kind: LockEffectKind.Requires, Mode: HoldMode.Exclusive }) ? HoldMode.Exclusive : HoldMode.Shared;
        var met = lacking.Count > 0 && seen.Any(o => o.Missing.IsEmpty && ReferenceEquals(o.Effect, lacking[0].Effect));
        return new RequirementEvent(
            Places.Of(seen[0].Operation), Body(function), seen[0].Target, effects, missing, lacking.Any(o => o.Effect.Kind == LockEffectKind.RequiresAny), mode,
            lacking.Count == 0 ? Paths.All : met ? Paths.Some : Paths.None, lacking.FirstOrDefault()?.Instead)
        {
            OtherPath = met ? Sites(seen.Where(o => o.Missing.IsEmpty).Select(o => o.Instead)) : ImmutableArray<Location>.Empty,
            IsTouchedHere = missing.Any(c => Of<AcquisitionSeen>(all).Any(o => o.Observation.Capability.Equals(c)) || Of<ReleaseSeen>(all).Any(o => o.Observation.Capability.Equals(c))),
            Entries = Entries(missing, mode, met, lacking.Select(o => o.Instead)),
            IsUnannotated = seen.All(o => o.Effect.Source.Origin == Annotations.AnnotationOrigin.Model) && missing.All(c => !IsAnnotated(c)),
        };
    }

    private IEnumerable<ExclusionEvent> Exclusion(IMethodSymbol? function, List<ExclusionSeen> seen)
    {
        var held = seen.Where(o => o.Held is not null).ToList();
        if (held.Count == 0)
            yield break;
        var capabilities = held.Select(o => o.Capability).Distinct().ToImmutableArray();
        yield return new ExclusionEvent(
            Places.Of(seen[0].Operation), Body(function), seen[0].Target, seen.Select(o => o.Effect).Distinct().ToImmutableArray(), capabilities,
            On(held.Count, seen.Count(o => capabilities.Contains(o.Capability))), held[0].Held!);
    }

    private AcquisitionEvent Acquisition(IMethodSymbol? function, List<AcquisitionSeen> seen)
    {
        var wrong = seen.Where(o => o.Outcome != AcquisitionOutcome.Acquired).ToList();
        var shown = wrong.Count > 0 ? wrong[0] : seen[0];
        return new AcquisitionEvent(Places.Of(shown.Operation), Body(function), shown.Capability, shown.Outcome, On(wrong.Count, seen.Count), shown.Held)
        {
            Release = shown.Outcome == AcquisitionOutcome.AlreadyHeld ? new EntryForms(body.Services.Contracts).ReleaseOf(shown.Capability, shown.Effect.Mode) : null,
        };
    }

    /// What is held already is not waited for again, and what one operation takes together has no order.
    private IEnumerable<DisorderEvent> Disorder(IMethodSymbol? function, List<AcquisitionSeen> seen)
    {
        var broken = seen.Where(o => o is { IsTry: false, Held: null })
            .SelectMany(o => o.Around.Where(hold => !hold.Capability.Equals(o.Capability) && hold.Levels.All(level => level.Site != o.Operation)))
            .GroupBy(hold => hold.Capability).Select(g => g.First())
            .Select(hold => (Hold: hold, Edge: order.Broken(seen[0].Capability, hold.Capability))).Where(pair => pair.Edge is not null).ToImmutableArray();
        if (!broken.IsEmpty)
        {
            yield return new DisorderEvent(
                Places.Of(seen[0].Operation), Body(function), seen[0].Capability, ImmutableArray.CreateRange(broken, pair => pair.Hold.Capability),
                broken.Select(pair => pair.Edge!.Source.Location).OfType<Location>().Distinct().Concat(Sites(broken.Select(pair => (Hold?)pair.Hold))).ToImmutableArray());
        }
    }

    private IEnumerable<ReleaseEvent> Release(IMethodSymbol? function, List<ReleaseSeen> seen, List<(IMethodSymbol? Function, Observation Observation)> all)
    {
        // The compiler's own releases are right by construction.
        if (seen[0].Operation.IsImplicit)
            yield break;
        var judged = seen.Where(o => o.Outcome != ReleaseOutcome.Unjudged).ToList();
        if (judged.Count == 0 || IsTakenWrongly(seen[0], all))
            yield break;
        var notHeld = judged.Where(o => o.Outcome == ReleaseOutcome.NotHeld).ToList();
        var wrong = judged.FirstOrDefault(o => o.Outcome == ReleaseOutcome.WrongMode);
        var counterpart = notHeld.Count == judged.Count && notHeld.All(o => o.Held is null) && !IsAnnotated(seen[0].Capability) && !Of<AcquisitionSeen>(all).Any(o => o.Observation.Capability.Equals(seen[0].Capability))
            ? counterparts.Acquirer(body.Member, seen[0].Capability)
            : null;
        yield return new ReleaseEvent(
            Places.Of(seen[0].Operation), Body(function), seen[0].Capability, seen[0].Effect.Mode, On(notHeld.Count, judged.Count), wrong?.Held, notHeld.FirstOrDefault()?.Held, counterpart)
        {
            Related = Sites(judged.Select(o => o.Held)),
            // No mere release stands for a call that goes on with the capability in another mode.
            Matching = wrong?.Held is { } other && !Of<AcquisitionSeen>(all).Any(o => o.Observation.Operation.Syntax == seen[0].Operation.Syntax && o.Observation.Capability.Equals(seen[0].Capability)) ? new EntryForms(body.Services.Contracts).ReleaseOf(other.Capability, other.Mode) : null,
        };
    }

    /// A lock that was taken while held has had its report: whether it was taken at all is not asked again after that.
    private static bool IsTakenWrongly(ReleaseSeen release, List<(IMethodSymbol? Function, Observation Observation)> all) =>
        Of<AcquisitionSeen>(all).Any(o => o.Observation.Outcome != AcquisitionOutcome.Acquired && o.Observation.Capability.Equals(release.Capability)
            && o.Observation.Operation.Syntax.SpanStart < release.Operation.Syntax.SpanStart);

    /// Once per hold and body, at the first; of which one is held, but not known which, as one.
    private IEnumerable<SuspensionEvent> Suspensions(List<(IMethodSymbol? Function, Observation Observation)> all) =>
        from o in Of<SuspensionSeen>(all)
        group o by (o.Function, Hold: (object?)o.Observation.Held.Levels.Select(level => level.Site).LastOrDefault(site => site is not null) ?? (object?)Alternatives(o.Function, o.Observation.Held.Capability) ?? o.Observation.Held.Capability, o.Observation.IsAwait) into g
        let first = g.OrderBy(o => o.Observation.Operation.Syntax.SpanStart).First()
        select new SuspensionEvent(
            Places.Of(first.Observation.Operation), Body(first.Function), first.Observation.IsAwait,
            g.Select(o => o.Observation.Held.Capability).Distinct().OrderBy(c => c.Path.ToString(), System.StringComparer.Ordinal).ToImmutableArray(),
            first.Observation.Held.Levels.Select(level => level.Site).OfType<IOperation>().Select(Places.Of).LastOrDefault(), first.Observation.ByContract, Paths.All);

    private LockEffect? Alternatives(IMethodSymbol? function, CapabilityExpression capability) => (function ?? body.Method) is { } method
        ? body.Services.Contracts.Of(method).Effects.FirstOrDefault(e => e.Kind == LockEffectKind.RequiresAny && e.Capabilities.Contains(capability))
        : null;

    private IEnumerable<FlowEvent> Exits(List<(IMethodSymbol? Function, Observation Observation)> all)
    {
        foreach (var group in Of<PromiseBroken>(all).GroupBy(o => (o.Observation.Exit, o.Observation.Capability)))
        {
            var (function, broken) = group.First();
            if (!unjudged.Contains(broken.Capability))
                yield return new PromiseEvent(broken.Exit, Body(function), broken.Capability, broken.Effect, broken.Instead) { IsNeverHeld = IsNeverHeld(all, function, broken.Capability) };
        }

        foreach (var group in Of<LeftHeld>(all).GroupBy(o => (o.Function, o.Observation.Capability)).GroupBy(g => (object?)g.OrderBy(o => o.Observation.Level.Site?.Syntax.SpanStart ?? -1).Last().Observation.Level.Site ?? g.Key).Select(same => same.First()))
        {
            var left = group.Select(o => o.Observation).ToList();
            if (unjudged.Contains(group.Key.Capability))
                continue;
            if (left.All(o => o.Exit == ExitKind.Exception) && body.IsNamedByContract(group.Key.Capability))
                continue;
            var byThrow = left.Where(o => o.Exit != ExitKind.Exception).ToList();
            var shown = (byThrow.Count > 0 ? byThrow : left).OrderBy(o => o.Level.Site?.Syntax.SpanStart ?? -1).Last();
            if (shown.Level.Scope is not null && shown.Level.Site is { } scope)
            {
                if (shown.Exit != ExitKind.Exception)
                    yield return new ScopeEvent(Places.Of(scope), Body(group.Key.Function), ImmutableArray.Create(group.Key.Capability), false, Paths.Some);
                continue;
            }

            var location = shown.Level.Site is { } site ? Places.Of(site) : ContractLocation(group.Key.Function, group.Key.Capability);
            if (location is null)
                continue;
            var onlyAcquires = byThrow.Count > 0 && !IsAnnotated(group.Key.Capability);
            var isElsewhere = Of<ExitSeen>(all).Any(o => SymbolEqualityComparer.Default.Equals(o.Function, group.Key.Function) && o.Observation.Holds.All(hold => !hold.Capability.Equals(group.Key.Capability)));
            yield return new LeftHeldEvent(
                location, Body(group.Key.Function), group.Key.Capability, shown.Exit, isElsewhere ? Paths.Some : Paths.All, onlyAcquires ? counterparts.Releaser(body.Member, group.Key.Capability) : null)
            {
                Exits = isElsewhere ? left.Where(o => o.Exit == shown.Exit && o.Exit != ExitKind.Exception).Select(o => o.Place).Distinct().OrderBy(place => place.SourceSpan.Start).ToImmutableArray() : ImmutableArray<Location>.Empty,
                Mode = shown.Level.Mode,
                Entry = new EntryForms(body.Services.Contracts).Of(group.Key.Capability, shown.Level.Mode),
                Release = new EntryForms(body.Services.Contracts).ReleaseOf(group.Key.Capability, shown.Level.Mode),
                Contract = shown.Level.Site is null ? null : ContractLocation(group.Key.Function, group.Key.Capability, declaredOnly: true),
            };
        }
    }

    private static bool IsNeverHeld(List<(IMethodSymbol? Function, Observation Observation)> all, IMethodSymbol? function, CapabilityExpression capability) =>
        Of<ExitSeen>(all).All(o => !SymbolEqualityComparer.Default.Equals(o.Function, function) || o.Observation.Holds.All(hold => !hold.Capability.Equals(capability)));

    /// The attribute of the contract, when the body acquires nothing.
    private Location? ContractLocation(IMethodSymbol? function, CapabilityExpression capability, bool declaredOnly = false)
    {
        var contract = (function ?? body.Method) is { } method ? body.Services.Contracts.Of(method) : MemberContract.None;
        return contract.Effects.Where(e => e.Capabilities.Contains(capability)).Select(e => e.Source.Location).OfType<Location>().FirstOrDefault()
            ?? (declaredOnly ? null : (function ?? body.Member).Locations.FirstOrDefault());
    }

    /// Some annotation speaks of the lock.
    private bool IsAnnotated(CapabilityExpression capability) =>
        capability.Path is MemberPath member && body.Services.Contracts.GuardsSomething(member.Symbol) || body.IsNamedByContract(capability);
}

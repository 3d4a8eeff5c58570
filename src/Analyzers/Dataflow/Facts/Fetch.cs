using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// One evaluation of shared state, whose value somebody still relies on.
/// <param name="State">The state, as a path.</param>
/// <param name="Site">The reference, or the call that reads through it.</param>
/// <param name="Under">What of its guards was held; nothing for a lock-free read.</param>
internal sealed record Fetch(CapabilityPath State, IOperation Site, ImmutableArray<CapabilityExpression> Under)
{
    /// The earlier fetch on whose answer this one depends.
    public IOperation? Again { get; init; }

    /// Nothing with an effect lies between the earlier answer and this fetch.
    public bool IsFresh { get; init; }

    /// The guard was given up since: the state may have another value by now.
    public bool IsStale { get; init; }

    /// The value itself, not something computed from it.
    public bool IsItself { get; init; } = true;

    /// Not the reference was asked about but the object behind it.
    public bool IsOfObject { get; init; }

    public bool IsLockFree => Under.IsEmpty;

    public bool Equals(Fetch? other) => other is not null && ReferenceEquals(Site, other.Site) && ReferenceEquals(Again, other.Again)
        && IsFresh == other.IsFresh && IsStale == other.IsStale && IsItself == other.IsItself && IsOfObject == other.IsOfObject && State.Equals(other.State) && Under.SequenceEqual(other.Under);

    public override int GetHashCode() => State.GetHashCode();
}

/// An answer about fetched state that led here: whatever runs from now on depends on it.
/// <param name="IsFresh">Nothing with an effect has happened since: it still is the same question.</param>
internal sealed record Decision(Fetch Fetch, IOperation Condition, bool Answer, bool IsFresh)
{
    public bool IsSame(Decision other) => ReferenceEquals(Condition, other.Condition) && Answer == other.Answer && ReferenceEquals(Fetch.Site, other.Fetch.Site);
}

/// What is known of a value by where it came from, or (under a <see cref="FetchedPath"/>) of state by what this body has
/// fetched, asked and written. Where paths meet, what is true of both stays true; what must not be forgotten (a wait, a
/// publication, a change to be undone) is kept when it is true of one.
internal sealed record FetchFacts
{
    /// More than this is not remembered of one value.
    private const int MaxSources = 4;

    public static readonly FetchFacts Nothing = new();

    /// Which fetches the value is made of.
    public ImmutableArray<Fetch> Sources { get; init; } = ImmutableArray<Fetch>.Empty;

    /// Which answers about the state led here.
    public ImmutableArray<Decision> Decisions { get; init; } = ImmutableArray<Decision>.Empty;

    /// The fetch whose answer made this body wait, the guard given up meanwhile, and did not read again since.
    public Fetch? WaitedOn { get; init; }

    /// This body made the state larger, smaller: doing the opposite later is to undo it.
    public bool HasGrown { get; init; }

    public bool HasShrunk { get; init; }

    /// For a flag: whether it is known to be set.
    public bool? IsSet { get; init; }

    /// For a flag: the write with which this body set it (true) or unset it (false).
    public IOperation? SetBy { get; init; }

    public IOperation? UnsetBy { get; init; }

    /// For data: this body wrote it on every path that leads here.
    public bool IsOwn { get; init; }

    public static FetchFacts? Of(ImmutableArray<Fetch> sources) =>
        sources.IsEmpty ? null : new FetchFacts { Sources = sources.Length > MaxSources ? sources.RemoveRange(MaxSources, sources.Length - MaxSources) : sources };

    public static FetchFacts? Join(FetchFacts? left, FetchFacts? right, bool isEither)
    {
        if (ReferenceEquals(left, right) || (left is not null && left.Equals(right)))
            return left;
        left ??= Nothing;
        right ??= Nothing;
        var joined = new FetchFacts
        {
            Sources = JoinSources(left.Sources, right.Sources, isEither),
            Decisions = JoinDecisions(left.Decisions, right.Decisions),
            WaitedOn = left.WaitedOn ?? right.WaitedOn,
            HasGrown = left.HasGrown || right.HasGrown,
            HasShrunk = left.HasShrunk || right.HasShrunk,
            IsSet = left.IsSet == right.IsSet ? left.IsSet : null,
            SetBy = First(left.SetBy, right.SetBy),
            UnsetBy = First(left.UnsetBy, right.UnsetBy),
            IsOwn = left.IsOwn && right.IsOwn,
        };
        return joined.Normal;
    }

    /// The state has got another value here: what was asked about the old one is over.
    public FetchFacts? AfterWrite => (this with { Sources = ImmutableArray<Fetch>.Empty, Decisions = ImmutableArray<Decision>.Empty, WaitedOn = null }).Normal;

    /// Null when it says nothing.
    public FetchFacts? Normal => Equals(Nothing) ? null : this;

    /// Without anything that speaks of a path through <paramref name="assigned"/>.
    public FetchFacts? Without(CapabilityPath assigned) => (this with
    {
        Sources = Sources.RemoveAll(fetch => fetch.State.Contains(assigned)),
        Decisions = Decisions.RemoveAll(decision => decision.Fetch.State.Contains(assigned)),
        WaitedOn = WaitedOn?.State.Contains(assigned) == true ? null : WaitedOn,
    }).Normal;

    public bool Mentions(CapabilityPath part) => Sources.Any(fetch => fetch.State.Contains(part)) || Decisions.Any(decision => decision.Fetch.State.Contains(part));

    /// A capability was given up: what was read under it may be another value now.
    public FetchFacts Released(CapabilityExpression capability)
    {
        if (!Sources.Any(fetch => IsUnder(fetch, capability)) && !Decisions.Any(decision => IsUnder(decision.Fetch, capability)))
            return this;
        return this with
        {
            Sources = ImmutableArray.CreateRange(Sources, fetch => IsUnder(fetch, capability) ? fetch with { IsStale = true } : fetch),
            Decisions = ImmutableArray.CreateRange(Decisions, decision => IsUnder(decision.Fetch, capability) ? decision with { Fetch = decision.Fetch with { IsStale = true } } : decision),
        };
    }

    public static bool IsUnder(Fetch fetch, CapabilityExpression capability) => !fetch.IsStale && fetch.Under.Contains(capability);

    public bool Equals(FetchFacts? other) => other is not null && HasGrown == other.HasGrown && HasShrunk == other.HasShrunk && IsSet == other.IsSet && IsOwn == other.IsOwn
        && ReferenceEquals(SetBy, other.SetBy) && ReferenceEquals(UnsetBy, other.UnsetBy) && Equals(WaitedOn, other.WaitedOn)
        && Sources.SequenceEqual(other.Sources) && Decisions.SequenceEqual(other.Decisions);

    public override int GetHashCode() => (Sources.Length * 31) + Decisions.Length;

    private static ImmutableArray<Fetch> JoinSources(ImmutableArray<Fetch> left, ImmutableArray<Fetch> right, bool isEither)
    {
        var result = ImmutableArray.CreateBuilder<Fetch>();
        foreach (var fetch in left)
        {
            var other = right.FirstOrDefault(f => ReferenceEquals(f.Site, fetch.Site) && f.State.Equals(fetch.State));
            if (other is not null)
                result.Add(Join(fetch, other));
            else if (isEither)
                result.Add(fetch);
        }

        if (isEither)
            result.AddRange(right.Where(f => !left.Any(l => ReferenceEquals(l.Site, f.Site) && l.State.Equals(f.State))));
        result.Sort((a, b) => a.Site.Syntax.SpanStart.CompareTo(b.Site.Syntax.SpanStart));
        return result.Count > MaxSources ? ImmutableArray<Fetch>.Empty : result.ToImmutable();
    }

    private static ImmutableArray<Decision> JoinDecisions(ImmutableArray<Decision> left, ImmutableArray<Decision> right)
    {
        if (left.IsEmpty || right.IsEmpty)
            return ImmutableArray<Decision>.Empty;
        var result = ImmutableArray.CreateBuilder<Decision>();
        foreach (var decision in left)
        {
            if (right.FirstOrDefault(decision.IsSame) is { } other)
                result.Add(decision with { Fetch = Join(decision.Fetch, other.Fetch), IsFresh = decision.IsFresh && other.IsFresh });
        }

        return result.ToImmutable();
    }

    private static Fetch Join(Fetch left, Fetch right) => left.Equals(right) ? left : left with
    {
        Again = ReferenceEquals(left.Again, right.Again) ? left.Again : null,
        IsFresh = left.IsFresh && right.IsFresh,
        IsStale = left.IsStale || right.IsStale,
        IsItself = left.IsItself && right.IsItself,
        Under = left.Under.SequenceEqual(right.Under) ? left.Under : left.Under.Concat(right.Under).Distinct().ToImmutableArray(),
    };

    private static IOperation? First(IOperation? left, IOperation? right) =>
        left is null ? right : right is null || left.Syntax.SpanStart <= right.Syntax.SpanStart ? left : right;
}

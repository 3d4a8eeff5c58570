using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// One way to have come to a point: definite holds, and what is known of values along it.
///
/// A point has several worlds when its paths hold different things (`Worlds`); what is known of values in each is
/// exactly the condition under which its holds are there. That is how correlated flags, `lockTaken`, results of tries
/// and the compiler's own lowering of `lock` are understood without a word about any of them.
internal sealed class World : IEquatable<World>
{
    public static readonly World Empty = new(
        ImmutableArray<Hold>.Empty,
        ImmutableDictionary<CapabilityPath, KnownValue>.Empty,
        ImmutableHashSet<CapabilityPath>.Empty,
        ImmutableDictionary<CapabilityExpression, IOperation>.Empty,
        hasLostHold: false,
        exception: null,
        default);

    private readonly ValueTally _tally;

    private World(
        ImmutableArray<Hold> holds,
        ImmutableDictionary<CapabilityPath, KnownValue> values,
        ImmutableHashSet<CapabilityPath> unescaped,
        ImmutableDictionary<CapabilityExpression, IOperation> unjudged,
        bool hasLostHold,
        string? exception,
        ValueTally tally)
    {
        Holds = holds;
        Values = values;
        Unescaped = unescaped;
        Unjudged = unjudged;
        HasLostHold = hasLostHold;
        Exception = exception;
        _tally = tally;
    }

    public ImmutableArray<Hold> Holds { get; }

    /// Variables, temporaries, stable paths and results of operations.
    public ImmutableDictionary<CapabilityPath, KnownValue> Values { get; }

    /// `this` under construction and objects created here, as long as nobody else can see them.
    public ImmutableHashSet<CapabilityPath> Unescaped { get; }

    /// Capabilities whose balance is not judged any more, with the operation that a report was made about.
    public ImmutableDictionary<CapabilityExpression, IOperation> Unjudged { get; }

    /// Whether a report that was made elsewhere speaks for this operation too. In a loop the operation that made it comes
    /// again, and is still the one that makes it.
    public bool IsUnjudged(CapabilityExpression capability, IOperation at) => Unjudged.TryGetValue(capability, out var by) && by != at;

    /// Something is held whose name was lost.
    public bool HasLostHold { get; }

    /// The one exception type this world travels with, when the state depends on it.
    public string? Exception { get; }

    public KnownValue? ValueOf(CapabilityPath path) => Values.TryGetValue(path, out var value) ? value : null;

    public Hold? HoldOf(CapabilityExpression capability)
    {
        foreach (var hold in Holds)
        {
            if (hold.Capability.Protocol == capability.Protocol && hold.Capability.Path.Equals(capability.Path))
                return hold;
        }

        return null;
    }

    public World WithHolds(ImmutableArray<Hold> holds) => new(holds, Values, Unescaped, Unjudged, HasLostHold, Exception, _tally);

    public World WithValues(ImmutableDictionary<CapabilityPath, KnownValue> values) =>
        ReferenceEquals(values, Values) ? this : new(Holds, values, Unescaped, Unjudged, HasLostHold, Exception, ValueTally.Of(values));

    public World WithValue(CapabilityPath path, KnownValue? value)
    {
        var known = ValueOf(path);
        if (value is null || value.Equals(KnownValue.Nothing))
            return known is null ? this : new(Holds, Values.Remove(path), Unescaped, Unjudged, HasLostHold, Exception, _tally.Without(path, known));
        if (ReferenceEquals(known, value))
            return this;
        var rest = known is null ? _tally : _tally.Without(path, known);
        return new(Holds, Values.SetItem(path, value), Unescaped, Unjudged, HasLostHold, Exception, rest.With(path, value));
    }

    public World WithUnescaped(ImmutableHashSet<CapabilityPath> unescaped) =>
        ReferenceEquals(unescaped, Unescaped) ? this : new(Holds, Values, unescaped, Unjudged, HasLostHold, Exception, _tally);

    public World WithUnjudged(CapabilityExpression capability, IOperation by) => Unjudged.ContainsKey(capability)
        ? this
        : new(Holds, Values, Unescaped, Unjudged.Add(capability, by), HasLostHold, Exception, _tally);

    public World WithLostHold() => HasLostHold ? this : new(Holds, Values, Unescaped, Unjudged, true, Exception, _tally);

    public World WithException(string? exception) =>
        exception == Exception ? this : new(Holds, Values, Unescaped, Unjudged, HasLostHold, exception, _tally);

    /// One more level of a capability.
    public World Push(CapabilityExpression capability, HoldLevel level)
    {
        for (var i = 0; i < Holds.Length; i++)
        {
            var hold = Holds[i];
            if (hold.Capability.Protocol != capability.Protocol || !hold.Capability.Path.Equals(capability.Path))
                continue;
            return hold.Levels.Length >= Hold.MaxLevels
                ? WithLostHold()
                : WithHolds(Holds.SetItem(i, hold with { Levels = hold.Levels.Add(level) }));
        }

        var values = AbsenceTransfer.IsAsked(this) ? WithValue(AbsencePath.Of(capability), null) : this;
        return values.WithHolds(Holds.Add(new Hold(capability, ImmutableArray.Create(level))));
    }

    /// Without one level of a hold; without the hold when it was the last.
    /// <param name="isGap">Others may have it from now on; not so when the same call goes on with it in another mode.</param>
    /// <param name="isDowngrade">The read side under an upgrade is held again.</param>
    public World Pop(Hold hold, int level, bool isGap = true, bool isDowngrade = false)
    {
        var index = Holds.IndexOf(hold);
        var left = hold.Levels.RemoveAt(level);
        if (hold.Levels[level].IsUpgrade && !isDowngrade)
            left = left.RemoveAll(l => l.Mode == HoldMode.Shared);
        return left.IsEmpty
            ? StateTests.Released(AbsenceTransfer.Note(isGap ? WithHolds(Holds.RemoveAt(index)).WithGap(hold.Capability) : WithHolds(Holds.RemoveAt(index)), hold.Capability), hold.Capability)
            : WithHolds(Holds.SetItem(index, hold with { Levels = left }));
    }

    /// A capability was given up, perhaps to be taken again at once: others may have changed what it guards.
    public World WithGap(CapabilityExpression capability)
    {
        if (!_tally.HasFetches)
            return this;
        var values = Values;
        foreach (var pair in Values)
        {
            if (pair.Value.Fetched is { } fetched && fetched.Released(capability) is var released && !ReferenceEquals(released, fetched))
                values = values.SetItem(pair.Key, pair.Value with { Fetched = released });
        }

        return WithValues(values);
    }

    /// Anything is known of reads of shared state.
    public bool HasFetches => _tally.HasFetches;

    /// Some variable stands for something that is reached through another.
    public bool HasNames => _tally.Names > 0;

    /// Some value speaks of something else than the variable that has it.
    public bool HasLinks => _tally.Links > 0;

    /// Whether the two hold the same, so that they are one world with the values both know.
    public bool HoldsTheSame(World other)
    {
        if (HasLostHold != other.HasLostHold || Exception != other.Exception || Holds.Length != other.Holds.Length)
            return false;
        foreach (var hold in Holds)
        {
            if (other.HoldOf(hold.Capability) is not { } counterpart || !hold.Equals(counterpart))
                return false;
        }

        return true;
    }

    public bool HasCorrelated => _tally.Correlated > 0;

    /// Whether what is known differs about something the body asks about more than once, so that merging would lose which
    /// path is which.
    public bool IsToldApartFrom(World other)
    {
        if (_tally.Correlated != other._tally.Correlated)
            return true;
        if (_tally.Correlated == 0 || ReferenceEquals(Values, other.Values))
            return false;
        foreach (var pair in Values)
        {
            if (pair.Value.IsCorrelated && !(other.ValueOf(pair.Key) is { IsCorrelated: true } theirs && Equals(pair.Value.Fact, theirs.Fact)))
                return true;
        }

        return false;
    }

    /// The one world of two that hold the same: what is known on both.
    public World Merge(World other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var values = MeetAll(Values, other.Values);
        var unescaped = Unescaped.SetEquals(other.Unescaped) ? Unescaped : Unescaped.Intersect(other.Unescaped);
        var unjudged = ReferenceEquals(Unjudged, other.Unjudged) ? Unjudged : other.Unjudged.Aggregate(Unjudged, (all, pair) => !all.TryGetValue(pair.Key, out var by) || pair.Value.Syntax.SpanStart < by.Syntax.SpanStart ? all.SetItem(pair.Key, pair.Value) : all);
        var holds = Holds;
        for (var i = 0; i < holds.Length; i++)
        {
            if (holds[i].MergeSites(other.HoldOf(holds[i].Capability)!) is var merged && !ReferenceEquals(merged, holds[i]))
                holds = holds.SetItem(i, merged);
        }

        return ReferenceEquals(values, Values) && ReferenceEquals(unescaped, Unescaped) && ReferenceEquals(unjudged, Unjudged) && holds == Holds
            ? this
            : new(holds, values, unescaped, unjudged, HasLostHold, Exception, ReferenceEquals(values, Values) ? _tally : ValueTally.Of(values));
    }

    public bool Equals(World? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        return other is not null && HoldsTheSame(other) && Same(Values, other.Values)
            && Unescaped.SetEquals(other.Unescaped) && SameReports(other) && SameSites(other);
    }

    public override bool Equals(object? obj) => Equals(obj as World);

    public override int GetHashCode() => (Holds.Length * 31) + Values.Count;

    private bool SameReports(World other) => ReferenceEquals(Unjudged, other.Unjudged)
        || (Unjudged.Count == other.Unjudged.Count && Unjudged.All(pair => other.Unjudged.TryGetValue(pair.Key, out var by) && by == pair.Value));

    private bool SameSites(World other)
    {
        foreach (var hold in Holds)
        {
            var levels = other.HoldOf(hold.Capability)!.Levels;
            for (var i = 0; i < levels.Length; i++)
            {
                if (!ReferenceEquals(levels[i].Site, hold.Levels[i].Site))
                    return false;
            }
        }

        return true;
    }

    private static ImmutableDictionary<CapabilityPath, KnownValue> MeetAll(
        ImmutableDictionary<CapabilityPath, KnownValue> left, ImmutableDictionary<CapabilityPath, KnownValue> right)
    {
        if (ReferenceEquals(left, right))
            return left;
        var result = left.ToBuilder();
        foreach (var pair in left)
        {
            if (!right.TryGetValue(pair.Key, out var other))
                Set(result, pair.Key, IsEither(pair.Key) ? pair.Value.Meet(KnownValue.Nothing, true) : null);
            else if (!ReferenceEquals(pair.Value, other) && pair.Value.Meet(other, IsEither(pair.Key)) is var met && !ReferenceEquals(met, pair.Value))
                Set(result, pair.Key, met);
        }

        foreach (var pair in right)
        {
            if (IsEither(pair.Key) && !left.ContainsKey(pair.Key))
                Set(result, pair.Key, pair.Value.Meet(KnownValue.Nothing, true));
        }

        return result.ToImmutable();
    }

    private static bool IsEither(CapabilityPath key) => key is CapturePath or ReturnPath or StoredPath or FetchedPath;

    private static void Set<TKey>(IDictionary<TKey, KnownValue> values, TKey key, KnownValue? value)
    {
        if (value is null)
            values.Remove(key);
        else
            values[key] = value;
    }

    private static bool Same<TKey>(ImmutableDictionary<TKey, KnownValue> left, ImmutableDictionary<TKey, KnownValue> right)
        where TKey : notnull
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Count != right.Count)
            return false;
        foreach (var pair in left)
        {
            if (!right.TryGetValue(pair.Key, out var other) || !pair.Value.Equals(other))
                return false;
        }

        return true;
    }
}

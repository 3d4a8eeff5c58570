using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// What is known of a value by comparison: that it equals a constant, or that it equals none of some. Null is a
/// constant like any other, so null tests and `HasValue` need nothing of their own.
internal sealed record ValueFact(bool IsEqual, ImmutableHashSet<Constant> Constants)
{
    /// A value is known to be none of so many constants at most: a long `switch` is not remembered case by case.
    public const int MaxExcluded = 32;

    public static ValueFact EqualTo(object? constant) => new(true, ImmutableHashSet.Create(new Constant(constant)));

    public static ValueFact NotEqualTo(object? constant) => constant is bool flag
        ? EqualTo(!flag)
        : new(false, ImmutableHashSet.Create(new Constant(constant)));

    /// Whether the value equals the constant; null when not known.
    public bool? Is(object? constant)
    {
        var contains = Constants.Contains(new Constant(constant));
        return IsEqual ? contains : contains ? false : null;
    }

    /// What holds when this and the other fact both do; null when they contradict each other.
    public ValueFact? And(ValueFact other)
    {
        if (IsEqual)
            return Agrees(this, other) ? this : null;
        if (other.IsEqual)
            return Agrees(other, this) ? other : null;
        return Constants.Count >= MaxExcluded ? this : new ValueFact(false, Constants.Union(other.Constants));
    }

    private static bool Agrees(ValueFact equal, ValueFact other) => other.IsEqual
        ? equal.Constants.SetEquals(other.Constants)
        : !equal.Constants.Overlaps(other.Constants);

    public bool Equals(ValueFact? other) => other is not null && IsEqual == other.IsEqual && Constants.SetEquals(other.Constants);

    public override int GetHashCode() => Constants.Count * (IsEqual ? 3 : 5);
}

/// A constant that may be null, so that it can be in a set.
internal readonly record struct Constant
{
    /// Integers of any type, characters among them, compare as numbers.
    public Constant(object? value) => Value = value switch
    {
        char c => (long)c,
        sbyte or byte or short or ushort or int or uint or long => System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };

    public object? Value { get; }
}

/// A boolean that says whether a subject equals a constant (or does not).
internal sealed record Predicate(CapabilityPath Subject, object? Constant, bool IsEqual)
{
    public Predicate Negated => this with { IsEqual = !IsEqual };

    public ValueFact FactWhen(bool answer) => answer == IsEqual ? ValueFact.EqualTo(Constant) : ValueFact.NotEqualTo(Constant);
}

/// One capability that a scope object manages: what disposing it does.
/// <param name="Restored">Set for an inverse scope: the level that is put back.</param>
/// <param name="IsAdopted">It was held before; disposing the scope releases it all the same.</param>
internal sealed record ManagedCapability(CapabilityExpression Capability, HoldMode Mode, HoldLevel? Restored, bool IsAdopted = false);

/// An acquisition that happens when a task is awaited.
internal sealed record PendingEffects(IOperation Call, ImmutableArray<(LockEffect Effect, CapabilityExpression Capability)> Acquisitions, bool IsScope);

/// Everything known of the value of one variable, temporary or stable path.
internal sealed record KnownValue
{
    public static readonly KnownValue Nothing = new();

    /// The path of the object it holds: an alias.
    public CapabilityPath? Path { get; init; }

    public ValueFact? Fact { get; init; }

    /// The body asks about it more than once, so paths on which it differs are kept apart.
    public bool IsCorrelated { get; init; }

    public Predicate? Predicate { get; init; }

    /// For a ref local: the member it is a name for, as it was bound.
    public IOperation? RefTarget { get; init; }

    /// Whether the guard of that member was held when it was bound.
    public bool IsBoundUnderGuard { get; init; }

    /// The guarded object it is, or looks into.
    public GuardedAlias? Guarded { get; init; }

    /// Which reads of shared state it was made of.
    public FetchFacts? Fetched { get; init; }

    public PendingEffects? Pending { get; init; }

    /// For state under test: the branches that were decided by it.
    public StateTests? Tests { get; init; }

    /// For a scope object: what it manages.
    public ImmutableArray<ManagedCapability> Managed { get; init; }

    public bool Equals(KnownValue? other) =>
        other is not null && Equals(Path, other.Path) && Equals(Fact, other.Fact) && IsCorrelated == other.IsCorrelated && Equals(Predicate, other.Predicate)
        && ReferenceEquals(RefTarget, other.RefTarget) && IsBoundUnderGuard == other.IsBoundUnderGuard && Equals(Guarded, other.Guarded) && Equals(Fetched, other.Fetched) && ReferenceEquals(Pending, other.Pending) && Equals(Tests, other.Tests) && SameManaged(other);

    public override int GetHashCode() => ((Path?.GetHashCode() ?? 0) * 31) + (Fact?.GetHashCode() ?? 0);

    /// What both know. A temporary, a returned value or a store (<paramref name="isEither"/>) is a guarded object when it is
    /// one on either path: it has one place where it comes to be. A variable is one when it is on both, so that a swap on
    /// the path that matters is a swap.
    public KnownValue? Meet(KnownValue other, bool isEither = false)
    {
        if (ReferenceEquals(this, other) || Equals(other))
            return this;
        var met = new KnownValue
        {
            Path = Equals(Path, other.Path) ? Path : null,
            Fact = Equals(Fact, other.Fact) ? Fact : null,
            IsCorrelated = Equals(Fact, other.Fact) && IsCorrelated && other.IsCorrelated,
            Predicate = Equals(Predicate, other.Predicate) ? Predicate : null,
            RefTarget = ReferenceEquals(RefTarget, other.RefTarget) ? RefTarget : null,
            IsBoundUnderGuard = IsBoundUnderGuard && other.IsBoundUnderGuard,
            Guarded = isEither ? GuardedAlias.Join(Object, other.Object) : GuardedAlias.Meet(Guarded, other.Guarded),
            Fetched = FetchFacts.Join(Fetched, other.Fetched, isEither),
            Pending = ReferenceEquals(Pending, other.Pending) ? Pending : null,
            Tests = StateTests.Meet(Tests, other.Tests),
            Managed = SameManaged(other) ? Managed : default,
        };
        return met.Equals(Nothing) ? null : met;
    }

    /// Null is no object.
    private GuardedAlias? Object => Fact?.Is(null) == true ? null : Guarded;

    private bool SameManaged(KnownValue other) => Managed.IsDefault
        ? other.Managed.IsDefault
        : !other.Managed.IsDefault && Managed.SequenceEqual(other.Managed);
}

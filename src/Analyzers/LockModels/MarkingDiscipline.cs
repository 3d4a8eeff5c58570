using System.Collections.Immutable;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// How state that several threads touch without a lock is to be accessed: by what its attributes say, in source and
/// metadata alike, and by its own modifier. One state may have several.
/// <param name="State">The field, auto-property or event, as it is declared.</param>
internal sealed record MarkingDiscipline(ISymbol State)
{
    public Annotation? Atomic { get; init; }

    /// Its writes need a capability, its reads are marked.
    public Annotation? WriteGuardedBy { get; init; }

    /// All its accesses need a capability.
    public Annotation? GuardedBy { get; init; }

    public Annotation? SetOnce { get; init; }

    public ImmutableArray<Annotation> PublishedBy { get; init; } = ImmutableArray<Annotation>.Empty;

    public Annotation? DataRacy { get; init; }

    public bool IsVolatile { get; init; }

    /// The guards of the variable: those of `GuardedBy` and `WriteGuardedBy`.
    public ImmutableArray<StateGuard> Guards { get; init; } = ImmutableArray<StateGuard>.Empty;

    public ITypeSymbol? Type { get; init; }

    public Atomicity Atomicity { get; init; } = Atomicity.Unknown;

    /// By which means its accesses can be marked.
    public MarkedForms Forms { get; init; }

    /// Reads outside the lock, if it has one, are to be marked.
    public bool IsLockFree => Atomic is not null || WriteGuardedBy is not null;

    public bool IsGuarded => !Guards.IsEmpty;

    /// Nothing is said of it: it is plain state.
    public bool IsNone => !IsLockFree && GuardedBy is null && SetOnce is null && PublishedBy.IsEmpty && DataRacy is null && !IsVolatile;

    /// Whether a marked form of a plain access exists at all.
    public bool CanBeMarked => (Forms & (MarkedForms.Volatile | MarkedForms.Modifier | MarkedForms.Exchange)) != 0;

    /// What the discipline is called in a message.
    public Annotation? Declared => Atomic ?? WriteGuardedBy ?? SetOnce ?? DataRacy ?? GuardedBy;
}

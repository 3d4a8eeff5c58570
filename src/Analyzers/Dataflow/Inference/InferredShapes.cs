using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Inference;

/// What the callers of a member hold at every call, in terms of the member.
internal sealed record MemberDemand(ISymbol Member, Location Place, ImmutableArray<LentLock> Locks)
{
    /// The body begins with an assertion of one of them.
    public bool IsAsserted { get; init; }

    /// What the body begins by asserting is among them, all of it.
    public bool SaysWhatIsAsserted { get; init; }
}

/// State that says nothing of its locks, and how many of its accesses are under the lock that most of them are under.
/// An access without that lock; or the declaration, when there is no such access.
/// <param name="Text">The state as it is written at the place.</param>
/// <param name="Under">Accesses outside construction under the lock, in a mode that suffices.</param>
/// <param name="All">All accesses outside construction.</param>
internal sealed record LockedStateShape(Location Location, ISymbol Body, ISymbol State, string Text, CapabilityExpression Lock, int Under, int All) : Shape(Location, Body)
{
    /// Somebody writes it outside construction.
    public bool IsWritten { get; init; }

    /// Every access is under the lock; the place is the declaration.
    public bool IsAtDeclaration { get; init; }

    public Location Declaration { get; init; } = Location.None;

    /// The members whose accesses are under the lock because their callers hold it.
    public ImmutableArray<MemberDemand> Through { get; init; } = ImmutableArray<MemberDemand>.Empty;
}

/// A member whose callers all hold something that it needs and does not say, or that begins by asserting it.
internal sealed record CoveredMemberShape(Location Location, ISymbol Body, MemberDemand Demand) : Shape(Location, Body)
{
    /// Some calls are made while the object is constructed.
    public bool IsUsedInConstruction { get; init; }

    /// What it lacks is reported by the declarations that are there.
    public bool IsReported { get; init; }
}

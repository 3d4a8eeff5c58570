using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// On how many of the paths that come to a place something is so.
internal enum Paths { None, Some, All }

/// What happens at one place of a body with everything known there, all paths and all copies of the place taken
/// together. Rules look at events and at nothing else.
/// <param name="Body">The method, lambda or initializer the place belongs to.</param>
internal abstract record FlowEvent(Location Location, ISymbol Body);

/// Guarded state is touched.
/// <param name="Text">The state as it is written at this place.</param>
/// <param name="Missing">What is not held on every path; empty when the access is right.</param>
/// <param name="IsAlternative">Any one of the missing would do.</param>
internal sealed record AccessEvent(
    Location Location, ISymbol Body, ISymbol Member, string Text, AccessKind Kind, ImmutableArray<StateGuard> Guards,
    ImmutableArray<CapabilityExpression> Missing, bool IsAlternative, Paths Held, Hold? Instead) : FlowEvent(Location, Body)
{
    /// Where it is acquired on the paths that hold it.
    public ImmutableArray<Location> OtherPath { get; init; } = ImmutableArray<Location>.Empty;

    /// Through a ref local that was bound while the guard was held: the reference outlives its critical section.
    public bool OutlivesGuard { get; init; }

    /// What is missing, and how code here would take it.
    public ImmutableArray<LockEntry> Entries { get; init; } = ImmutableArray<LockEntry>.Empty;

    /// The expression is an object that is still live where a reference to it goes.
    public bool IsLive { get; init; }
}

/// A reference to guarded state is where its guard is not held any more.
/// <param name="Text">The state it refers to.</param>
/// <param name="Bound">Where the name that is used was bound.</param>
internal sealed record EscapeEvent(
    Location Location, ISymbol Body, ISymbol Member, string Text, EscapeKind Kind, ImmutableArray<StateGuard> Guards, ImmutableArray<CapabilityExpression> Needed, Location? Bound)
    : FlowEvent(Location, Body)
{
    /// Its guards were held where it was taken.
    public bool IsTakenUnderGuard { get; init; }

    /// Its guards, and how code here would take them.
    public ImmutableArray<LockEntry> Entries { get; init; } = ImmutableArray<LockEntry>.Empty;
}

/// A member is called that requires capabilities.
internal sealed record RequirementEvent(
    Location Location, ISymbol Body, ISymbol Target, ImmutableArray<LockEffect> Effects, ImmutableArray<CapabilityExpression> Missing,
    bool IsAlternative, HoldMode Mode, Paths Held, Hold? Instead) : FlowEvent(Location, Body)
{
    /// Where it is acquired on the paths that hold it.
    public ImmutableArray<Location> OtherPath { get; init; } = ImmutableArray<Location>.Empty;

    /// The requirement comes from a library model and concerns a lock that no annotation speaks of.
    public bool IsUnannotated { get; init; }

    /// What is missing, and how code here would take it.
    public ImmutableArray<LockEntry> Entries { get; init; } = ImmutableArray<LockEntry>.Empty;

    /// The body itself acquires or releases the lock somewhere.
    public bool IsTouchedHere { get; init; }
}

/// A member is called that excludes capabilities.
internal sealed record ExclusionEvent(
    Location Location, ISymbol Body, ISymbol Target, ImmutableArray<LockEffect> Effects, ImmutableArray<CapabilityExpression> Capabilities, Paths Held, Hold Hold) : FlowEvent(Location, Body);

internal sealed record AcquisitionEvent(Location Location, ISymbol Body, CapabilityExpression Capability, AcquisitionOutcome Outcome, Paths Held, Hold? Hold)
    : FlowEvent(Location, Body)
{
    /// The call that gives back what is acquired here.
    public string? Release { get; init; }
}

/// Something is acquired while capabilities are held that the declared order puts after it.
/// <param name="Related">The declarations, then the acquisitions of what is held.</param>
internal sealed record DisorderEvent(
    Location Location, ISymbol Body, CapabilityExpression Capability, ImmutableArray<CapabilityExpression> Held, ImmutableArray<Location> Related) : FlowEvent(Location, Body);

/// Foreign code, or a call that waits, while locks are held.
internal sealed record HeldCallEvent(
    Location Location, ISymbol Body, ISymbol Target, bool IsBlocking, ImmutableArray<CapabilityExpression> Held, ImmutableArray<Location> Sites) : FlowEvent(Location, Body);

/// It is not known that capabilities are not held, where that must be known.
internal sealed record AbsenceEvent(Location Location, ISymbol Body, ISymbol? Target, ImmutableArray<CapabilityExpression> Capabilities) : FlowEvent(Location, Body);

/// <param name="NotHeld">On how many paths it was not held; <see cref="Paths.None"/> when the release is right.</param>
/// <param name="WrongMode">The hold whose mode does not fit.</param>
/// <param name="Counterpart">The member that acquires the un-annotated lock this body only releases.</param>
internal sealed record ReleaseEvent(
    Location Location, ISymbol Body, CapabilityExpression Capability, HoldMode Mode, Paths NotHeld, Hold? WrongMode, Hold? Nearest, ISymbol? Counterpart) : FlowEvent(Location, Body)
{
    /// The call that gives back the hold of the other mode.
    public string? Matching { get; init; }

    /// The acquisitions on the paths that hold it, or of what is held instead.
    public ImmutableArray<Location> Related { get; init; } = ImmutableArray<Location>.Empty;
}

internal sealed record ResultIgnoredEvent(Location Location, ISymbol Body, CapabilityExpression Capability, bool IsTask) : FlowEvent(Location, Body);

/// A scope object is dropped at once, or is not disposed when the body ends.
internal sealed record ScopeEvent(Location Location, ISymbol Body, ImmutableArray<CapabilityExpression> Capabilities, bool IsTask, Paths Undisposed) : FlowEvent(Location, Body);

internal sealed record LiteralEvent(Location Location, ISymbol Body, string Text, IParameterSymbol Parameter) : FlowEvent(Location, Body);

/// A scope object that manages something else than the parameter it is passed to says.
internal sealed record OtherScopeEvent(
    Location Location, ISymbol Body, IParameterSymbol Parameter, ImmutableArray<CapabilityExpression> Declared, ImmutableArray<CapabilityExpression> Managed) : FlowEvent(Location, Body);

/// A method or lambda becomes a delegate with another contract.
internal sealed record ConversionEvent(Location Location, ISymbol Body, ISymbol Member, ISymbol Holder, ContractDifference Difference) : FlowEvent(Location, Body);

/// A delegate that was promised to be invoked in place outlives the call.
internal sealed record InPlaceEvent(Location Location, ISymbol Body, IParameterSymbol Parameter, KeptHow How) : FlowEvent(Location, Body);

internal sealed record SuspensionEvent(Location Location, ISymbol Body, bool IsAwait, ImmutableArray<CapabilityExpression> Capabilities, Location? Acquisition, bool ByContract, Paths Held) : FlowEvent(Location, Body);

/// More is held at an exit than the contract says.
/// <param name="Location">The last unbalanced acquisition, or the contract's attribute when the body acquires nothing.</param>
/// <param name="Exit">An exception that leaves the body where normal paths are right is another matter.</param>
internal sealed record LeftHeldEvent(
    Location Location, ISymbol Body, CapabilityExpression Capability, ExitKind Exit, Paths Held, ISymbol? Counterpart) : FlowEvent(Location, Body)
{
    public HoldMode Mode { get; init; } = HoldMode.Exclusive;

    /// How it would be taken for a run of statements, and the call that gives it back.
    public LockEntry? Entry { get; init; }

    public string? Release { get; init; }

    /// The attribute that says what should be held instead.
    public Location? Contract { get; init; }

    /// Where the member is left with it, if it is left without it elsewhere.
    public ImmutableArray<Location> Exits { get; init; } = ImmutableArray<Location>.Empty;
}

internal sealed record PromiseEvent(Location Location, ISymbol Body, CapabilityExpression Capability, LockEffect Effect, Hold? Instead) : FlowEvent(Location, Body)
{
    /// It is held at no way out of the body.
    public bool IsNeverHeld { get; init; }
}

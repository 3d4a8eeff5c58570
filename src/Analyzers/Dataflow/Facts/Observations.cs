using System.Collections.Immutable;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// What the transfer saw at one operation in one world, while the solution is replayed. Facts only: whether any of it
/// is a problem is for the rules to say.
internal abstract record Observation(IOperation Operation);

internal enum AccessKind
{
    Read,
    Write,

    /// `in`, `ref readonly`.
    ReadReference,

    /// `ref`, `out`, `&`, `fixed`.
    Reference,

    /// A member of the object, or the object as an argument.
    ObjectRead,

    /// A setter, an element or a known mutator of the object.
    ObjectWrite,
}

/// Guarded state is touched. <see cref="Missing"/> is empty when the guard is satisfied in this world.
/// <param name="Guard">One annotation of the state.</param>
/// <param name="Needed">Its capabilities, for this receiver.</param>
/// <param name="Instead">The hold that satisfies the guard; when something is missing, the nearest capability that is held.</param>
internal sealed record AccessSeen(
    IOperation Operation,
    ISymbol Member,
    AccessKind Kind,
    HoldMode Mode,
    StateGuard Guard,
    ImmutableArray<CapabilityExpression> Needed,
    ImmutableArray<CapabilityExpression> Missing,
    Hold? Instead) : Observation(Operation)
{
    /// Through a ref local that was bound while the guard was held.
    public bool IsBoundUnderGuard { get; init; }

    /// What is missing, in the words of this place.
    public ImmutableArray<CapabilityExpression> Written { get; init; } = Missing;
}

/// How the guards of a variable are held.
internal enum GuardHold { None, Shared, Exclusive }

/// State that says how it is accessed without a lock is touched.
/// <param name="Path">The variable, as it is called here.</param>
internal sealed record StateAccessSeen(IOperation Operation, ISymbol Member, CapabilityPath Path, MarkingDiscipline Discipline, StateAccess Access) : Observation(Operation)
{
    public GuardHold Guard { get; init; }

    /// Everything that is held exclusively.
    public ImmutableArray<CapabilityExpression> Locks { get; init; } = ImmutableArray<CapabilityExpression>.Empty;

    /// Nobody else can see the object yet.
    public bool IsUnderConstruction { get; init; }

    /// The race is intended: `DataRace`, or a member with `DataRacy`.
    public bool IsWaived { get; init; }

    /// A barrier marks it.
    public bool IsOrdered { get; init; }

    /// For a write: the branches on the way here that were decided by what the variable was.
    public ImmutableArray<StateTest> Tests { get; init; } = ImmutableArray<StateTest>.Empty;

    /// For a write: the reads of the variable that its value is computed from.
    public ImmutableArray<SyntaxNode> Sources { get; init; } = ImmutableArray<SyntaxNode>.Empty;

    /// Who computes what is written again gets the same.
    public bool IsPureValue { get; init; }
}

/// Something that says more about accesses than that they are plain: it speaks for them.
/// <param name="Accesses">The accesses as they are written.</param>
internal abstract record SupersedingSeen(IOperation Operation, ImmutableArray<SyntaxNode> Accesses) : Observation(Operation);

/// `DataRace` is called.
/// <param name="IsNeedless">Nothing inside can race.</param>
internal sealed record WaiverSeen(IOperation Operation, bool IsNeedless) : Observation(Operation);

internal enum EscapeKind
{
    /// A name of the guarded object is used after its guard.
    Used,

    Returned,

    ReturnedByReference,

    Yielded,

    PassedOut,

    Stored,
}

/// A reference to guarded state is where its guard is not held any more.
/// <param name="Operation">The expression that leaves, or the later use.</param>
/// <param name="Origin">Where the name that is used was bound.</param>
internal sealed record EscapeSeen(
    IOperation Operation, ISymbol Member, string Text, EscapeKind Kind, ImmutableArray<StateGuard> Guards, ImmutableArray<CapabilityExpression> Needed, IOperation? Origin) : Observation(Operation)
{
    /// Its guards were held where it was taken.
    public bool IsTakenUnderGuard { get; init; }
}

/// State is fetched again where an earlier fetch has decided, or both go into one expression.
/// <param name="Operation">The second fetch.</param>
internal sealed record RefetchSeen(IOperation Operation, ISymbol Member, IOperation First) : SupersedingSeen(Operation, ImmutableArray.Create(State(First), State(Operation)))
{
    /// Of a marked read the state, not the call.
    public static SyntaxNode State(IOperation fetch) =>
        fetch is Microsoft.CodeAnalysis.Operations.IInvocationOperation { Arguments: { Length: > 0 } arguments } && arguments[0].Parameter is { RefKind: not RefKind.None } ? arguments[0].Value.Syntax : fetch.Syntax;
}

/// Guarded state is written on the strength of what it was before its lock was given up.
/// <param name="Read">Where it was read.</param>
internal sealed record StaleDecisionSeen(IOperation Operation, ISymbol Member, IOperation Read, ImmutableArray<CapabilityExpression> Guards) : Observation(Operation);

/// An object that a lock-free member refers to is changed in place.
/// <param name="Taken">Where the name that is used got it, or published it.</param>
internal sealed record SnapshotChanged(IOperation Operation, ISymbol Member, string Text, IOperation? Taken) : SupersedingSeen(Operation, ImmutableArray.Create(RefetchSeen.State(Operation)));

internal enum PublicationFlaw
{
    /// Data is written after the flag that publishes it.
    Late,

    /// Data is read where the flag has not said that it may be.
    Early,

    /// The flag is written, read, by an access that orders nothing.
    PlainWrite,

    PlainRead,
}

/// <param name="By">The store that has published the data.</param>
internal sealed record PublicationSeen(IOperation Operation, ISymbol Member, PublicationFlaw Flaw, ISymbol Flag, IOperation? By) : SupersedingSeen(Operation, ImmutableArray.Create(Operation.Syntax));

/// A call requires a capability (or any one of several).
internal sealed record RequirementSeen(
    IOperation Operation,
    ISymbol Target,
    LockEffect Effect,
    ImmutableArray<CapabilityExpression> Missing,
    Hold? Instead) : Observation(Operation)
{
    /// What is missing, in the words of this place.
    public ImmutableArray<CapabilityExpression> Written { get; init; } = Missing;
}

/// A member of this compilation is called by its name.
/// <param name="Receiver">The object it is called on; null for a static member.</param>
/// <param name="Arguments">What each parameter stands for, by ordinal.</param>
internal sealed record CallSeen(
    IOperation Operation, IMethodSymbol Target, CapabilityPath? Receiver, ImmutableArray<(int Ordinal, CapabilityPath Value)> Arguments, World World) : Observation(Operation);

/// Foreign code, or a call that waits, while locks are held.
internal sealed record HeldCallSeen(IOperation Operation, ISymbol Target, bool IsBlocking, ImmutableArray<Hold> Held) : Observation(Operation);

/// It is not known that a capability is not held, where that must be known.
/// <param name="Target">The member that requires it; null for an acquisition.</param>
internal sealed record AbsenceUnknown(IOperation Operation, ISymbol? Target, CapabilityExpression Capability) : Observation(Operation);

/// A call excludes a capability.
internal sealed record ExclusionSeen(IOperation Operation, ISymbol Target, LockEffect Effect, CapabilityExpression Capability, Hold? Held)
    : Observation(Operation);

internal enum AcquisitionOutcome
{
    Acquired,

    /// It was held already, and it does not nest.
    AlreadyHeld,

    /// The write side, or the upgradeable side, while only the read side is held.
    Upgraded,
}

internal sealed record AcquisitionSeen(
    IOperation Operation, LockEffect Effect, CapabilityExpression Capability, AcquisitionOutcome Outcome, Hold? Held) : Observation(Operation)
{
    /// What else is held at that moment, in the order of acquisition.
    public ImmutableArray<Hold> Around { get; init; } = ImmutableArray<Hold>.Empty;

    /// Objects that nobody else can see yet.
    public ImmutableHashSet<CapabilityPath> Unescaped { get; init; } = ImmutableHashSet<CapabilityPath>.Empty;

    /// It gives up where it would have to wait, so it closes no circle of threads that wait for each other.
    public bool IsTry { get; init; }
}

internal enum ReleaseOutcome
{
    Released,

    NotHeld,

    WrongMode,

    /// It is not known which object is meant, or its balance is not judged any more.
    Unjudged,
}

/// <param name="Held">The hold that was released or that has the wrong mode; otherwise the nearest one.</param>
internal sealed record ReleaseSeen(
    IOperation Operation, LockEffect Effect, CapabilityExpression Capability, ReleaseOutcome Outcome, Hold? Held) : Observation(Operation);

/// Nobody can know whether a try succeeded, or the task of an acquisition is not awaited.
internal sealed record ResultIgnored(IOperation Operation, CapabilityExpression Capability, bool IsTask) : Observation(Operation);

/// The scope object of an acquisition goes nowhere.
internal sealed record ScopeDropped(IOperation Operation, ImmutableArray<CapabilityExpression> Capabilities, bool IsTask) : Observation(Operation);

/// A literal stands where a contract needs an object.
internal sealed record LiteralCapability(IOperation Operation, IParameterSymbol Parameter) : Observation(Operation);

/// A scope object is passed on that manages something else than the parameter says.
/// <param name="Managed">What it manages; default when that was never said.</param>
internal sealed record OtherScopeSeen(IOperation Operation, IParameterSymbol Parameter, ImmutableArray<CapabilityExpression> Declared, ImmutableArray<CapabilityExpression> Managed) : Observation(Operation);

/// A method or lambda becomes a delegate that promises its callers something else.
/// <param name="Holder">The member, parameter or delegate type that promises.</param>
internal sealed record ContractLost(IOperation Operation, ISymbol Member, ISymbol Holder, ContractDifference Difference) : Observation(Operation);

internal enum KeptHow { Stored, Captured, Returned, Passed }

/// A delegate that was promised to be invoked in place outlives the call.
internal sealed record InPlaceKept(IOperation Operation, IParameterSymbol Parameter, KeptHow How) : Observation(Operation);

internal sealed record SuspensionSeen(IOperation Operation, bool IsAwait, Hold Held, bool ByContract) : Observation(Operation);

/// At a normal exit: more is held than the contract says.
/// <param name="Level">The level that is left, with its acquisition.</param>
/// <param name="Place">Where the body is left.</param>
internal sealed record LeftHeld(IOperation Operation, CapabilityExpression Capability, HoldLevel Level, ExitKind Exit, Location Place) : Observation(Operation);

/// A normal way out, with all that is held there.
internal sealed record ExitSeen(IOperation Operation, ImmutableArray<Hold> Holds) : Observation(Operation);

internal enum ExitKind { Normal, Throw, Exception }

/// At a normal exit: what the contract promises is not held.
internal sealed record PromiseBroken(IOperation Operation, Location Exit, CapabilityExpression Capability, LockEffect Effect, Hold? Instead) : Observation(Operation);

/// Receives observations; null while the solver still runs.
internal interface IFactObserver
{
    void See(Observation observation);

    /// A lambda or local function runs (or may run later, then with an empty world) with this known.
    void Enters(IMethodSymbol function, World world);
}

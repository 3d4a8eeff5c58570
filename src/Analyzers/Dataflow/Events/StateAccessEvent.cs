using System;
using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// State that says how it is accessed without a lock is touched.
/// <param name="Text">The state as it is written at this place.</param>
internal sealed record StateAccessEvent(Location Location, ISymbol Body, ISymbol Member, string Text, StateAccess Access, MarkingDiscipline Discipline) : FlowEvent(Location, Body)
{
    /// The variable, as it is called here.
    public CapabilityPath? Path { get; init; }

    /// How the guards of the variable are held on all paths.
    public GuardHold Guard { get; init; }

    /// What is held exclusively on all paths.
    public ImmutableArray<CapabilityExpression> Locks { get; init; } = ImmutableArray<CapabilityExpression>.Empty;

    /// Nobody else can see the object on any path.
    public bool IsUnderConstruction { get; init; }

    /// The race is intended.
    public bool IsWaived { get; init; }

    /// Through the API, a `volatile` field, or ordered by a barrier.
    public bool IsMarked { get; init; }

    /// For a write: some path comes here because of what the variable was.
    public bool IsTested { get; init; }

    /// The same, and on all paths a lock that was held at the test is still held.
    public bool IsTestedUnderLock { get; init; }

    /// Who computes what is written again gets the same.
    public bool IsPureValue { get; init; }

    /// The read feeds a later write of the same variable, by its value or by a test.
    public bool FeedsUpdate { get; init; }

    /// Another event says more about this access.
    public bool IsSuperseded { get; init; }

    public FileOptions Options { get; init; } = FileOptions.Default;

    /// Asked only where it decides: one lock that is held here is held at every other write of the variable as well.
    public Func<bool> IsSerialized { get; init; } = () => false;
}

/// `DataRace` is called.
/// <param name="IsNeedless">Nothing inside can race.</param>
internal sealed record WaiverEvent(Location Location, ISymbol Body, string Text, bool IsNeedless) : FlowEvent(Location, Body);

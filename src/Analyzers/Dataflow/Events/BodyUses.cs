using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// A lock that is held on all paths to a place, in terms of what is touched or called there: its `this`, its parameters,
/// or a static.
/// <param name="Own">The same lock in terms of the body.</param>
/// <param name="IsLent">The body itself did nothing for it: it was supposed to be held on entry.</param>
internal sealed record HeldLock(CapabilityExpression Capability, HoldMode Mode, CapabilityExpression Own, bool IsLent);

/// One place that touches state which says nothing of its locks.
/// <param name="Body">The method, lambda or initializer the place belongs to.</param>
internal sealed record StateUse(ISymbol State, AccessUsage Usage, Location Place, ISymbol Body, string Text, ImmutableArray<HeldLock> Held)
{
    /// Nobody else can see the object on any path, or the race is intended.
    public bool IsExempt { get; init; }

    public bool IsMarked { get; init; }

    /// The state of the body's own object.
    public bool IsOfThis { get; init; }
}

/// One call of a member of this compilation, by its name.
internal sealed record MemberCall(ISymbol Target, Location Place, ImmutableArray<HeldLock> Held)
{
    /// Nobody else can see the object yet.
    public bool IsExempt { get; init; }

    public bool IsOfThis { get; init; }
}

/// What one body does with state and with members, and under which locks.
/// <param name="Delegated">Members that become delegates, so that anybody may call them.</param>
/// <param name="LacksDeclared">Some declared guard or requirement is not met, which is reported for itself.</param>
/// <param name="Met">What declared guards ask for in it and get.</param>
/// <param name="Asserted">What the first statement of the body says is held.</param>
/// <param name="Released">What it gives back without having taken it.</param>
internal sealed record BodyUses(
    ISymbol Member, ImmutableArray<StateUse> States, ImmutableArray<MemberCall> Calls, ImmutableArray<ISymbol> Delegated, bool LacksDeclared, ImmutableArray<CapabilityExpression> Met, ImmutableArray<LentLock> Asserted, ImmutableArray<CapabilityExpression> Released);

using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// The guarded object that a value is (or looks into, as a span or a deferred query does), or the guarded place it is a
/// reference to: the way by which guarded state leaves its critical section.
///
/// It is about the object the member refers to now. A new value of the member, or of anything on the way to it, makes it
/// the old object, which is nobody's any more.
/// <param name="Path">The member, at the receiver it was read from.</param>
/// <param name="IsBoundUnderGuard">Its guards were held where it was taken.</param>
/// <param name="IsPlace">A reference to the place itself, not the object in it.</param>
/// <param name="Mode">What using it needs: a reference that may be written through needs the guard exclusively.</param>
/// <param name="Origin">The expression that handed it on last.</param>
internal sealed record GuardedAlias(MemberPath Path, ISymbol Member, bool IsBoundUnderGuard, bool IsPlace, HoldMode Mode, IOperation Origin)
{
    public CapabilityPath? Receiver => Path.Instance;

    public bool Equals(GuardedAlias? other) => other is not null && IsSameObject(other) && ReferenceEquals(Origin, other.Origin);

    public override int GetHashCode() => Path.GetHashCode();

    /// What both know; of two expressions that handed it on, the earlier in source.
    public static GuardedAlias? Meet(GuardedAlias? left, GuardedAlias? right)
    {
        if (left is null || right is null || !left.IsSameObject(right))
            return null;
        return left.Origin.Syntax.SpanStart <= right.Origin.Syntax.SpanStart ? left : right;
    }

    /// What one of both knows.
    public static GuardedAlias? Join(GuardedAlias? left, GuardedAlias? right)
    {
        if (left is null || right is null)
            return left ?? right;
        return left.Origin.Syntax.SpanStart <= right.Origin.Syntax.SpanStart ? left : right;
    }

    private bool IsSameObject(GuardedAlias other) =>
        Path.Equals(other.Path) && IsBoundUnderGuard == other.IsBoundUnderGuard && IsPlace == other.IsPlace && Mode == other.Mode
        && SymbolEqualityComparer.Default.Equals(Member, other.Member);
}

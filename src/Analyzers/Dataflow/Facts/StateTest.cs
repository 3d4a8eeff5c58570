using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Dataflow.Facts;

/// A branch that was taken because of what a variable was when it was read.
/// <param name="Condition">What was asked, as it is written.</param>
/// <param name="Under">What was held exclusively at that moment and has not been released since.</param>
/// <param name="Reads">Where the variable was read for it.</param>
internal sealed record StateTest(SyntaxNode Condition, bool Answer, ImmutableArray<CapabilityExpression> Under, ImmutableArray<SyntaxNode> Reads)
{
    public bool IsSameAs(StateTest other) => Condition == other.Condition && Answer == other.Answer;

    /// Whether the test is the reason for a write: the write stands in what was tested, or behind a test that leaves, with
    /// no other question in between. That some flag was not set when the body began is no reason for what happens later.
    public bool Decides(SyntaxNode write)
    {
        var around = Condition.Parent;
        while (around is not null and not StatementSyntax && !around.Span.Contains(write.Span))
            around = around.Parent;
        if (around is null || around.Span.Contains(write.Span))
            return true;
        return around.Parent is not { } block || !write.Ancestors().TakeWhile(node => node != block).Any(IsQuestion);
    }

    private static bool IsQuestion(SyntaxNode node) =>
        node is IfStatementSyntax or SwitchStatementSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax or CatchClauseSyntax
            or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}

/// All such branches on the way to a point, since the variable was last written here. Where ways with different answers
/// meet, the question no longer matters.
internal sealed class StateTests : System.IEquatable<StateTests>
{
    private StateTests(ImmutableArray<StateTest> all) => All = all;

    public ImmutableArray<StateTest> All { get; }

    public static StateTests Of(StateTest test) => new(ImmutableArray.Create(test));

    public StateTests Add(StateTest test) => new(ImmutableArray.CreateRange(All.Where(t => !t.IsSameAs(test)).Append(test)
        .OrderBy(t => t.Condition.SpanStart).ThenBy(t => t.Answer)));

    public static StateTests? Meet(StateTests? left, StateTests? right)
    {
        if (left is null || right is null || ReferenceEquals(left, right))
            return left is null ? null : right is null ? null : left;
        var both = ImmutableArray.CreateRange(
            from mine in left.All
            from theirs in right.All
            where mine.IsSameAs(theirs)
            select mine with { Under = ImmutableArray.CreateRange(mine.Under.Where(theirs.Under.Contains)) });
        return both.IsEmpty ? null : new StateTests(both);
    }

    /// After a release nothing stands between the tests made under the lock and other threads.
    public static World Released(World world, CapabilityExpression capability)
    {
        foreach (var pair in world.Values)
        {
            if (pair.Value.Tests is { } tests && tests.All.Any(test => test.Under.Contains(capability)))
                world = world.WithValue(pair.Key, pair.Value with { Tests = tests.Without(capability) });
        }

        return world;
    }

    public bool Equals(StateTests? other) => other is not null && (ReferenceEquals(this, other)
        || (All.Length == other.All.Length && All.Zip(other.All, (a, b) => a.IsSameAs(b) && a.Under.SequenceEqual(b.Under)).All(same => same)));

    public override bool Equals(object? obj) => Equals(obj as StateTests);

    public override int GetHashCode() => All.Length;

    private StateTests Without(CapabilityExpression capability) =>
        new(ImmutableArray.CreateRange(All, test => test.Under.Contains(capability) ? test with { Under = test.Under.Remove(capability) } : test));
}

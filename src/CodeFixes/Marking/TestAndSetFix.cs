using System.Collections.Generic;
using System.Linq;
using Capability.CodeFixes.Balance;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Joins a test and the write it leads to: the exchange answers the question and writes. Where nothing else depends on the
/// answer, it only takes the place of the write.
internal sealed class TestAndSetFix : LocalFix
{
    public override string Key => "Capability.Interlocked";

    protected override Edit? Compute(FixSite site)
    {
        if (SharedState.At(site) is not { } state || Update.Of(state) is not { Value: { } value } update || state.IsTouchedIn(value) || Evaluation.HasComments(update.Whole))
            return null;
        if (SharedState.Dressed(update.Whole).Parent is not ExpressionStatementSyntax statement || !MarkingApi.HasExchange(site, state.Type) || MarkingApi.Of(site, "Interlocked", statement.SpanStart) is not { } api)
            return null;
        if (SharedState.ReceiverOf(state.Access) is { } receiver && !state.Symbol.IsStatic && !Evaluation.IsStable(site, receiver))
            return null;
        return (Alone(state, statement, value, api) ?? First(state, statement, value, api) ?? AfterLeaving(state, statement, value, api)) is { } found
            ? Edit.In(site, "Use 'Interlocked." + found.Method + "'", found.Changes, api.Imports)
            : null;
    }

    /// `if (x == a) x = b;`
    private static (string Method, IEnumerable<TextChange> Changes)? Alone(SharedState state, ExpressionStatementSyntax statement, ExpressionSyntax value, MarkingApi api)
    {
        var holder = statement.Parent is BlockSyntax { Statements.Count: 1 } block ? block.Parent : statement.Parent;
        if (holder is not IfStatementSyntax { Else: null } @if || StateTest.LastOf(state, @if.Condition, isWhenTrue: true) is not { IsEqual: true } test)
            return null;
        var exchange = api.Text + ".CompareExchange(ref " + state.Text + ", " + value + ", " + test.Value + ")";
        // The exchange asks the question itself.
        if (SharedState.Bare(@if.Condition) == test.Question && Evaluation.IsStable(state.Site, value) && !Evaluation.HasComments(@if))
            return ("CompareExchange", [new TextChange(@if.Span, exchange + ";")]);
        var changes = new List<TextChange> { new(statement.Expression.Span, exchange) };
        if (state.Type.IsValueType && SharedState.Of(state.Site, test.Read) is { } plain && ReadFix.Changes(plain) is { } read)
            changes.AddRange(read.Changes);
        return ("CompareExchange", changes);
    }

    /// `if (x == a) { x = b; … }`
    private static (string Method, IEnumerable<TextChange> Changes)? First(SharedState state, ExpressionStatementSyntax statement, ExpressionSyntax value, MarkingApi api)
    {
        if (statement.Parent is not BlockSyntax { Parent: IfStatementSyntax @if } block || block.Statements[0] != statement || @if.Statement != block || !Evaluation.IsStable(state.Site, value))
            return null;
        return StateTest.LastOf(state, @if.Condition, isWhenTrue: true) is { IsEqual: true } test ? Joined(state, test, test.Value, statement, value, api) : null;
    }

    /// `if (x != a) return; x = b;`
    private static (string Method, IEnumerable<TextChange> Changes)? AfterLeaving(SharedState state, ExpressionStatementSyntax statement, ExpressionSyntax value, MarkingApi api)
    {
        var list = statement.Parent switch { BlockSyntax block => block.Statements, SwitchSectionSyntax section => section.Statements, _ => default };
        var index = list.IndexOf(statement);
        if (index < 1 || list[index - 1] is not IfStatementSyntax { Else: null } @if || !Leaves(@if.Statement) || !Evaluation.IsStable(state.Site, value))
            return null;
        var test = StateTest.LastOf(state, @if.Condition, isWhenTrue: false);
        // Of a truth value, having one is not having the other.
        var isOther = test is { IsEqual: false } || test is { IsEqual: true, Value: "true" or "false" } && state.Type.SpecialType == SpecialType.System_Boolean;
        return isOther ? Joined(state, test!, test!.IsEqual ? (test.Value == "true" ? "false" : "true") : test.Value, statement, value, api) : null;
    }

    /// <param name="expected">What the state is when it comes to the write.</param>
    private static (string Method, IEnumerable<TextChange> Changes)? Joined(SharedState state, StateTest test, string expected, ExpressionStatementSyntax statement, ExpressionSyntax value, MarkingApi api)
    {
        var isBool = state.Type.SpecialType == SpecialType.System_Boolean;
        // To exchange a truth value for the other one is to do nothing where it is that already.
        if (isBool && (SharedState.Bare(value).ToString(), expected) is not (("true", "false") or ("false", "true")))
            return null;
        var method = isBool ? "Exchange" : "CompareExchange";
        var exchange = api.Text + "." + method + "(ref " + state.Text + ", " + value + (isBool ? "" : ", " + expected) + ")";
        return (method, [new TextChange(test.Read.Span, exchange), Removal.Of(state.Site, statement.Span)]);
    }

    private static bool Leaves(StatementSyntax statement) => statement is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax
        || statement is BlockSyntax { Statements.Count: > 0 } block && Leaves(block.Statements.Last());
}

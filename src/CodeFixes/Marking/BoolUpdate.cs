using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Marking;

/// `x |= f` of a truth value writes `true` if `f`, and else nothing: no value that was read is needed.
internal static class BoolUpdate
{
    public static Edit? Of(Update update)
    {
        var (state, site) = (update.State, update.State.Site);
        if (state.Type.SpecialType != SpecialType.System_Boolean || !update.IsDropped || update.Operand is not { } operand || update.Operator is not (SyntaxKind.BitwiseOrExpression or SyntaxKind.BitwiseAndExpression))
            return null;
        if (state.IsTouchedIn(operand) || Evaluation.HasComments(update.Whole) || (SharedState.ReceiverOf(state.Access) is { } receiver && !state.Symbol.IsStatic && !Evaluation.IsStable(site, receiver)))
            return null;
        var api = state.IsVolatile ? null : MarkingApi.Of(site, "Volatile", update.Whole.SpanStart);
        if (api is null && !state.IsVolatile)
            return null;
        // The compiler would find out that nobody reads it.
        if (state.IsVolatile && update.Whole.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() is { } type && !state.ReadsIn(type).Any(read => SharedState.Dressed(read).Parent is not AssignmentExpressionSyntax))
            return null;
        var isOr = update.Operator == SyntaxKind.BitwiseOrExpression;
        var condition = isOr ? SharedState.Bare(operand).ToString() : "!" + Evaluation.Operand(operand);
        var value = isOr ? "true" : "false";
        var write = api is null ? state.Text + " = " + value + ";" : api.Text + ".Write(ref " + state.Text + ", " + value + ");";
        var lines = StatementLines.If(!site.Layout.IsFirstOnLine(update.Whole.SpanStart), condition, write);
        return lines.InsteadOf(site, update.Whole, null) is { } changes
            ? Edit.In(site, isOr ? "Write 'true' where the operand is" : "Write 'false' where the operand is", changes, api?.Imports ?? System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Text.TextChange>.Empty)
            : null;
    }
}

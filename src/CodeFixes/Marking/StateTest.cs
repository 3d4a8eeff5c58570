using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Marking;

/// A question in a condition: whether state has one value.
/// <param name="Question">The whole question.</param>
/// <param name="Read">How it reads the state, marked or plainly.</param>
/// <param name="Value">What it is compared with, as source; `true` and `false` for a truth value by itself.</param>
/// <param name="IsEqual">Whether the answer yes means that it has the value.</param>
internal sealed record StateTest(ExpressionSyntax Question, ExpressionSyntax Read, string Value, bool IsEqual)
{
    /// The last thing that a condition asks, so that everything else was answered before.
    public static StateTest? LastOf(SharedState state, ExpressionSyntax condition, bool isWhenTrue)
    {
        var operand = SharedState.Bare(condition);
        var kind = isWhenTrue ? SyntaxKind.LogicalAndExpression : SyntaxKind.LogicalOrExpression;
        while (operand is BinaryExpressionSyntax both && both.IsKind(kind))
        {
            if (state.IsTouchedIn(both.Left))
                return null;
            operand = SharedState.Bare(both.Right);
        }

        return Of(state, operand);
    }

    private static StateTest? Of(SharedState state, ExpressionSyntax question)
    {
        var site = state.Site;
        switch (question)
        {
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not when IsRead(state, not.Operand):
                return new StateTest(not, SharedState.Bare(not.Operand), "false", true);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison:
                var isEqual = comparison.IsKind(SyntaxKind.EqualsExpression);
                if (IsRead(state, comparison.Left) && Evaluation.IsStable(site, comparison.Right))
                    return new StateTest(comparison, SharedState.Bare(comparison.Left), Constant(state, comparison.Right), isEqual);
                return IsRead(state, comparison.Right) && Evaluation.IsStable(site, comparison.Left) ? new StateTest(comparison, SharedState.Bare(comparison.Right), Constant(state, comparison.Left), isEqual) : null;
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } pattern when IsRead(state, pattern.Expression):
                return new StateTest(pattern, SharedState.Bare(pattern.Expression), Constant(state, constant.Expression), true);
            case IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } pattern when IsRead(state, pattern.Expression):
                return new StateTest(pattern, SharedState.Bare(pattern.Expression), Constant(state, constant.Expression), false);
            default:
                return IsRead(state, question) && state.Type.SpecialType == SpecialType.System_Boolean ? new StateTest(question, question, "true", true) : null;
        }
    }

    /// A literal zero is no enum member, where a type is inferred.
    private static string Constant(SharedState state, ExpressionSyntax value) =>
        state.Type.TypeKind == TypeKind.Enum && SharedState.Bare(value) is LiteralExpressionSyntax ? "default(" + Locals.TypeText(state.Site, state.Type, value.SpanStart) + ")" : value.ToString();

    private static bool IsRead(SharedState state, ExpressionSyntax expression) => state.ReadsIn(expression).Contains(SharedState.Bare(expression));
}

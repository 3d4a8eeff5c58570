using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// What a piece of source may assign, by syntax: left sides, `++`, `ref` and `out` arguments, `ref` expressions and
/// `&`. An object initializer is part of a construction and assigns nothing later.
internal static class AssignmentTargets
{
    public static IEnumerable<(string Name, ExpressionSyntax Target)> In(SyntaxNode root) =>
        root.DescendantNodes().SelectMany(Targets).Select(Unwrap).SelectMany(t => NameOf(t) is { } name ? new[] { (name, t) } : []);

    private static IEnumerable<ExpressionSyntax> Targets(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => Flatten(assignment.Left),
        PostfixUnaryExpressionSyntax postfix when postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression) => [postfix.Operand],
        PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression)
            || prefix.IsKind(SyntaxKind.AddressOfExpression) => [prefix.Operand],
        ArgumentSyntax argument when argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) => [argument.Expression],
        RefExpressionSyntax reference => [reference.Expression],
        ForEachVariableStatementSyntax loop => Flatten(loop.Variable),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Flatten(ExpressionSyntax target) =>
        target is TupleExpressionSyntax tuple ? tuple.Arguments.SelectMany(a => Flatten(a.Expression)) : [target];

    private static ExpressionSyntax Unwrap(ExpressionSyntax target) => target switch
    {
        ParenthesizedExpressionSyntax parenthesized => Unwrap(parenthesized.Expression),
        PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Unwrap(suppressed.Operand),
        _ => target,
    };

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}

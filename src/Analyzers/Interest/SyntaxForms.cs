using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Which syntax calls a member without naming it and without a keyword of its own.
internal static class SyntaxForms
{
    /// Collection expressions are newer than the Roslyn this is built against.
    private const int CollectionExpressionKind = 9076;

    public static bool Occur(SyntaxNode body, ImplicitForms forms) =>
        (forms & ImplicitForms.WithoutKeyword) != 0 && body.DescendantNodes().Any(n => Matches(n, forms));

    private static bool Matches(SyntaxNode node, ImplicitForms forms) => node switch
    {
        ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax or ListPatternSyntax
            => (forms & ImplicitForms.Indexer) != 0,
        ParenthesizedVariableDesignationSyntax or PositionalPatternClauseSyntax or ForEachVariableStatementSyntax
            => (forms & ImplicitForms.Deconstruction) != 0,
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax } => (forms & ImplicitForms.Deconstruction) != 0,
        AssignmentExpressionSyntax assignment when !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) => (forms & ImplicitForms.Operator) != 0,
        BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax
            or IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or ConditionalExpressionSyntax
            => (forms & ImplicitForms.Operator) != 0,
        InterpolatedStringExpressionSyntax => (forms & ImplicitForms.Interpolation) != 0,
        InitializerExpressionSyntax => (forms & (ImplicitForms.Collection | ImplicitForms.Indexer)) != 0,
        _ => node.RawKind == CollectionExpressionKind && (forms & ImplicitForms.Collection) != 0,
    };
}

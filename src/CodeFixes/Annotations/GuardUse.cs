using System.Linq;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Annotations;

internal enum GuardUseKind
{
    /// In a constructor, on the object itself.
    Construction,

    /// In an object initializer.
    Initializer,

    /// Puts a new lock in its place, and can go.
    Replacement,

    /// Assigns it otherwise.
    Other,
}

/// A place that assigns a guard, or could.
/// <param name="Node">The name of the guard with its receiver.</param>
/// <param name="Created">The new lock.</param>
/// <param name="Gone">What goes with the replacement.</param>
/// <param name="Rest">What remains of it as an expression; null for a statement.</param>
internal sealed record GuardUse(Document Document, ExpressionSyntax Node, GuardUseKind Kind, ExpressionSyntax? Created, SyntaxNode? Gone, string? Rest)
{
    /// Null for a use that only reads.
    public static GuardUse? Of(Document document, SyntaxNode found, GuardDeclaration guard)
    {
        if (found.FirstAncestorOrSelf<ExpressionSyntax>() is not { } node)
            return null;
        if (node.Parent is MemberAccessExpressionSyntax { Name: var name } access && name == node)
            node = access;
        var whole = (SyntaxNode)node;
        while (whole.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            whole = whole.Parent;
        switch (whole.Parent)
        {
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } initializer when initializer.Left == whole:
                return new GuardUse(document, node, GuardUseKind.Initializer, null, null, null);
            case AssignmentExpressionSyntax assignment when assignment.Left == whole:
                if (IsConstruction(node, guard.Symbol))
                    return new GuardUse(document, node, GuardUseKind.Construction, null, null, null);
                return assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression
                    ? Replacement(document, node, assignment, assignment.Right) : Other();
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompareExchange" or "Exchange" } called } call }
                when called.Expression.ToString() is "Interlocked" or "System.Threading.Interlocked" && call.ArgumentList.Arguments is { Count: > 1 } arguments && arguments[0] == whole.Parent && call.Parent is ExpressionStatementSyntax:
                return Replacement(document, node, call, arguments[1].Expression);
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } or RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression }:
                return Other();
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } when tuple.AncestorsAndSelf().TakeWhile(n => n is TupleExpressionSyntax or ArgumentSyntax).Last().Parent is AssignmentExpressionSyntax outer && outer.Left.Span.Contains(tuple.Span) || tuple.Parent is ForEachVariableStatementSyntax:
                return Other();
            default:
                return null;
        }

        GuardUse Other() => new(document, node, GuardUseKind.Other, null, null, null);
    }

    /// The change that takes it away.
    public TextChange Without(SourceText text) => Rest is not null ? new TextChange(Gone!.Span, Rest) : Lines(text, Gone!.Span);

    private static TextChange Lines(SourceText text, TextSpan span)
    {
        var (first, last) = (text.Lines.GetLineFromPosition(span.Start), text.Lines.GetLineFromPosition(span.End));
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, span.Start))) && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(span.End, last.End)))
            ? new TextChange(TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak), "")
            : new TextChange(span.End < text.Length && text[span.End] == ' ' ? new TextSpan(span.Start, span.Length + 1) : span, "");
    }

    private static GuardUse Replacement(Document document, ExpressionSyntax node, ExpressionSyntax expression, ExpressionSyntax value)
    {
        var other = new GuardUse(document, node, GuardUseKind.Other, null, null, null);
        if (value is not BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } })
            return other;
        if (expression.Parent is ExpressionStatementSyntax statement)
        {
            SyntaxNode gone = statement;
            // A test for null that nothing else depends on.
            if (statement.Parent is BlockSyntax { Statements.Count: 1, Parent: IfStatementSyntax } block)
                gone = block;
            if (gone.Parent is IfStatementSyntax { Else: null } test && IsNullTest(test.Condition, node))
                gone = test;
            else
                gone = statement;
            return gone.Parent is BlockSyntax or SwitchSectionSyntax && !HasComment(gone)
                ? other with { Kind = GuardUseKind.Replacement, Created = value, Gone = gone } : other;
        }

        SyntaxNode around = expression;
        while (around.Parent is ParenthesizedExpressionSyntax)
            around = around.Parent;
        if (around.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == around && SyntaxFactory.AreEquivalent(coalesce.Left, node))
            around = coalesce;
        return around is not AssignmentExpressionSyntax { Parent: LambdaExpressionSyntax or ArrowExpressionClauseSyntax } && !HasComment(around)
            ? other with { Kind = GuardUseKind.Replacement, Created = value, Gone = around, Rest = node.ToString() } : other;
    }

    private static bool HasComment(SyntaxNode node) => node.DescendantTrivia().Any(t => node.Span.Contains(t.Span) && (t.IsDirective || t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)));

    private static bool IsNullTest(ExpressionSyntax condition, ExpressionSyntax guard) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } test => SyntaxFactory.AreEquivalent(test.Left, guard),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } test => SyntaxFactory.AreEquivalent(test.Expression, guard),
        _ => false,
    };

    private static bool IsConstruction(ExpressionSyntax node, ISymbol guard) =>
        node is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } || (guard.IsStatic && node is MemberAccessExpressionSyntax)
            ? Functions.Around(node) is ConstructorDeclarationSyntax constructor && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == guard.IsStatic && constructor.Identifier.ValueText == guard.ContainingType.Name
            : false;
}

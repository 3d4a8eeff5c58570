using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Guards;

/// A body that is one expression, and what it becomes as a block.
/// <param name="Arrow">The token that goes.</param>
/// <param name="End">The semicolon; none for a lambda.</param>
internal sealed record ExpressionBody(SyntaxNode Function, ExpressionSyntax Expression, SyntaxToken Arrow, SyntaxToken End)
{
    /// Null when the node stands in a block, or in an expression of something else.
    public static ExpressionBody? Of(SyntaxNode node, SyntaxNode function)
    {
        var body = function switch
        {
            LambdaExpressionSyntax { ExpressionBody: { } expression } lambda => new ExpressionBody(lambda, expression, lambda.ArrowToken, default),
            BaseMethodDeclarationSyntax { ExpressionBody: { } clause } method => new ExpressionBody(method, clause.Expression, clause.ArrowToken, method.SemicolonToken),
            AccessorDeclarationSyntax { ExpressionBody: { } clause } accessor => new ExpressionBody(accessor, clause.Expression, clause.ArrowToken, accessor.SemicolonToken),
            LocalFunctionStatementSyntax { ExpressionBody: { } clause } local => new ExpressionBody(local, clause.Expression, clause.ArrowToken, local.SemicolonToken),
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } clause => new ExpressionBody(property, clause.Expression, clause.ArrowToken, property.SemicolonToken),
            ArrowExpressionClauseSyntax { Parent: IndexerDeclarationSyntax indexer } clause => new ExpressionBody(indexer, clause.Expression, clause.ArrowToken, indexer.SemicolonToken),
            _ => null,
        };
        return body is not null && body.Expression.Contains(node) && !IsInQuery(node, body.Expression) ? body : null;
    }

    /// The changes that make it a block with the frames around its one statement; null where it cannot be one.
    public IEnumerable<TextChange>? With(FixSite site, ImmutableArray<Frame> frames)
    {
        if (Expression.ContainsDirectives || HasComment(Arrow.TrailingTrivia) || HasComment(Expression.GetLeadingTrivia()) || HasComment(Arrow.LeadingTrivia))
            return null;
        if (IsStatement(site) is not { } isStatement)
            return null;
        var before = Expression is ThrowExpressionSyntax || isStatement ? "" : "return ";
        // A lambda stays on its line as long as that can be read.
        var isShort = Function is LambdaExpressionSyntax ? frames.All(f => f.Finally is null) || Function.Ancestors().Any(n => n is InterpolationSyntax) : !site.Layout.IsFirstOnLine(Function.SpanStart);
        return isShort ? Inline(frames, before) : Lines(site, frames, before);
    }

    private IEnumerable<TextChange> Inline(ImmutableArray<Frame> frames, string before)
    {
        var open = Function is PropertyDeclarationSyntax or IndexerDeclarationSyntax ? "{ get { " : "{ ";
        var close = Function is PropertyDeclarationSyntax or IndexerDeclarationSyntax ? " } }" : " }";
        foreach (var frame in frames)
        {
            open += string.Concat(frame.Before.Concat(new[] { frame.Header + " {" }).Concat(frame.Inside).Select(line => line + " "));
            close = (frame.Finally is null ? " }" : " } finally { " + frame.Finally + " }") + close;
        }

        if (Function is LambdaExpressionSyntax)
        {
            yield return new TextChange(new TextSpan(Expression.SpanStart, 0), open + before);
            yield return new TextChange(new TextSpan(Expression.Span.End, 0), ";" + close);
        }
        else
        {
            yield return new TextChange(TextSpan.FromBounds(Arrow.SpanStart, Expression.SpanStart), open + before);
            yield return new TextChange(TextSpan.FromBounds(Expression.Span.End, End.Span.End), ";" + close);
        }
    }

    private IEnumerable<TextChange> Lines(FixSite site, ImmutableArray<Frame> frames, string before)
    {
        var (indent, unit, line) = (site.Layout.IndentAt(Function.SpanStart), site.Layout.UnitAt(Function), site.Layout.EndOfLine);
        var isAtEnd = site.Layout.HasBracesAtLineEnd(Function);
        var (open, close) = ("", "");
        if (Function is PropertyDeclarationSyntax or IndexerDeclarationSyntax)
        {
            Open("", null);
            open += line + indent + "get";
        }

        Open("", null);
        foreach (var frame in frames)
        {
            foreach (var statement in frame.Before)
                open += line + indent + statement;
            open += line + indent + frame.Header;
            Open(string.Concat(frame.Inside.Select(statement => line + indent + unit + statement)), frame.Finally);
        }

        var previous = Function is LambdaExpressionSyntax ? Arrow : Arrow.GetPreviousToken();
        yield return new TextChange(TextSpan.FromBounds(previous.Span.End, Expression.SpanStart), open + line + indent + before);
        var shift = indent.Substring(site.Layout.IndentAt(site.Layout.IsFirstOnLine(Expression.SpanStart) ? Expression.SpanStart : Function.SpanStart) is var now && now.Length <= indent.Length ? now.Length : 0);
        for (var number = site.Layout.LineOf(Expression.SpanStart) + 1; number <= site.Layout.LineOf(Expression.Span.End); number++)
        {
            if (!site.Layout.IsFixed(site.Text.Lines[number]))
                yield return new TextChange(new TextSpan(site.Text.Lines[number].Start, 0), shift);
        }

        if (Function is LambdaExpressionSyntax)
        {
            yield return new TextChange(new TextSpan(Expression.Span.End, 0), ";" + close);
            yield break;
        }

        // What follows the semicolon on its line stays with the statement.
        var rest = site.Layout.IsLastOnLine(End.Span.End) ? site.Text.Lines.GetLineFromPosition(End.Span.End).End : End.Span.End;
        yield return new TextChange(new TextSpan(rest, 0), close);

        void Open(string inside, string? @finally)
        {
            open += isAtEnd ? " {" : line + indent + "{";
            open += inside;
            var end = line + indent + "}";
            if (@finally is not null)
                end += (isAtEnd ? " finally {" : line + indent + "finally" + line + indent + "{") + line + indent + unit + @finally + line + indent + "}";
            close = end + close;
            indent += unit;
        }
    }

    /// Whether the value of the expression is dropped; null when that cannot be told.
    private bool? IsStatement(FixSite site)
    {
        var symbol = Function switch
        {
            LambdaExpressionSyntax lambda => site.Model.GetSymbolInfo(lambda, site.Token).Symbol as IMethodSymbol,
            PropertyDeclarationSyntax or IndexerDeclarationSyntax => (site.Model.GetDeclaredSymbol(Function, site.Token) as IPropertySymbol)?.GetMethod,
            _ => site.Model.GetDeclaredSymbol(Function, site.Token) as IMethodSymbol,
        };
        if (symbol is null || symbol.ReturnsByRef || symbol.ReturnsByRefReadonly)
            return null;
        return symbol.ReturnsVoid || (symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { IsGenericType: false });
    }

    private static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia));

    private static bool IsInQuery(SyntaxNode node, SyntaxNode body) =>
        node.AncestorsAndSelf().TakeWhile(n => n != body.Parent).Any(n => n is SelectOrGroupClauseSyntax or QueryContinuationSyntax || n is QueryClauseSyntax and not FromClauseSyntax { Parent: QueryExpressionSyntax });
}

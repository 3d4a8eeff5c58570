using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Balance;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Moves a statement behind a later one of its list, with what is said about it right above and beside it.
internal static class StatementMove
{
    /// <param name="inside">Changes of the statement itself; others are refused.</param>
    /// <returns>Null where moving it would be more than to move it.</returns>
    public static IEnumerable<TextChange>? Behind(FixSite site, ExpressionStatementSyntax statement, StatementSyntax last, IEnumerable<TextChange> inside)
    {
        if (statement.Parent is not BlockSyntax block || last.Parent != block)
            return null;
        var (from, to) = (block.Statements.IndexOf(statement), block.Statements.IndexOf(last));
        if (to <= from || block.Statements.Skip(from + 1).Take(to - from).Any(Leaves))
            return null;
        var text = site.Text.ToString(statement.Span);
        foreach (var change in inside.OrderByDescending(c => c.Span.Start))
            text = text.Substring(0, change.Span.Start - statement.SpanStart) + change.NewText + text.Substring(change.Span.End - statement.SpanStart);
        var layout = site.Layout;
        if (!layout.IsFirstOnLine(statement.SpanStart) || !layout.IsLastOnLine(statement.Span.End) || !layout.IsFirstOnLine(last.SpanStart) || !layout.IsLastOnLine(last.Span.End))
            return Removal.HasComment(site.Root, statement.FullSpan) ? null : new[] { Removal.Of(site, statement.Span), new TextChange(new TextSpan(last.Span.End, 0), " " + text) };
        var lines = site.Text.Lines;
        var first = layout.LineOf(statement.SpanStart);
        while (first > layout.LineOf(block.OpenBraceToken.SpanStart) + 1 && lines[first - 1].ToString().TrimStart().StartsWith("//", System.StringComparison.Ordinal))
            first--;
        var end = lines.GetLineFromPosition(statement.Span.End);
        var above = site.Text.ToString(TextSpan.FromBounds(lines[first].Start, statement.SpanStart));
        var beside = site.Text.ToString(TextSpan.FromBounds(statement.Span.End, end.End));
        return new[]
        {
            new TextChange(TextSpan.FromBounds(lines[first].Start, end.EndIncludingLineBreak), ""),
            new TextChange(new TextSpan(lines.GetLineFromPosition(last.Span.End).End, 0), layout.EndOfLine + above + text + beside),
        };
    }

    /// From there control may go elsewhere than to the next statement, and what is moved would not be done.
    private static bool Leaves(StatementSyntax statement) => statement is LocalFunctionStatementSyntax or LabeledStatementSyntax
        || Functions.OwnNodes(statement).Any(n => n is ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax or YieldStatementSyntax or LabeledStatementSyntax || (n is BreakStatementSyntax or ContinueStatementSyntax && !IsInside(n, statement)))
        || Functions.Suspends(statement) || statement.DescendantTrivia().Any(t => t.IsDirective);

    private static bool IsInside(SyntaxNode jump, StatementSyntax statement) => jump.Ancestors().TakeWhile(n => n != statement.Parent)
        .Any(n => n is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax || (n is SwitchStatementSyntax && jump is BreakStatementSyntax));
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Guards;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Statements that do what an expression did: in its place when it was a statement itself, else before the statement it
/// is in, which goes on with a result.
/// <param name="Lines">With how many steps of indentation they stand deeper.</param>
internal sealed record StatementLines(ImmutableArray<(int Depth, string Text)> Lines)
{
    public static StatementLines Of(params string[] lines) => new(lines.Select(line => (0, line)).ToImmutableArray());

    /// `if (condition) statement`, on two lines or on one.
    public static StatementLines If(bool isInline, string condition, string statement) => isInline
        ? Of("if (" + condition + ") " + statement)
        : new StatementLines(ImmutableArray.Create((0, "if (" + condition + ")"), (1, statement)));

    /// `do { body } while (condition);`
    public StatementLines ThenLoop(FixSite site, IEnumerable<string> body, string condition)
    {
        var isAtEnd = site.Layout.HasBracesAtLineEnd(site.Node);
        var lines = Lines.ToBuilder();
        lines.Add((0, isAtEnd ? "do {" : "do"));
        if (!isAtEnd)
            lines.Add((0, "{"));
        lines.AddRange(body.Select(line => (1, line)));
        lines.Add((0, isAtEnd ? "} while (" + condition + ");" : "}"));
        if (!isAtEnd)
            lines.Add((0, "while (" + condition + ");"));
        return new StatementLines(lines.ToImmutable());
    }

    /// <param name="result">What stands for the value of the expression from then on; null when it is dropped.</param>
    /// <returns>Null where statements cannot stand, or something would be evaluated in another order.</returns>
    public IEnumerable<TextChange>? InsteadOf(FixSite site, ExpressionSyntax expression, string? result)
    {
        var place = SharedState.Dressed(expression);
        if (Functions.Around(expression) is not { } function || Evaluation.HasComments(expression))
            return null;
        if (ExpressionBody.Of(expression, function) is { } body && body.Expression == place && result is null)
            return Body(site, body);
        if (place.Parent is ExpressionStatementSyntax own && result is null)
            return Instead(site, own);
        return result is null ? null : AheadOf(site, place, new[] { place }, result);
    }

    /// Before everything else that the statement or the body does in which the first of the places is.
    /// <param name="result">What stands in all the places from then on.</param>
    public IEnumerable<TextChange>? AheadOf(FixSite site, ExpressionSyntax first, IReadOnlyList<ExpressionSyntax> places, string result)
    {
        if (Functions.Around(first) is not { } function)
            return null;
        var replaced = places.Select(place => new TextChange(place.Span, SyntaxFacts.IsValidIdentifier(result) ? result : Evaluation.InPlaceOf(place, result)));
        if (ExpressionBody.Of(first, function) is { } body)
            return Evaluation.IsFirst(site, first, body.Expression) && places.All(p => body.Expression.Span.Contains(p.Span)) && !Evaluation.HasComments(body.Expression) ? Around(site, body).Concat(replaced) : null;
        return first.FirstAncestorOrSelf<StatementSyntax>() is { } statement && function.Span.Contains(statement.Span) && Evaluation.IsFirst(site, first, statement)
            ? Before(site, statement).Concat(replaced)
            : null;
    }

    /// In front of a statement, whatever holds that.
    public IEnumerable<TextChange> Before(FixSite site, StatementSyntax statement)
    {
        var unit = site.Layout.UnitAt(statement);
        if (IsInList(statement))
        {
            var indent = site.Layout.IndentAt(statement.SpanStart);
            return new[] { new TextChange(new TextSpan(statement.SpanStart, 0), Text(site, statement.SpanStart, statement.Span.End, indent, unit) + (IsAlone(site, statement) ? site.Layout.EndOfLine + indent : " ")) };
        }

        var before = Lines.Select(line => string.Concat(Enumerable.Repeat(unit, line.Depth)) + line.Text).ToImmutableArray();
        return new Surrounding(site, statement.Span, statement).With(before, ImmutableArray<Frame>.Empty, site.Layout.IndentAt(statement.Parent!.SpanStart)).ToList();
    }

    public static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    private IEnumerable<TextChange> Instead(FixSite site, StatementSyntax statement)
    {
        var unit = site.Layout.UnitAt(statement);
        if (IsInList(statement))
            return new[] { new TextChange(statement.Span, Text(site, statement.SpanStart, statement.Span.End, site.Layout.IndentAt(statement.SpanStart), unit)) };
        if (!IsAlone(site, statement))
            return new[] { new TextChange(statement.Span, "{ " + Text(site, statement.SpanStart, statement.Span.End, "", unit) + " }") };
        var (outer, end) = (site.Layout.IndentAt(statement.Parent!.SpanStart), site.Layout.EndOfLine);
        return new[]
        {
            new TextChange(TextSpan.FromBounds(site.Text.Lines.GetLineFromPosition(statement.SpanStart).Start, statement.Span.End),
                outer + "{" + end + outer + unit + Text(site, statement.SpanStart, statement.Span.End, outer + unit, unit) + end + outer + "}"),
        };
    }

    /// The lines are the whole body.
    private IEnumerable<TextChange> Body(FixSite site, ExpressionBody body)
    {
        var (open, inner, close) = Frame(site, body);
        var text = inner is null ? string.Join(" ", Lines.Select(l => l.Text)) : Joined(site.Layout.EndOfLine, inner, site.Layout.UnitAt(body.Function));
        return new[] { body.Function is LambdaExpressionSyntax ? new TextChange(body.Expression.Span, open + text + close) : new TextChange(TextSpan.FromBounds(body.Arrow.GetPreviousToken().Span.End, body.End.Span.End), open + text + close) };
    }

    /// The lines stand before the expression that was the body, which stays as it is.
    private IEnumerable<TextChange> Around(FixSite site, ExpressionBody body)
    {
        var (open, inner, close) = Frame(site, body);
        var text = inner is null ? string.Join(" ", Lines.Select(l => l.Text)) + " " : Joined(site.Layout.EndOfLine, inner, site.Layout.UnitAt(body.Function)) + site.Layout.EndOfLine + inner;
        var start = body.Function is LambdaExpressionSyntax ? body.Expression.SpanStart : body.Arrow.GetPreviousToken().Span.End;
        var end = body.Function is LambdaExpressionSyntax ? body.Expression.Span.End : body.End.Span.End;
        yield return new TextChange(TextSpan.FromBounds(start, body.Expression.SpanStart), open + text + (Evaluation.IsDropped(site, body.Expression) || body.Expression is ThrowExpressionSyntax ? "" : "return "));
        yield return new TextChange(TextSpan.FromBounds(body.Expression.Span.End, end), ";" + close);
    }

    /// The braces of a body that had none, and how deep it stands inside; null on one line.
    private static (string Open, string? Inner, string Close) Frame(FixSite site, ExpressionBody body)
    {
        if (body.Function is LambdaExpressionSyntax)
            return ("{ ", null, " }");
        var isProperty = body.Function is PropertyDeclarationSyntax or IndexerDeclarationSyntax;
        if (!site.Layout.IsFirstOnLine(body.Function.SpanStart))
            return (isProperty ? " { get { " : " { ", null, isProperty ? " } }" : " }");
        var (indent, end) = (site.Layout.IndentAt(body.Function.SpanStart), site.Layout.EndOfLine);
        var unit = site.Layout.UnitAt(body.Function);
        var isAtEnd = site.Layout.HasBracesAtLineEnd(body.Function);
        var (open, close) = (isAtEnd ? " {" : end + indent + "{", end + indent + "}");
        if (isProperty)
        {
            indent += unit;
            open += end + indent + "get" + (isAtEnd ? " {" : end + indent + "{");
            close = end + indent + "}" + close;
        }

        return (open + end + indent + unit, indent + unit, close);
    }

    private string Text(FixSite site, int start, int stop, string indent, string unit) =>
        site.Layout.IsFirstOnLine(start) && site.Layout.IsLastOnLine(stop) ? Joined(site.Layout.EndOfLine, indent, unit) : string.Join(" ", Lines.Select(line => line.Text));

    private string Joined(string end, string indent, string unit) => string.Join(end + indent, Lines.Select(line => string.Concat(Enumerable.Repeat(unit, line.Depth)) + line.Text));

    private static bool IsAlone(FixSite site, StatementSyntax statement) => site.Layout.IsFirstOnLine(statement.SpanStart) && site.Layout.IsLastOnLine(statement.Span.End);
}

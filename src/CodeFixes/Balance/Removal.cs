using System.Collections.Generic;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Balance;

/// Taking source away without leaving holes, and without taking a comment along.
internal static class Removal
{
    /// With its line, where it has it for itself.
    public static TextChange Of(FixSite site, TextSpan span)
    {
        var (first, last) = (site.Text.Lines.GetLineFromPosition(span.Start), site.Text.Lines.GetLineFromPosition(span.End));
        var isAlone = site.Layout.IsFirstOnLine(span.Start) && string.IsNullOrWhiteSpace(site.Text.ToString(TextSpan.FromBounds(span.End, last.End)));
        if (isAlone)
            return new TextChange(TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak), "");
        var end = span.End;
        while (end < last.End && site.Text[end] == ' ')
            end++;
        return new TextChange(TextSpan.FromBounds(span.Start, end), "");
    }

    public static bool HasComment(SyntaxNode root, TextSpan span) => root.DescendantTrivia(span).Any(t =>
        span.Contains(t.Span) && (t.IsDirective || t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)));

    /// One step of indentation less for the lines of a span.
    public static IEnumerable<TextChange> Dedent(FixSite site, TextSpan span, string unit)
    {
        for (var number = site.Layout.LineOf(span.Start); number <= site.Layout.LineOf(span.End); number++)
        {
            var line = site.Text.Lines[number];
            if (!site.Layout.IsFixed(line) && line.Start >= span.Start && line.Start < span.End && line.End - line.Start >= unit.Length && site.Text.ToString(new TextSpan(line.Start, unit.Length)) == unit)
                yield return new TextChange(new TextSpan(line.Start, unit.Length), "");
        }
    }
}

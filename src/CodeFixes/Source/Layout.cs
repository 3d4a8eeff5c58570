using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Source;

/// How a file is laid out, read off the file itself: what a fix writes looks like what stands around it.
internal sealed class Layout(SourceText text, SyntaxNode root)
{
    public string EndOfLine { get; } = EndOfLineIn(text);

    /// One step of indentation, as the code around a node has it.
    public string UnitAt(SyntaxNode node)
    {
        foreach (var block in node.AncestorsAndSelf())
        {
            var inner = block switch
            {
                BlockSyntax { Statements: { Count: > 0 } statements } => statements[0],
                TypeDeclarationSyntax { Members: { Count: > 0 } members } => members[0],
                NamespaceDeclarationSyntax { Members: { Count: > 0 } members } => members[0],
                _ => (SyntaxNode?)null,
            };
            if (inner is null || !IsFirstOnLine(inner.SpanStart))
                continue;
            var outer = IndentAt(block.SpanStart);
            var deeper = IndentAt(inner.SpanStart);
            if (deeper.Length > outer.Length && deeper.StartsWith(outer, System.StringComparison.Ordinal))
                return deeper.Substring(outer.Length);
        }

        return "    ";
    }

    /// The blanks at the beginning of a position's line.
    public string IndentAt(int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
            end++;
        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    public bool IsFirstOnLine(int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, position)));
    }

    /// Nothing but blanks and a comment follows on the line.
    public bool IsLastOnLine(int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var rest = text.ToString(TextSpan.FromBounds(position, line.End)).Trim();
        return rest.Length == 0 || rest.StartsWith("//", System.StringComparison.Ordinal) || (rest.StartsWith("/*", System.StringComparison.Ordinal) && rest.IndexOf("*/", System.StringComparison.Ordinal) == rest.Length - 2);
    }

    /// Opening braces end the line before them.
    public bool HasBracesAtLineEnd(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            var open = ancestor switch
            {
                BlockSyntax block => block.OpenBraceToken,
                TypeDeclarationSyntax type => type.OpenBraceToken,
                _ => default,
            };
            // A block on one line says nothing.
            if (open.IsKind(SyntaxKind.None) || open.IsMissing || ancestor.Span.IsEmpty || LineOf(open.SpanStart) == LineOf(ancestor.Span.End) || open.GetPreviousToken() is not { RawKind: not 0 } previous)
                continue;
            if (ancestor is BlockSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax })
                continue;
            return LineOf(previous.Span.End) == LineOf(open.SpanStart);
        }

        return false;
    }

    public int LineOf(int position) => text.Lines.GetLineFromPosition(position).LineNumber;

    /// Whether a line begins inside a token or a comment that goes over several lines, or is not compiled at all: such a
    /// line is not ours to move.
    public bool IsFixed(TextLine line)
    {
        if (line.Start >= line.End)
            return true;
        var token = root.FindToken(line.Start);
        if (token.SpanStart < line.Start && token.Span.End > line.Start)
            return true;
        var trivia = root.FindTrivia(line.Start);
        if (trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsDirective || (trivia.RawKind != 0 && trivia.SpanStart < line.Start && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && trivia.Span.End > line.Start && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
            return true;
        return text.ToString(line.Span).TrimStart().StartsWith("#", System.StringComparison.Ordinal)
            || token.Parent is InterpolatedStringExpressionSyntax or InterpolatedStringTextSyntax or InterpolationSyntax or InterpolationFormatClauseSyntax
            || token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } interpolated && interpolated.SpanStart < line.Start && interpolated.Span.End > line.Start;
    }

    private static string EndOfLineIn(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Source;

/// Writes frames around a span of source: on lines of their own, in the style of the file, where the span has its lines
/// for itself; otherwise on the line it is on.
internal sealed class Surrounding
{
    private readonly FixSite _site;
    private readonly TextSpan _span;
    private readonly string _unit;
    private readonly bool _bracesAtLineEnd;
    private readonly bool _isInline;

    /// <param name="span">From the first token to the end of the last.</param>
    public Surrounding(FixSite site, TextSpan span, SyntaxNode context)
    {
        _site = site;
        _span = span;
        _unit = site.Layout.UnitAt(context);
        _bracesAtLineEnd = site.Layout.HasBracesAtLineEnd(context);
        _isInline = !site.Layout.IsFirstOnLine(span.Start) || !site.Layout.IsLastOnLine(span.End);
    }

    /// <param name="embedded">The indentation of the statement whose only statement this is; null in a list.</param>
    public IEnumerable<TextChange> With(ImmutableArray<string> before, ImmutableArray<Frame> frames, string? embedded)
    {
        if (embedded is not null)
            frames = frames.Insert(0, Frame.Block with { Inside = before });
        if (_isInline)
            return Inline(embedded is null ? before : ImmutableArray<string>.Empty, frames);
        return Lines(embedded is null ? before : ImmutableArray<string>.Empty, frames, embedded);
    }

    private IEnumerable<TextChange> Inline(ImmutableArray<string> before, ImmutableArray<Frame> frames)
    {
        var open = new StringBuilder(string.Concat(before.Select(line => line + " ")));
        var close = new StringBuilder();
        foreach (var frame in frames)
        {
            open.Append(string.Concat(frame.Before.Select(line => line + " "))).Append(frame.Header.Length == 0 ? "{ " : frame.Header + " { ");
            open.Append(string.Concat(frame.Inside.Select(line => line + " ")));
            close.Insert(0, frame.Finally is null ? " }" : " } finally { " + frame.Finally + " }");
        }

        yield return new TextChange(new TextSpan(_span.Start, 0), open.ToString());
        yield return new TextChange(new TextSpan(_span.End, 0), close.ToString());
    }

    private IEnumerable<TextChange> Lines(ImmutableArray<string> before, ImmutableArray<Frame> frames, string? embedded)
    {
        var lines = _site.Text.Lines;
        var first = lines.GetLineFromPosition(_span.Start);
        var last = lines.GetLineFromPosition(_span.End);
        var indent = embedded ?? _site.Layout.IndentAt(_span.Start);
        var open = new StringBuilder();
        var close = new StringBuilder();
        foreach (var line in before)
            Line(open, indent, line);
        foreach (var frame in frames)
        {
            var outer = indent;
            indent += _unit;
            foreach (var line in frame.Before)
                Line(open, outer, line);
            if (frame.Header.Length > 0)
                Line(open, outer, _bracesAtLineEnd ? frame.Header + " {" : frame.Header);
            if (frame.Header.Length == 0 || !_bracesAtLineEnd)
                Line(open, outer, "{");
            foreach (var line in frame.Inside)
                Line(open, indent, line);
            close.Insert(0, Closing(outer, frame.Finally));
        }

        // The first line keeps its place in the file, so that what stands above it stays above.
        var shift = indent.Substring(_site.Layout.IndentAt(_span.Start).Length <= indent.Length ? _site.Layout.IndentAt(_span.Start).Length : 0);
        open.Append(indent);
        yield return new TextChange(TextSpan.FromBounds(first.Start, _span.Start), open.ToString());
        for (var number = first.LineNumber + 1; number <= last.LineNumber; number++)
        {
            if (shift.Length > 0 && !_site.Layout.IsFixed(lines[number]))
                yield return new TextChange(new TextSpan(lines[number].Start, 0), shift);
        }

        yield return new TextChange(new TextSpan(last.End, 0), close.ToString());
    }

    private string Closing(string indent, string? @finally)
    {
        var text = new StringBuilder(_site.Layout.EndOfLine).Append(indent).Append('}');
        if (@finally is null)
            return text.ToString();
        if (_bracesAtLineEnd)
            text.Append(" finally {");
        else
            text.Append(_site.Layout.EndOfLine).Append(indent).Append("finally").Append(_site.Layout.EndOfLine).Append(indent).Append('{');
        return text.Append(_site.Layout.EndOfLine).Append(indent).Append(_unit).Append(@finally).Append(_site.Layout.EndOfLine).Append(indent).Append('}').ToString();
    }

    private void Line(StringBuilder text, string indent, string line) => text.Append(indent).Append(line).Append(_site.Layout.EndOfLine);
}

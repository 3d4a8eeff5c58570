using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.Harness;

/// A span that markup names: `{|CAP0001:span|}`. The name may also be a position without expectation, `{|#0:span|}`.
internal sealed record MarkedSpan(string Name, TextSpan Span);

/// The span markup of analyzer tests, as a pair of inverse functions. Spans nest properly; several may share one place.
internal static class Markup
{
    private const string Open = "{|";
    private const string Close = "|}";

    /// Throws <see cref="FormatException"/> where markup is not closed, so that no typing error becomes an expectation less.
    public static (string Text, ImmutableArray<MarkedSpan> Spans) Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<MarkedSpan>();
        var open = new Stack<(string Name, int Start)>();
        for (int i = 0; i < marked.Length;)
        {
            if (NameAt(marked, i) is { } name)
            {
                open.Push((name, text.Length));
                i += Open.Length + name.Length + 1;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, i, Close, 0, Close.Length) == 0)
            {
                var (closed, start) = open.Pop();
                spans.Add(new MarkedSpan(closed, TextSpan.FromBounds(start, text.Length)));
                i += Close.Length;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }

        if (open.Count > 0)
            throw new FormatException($"The markup '{Open}{open.Peek().Name}:' is not closed.");
        return (text.ToString(), [.. spans]);
    }

    /// The inverse of <see cref="Parse"/>. Spans are in the order in which they close.
    public static string Render(string text, IReadOnlyList<MarkedSpan> spans)
    {
        var result = new StringBuilder(text.Length);
        for (int at = 0; at <= text.Length; at++)
        {
            // An empty span opens where it closes, so it must be written whole; inner ones come first in the order.
            foreach (var span in spans.Where(s => s.Span.End == at && s.Span.Start < at))
                result.Append(Close);
            var opening = spans.Select((s, order) => (s, order)).Where(x => x.s.Span.Start == at)
                .OrderByDescending(x => x.s.Span.Length).ThenByDescending(x => x.order);
            var empty = opening.Where(x => x.s.Span.IsEmpty).OrderBy(x => x.order).ToArray();
            foreach (var (span, _) in empty)
                result.Append(Open).Append(span.Name).Append(':').Append(Close);
            foreach (var (span, _) in opening.Where(x => !x.s.Span.IsEmpty))
                result.Append(Open).Append(span.Name).Append(':');
            if (at < text.Length)
                result.Append(text[at]);
        }

        return result.ToString();
    }

    private static string? NameAt(string marked, int at)
    {
        if (string.CompareOrdinal(marked, at, Open, 0, Open.Length) != 0)
            return null;
        int start = at + Open.Length, end = start;
        while (end < marked.Length && (char.IsLetterOrDigit(marked[end]) || (marked[end] == '#' && end == start)))
            end++;
        return end > start && end < marked.Length && marked[end] == ':' ? marked[start..end] : null;
    }
}

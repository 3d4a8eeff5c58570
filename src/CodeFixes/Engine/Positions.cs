using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Engine;

/// Where a span of the old text is in the new one.
internal static class Positions
{
    /// <param name="changes">In the order of the text, none touching another.</param>
    /// <returns>Null when a change cuts through the span.</returns>
    public static TextSpan? Map(TextSpan span, IReadOnlyList<TextChange> changes)
    {
        int start = span.Start, end = span.End;
        foreach (var change in changes)
        {
            var delta = (change.NewText?.Length ?? 0) - change.Span.Length;
            if (change.Span.End <= span.Start)
            {
                start += delta;
                end += delta;
            }
            else if (change.Span.Start >= span.Start && change.Span.End <= span.End && (change.Span.Start < span.End))
            {
                if (change.Span == span)
                    return null;
                end += delta;
            }
            else if (change.Span.Start < span.End)
            {
                return null;
            }
        }

        return end > start || span.IsEmpty ? TextSpan.FromBounds(start, end < start ? start : end) : null;
    }
}

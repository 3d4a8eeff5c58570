using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Engine;

/// The critical sections that a batch has made, in the text as it is by now. The reports of the batch do not know of them.
internal sealed class Sections
{
    private readonly List<(DocumentId File, TextSpan Span, string Locks)> _all = new();

    /// It would take a lock inside of a section of another one, or around it.
    public bool Forbid(Edit edit, Func<DocumentId, DocumentId> fileOf) => edit.Takes is { } locks && edit.Documents.Any(d =>
        _all.Any(s => s.Locks != locks && s.File == fileOf(d.Document) && s.Span.IntersectsWith(d.Extent)));

    /// <param name="changes">All that was made together, by file, in the order of the text.</param>
    public void Add(IEnumerable<Edit> made, Func<DocumentId, DocumentId> fileOf, IReadOnlyDictionary<DocumentId, List<TextChange>> changes)
    {
        var known = _all.ToList();
        _all.Clear();
        foreach (var (file, span, locks) in known.Concat(made.Where(e => e.Takes is not null).SelectMany(e => e.Documents.Select(d => (fileOf(d.Document), d.Extent, e.Takes!)))))
            _all.Add((file, changes.TryGetValue(file, out var own) ? Moved(span, own) : span, locks));
    }

    /// What is inserted at its edges belongs to it.
    private static TextSpan Moved(TextSpan span, List<TextChange> changes)
    {
        int Growth(TextChange change) => (change.NewText?.Length ?? 0) - change.Span.Length;
        var start = span.Start + changes.Where(c => c.Span.Start < span.Start).Sum(Growth);
        var end = span.End + changes.Where(c => c.Span.Start <= span.End).Sum(Growth);
        return TextSpan.FromBounds(Math.Max(0, start), Math.Max(Math.Max(0, start), end));
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Engine;

/// What a fix does to one document.
/// <param name="Changes">What the fix itself changes; no other fix may change anything between the first and the last.</param>
/// <param name="Imports">What several fixes need alike (a `using` directive).</param>
internal sealed record DocumentEdit(DocumentId Document, ImmutableArray<TextChange> Changes, ImmutableArray<TextChange> Imports)
{
    public TextSpan Extent => TextSpan.FromBounds(Changes.Min(c => c.Span.Start), Changes.Max(c => c.Span.End));

    public IEnumerable<TextChange> All => Changes.Concat(Imports);

    public bool IsSameAs(DocumentEdit other) => Changes.OrderBy(c => c.Span.Start).SequenceEqual(other.Changes.OrderBy(c => c.Span.Start));
}

/// A fix, computed: what it will do, in words and in changes of text. Text, because what a fix does not speak of must
/// stay as it is to the last blank.
internal sealed record Edit(string Title, ImmutableArray<DocumentEdit> Documents)
{
    /// Reports (of the same document) that are fixed with it.
    public ImmutableArray<TextSpan> Covers { get; init; } = ImmutableArray<TextSpan>.Empty;

    /// The locks that it takes around what it changes; null for an edit that takes none.
    public string? Takes { get; init; }

    /// Several places of one document may have an edit each, lest they claim what lies between them.
    public IReadOnlyList<TextChange> ChangesOf(DocumentId document) => Documents.Where(d => d.Document == document).SelectMany(d => d.All).Distinct().ToList();

    /// In the document of the site.
    public static Edit In(FixSite site, string title, params TextChange[] changes) => In(site, title, changes, ImmutableArray<TextChange>.Empty);

    public static Edit In(FixSite site, string title, IEnumerable<TextChange> changes, ImmutableArray<TextChange> imports) =>
        new(title, ImmutableArray.Create(new DocumentEdit(site.Document.Id, changes.OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End).ToImmutableArray(), imports)));
}

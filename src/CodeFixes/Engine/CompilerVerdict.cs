using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Engine;

/// The compiler's word on edits: where it has more to say than before, a fix is not offered, whatever the reason.
/// <param name="changesOf">Everything that was changed in a document.</param>
internal sealed class CompilerVerdict(Solution before, Solution after, Func<DocumentId, IReadOnlyList<TextChange>> changesOf, CancellationToken token)
{
    private readonly Dictionary<(bool IsAfter, DocumentId Document, TextSpan? Span), Dictionary<string, int>> _said = new();

    /// In every project that compiles the file.
    public async Task<bool> IsWorseAsync(Edit edit)
    {
        foreach (var document in edit.Documents)
        {
            if (before.GetDocument(document.Document) is not { } old)
                return true;
            foreach (var id in old.GetLinkedDocumentIds().Add(old.Id))
            {
                if (await IsWorseAsync(id, document).ConfigureAwait(false))
                    return true;
            }
        }

        return false;
    }

    private async Task<bool> IsWorseAsync(DocumentId id, DocumentEdit edit)
    {
        // A `using` directive may change what any name of the file means.
        var isWhole = !edit.Imports.IsEmpty;
        var old = edit.Extent;
        var shift = changesOf(edit.Document).Where(c => c.Span.Start < old.Start).Sum(Growth);
        var now = new TextSpan(old.Start + shift, old.Length + edit.Changes.Sum(Growth));
        var was = await SaidAsync(isAfter: false, id, isWhole ? null : old).ConfigureAwait(false);
        foreach (var said in await SaidAsync(isAfter: true, id, isWhole ? null : now).ConfigureAwait(false))
        {
            if (!was.TryGetValue(said.Key, out var count) || count < said.Value)
                return true;
        }

        return false;
    }

    private static int Growth(TextChange change) => (change.NewText?.Length ?? 0) - change.Span.Length;

    /// Errors and warnings of the member around a span, or of the whole document, by id.
    private async Task<Dictionary<string, int>> SaidAsync(bool isAfter, DocumentId id, TextSpan? span)
    {
        if ((isAfter ? after : before).GetDocument(id) is not { } document
            || await document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root)
            return new Dictionary<string, int>();
        var around = span is { } place ? MemberAround(root, place)?.FullSpan : null;
        if (!_said.TryGetValue((isAfter, id, around), out var said))
        {
            said = model.GetDiagnostics(around, token)
                .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)
                .GroupBy(d => d.Id).ToDictionary(g => g.Key, g => g.Count());
            _said.Add((isAfter, id, around), said);
        }

        return said;
    }

    /// Null when no single member holds the span.
    private static MemberDeclarationSyntax? MemberAround(SyntaxNode root, TextSpan span)
    {
        var end = Math.Min(span.End, root.FullSpan.End);
        var member = root.FindNode(TextSpan.FromBounds(Math.Min(span.Start, end), end)).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is BaseNamespaceDeclarationSyntax or GlobalStatementSyntax ? null : member;
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Engine;

/// A solution while fixes look at it: each document is bound once.
internal sealed class Snapshot
{
    private readonly CancellationToken _token;
    private readonly Dictionary<DocumentId, (SemanticModel Model, CompilationUnitSyntax Root, SourceText Text)?> _bound = new();

    public Snapshot(Solution solution, CancellationToken token)
    {
        Solution = solution;
        _token = token;
    }

    public Solution Solution { get; }

    /// Null where the fix is not offered.
    public async Task<Edit?> ComputeAsync(CodeFix fix, Report report)
    {
        if (await SiteAsync(report).ConfigureAwait(false) is not { } site)
            return null;
        return await fix.ComputeAsync(site).ConfigureAwait(false);
    }

    public async Task<Solution?> ApplyAsync(Edit edit)
    {
        var solution = Solution;
        foreach (var document in edit.Documents.Select(d => d.Document).Distinct())
        {
            if (Solution.GetDocument(document) is not { } old)
                return null;
            var text = await old.GetTextAsync(_token).ConfigureAwait(false);
            solution = WithText(solution, old, text.WithChanges(edit.ChangesOf(document).OrderBy(c => c.Span.Start)));
        }

        return solution;
    }

    /// One file is a document of each project that compiles it: all of them change.
    public static Solution WithText(Solution solution, Document document, SourceText text)
    {
        solution = solution.WithDocumentText(document.Id, text);
        foreach (var linked in document.GetLinkedDocumentIds())
            solution = solution.WithDocumentText(linked, text);
        return solution;
    }

    private async Task<FixSite?> SiteAsync(Report report)
    {
        if (Solution.GetDocument(report.Place.Document) is not { } document)
            return null;
        if (!_bound.TryGetValue(document.Id, out var bound))
        {
            var text = await document.GetTextAsync(_token).ConfigureAwait(false);
            var root = await document.GetSyntaxRootAsync(_token).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(_token).ConfigureAwait(false);
            bound = root is CompilationUnitSyntax unit && model is not null ? (model, unit, text) : null;
            _bound.Add(document.Id, bound);
        }

        return bound is { } parts && report.Span.End <= parts.Text.Length ? new FixSite(document, parts.Model, parts.Root, parts.Text, report, _token) : null;
    }
}

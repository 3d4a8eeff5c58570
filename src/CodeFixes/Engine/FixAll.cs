using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capability.CodeFixes.Engine;

/// Fix All, for reports that interact: several in one statement, one within what another wraps, the same file in several
/// projects. Roslyn's own batch drops what conflicts; this one comes back to it.
internal sealed class FixAll : FixAllProvider
{
    public static readonly FixAll Instance = new();

    private FixAll()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution };

    public override Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        if (context.CodeFixProvider is not FixProvider provider)
            return Task.FromResult<CodeAction?>(null);
        // What is said of one place is not said of all: then the safest way of each report.
        var key = provider.Table.IsForOnePlace(context.CodeActionEquivalenceKey) ? null : context.CodeActionEquivalenceKey;
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            "Fix all: " + string.Join(", ", context.DiagnosticIds.OrderBy(id => id, System.StringComparer.Ordinal)),
            token => FixAsync(context, provider.Table, key, token), key));
    }

    private static async Task<Solution> FixAsync(FixAllContext context, FixTable table, string? key, CancellationToken token)
    {
        var diagnostics = await DiagnosticsAsync(context).ConfigureAwait(false);
        var reports = diagnostics.Select(d => Report.Of(d, context.Solution)).OfType<Report>();
        var changed = await new Batch(table, key, token).RunAsync(context.Solution, reports).ConfigureAwait(false);
        return key?.StartsWith(Callers.Contract + ":", System.StringComparison.Ordinal) == true && context.DiagnosticIds.All(id => key == Callers.Contract + ":" + id)
            ? await new Callers(context, table, token).FollowAsync(changed).ConfigureAwait(false)
            : changed;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var all = ImmutableArray.CreateBuilder<Diagnostic>();
                foreach (var project in context.Solution.Projects.Where(p => p.Language == LanguageNames.CSharp))
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                return all.ToImmutable();
            default:
                return ImmutableArray<Diagnostic>.Empty;
        }
    }
}

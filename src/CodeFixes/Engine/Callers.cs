using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capability.CodeFixes.Engine;

/// What a contract asks of callers is asked of theirs in turn: Fix All follows it up to where it is met, or cannot be asked.
/// What callers lack is known only when the contract is there, so the analyzer of the project is asked again.
internal sealed class Callers(FixAllContext context, FixTable table, CancellationToken token)
{
    public const string Contract = "Capability.Contract.Requires";

    private const string Lacking = "CAP0011";

    /// Chains of calls that are longer are left to the next run.
    private const int MaxRounds = 16;

    public async Task<Solution> FollowAsync(Solution changed)
    {
        if (changed == context.Solution)
            return changed;
        var known = (await LackingAsync(context.Solution).ConfigureAwait(false)).Select(lack => lack.Key).ToList();
        for (var round = 0; round < MaxRounds; round++)
        {
            var old = known.ToList();
            var news = (await LackingAsync(changed).ConfigureAwait(false)).Where(lack => !old.Remove(lack.Key)).Select(lack => Report.Of(lack.Diagnostic, changed)).OfType<Report>().ToList();
            var next = news.Count == 0 ? changed : await new Batch(table, Contract + ":" + Lacking, token).RunAsync(changed, news).ConfigureAwait(false);
            if (next == changed)
                break;
            changed = next;
        }

        return changed;
    }

    /// Calls without what they need, by what is said of them and the line they are on: lines move.
    private async Task<List<(Diagnostic Diagnostic, (string? File, string Message, string Line) Key)>> LackingAsync(Solution solution)
    {
        var all = new List<(Diagnostic, (string?, string, string))>();
        foreach (var project in solution.Projects.Where(p => p.Language == LanguageNames.CSharp && (context.Scope == FixAllScope.Solution || p.Id == context.Project.Id)))
        {
            var analyzers = project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp)).Where(a => a.SupportedDiagnostics.Any(d => d.Id == Lacking)).ToImmutableArray();
            if (analyzers.IsEmpty || await project.GetCompilationAsync(token).ConfigureAwait(false) is not { } compilation)
                continue;
            var found = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(token).ConfigureAwait(false);
            foreach (var diagnostic in found.Where(d => d.Id == Lacking && !d.IsSuppressed && d.Location.IsInSource))
            {
                if (context.Scope == FixAllScope.Document && solution.GetDocument(diagnostic.Location.SourceTree)?.Id != context.Document?.Id)
                    continue;
                var text = await diagnostic.Location.SourceTree!.GetTextAsync(token).ConfigureAwait(false);
                var line = text.Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Trim();
                all.Add((diagnostic, (diagnostic.Location.SourceTree.FilePath, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), line)));
            }
        }

        return all;
    }
}

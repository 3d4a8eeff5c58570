using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Capability.CodeFixes.Engine;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using Xunit.Sdk;

namespace Capability.Tests.CodeFixes;

/// Every fix that is offered for any report of any case keeps its promises: it compiles, its diagnostic is gone, nothing
/// new is reported, and what it does not speak of stays as it was.
public sealed class StoreTests
{
    /// An added contract is the callers' business from then on.
    private static readonly ImmutableHashSet<string> OfCallers = ["CAP0011", "CAP0012", "CAP0013", "CAP0022", "CAP0024", "CAP0306"];

    public static TheoryData<string> Files => [.. CaseStore.Paths];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_offered_fix_keeps_its_promises(string path)
    {
        var file = CaseStore.Get(path);
        if (file.HasCompileErrors)
            return;
        using var runner = new FixRunner([new SourceFile(file.Path, file.Text)], CaseStore.SettingsOf(file));
        var before = await runner.FindingsAsync();
        var errors = await FixRunner.ErrorsAsync(runner.Solution);
        var problems = new List<string>();
        int offers = 0;
        foreach (var diagnostic in before)
        {
            foreach (var offer in await runner.OffersAsync(diagnostic))
            {
                offers++;
                problems.AddRange(await Problems(runner, before, errors, offer));
            }
        }

        if (Environment.GetEnvironmentVariable("CAPABILITY_FIX_COUNTS") is { Length: > 0 } log)
        {
            lock (Files)
                File.AppendAllText(log, $"{path}\t{before.Count(d => FixRunner.FixableIds.Contains(d.Id))}\t{offers}\n");
        }

        if (problems.Count > 0)
            throw new XunitException(string.Join("\n\n", problems.Take(12)) + $"\n{problems.Count} problems");
    }

    private static async Task<List<string>> Problems(FixRunner runner, ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> errors, OfferedFix offer)
    {
        var problems = new List<string>();
        var after = await FixRunner.ApplyAsync(offer.Action);
        var changes = await ChangesAsync(runner.Solution, after);
        string what = $"{offer.Diagnostic.Id} at line {offer.Diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}, '{offer.Title}':";
        string shown = string.Concat(changes.Values.Select(c => c.Shown));
        if (changes.Count == 0)
            return [what + " nothing changes"];
        var newErrors = await FixRunner.ErrorsAsync(after);
        var worse = newErrors.GroupBy(e => e.Id).Where(g => g.Count() > errors.Count(e => e.Id == g.Key)).SelectMany(g => g.Where(e => !errors.Any(o => o.Id == e.Id && o.GetMessage() == e.GetMessage()))).ToList();
        if (worse.Count > 0)
            problems.Add($"{what} does not compile: {worse[0]}\n{shown}");
        var findings = await runner.FindingsAsync(after);
        if (MappedSpan(offer.Diagnostic, changes) is { } moved && findings.Any(d => d.Id == offer.Diagnostic.Id && d.Location.SourceSpan == moved && d.GetMessage() == offer.Diagnostic.GetMessage()))
            problems.Add($"{what} is still reported\n{shown}");
        foreach (var finding in Added(before, findings, changes))
        {
            if (!(offer.Key.StartsWith("Capability.Contract", StringComparison.Ordinal) && OfCallers.Contains(finding.Id)))
                problems.Add($"{what} adds {finding.Id}: {finding.GetMessage()}\n{shown}");
        }

        return problems;
    }

    /// Reported after, and at no place where it was reported before.
    private static IEnumerable<Diagnostic> Added(ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> after, Dictionary<string, (IReadOnlyList<TextChange> Changes, string Shown)> changes)
    {
        var known = before.Select(d => (d.Id, MappedSpan(d, changes))).ToHashSet();
        foreach (var finding in after.Where(d => !known.Contains((d.Id, d.Location.SourceSpan))))
        {
            if (finding.Severity >= DiagnosticSeverity.Warning)
                yield return finding;
        }
    }

    private static TextSpan? MappedSpan(Diagnostic diagnostic, Dictionary<string, (IReadOnlyList<TextChange> Changes, string Shown)> changes) =>
        diagnostic.Location.SourceTree is { } tree && changes.TryGetValue(tree.FilePath, out var change)
            ? Positions.Map(diagnostic.Location.SourceSpan, change.Changes)
            : diagnostic.Location.SourceSpan;

    private static async Task<Dictionary<string, (IReadOnlyList<TextChange> Changes, string Shown)>> ChangesAsync(Solution before, Solution after)
    {
        var result = new Dictionary<string, (IReadOnlyList<TextChange>, string)>();
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments())
            {
                var old = await before.GetDocument(id)!.GetTextAsync();
                var text = await after.GetDocument(id)!.GetTextAsync();
                var changes = text.GetTextChanges(old);
                int first = old.Lines.GetLineFromPosition(changes.Min(c => c.Span.Start)).LineNumber;
                int lastOld = old.Lines.Count - old.Lines.GetLineFromPosition(changes.Max(c => c.Span.End)).LineNumber;
                var shown = text.Lines.Skip(first).Take(Math.Max(1, text.Lines.Count - lastOld - first + 1)).Select(l => "    " + l + "\n");
                result[before.GetDocument(id)!.FilePath!] = (changes, string.Concat(shown));
            }
        }

        return result;
    }
}

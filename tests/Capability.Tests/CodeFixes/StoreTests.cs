using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using Xunit.Sdk;

namespace Capability.Tests.CodeFixes;

/// Every fix that is offered for any report of any case keeps its promises: it compiles, its diagnostic is gone, nothing
/// new is reported, applying it again changes nothing, no comment is lost, and what it does not speak of stays as it was.
public sealed class StoreTests
{
    public static TheoryData<string> Files => [.. CaseStore.Paths];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_offered_fix_keeps_its_promises(string path)
    {
        var file = CaseStore.Get(path);
        if (file.HasCompileErrors)
            return;
        using var runner = new FixRunner([new SourceFile(file.Path, file.Text)], CaseStore.SettingsOf(file));
        var before = new Outcome(await runner.FindingsAsync(), await FixRunner.ErrorsAsync(runner.Solution));
        var offers = new List<(OfferedFix Fix, ImmutableArray<TextChange> Changes)>();
        foreach (var diagnostic in before.Findings)
        {
            foreach (var offer in await runner.OffersAsync(diagnostic))
                offers.Add((offer, await ChangesAsync(runner, await FixRunner.ApplyAsync(offer.Action))));
        }

        if (Environment.GetEnvironmentVariable("CAPABILITY_FIX_COUNTS") is { Length: > 0 } log)
        {
            lock (Files)
                File.AppendAllLines(log, offers.GroupBy(o => (o.Fix.Diagnostic.Id, o.Fix.Key)).Select(g => $"{path}\t{g.Key.Id}\t{g.Key.Key}\t{g.Count()}").Concat(before.Findings.Where(d => FixRunner.FixableIds.Contains(d.Id)).GroupBy(d => d.Id).Select(g => $"{path}\t{g.Key}\treported\t{g.Count()}")));
        }

        // Cases do not know of each other, so one fix of each is made at a time; what goes wrong is looked at alone.
        var problems = new List<string>();
        var rounds = offers.GroupBy(o => CaseOf(file, o.Fix.Diagnostic)).SelectMany(g => g.Select((o, i) => (Offer: o, Round: i))).GroupBy(x => x.Round, x => x.Offer);
        foreach (var round in rounds.Select(r => r.ToList()))
        {
            if (round.Count > 1 && await Problem(runner, before, round) is null)
                continue;
            foreach (var offer in round)
            {
                if (await Problem(runner, before, [offer]) is { } problem)
                    problems.Add(problem);
            }
        }

        if (problems.Count > 0)
            throw new XunitException(string.Join("\n\n", problems.Take(12)) + $"\n{problems.Count} problems");
    }

    /// Marks depend on each other: one side of a field, one half of an expression. All of them at once come to rest.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fix_all_of_marks_comes_to_rest(string path)
    {
        var file = CaseStore.Get(path);
        if (file.HasCompileErrors)
            return;
        using var runner = new FixRunner([new SourceFile(file.Path, file.Text)], CaseStore.SettingsOf(file));
        var findings = await runner.FindingsAsync();
        var marks = findings.Where(d => d.Descriptor.Category == "Capability.Marking" && FixRunner.FixableIds.Contains(d.Id)).ToList();
        if (marks.Count == 0)
            return;
        var before = new Outcome(findings, await FixRunner.ErrorsAsync(runner.Solution));
        foreach (var group in marks.GroupBy(d => d.Id))
        {
            var after = await runner.FixAllAsync(group.Key, null);
            var outcome = new Outcome([], await FixRunner.ErrorsAsync(after));
            Assert.True(before.Broken(outcome) is null, group.Key + ": " + before.Broken(outcome));
            var again = await runner.FixAllAsync(after, group.Key, null);
            Assert.Equal(await TextAsync(after), await TextAsync(again));
        }
    }

    private static async Task<bool> IsOfferedAgainAsync(OfferedFix fix, IEnumerable<Diagnostic> reported, Solution solution)
    {
        foreach (var diagnostic in reported)
        {
            if ((await FixRunner.OffersAsync(diagnostic, solution)).Any(offer => offer.Key == fix.Key))
                return true;
        }

        return false;
    }

    private static async Task<string> TextAsync(Solution solution) => (await solution.Projects.Single().Documents.First().GetTextAsync()).ToString();

    private static int CaseOf(CaseFile file, Diagnostic diagnostic)
    {
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return Array.FindIndex([.. file.Cases], c => line >= c.FirstLine && line <= c.LastLine);
    }

    private static async Task<string?> Problem(FixRunner runner, Outcome before, List<(OfferedFix Fix, ImmutableArray<TextChange> Changes)> offers)
    {
        var document = runner.Solution.Projects.Single().Documents.First();
        var old = await document.GetTextAsync();
        ImmutableArray<TextChange> changes = [.. offers.SelectMany(o => o.Changes).Distinct().OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End)];
        var text = old.WithChanges(changes);
        var solution = runner.Solution.WithDocumentText(document.Id, text);
        var after = new Outcome(await runner.FindingsAsync(solution), await FixRunner.ErrorsAsync(solution));
        foreach (var (fix, own) in offers)
        {
            string? problem = own.IsEmpty ? "nothing changes"
                : Comments(old.ToString()).Except(Comments(text.ToString())).FirstOrDefault() is { } comment ? "loses " + comment
                : before.Broken(after) is { } error ? "does not compile: " + error
                : after.StillReports(fix.Diagnostic, changes) ? "is still reported"
                : await IsOfferedAgainAsync(fix, after.Again(fix.Diagnostic, changes), solution) ? "can be applied again"
                : before.Added(after, changes, fix.Key).FirstOrDefault() is { } added ? $"adds {added.Id}: {added.GetMessage()}"
                : null;
            if (problem is not null)
                return $"{fix.Diagnostic.Id} at line {fix.Diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}, '{fix.Title}': {problem}\n{Shown(old, text, own)}";
        }

        return null;
    }

    private static IEnumerable<string> Comments(string text) => CSharpSyntaxTree.ParseText(text, Analysis.ParseOptions).GetRoot().DescendantTrivia(descendIntoTrivia: false)
        .Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia) || t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
        .Select(t => t.ToString().Trim()).Select((t, i) => (t, i)).GroupBy(x => x.t).SelectMany(g => g.Select((x, n) => x.t + "#" + n));

    private static async Task<ImmutableArray<TextChange>> ChangesAsync(FixRunner runner, Solution after)
    {
        var document = runner.Solution.Projects.Single().Documents.First();
        var text = await after.GetDocument(document.Id)!.GetTextAsync();
        return [.. text.GetTextChanges(await document.GetTextAsync())];
    }

    private static string Shown(SourceText old, SourceText text, ImmutableArray<TextChange> changes)
    {
        if (changes.IsEmpty)
            return "";
        int first = old.Lines.GetLineFromPosition(changes.Min(c => c.Span.Start)).LineNumber;
        int rest = old.Lines.Count - old.Lines.GetLineFromPosition(changes.Max(c => c.Span.End)).LineNumber;
        return string.Concat(text.Lines.Skip(Math.Max(0, first - 1)).Take(Math.Min(40, Math.Max(1, text.Lines.Count - rest - first + 3))).Select(l => "    " + l + "\n"));
    }
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using Xunit.Sdk;

namespace Capability.Tests.CodeFixes;

/// Every fix that is offered for any report of any case keeps its promises: it compiles, its diagnostic is gone, nothing
/// new is reported, no comment is lost, nothing changes outside of the member and the declarations it speaks of, and
/// once all is fixed there is nothing left to apply.
///
/// The cases are dealt out to several classes, which run beside each other.
public abstract class StoreTests
{
    private protected const int Parts = 4;

    private static readonly object LogGate = new();

    private protected static TheoryData<string> Part(int part) => [.. CaseStore.Paths.Where((_, i) => i % Parts == part)];

    private protected static async Task KeepsPromisesAsync(string path)
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
            lock (LogGate)
                File.AppendAllLines(log, offers.GroupBy(o => (o.Fix.Diagnostic.Id, o.Fix.Key)).Select(g => $"{path}\t{g.Key.Id}\t{g.Key.Key}\t{g.Count()}").Concat(before.Findings.Where(d => FixRunner.FixableIds.Contains(d.Id)).GroupBy(d => d.Id).Select(g => $"{path}\t{g.Key}\treported\t{g.Count()}")));
        }

        // Cases do not know of each other, nor do members as long as no contract changes, so one fix of each is made at a
        // time.
        var problems = new List<string>();
        var root = await runner.Solution.Projects.Single().Documents.First().GetSyntaxRootAsync();
        var rounds = offers.GroupBy(o => (Reach: ReachOf(o.Fix.Key), Case: CaseOf(file, o.Fix.Diagnostic), Member: ReachOf(o.Fix.Key) == Reach.Case ? -1 : MemberOf(root!, o.Fix.Diagnostic)))
            .SelectMany(g => g.Select((o, i) => (Offer: o, Round: (g.Key.Reach, i)))).GroupBy(x => x.Round, x => x.Offer);
        foreach (var round in rounds.Select(r => r.ToList()))
            await FindAsync(runner, before, round, problems);

        problems.AddRange(await FixedAsync(runner, before));
        if (problems.Count > 0)
            throw new XunitException(string.Join("\n\n", problems.Take(12)) + $"\n{problems.Count} problems");
    }

    /// What goes wrong among several is looked for in halves.
    private static async Task FindAsync(FixRunner runner, Outcome before, List<(OfferedFix Fix, ImmutableArray<TextChange> Changes)> round, List<string> problems)
    {
        if (await Problem(runner, before, round) is not { } problem)
            return;
        if (round.Count == 1)
        {
            problems.Add(problem);
            return;
        }

        await FindAsync(runner, before, round[..(round.Count / 2)], problems);
        await FindAsync(runner, before, round[(round.Count / 2)..], problems);
    }

    private static int CaseOf(CaseFile file, Diagnostic diagnostic)
    {
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return Array.FindIndex([.. file.Cases], c => line >= c.FirstLine && line <= c.LastLine);
    }

    private enum Reach
    {
        /// Nothing changes but the code of one member.
        Body,

        /// What a member asks of its callers, which are judged by it from then on.
        Contract,

        /// Declarations that all members of a case see.
        Case,
    }

    private static Reach ReachOf(string key) => key["Capability.".Length..] switch
    {
        "Wrap" or "DataRace" or "Copy" or "Structured" or "AddUsing" or "MatchingRelease" or "RemoveInner" or "Snapshot" or "Unmark" or "Unwaive" or "RaceMarker" => Reach.Body,
        "Contract.Requires" or "Contract.Excludes" or "Contract.RequiresAbsence" or "Contract.Releases" => Reach.Contract,
        _ => Reach.Case,
    };

    private static int MemberOf(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax))?.SpanStart ?? -1;

    /// All reports of one id after the other, as a client does it: it compiles, and doing it again changes nothing.
    private static async Task<List<string>> FixedAsync(FixRunner runner, Outcome before)
    {
        var problems = new List<string>();
        var document = runner.Solution.Projects.Single().Documents.First().Id;
        var current = runner;
        foreach (string id in before.Findings.Select(f => f.Id).Where(FixRunner.FixableIds.Contains).Distinct().Order(StringComparer.Ordinal))
        {
            // What a contract asks of callers is asked of theirs in the next round.
            for (int round = 0; ; round++)
            {
                var after = await current.FixAllAsync(id, null);
                var changes = (await after.GetDocument(document)!.GetTextAsync()).GetTextChanges(await current.Solution.GetDocument(document)!.GetTextAsync());
                if (changes.Count == 0)
                    break;
                if (round > (Outcome.OfCallers.Contains(id) ? 4 : 0))
                {
                    problems.Add($"Fix All of {id} again changes {string.Join(", ", changes.Take(3))}");
                    break;
                }

                current = runner.With(after);
            }
        }

        if (before.Broken(new Outcome([], await FixRunner.ErrorsAsync(current.Solution))) is { } error)
            problems.Add($"After Fix All it does not compile: {error}");
        return problems;
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

    private static async Task<string?> Problem(FixRunner runner, Outcome before, List<(OfferedFix Fix, ImmutableArray<TextChange> Changes)> offers)
    {
        var document = runner.Solution.Projects.Single().Documents.First();
        var old = await document.GetTextAsync();
        var root = (await document.GetSyntaxRootAsync())!;
        ImmutableArray<TextChange> changes = [.. offers.SelectMany(o => o.Changes).Distinct().OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End)];
        var text = old.WithChanges(changes);
        var solution = runner.Solution.WithDocumentText(document.Id, text);
        var after = new Outcome(await runner.FindingsAsync(solution), await FixRunner.ErrorsAsync(solution));
        foreach (var (fix, own) in offers)
        {
            string? problem = own.IsEmpty ? "nothing changes"
                : Comments(old.ToString()).Except(Comments(text.ToString())).FirstOrDefault() is { } comment ? "loses " + comment
                : Outside(root, fix, own) is { } outside ? "changes " + outside
                : before.Broken(after) is { } error ? "does not compile: " + error
                : after.StillReports(fix.Diagnostic, changes, own) ? "is still reported"
                : await IsOfferedAgainAsync(fix, after.Again(fix.Diagnostic, changes), solution) ? "can be applied again"
                : before.Added(after, changes, fix.Key).FirstOrDefault() is { } added ? $"adds {added.Id}: {added.GetMessage()}"
                : null;
            if (problem is not null)
                return $"{fix.Diagnostic.Id} at line {fix.Diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}, '{fix.Title}': {problem}\n{Shown(old, text, own)}";
        }

        return null;
    }

    /// A change of a member that has nothing to do with the report. Declarations of fields are what some fixes are about.
    private static string? Outside(SyntaxNode root, OfferedFix fix, ImmutableArray<TextChange> changes)
    {
        var own = root.FindNode(fix.Diagnostic.Location.SourceSpan);
        var related = fix.Diagnostic.AdditionalLocations.Where(l => l.SourceTree == fix.Diagnostic.Location.SourceTree).Select(l => root.FindNode(l.SourceSpan));
        var members = related.Prepend(own).Select(n => n.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))?.FullSpan ?? root.FullSpan).ToList();
        foreach (var change in changes)
        {
            if (fix.Title.EndsWith("mark its other accesses", StringComparison.Ordinal) || members.Any(m => m.IntersectsWith(change.Span)) || (change.Span.IsEmpty && change.NewText!.Contains("using ", StringComparison.Ordinal)))
                continue;
            if (fix.Key != "Capability.Annotation.FixedGuard" && root.FindNode(change.Span).FirstAncestorOrSelf<MemberDeclarationSyntax>() is not (BaseFieldDeclarationSyntax or PropertyDeclarationSyntax))
                return $"'{root.GetText().ToString(change.Span)}' to '{change.NewText}', which belongs to something else";
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

public sealed class StoreTestsOfPart0 : StoreTests
{
    public static TheoryData<string> Files => Part(0);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Every_offered_fix_keeps_its_promises(string path) => KeepsPromisesAsync(path);
}

public sealed class StoreTestsOfPart1 : StoreTests
{
    public static TheoryData<string> Files => Part(1);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Every_offered_fix_keeps_its_promises(string path) => KeepsPromisesAsync(path);
}

public sealed class StoreTestsOfPart2 : StoreTests
{
    public static TheoryData<string> Files => Part(2);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Every_offered_fix_keeps_its_promises(string path) => KeepsPromisesAsync(path);
}

public sealed class StoreTestsOfPart3 : StoreTests
{
    public static TheoryData<string> Files => Part(3);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Every_offered_fix_keeps_its_promises(string path) => KeepsPromisesAsync(path);
}

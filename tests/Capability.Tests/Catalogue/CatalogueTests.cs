using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Capability.Tests.CodeFixes;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Capability.Tests.Catalogue;

/// The behaviours that other checkers of lock discipline are known for, one row each: `| item | ids | situation | shown by |`.
/// What is shown by cases reports there, and does not report in other members of them; what has no case says why. A case of
/// a fix (`CodeFixes/File.cs/name_of_the_case`) shows what becomes of a report of its id, or that nothing is offered.
public sealed class CatalogueTests
{
    private static readonly string[] Excuses = ["not C#: ", "by spec: "];

    public static TheoryData<string> Lists => [.. Repository.Files.Where(f => f.StartsWith("tests/Capability.Tests/Catalogue/", StringComparison.Ordinal) && f.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_item_is_shown_by_cases_that_report_and_that_do_not(string list)
    {
        var rows = Rows(list).ToList();
        Assert.NotEmpty(rows);
        Assert.Empty(rows.GroupBy(r => r.Item).Where(g => g.Count() > 1).Select(g => g.Key));
        string problems = string.Join("\n", rows.SelectMany(row => Problems(row).Select(problem => $"{row.Item}: {problem}")));
        Assert.True(problems.Length == 0, problems);
    }

    private static IEnumerable<Row> Rows(string list) =>
        from line in File.ReadLines(Repository.PathOf(list))
        where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| item |", StringComparison.Ordinal)
        let cells = line.Trim('|', ' ').Split('|').Select(c => c.Trim()).ToArray()
        select new Row(cells[0], [.. cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)], cells[2], [.. cells.ElementAtOrDefault(3)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []]);

    private static IEnumerable<string> Problems(Row row)
    {
        var shown = new List<(CaseFile File, Case Case)>();
        var mended = new List<FixCase>();
        foreach (string name in row.Cases)
        {
            if (name.StartsWith("CodeFixes/", StringComparison.Ordinal))
            {
                if (FixCase.All.FirstOrDefault(c => $"CodeFixes/{c.Path}/{c.Name.Replace(' ', '_')}" == name) is { } fix)
                    mended.Add(fix);
                else
                    yield return $"there is no case {name}";
                continue;
            }

            int split = Math.Max(name.LastIndexOf('/'), 0);
            if (!CaseStore.Paths.Contains(name[..split]) || CaseStore.Get(name[..split]) is not { } file || file.Cases.FirstOrDefault(c => c.Name == name[(split + 1)..]) is not { } found)
                yield return $"there is no case {name}";
            else
                shown.Add((file, found));
        }

        if (row.Ids.IsEmpty)
        {
            if (!Excuses.Any(e => row.Situation.StartsWith(e, StringComparison.Ordinal)))
                yield return "neither ids nor a reason";
            yield break;
        }

        foreach (string id in row.Ids.Where(id => !shown.Any(s => s.Case.Expectations.Any(e => e.Id == id && !e.IsTolerated)) && !mended.Any(f => f.Id == id && f.After is not null)))
            yield return $"no case reports {id}";
        foreach (string id in mended.Select(f => f.Id).Distinct().Where(id => !row.Ids.Contains(id)))
            yield return $"a fix of {id} shows nothing here";
        if (!mended.Any(f => f.After is null) && !shown.Any(s => HasQuietMember(s.File, s.Case)))
            yield return "no case has a member that must not report";
    }

    private static bool HasQuietMember(CaseFile file, Case situation)
    {
        var tree = CSharpSyntaxTree.ParseText(file.Text, Analysis.ParseOptions);
        return tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>().Any(member =>
        {
            var lines = tree.GetLineSpan(member.Span);
            (int first, int last) = (lines.StartLinePosition.Line, lines.EndLinePosition.Line);
            return first >= situation.FirstLine && last <= situation.LastLine && (member.Body?.Statements.Count > 0 || member.ExpressionBody is not null)
                && !situation.Expectations.Any(e => e.Line >= first && e.Line <= last);
        });
    }

    private sealed record Row(string Item, ImmutableArray<string> Ids, string Situation, ImmutableArray<string> Cases);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Capability.Analyzers.Diagnostics;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Sdk;

namespace Capability.Tests.Docs;

/// What the pages show is what happens: their code compiles, its comments are what the analyzer says, and their links lead
/// somewhere.
public sealed class DocumentationTests
{
    private static readonly Regex Link = new(@"\[[^\]]*\]\((?<target>[^)\s]+)\)");

    private static readonly string[] Headings =
        ["## Cause", "## Why it matters", "## Example", "## How to fix", "## When to suppress", "## Known gaps"];

    public static TheoryData<string> Examples => [.. Fence.Pages.SelectMany(Fence.Of).Where(f => f.IsChecked).Select(f => f.ToString())];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_says_what_is_reported(string place)
    {
        var file = Find(place).ToCase();
        var run = await CaseStore.RunAsync(file, null);
        if (file.Cases.Select(c => Verdict.Of(file, c, run, Analysis.Supported)).FirstOrDefault(v => v is not null) is { } problem)
            throw new XunitException(problem);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_compiles(string place)
    {
        var file = Find(place).ToCase();
        var compilation = Analysis.Compile([new SourceFile(file.Path, file.Text)], CaseStore.SettingsOf(file));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_its_page(string id)
    {
        var descriptor = Descriptors.All.Single(d => d.Id == id);
        var page = $"docs/rules/{id}.md";
        var lines = File.ReadAllLines(Repository.PathOf(page));

        Assert.Equal($"# {id}: {descriptor.Title}", lines[0]);
        Assert.Contains($"| Category | `{descriptor.Category}` |", lines);
        Assert.Contains(lines, l => l.StartsWith($"| Default severity | {descriptor.DefaultSeverity.ToString().ToLowerInvariant()}", StringComparison.Ordinal));
        Assert.Equal(Headings, lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)));

        // The first example shows the rule at work, a later one the same code without it.
        var examples = Fence.Of(page).Where(f => f.IsChecked).ToList();
        Assert.Contains(id, examples[0].Text);
        Assert.Contains(examples.Skip(1), e => !e.Text.Contains("expect", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_of_a_rule_has_its_rule() => Assert.Empty(
        Fence.Pages.Where(p => p.StartsWith("docs/rules/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension)
            .Except(Descriptors.All.Select(d => d.Id)));

    [Fact]
    public void The_index_lists_every_rule()
    {
        var index = File.ReadAllText(Repository.PathOf("docs/README.md"));
        Assert.All(Descriptors.All, d => Assert.Contains($"| [{d.Id}](rules/{d.Id}.md) | {d.Title} |", index));
    }

    [Fact]
    public void Links_lead_somewhere() => Assert.Empty(BrokenLinks());

    private static IEnumerable<string> BrokenLinks()
    {
        foreach (var page in Fence.Pages)
        {
            foreach (Match match in Link.Matches(Prose(page)))
            {
                var target = match.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                    continue;
                var parts = target.Split('#', 2);
                var path = parts[0].Length == 0
                    ? page
                    : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, parts[0]))).Replace('\\', '/');
                if (!File.Exists(Repository.PathOf(path)) && !Directory.Exists(Repository.PathOf(path)))
                    yield return $"{page}: {target}";
                else if (parts.Length == 2 && !Anchors(path).Contains(parts[1]))
                    yield return $"{page}: {target} (no such heading)";
            }
        }
    }

    private static IEnumerable<string> Anchors(string page) => Prose(page).Split('\n').Where(l => l.StartsWith('#'))
        .Select(l => Regex.Replace(l.TrimStart('#').Trim().ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'));

    /// The page without its code.
    private static string Prose(string page) =>
        Regex.Replace(Regex.Replace(File.ReadAllText(Repository.PathOf(page)).ReplaceLineEndings("\n"), "^```.*?^```", "", RegexOptions.Singleline | RegexOptions.Multiline), "`[^`\n]*`", "");

    private static Fence Find(string place) => Fence.Of(place[..place.LastIndexOf(':')]).Single(f => f.ToString() == place);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.House;

/// An id is more than its descriptor: a release row, a page that helps, a case that shows it, and a link that leads there.
public sealed class RuleSetTests
{
    private static readonly Regex Id = new(@"\bCAP\d{4}\b");

    public static TheoryData<string> Ids => [.. Analysis.Supported.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Ids_are_of_this_product() => Assert.All(Analysis.Supported.Keys, id => Assert.Matches("^" + Id + "$", id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_release_row_that_agrees(string id)
    {
        var row = ReleaseRows().Last(r => r[0] == id);
        var descriptor = Analysis.Supported[id];
        string severity = descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity.ToString() : "Disabled";
        Assert.Equal([descriptor.Category, severity], row[1..3]);
    }

    [Fact]
    public void Release_rows_are_of_ids_that_exist() =>
        Violations.None(ReleaseRows().Select(r => r[0]).Where(id => !Analysis.Supported.ContainsKey(id)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page(string id)
    {
        string path = Repository.PathOf($"docs/rules/{id}.md");
        Assert.True(File.Exists(path), $"docs/rules/{id}.md is missing.");
        string[] lines = File.ReadAllLines(path);
        Assert.StartsWith($"# {id}", lines[0]);
        Assert.Contains(Analysis.Supported[id].Title.ToString(), File.ReadAllText(path));
        Assert.True(lines.Count(l => l.StartsWith("## ", StringComparison.Ordinal)) >= 2, "A page has parts: why, and what to do.");
    }

    [Fact]
    public void Pages_are_of_ids_that_exist() => Violations.None(
        Repository.Files.Where(f => f.StartsWith("docs/rules/", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(name => Id.IsMatch(name) && !Analysis.Supported.ContainsKey(name)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_case_that_expects_it(string id) => Assert.True(
        CaseStore.All.SelectMany(f => f.Cases).SelectMany(c => c.Expectations).Any(e => e.Id == id && !e.IsTolerated),
        $"No case below Cases expects {id}.");

    [Theory]
    [MemberData(nameof(Ids))]
    public void Links_to_its_page(string id) => Assert.Matches($@"^https://\S+/docs/rules/{id}\.md$", Analysis.Supported[id].HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Says_what_it_is_in_words(string id)
    {
        var descriptor = Analysis.Supported[id];
        string title = descriptor.Title.ToString(), message = descriptor.MessageFormat.ToString();
        Assert.Matches("^[A-Z].*[^.]$", title);
        Assert.NotEmpty(message);
        Assert.StartsWith("Capability.", descriptor.Category);

        // What a person sees on hover: more than the title, in sentences, and no markup.
        string description = descriptor.Description.ToString();
        Assert.Matches(@"^[A-Z].{40,}\.$", description);
        Assert.DoesNotContain('`', description);
        Assert.NotEqual(title, description);
    }

    [Fact]
    public void Documents_mention_only_ids_that_exist() => Violations.None(
        from file in Repository.Files
        where file.EndsWith(".md", StringComparison.Ordinal) && (file.StartsWith("docs/", StringComparison.Ordinal) || !file.Contains('/'))
        from Match match in Id.Matches(File.ReadAllText(Repository.PathOf(file)))
        where !Analysis.Supported.ContainsKey(match.Value)
        select $"{file}: {match.Value}");

    private static IEnumerable<string[]> ReleaseRows() =>
        from file in new[] { "Shipped", "Unshipped" }
        from line in File.ReadLines(Repository.PathOf($"src/Analyzers/AnalyzerReleases.{file}.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length >= 3 && Id.IsMatch(cells[0])
        select cells;
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.House;

/// The README repeats what is decided elsewhere; these tests are the reason that it may.
public partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void The_table_of_ids_is_that_of_the_descriptors() => Assert.Equal(
        Descriptors.All.Select(d => (d.Id, d.Id, !d.IsEnabledByDefault ? "off" : d.DefaultSeverity == DiagnosticSeverity.Warning ? "warning" : "info")),
        IdRow().Matches(Text).Select(m => (m.Groups["id"].Value, m.Groups["page"].Value, m.Groups["severity"].Value)));

    [Fact]
    public void Every_attribute_is_in_the_table()
    {
        var table = Text[Text.IndexOf("## Attributes", StringComparison.Ordinal)..Text.IndexOf("## Diagnostics", StringComparison.Ordinal)];
        var named = Regex.Matches(table, "`([A-Za-z]+)`").Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Empty(typeof(GuardedByAttribute).Assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(typeof(Attribute))).Select(t => t.Name[..^"Attribute".Length]).Except(named));
    }

    [Fact]
    public void The_version_to_install_is_the_version_of_the_product()
    {
        var version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
        var versions = Regex.Matches(Text, "Include=\"Capability\" Version=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(versions);
        Assert.All(versions, v => Assert.Equal(version, v));
    }

    public static IEnumerable<object[]> Links => Link().Matches(Text).Select(m => m.Groups["target"].Value)
        .Where(t => !t.Contains("://", StringComparison.Ordinal)).Distinct().Select(t => new object[] { t });

    [Theory]
    [MemberData(nameof(Links))]
    public void A_link_leads_somewhere(string target) =>
        Assert.True(Path.Exists(Repository.PathOf(target)), target);

    [GeneratedRegex(@"^\| \[(?<id>CAP\d{4})\]\(docs/rules/(?<page>CAP\d{4})\.md\) \| (?<severity>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex IdRow();

    [GeneratedRegex(@"\]\((?<target>[^)]+)\)")]
    private static partial Regex Link();
}

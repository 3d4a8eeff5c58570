using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Capability.Tests.CodeFixes;
using Xunit;
using Xunit.Abstractions;

namespace Capability.Tests.EndToEnd;

/// The fixes in a client that is not ours: `dotnet format analyzers` on a program full of findings, the data of `Fixable`.
[Collection(nameof(PackedProductTests))]
public class FormatTests(PackedProduct product, ITestOutputHelper output)
{
    /// A fix may uncover what another fix is for (a contract, its callers), and the client applies one way per id and run.
    private const int MostRuns = 3;

    private const string EditorConfig = """
        root = true
        [*.cs]
        dotnet_diagnostic.CAP0013.severity = warning
        dotnet_diagnostic.CAP0029.severity = warning
        dotnet_diagnostic.CAP0030.severity = warning
        dotnet_diagnostic.CAP0113.severity = warning
        dotnet_diagnostic.CAP0114.severity = warning
        dotnet_diagnostic.CAP0201.severity = warning
        dotnet_diagnostic.CAP0202.severity = warning
        """;

    [Fact]
    public void Format_leaves_no_finding_that_can_be_fixed_and_a_program_that_computes_the_same()
    {
        var files = Files().ToList();
        var consumer = product.NewFolder([("App.csproj", product.Project()), (".editorconfig", EditorConfig), .. files]);
        var before = consumer.Build().MustSucceed();
        string[] fixable = [.. FixRunner.FixableIds.Order(StringComparer.Ordinal)];

        int runs = 0;
        string text;
        do
        {
            text = Text(consumer, files);
            consumer.Run(["format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. fixable]).MustSucceed();
        }
        while (Text(consumer, files) != text && ++runs < MostRuns);

        var after = consumer.Build("--no-restore").MustSucceed();
        var run = consumer.Run("run", "--no-build").MustSucceed();
        output.WriteLine($"{before.Findings.Count} findings, {after.Findings.Count} after {runs} runs: {string.Join(", ", after.Findings)}");
        Assert.Equal(files.SelectMany(f => ExpectedFindings.Of(f.Name, f.Text)), before.Findings.Select(f => (f.File, f.Line, f.Id)));
        Assert.Empty(fixable.Except(before.Findings.Select(f => f.Id)));
        Assert.Empty(after.Findings);
        Assert.InRange(runs, 1, MostRuns - 1);
        Assert.Equal("right", run.Output.Trim());
    }

    private static string Text(ConsumerFolder consumer, IEnumerable<(string Name, string Text)> files) =>
        string.Concat(files.Select(f => File.ReadAllText(Path.Combine(consumer.Folder, f.Name))));

    private static IEnumerable<(string Name, string Text)> Files()
    {
        var assembly = typeof(FormatTests).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Fixable/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name["Fixable/".Length..], reader.ReadToEnd());
        }
    }
}

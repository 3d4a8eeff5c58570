using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.EndToEnd;

/// The samples say in comments what the build reports and what the program prints: all must stay the same. (In the collection of
/// the packages only because both build the product's projects.)
[Collection(nameof(PackedProductTests))]
public class SampleTests(BuiltSamples samples) : IClassFixture<BuiltSamples>
{
    public static TheoryData<string> Projects => [.. BuiltSamples.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_sample_reports_what_its_comments_say(string project)
    {
        var expected = BuiltSamples.Sources(project).SelectMany(f => ExpectedFindings.Of(Path.GetFileName(f), File.ReadAllText(f))).ToList();

        Assert.InRange(expected.Count, 2, 12);
        Assert.Equal(expected, samples.Build.Findings.Where(f => f.Project == Name(project)).Select(f => (f.File, f.Line, f.Id)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_sample_prints_what_its_comment_says(string project)
    {
        Assert.Equal(0, samples.Build.ExitCode);
        var promised = Regex.Match(File.ReadAllText(Repository.PathOf($"{Path.GetDirectoryName(project)}/Program.cs")), "// prints: (.*)").Groups[1].Value.Trim();

        var run = BuiltSamples.Dotnet("exec", $"{Path.GetDirectoryName(project)}/bin/Debug/net10.0/{Name(project)}.dll").MustSucceed();

        Assert.NotEmpty(promised);
        Assert.Equal(promised, run.Output.Trim());
    }

    /// An up-to-date build says nothing; a sample's is never up to date.
    [Fact]
    public void A_sample_speaks_each_time()
    {
        var again = BuiltSamples.Dotnet("build", "samples/BankAccount", "-nologo", "--no-restore").MustSucceed();

        Assert.Equal(
            samples.Build.Findings.Where(f => f.Project == "BankAccount").Select(f => (f.File, f.Line, f.Id)),
            again.Findings.Select(f => (f.File, f.Line, f.Id)));
    }

    [Fact]
    public void The_solution_has_every_sample() => Assert.Equal(
        BuiltSamples.Projects,
        Regex.Matches(File.ReadAllText(Repository.PathOf("samples/Samples.slnx")), "Path=\"([^\"]+)\"").Select(m => "samples/" + m.Groups[1].Value));

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project);
}

/// All samples, built by one command.
public sealed class BuiltSamples
{
    public BuiltSamples() => Build = Dotnet("build", "samples", "-nologo");

    /// What stands for a library is built with the sample that uses it.
    internal static IReadOnlyList<string> Projects { get; } =
        [.. Repository.Files.Where(f => f.StartsWith("samples/", StringComparison.Ordinal) && f.EndsWith(".csproj", StringComparison.Ordinal) && !f.EndsWith("Acme.Locks.csproj", StringComparison.Ordinal))];

    internal CommandResult Build { get; }

    internal static IEnumerable<string> Sources(string project) =>
        Directory.GetFiles(Repository.PathOf(Path.GetDirectoryName(project)!), "*.cs").OrderBy(f => Path.GetFileName(f), StringComparer.Ordinal);

    internal static CommandResult Dotnet(params string[] arguments) => DotnetProcess.Run(Repository.Root, new Dictionary<string, string>(), arguments);
}

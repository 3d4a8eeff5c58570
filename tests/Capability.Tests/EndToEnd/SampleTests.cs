using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.EndToEnd;

/// The sample says in comments what the build reports: both must stay the same. (In the collection of the packages only
/// because both build the product's projects.)
[Collection(nameof(PackedProductTests))]
public class SampleTests
{
    [Fact]
    public void The_bank_account_reports_what_its_comments_say_each_time_and_runs()
    {
        var folder = Repository.PathOf("samples/BankAccount");
        var expected = Directory.GetFiles(folder, "*.cs").OrderBy(f => Path.GetFileName(f), StringComparer.Ordinal)
            .SelectMany(f => ExpectedFindings.Of(Path.GetFileName(f), File.ReadAllText(f))).ToList();

        var first = Dotnet("build", "samples/BankAccount", "-nologo").MustSucceed();
        var second = Dotnet("build", "samples/BankAccount", "-nologo", "--no-restore").MustSucceed();
        var run = Dotnet("run", "--project", "samples/BankAccount", "--no-build").MustSucceed();

        Assert.InRange(expected.Count, 6, 12);
        Assert.Equal(expected, first.Findings.Select(f => (f.File, f.Line, f.Id)));
        Assert.Equal(expected, second.Findings.Select(f => (f.File, f.Line, f.Id)));
        Assert.Equal("sum 2000, rate 1.25, bars 7", run.Output.Trim());
    }

    private static CommandResult Dotnet(params string[] arguments) =>
        DotnetProcess.Run(Repository.Root, new Dictionary<string, string>(), arguments);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Capability.Tests.EndToEnd;

/// A user's first minutes: the package from a feed, the SDK's own compiler, real projects.
[Collection(nameof(PackedProductTests))]
public class ConsumerTests(ConsumerBuild build) : IClassFixture<ConsumerBuild>
{
    [Fact]
    public void Findings_appear()
    {
        Assert.Equal(ExpectedFindings.Of("Program.cs", ConsumerBuild.Program), Places("NoMode"));
        Assert.All(build.FindingsIn("NoMode"), f => Assert.Equal("warning", f.Severity));
    }

    [Fact]
    public void The_corrected_program_has_none_and_runs()
    {
        Assert.Empty(build.FindingsIn("Right"));
        Assert.Equal("5", build.Run("exec", "Right/bin/Debug/net10.0/Right.dll").MustSucceed().Output.Trim());
    }

    [Fact]
    public void Warnings_as_errors_fail_the_build()
    {
        Assert.NotEqual(0, build.Result.ExitCode);
        Assert.Equal("error CAP0001, error CAP0002, error CAP0024, error CAP0301", Severities("Gate"));
        Assert.False(File.Exists(build.PathOf("Gate/bin/Debug/net10.0/Gate.dll")));
    }

    /// The modes in one project each: what is reported at which severity. `Default` and no mode are the same; what is informative
    /// is not printed by a build.
    [Theory]
    [InlineData("None", "")]
    [InlineData("Minimum", "warning CAP0024, warning CAP0301")]
    [InlineData("Default", "warning CAP0001, warning CAP0002, warning CAP0024, warning CAP0301")]
    [InlineData("NoMode", "warning CAP0001, warning CAP0002, warning CAP0024, warning CAP0301")]
    [InlineData("Strict", "warning CAP0001, warning CAP0002, warning CAP0024, warning CAP0029, warning CAP0045, warning CAP0101, warning CAP0301")]
    [InlineData("AllErrors", "error CAP0001, error CAP0002, error CAP0024, error CAP0029, error CAP0045, error CAP0301")]
    public void A_mode_sets_the_severities(string mode, string expected)
    {
        Assert.Equal(expected, Severities(mode));
        Assert.Equal(mode != "AllErrors", File.Exists(build.PathOf($"{mode}/bin/Debug/net10.0/{mode}.dll")));
    }

    [Fact]
    public void An_editorconfig_overrides_the_mode_by_category_and_by_id() =>
        Assert.Equal("warning CAP0001, warning CAP0002, warning CAP0301", Severities("Overridden"));

    [Theory]
    [InlineData("OptedOut")]
    [InlineData("OptedIn")]
    public void A_folder_opts_in_or_out(string project) =>
        Assert.Equal([("Core.cs", 8, "CAP0001"), ("Core.cs", 9, "CAP0002")], Places(project));

    [Fact]
    public void What_is_suppressed_is_not_reported() => Assert.Equal([("Program.cs", 21, "CAP0002")], Places("Suppressed"));

    [Fact]
    public void An_unknown_mode_is_reported_once()
    {
        Assert.Equal([("CSC", 0, "CAP0309")], Places("Stirct"));
        Assert.Contains("'CapabilityMode' has the unknown value 'Stirct'; the values are None, Minimum, Default, Strict, AllErrors", build.Result.Output);
        Assert.Equal(1, Regex.Count(UntilSummary, "CSC : warning CAP0309: .*Stirct"));
    }

    /// Two sections and two files say it: it is one mistake.
    [Fact]
    public void An_unknown_option_is_reported_once()
    {
        Assert.Equal([("CSC", 0, "CAP0309"), ("CSC", 0, "CAP0309")], Places("Options"));
        Assert.Equal(1, Regex.Count(UntilSummary, "CAP0309: The option 'capability_memory_modle' is unknown; did you mean 'capability_memory_model'"));
        Assert.Equal(1, Regex.Count(UntilSummary, "CAP0309: The option 'capability_assume_plain_writes_atomic' has the unknown value 'maybe'; the values are true, false"));
    }

    /// What other tools read: each rule with its help, each result with its place.
    [Fact]
    public void A_log_for_other_tools_has_results_and_help()
    {
        using var log = JsonDocument.Parse(File.ReadAllText(build.PathOf("Logged/findings.sarif")));
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Where(r => r.GetProperty("id").GetString()!.StartsWith("CAP", StringComparison.Ordinal)).ToList();
        var results = run.GetProperty("results").EnumerateArray().Where(r => r.GetProperty("ruleId").GetString()!.StartsWith("CAP", StringComparison.Ordinal)).ToList();

        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        // What is informative is in the log, though the console does not show it.
        Assert.Equal(["CAP0001", "CAP0002", "CAP0024", "CAP0029", "CAP0301"], results.Select(r => r.GetProperty("ruleId").GetString()).Order());
        Assert.All(results, r => Assert.EndsWith("Logged/Program.cs", r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()));
        Assert.All(rules, r =>
        {
            Assert.EndsWith($"/docs/rules/{r.GetProperty("id").GetString()}.md", r.GetProperty("helpUri").GetString());
            Assert.NotEmpty(r.GetProperty("fullDescription").GetProperty("text").GetString()!);
        });
    }

    /// Contracts of a library are read from its metadata, private names included; analyzers do not flow, attributes do.
    [Fact]
    public void Contracts_bind_across_projects_and_analyzers_do_not_flow()
    {
        Assert.Equal(ExpectedFindings.Of("Ledger.cs", ConsumerBuild.Library), Places("Library"));
        Assert.Equal(ExpectedFindings.Of("User.cs", ConsumerBuild.User), Places("Checked"));
        // The attribute compiles there, the analyzer is not there.
        Assert.True(File.Exists(build.PathOf("Unchecked/bin/Debug/net10.0/Unchecked.dll")));
        Assert.Empty(build.FindingsIn("Unchecked"));
        Assert.Contains("Capability.Analyzers.dll", Analyzers("Checked"));
        Assert.DoesNotContain("Capability.Analyzers.dll", Analyzers("Unchecked"));

        string Analyzers(string project) =>
            build.Run("build", project, "-nologo", "--no-restore", "-target:ResolveLockFileAnalyzers", "-getItem:Analyzer").MustSucceed().Output;
    }

    /// The summary at the end repeats every warning of the build.
    private string UntilSummary => Regex.Split(build.Result.Output, "Build (?:FAILED|succeeded)")[0];

    private IEnumerable<(string, int, string)> Places(string project) => build.FindingsIn(project).Select(f => (f.File, f.Line, f.Id));

    private string Severities(string project) => string.Join(", ", build.FindingsIn(project).OrderBy(f => f.Id).Select(f => $"{f.Severity} {f.Id}"));
}

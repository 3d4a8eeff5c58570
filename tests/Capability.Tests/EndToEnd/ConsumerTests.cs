using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Capability.Tests.EndToEnd;

/// A user's first minutes: the package from a feed, the SDK's own compiler, real projects.
[Collection(nameof(PackedProductTests))]
public class ConsumerTests(PackedProduct product)
{
    private const string Program = """
        using System;
        using System.Threading;
        using Capability;

        var account = new Account();
        account.Deposit(5);
        Console.WriteLine(account.Balance);

        class Account
        {
            readonly Lock _gate = new();
            [GuardedBy(nameof(_gate))] int _balance;

            public int Balance => _balance; // CAP0001
            public void Deposit(int amount) => _balance += amount; // CAP0002
            public void Open() => Monitor.Enter(this); // CAP0024
            [GuardedBy("_gat")] int _typo; // CAP0301
        }
        """;

    private const string Corrected = """
        using System;
        using System.Threading;
        using Capability;

        var account = new Account();
        account.Deposit(5);
        Console.WriteLine(account.Balance);

        class Account
        {
            readonly Lock _gate = new();
            [GuardedBy(nameof(_gate))] int _balance;

            public int Balance { get { lock (_gate) return _balance; } }
            public void Deposit(int amount) { lock (_gate) _balance += amount; }
        }
        """;

    // The compiler's own remarks on the unused field are not what these tests are about.
    private const string Quiet = "<NoWarn>$(NoWarn);CS0169</NoWarn>";

    [Fact]
    public void Findings_appear_and_the_corrected_program_has_none_and_runs()
    {
        var consumer = product.NewFolder(("App.csproj", product.Project(Quiet)), ("Program.cs", Program));

        var first = consumer.Build().MustSucceed();
        consumer.Write("Program.cs", Corrected);
        var second = consumer.Build("-warnaserror").MustSucceed();
        var run = consumer.Run("run", "--no-build").MustSucceed();

        Assert.Equal(ExpectedFindings.Of("Program.cs", Program), first.Findings.Select(f => (f.File, f.Line, f.Id)));
        Assert.All(first.Findings, f => Assert.Equal("warning", f.Severity));
        Assert.Empty(second.Findings);
        Assert.Equal("5", run.Output.Trim());
    }

    [Fact]
    public void Warnings_as_errors_fail_the_build()
    {
        var consumer = product.NewFolder(("App.csproj", product.Project(Quiet)), ("Program.cs", Program));

        var build = consumer.Build("-warnaserror");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["CAP0001", "CAP0002", "CAP0024", "CAP0301"], build.Findings.Where(f => f.Severity == "error").Select(f => f.Id).Order());
    }

    /// The modes in one project: what each reports at which severity. `Default` and no mode are the same.
    [Theory]
    [InlineData("None", "")]
    [InlineData("Minimum", "warning CAP0024, warning CAP0301")]
    [InlineData("Default", "warning CAP0001, warning CAP0002, warning CAP0024, warning CAP0301")]
    [InlineData("Strict", "warning CAP0001, warning CAP0002, warning CAP0024, warning CAP0301")]
    [InlineData("AllErrors", "error CAP0001, error CAP0002, error CAP0024, error CAP0301")]
    public void A_mode_sets_the_severities(string mode, string expected)
    {
        var consumer = product.NewFolder(("App.csproj", product.Project(Quiet + $"<CapabilityMode>{mode}</CapabilityMode>")), ("Program.cs", Program));

        var build = consumer.Build();

        Assert.Equal(expected, string.Join(", ", build.Findings.OrderBy(f => f.Id).Select(f => $"{f.Severity} {f.Id}")));
        Assert.Equal(mode == "AllErrors", build.ExitCode != 0);
    }

    [Fact]
    public void An_editorconfig_overrides_the_mode_by_category_and_by_id()
    {
        var consumer = product.NewFolder(
            ("App.csproj", product.Project(Quiet + "<CapabilityMode>Minimum</CapabilityMode>")),
            ("Program.cs", Program),
            (".editorconfig", """
                root = true
                [*.cs]
                dotnet_analyzer_diagnostic.category-Capability.Guards.severity = warning
                dotnet_diagnostic.CAP0024.severity = none
                """));

        var build = consumer.Build().MustSucceed();

        Assert.Equal(["CAP0001", "CAP0002", "CAP0301"], build.Findings.Select(f => f.Id).Order());
    }

    [Fact]
    public void An_unknown_mode_is_reported_once()
    {
        var consumer = product.NewFolder(("App.csproj", product.Project("<CapabilityMode>Stirct</CapabilityMode>")), ("Program.cs", Corrected));

        var build = consumer.Build().MustSucceed();

        // The summary at the end repeats every warning of the build.
        var untilSummary = build.Output.Split("Build succeeded")[0];
        Assert.Equal(1, Regex.Count(untilSummary, "CSC : warning CAP0309: .*Stirct", RegexOptions.Multiline));
    }

    /// Contracts of a library are read from its metadata, private names included; analyzers do not flow, attributes do.
    [Fact]
    public void Contracts_bind_across_projects_and_analyzers_do_not_flow()
    {
        const string Library = """
            using Capability;

            public class Ledger
            {
                public readonly object Gate = new();
                [GuardedBy(nameof(Gate))] public int Total;
                [Requires(nameof(Gate))] public void Post(int amount) => Total += amount;
                int Unchecked() => Total; // CAP0001
            }
            """;
        const string User = """
            var ledger = new Ledger();
            Use(ledger);

            static void Use(Ledger ledger)
            {
                ledger.Post(1); // CAP0011
                lock (ledger.Gate) ledger.Post(2);
                ledger.Total = 3; // CAP0002
            }
            """;
        const string Reference = "<ProjectReference Include=\"../Library/Library.csproj\" />";
        var consumer = product.NewFolder(
            ("Library/Library.csproj", product.Project("<OutputType>Library</OutputType>")),
            ("Library/Ledger.cs", Library),
            ("Checked/Checked.csproj", product.Project(items: Reference)),
            ("Checked/User.cs", User),
            ("Unchecked/Unchecked.csproj", product.ProjectWithoutPackage(items: Reference)),
            ("Unchecked/Plain.cs", User.Replace("var ledger", "[assembly: Capability.NoCapabilityAnalysis]\nvar ledger")));

        var with = consumer.Build("Checked").MustSucceed();
        var without = consumer.Build("Unchecked", "--no-incremental").MustSucceed();

        Assert.Equal(
            ExpectedFindings.Of("Ledger.cs", Library).Concat(ExpectedFindings.Of("User.cs", User)),
            with.Findings.Select(f => (f.File, f.Line, f.Id)));
        // The attribute compiles there, the analyzer is not there: only the library is reported.
        Assert.DoesNotContain(without.Findings, f => f.File == "Plain.cs");
        Assert.Contains("Capability.Analyzers.dll", Analyzers("Checked"));
        Assert.DoesNotContain("Capability.Analyzers.dll", Analyzers("Unchecked"));

        string Analyzers(string project) =>
            consumer.Run("build", project, "-nologo", "-target:ResolveLockFileAnalyzers", "-getItem:Analyzer").MustSucceed().Output;
    }
}

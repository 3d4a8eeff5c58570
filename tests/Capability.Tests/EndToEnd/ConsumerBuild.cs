using System;
using System.Collections.Generic;
using System.Linq;

namespace Capability.Tests.EndToEnd;

/// A user's projects, one for each situation, built once and together: each build of its own would cost as much as all of them.
/// Tests look at what was reported in theirs.
public sealed class ConsumerBuild
{
    /// One finding of each kind: by default a warning, only informative, off, a matter of the memory model, of an annotation.
    internal const string Program = """
        using System;
        using System.Threading;
        using Capability;

        var account = new Account();
        account.Deposit(5);
        Console.WriteLine(account.Balance);

        class Account
        {
            readonly Lock _gate = new();
            readonly object _other = new();
            [GuardedBy(nameof(_gate))] int _balance;
            [WriteGuardedBy(nameof(_gate))] string _owner = "";

            public int Balance => _balance; // CAP0001
            public string Owner => _owner; // strict: CAP0101
            public void Deposit(int amount) => _balance += amount; // CAP0002
            public void Open() => Monitor.Enter(this); // CAP0024
            public void Wait() { lock (_gate) Thread.Sleep(1); } // strict: CAP0045
            public void Print()
            {
                Monitor.Enter(_other); // strict: CAP0029
                Console.WriteLine();
                Monitor.Exit(_other);
            }
            [GuardedBy("_gat")] int _typo; // CAP0301
        }
        """;

    internal const string Corrected = """
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

    /// The same two mistakes in two folders.
    private const string Folder = """
        using Capability;

        class FOLDER
        {
            readonly object _gate = new();
            [GuardedBy(nameof(_gate))] int _n;

            public int Read() => _n; // CAP0001
            public void Write() => _n++; // CAP0002
        }
        """;

    internal const string Library = """
        using Capability;

        public class Ledger
        {
            public readonly object Gate = new();
            [GuardedBy(nameof(Gate))] public int Total;
            [Requires(nameof(Gate))] public void Post(int amount) => Total += amount;
            int Unchecked() => Total; // CAP0001
        }
        """;

    internal const string User = """
        var ledger = new Ledger();
        Use(ledger);

        static void Use(Ledger ledger)
        {
            ledger.Post(1); // CAP0011
            lock (ledger.Gate) ledger.Post(2);
            ledger.Total = 3; // CAP0002
        }
        """;

    private const string Suppressed = """
        using System.Diagnostics.CodeAnalysis;
        using Capability;

        new Account().Raise();

        class Account
        {
            readonly object _gate = new();
            [GuardedBy(nameof(_gate))] int _balance;

            [SuppressMessage("Capability.Guards", "CAP0001", Justification = "only shown in a debugger")]
            public override string ToString() => $"{_balance}";

            #pragma warning disable CAP0002 // before any other thread exists
            public void Initialize() => _balance = 1;
            #pragma warning restore CAP0002

            [NoCapabilityAnalysis("not looked at yet")]
            public void Legacy() => _balance++;

            public void Raise() => _balance = DataRace.Allow(_balance, "a hint") + 1; // CAP0002
        }
        """;

    // The compiler's own remarks on the unused field are not what these tests are about.
    private const string Quiet = "<NoWarn>$(NoWarn);CS0169</NoWarn>";

    private const string LibraryReference = "<ProjectReference Include=\"../Library/Library.csproj\" />";

    private readonly List<string> _projects = [];
    private readonly ConsumerFolder _folder;

    public ConsumerBuild(PackedProduct product)
    {
        _folder = product.NewFolder();
        foreach (var mode in new[] { "None", "Minimum", "Default", "Strict", "AllErrors", "Stirct" })
            Add(product, mode, $"<CapabilityMode>{mode}</CapabilityMode>", ("Program.cs", mode == "Stirct" ? Corrected : Program));
        Add(product, "NoMode", "", ("Program.cs", Program));
        Add(product, "Gate", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", ("Program.cs", Program));
        Add(product, "Right", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", ("Program.cs", Corrected));
        Add(product, "Suppressed", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", ("Program.cs", Suppressed));
        Add(product, "Overridden", "<CapabilityMode>Minimum</CapabilityMode>", ("Program.cs", Program), (".editorconfig", """
            root = true
            [*.cs]
            dotnet_analyzer_diagnostic.category-Capability.Guards.severity = warning
            dotnet_diagnostic.CAP0024.severity = none
            """));
        Add(product, "OptedOut", "<OutputType>Library</OutputType>", ("Core/Core.cs", Folder.Replace("FOLDER", "Core")), ("Legacy/Legacy.cs", Folder.Replace("FOLDER", "Legacy")), (".editorconfig", """
            root = true
            [Legacy/**.cs]
            dotnet_analyzer_diagnostic.category-Capability.Guards.severity = none
            """));
        Add(product, "OptedIn", "<OutputType>Library</OutputType><CapabilityMode>None</CapabilityMode>", ("Core/Core.cs", Folder.Replace("FOLDER", "Core")), ("Legacy/Legacy.cs", Folder.Replace("FOLDER", "Legacy")), (".editorconfig", """
            root = true
            [Core/**.cs]
            dotnet_analyzer_diagnostic.category-Capability.Guards.severity = warning
            """));
        Add(product, "Options", "", ("Program.cs", Corrected), ("More.cs", "class More;"), (".editorconfig", """
            root = true
            [*.cs]
            capability_memory_modle = ecma
            [More.cs]
            capability_memory_modle = ecma
            capability_assume_plain_writes_atomic = maybe
            """));
        Add(product, "Logged", "<ErrorLog>findings.sarif,version=2.1</ErrorLog>", ("Program.cs", Program));
        Add(product, "Library", "<OutputType>Library</OutputType>", ("Ledger.cs", Library));
        Add(product, "Checked", LibraryReference, ("User.cs", User));
        Add(product.ProjectWithoutPackage(items: LibraryReference), "Unchecked", ("Plain.cs", User.Replace("var ledger", "[assembly: Capability.NoCapabilityAnalysis]\nvar ledger")));
        _folder.Write("All.slnx", $"<Solution>{string.Concat(_projects.Select(p => $"<Project Path=\"{p}/{p}.csproj\" />"))}</Solution>");
        Result = _folder.Build("All.slnx");
    }

    internal CommandResult Result { get; }

    internal IReadOnlyList<ReportedFinding> FindingsIn(string project) => [.. Result.Findings.Where(f => f.Project == project)];

    internal string PathOf(string relative) => System.IO.Path.Combine(_folder.Folder, relative);

    internal CommandResult Run(params string[] arguments) => _folder.Run(arguments);

    private void Add(PackedProduct product, string name, string lines, params (string Name, string Text)[] files)
    {
        var isItem = lines.StartsWith("<ProjectReference", StringComparison.Ordinal);
        Add(product.Project(isItem ? "" : Quiet + lines, isItem ? lines : ""), name, files);
    }

    private void Add(string project, string name, params (string Name, string Text)[] files)
    {
        _projects.Add(name);
        _folder.Write($"{name}/{name}.csproj", project);
        foreach (var (file, text) in files) _folder.Write($"{name}/{file}", text);
    }
}

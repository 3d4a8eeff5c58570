using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace Capability.Tests.EndToEnd;

/// From code that locks and says nothing of it to annotated code, with nothing but the command line: the proposals are
/// applied until there are none, and what the build says then is what was wrong.
[Collection(nameof(PackedProductTests))]
public class InferenceLoopTests(PackedProduct product)
{
    private const string Before = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Threading;

        var ledger = new Ledger();
        ledger.Add(5);
        Console.WriteLine(ledger.Describe() + ledger.Count);

        class Ledger
        {
            private readonly object _gate = new();
            private readonly List<int> _entries = new();
            private int _count, _total;

            public void Add(int amount)
            {
                lock (_gate)
                {
                    Book(amount);
                    Trim();
                }
            }

            public void Clear()
            {
                lock (_gate)
                {
                    _entries.Clear();
                    _count = 0;
                    _total = 0;
                }
            }

            public string Describe()
            {
                lock (_gate)
                    return _count + (_count == 1 ? " entry, " : " entries, ") + _total;
            }

            public int Count => _count;

            private void Book(int amount)
            {
                _entries.Add(amount);
                _count++;
                Tally(amount);
            }

            private void Tally(int amount) => _total += amount;

            private void Trim()
            {
                Debug.Assert(Monitor.IsEntered(_gate));
                if (_entries.Count > 1000)
                    _entries.RemoveAt(0);
            }
        }
        """;

    private const string After = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Threading;
        using Capability;

        var ledger = new Ledger();
        ledger.Add(5);
        Console.WriteLine(ledger.Describe() + ledger.Count);

        class Ledger
        {
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))]
            private readonly List<int> _entries = new();
            [GuardedBy(nameof(_gate))]
            private int _count;
            [GuardedBy(nameof(_gate))]
            private int _total;

            public void Add(int amount)
            {
                lock (_gate)
                {
                    Book(amount);
                    Trim();
                }
            }

            public void Clear()
            {
                lock (_gate)
                {
                    _entries.Clear();
                    _count = 0;
                    _total = 0;
                }
            }

            public string Describe()
            {
                lock (_gate)
                    return _count + (_count == 1 ? " entry, " : " entries, ") + _total;
            }

            public int Count => _count;

            [Requires(nameof(_gate))]
            private void Book(int amount)
            {
                _entries.Add(amount);
                _count++;
                Tally(amount);
            }

            [Requires(nameof(_gate))]
            private void Tally(int amount) => _total += amount;

            [Requires(nameof(_gate))]
            private void Trim()
            {
                if (_entries.Count > 1000)
                    _entries.RemoveAt(0);
            }
        }
        """;

    [Fact]
    public void The_proposals_come_to_rest_and_the_suspect_is_left()
    {
        var consumer = product.NewFolder(("App.csproj", product.Project()), ("Program.cs", Before));
        var file = Path.Combine(consumer.Folder, "Program.cs");
        consumer.Build().MustSucceed();

        string before, after = Before;
        var rounds = 0;
        do
        {
            before = after;
            consumer.Run("format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", "CAP0201", "CAP0202").MustSucceed();
            after = File.ReadAllText(file).ReplaceLineEndings("\n");
        }
        while (after != before && ++rounds < 5);
        var build = consumer.Build("--no-incremental").MustSucceed();

        Assert.Equal(After.ReplaceLineEndings("\n").Trim(), after.Trim());
        var line = After.ReplaceLineEndings("\n").Split('\n').TakeWhile(l => !l.Contains("Count => _count")).Count() + 1;
        Assert.Equal([("Program.cs", line, "CAP0001")], build.Findings.Select(f => (f.File, f.Line, f.Id)));
    }

    /// A build that does not log informative findings does not pay for them.
    [Fact]
    public void A_plain_build_does_not_run_the_inference()
    {
        var consumer = product.NewFolder(("App.csproj", product.Project("<ReportAnalyzer>true</ReportAnalyzer>")), ("Program.cs", Before));

        var plain = consumer.Build("-v:detailed").MustSucceed();
        var logged = consumer.Build("--no-incremental", "-v:detailed", "-p:ErrorLog=log.sarif").MustSucceed();

        // A hundredth, as a rule: all that is left is to be asked for nothing.
        Assert.InRange(Seconds(plain.Output) * 3, 0, Seconds(logged.Output));
        Assert.Contains("CAP0201", File.ReadAllText(Path.Combine(consumer.Folder, "log.sarif")));

        // As `ReportAnalyzer` has it: seconds, share, analyzer.
        static double Seconds(string output) => double.Parse(
            output.Split('\n').Single(line => line.Contains("Capability.Analyzers.InferenceAnalyzer (")).Trim().TrimStart('<').Split(' ')[0], CultureInfo.InvariantCulture);
    }
}

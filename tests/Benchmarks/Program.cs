using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Capability.Benchmarks;

/// Measures what analyzers cost a build, in processor time of the compiler, as a ratio to the same compilation with an
/// analyzer that does nothing. That analyzer is measured twice: what the two differ by is what a ratio can be off.
internal static class Program
{
    private static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var options = new Queue<string>(arguments);
        int runs = 15, lines = 90_000;
        string repository = ".", only = "";
        string? real = null;
        bool isBrief = false, isTyping = false, isBodies = false;
        while (options.TryDequeue(out var option))
        {
            switch (option)
            {
                case "--repository": repository = options.Dequeue(); break;
                case "--runs": runs = int.Parse(options.Dequeue(), CultureInfo.InvariantCulture); break;
                case "--lines": lines = int.Parse(options.Dequeue(), CultureInfo.InvariantCulture); break;
                case "--only": only = options.Dequeue(); break;
                case "--brief": isBrief = true; break;
                case "--typing": isTyping = true; break;
                case "--bodies": isBodies = true; break;
                case "--experiments": Experiments.Run(); return 0;
                case "--real": real = Path.GetFullPath(options.Dequeue()); break;
                default:
                    Console.Error.WriteLine($"Unknown option {option}. Options: --runs <n>, --lines <n>, --only <plain|guarded|stress, or a part of a body's name>, --real <directory>, --brief, --typing, --bodies, --experiments.");
                    return 2;
            }
        }

        repository = Path.GetFullPath(repository);
        var benchmarks = Path.Combine(repository, "tests", "Benchmarks", "bin");
        var attributes = Path.Combine(repository, "src", "Attributes", "bin", "Release", "net9.0", "Capability.Attributes.dll");
        string Probe(string name) => Path.Combine(benchmarks, "probes", name, $"Probe.{name}.dll");
        var configurations = new (string Name, string[] Analyzers)[]
        {
            ("no analyzer", []),
            ("empty", [Probe("Empty")]),
            ("empty again", [Probe("Empty")]),
            ("every graph", [Probe("Graphs")]),
            ("Capability", [Path.Combine(repository, "src", "Analyzers", "bin", "Release", "netstandard2.0", "Capability.Analyzers.dll")]),
        };

        if (isBrief)
            configurations = configurations.Where(c => c.Name is "empty" or "empty again" or "Capability").ToArray();

        var workspace = Directory.CreateDirectory(Path.Combine(benchmarks, "sources")).FullName;
        var sets = real is not null
            ? [new SourceSet("real", real, [], [], Path.Combine(real, "sources.rsp"))]
            : Enum.GetValues<Variant>().Where(v => only.Length == 0 || isBodies || v.ToString().Equals(only, StringComparison.OrdinalIgnoreCase))
                .Select(v => Generator.Write(Path.Combine(workspace, v.ToString().ToLowerInvariant()), v, lines, attributes)).ToArray();

        var compiler = new Compiler();
        if (isBodies)
        {
            Typing.MeasureBodies(compiler, sets[0], configurations[^1].Analyzers, only, Path.Combine(workspace, "out.dll"));
            return 0;
        }

        foreach (var set in sets)
        {
            if (!isTyping)
                Measure(compiler, set, configurations, runs, Path.Combine(workspace, "out.dll"));
            Typing.Measure(compiler, set, configurations.Where(c => c.Name is "empty" or "Capability"), runs, Path.Combine(workspace, "out.dll"));
        }

        return 0;
    }

    private static void Measure(Compiler compiler, SourceSet set, (string Name, string[] Analyzers)[] configurations, int runs, string output)
    {
        var times = configurations.ToDictionary(c => c.Name, _ => new List<double>());
        var peaks = configurations.ToDictionary(c => c.Name, _ => new List<double>());
        var warnings = 0;
        // One round to fill the caches of the machine; it does not count.
        for (var run = -1; run < runs; run++)
        {
            // Each round begins with another one, so that none is always first after a pause.
            for (var i = 0; i < configurations.Length; i++)
            {
                var (name, analyzers) = configurations[(i + run + 1) % configurations.Length];
                var seconds = compiler.Run(set, analyzers, output);
                warnings = Math.Max(warnings, compiler.Warnings);
                if (run < 0)
                    continue;
                times[name].Add(seconds);
                peaks[name].Add(compiler.PeakMegabytes);
            }
        }

        var lineCount = set.Files.Sum(f => File.ReadLines(f).Count());
        Console.WriteLine($"{set.Name}: {lineCount} lines in {set.Files.Count} files, {runs} runs, {warnings} findings");
        var empty = Median(times["empty"]);
        foreach (var (name, _) in configurations)
        {
            var ratios = times[name].Zip(times["empty"], (t, e) => t / e).ToList();
            Console.WriteLine($"  {name,-12} {Median(times[name]),7:F3} s  {Median(times[name]) / empty,6:F3} of empty, by rounds {Quantile(ratios, 0.25):F3} to {Quantile(ratios, 0.75):F3}  {Median(peaks[name]),6:F0} MB");
        }
    }

    internal static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    internal static double Quantile(IEnumerable<double> values, double quantile)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            return double.NaN;
        var position = quantile * (sorted.Length - 1);
        int below = (int)position, above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}

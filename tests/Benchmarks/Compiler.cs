using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace Capability.Benchmarks;

/// The compiler of the installed SDK with the reference assemblies of its packs, started anew for each run: no server, so
/// that nothing is warm that was cold before.
internal sealed class Compiler
{
    private readonly string _csc;
    private readonly string[] _references;

    public Compiler()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        _csc = Path.Combine(Newest(Path.Combine(root, "sdk")), "Roslyn", "bincore", "csc.dll");
        var pack = Newest(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"));
        _references = System.IO.Directory.GetFiles(System.IO.Directory.GetDirectories(Path.Combine(pack, "ref")).Single(), "*.dll");
        Array.Sort(_references, StringComparer.Ordinal);
    }

    /// The folder of the compiler itself.
    public string Directory => Path.GetDirectoryName(_csc)!;

    /// Writes what the compiler is told.
    public string WriteResponse(SourceSet sources, IEnumerable<string> analyzers, string output)
    {
        var response = Path.Combine(Path.GetDirectoryName(output)!, "compile.rsp");
        var lines = new List<string> { "-nologo", "-deterministic+", "-target:library", "-unsafe+", "-debug:portable", $"-out:\"{output}\"" };
        lines.AddRange(analyzers.Select(a => $"-analyzer:\"{a}\""));
        if (sources.ResponseFile is { } own)
            lines.Add($"@\"{own}\"");
        else
        {
            lines.AddRange(["-nostdlib+", "-langversion:latest", "-nowarn:CS0067,CS0169,CS0649,CS0414,CS1998,CS8632"]);
            lines.AddRange(_references.Concat(sources.References).Select(r => $"-reference:\"{r}\""));
            lines.AddRange(sources.Files.Select(f => $"\"{f}\""));
        }
        File.WriteAllLines(response, lines);
        return response;
    }

    /// Compiles a source set with these analyzers and returns the processor time in seconds.
    public double Run(SourceSet sources, IEnumerable<string> analyzers, string output)
    {
        var response = WriteResponse(sources, analyzers, output);
        var start = new ProcessStartInfo("dotnet", ["exec", _csc, "-noconfig", "@" + response]) { WorkingDirectory = sources.Directory };
        var time = CpuTime.Of(start, out var exitCode, out var messages, out var peak);
        PeakMegabytes = peak / 1_000_000.0;
        if (exitCode != 0)
            throw new InvalidOperationException($"{sources.Name} does not compile:\n{string.Join("\n", messages.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Take(20))}");
        Warnings = messages.Split('\n').Count(l => l.Contains(": warning CAP", StringComparison.Ordinal));
        if (messages.Contains("AD0001", StringComparison.Ordinal))
            throw new InvalidOperationException("The analyzer failed:\n" + messages);
        return time.TotalSeconds;
    }

    /// How many of our warnings the last run had.
    public int Warnings { get; private set; }

    /// The most memory that the compiler had in the last run.
    public double PeakMegabytes { get; private set; }

    private static string Newest(string directory) => System.IO.Directory.GetDirectories(directory)
        .OrderBy(d => Version.TryParse(Path.GetFileName(d).Split('-')[0], out var version) ? version : new Version()).Last();
}

/// What is compiled: files with their references, or somebody's own response file.
internal sealed record SourceSet(string Name, string Directory, IReadOnlyList<string> Files, IReadOnlyList<string> References, string? ResponseFile = null);

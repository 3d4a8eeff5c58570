using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Capability.Tests.Harness;

/// What one run over a case file found.
internal sealed record CaseRun(ImmutableArray<Diagnostic> Findings, ImmutableArray<Diagnostic> CompileErrors);

/// The case files of this assembly, by their path below `Cases/`, each parsed and run at most once.
internal static class CaseStore
{
    private const string Prefix = "Cases/";
    private const string LibrarySuffix = ".library.cs";

    private static readonly ConcurrentDictionary<string, Lazy<CaseFile>> Files = new();
    private static readonly ConcurrentDictionary<string, Lazy<Task<CaseRun>>> Runs = new();

    /// Files with cases; libraries that cases refer to are not among them.
    public static ImmutableArray<string> Paths { get; } =
    [
        .. typeof(CaseStore).Assembly.GetManifestResourceNames()
            .Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && !n.EndsWith(LibrarySuffix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// What cases are compiled against besides the platform.
    public static ImmutableArray<string> Libraries { get; } =
    [
        .. typeof(CaseStore).Assembly.GetManifestResourceNames()
            .Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(LibrarySuffix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<CaseFile> All => Paths.Select(Get);

    public static CaseFile Get(string path) => Files.GetOrAdd(path, p => new(() => Parse(p))).Value;

    public static Task<CaseRun> RunAsync(string path) => Runs.GetOrAdd(path, p => new(() => RunAsync(Get(p), null))).Value;

    public static async Task<CaseRun> RunAsync(CaseFile file, Func<AnalysisSettings, AnalysisSettings>? change)
    {
        var settings = SettingsOf(file);
        settings = change?.Invoke(settings) ?? settings;
        var compilation = Analysis.Compile([new SourceFile(file.Path, file.Text)], settings);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        return new CaseRun(await Analysis.RunAsync(compilation, settings).ConfigureAwait(false), [.. errors]);
    }

    public static AnalysisSettings SettingsOf(CaseFile file) => new()
    {
        Enabled = file.Enabled,
        FileOptions = file.FileOptions,
        GlobalOptions = file.GlobalOptions,
        AdditionalFiles = file.AdditionalFiles,
        References = References.Default.AddRange(file.Libraries.Select(Library)),
    };

    public static string ReadText(string path)
    {
        var assembly = typeof(CaseStore).Assembly;
        string resource = assembly.GetManifestResourceNames().Single(n => n.Replace('\\', '/') == Prefix + path);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static CaseFile Parse(string path)
    {
        var file = CaseFile.Parse(ReadText(path), path);
        // Libraries are named relative to the file that refers to them.
        string folder = Path.GetDirectoryName(path)!.Replace('\\', '/');
        return file with { Libraries = [.. file.Libraries.Select(l => folder.Length == 0 ? l : folder + "/" + l)] };
    }

    private static MetadataReference Library(string path) =>
        Analysis.CompileToMetadata(Path.GetFileNameWithoutExtension(path), [new SourceFile(path, ReadText(path))]);
}

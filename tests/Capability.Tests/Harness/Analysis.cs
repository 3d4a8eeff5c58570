using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Capability.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.Harness;

internal sealed record SourceFile(string Path, string Text);

/// An exception left the analyzer. The compiler would turn it into a warning; here it is a defect.
internal sealed class AnalyzerCrashException(string message) : Exception(message);

/// Compiles sources and runs the product's analyzers over them, as a build does.
internal static class Analysis
{
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Collections.Concurrent;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using System.Diagnostics;
        global using System.Diagnostics.CodeAnalysis;
        global using System.Runtime.CompilerServices;
        global using Capability;
        """;

    public static CSharpParseOptions ParseOptions { get; } = new(
        LanguageVersion.Latest, DocumentationMode.Parse, preprocessorSymbols: ["DEBUG", "TRACE", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// The ids the analyzer reports today. Expectations of other ids wait for their rule.
    public static ImmutableDictionary<string, DiagnosticDescriptor> Supported { get; } =
        new CapabilityAnalyzer().SupportedDiagnostics.Concat(new InferenceAnalyzer().SupportedDiagnostics).ToImmutableDictionary(d => d.Id);

    public static Task<ImmutableArray<Diagnostic>> RunAsync(string source, AnalysisSettings? settings = null) =>
        RunAsync([new SourceFile("Case.cs", source)], settings);

    public static Task<ImmutableArray<Diagnostic>> RunAsync(IEnumerable<SourceFile> sources, AnalysisSettings? settings = null) =>
        RunAsync(Compile(sources, settings), settings);

    /// The analyzer's diagnostics by place, those that a pragma suppresses left out.
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, AnalysisSettings? settings = null)
    {
        settings ??= AnalysisSettings.Default;
        var (analysis, crashes) = Attach(compilation, settings);
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(settings.Cancellation).ConfigureAwait(false);
        ThrowIfAny(crashes);
        return [.. InOrder(diagnostics)];
    }

    /// The analyzer attached to a compilation, for a host that asks piece by piece; crashes gather in the queue.
    public static (CompilationWithAnalyzers Analysis, ConcurrentQueue<string> Crashes) Attach(Compilation compilation, AnalysisSettings settings)
    {
        var crashes = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            settings.ToAnalyzerOptions(),
            onAnalyzerException: (exception, _, diagnostic) => crashes.Enqueue(diagnostic.GetMessage() + Environment.NewLine + exception),
            concurrentAnalysis: settings.IsConcurrent,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: null);
        return (compilation.WithAnalyzers([new CapabilityAnalyzer(settings.IsInterestOn), new InferenceAnalyzer(settings.IsInterestOn)], options), crashes);
    }

    public static void ThrowIfAny(ConcurrentQueue<string> crashes)
    {
        if (!crashes.IsEmpty)
            throw new AnalyzerCrashException(string.Join(Environment.NewLine, crashes));
    }

    public static CSharpCompilation Compile(IEnumerable<SourceFile> sources, AnalysisSettings? settings = null)
    {
        settings ??= AnalysisSettings.Default;
        var trees = sources.Append(new SourceFile("GlobalUsings.cs", GlobalUsings))
            .Select(s => CSharpSyntaxTree.ParseText(SourceText.From(s.Text, System.Text.Encoding.UTF8), ParseOptions, s.Path)).ToArray();
        bool isProgram = trees.Any(t => ((CompilationUnitSyntax)t.GetRoot()).Members.Any(m => m is GlobalStatementSyntax));
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: settings.Nullable,
            specificDiagnosticOptions: settings.Enabled.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn)));
        return CSharpCompilation.Create("Cases", trees, settings.References, options);
    }

    /// Compiles sources to an assembly without keeping them, so that only metadata is left.
    public static MetadataReference CompileToMetadata(string name, IEnumerable<SourceFile> sources, AnalysisSettings? settings = null)
    {
        using var image = new MemoryStream();
        var result = Compile(sources, settings).WithAssemblyName(name).Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException($"{name} does not compile: {string.Join(Environment.NewLine, result.Diagnostics)}");
    }

    public static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
        .ThenBy(d => d.Location.SourceSpan.Start)
        .ThenBy(d => d.Location.SourceSpan.End)
        .ThenBy(d => d.Id, StringComparer.Ordinal)
        .ThenBy(d => d.GetMessage(), StringComparer.Ordinal);
}

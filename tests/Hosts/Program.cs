using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Capability.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Hosts;

/// Compiles documents with the Roslyn this program was built with, as far as that knows the language, and runs the
/// analyzer over them. Reads a request from standard input and writes an answer to standard output, both JSON.
internal static class Program
{
    private static async Task Main()
    {
        var request = JsonSerializer.Deserialize<Request>(await Console.In.ReadToEndAsync())!;
        var parse = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: request.Symbols);
        var trees = request.Documents
            .Select(d => CSharpSyntaxTree.ParseText(SourceText.From(d.Text, Encoding.UTF8), parse, d.Path))
            .Where(t => !t.GetDiagnostics().Any(IsError)).ToList();
        var compilation = CSharpCompilation.Create(
            "Cases",
            trees,
            request.References.Select(r => MetadataReference.CreateFromFile(r)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                specificDiagnosticOptions: request.Enabled.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))));

        // A document this compiler cannot bind leaves, and may take others with it.
        while (compilation.GetDiagnostics().Where(IsError).Select(d => d.Location.SourceTree).Where(t => t is not null).Distinct().ToArray() is { Length: > 0 } broken)
            compilation = compilation.RemoveSyntaxTrees(broken!);

        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty),
            (exception, _, _) =>
            {
                lock (crashes)
                    crashes.Add(exception.ToString());
            },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var analyzers = ImmutableArray.Create<DiagnosticAnalyzer>(new CapabilityAnalyzer(), new InferenceAnalyzer());
        var findings = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        var answer = new Answer(
            typeof(Compilation).Assembly.GetName().Version!.ToString(3),
            [.. compilation.SyntaxTrees.Select(t => t.FilePath)],
            [.. findings.Select(d => $"{d.Location.GetLineSpan()}: {d.Id}: {d.GetMessage()}").Order(StringComparer.Ordinal)],
            [.. crashes]);
        using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, answer);
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}

/// What a host is asked.
internal sealed record Request(string[] References, string[] Symbols, string[] Enabled, Document[] Documents);

internal sealed record Document(string Path, string Text);

/// What a host answers: its Roslyn, the documents it could compile, and what was found in them.
internal sealed record Answer(string Roslyn, string[] Compiled, string[] Findings, string[] Crashes);

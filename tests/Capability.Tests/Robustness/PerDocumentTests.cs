using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Capability.Tests.Robustness;

/// An editor asks document by document, in the order in which they are opened, and often about one alone. It is told what
/// the build tells, but for ids that only the end of a compilation knows.
public sealed class PerDocumentTests
{
    private static readonly ImmutableHashSet<string> OnlyAtTheEnd =
        [.. Analysis.Supported.Values.Where(d => d.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)).Select(d => d.Id)];

    private const int PartCount = 16;

    public static TheoryData<int> Parts => [.. Enumerable.Range(0, PartCount)];

    /// Each question costs what a compilation costs once (in an editor that is one edit), so the programs are small ones.
    [Theory, MemberData(nameof(Parts))]
    public async Task Documents_one_by_one_find_what_the_build_finds(int part)
    {
        var compilation = Analysis.Compile([.. Corpus.Files.Where((_, i) => i % PartCount == part).SelectMany(f => f)], Corpus.Settings);
        var build = (await Analysis.RunAsync(compilation, Corpus.Settings)).ToLookup(d => d.Location.SourceTree);
        var (analysis, crashes) = Analysis.Attach(compilation, Corpus.Settings);
        foreach (var tree in compilation.SyntaxTrees.Reverse())
            Corpus.AssertSame(Local(build[tree]), Local(await InDocumentAsync(analysis, tree)));
        Analysis.ThrowIfAny(crashes);
    }

    [Fact]
    public async Task A_document_opened_first_finds_what_the_build_finds()
    {
        var compilation = Analysis.Compile(Corpus.Documents, Corpus.Settings);
        var build = (await Analysis.RunAsync(compilation, Corpus.Settings)).ToLookup(d => d.Location.SourceTree);
        int step = System.Math.Max(1, Corpus.Documents.Length / 12);
        for (int i = 0; i < Corpus.Documents.Length; i += step)
        {
            var tree = compilation.SyntaxTrees[i];
            var (analysis, crashes) = Analysis.Attach(compilation, Corpus.Settings);
            Corpus.AssertSame(Local(build[tree]), Local(await InDocumentAsync(analysis, tree)));
            Analysis.ThrowIfAny(crashes);
        }
    }

    /// While a method is being edited, an editor may ask about its lines only: nothing may be found elsewhere or twice.
    [Fact]
    public async Task A_part_of_a_document_finds_its_part_of_what_the_build_finds()
    {
        var compilation = Analysis.Compile(Corpus.Documents, Corpus.Settings);
        var build = (await Analysis.RunAsync(compilation, Corpus.Settings)).ToLookup(d => d.Location.SourceTree);
        var (analysis, crashes) = Analysis.Attach(compilation, Corpus.Settings);
        foreach (var tree in compilation.SyntaxTrees.Take(40))
        {
            var model = compilation.GetSemanticModel(tree);
            var span = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().LastOrDefault()?.Span;
            if (span is null)
                continue;
            var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, span, default);
            Corpus.AssertSame(
                Local(build[tree].Where(d => span.Value.Contains(d.Location.SourceSpan))),
                Local(found.Where(d => span.Value.Contains(d.Location.SourceSpan))));
        }

        Analysis.ThrowIfAny(crashes);
    }

    private static async Task<IEnumerable<Diagnostic>> InDocumentAsync(CompilationWithAnalyzers analysis, SyntaxTree tree)
    {
        var syntactic = await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, default);
        var semantic = await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(tree), null, default);
        return syntactic.Concat(semantic).Where(d => d.Location.SourceTree == tree);
    }

    private static string[] Local(IEnumerable<Diagnostic> findings) => Corpus.Describe(findings.Where(d => !OnlyAtTheEnd.Contains(d.Id) && !d.Properties.ContainsKey(Capability.Analyzers.Diagnostics.FixProperties.IsAtTheEnd)));
}

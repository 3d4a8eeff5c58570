using System;
using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Robustness;

/// What is found depends on the program only: not on the order of its documents, on hashing, or on who runs first.
public sealed class DeterminismTests
{
    private const int Runs = 10;

    /// Nor does it depend on what else is in the program, so most runs need only some of the files, others each time. Proposals
    /// do: a name that is in too many documents is not followed.
    [Fact]
    public async Task Order_and_concurrency_and_other_files_change_nothing()
    {
        var expected = (await Analysis.RunAsync(Corpus.Documents, Corpus.Settings with { IsConcurrent = false })).ToLookup(d => d.Location.SourceTree?.FilePath);
        for (int run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var documents = Corpus.Files.Where(_ => run == 0 || random.Next(3) == 0).SelectMany(f => f).ToArray();
            random.Shuffle(documents);
            var found = await Analysis.RunAsync(documents, Corpus.Settings with { IsConcurrent = run % 2 == 0 });
            Corpus.AssertSame(
                Corpus.Describe(documents.SelectMany(d => expected[d.Path]).Where(d => run == 0 || !IsProposal(d))), Corpus.Describe(found.Where(d => run == 0 || !IsProposal(d))));
        }
    }

    private static bool IsProposal(Diagnostic finding) => finding.Id.StartsWith("CAP02", StringComparison.Ordinal);

    /// Users compile against reference assemblies, some tools against the run time's own, whose private members show.
    [Fact]
    public async Task Implementation_assemblies_change_nothing()
    {
        string[] expected = Corpus.Describe(await Analysis.RunAsync(Corpus.Documents, Corpus.Settings));
        var settings = Corpus.Settings with { References = References.Load(References.RuntimePaths).Add(References.Attributes) };
        Corpus.AssertSame(expected, Corpus.Describe(await Analysis.RunAsync(Corpus.Documents, settings)));
    }

    /// The corpus is a fair sample: most cases are in it, and all of it compiles.
    [Fact]
    public void The_corpus_is_most_of_the_cases_and_compiles()
    {
        Assert.True(Corpus.Documents.Length * 2 > CaseStore.All.Sum(f => f.Cases.Length));
        Assert.DoesNotContain(
            Analysis.Compile(Corpus.Documents, Corpus.Settings).GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
    }
}

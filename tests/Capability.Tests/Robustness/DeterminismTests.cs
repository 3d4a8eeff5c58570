using System;
using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.Robustness;

/// What is found depends on the program only: not on the order of its documents, on hashing, or on who runs first.
public sealed class DeterminismTests
{
    private const int Runs = 4;

    [Fact]
    public async Task Order_and_concurrency_change_nothing()
    {
        string[] expected = Corpus.Describe(await Analysis.RunAsync(Corpus.Documents, Corpus.Settings with { IsConcurrent = false }));
        for (int run = 0; run < Runs; run++)
        {
            var documents = Corpus.Documents.ToArray();
            new Random(run).Shuffle(documents);
            var found = await Analysis.RunAsync(documents, Corpus.Settings with { IsConcurrent = run % 2 == 0 });
            Corpus.AssertSame(expected, Corpus.Describe(found));
        }
    }

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
            Analysis.Compile(Corpus.Documents, Corpus.Settings).GetDiagnostics(), d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }
}

using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Capability.Tests.Robustness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Interest;

/// A body that is left out would have produced no finding: over all cases the findings are the same with Interest off.
public sealed class InterestEquivalenceTests
{
    public static TheoryData<string> Files => [.. CaseStore.Paths];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_of_cases(string path)
    {
        var file = CaseStore.Get(path);
        var with = await CaseStore.RunAsync(path);
        var without = await CaseStore.RunAsync(file, settings => settings with { IsInterestOn = false });
        Corpus.AssertSame(Corpus.Describe(without.Findings), Corpus.Describe(with.Findings));
    }

    /// Alone, a case has fewer words around it that could make its bodies interesting by chance.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_case_alone(string path)
    {
        foreach (var document in Corpus.Documents.Where(d => d.Path.StartsWith(path + "/", System.StringComparison.Ordinal)))
        {
            var compilation = Analysis.Compile([document], Corpus.Settings);
            var with = await Analysis.RunAsync(compilation, Corpus.Settings);
            var without = await Analysis.RunAsync(compilation, Corpus.Settings with { IsInterestOn = false });
            Corpus.AssertSame(Corpus.Describe(without), Corpus.Describe(with));
        }
    }

    /// Members that no annotation speaks of: what makes their bodies matter are the names of the models.
    [Theory]
    [InlineData("CAP0011", "readonly object _o = new(); public void M() { lock (_o) { } Monitor.Wait(_o); }")]
    [InlineData("CAP0011", "readonly object _o = new(); public void M() { lock (_o) { } System.Threading.Monitor.Pulse(_o); }")]
    [InlineData("CAP0011", "readonly object _o = new(); public void M() { lock (_o) { } M2.Wait(_o); }")]
    [InlineData("CAP0011", "readonly object _o = new(); public void M() { lock (_o) { } Wait(_o, 5); }")]
    [InlineData("CAP0024", "public void M(object o) { Monitor.Enter(o); }")]
    [InlineData("CAP0024", "readonly ReaderWriterLockSlim _r = new(); public void M() => _r.EnterReadLock();")]
    [InlineData("CAP0027", "readonly Lock _l = new(); public void M() => _l.EnterScope();")]
    [InlineData("CAP0024", "SpinLock _s; public void M() { var t = false; _s.Enter(ref t); }")]
    [InlineData("CAP0032", "readonly object _o = new(); public IEnumerable<int> M() { lock (_o) yield return 1; }")]
    [InlineData("CAP0032", "readonly object _o = new(); public IEnumerable<int> M() { lock (_o) { Inner(); } IEnumerable<int> Inner() { lock (_o) yield return 1; } yield break; }")]
    [InlineData("", "public void M() { var m = new Mutex(true); }")]
    [InlineData("", "readonly Mutex _m = new(true); public void M() { _m.WaitOne(); }")]
    [InlineData("", "readonly SemaphoreSlim _s = new(1); public void M() { _s.Wait(); }")]
    public async Task A_body_without_annotations(string expected, string members)
    {
        var source = $"using static System.Threading.Monitor;\nusing M2 = System.Threading.Monitor;\nclass C {{ {members} }}";
        var with = await Analysis.RunAsync(source, AnalysisSettings.Default);
        var without = await Analysis.RunAsync(source, AnalysisSettings.Default with { IsInterestOn = false });
        Corpus.AssertSame(Corpus.Describe(without), Corpus.Describe(with));
        Assert.Equal(expected, string.Join(",", with.Where(d => d.Severity == DiagnosticSeverity.Warning).Select(d => d.Id)));
    }
}

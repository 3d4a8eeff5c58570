using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Capability.Tests.Robustness;
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
            var with = await Analysis.RunAsync([document], Corpus.Settings);
            var without = await Analysis.RunAsync([document], Corpus.Settings with { IsInterestOn = false });
            Corpus.AssertSame(Corpus.Describe(without), Corpus.Describe(with));
        }
    }

    /// Only members that no annotation speaks of: what makes their bodies matter are the names of the models.
    [Theory]
    [InlineData("void M(object o) => Monitor.Wait(o);")]
    [InlineData("void M(object o) => System.Threading.Monitor.Pulse(o);")]
    [InlineData("void M(object o) { Monitor.Enter(o); }")]
    [InlineData("void M() { var m = new Mutex(true); }")]
    [InlineData("readonly Mutex _m = new(true); void M() { _m.WaitOne(); }")]
    [InlineData("readonly SemaphoreSlim _s = new(1); void M() { _s.Wait(); }")]
    [InlineData("readonly ReaderWriterLockSlim _r = new(); void M() => _r.EnterReadLock();")]
    [InlineData("readonly Lock _l = new(); void M() { var s = _l.EnterScope(); }")]
    [InlineData("SpinLock _s; void M() { var t = false; _s.Enter(ref t); }")]
    [InlineData("readonly object _o = new(); IEnumerable<int> M() { lock (_o) yield return 1; }")]
    public async Task A_body_without_annotations(string members)
    {
        var source = $"class C {{ {members} }}";
        var with = await Analysis.RunAsync(source, AnalysisSettings.Default);
        var without = await Analysis.RunAsync(source, AnalysisSettings.Default with { IsInterestOn = false });
        Corpus.AssertSame(Corpus.Describe(without), Corpus.Describe(with));
    }
}

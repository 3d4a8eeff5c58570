using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.Rules;

/// What a person reads: the state, the lock as it would be written here, and the nearest one that is held.
public sealed class MessageTests
{
    [Theory]
    [InlineData("void M() { _n++; }", "Writing '_n' needs '_gate' held exclusively")]
    [InlineData("int M() => _n;", "Reading '_n' needs '_gate'")]
    [InlineData("void M(C other) { lock (other._gate) _n++; }", "Writing '_n' needs '_gate' held exclusively; 'other._gate' is held instead")]
    [InlineData("void M(C other) { lock (_gate) other._n++; }", "Writing 'other._n' needs 'other._gate' held exclusively; '_gate' is held instead")]
    [InlineData("void M(bool b) { if (b) Monitor.Enter(_gate); _n++; if (b) Monitor.Exit(_gate); }", "Writing '_n' needs '_gate' held exclusively; it is held on some paths only")]
    [InlineData("void M(int i) { lock (At(i)._gate) At(i)._n++; } C At(int i) => new();", "Writing 'At(i)._n' needs 'At(i)._gate' held exclusively; 'At(i)._gate' is held, but need not be the same object")]
    [InlineData("int M() { _rw.EnterReadLock(); try { return ++_m; } finally { _rw.ExitReadLock(); } }", "Writing '_m' needs '_rw' held exclusively; it is held shared")]
    public async Task A_message_names_what_is_missing_and_what_is_held(string member, string message)
    {
        var findings = await Analysis.RunAsync(
            $$"""
            class C
            {
                readonly object _gate = new();
                readonly ReaderWriterLockSlim _rw = new();
                [GuardedBy(nameof(_gate))] int _n;
                [GuardedBy(nameof(_rw))] int _m;
                {{member}}
            }
            """);

        Assert.Equal(message, Assert.Single(findings).GetMessage());
    }

    /// An editor asks about one document, at any moment: the name is judged before the code around it compiles.
    [Theory]
    [InlineData("[GuardedBy(\"_gat\")] int _n;", "The capability '_gat' cannot be resolved: there is no such name here; did you mean '_gate'?")]
    [InlineData("[GuardedBy(\"_gat\")] int _n; void M() { _n = ", "The capability '_gat' cannot be resolved: there is no such name here; did you mean '_gate'?")]
    [InlineData("[Requires(\"_gate\", \"_gaet\")] void M() { N(; ", "The capability '_gaet' cannot be resolved: there is no such name here; did you mean '_gate'?")]
    [InlineData("[GuardedBy(\"_gate\")] int _n; void M() { lock (_gate) _n", "")]
    public async Task A_name_is_judged_while_it_is_typed(string half, string message)
    {
        var settings = AnalysisSettings.Default;
        var compilation = Analysis.Compile([new SourceFile("Open.cs", "class C { readonly object _gate = new(); " + half), new SourceFile("Other.cs", "class D { [GuardedBy(\"x\")] int _n; }")], settings);
        var (analysis, crashes) = Analysis.Attach(compilation, settings);

        var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), null, default);

        Analysis.ThrowIfAny(crashes);
        Assert.Equal(message, found.FirstOrDefault(d => d.Id == "CAP0301" && d.Location.SourceTree!.FilePath == "Open.cs")?.GetMessage() ?? "");
        Assert.All(found, d => Assert.Equal("Open.cs", d.Location.SourceTree!.FilePath));
    }
}

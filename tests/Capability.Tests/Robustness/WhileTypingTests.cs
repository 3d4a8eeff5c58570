using System.Linq;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Xunit;

namespace Capability.Tests.Robustness;

/// Names inside the strings of attributes, judged in an editor.
public sealed class WhileTypingTests
{
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

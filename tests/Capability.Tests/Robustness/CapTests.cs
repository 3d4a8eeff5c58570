using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Capability.Analyzers.Dataflow.Graph;
using Capability.Analyzers.Interest;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Robustness;

/// Bodies past a cap are silent, those below it and those beside them are judged.
public sealed class CapTests
{
    /// All flags open the same lock at once: the worlds are as many as there may be, and each knows every flag.
    [Fact]
    public async Task Worlds_that_know_too_much()
    {
        const int flags = 250;
        var text = new StringBuilder("_n++;\n");
        for (var i = 0; i < flags; i++)
            text.Append($"var b{i} = p[{i}]; if (b{i}) Monitor.Enter(_other);\n");
        for (var i = flags - 1; i >= 0; i--)
            text.Append($"if (b{i}) {{ lock (_gate) _n += {i}; Monitor.Exit(_other); }}\n");
        Assert.Equal("", await FindingsIn(text.ToString()));
    }

    /// Each statement of a block is paid for by all that is known there.
    [Theory]
    [InlineData(200, "CAP0002")]
    [InlineData(2_000, "")]
    public async Task Facts_that_every_statement_looks_at(int flags, string expected)
    {
        var text = new StringBuilder("_n++;\n");
        for (var i = 0; i < flags; i++)
            text.Append($"var b{i} = p[{i}];\n");
        text.Append("Monitor.Enter(_gate);\n");
        for (var i = 0; i < flags; i++)
            text.Append($"if (b{i}) _n += {i};\n");
        Assert.Equal(expected, await FindingsIn(text.Append("Monitor.Exit(_gate);\n").ToString()));
    }

    [Theory]
    [InlineData(GiganticBodies.MaxCases - 1, "CAP0002")]
    [InlineData(GiganticBodies.MaxCases + 1, "")]
    public async Task Cases_of_a_switch_expression(int arms, string expected) =>
        Assert.Equal(expected, await FindingsIn("_n = p.Length switch { " + string.Concat(Enumerable.Range(0, arms - 1).Select(i => $"{i} => {i}, ")) + "_ => 0 };"));

    [Fact]
    public async Task Cases_of_a_switch() => Assert.Equal(
        "", await FindingsIn("switch (p.Length) { " + string.Concat(Enumerable.Range(0, GiganticBodies.MaxCases + 1).Select(i => $"case {i}: _n++; break; ")) + "}"));

    [Theory]
    [InlineData(GiganticBodies.MaxNesting - 10, "CAP0002")]
    [InlineData(GiganticBodies.MaxNesting, "")]
    public async Task Else_after_else(int tests, string expected) => Assert.Equal(
        expected, await FindingsIn(string.Concat(Enumerable.Range(0, tests).Select(i => $"if (p.Length == {i}) p[0] = true; else ")) + "_n--;"));

    [Fact]
    public void Effort_ends_where_it_says()
    {
        var effort = new Effort(10);
        Assert.True(effort.Spend(4) && effort.Spend(6));
        Assert.False(effort.Spend(1));
        Assert.False(effort.Spend(0));
    }

    /// What is found in the body, and that the body beside it is judged.
    private static async Task<string> FindingsIn(string body)
    {
        var findings = await TimeLimit.RunAsync($$"""
            class C
            {
                readonly object _gate = new(), _other = new();
                [GuardedBy(nameof(_gate))] int _n;
                void Beside() => _n--;
                void M(bool[] p)
                {
                    {{body}}
                }
            }
            """);
        var warnings = findings.Where(f => f.Severity == DiagnosticSeverity.Warning).OrderBy(f => f.Location.SourceSpan.Start).Select(f => f.Id).ToList();
        Assert.Equal("CAP0002", warnings.First());
        return string.Join(",", warnings.Skip(1));
    }
}

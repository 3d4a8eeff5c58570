using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Capability.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Robustness;

/// Shapes that no person writes and some generator does: very long, very deep, very many, endless.
public sealed class SpecialSourceTests
{
    private const string Members = """
            readonly object _gate = new();
            [GuardedBy(nameof(_gate))] int _n;
        """;

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("// only a comment")]
    [InlineData("#if NEVER\nclass A { }\n#endif")]
    [InlineData("\0\uFFFF\u200B")]
    public Task Nothing_at_all(string source) => TimeLimit.RunAsync(source);

    [Fact]
    public Task Five_thousand_statements_with_nested_locks() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 1_250; i++)
            text.Append("lock (_gate) { _n++; if (_n > ").Append(i).Append(") { lock (_gate) { _n--; } } }\n");
    }));

    [Fact]
    public Task Two_hundred_conditional_locks() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 200; i++)
            text.Append($"if (p[{i}]) Monitor.Enter(_gate);\n_n++;\nif (p[{i}]) Monitor.Exit(_gate);\n");
    }));

    /// Of two hundred locks each may be held at the end or not: no number of worlds would do.
    [Fact]
    public Task Two_hundred_conditional_locks_that_are_all_open_at_once() => TimeLimit.RunAsync(Conditional(200, text =>
    {
        for (int i = 0; i < 200; i++)
            text.Append($"if (b{i}) Monitor.Enter(_g{i});\n");
        for (int i = 199; i >= 0; i--)
            text.Append($"if (b{i}) Monitor.Exit(_g{i});\n");
    }));

    [Fact]
    public async Task Two_hundred_conditional_locks_one_by_one_are_all_judged()
    {
        var findings = await TimeLimit.RunAsync(Conditional(200, text =>
        {
            for (int i = 0; i < 200; i++)
                text.Append($"if (b{i}) Monitor.Enter(_g{i});\n_n++;\nif (b{i}) Monitor.Exit(_g{i});\n");
        }));
        Assert.Equal(Enumerable.Repeat("CAP0002", 200), findings.Where(f => f.Severity != DiagnosticSeverity.Hidden).Select(f => f.Id));
    }

    [Fact]
    public async Task A_huge_switch_is_judged()
    {
        var findings = await TimeLimit.RunAsync(Body(text =>
        {
            text.Append("switch (p.Length)\n{\n");
            for (int i = 0; i < 1_500; i++)
                text.Append(i % 3 == 0 ? $"case {i}: lock (_gate) _n += {i}; break;\n" : $"case {i}: if (p[0]) goto case {i * 7 % 1_500}; break;\n");
            text.Append("default: _n = 0; break;\n}\n");
        }));
        Assert.Equal(["CAP0002"], findings.Where(f => f.Severity != DiagnosticSeverity.Hidden).Select(f => f.Id));
    }

    [Fact]
    public Task A_switch_expression_of_a_thousand_arms() => TimeLimit.RunAsync(Body(text =>
    {
        text.Append("lock (_gate) _n = p.Length switch\n{\n");
        for (int i = 0; i < 1_000; i++)
            text.Append($"{i} when p[{i}] => _n + {i},\n");
        text.Append("_ => 0,\n};\n");
    }));

    [Fact]
    public Task Lambdas_fifty_deep_within_one_expression() => TimeLimit.RunAsync(Body(text =>
    {
        text.Append("G(").Insert(text.Length, "() => G(", 50).Append("() => _n++").Append(')', 51).Append(";\n");
    }));

    /// Each condition may be correlated with each later one, so what is known must not double with every test.
    [Fact]
    public Task Conditional_locks_on_many_different_flags() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 40; i++)
            text.Append($"bool b{i} = p[{i}]; if (b{i}) Monitor.Enter(_gate);\n");
        text.Append("_n++;\n");
        for (int i = 0; i < 40; i++)
            text.Append($"if (b{i}) Monitor.Exit(_gate);\n");
    }));

    [Fact]
    public Task Three_hundred_locks_inside_each_other() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 300; i++)
            text.Append("lock (_gate) {\n");
        text.Append("_n++;\n").Append('}', 300);
    }));

    [Fact]
    public Task Forty_try_finally_blocks_inside_each_other() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 40; i++)
            text.Append("Monitor.Enter(_gate); try { if (p[0]) return;\n");
        text.Append("_n++;\n");
        for (int i = 0; i < 40; i++)
            text.Append("} finally { Monitor.Exit(_gate); }\n");
    }));

    [Fact]
    public Task Loops_inside_each_other() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 60; i++)
            text.Append($"while (p[{i}]) {{ if (p[{i + 1}]) break; lock (_gate) _n++;\n");
        text.Append('}', 60);
    }));

    [Theory]
    [InlineData("_n + ", "0", "")]
    [InlineData("(_n + ", "0", ")")]
    [InlineData("F(", "_n", ")")]
    [InlineData("p[0] ? _n : ", "0", "")]
    [InlineData("_n > 0 && p[0] || ", "false ? 1 : 0", "")]
    [InlineData("_n = ", "0", "")]
    public Task An_expression_a_thousand_deep(string before, string middle, string after) => TimeLimit.RunAsync(Body(text =>
    {
        text.Append("_n = ").Insert(text.Length, before, 1_000).Append(middle).Insert(text.Length, after, 1_000).Append(";\n");
    }));

    [Theory]
    [InlineData("Me.")]
    [InlineData("Self().")]
    [InlineData("Me!.")]
    [InlineData("Me?.")]
    [InlineData("Next.")]
    public Task A_chain_of_a_thousand_members(string step) => TimeLimit.RunAsync(Body(text =>
        text.Append("lock (").Insert(text.Length, step, 1_000).Append("_gate) ").Insert(text.Length, step == "Me?." ? "Me." : step, 1_000).Append("_n++;\n")));

    [Fact]
    public Task A_path_a_thousand_long() => TimeLimit.RunAsync(
        $$"""
        class A
        {
            public readonly A Next;
            [GuardedBy("{{string.Join(".", Enumerable.Repeat("Next", 1_000))}}")] int _n;
            void M() { lock ({{string.Join(".", Enumerable.Repeat("Next", 1_000))}}) _n++; }
        }
        """);

    [Fact]
    public Task Lambdas_inside_each_other() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 100; i++)
            text.Append($"Action a{i} = () => {{ lock (_gate) _n++;\n");
        for (int i = 99; i >= 0; i--)
            text.Append($"}}; a{i}();\n");
    }));

    [Fact]
    public Task Local_functions_that_call_each_other_in_circles() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 60; i++)
            text.Append($"void L{i}() {{ L{(i + 1) % 60}(); L{(i * 7) % 60}(); _n++; }}\n");
        text.Append("lock (_gate) L0();\n");
    }));

    [Fact]
    public Task Five_hundred_guarded_fields_and_methods() => TimeLimit.RunAsync(Type(text =>
    {
        for (int i = 0; i < 500; i++)
            text.Append($"[GuardedBy(nameof(_gate))] int _f{i}; [Requires(nameof(_gate))] void M{i}() {{ _f{i}++; M{(i + 1) % 500}(); }}\n");
    }));

    [Theory]
    [InlineData("object A => B; object B => A; [GuardedBy(nameof(A))] int _m; void M() { lock (A) _m++; lock (B) _m++; }")]
    [InlineData("object Self => Self; [GuardedBy(nameof(Self))] int _m; void M() { lock (Self) _m++; }")]
    [InlineData("T Next => this.Next.Next; [GuardedBy(\"Next._gate\")] int _m; void M() { lock (Next._gate) _m++; }")]
    [InlineData("object F() => G(); object G() => F(); [GuardedBy(\"F()\")] int _m; void M() { lock (F()) _m++; lock (G()) _m++; }")]
    [InlineData("[ReturnsCapability(nameof(B))] object A => null; [ReturnsCapability(nameof(A))] object B => null; [GuardedBy(nameof(A))] int _m; void M() { lock (B) _m++; }")]
    [InlineData("[AcquiredBefore(nameof(_b))] readonly object _a = new(); [AcquiredBefore(nameof(_a))] readonly object _b = new();")]
    [InlineData("[GuardedBy(nameof(_m))] int _m;")]
    [InlineData("[GuardedBy(nameof(_o))] readonly object _o = new();")]
    public Task Names_that_lead_in_circles(string members) => TimeLimit.RunAsync("class T { readonly object _gate = new(); " + members + " }");

    [Theory]
    [InlineData("class A<X> : A<A<X>> { [GuardedBy(\"_g\")] int _n; object _g; void M() { lock (_g) _n++; } }")]
    [InlineData("class A : B { [GuardedBy(nameof(_g))] int _n; } class B : A { protected readonly object _g; }")]
    [InlineData("interface I : I { [Requires(\"G\")] void M(); object G { get; } }")]
    [InlineData("struct S { S _s; [GuardedBy(\"_s\")] int _n; void M() { _n++; } }")]
    [InlineData("struct S<X> { [Atomic] S<S<X>> _s; }")]
    [InlineData("[SameCapability(\"P.P\", \"P\")] class N { public N P; [GuardedBy(\"P.P.P\")] int _n; void M() { lock (P) _n++; } }")]
    [InlineData("class C<X> where X : C<X> { public X Next; [GuardedBy(\"Next.Next.Gate\")] int _n; public object Gate; void M() { lock (Next.Next.Gate) _n++; } }")]
    [InlineData("class Outer { class Inner : Outer { class Inner2 : Inner { [GuardedBy(\"Outer.Inner.Inner2.G\")] int _n; static object G; } } }")]
    public Task Types_that_lead_in_circles(string source) => TimeLimit.RunAsync(source);

    [Fact]
    public async Task Without_our_attributes_nothing_is_found_and_nothing_fails()
    {
        var settings = AnalysisSettings.Default with { References = References.Platform };
        foreach (var document in Corpus.Documents.Take(20))
            await TimeLimit.RunAsync(document.Text, settings);
    }

    [Fact]
    public async Task Without_the_platform_nothing_fails()
    {
        foreach (var document in Corpus.Documents.Take(20))
        {
            await TimeLimit.RunAsync(document.Text, AnalysisSettings.Default with { References = [] });
            await TimeLimit.RunAsync(document.Text, AnalysisSettings.Default with { References = [References.Attributes] });
        }
    }

    private static string Type(System.Action<StringBuilder> members)
    {
        var text = new StringBuilder("class T\n{\n").Append(Members).Append('\n');
        members(text);
        return text.Append("}\n").ToString();
    }

    /// A body with locals b0, b1, … that are told apart, and fields _g0, _g1, … that are locks.
    private static string Conditional(int count, System.Action<StringBuilder> statements) => Type(text =>
    {
        text.Append("readonly object ").AppendJoin(", ", Enumerable.Range(0, count).Select(i => $"_g{i} = new()")).Append(";\nvoid M(bool[] p)\n{\n");
        for (int i = 0; i < count; i++)
            text.Append($"bool b{i} = p[{i}];\n");
        statements(text);
        text.Append("}\n");
    });

    private static string Body(System.Action<StringBuilder> statements) => Type(text =>
    {
        text.Append("static int F(int n) => n;\nstatic Action G(Action a) => a;\nT Next;\nreadonly T Me;\nT Self() => this;\nvoid M(bool[] p)\n{\n");
        statements(text);
        text.Append("}\n");
    });
}

using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Capability.Tests.Harness;
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
        for (int i = 0; i < 1_000; i++)
            text.Append("lock (_gate) { _n++; if (_n > ").Append(i).Append(") { lock (_gate) { _n--; } } }\n");
    }));

    [Fact]
    public Task Two_hundred_conditional_locks() => TimeLimit.RunAsync(Body(text =>
    {
        for (int i = 0; i < 200; i++)
            text.Append($"if (p[{i}]) Monitor.Enter(_gate);\n_n++;\nif (p[{i}]) Monitor.Exit(_gate);\n");
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
    public Task An_expression_a_thousand_deep(string before, string middle, string after) => TimeLimit.RunAsync(Body(text =>
    {
        text.Append("_n = ").Insert(text.Length, before, 1_000).Append(middle).Insert(text.Length, after, 1_000).Append(";\n");
    }));

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

    private static string Body(System.Action<StringBuilder> statements) => Type(text =>
    {
        text.Append("static int F(int n) => n;\nvoid M(bool[] p)\n{\n");
        statements(text);
        text.Append("}\n");
    });
}

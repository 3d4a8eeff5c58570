using System.Linq;
using Xunit;

namespace Capability.Tests.Interest;

/// Code that uses no annotation: what is still judged, and that everything else is not looked at.
public sealed class UnannotatedCodeTests
{
    [Theory]
    [InlineData("class C { void M(object g) { Monitor.Enter(g); } void N() { Console.WriteLine(); } }", "M")]
    [InlineData("class C { Action<object> _exit = Monitor.Exit; Action<object> _none = null; }", "_exit =")]
    [InlineData("class C { bool P => Monitor.TryEnter(this); bool Q => false; }", "P =>")]
    [InlineData("class C { int P { get { Monitor.Enter(this); return 1; } set { } } }", "P.get")]
    [InlineData("class C { C() { Monitor.Enter(this); } ~C() { Monitor.Exit(this); } static C() { } }", ".C, ~C")]
    [InlineData("class C { int this[int i] { get => 1; set => Monitor.Enter(this); } }", "this[].set")]
    [InlineData("class C { event Action E { add { Monitor.Enter(this); } remove { } } }", "E.add")]
    [InlineData("class C { public static C operator +(C a, C b) { Monitor.Enter(a); return a; } public static implicit operator int(C a) => 1; }", "operator +")]
    [InlineData("class B { public B(bool b) { } } class C() : B(Monitor.TryEnter(typeof(C))) { void M() { } }", "type C")]
    [InlineData("class C { void M() { void Local() => Monitor.Enter(this); Action a = () => { }; } }", "M")]
    [InlineData("class C { void M() { Monitor.@Enter(this); } }", "M")]
    [InlineData("class C { string M() => $\"{Monitor.TryEnter(this)}\"; }", "M")]
    public void A_lock_member_makes_the_body_around_it_matter(string source, string expected) =>
        Assert.Equal(expected, string.Join(", ", InterestCompilation.BodiesOf(source)));

    [Theory]
    [InlineData("class C { /* Enter */ void M() { // Exit\n } string S() => \"Enter\"; }")]
    [InlineData("class C {\n#if NEVER\n void M() { Monitor.Enter(this); }\n#endif\n void N() { } }")]
    [InlineData("class C { void Entered() { } void M() => Entered(); }")]
    [InlineData("class C { void M() { lock (this) { } } }")]
    [InlineData("class C { IEnumerable<int> I() { yield return 1; } void M() { lock (this) { } } }")]
    [InlineData("class C { void M(SemaphoreSlim s) { s.Wait(); s.Release(); } }")]
    [InlineData("class C { char c = '\\u0041'; string s = \"caf\\u00e9\"; void M() { } }")]
    [InlineData("abstract class C { public abstract void Enter(); int Exit { get; set; } extern void TryEnter(); }")]
    public void Comments_strings_and_balanced_forms_do_not(string source) => Assert.Empty(InterestCompilation.BodiesOf(source));

    [Theory]
    [InlineData("class C { void M(Lock.Scope s) { s.Dispose(); } void N(Scope s) { } }", "M")]
    [InlineData("ref struct R { Lock.Scope _s; public void Dispose() => _s.Dispose(); public void N() { } }", "Dispose")]
    [InlineData("class C { void M(Releaser r) { r.Dispose(); } async Task N(Releaser r) { await r.DisposeAsync(); } } class Releaser { }", "M, N")]
    [InlineData("class C { void M(IDisposable d) { d.Dispose(); } } class D { Lazy<Releaser> _r; }", "M")]
    public void Disposing_matters_where_scopes_of_locks_are_declared(string source, string expected) =>
        Assert.Equal(expected, string.Join(", ", InterestCompilation.BodiesOf(source)));

    [Theory]
    [InlineData("using static System.Threading.Lock; class C { void M(Scope s) { s.Dispose(); } }", "M")]
    [InlineData("using L = System.Threading.Lock; class C { void M(L.Scope s) { s.Dispose(); } }", "M")]
    [InlineData("class C { void M(System.IDisposable s) { s.Dispose(); } }", "M", "class D { void N(System.Threading.Lock.Scope s) { } }")]
    [InlineData("class C { void M(Scope s) { s.Dispose(); } }", "M", "global using static System.Threading.Lock;")]
    public void A_scope_may_be_named_elsewhere_or_otherwise(string source, string expected, params string[] others) =>
        Assert.Equal(expected, string.Join(", ", InterestCompilation.Of([source, .. others]).Bodies()));

    [Theory]
    [InlineData("class C : IDisposable { IDisposable _d; public void Dispose() => _d.Dispose(); ~C() { _d.Dispose(); } }")]
    [InlineData("class C { Scope _s; void M() { _s.Dispose(); } } class Scope { public void Dispose() { } }")]
    [InlineData("class C { My.Scope _s; void M() { _s.Dispose(); } } class My { public class Scope { public void Dispose() { } } }")]
    [InlineData("class C { /* Lock.Scope */ IAsyncDisposable _d; async Task M() { await _d.DisposeAsync(); } string S() => \"Releaser\"; }")]
    public void Disposing_anything_else_does_not(string source) => Assert.Empty(InterestCompilation.BodiesOf(source));

    [Theory]
    [InlineData("if (E != null) E(1);", "M")]
    [InlineData("if (E != null) { var e = E; e(1); }", "M")]
    [InlineData("var e = E; if (e != null) e(1); e = E; e(2);", "M")]
    [InlineData("var e = E; if (e != null) e(1);", "")]
    [InlineData("E?.Invoke(1);", "")]
    [InlineData("E += _ => { }; E?.Invoke(1);", "")]
    public void An_event_is_read_twice_by_two_mentions(string body, string expected) =>
        Assert.Equal(expected, string.Join(", ", InterestCompilation.BodiesOf($"class C {{ event Action<int> E; void M() {{ {body} }} }}")));

    [Fact]
    public void A_lock_matters_in_an_iterator() =>
        Assert.Equal(["M"], InterestCompilation.BodiesOf("class C { IEnumerable<int> M() { lock (this) { yield return 1; } } void N() { lock (this) { } } }"));

    [Fact]
    public void Top_level_statements_are_one_body() =>
        Assert.Equal(["top level", "M"], InterestCompilation.BodiesOf("var o = new object(); Monitor.Enter(o); Monitor.Exit(o); class C { void M() => Monitor.Enter(this); void N() { } }"));

    [Theory]
    [InlineData("class C { void M() { Monitor.\\u0045nter(this); } void N() { } }")]
    [InlineData("class C { void M() { Monitor.Ent\u200Der(this); } void N() { } }")]
    public void An_identifier_that_hides_its_letters_makes_the_file_matter(string source) =>
        Assert.Equal(["M", "N"], InterestCompilation.BodiesOf(source));

    [Fact]
    public void A_word_is_found_wherever_the_text_is_cut()
    {
        for (var padding = (1 << 14) - 120; padding < (1 << 14) + 10; padding++)
        {
            var source = new string(' ', padding) + "class C { void M() { System.Threading.Monitor.Enter(this); } void N() { } }";
            Assert.Equal(["M"], InterestCompilation.Of(source).Bodies());
            source = new string(' ', padding) + "class C { void M() { System.Threading.Monitor.En\\u0074er(this); } void N() { } }";
            Assert.Equal(["M", "N"], InterestCompilation.Of(source).Bodies());
        }
    }

    [Fact]
    public void To_have_the_attributes_is_not_to_use_them()
    {
        var compilation = InterestCompilation.Of(
            "class C { void M() { lock (this) { } } bool Held(object o) => CapabilityAssert.Held(o); }", InterestCompilation.Attributes,
            "namespace Capability { public static class CapabilityAssert { [AssertsCapability(\"o\")] public static void Held(object o) { } } }");
        Assert.False(compilation.Interest().UsesAnnotations);
        Assert.Empty(compilation.Bodies());
    }

    [Theory]
    [InlineData("class C { void M( { Monitor.Enter( ")]
    [InlineData("[Requires( class")]
    [InlineData("class C { [GuardedBy(] int } void Enter Exit lock yield")]
    [InlineData("lock yield Enter using new")]
    [InlineData("\\u0045 \\u \\")]
    public void Half_typed_code_is_endured(string source)
    {
        var compilation = InterestCompilation.Of(source, InterestCompilation.Attributes);
        var interest = compilation.Interest();
        foreach (var tree in compilation.SyntaxTrees)
        {
            Assert.False(interest.BodiesOf(tree, default).IsDefault);
            Assert.False(interest.AnnotatedDeclarations(tree).IsDefault);
        }
    }
}

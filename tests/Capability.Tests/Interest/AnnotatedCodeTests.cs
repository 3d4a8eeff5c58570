using System.Linq;
using Capability.Analyzers.Interest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Capability.Tests.Interest;

/// Code with annotations: a body matters when it can touch an annotated member, with or without naming it.
public sealed class AnnotatedCodeTests
{
    private const string Gate = "object _gate = new(); ";

    [Theory]
    [InlineData("class C { object _g; [GuardedBy(nameof(_g))] int _n; void M() { _n++; } void N() { } }", "M")]
    [InlineData("class C { object _g; [GuardedBy(nameof(_g))] int _a, _b = 1; int M() => _b; int N() => 0; }", "_b =, M")]
    [InlineData("class C { object _g; [GuardedBy(nameof(_g))] int P { get; set; } int M() => P; int N() => 0; }", "M")]
    [InlineData("class C { object _g; [Requires(nameof(_g))] void R() { } void M() { R(); } void N() { } }", "R, M")]
    [InlineData("class C { object _g; int P { [Requires(nameof(_g))] get { return 1; } set { } } int M() => P; void N() { } }", "P.get, P.set, M")]
    [InlineData("class C { object _g; [GuardedBy(nameof(_g))] event Action E; void M() => E?.Invoke(); void N() { } }", "M")]
    [InlineData("class C { void R([Requires(\"c\")] Action c) { } void M() => R(null); void N() { } }", "R, M")]
    [InlineData("class C(object g, [GuardedBy(\"g\")] int n) { int M() => n; int N() => 0; }", "M")]
    [InlineData("record C([property: GuardedBy(\"Gate\")] int Value) { public object Gate; int M() => Value; int N() => 0; }", "M")]
    [InlineData("class C { void M(object g) { [Requires(\"g\")] void L() { } } void N() { } }", "M")]
    [InlineData("class C { void M() { lock (this) { } } [Requires(\"this\")] void R() { } void N() { } }", "M, R")]
    [InlineData("class C { void M(SemaphoreSlim s) { s.Wait(); } [Requires(\"this\")] void R() { } void N() { } }", "M, R")]
    [InlineData("class C { [Capability.GuardedByAttribute(\"_g\")] int _n; object _g; void M() { _n++; } void N() { } }", "M")]
    [InlineData("class B { [Requires(\"this\")] public virtual void R() { } } class D : B { public override void R() { } void N() { } }", "R, R")]
    public void The_name_of_an_annotated_member_matters(string source, string expected) => Check(source, expected);

    [Theory]
    [InlineData("class B { [Acquires(\"this\")] public B() { } } class C { object M() => new B(); B N() { B b = new(); return b; } List<int> O() { return null; } }", ".B, M, N")]
    [InlineData("class B { [Acquires(\"this\")] public B() { } } class C : B { C() { } C(int i) : base() { } void M() { } }", ".B, .C, .C")]
    [InlineData("class B { [Requires(\"o\")] public B(object o) { } } class C(object o) : B(o) { void M() { } }", ".B, type C")]
    [InlineData("class B { [Requires(\"this\")] public IEnumerator<int> GetEnumerator() => null; void M() { foreach (var i in this) { } } void N() { } }", "GetEnumerator, M")]
    [InlineData("class B : IDisposable { [Releases(\"this\")] public void Dispose() { } void M(B b) { using (b) { } } void L(B b) { using var c = b; } void N() { } }", "Dispose, M, L")]
    [InlineData("class B { [Requires(\"this\")] public void Deconstruct(out int a, out int b) { a = b = 0; } void M() { var (x, y) = this; } bool L(object o) => o is B(1, 2); void K() { int a; (a, _) = this; } void N() { } }", "Deconstruct, M, L, K")]
    [InlineData("class B { [Requires(\"this\")] public int this[int i] => i; int M() => this[0]; int L(B b) => b?[1] ?? 0; void N() { } }", "this[] =>, M, L")]
    [InlineData("class B { [Requires(\"a\")] public static B operator +(B a, B b) => a; B M(B b) => b + b; void L(B b) { b += b; } void N() { } }", "operator +, M, L")]
    [InlineData("class B { [Requires(\"a\")] public static implicit operator int(B a) => 1; void N() { } }", "operator int, N")]
    [InlineData("class B : List<int> { [Requires(\"this\")] public new void Add(int i) { } object M() => new B { 1 }; B L() => [1]; void N() { } }", "Add, M, L")]
    [InlineData("class B { [Requires(\"this\")] public TaskAwaiterLike GetAwaiter() => null; async Task M() => await this; void N() { } } class TaskAwaiterLike { }", "GetAwaiter, M")]
    public void A_member_that_is_called_without_its_name_contributes_its_syntax(string source, string expected) => Check(source, expected);

    [Theory]
    [InlineData("[Requires(\"o\")] delegate void D(object o); class C { D _d; void M() => _d(1); void N() { } }", "M")]
    [InlineData("[Requires(\"o\")] delegate void D(object o); class C { Dictionary<int, D> _all; void M() { foreach (var d in _all.Values) d(1); } void N() { } }", "M")]
    [InlineData("[Requires(\"o\")] delegate void D(object o); class C { void Register(D d) { } void M() => Register(o => { }); void N() { } }", "Register, M")]
    [InlineData("[Requires(\"o\")] delegate void D(object o); class All : List<D> { } class C { All _all; void M() => _all[0](1); void N() { } }", "M")]
    [InlineData("[Requires(\"o\")] delegate void D(object o); class C { void M(object o) { D d = x => { }; } void N() { } }", "M")]
    public void A_delegate_with_a_contract_is_followed_through_signatures(string source, string expected) => Check(source, expected);

    [Fact]
    public void All_members_of_an_annotated_type_matter_in_every_part() => Check(
        "[ThreadSafe] partial class C { int _n = 1; void M() { } class Nested { void K() { } } } partial class C { int P => 1; } class Other { void N() { } }",
        "_n =, M, P =>");

    [Theory]
    [InlineData("using Guard = Capability.GuardedByAttribute;\nclass C { object _g; [Guard(\"_g\")] int _n; void M() { _n++; } void N() { } }")]
    [InlineData("using GuardAttribute = Capability.GuardedByAttribute;\nclass C { object _g; [Guard(\"_g\")] int _n; void M() { _n++; } void N() { } }")]
    [InlineData("using C0 = Capability;\nclass C { object _g; [C0.GuardedBy(\"_g\")] int _n; void M() { _n++; } void N() { } }")]
    public void An_attribute_is_recognized_under_an_alias(string source) => Assert.Equal(["M"], InterestCompilation.Of(source, InterestCompilation.Attributes).Bodies());

    [Fact]
    public void An_alias_may_be_global() => Assert.Equal(
        ["M"],
        InterestCompilation.BodiesOf("class C { object _g; [Guard(\"_g\")] int _n; void M() { _n++; } void N() { } }", "global using Guard = Capability.GuardedByAttribute;"));

    [Fact]
    public void An_alias_of_a_type_stands_for_its_constructor() => Check(
        "class B { [Acquires(\"this\")] public B() { } } class C { object M() => new S(); void N() { } }", ".B, M", "global using S = B;");

    [Fact]
    public void An_attribute_with_an_escape_in_its_name_is_one() => Assert.Equal(
        ["M"],
        InterestCompilation.BodiesOf("class C { void M() { new D()._n++; } void N() { } }", "class D { [Capability.\\u0047uardedBy(\"_g\")] public int _n; object _g; }"));

    [Fact]
    public void Members_of_another_file_count() => Check(
        "class C { void M(D d) { d.Count++; } void N() { } }", "M", "class D { public object Gate; [Capability.GuardedBy(\"Gate\")] public int Count; }");

    [Theory]
    [InlineData("public class D { public object Gate; [GuardedBy(\"Gate\")] public int Count; }", "class C { void M(D d) { d.Count++; } void N() { } }", "M")]
    [InlineData("public class D { [Requires(\"this\")] public int this[int i] => i; }", "class C { int M(D d) => d[0]; void N() { } }", "M")]
    [InlineData("public class D { public int P { [Requires(\"this\")] get => 1; } }", "class C { int M(D d) => d.P; void N() { } }", "M")]
    [InlineData("public class D { public void R([InvokedInPlace] Action a) { } }", "class C { void M(D d) => d.R(null); void N() { } }", "M")]
    [InlineData("public class D { [Acquires(\"this\")] public D() { } }", "class C { D M() => new(); object L() => new D(); void N() { } }", "M, L")]
    [InlineData("[Requires(\"o\")] public delegate void D(object o); public class E { public D Handler; }", "class C { D _d; void M(E e) => e.Handler(1); void L() => _d(2); void N() { } }", "M, L")]
    [InlineData("public class D { [Requires(\"a\")] public static explicit operator int(D a) => 1; }", "class C { void N() { } }", "N")]
    public void Members_of_a_referenced_assembly_count(string library, string source, string expected)
    {
        using var image = new System.IO.MemoryStream();
        var emitted = InterestCompilation.Of("#pragma warning disable\n" + InterestCompilation.Usings + library, InterestCompilation.Attributes).WithAssemblyName("Library").Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var compilation = InterestCompilation.Of([MetadataReference.CreateFromImage(image.ToArray())], InterestCompilation.Usings + source);
        Assert.True(compilation.Interest().UsesAnnotations);
        Assert.Equal(expected, string.Join(", ", compilation.Bodies()));
    }

    [Fact]
    public void Annotated_declarations_are_the_owners_of_the_attributes()
    {
        var compilation = InterestCompilation.Of(
            InterestCompilation.Usings + "[ThreadSafe] class C { " + Gate + "[Obsolete] int _x; [GuardedBy(\"_gate\"), PtGuardedBy(\"_gate\")] int _n; int P { [Requires(\"_gate\")] get => 1; } void M([Requires(\"_gate\")] Action a) { [Requires(\"_gate\")] void L() { } } }",
            InterestCompilation.Attributes);
        Assert.Equal(
            [SyntaxKind.ClassDeclaration, SyntaxKind.FieldDeclaration, SyntaxKind.GetAccessorDeclaration, SyntaxKind.Parameter, SyntaxKind.LocalFunctionStatement],
            compilation.Interest().AnnotatedDeclarations(compilation.SyntaxTrees.First()).Select(d => d.Kind()));
    }

    private static void Check(string source, string expected, params string[] others) =>
        Assert.Equal(expected, string.Join(", ", InterestCompilation.BodiesOf(source, others)));
}

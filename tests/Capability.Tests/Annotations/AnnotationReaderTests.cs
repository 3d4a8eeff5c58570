using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Tests.Expressions;
using Capability.Tests.LockModels;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Annotations;

/// Which annotations a symbol answers for.
public sealed class AnnotationReaderTests
{
    private static string Kinds(System.Collections.Generic.IEnumerable<Annotation> annotations) => string.Join(" ", annotations.Select(a => a.Kind
        + (a.Capabilities.IsEmpty ? "" : "(" + string.Join(",", a.Capabilities.Select(c => c.Text)) + ")")));

    [Fact]
    public void ArgumentsAreReadFromEveryConstructor()
    {
        var layers = new Layers("""
            [Capability("mutex", Reentrant = true, ThreadAffine = true)] class K { }
            class C
            {
                [Requires] void A() { }
                [Requires("a")] void B() { }
                [Requires("a", "b")] void D() { }
                [Requires(typeof(K))] void E() { }
                [Requires(typeof(K), "a", "b")] void F() { }
                [TryAcquires(false, "a", When = "taken")] bool G(ref bool taken) => true;
                [Acquires("a", If = "!p")] void H(bool p) { }
                [DataRacy("hint")] int _i;
                [PublishedBy("flag")] int _j;
            }
            """);
        Annotation Of(string member) => layers.Annotations.Declared(layers.Member("C", member)).Single();
        Assert.Equal(["Requires", "Requires(a)", "Requires(a,b)", "Requires", "Requires(a,b)"], new[] { "A", "B", "D", "E", "F" }.Select(m => Kinds([Of(m)])));
        Assert.Equal("K", Of("F").Owner?.Name);
        Assert.Equal((false, "taken"), (Of("G").Success, Of("G").When));
        Assert.Equal("!p", Of("H").If);
        Assert.Equal(("hint", "flag"), (Of("_i").Text, Of("_j").Text));
        var kind = layers.Annotations.CapabilityOf(layers.Type("K"))!;
        Assert.Equal(("mutex", true, true), (kind.Text, kind.Reentrant, kind.ThreadAffine));
        Assert.Equal("\"b\"", Of("D").Capabilities[1].Location!.SourceTree!.GetText().ToString(Of("D").Capabilities[1].Location!.SourceSpan));
    }

    [Fact]
    public void CopiesOfTheAttributesCountAndNamesakesDoNot()
    {
        var layers = new Layers(Sources.Compile("""
            namespace Capability { [AttributeUsage(AttributeTargets.All)] internal sealed class GuardedByAttribute(params string[] c) : Attribute { public string[] C => c; } }
            namespace Other { internal sealed class GuardedByAttribute : Attribute { public GuardedByAttribute(string c) { } } class D { [Other.GuardedBy("x")] int _b; } }
            class C { [Capability.GuardedBy("x")] int _a; }
            """));
        Assert.Equal("GuardedBy(x)", Kinds(layers.Annotations.Declared(layers.Member("C", "_a"))));
        Assert.Equal("", Kinds(layers.Annotations.Declared(layers.Member("Other.D", "_b"))));
    }

    [Fact]
    public void APropertyAndItsFieldAreOneState()
    {
        var layers = new Layers("class C { readonly object a = new(); [field: GuardedBy(\"a\")] public int P { get; set; } [GuardedBy(\"a\")] public int Q { get; set; } }");
        foreach (var name in new[] { "P", "Q" })
        {
            var field = layers.Type("C").GetMembers().OfType<IFieldSymbol>().Single(f => f.AssociatedSymbol?.Name == name);
            Assert.Equal("GuardedBy(a)", Kinds(layers.Annotations.Declared(layers.Member("C", name))));
            Assert.Equal("GuardedBy(a)", Kinds(layers.Annotations.Declared(field)));
        }
    }

    [Fact]
    public void APositionalParameterSpeaksOfItsProperty()
    {
        var layers = new Layers("record R(object A, [GuardedBy(\"A\")] System.Text.StringBuilder B, [Requires(\"A\")] Action D); class C(object a, [GuardedBy(\"a\")] int b) { void M() { lock (a) b++; } }");
        Assert.Equal("this.R:A", layers.Bound(layers.Member("R", "B")));
        var record = layers.Type("R").InstanceConstructors.First(c => c.Parameters.Length == 3);
        Assert.Equal(["", "", "Requires(A)"], record.Parameters.Select(p => Kinds(layers.Annotations.Declared(p))));
        Assert.Equal("this.C:a", layers.Bound(layers.Type("C").InstanceConstructors.Single().Parameters[1]));
    }

    [Fact]
    public void PartsOfAMemberAddUp()
    {
        var layers = new Layers("partial class C { readonly object a = new(); [Requires(\"a\")] partial void M(); } partial class C { [Excludes(\"b\")] partial void M() { } }");
        var method = (IMethodSymbol)layers.Member("C", "M");
        Assert.Equal("Requires(a) Excludes(b)", Kinds(layers.Annotations.Declared(method)));
        Assert.Equal("Excludes(b) Requires(a)", string.Join(" ", Kinds(layers.Annotations.Declared(method.PartialImplementationPart!)).Split(' ').OrderBy(s => s)));
    }

    [Fact]
    public void FamiliesAreInheritedOneByOne()
    {
        var layers = new Layers("""
            interface I { [AssertsCapability("i")] void M(); [Requires("i")] int P { get; set; } }
            class B { [Requires("b"), Excludes("e"), Acquires("x")] public virtual void M() { } }
            class D : B, I { [RequiresShared("d")] public override void M() { } public int P { get; set; } }
            class E : D { public override void M() { } }
            class F : D { [Releases("y"), Excludes("z")] public override void M() { } }
            class X : I { void I.M() { } [Excludes("p")] int I.P { [Requires("q")] get; set; } }
            """);
        string Contract(string type, string member) => Kinds(layers.Annotations.Contract((IMethodSymbol)layers.Member(type, member)));
        Assert.Equal("Requires(b) Excludes(e) Acquires(x)", Contract("B", "M"));
        Assert.Equal("RequiresShared(d) Excludes(e) Acquires(x) AssertsCapability(i)", Contract("D", "M"));
        Assert.Equal("RequiresShared(d) Excludes(e) Acquires(x) AssertsCapability(i)", Contract("E", "M"));
        Assert.Equal("Releases(y) Excludes(z) RequiresShared(d) AssertsCapability(i)", Contract("F", "M"));
        Assert.Equal("AssertsCapability(i)", Contract("X", "I.M"));
        Assert.Equal("Requires(i)", Contract("D", "get_P"));
        Assert.Equal("Requires(q) Excludes(p)", Contract("X", "I.get_P"));
        Assert.Equal("Excludes(p) Requires(i)", Contract("X", "I.set_P"));
        Assert.Equal("B", layers.Annotations.Contract((IMethodSymbol)layers.Member("E", "M"))[1].Target.ContainingType.Name);
    }

    [Theory]
    [InlineData("System.Threading.Lock", true)]
    [InlineData("System.Threading.SpinLock", true)]
    [InlineData("System.Object", false)]
    [InlineData("ByInterface", true)]
    [InlineData("ByBase", true)]
    [InlineData("Scope", true)]
    public void CapabilityTypes(string type, bool expected)
    {
        var layers = new Layers("[Capability(\"c\")] interface IC { } [Capability(\"b\")] class B { } class ByInterface : IC { } class ByBase : B { } [ScopedCapability] class Scope { }");
        Assert.Equal(expected, layers.Annotations.IsCapabilityType(layers.Type(type)));
        Assert.Equal(type == "Scope", layers.Annotations.IsScopeType(layers.Type(type)));
    }

    [Fact]
    public void UncheckedIsWhatContainsIt()
    {
        var layers = new Layers("[NoCapabilityAnalysis] class A { class N { void M() { } } } class B { [NoCapabilityAnalysis(\"why\")] void M() { } void K() { } int P { [NoCapabilityAnalysis] get => 1; set { } } }");
        Assert.True(layers.Annotations.IsUnchecked(layers.Member("A+N", "M")));
        Assert.True(layers.Annotations.IsUnchecked(layers.Member("B", "M")));
        Assert.False(layers.Annotations.IsUnchecked(layers.Member("B", "K")));
        Assert.True(layers.Annotations.IsUnchecked(layers.Member("B", "get_P")));
        Assert.False(layers.Annotations.IsUnchecked(layers.Member("B", "set_P")));
        Assert.True(new Layers("[assembly: NoCapabilityAnalysis] class A { void M() { } }") is var all && all.Annotations.IsUnchecked(all.Member("A", "M")));
    }
}

using System.IO;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Tests.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Capability.Tests.Expressions;

/// What a text means on a member: the grammar, the order of scopes, and what means nothing.
public sealed class GuardBinderTests
{
    private const string Scopes = """
        [Capability("role")] static class Role { public static object Gate = new(); }
        static class Plain { public static readonly object Lock = new(); public const string Word = "w"; public class Nested { public static readonly object Deep = new(); } }
        class Shared<T> { public static readonly object Gate = new(); public readonly object Own = new(); }
        class Base { private readonly object _base = new(); public readonly Node Root = new(); protected object Make() => new(); }
        class Node { public readonly object Gate = new(); public Node Next = null!; public object Sync => Gate; public object[] Stripes = []; public object this[string key] => Gate; }
        class Outer
        {
            static readonly object OuterStatic = new();
            readonly object _outer = new();
            [Capability("lock")] public class Own { }
            public class C(object captured) : Base
            {
                readonly object _gate = new();
                readonly Own _own = new();
                readonly Lock _lock = new();
                SpinLock _spin;
                static readonly object s_gate = new();
                string _name = "";
                int _count;
                readonly int[] _numbers = [];
                readonly object[] _stripes = [];
                readonly Node Node = new();
                const int First = 0;
                object Root2() => _gate;
                [System.Diagnostics.Contracts.Pure] object Pick() { return _count > 0 ? _gate : captured; }
                int _state;
                void M(object p, Node _own, out Node made) { made = _own; }
                static void S(Node node) { }
                Node Find(int i) => null!; Task<Node> FindLater() => null!;
            }
        }
        """;

    [Theory]
    [InlineData("_gate", "this.C:_gate")]
    [InlineData("this._gate", "this.C:_gate")]
    [InlineData("(_gate)", "this.C:_gate")]
    [InlineData(" _gate ", "this.C:_gate")]
    [InlineData("this", "this")]
    [InlineData("_own", "this.C:_own (own)")]
    [InlineData("_lock", "this.C:_lock (own)")]
    [InlineData("_spin", "this.C:_spin (own)")]
    [InlineData("s_gate", "C::s_gate")]
    [InlineData("_base", "this.Base:_base")]
    [InlineData("Root.Gate", "this.Base:Root.Node:Gate")]
    [InlineData("Root.Next.Sync", "this.Base:Root.Node:Next.Node:Gate")]
    [InlineData("captured", "this.C:captured")]
    [InlineData("OuterStatic", "Outer::OuterStatic")]
    [InlineData("Plain.Lock", "Plain::Lock")]
    [InlineData("global::Plain.Nested.Deep", "Nested::Deep")]
    [InlineData("Shared<int>.Gate", "Shared<int>::Gate")]
    [InlineData("Role", "type:Role (own)")]
    [InlineData("Role.Gate", "Role::Gate")]
    [InlineData("Node", "this.C:Node")]
    [InlineData("Node.Gate", "this.C:Node.Node:Gate")]
    [InlineData("_stripes[0]", "this.C:_stripes[0]")]
    [InlineData("_stripes[First]", "this.C:_stripes[0]")]
    [InlineData("Root.Stripes[2]", "this.Base:Root.Node:Stripes[2]")]
    [InlineData("Root[\"a.b()\"]", "this.Base:Root[\"a.b()\"]")]
    [InlineData("_stripes[_count]", "this.C:_stripes[this.C:_count]")]
    [InlineData("Root2()", "this.C:_gate")]
    [InlineData("Pick()", "this.C.Pick()")]
    [InlineData("!_gate", "not this.C:_gate")]
    public void Means(string text, string path) =>
        Assert.Equal(path.Replace("this.C.Pick", "this.Pick"), new Layers(Scopes).Bound("Outer+C", "_state", text));

    [Theory]
    [InlineData("", "unresolved")]
    [InlineData("this thread", "unresolved")]
    [InlineData("_gate)", "unresolved")]
    [InlineData("a ? b : c", "unresolved")]
    [InlineData("_count > 0 ? _gate : _own", "unresolved")]
    [InlineData("_gat", "unresolved, nearest _gate")]
    [InlineData("Root.Gat", "unresolved, nearest Gate")]
    [InlineData("Plain.Loc", "unresolved, nearest Lock")]
    [InlineData("_outer", "unresolved")]
    [InlineData("C._gate", "unresolved")]
    [InlineData("Plain", "unresolved")]
    [InlineData("System", "unresolved")]
    [InlineData("System.Threading", "unresolved")]
    [InlineData("typeof(Plain)", "unresolved")]
    [InlineData("Make", "unresolved")]
    [InlineData("Find(1)", "unresolved")]
    [InlineData("Root?.Gate", "unresolved")]
    [InlineData("_gate = null", "unresolved")]
    [InlineData("_count", "no capability")]
    [InlineData("_name", "no capability")]
    [InlineData("_numbers[0]", "no capability")]
    [InlineData("Plain.Word", "no capability")]
    [InlineData("null", "no capability")]
    [InlineData("42", "no capability")]
    [InlineData("\"x\"", "no capability")]
    [InlineData("Make()", "no capability")]
    public void MeansNothing(string text, string reason) => Assert.Equal(reason, new Layers(Scopes).Bound("Outer+C", "_state", text));

    [Theory]
    [InlineData("M", "p", "parameter:p")]
    [InlineData("M", "_own.Gate", "parameter:_own.Node:Gate")]
    [InlineData("M", "this._own", "this.C:_own (own)")]
    [InlineData("M", "made.Gate", "parameter:made.Node:Gate")]
    [InlineData("Find", "return.Gate", "return.Node:Gate")]
    [InlineData("Find", "return", "return")]
    [InlineData("FindLater", "return.Gate", "return.Node:Gate")]
    [InlineData("M", "return", "unresolved")]
    [InlineData("S", "node.Sync", "parameter:node.Node:Gate")]
    [InlineData("S", "s_gate", "C::s_gate")]
    [InlineData("S", "_gate", "unresolved")]
    [InlineData("S", "this", "unresolved")]
    [InlineData("S", "captured", "unresolved, nearest captured")]
    public void ParametersComeFirst(string method, string text, string path) => Assert.Equal(path, new Layers(Scopes).Bound("Outer+C", method, text));

    [Fact]
    public void TwoInterfacesWithOneNameAreAmbiguous()
    {
        var layers = new Layers("interface A { object Gate { get; } } interface B { object Gate { get; } } interface C : A, B { void M(); } interface D : A { new object Gate { get; } void M(); }");
        Assert.Equal("unresolved", layers.Bound("C", "M", "Gate"));
        Assert.Equal("this.D:Gate", layers.Bound("D", "M", "Gate"));
    }

    [Fact]
    public void NameofIsTheWholePath()
    {
        var layers = new Layers("""
            class Node { public readonly object Gate = new(); }
            class C
            {
                readonly object _gate = new();
                readonly Node _node = new();
                [GuardedBy(nameof(_node.Gate))] int _a;
                [GuardedBy(nameof(C._gate))] int _b;
                [GuardedBy(nameof(C._node.Gate))] int _c;
                [GuardedBy(nameof(Node.Gate))] int _d;
                [GuardedBy("_node" + "." + nameof(Node.Gate))] int _e;
                [GuardedBy(capabilities: new[] { nameof(_gate), nameof(_node.Gate) })] int _f;
            }
            """);
        Assert.Equal("this.C:_node.Node:Gate", layers.Bound(layers.Member("C", "_a")));
        Assert.Equal("this.C:_gate", layers.Bound(layers.Member("C", "_b")));
        Assert.Equal("this.C:_node.Node:Gate", layers.Bound(layers.Member("C", "_c")));
        Assert.Equal("unresolved", layers.Bound(layers.Member("C", "_d")));
        Assert.Equal("this.C:_node.Node:Gate", layers.Bound(layers.Member("C", "_e")));
        Assert.Equal("this.C:_gate | this.C:_node.Node:Gate", layers.Bound(layers.Member("C", "_f")));
    }

    [Fact]
    public void AnOwnerHoldsTheNamesOrIsTheCapability()
    {
        var layers = new Layers("""
            [Capability("role")] static class Role { public static readonly object Gate = new(); }
            class Ordinary { public static readonly object A = new(), B = new(); public readonly object Own = new(); }
            class C
            {
                [GuardedBy(typeof(Role))] int _role;
                [GuardedBy(typeof(Ordinary))] int _type;
                [GuardedBy(typeof(Ordinary), "A", "B")] int _names;
                [GuardedBy(typeof(Ordinary), nameof(Ordinary.A))] int _named;
                [GuardedBy(typeof(Ordinary), "Own")] int _instance;
                [GuardedBy(typeof(Ordinary), "C")] int _missing;
            }
            """);
        Assert.Equal("type:Role (own)", layers.Bound(layers.Member("C", "_role")));
        Assert.Equal("type:Ordinary", layers.Bound(layers.Member("C", "_type")));
        Assert.Equal("Ordinary::A | Ordinary::B", layers.Bound(layers.Member("C", "_names")));
        Assert.Equal("Ordinary::A", layers.Bound(layers.Member("C", "_named")));
        Assert.Equal("unresolved", layers.Bound(layers.Member("C", "_instance")));
        Assert.Equal("unresolved, nearest A", layers.Bound(layers.Member("C", "_missing")));
    }

    [Fact]
    public void NoArgumentIsThisOnALockAndTheTypeOnARole()
    {
        var layers = new Layers("""
            [Capability("lock")] class Latch { [Acquires] void Enter() { } [Acquires] static void Never() { } }
            [Capability("role")] static class Role { [AssertsCapability] public static void Verify() { } }
            class Plain { [Acquires] void Enter() { } }
            """);
        Assert.Equal("this (own)", layers.Bound(layers.Member("Latch", "Enter")));
        Assert.Equal("unresolved", layers.Bound(layers.Member("Latch", "Never")));
        Assert.Equal("type:Role (own)", layers.Bound(layers.Member("Role", "Verify")));
        Assert.Equal("unresolved", layers.Bound(layers.Member("Plain", "Enter")));
    }

    [Fact]
    public void DelegatesKnowTheirParameters()
    {
        var layers = new Layers("""
            class Book { public readonly object Gate = new(); }
            [Requires("book.Gate")] delegate void Posting(Book book);
            class C { readonly object _gate = new(); void M([Requires("_gate")] System.Action a, [Requires("book.Gate")] Posting b, [Requires("at.Gate")] System.Action c, Book at) { } }
            """);
        Assert.Equal("parameter:book.Book:Gate", layers.Bound(layers.Type("Posting")));
        var parameters = ((IMethodSymbol)layers.Member("C", "M")).Parameters;
        Assert.Equal(["this.C:_gate", "parameter:book.Book:Gate", "parameter:at.Book:Gate"], parameters.Take(3).Select(p => layers.Bound(p)));
    }

    [Fact]
    public void LocalFunctionsAndLambdasSeeTheBodyAroundThem()
    {
        var compilation = Sources.Compile("""
            class Book { public readonly object Gate = new(); }
            class C
            {
                readonly object _gate = new();
                void M(Book mine)
                {
                    var later = new Book();
                    [Requires("mine.Gate", "later.Gate", "_gate", "own.Gate")] void Local(Book own) { }
                    System.Action a = [Requires("later.Gate", "mine.Gate")] () => { };
                    { var hidden = new Book(); }
                    [Requires("hidden.Gate")] static void Static() { }
                }
            }
            """);
        var layers = new Layers(compilation);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        var nodes = compilation.SyntaxTrees[0].GetRoot().DescendantNodes().ToList();
        var functions = nodes.OfType<LocalFunctionStatementSyntax>().Select(n => model.GetDeclaredSymbol(n)!).ToList();
        Assert.Equal("parameter:mine.Book:Gate | local:later.Book:Gate | this.C:_gate | parameter:own.Book:Gate", layers.Bound(functions[0]));
        Assert.Equal("unresolved", layers.Bound(functions[1]));
        Assert.Equal("local:later.Book:Gate | parameter:mine.Book:Gate", layers.Bound(model.GetSymbolInfo(nodes.OfType<LambdaExpressionSyntax>().First()).Symbol!));
    }

    [Fact]
    public void UsingsAndAliasesCountInSourceOnly()
    {
        const string Library = "namespace Library { public static class Locks { public static readonly object Gate = new(); } }";
        var layers = new Layers(Sources.Compile("namespace User { using Library; using L = Library.Locks; class C { [GuardedBy(\"Locks.Gate\")] int _a; [GuardedBy(\"L.Gate\")] int _b; [GuardedBy(\"Library.Locks.Gate\")] public int D; } public class P { [GuardedBy(\"Locks.Gate\")] public int A; [GuardedBy(\"Library.Locks.Gate\")] public int B; [GuardedBy(\"Locks.Gate\")] int _c; } } " + Library));
        Assert.Equal("Locks::Gate", layers.Bound(layers.Member("User.C", "_a")));
        Assert.Equal("Locks::Gate", layers.Bound(layers.Member("User.C", "_b")));
        Assert.Equal("unresolved", layers.Bound(layers.Member("User.P", "A")));
        Assert.Equal("Locks::Gate", layers.Bound(layers.Member("User.P", "B")));
        Assert.Equal("Locks::Gate", layers.Bound(layers.Member("User.P", "_c")));
    }

    [Theory]
    [InlineData("", "this.N:Gate", "unresolved")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]", "unresolved", "unresolved")]
    public void MetadataLosesDottedNameof(string attribute, string @internal, string @public)
    {
        var layers = new Layers(attribute + """
            public class N { public readonly object Gate = new(); }
            public class C
            {
                public readonly N Node = new();
                public readonly object Gate = new();
                [GuardedBy(nameof(Node.Gate))] internal int A;
                [GuardedBy(nameof(Node.Gate))] public int B;
                [GuardedBy(nameof(C.Gate))] public int D;
                [GuardedBy("Node.Gate")] public int E;
            }
            """);
        Assert.Equal(@internal.Replace("this.N", "this.C:Node.N"), layers.Bound(layers.Member("C", "A")));
        Assert.Equal(@public, layers.Bound(layers.Member("C", "B")));
        Assert.Equal("this.C:Gate", layers.Bound(layers.Member("C", "D")));
        Assert.Equal("this.C:Node.N:Gate", layers.Bound(layers.Member("C", "E")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PrivateMembersOfAnotherAssemblyAreOpaque(bool asImage)
    {
        var library = Sources.Compile("""
            public class Lib
            {
                readonly object _gate = new();
                static readonly object s_gate = new();
                public readonly object Gate = new();
                [GuardedBy("_gate")] public int A;
                [GuardedBy(typeof(Lib), "s_gate")] public int B;
                [GuardedBy("Gate")] public int C;
                [Requires("_inner.Gate")] public void D() { }
                [GuardedBy("not a name")] public int E;
            }
            """);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        MetadataReference reference = asImage ? MetadataReference.CreateFromImage(image.ToArray()) : library.ToMetadataReference();
        var layers = new Layers(Sources.Compile("class User { }").AddReferences(reference));
        Assert.Equal("this.?_gate (own)", layers.Bound(layers.Member("Lib", "A")));
        Assert.Equal("Lib::?s_gate (own)", layers.Bound(layers.Member("Lib", "B")));
        Assert.Equal("this.Lib:Gate", layers.Bound(layers.Member("Lib", "C")));
        Assert.Equal("this.?_inner.?Gate (own)", layers.Bound(layers.Member("Lib", "D")));
        Assert.Equal("unresolved", layers.Bound(layers.Member("Lib", "E")));
    }
}

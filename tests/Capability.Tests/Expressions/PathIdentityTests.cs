using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Capability.Tests.Expressions;

/// When two names are one capability, and when a path may change.
public sealed class PathIdentityTests
{
    private const string Getters = """
        interface ISync { object Gate { get; } [ReturnsCapability("Gate")] object Lock(); }
        class Arrow { internal readonly object _gate = new(); public object Sync => _gate; public object Twice => Sync; public object Block { get { return _gate; } } public object Get { get => this._gate; }
            public object Method() => Block; public object Chain() { return Method(); } public object Cast => (object)_gate!; public object Made => new(); public object Lazy => _lazy ??= new(); object _lazy;
            [ReturnsCapability("_gate")] public object Declared { get { System.Console.WriteLine(); return _gate; } } [ReturnsCapability("Declared")] public object Far() { return null; } }
        static class Extensions { public static object GateOf(this Arrow a) => a.Sync; [ReturnsCapability("a._gate")] public static object Other(this Arrow a) { return null; } }
        class Cycle { public object A => B; public object B => A; public object C => C; [ReturnsCapability("E")] public object D => null; [ReturnsCapability("D")] public object E => null; }
        abstract class Root { public abstract object Abstract { get; } public virtual object Virtual { get; } = new(); }
        class Leaf : Root { readonly object _own = new(); public override object Abstract => _own; public override object Virtual => base.Virtual; }
        class Leaf2 : Root { public override object Abstract { get; } = new(); }
        class Impl : ISync { readonly object _g = new(); public object Gate => _g; public object Lock() => null; }
        class Explicit : ISync { public object Own { get; } = new(); object ISync.Gate => Own; object ISync.Lock() => null; }
        class Box<T> { public readonly T Value; public static readonly object Static = new(); }
        class User { Arrow arrow = new(); Cycle cycle = new(); Root root; Leaf leaf; Leaf2 leaf2; ISync sync; Impl impl; Explicit expl; Box<Lock> boxed; Box<object> plain; Box<int> number; int at; }
        """;

    [Theory]
    [InlineData("arrow.Sync", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Twice", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Block", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Get", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Cast", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Method()", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Chain()", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Declared", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Far()", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.GateOf()", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Other()", "this.User:arrow.Arrow:_gate")]
    [InlineData("arrow.Made", "this.User:arrow.Arrow:Made")]
    [InlineData("arrow.Lazy", "this.User:arrow.Arrow:Lazy")]
    [InlineData("leaf.Abstract", "this.User:leaf.Leaf:_own")]
    [InlineData("leaf2.Abstract", "this.User:leaf2.Root:Abstract")]
    [InlineData("root.Abstract", "this.User:root.Root:Abstract")]
    [InlineData("root.Virtual", "this.User:root.Root:Virtual")]
    [InlineData("impl.Gate", "this.User:impl.Impl:_g")]
    [InlineData("impl.Lock()", "this.User:impl.Impl:_g")]
    [InlineData("sync.Gate", "this.User:sync.ISync:Gate")]
    [InlineData("sync.Lock()", "this.User:sync.ISync:Gate")]
    [InlineData("boxed.Value", "this.User:boxed.Box<T>:Value (own)")]
    [InlineData("plain.Value", "this.User:plain.Box<T>:Value")]
    [InlineData("number.Value", "no capability")]
    [InlineData("Box<int>.Static", "Box<int>::Static")]
    public void Follows(string text, string path) => Assert.Equal(path, new Layers(Getters).Bound("User", "at", text));

    [Theory]
    [InlineData("cycle.A")]
    [InlineData("cycle.B")]
    [InlineData("cycle.C")]
    [InlineData("cycle.D")]
    [InlineData("cycle.E")]
    public void CyclesEnd(string text) => Assert.StartsWith("this.User:cycle.Cycle:", new Layers(Getters).Bound("User", "at", text));

    [Fact]
    public void AnInterfaceMemberOfAClassIsItsImplementation()
    {
        var layers = new Layers(Getters);
        var gate = layers.Member("ISync", "Gate");
        CapabilityPath Of(string type) => layers.Paths.Member(new ThisPath(layers.Type(type)), gate);
        Assert.Equal("this.Impl:_g", PathText.Of(Of("Impl")));
        Assert.Equal("this.Explicit:Own", PathText.Of(Of("Explicit")));
        Assert.Equal("this.ISync:Gate", PathText.Of(Of("ISync")));
    }

    [Fact]
    public void TheBackingFieldIsTheProperty()
    {
        var layers = new Layers("class C { public object Gate { get; } = new(); }");
        var property = layers.Member("C", "Gate");
        var field = layers.Type("C").GetMembers().OfType<IFieldSymbol>().Single();
        var self = new ThisPath(layers.Type("C"));
        Assert.Equal(layers.Paths.Member(self, property), layers.Paths.Member(self, field));
    }

    private const string Same = """
        class Node { public readonly object Gate = new(); public readonly Node Parent; public readonly object A, B, C, D; }
        [SameCapability("Parent.Gate", "Gate")] class Tree { public readonly object Gate = new(); public readonly Tree Parent = null!; public int At; }
        [SameCapability("A", "C"), SameCapability("B", "C"), SameCapability("_node.Gate", "C")] class Many { public readonly object A = new(), B = new(), C = new(), D = new(); public readonly Node _node = new(); public int At; }
        class Derived : Many { public new int At; }
        class User { public readonly Tree Tree = new(); public readonly Derived Derived = new(); public int At; }
        """;

    [Theory]
    [InlineData("Tree", "Gate", "this.Tree:Gate")]
    [InlineData("Tree", "Parent.Gate", "this.Tree:Gate")]
    [InlineData("Tree", "Parent.Parent.Parent.Gate", "this.Tree:Gate")]
    [InlineData("User", "Tree.Parent.Gate", "this.User:Tree.Tree:Gate")]
    [InlineData("Many", "A", "this.Many:A")]
    [InlineData("Many", "B", "this.Many:A")]
    [InlineData("Many", "C", "this.Many:A")]
    [InlineData("Many", "D", "this.Many:D")]
    [InlineData("Many", "_node.Gate", "this.Many:A")]
    [InlineData("Derived", "B", "this.Many:A")]
    [InlineData("User", "Derived._node.Gate", "this.User:Derived.Many:A")]
    public void SameCapabilityHasOneName(string type, string text, string path) => Assert.Equal(path, new Layers(Same).Bound(type, "At", text));

    [Fact]
    public void SubstitutionAppliesTheRulesOfTheNewReceiver()
    {
        var layers = new Layers(Getters);
        CapabilityPath formal = layers.Paths.Member(new ThisPath(layers.Type("ISync")), layers.Member("ISync", "Gate"));
        var field = layers.Paths.Member(null, layers.Member("User", "impl"));
        Assert.Equal("this.User:impl.Impl:_g", PathText.Of(layers.Paths.Substitute(formal, r => r is ThisPath ? field : null)));
        Assert.Same(formal.GetType(), layers.Paths.Substitute(formal, _ => null).GetType());
        Assert.Equal(formal, layers.Paths.Substitute(formal, _ => null));
    }

    [Fact]
    public void SubstitutionReachesIndicesAndConstructions()
    {
        var layers = new Layers("class G<T> { static readonly object S = new(); readonly object[] _a = []; int _i; [Requires(\"_a[i]\")] void M(int i) { } [GuardedBy(\"S\")] int _n; } class U { G<int> g; int k; }");
        var g = layers.Paths.Member(null, layers.Member("U", "g"));
        var k = layers.Paths.Member(null, layers.Member("U", "k"));
        CapabilityPath Formal(string member) => layers.Binder.BindAll(layers.Annotations.Declared(layers.Member("G`1", member)).Single()).Single().Expression!.Path;
        Assert.Equal("this.U:g.G<T>:_a[this.U:k]", PathText.Of(layers.Paths.Substitute(Formal("M"), r => r is ThisPath ? g : r is ParameterPath ? k : null)));
        Assert.Equal("G<int>::S", PathText.Of(layers.Paths.Substitute(Formal("_n"), r => r is ThisPath ? g : null)));
        Assert.Equal("G<T>::S", PathText.Of(layers.Paths.Substitute(Formal("_n"), _ => null)));
    }

    [Theory]
    [InlineData("_fixed", null)]
    [InlineData("_moving", "_moving")]
    [InlineData("Init", null)]
    [InlineData("GetOnly", null)]
    [InlineData("Settable", "Settable")]
    [InlineData("_fixed2.Next.Gate", "Next")]
    [InlineData("_stripes[0]", null)]
    [InlineData("_stripes[_n]", "_n")]
    [InlineData("_immutable[0]", null)]
    [InlineData("_list[0]", null)]
    [InlineData("Plain.Static", null)]
    public void FirstUnstable(string text, string? member)
    {
        var layers = new Layers(Stability);
        Assert.Equal(member, layers.Paths.FirstUnstable(Path(layers, text))?.Name);
    }

    [Theory]
    [InlineData("_fixed", true)]
    [InlineData("_moving", false)]
    [InlineData("GetOnly", true)]
    [InlineData("Computed", false)]
    [InlineData("_stripes[0]", true)]
    [InlineData("_immutable[0]", true)]
    [InlineData("_list[0]", false)]
    [InlineData("_stripes[_n]", false)]
    [InlineData("Plain.Static", true)]
    public void IsStable(string text, bool stable)
    {
        var layers = new Layers(Stability);
        Assert.Equal(stable, layers.Paths.IsStable(Path(layers, text)));
    }

    private const string Stability = """
        static class Plain { public static readonly object Static = new(); }
        class Node { public readonly object Gate = new(); public Node Next = null!; }
        class C
        {
            readonly object _fixed = new(); object _moving = new(); object Init { get; init; } = new(); object GetOnly { get; } = new(); object Settable { get; set; } = new();
            object Computed { get { System.Console.WriteLine(); return _fixed; } }
            readonly Node _fixed2 = new(); readonly object[] _stripes = []; readonly List<object> _list = []; readonly System.Collections.Immutable.ImmutableArray<object> _immutable; int _n; int _at;
        }
        """;

    private static CapabilityPath Path(Layers layers, string text) =>
        layers.Binder.Bind(new(text, null, null), null, layers.Member("C", "_at")).Expression!.Path;
}

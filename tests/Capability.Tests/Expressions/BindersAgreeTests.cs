using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Tests.LockModels;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Capability.Tests.Expressions;

/// The law on which everything rests: a guard's text and an expression in a body that denote the same thing are the same
/// path, and those that do not are not.
public sealed class BindersAgreeTests
{
    private const string Universe = """
        [Capability("role")] static class Role { }
        static class Statics { public static readonly Node Root = new(); public static class Deep { public static readonly object Gate = new(); } }
        interface IGuarded { object Gate { get; } }
        class Guarded : IGuarded { readonly object _hidden = new(); public object Gate => _hidden; }
        class Node
        {
            public readonly object Gate = new(); public readonly object Other = new(); public readonly Node Next = null!; public Node Twin { get; init; } = null!;
            public object Sync => Gate; public object Far => Next.Gate; public Node Self() => this; public Node Skip() => Next.Next;
            public object[] Row { get; } = []; public readonly object[,] Grid = null!; public object this[string key] => Gate; public object Get() { return Sync; }
            [ReturnsCapability("Other")] public object Declared => null!; [System.Diagnostics.Contracts.Pure] public object Pick() => new();
            public static readonly object Shared = new();
        }
        class Base { protected readonly object _base = new(); public readonly object Hiding = new(); public virtual object Virtual { get; } = new(); }
        class Box<T> { public readonly T Value = default!; public static readonly object Static = new(); }
        static class Extensions { public static object GateOf(this Node node) => node.Gate; }
        class C(object captured) : Base
        {
            readonly object _gate = new(); readonly Lock _lock = new(); readonly Node _node = new(); readonly IGuarded _interface = null!; readonly Guarded _guarded = new();
            static readonly object s_gate = new(); readonly object[] _row = []; readonly (object Gate, int Count) _tuple = (new(), 0); readonly Box<Lock> _box = new();
            const int First = 0; readonly int _at; public new readonly object Hiding = new(); public override object Virtual { get; } = new();
            object Sync => _gate; object Make() => captured; int _state;
            void Body(Node node, int i, object[] row) { /*BODY*/ }
        }
        """;

    /// As a text on a parameter's method, and as an expression in its body.
    public static TheoryData<string, string> Same => new()
    {
        { "this", "this" }, { "_gate", "_gate" }, { "_gate", "this._gate" }, { "this._gate", "(_gate)" }, { "_gate", "(object)_gate!" }, { "Sync", "_gate" }, { "_gate", "Sync" },
        { "_lock", "_lock" }, { "_node.Gate", "_node.Gate" }, { "_node.Gate", "_node.Sync" }, { "_node.Sync", "_node.Get()" }, { "_node.Far", "_node.Next.Sync" },
        { "_node.Skip().Gate", "_node.Next.Next.Gate" }, { "_node.Self().Twin.Gate", "_node.Twin.Gate" }, { "_node.Declared", "_node.Other" }, { "_node.Pick()", "_node.Pick()" },
        { "_node.GateOf()", "Extensions.GateOf(_node)" }, { "_node.GateOf()", "_node.GateOf()" }, { "_node.Gate", "((Node)(object)_node).Gate" }, { "_node.Gate", "(_node as Node).Gate" },
        { "node.Gate", "node.Gate" }, { "node.Next.Sync", "node.Next.Gate" }, { "row[i]", "row[i]" }, { "row[0]", "row[1 - 1]" }, { "_row[First]", "_row[0]" }, { "_row[_at]", "this._row[_at]" },
        { "_node.Row[2]", "_node.Row[2]" }, { "_node.Grid[0, 1]", "_node.Grid[0, 1]" }, { "_node[\"a\"]", "_node[\"a\"]" },
        { "s_gate", "C.s_gate" }, { "C.s_gate", "s_gate" }, { "Statics.Root.Gate", "Statics.Root.Sync" }, { "Statics.Deep.Gate", "Statics.Deep.Gate" }, { "Node.Shared", "global::Node.Shared" },
        { "_base", "base._base" }, { "base._base", "this._base" }, { "Virtual", "this.Virtual" }, { "Hiding", "this.Hiding" }, { "base.Hiding", "((Base)this).Hiding" },
        { "captured", "captured" }, { "Make()", "Make()" }, { "_interface.Gate", "_interface.Gate" }, { "_guarded.Gate", "((IGuarded)_guarded).Gate" },
        { "_tuple.Gate", "_tuple.Gate" }, { "_tuple.Item1", "_tuple.Gate" }, { "_tuple.Gate", "_tuple.Item1" }, { "_box.Value", "_box.Value" }, { "Box<int>.Static", "Box<int>.Static" }, { "Role", "typeof(Role)" },
    };

    public static TheoryData<string, string> Different => new()
    {
        { "_gate", "_lock" }, { "_gate", "this" }, { "_gate", "_node.Gate" }, { "_node", "_node.Gate" }, { "_node.Gate", "_node.Other" }, { "_node.Gate", "_node.Next.Gate" }, { "_node.Gate", "node.Gate" },
        { "node", "_node" }, { "_node.Next.Gate", "_node.Twin.Gate" }, { "_node.Declared", "_node.Gate" }, { "_node.Pick()", "_node.Gate" }, { "_node.Pick()", "node.Pick()" },
        { "_row[0]", "_row[1]" }, { "_row[0]", "row[0]" }, { "_row[_at]", "_row[0]" }, { "row[i]", "row[i + 1]" }, { "row[i]", "row[_at]" }, { "_node.Grid[0, 1]", "_node.Grid[1, 0]" }, { "_node[\"a\"]", "_node[\"b\"]" },
        { "s_gate", "_gate" }, { "Node.Shared", "Statics.Root.Gate" }, { "Box<int>.Static", "Box<string>.Static" }, { "Hiding", "base.Hiding" }, { "base.Hiding", "Hiding" }, { "Role", "typeof(Node)" },
        { "_interface.Gate", "_guarded.Gate" }, { "_tuple.Gate", "_gate" }, { "captured", "_gate" }, { "_gate", "new object()" }, { "_row[0]", "_row" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void AgreeOnWhatIsTheSame(string text, string expression)
    {
        var both = new Bound([expression]);
        Assert.Equal(PathText.Of(both.Text(text)), PathText.Of(both.Operations[0]));
        Assert.Equal(both.Text(text), both.Operations[0]);
        Assert.Equal(both.Text(text)!.GetHashCode(), both.Operations[0].GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void AgreeOnWhatIsNot(string text, string expression)
    {
        var both = new Bound([expression]);
        Assert.NotNull(both.Text(text));
        Assert.NotEqual(both.Text(text), both.Operations[0]);
    }

    /// A walk from a root by steps; where it arrives is known without either binder.
    [Fact]
    public void AgreeOnEveryWalk()
    {
        var root = Gen.Elements(("_node", "_node"), ("this._node", "_node"), ("node", "node"), ("Statics.Root", "Statics.Root"));
        var step = Gen.Elements((".Next", ".Next"), (".Twin", ".Twin"), (".Self()", ""), (".Skip()", ".Next.Next"));
        var last = Gen.Elements((".Gate", ".Gate"), (".Sync", ".Gate"), (".Get()", ".Gate"), (".Far", ".Next.Gate"), (".Other", ".Other"), (".Declared", ".Other"), (".Row[1]", ".Row[1]"), (".Row[i]", ".Row[i]"));
        var walk = Gen.Select(Gen.Zip(root, Gen.Zip(Gen.ArrayOf(step, 2), last)), w =>
            (Text: w.Item1.Item1 + string.Concat(w.Item2.Item1.Select(s => s.Item1)) + w.Item2.Item2.Item1,
             Arrives: w.Item1.Item2 + string.Concat(w.Item2.Item1.Select(s => s.Item2)) + w.Item2.Item2.Item2));
        var walks = Gen.Sample(walk, 250).DistinctBy(w => w.Text).ToImmutableArray();
        var both = new Bound(walks.Select(w => w.Text));
        var texts = walks.Select(w => both.Text(w.Text)).ToImmutableArray();

        var at = Gen.Choose(0, walks.Length - 1);
        var property = Prop.ForAll(Gen.Zip(at, at).ToArbitrary(), pair =>
        {
            var (a, b) = pair;
            bool isSame = walks[a].Arrives == walks[b].Arrives;
            return texts[a] is not null && texts[a]!.Equals(both.Operations[a]) && texts[a]!.Equals(both.Operations[b]) == isSame && both.Operations[a].Equals(texts[b]) == isSame;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), property);
        Assert.True(walks.Select(w => w.Arrives).Distinct().Count() > 20);
    }

    /// Expressions as operations of one body, and texts on its member.
    private sealed class Bound
    {
        private readonly Layers _layers;

        public Bound(IEnumerable<string> expressions)
        {
            var statements = expressions.Select(e => $"Use({e});");
            var source = Universe.Replace("/*BODY*/", string.Join(" ", statements) + " static void Use(object o) { }", StringComparison.Ordinal);
            var compilation = Sources.Compile(source);
            _layers = new Layers(compilation);
            var tree = compilation.SyntaxTrees.Single();
            var model = compilation.GetSemanticModel(tree);
            var binder = new OperationBinder(_layers.Paths);
            Operations = [.. tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "Use" })
                .Select(i => binder.Bind(model.GetOperation(Bare(i.ArgumentList.Arguments[0].Expression))!, NoAliases.Instance))];
        }

        public ImmutableArray<CapabilityPath> Operations { get; }

        /// Parentheses are no operation.
        private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax parenthesized ? Bare(parenthesized.Expression) : expression;

        public CapabilityPath? Text(string text) => _layers.Binder.Bind(new CapabilityText(text, null, null), null, _layers.Member("C", "Body")).Expression?.Path;
    }

    private sealed class NoAliases : IAliases
    {
        public static readonly NoAliases Instance = new();

        public CapabilityPath Resolve(CapabilityPath variable) => variable;
    }
}

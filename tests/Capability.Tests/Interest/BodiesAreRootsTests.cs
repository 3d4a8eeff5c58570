using System;
using System.Linq;
using Capability.Analyzers.Interest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Xunit;

namespace Capability.Tests.Interest;

/// Every node that is handed out as a body is one that the compiler draws a control-flow graph of.
public sealed class BodiesAreRootsTests
{
    private const string Source = """
        using System;
        Console.WriteLine("top level");
        void Local() { }
        class B(int n) { public int N => n; }
        class C(int n) : B(n + 1)
        {
            int _a = Compute(), _b;
            int P { get; } = Compute();
            int Q => Compute();
            int R { get { return 1; } set => _b = value; }
            int S { get; init; }
            int this[int i] => i;
            int this[string s] { get => 1; set { } }
            event Action E { add { } remove { } }
            event Action F = () => { };
            C() : this(1) { }
            static C() { }
            ~C() { }
            static int Compute() => 1;
            void M() { Action a = () => { }; }
            public static C operator +(C a, C b) => a;
            public static implicit operator int(C c) { return 1; }
        }
        record D(int X) : E(X);
        record E(int Y) { public int Z { get; } = Y; }
        interface I { void M() { } void N(); static int P => 1; }
        struct T { public T() { } int _x = 1; }
        namespace Inner { class G { class H { void M() { } } } }
        """;

    [Fact]
    public void Each_has_a_graph()
    {
        var tree = CSharpSyntaxTree.ParseText(Source);
        var compilation = InterestCompilation.Of().AddSyntaxTrees(tree).WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var model = compilation.GetSemanticModel(tree);
        var bodies = InterestSource.Everything.BodiesOf(tree, default);

        Assert.Equal(
            "top level, N =>, type C, _a =, P =, Q =>, R.get, R.set, this[] =>, this[].get, this[].set, E.add, E.remove, F =, .C, .C, ~C, Compute, M, "
            + "operator +, operator int, type D, Z =, M, P =>, .T, _x =, M",
            string.Join(", ", bodies.Select(InterestCompilation.Name)));
        Assert.All(bodies, body =>
        {
            var operation = model.GetOperation(body);
            Assert.True(operation is { Parent: null }, InterestCompilation.Name(body) + ": " + operation?.Kind);
            Assert.NotNull(ControlFlowGraph.Create(body, model));
        });
    }
}

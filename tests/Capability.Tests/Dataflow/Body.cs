using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Capability.Analyzers.Dataflow.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace Capability.Tests.Dataflow;

/// One method body as a control-flow graph. In it, single letters are methods to call: `a()`; `x` and `y` are conditions, `_o` an object and `_l` a lock.
internal static class Body
{
    private static readonly Lazy<CSharpCompilation> Framework = new(() =>
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Bodies", [], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    });

    private static readonly string Methods = string.Concat("abcdefghijklmn".Select(letter => $"static bool {letter}() => true; "));

    public static ControlFlowGraph Cfg(string body, string signature = "void M(bool x, bool y)", bool mustCompile = true)
    {
        var source = $$"""
            using System; using System.Collections.Generic; using System.IO; using System.Threading; using System.Threading.Tasks;
            class C
            {
                {{Methods}}
                readonly object _o = new(); readonly Lock _l = new();
                {{signature}} { {{body}} }
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source);
        var compilation = Framework.Value.AddSyntaxTrees(tree);
        if (mustCompile)
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == "M");
        var cfg = ControlFlowGraph.Create(method, compilation.GetSemanticModel(tree));
        Assert.NotNull(cfg);
        return cfg;
    }

    public static FlowGraph Graph(string body, string signature = "void M(bool x, bool y)")
    {
        var graph = FlowGraph.TryBuild(Cfg(body, signature));
        Assert.NotNull(graph);
        return graph;
    }

    public static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.Operations.Concat(block.BranchValue is { } value ? [value] : []).SelectMany(operation => operation.DescendantsAndSelf());
}

using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Dataflow.Graph;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Tests.Dataflow;

/// A graph as lines, one per block node: `what it calls -> successors ! where its exceptions go !! where its throw goes`.
/// A block is called by its calls, in evaluation order, else by its ordinal; in brackets, how its finally or filter goes on.
internal static class GraphText
{
    public static string Of(FlowGraph graph) => string.Join("\n", graph.Nodes
        .Where(node => node.Kind == FlowNodeKind.Block).Select(node => Line(graph, node)));

    public static string Name(FlowGraph graph, FlowNode node) => node.Kind == FlowNodeKind.Block
        ? Name(node.Block!) + Continuation(graph, node.Continuation)
        : Exit(graph, node.Kind, node.Block);

    public static string Name(BasicBlock block)
    {
        if (block.Kind == BasicBlockKind.Entry)
            return "entry";
        var calls = Body.Operations(block).OfType<IInvocationOperation>()
            .Select(call => call.TargetMethod.Name).ToList();
        return calls.Count == 0 ? $"{block.Ordinal}" : string.Join("+", calls);
    }

    private static string Line(FlowGraph graph, FlowNode node)
    {
        var line = Name(graph, node) + " ->" + string.Concat(node.Successors.Select(edge => " " + Edge(graph, edge)));
        if (!node.ImplicitHandlers.IsEmpty)
            line += " !" + Names(graph, node.ImplicitHandlers);
        if (!node.ExplicitHandlers.IsEmpty)
            line += " !!" + (node.ThrowsWhen == FlowEdgeKind.Always ? "" : " if " + Kind(node.ThrowsWhen).TrimEnd(':')) + Names(graph, node.ExplicitHandlers);
        return line;
    }

    private static string Edge(FlowGraph graph, FlowEdge edge) => Kind(edge.Kind) + Name(graph, edge.Target);

    private static string Kind(FlowEdgeKind kind) => kind switch
    {
        FlowEdgeKind.WhenTrue => "yes:",
        FlowEdgeKind.WhenFalse => "no:",
        _ => "",
    };

    private static string Names(FlowGraph graph, IEnumerable<FlowNode> nodes) => string.Concat(nodes.Select(node => " " + Name(graph, node)));

    private static string Continuation(FlowGraph graph, Continuation? continuation) => continuation is null ? ""
        : (continuation.Pass == FilterPass.None ? $"[{Target(graph, continuation.Destination)}]" : $"[{continuation.Pass}]")
            + Continuation(graph, continuation.Parent);

    private static string Target(FlowGraph graph, Destination destination) => destination.Kind switch
    {
        DestinationKind.Block => Name(graph.Cfg.Blocks[destination.Block]),
        DestinationKind.Return => Exit(graph, FlowNodeKind.NormalExit, graph.Cfg.Blocks[destination.Block]),
        DestinationKind.ExplicitThrow => Exit(graph, FlowNodeKind.ExplicitThrowExit, graph.Cfg.Blocks[destination.Block]),
        _ => "throw",
    };

    private static string Exit(FlowGraph graph, FlowNodeKind kind, BasicBlock? block) => kind switch
    {
        FlowNodeKind.NormalExit => $"return({Name(block!)})",
        FlowNodeKind.ExplicitThrowExit => $"throw({Name(block!)})",
        _ => "throw",
    };
}

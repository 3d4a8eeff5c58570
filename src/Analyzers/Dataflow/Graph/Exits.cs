using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Graph;

/// The ways out of the body: one per returning branch, one per `throw`, one for all other exceptions.
internal sealed class Exits(ControlFlowGraph cfg, List<FlowNode> created)
{
    private readonly Dictionary<Destination, FlowNode> _nodes = new();

    public FlowNode Normal(Destination destination)
    {
        var block = cfg.Blocks[destination.Block];
        return Get(destination, FlowNodeKind.NormalExit, destination.IsConditional ? block.ConditionalSuccessor : block.FallThroughSuccessor);
    }

    public FlowNode ExplicitThrow(Destination destination) => Get(destination, FlowNodeKind.ExplicitThrowExit, null);

    public FlowNode ImplicitThrow() => Get(Destination.ImplicitThrow, FlowNodeKind.ImplicitThrowExit, null);

    private FlowNode Get(Destination destination, FlowNodeKind kind, ControlFlowBranch? branch)
    {
        if (!_nodes.TryGetValue(destination, out var node))
        {
            var block = destination.Block < 0 ? null : cfg.Blocks[destination.Block];
            _nodes.Add(destination, node = new FlowNode(kind, block, branch, null));
            created.Add(node);
        }

        return node;
    }
}

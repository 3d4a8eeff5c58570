using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Graph;

internal enum FlowNodeKind
{
    Block,

    /// A `return`, or the end of the body, after every finally on its way has run.
    NormalExit,

    /// An exception of one `throw` leaves the body.
    ExplicitThrowExit,

    /// An exception that some operation threw leaves the body.
    ImplicitThrowExit,
}

internal enum FlowEdgeKind { Always, WhenTrue, WhenFalse }

/// One step of normal control flow. A condition is the source block's branch value.
internal sealed record FlowEdge(FlowNode Target, FlowEdgeKind Kind);

/// A basic block in one of the situations in which it runs, or a way out of the body. The same block has as many nodes
/// as there are ways to go on after the finally regions (and passes of the filters) that contain it, so whoever
/// reports must join the nodes of a block. Nodes are compared by reference.
internal sealed class FlowNode
{
    internal FlowNode(FlowNodeKind kind, BasicBlock? block, ControlFlowBranch? exit, Continuation? continuation)
    {
        Kind = kind;
        Block = block;
        ExitBranch = exit;
        Continuation = continuation;
    }

    /// The place in reverse post-order: without back edges, every node comes after all that lead to it.
    public int Ordinal { get; internal set; } = -1;

    public FlowNodeKind Kind { get; }

    /// The basic block; of an exit the block that returned or threw, so that its syntax and value are known. Null only
    /// for the implicit throw exit.
    public BasicBlock? Block { get; }

    /// Of a normal exit, the branch that returned. A block has two of these when an empty `return` was folded into its
    /// condition.
    public ControlFlowBranch? ExitBranch { get; }

    /// Normal flow, through the copies of finally regions that a branch must run first. At the end of such a copy, where
    /// it goes on; for an exception in flight that may be several handlers.
    public ImmutableArray<FlowEdge> Successors { get; internal set; } = ImmutableArray<FlowEdge>.Empty;

    /// Where an exception goes that any operation of this block throws.
    public ImmutableArray<FlowNode> ImplicitHandlers { get; internal set; } = ImmutableArray<FlowNode>.Empty;

    /// Where the exception goes that the `throw` at the end of this block throws.
    public ImmutableArray<FlowNode> ExplicitHandlers { get; internal set; } = ImmutableArray<FlowNode>.Empty;

    /// Under which outcome of the block's condition it throws: an empty rethrow is folded into the condition before it.
    public FlowEdgeKind ThrowsWhen { get; internal set; }

    /// False for the second pass of a filter: it only carries on what is known, its operations ran in the first pass.
    public bool IsReplayed => Continuation is not { Pass: FilterPass.Second };

    /// False for the first pass of a filter below which finally regions are still to run: its answer goes nowhere,
    /// because the handler is entered through the second pass.
    public bool IsFlowing => Continuation is not { Pass: FilterPass.First };

    /// No path of normal flow from the entry leads here.
    public bool IsReachableOnlyByException { get; internal set; } = true;

    /// Where a handler begins (its filter, if it has one, and its body), the type of exception that it catches.
    public ITypeSymbol? CaughtType
    {
        get
        {
            for (var region = Block?.EnclosingRegion; Kind == FlowNodeKind.Block && region is not null; region = region.EnclosingRegion)
            {
                if (region.FirstBlockOrdinal != Block!.Ordinal)
                    return null;
                if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter)
                    return region.ExceptionType;
            }

            return null;
        }
    }

    internal Continuation? Continuation { get; }

    public override string ToString() => Kind switch
    {
        FlowNodeKind.Block => $"B{Block!.Ordinal}{Continuation}",
        FlowNodeKind.NormalExit => $"return(B{Block!.Ordinal})",
        FlowNodeKind.ExplicitThrowExit => $"throw(B{Block!.Ordinal})",
        _ => "throw",
    };
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Plain accesses that a barrier marks: a read with a barrier after it before anything else is touched that others may
/// see, on every path; a write with one before it.
internal sealed class BarrierOrder(GraphContext graph)
{
    public bool Marks(IOperation reference, bool isWrite) => Find(reference) is { } place && (isWrite ? IsPreceded(place) : IsFollowed(place));

    private (BasicBlock Block, int Statement, IOperation Reference)? Find(IOperation reference)
    {
        foreach (var block in graph.Cfg.Blocks)
        {
            var statements = Statements(block);
            for (var i = 0; i < statements.Length; i++)
            {
                if (statements[i].Syntax.Span.Contains(reference.Syntax.Span) && graph.StepsOf(statements[i]).Contains(reference))
                    return (block, i, reference);
            }
        }

        return null;
    }

    private bool IsFollowed((BasicBlock Block, int Statement, IOperation Reference) place)
    {
        var statements = Statements(place.Block);
        var first = graph.StepsOf(statements[place.Statement]);
        var rest = first.Skip(first.IndexOf(place.Reference) + 1).Concat(statements.Skip(place.Statement + 1).SelectMany(Steps));
        var isSeen = false;
        return Forward(place.Block, rest, new HashSet<int>(), ref isSeen) && isSeen;
    }

    private bool Forward(BasicBlock block, IEnumerable<IOperation> steps, HashSet<int> visited, ref bool isSeen)
    {
        foreach (var step in steps)
        {
            if (IsBarrier(step, Barrier.Read))
                return isSeen = true;
            if (IsShared(step))
                return false;
        }

        foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch?.Destination is { } next && visited.Add(next.Ordinal) && !Forward(next, Statements(next).SelectMany(Steps), visited, ref isSeen))
                return false;
        }

        return true;
    }

    private bool IsPreceded((BasicBlock Block, int Statement, IOperation Reference) place)
    {
        var visited = new HashSet<int>();
        var steps = Statements(place.Block).Take(place.Statement).SelectMany(Steps);
        for (var block = place.Block; visited.Add(block.Ordinal); steps = Statements(block).SelectMany(Steps))
        {
            foreach (var step in steps.Reverse())
            {
                if (IsBarrier(step, Barrier.Write))
                    return true;
                if (IsShared(step))
                    return false;
            }

            if (block.Predecessors.Length != 1)
                return false;
            block = block.Predecessors[0].Source;
        }

        return false;
    }

    private IEnumerable<IOperation> Steps(IOperation statement) => graph.StepsOf(statement);

    private static ImmutableArray<IOperation> Statements(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;

    private static bool IsBarrier(IOperation step, Barrier kind) =>
        step is IInvocationOperation call && MarkedApis.BarrierOf(call.TargetMethod) is var barrier && (barrier == kind || barrier == Barrier.Full);

    /// What others may see, or a call that may touch it.
    private static bool IsShared(IOperation step) => step switch
    {
        IFieldReferenceOperation { Field.IsReadOnly: true } or IFieldReferenceOperation { Field.IsConst: true } => false,
        IMethodReferenceOperation => false,
        IMemberReferenceOperation or IArrayElementReferenceOperation or IInvocationOperation or IObjectCreationOperation or IAwaitOperation => true,
        _ => false,
    };
}

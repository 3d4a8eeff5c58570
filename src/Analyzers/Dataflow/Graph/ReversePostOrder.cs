using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Capability.Analyzers.Dataflow.Graph;

/// Numbers nodes so that, back edges aside, every node comes after all that lead to it. Among free choices the order is
/// that of the source, so loop bodies come before what follows the loop; this depends on nothing but the graph.
internal static class ReversePostOrder
{
    public static ImmutableArray<FlowNode> Number(FlowNode entry, IReadOnlyList<FlowNode> created)
    {
        // For the time of the walk the ordinal is the order of creation, which breaks ties between copies of a block.
        for (var i = 0; i < created.Count; i++)
            created[i].Ordinal = i;

        var seen = new bool[created.Count];
        var finished = new List<FlowNode>(created.Count);
        var path = new Stack<(FlowNode Node, List<FlowNode> Next)>();
        Enter(entry);
        while (path.Count > 0)
        {
            var (node, next) = path.Peek();
            if (next.Count == 0)
            {
                finished.Add(node);
                path.Pop();
                continue;
            }

            var target = next[next.Count - 1];
            next.RemoveAt(next.Count - 1);
            if (!seen[target.Ordinal])
                Enter(target);
        }

        MarkNormalFlow(entry, created.Count);
        finished.Reverse();
        for (var i = 0; i < finished.Count; i++)
            finished[i].Ordinal = i;
        return finished.ToImmutableArray();

        void Enter(FlowNode node)
        {
            seen[node.Ordinal] = true;
            var next = node.Successors.Length == 1 && node.ImplicitHandlers.IsEmpty && node.ExplicitHandlers.IsEmpty
                ? new List<FlowNode> { node.Successors[0].Target }
                : node.Successors.Select(edge => edge.Target).Concat(node.ImplicitHandlers).Concat(node.ExplicitHandlers).Distinct().ToList();
            // Taken from the end: what comes last in the source is finished first, and so numbered last.
            next.Sort((left, right) => Compare(left, right));
            path.Push((node, next));
        }
    }

    private static int Compare(FlowNode left, FlowNode right)
    {
        var byBlock = Place(left).CompareTo(Place(right));
        return byBlock != 0 ? byBlock : left.Ordinal.CompareTo(right.Ordinal);
    }

    private static int Place(FlowNode node) => node.Kind == FlowNodeKind.Block ? node.Block!.Ordinal : int.MaxValue;

    private static void MarkNormalFlow(FlowNode entry, int count)
    {
        var pending = new Stack<FlowNode>(count);
        entry.IsReachableOnlyByException = false;
        pending.Push(entry);
        while (pending.Count > 0)
        {
            foreach (var edge in pending.Pop().Successors)
            {
                if (!edge.Target.IsReachableOnlyByException)
                    continue;
                edge.Target.IsReachableOnlyByException = false;
                pending.Push(edge.Target);
            }
        }
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Which reads of members a value is computed from: those in its expression, and those of the locals in it.
internal static class Derivation
{
    /// A value that comes by more steps than these from a read has other reasons too.
    private const int MaxSteps = 4;

    /// <param name="throughLocals">Whether what locals were assigned counts.</param>
    public static ImmutableArray<IMemberReferenceOperation> ReadsOf(IOperation value, WrittenBody body, bool throughLocals)
    {
        var reads = ImmutableArray.CreateBuilder<IMemberReferenceOperation>();
        Collect(value, body, throughLocals ? MaxSteps : 0, new HashSet<IOperation>(), reads);
        return reads.ToImmutable();
    }

    private static void Collect(IOperation value, WrittenBody body, int steps, HashSet<IOperation> seen, ImmutableArray<IMemberReferenceOperation>.Builder reads)
    {
        var pending = new Stack<IOperation>();
        pending.Push(value);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            switch (operation)
            {
                // They run later, or not at all.
                case IAnonymousFunctionOperation or INameOfOperation or IMethodReferenceOperation { Instance: null }:
                    continue;
                case IMemberReferenceOperation member and not IMethodReferenceOperation:
                    reads.Add(member);
                    break;
                case ILocalReferenceOperation local when steps > 0:
                    foreach (var assigned in body.ValuesOf(local).Where(seen.Add))
                        Collect(assigned, body, steps - 1, seen, reads);
                    break;
            }

            foreach (var operand in operation.ChildOperations)
                pending.Push(operand);
        }
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// The operations of one statement in the order in which they are evaluated: operands before what uses them, left before
/// right. Iterative, because generated expressions nest deeply.
internal static class OperationOrder
{
    public static ImmutableArray<IOperation> Of(IOperation root)
    {
        var result = ImmutableArray.CreateBuilder<IOperation>();
        var pending = new Stack<(IOperation Operation, bool AreOperandsDone)>();
        pending.Push((root, false));
        while (pending.Count > 0)
        {
            var (operation, done) = pending.Pop();
            if (done)
            {
                if (!IsInert(operation.Kind))
                    result.Add(operation);
                continue;
            }

            if (operation.Kind == OperationKind.NameOf)
                continue;
            pending.Push((operation, true));
            foreach (var operand in operation.ChildOperations.Reverse())
                pending.Push((operand, false));
        }

        return result.ToImmutable();
    }

    /// What changes nothing, and is asked about by what it is part of only. A third of all operations.
    private static bool IsInert(OperationKind kind) =>
        kind is OperationKind.ExpressionStatement or OperationKind.Literal or OperationKind.DefaultValue or OperationKind.TypeOf or OperationKind.SizeOf;
}

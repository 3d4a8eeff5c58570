using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// What a reader of a sequence lock does with its copies before it knows that they belong together: as an index or a bound
/// they may be out of range, and whom they are passed to acts on them.
internal static class UnvalidatedValues
{
    /// The uses, in source order, of data and of the locals that were made of it.
    public static IEnumerable<IOperation> UsesIn(SequenceRead read, ImmutableArray<IOperation> inside)
    {
        var between = inside.Where(operation => operation.Syntax.SpanStart > read.Begin.Syntax.Span.End && operation.Syntax.Span.End < read.End.Syntax.SpanStart).ToList();
        var copies = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in between)
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { Value: var value } && IsMadeOf(value):
                    copies.Add(local);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when IsMadeOf(assignment.Value):
                    copies.Add(target.Local);
                    break;
                case IDeconstructionAssignmentOperation { Target: var targets, Value: var value } when IsMadeOf(value):
                    copies.UnionWith(targets.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(l => l.Local));
                    break;
            }
        }

        foreach (var operation in between)
        {
            var used = operation switch
            {
                IArrayElementReferenceOperation element => element.Indices.FirstOrDefault(IsMadeOf),
                IInvocationOperation call when MarkedApis.Of(call.TargetMethod) == MarkedOperation.None && IsForeign(call.TargetMethod) => call.Arguments.Select(a => a.Value).FirstOrDefault(IsMadeOf),
                IForLoopOperation { Condition: { } bound } => IsMadeOf(bound) ? bound : null,
                IWhileLoopOperation { Condition: { } bound } => IsMadeOf(bound) ? bound : null,
                _ => null,
            };
            if (used is not null)
                yield return used;
        }

        bool IsMadeOf(IOperation value) => value.DescendantsAndSelf().Any(operation => operation is ILocalReferenceOperation local ? copies.Contains(local.Local) : read.Data.Any(data => data == operation));
    }

    /// Its own code, or that of a delegate: nobody knows what it does.
    private static bool IsForeign(IMethodSymbol method) => method.MethodKind == MethodKind.DelegateInvoke || !method.DeclaringSyntaxReferences.IsEmpty;
}

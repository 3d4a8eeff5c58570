using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// One place where a field is touched.
/// <param name="Api">The marked operation, as a person calls it; empty for a plain access.</param>
/// <param name="Root">The operations of the body it stands in.</param>
internal sealed record FieldUse(IFieldSymbol Field, IFieldReferenceOperation Reference, FieldUseKind Kind, string Api, ISymbol Body, IOperation Root)
{
    public bool IsMarked => Kind is FieldUseKind.MarkedRead or FieldUseKind.MarkedWrite;

    public Location Location => Places.Of(Reference);

    public string Text => Places.TextOf(Reference);
}

/// How the bodies of a type use its fields.
internal static class FieldUses
{
    public static IEnumerable<FieldUse> In(IOperation root, ISymbol body, ISet<IFieldSymbol> fields)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is IFieldReferenceOperation reference && fields.Contains(reference.Field.OriginalDefinition) && Classify(reference) is { } use)
                yield return new FieldUse(reference.Field.OriginalDefinition, reference, use.Kind, use.Api, body, root);
        }
    }

    /// Null where nothing is touched: in `nameof`, or in the initializer of an object that nobody else has.
    private static (FieldUseKind Kind, string Api)? Classify(IFieldReferenceOperation reference)
    {
        IOperation operation = reference;
        while (operation.Parent is IParenthesizedOperation or IConversionOperation { OperatorMethod: null })
            operation = operation.Parent;
        switch (operation.Parent)
        {
            case INameOfOperation:
                return null;
            case IArgumentOperation { Parameter: { RefKind: not RefKind.None } } argument:
                return MarkedApis.Of(argument) switch
                {
                    MarkedOperation.None => argument.Parameter.RefKind is RefKind.Ref or RefKind.Out ? (FieldUseKind.Reference, "") : (FieldUseKind.Read, ""),
                    MarkedOperation.Read => (FieldUseKind.MarkedRead, Name(argument)),
                    _ => (FieldUseKind.MarkedWrite, Name(argument)),
                };
            case IAddressOfOperation:
                return (FieldUseKind.Reference, "");
            case ISimpleAssignmentOperation assignment when assignment.Target == operation:
                return assignment.Parent is IObjectOrCollectionInitializerOperation ? null : assignment.IsRef ? (FieldUseKind.Reference, "") : (FieldUseKind.Write, "");
            case IAssignmentOperation assignment when assignment.Target == operation:
                return (FieldUseKind.Update, "");
            case IIncrementOrDecrementOperation:
                return (FieldUseKind.Update, "");
            case ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple when deconstruction.Target == tuple:
                return (FieldUseKind.Write, "");
            case null or { Kind: OperationKind.None }:
                return (FieldUseKind.Reference, "");
        }

        return reference.Syntax.Parent is RefExpressionSyntax ? (FieldUseKind.Reference, "") : (FieldUseKind.Read, "");
    }

    private static string Name(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation call ? call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name : "";
}

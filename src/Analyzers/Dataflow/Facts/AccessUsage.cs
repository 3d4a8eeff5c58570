using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// How a reference to state is used: what happens to the variable and, for a reference type, to the object it refers to.
internal readonly record struct AccessUsage(AccessKind? Variable, AccessKind? Object)
{
    public static readonly AccessUsage None = new(null, null);

    public static readonly AccessUsage PlainRead = new(AccessKind.Read, null);
    private static readonly AccessUsage ReadOfObject = new(AccessKind.Read, AccessKind.ObjectRead);
    private static readonly AccessUsage WriteOfObject = new(AccessKind.Read, AccessKind.ObjectWrite);
    private static readonly AccessUsage ReferenceIntoObject = new(AccessKind.Read, AccessKind.Reference);

    /// Climbs from the reference to what is done with it. Unknown uses are reads.
    public static AccessUsage Of(IOperation reference, GraphContext graph, ContractReader contracts)
    {
        var isValue = reference.Type is { IsValueType: true };
        switch (reference.Parent)
        {
            case var _ when reference.Syntax.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.RefExpressionSyntax:
                // Bound to a ref local, or returned by reference.
                return None;
            case null or { Kind: OperationKind.None } when IsFixed(reference):
                return reference.Type is IArrayTypeSymbol ? ReferenceIntoObject : reference.Type is { TypeKind: TypeKind.Class or TypeKind.Interface } ? ReadOfObject : new(AccessKind.Reference, null);
            case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IDeclarationExpressionOperation:
                return Of(reference.Parent, graph, contracts);
            case ISimpleAssignmentOperation assignment:
                return assignment.Target == reference ? Written : assignment.IsRef ? None : PlainRead;
            case ICompoundAssignmentOperation compound when compound.Target == reference && compound.IsMemberOfTarget():
            case IIncrementOrDecrementOperation step when step.IsMemberOfTarget():
                return ReadOfObject;
            case ICompoundAssignmentOperation compound:
                return compound.Target == reference ? Written : PlainRead;
            case IIncrementOrDecrementOperation:
                return Written;
            case IEventAssignmentOperation subscription:
                return subscription.EventReference == reference ? Written : PlainRead;
            case ITupleOperation tuple:
                return IsDeconstructionTarget(tuple) ? Written : PlainRead;
            case IDeconstructionAssignmentOperation deconstruction:
                return deconstruction.Target == reference ? Written : isValue ? PlainRead : ReadOfObject;
            case IAddressOfOperation:
                return new(AccessKind.Reference, null);
            case IArgumentOperation argument:
                return OfArgument(argument, isValue);
            case IFlowCaptureOperation capture when graph.PlaceOf(capture.Id) is not null:
                return graph.IsPlaceByReference(capture.Id) ? new(AccessKind.Reference, null) : Written;
            case IMemberReferenceOperation member when member.Instance == reference:
                return OfMember(member, isValue, graph, contracts);
            case IArrayElementReferenceOperation element when element.ArrayReference == reference:
                return IntoObject(Of(element, graph, contracts));
            case IInvocationOperation call when call.Instance == reference:
                return OfCall(call, isValue, contracts);
            case IIsPatternOperation { Pattern: IRecursivePatternOperation { PropertySubpatterns.IsEmpty: false } or IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: false } or IListPatternOperation }:
            case IInterpolationOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } or IAwaitOperation:
                return isValue ? PlainRead : ReadOfObject;
            case { } parent when IsIndexed(parent, reference):
                return isValue ? Of(parent, graph, contracts) : IntoObject(Of(parent, graph, contracts));
            case { } parent when parent.IsSpread():
                return isValue ? PlainRead : ReadOfObject;
            default:
                return PlainRead;
        }
    }

    private static AccessUsage Written => new(AccessKind.Write, null);

    private static AccessUsage OfArgument(IArgumentOperation argument, bool isValue)
    {
        switch (argument.Parameter?.RefKind)
        {
            case RefKind.Ref or RefKind.Out:
                return MarkedApis.Of(argument) switch
                {
                    MarkedOperation.None => new(AccessKind.Reference, null),
                    MarkedOperation.Read => PlainRead,
                    _ => Written,
                };
            case RefKind.None or null:
                return isValue ? PlainRead : ReadOfObject;
            default:
                // `in` and `ref readonly`.
                return MarkedApis.Of(argument) == MarkedOperation.Read ? PlainRead : new(AccessKind.ReadReference, null);
        }
    }

    private static AccessUsage OfMember(IMemberReferenceOperation member, bool isValue, GraphContext graph, ContractReader contracts)
    {
        if (member is IMethodReferenceOperation or IEventReferenceOperation)
            return isValue ? PlainRead : ReadOfObject;
        var usage = Of(member, graph, contracts);
        if (isValue)
            return member is IFieldReferenceOperation ? usage with { Object = null, Variable = usage.Object is null ? usage.Variable ?? AccessKind.Read : AccessKind.Read }
                : usage.Variable == AccessKind.Write ? Written : PlainRead;
        return contracts.HasDiscipline(member.Member) ? ReadOfObject : IntoObject(usage);
    }

    private static AccessUsage OfCall(IInvocationOperation call, bool isValue, ContractReader contracts)
    {
        var method = call.TargetMethod;
        if (!isValue)
            return contracts.Mutates(method) ? WriteOfObject : ReadOfObject;
        var changesItself = method.ContainingType.IsValueType && !method.IsReadOnly && !method.ContainingType.IsReadOnly
            && method.MethodKind == MethodKind.Ordinary && !method.IsStatic && !method.ContainingType.DeclaringSyntaxReferences.IsEmpty;
        return changesItself || contracts.Mutates(method) ? Written : PlainRead;
    }

    /// One reference further: writing there writes the object.
    private static AccessUsage IntoObject(AccessUsage member) => member.Variable switch
    {
        null => None,
        AccessKind.Write => WriteOfObject,
        AccessKind.Reference => ReferenceIntoObject,
        AccessKind.ReadReference => new(AccessKind.Read, AccessKind.ReadReference),
        _ => ReadOfObject,
    };

    private static bool IsDeconstructionTarget(IOperation operation)
    {
        while (operation.Parent is ITupleOperation or IDeclarationExpressionOperation)
            operation = operation.Parent;
        return operation.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == operation;
    }

    /// Operation kinds of newer compilers that index their first operand.
    public static bool IsIndexed(IOperation parent, IOperation reference)
    {
        if (!parent.IsImplicitIndexer() && !parent.IsInlineArrayAccess())
            return false;
        foreach (var operand in parent.ChildOperations)
            return operand == reference;
        return false;
    }

    private static bool IsFixed(IOperation reference) => reference.Syntax.Parent?.Parent?.Parent?.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.FixedStatementSyntax;
}

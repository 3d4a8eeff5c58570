using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Dataflow.Events;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Loops that wait for another thread by reading a plain variable, again and again: what the compiler may read once.
///
/// Law: only what is understood counts. A call, a lock, a marked or volatile access anywhere in the loop makes the
/// compiler read again; so does whatever this list of operations does not have.
internal static class SpinLoops
{
    public static SpinShape? Of(ILoopOperation loop, ISymbol body, IOperation root)
    {
        if (loop is not (IWhileLoopOperation or IForLoopOperation))
            return null;
        var conditions = new List<IOperation>();
        if ((loop as IWhileLoopOperation)?.Condition is { } whileCondition)
            conditions.Add(whileCondition);
        if ((loop as IForLoopOperation)?.Condition is { } forCondition)
            conditions.Add(forCondition);
        var before = (loop as IForLoopOperation)?.Before ?? ImmutableArray<IOperation>.Empty;

        var changed = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in Inside(loop, before))
        {
            if (!IsSilent(operation, changed) || !AddExit(operation, loop, conditions))
                return null;
        }

        IOperation? awaited = null;
        foreach (var operation in conditions.Where(c => !c.ConstantValue.HasValue).SelectMany(c => c.DescendantsAndSelf()))
        {
            var symbol = Variable(operation);
            if (symbol is not null && changed.Contains(symbol))
                return null;
            if (operation is IArrayElementReferenceOperation || operation is IInvalidOperation)
                return null;
            if (symbol is not null && awaited is null && IsShared(operation, body, root))
                awaited = operation;
        }

        return awaited is null ? null : new SpinShape(Places.Of(awaited), body, Variable(awaited)!, Places.TextOf(awaited));
    }

    /// Everything that runs in each round: not what comes before the first, nor what is thrown after the last.
    private static IEnumerable<IOperation> Inside(ILoopOperation loop, ImmutableArray<IOperation> before)
    {
        var stack = new Stack<IOperation>(loop.ChildOperations.Where(child => !before.Contains(child)));
        while (stack.Count > 0)
        {
            var next = stack.Pop();
            yield return next;
            if (next is IThrowOperation)
                continue;
            foreach (var child in next.ChildOperations)
                stack.Push(child);
        }
    }

    /// It runs nobody else's code and orders nothing; what it assigns is noted.
    private static bool IsSilent(IOperation operation, HashSet<ISymbol> changed)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return Change(assignment.Target, changed);
            case ICompoundAssignmentOperation { OperatorMethod: null } compound:
                return Change(compound.Target, changed);
            case IIncrementOrDecrementOperation { OperatorMethod: null } increment:
                return Change(increment.Target, changed);
            case IFieldReferenceOperation field:
                return !field.Field.IsVolatile;
            case IPropertyReferenceOperation property:
                return SameLocation.IsStored(property.Property);
            case IVariableDeclaratorOperation declarator:
                changed.Add(declarator.Symbol);
                return true;
            case IBinaryOperation binary:
                return binary.OperatorMethod is null && binary.Type?.SpecialType is not (SpecialType.System_String or SpecialType.System_Decimal);
            case IUnaryOperation unary:
                return unary.OperatorMethod is null;
            case IConversionOperation conversion:
                return conversion.OperatorMethod is null && !(conversion.Operand.Type is { IsValueType: true } && conversion.Type is { IsReferenceType: true });
            case IBlockOperation or IEmptyOperation or IExpressionStatementOperation or ILiteralOperation or ILocalReferenceOperation or IParameterReferenceOperation
                or IInstanceReferenceOperation or IConditionalOperation or IBranchOperation or IReturnOperation or IThrowOperation or IVariableDeclarationGroupOperation
                or IVariableDeclarationOperation or IVariableInitializerOperation or IArrayElementReferenceOperation or IIsPatternOperation or IPatternOperation or IDefaultValueOperation
                or IParenthesizedOperation or ILabeledOperation or IWhileLoopOperation or IForLoopOperation or ICoalesceOperation or IIsTypeOperation or IDiscardOperation:
                return operation.Kind != OperationKind.YieldReturn && operation.Kind != OperationKind.YieldBreak;
            default:
                return false;
        }
    }

    private static bool Change(IOperation target, HashSet<ISymbol> changed)
    {
        if (SameLocation.Unwrap(target) is IArrayElementReferenceOperation or IDiscardOperation)
            return true;
        if (Variable(SameLocation.Unwrap(target)) is not { } symbol)
            return false;
        changed.Add(symbol);
        return true;
    }

    /// What leaves the loop leaves it under conditions; without any, it is no loop.
    private static bool AddExit(IOperation operation, ILoopOperation loop, List<IOperation> conditions)
    {
        var leaves = operation switch
        {
            IReturnOperation or IThrowOperation => true,
            IBranchOperation { BranchKind: BranchKind.Break } branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
            IBranchOperation { BranchKind: BranchKind.GoTo } => true,
            _ => false,
        };
        if (!leaves)
            return true;
        var found = false;
        for (var outer = operation.Parent; outer is not null && outer != loop; outer = outer.Parent)
        {
            if (outer is IConditionalOperation conditional)
            {
                conditions.Add(conditional.Condition);
                found = true;
            }
            else if (outer is not (IBlockOperation or ILabeledOperation or IExpressionStatementOperation))
            {
                return false;
            }
        }

        return found;
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// Another thread may change it: state of an object or a type, or a variable that a delegate changes.
    private static bool IsShared(IOperation reference, ISymbol body, IOperation root) => reference switch
    {
        IFieldReferenceOperation { Field: var field, Instance: var instance } =>
            !field.IsReadOnly && !field.IsConst && !StateSymbol.IsOfOneThread(field) && !IsOwnValue(instance) && field.Type.TypeKind != TypeKind.Error,
        IPropertyReferenceOperation { Property: var property, Instance: var instance } => property.SetMethod is { IsInitOnly: false } && !IsOwnValue(instance),
        ILocalReferenceOperation { Local: { IsRef: false, IsConst: false } local } => IsChangedByAnother(local, reference, root),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => IsChangedByAnother(parameter, reference, root),
        _ => false,
    };

    /// Part of a struct that this body has for itself.
    private static bool IsOwnValue(IOperation? instance) => instance is not null && SameLocation.Unwrap(instance) is var of && of switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => of.Type is not { IsReferenceType: true } && of.Type?.TypeKind != TypeKind.TypeParameter,
        IFieldReferenceOperation field => field.Field.ContainingType.IsValueType && IsOwnValue(field.Instance),
        IInstanceReferenceOperation => false,
        IPropertyReferenceOperation property => property.Type is not { IsReferenceType: true },
        _ => true,
    };

    private static bool IsChangedByAnother(ISymbol variable, IOperation reference, IOperation root)
    {
        var function = FunctionOf(reference);
        return root.Descendants().Any(operation =>
            operation is ILocalReferenceOperation or IParameterReferenceOperation
            && SymbolEqualityComparer.Default.Equals(Variable(operation), variable)
            && (operation.Parent is IIncrementOrDecrementOperation || operation.Parent is IAssignmentOperation assignment && assignment.Target == operation)
            && FunctionOf(operation) is IAnonymousFunctionOperation other && other != function);
    }

    private static IOperation? FunctionOf(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return outer;
        }

        return null;
    }
}

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Reads off the source how it touches a variable: climbs from the reference to what is done with it.
internal static class StateAccessReader
{
    /// Null where the reference is no access: its address is taken, or a ref local is bound to it.
    public static StateAccess? Of(IOperation reference, ISymbol member, WrittenBody body)
    {
        if (Form(reference, reference, body) is not { } access)
            return null;
        return access with
        {
            Waiver = Waiver(reference),
            IsComparand = access.Form == AccessForm.Read && !access.IsCall && IsComparand(reference, member, body),
            Wait = access.Form == AccessForm.Read ? Wait(reference, member) : WaitForm.None,
        };
    }

    private static StateAccess? Form(IOperation reference, IOperation use, WrittenBody body)
    {
        if (use.Syntax.Parent is RefExpressionSyntax)
            return null;
        switch (use.Parent)
        {
            case IParenthesizedOperation or IConversionOperation { OperatorMethod: null }:
                return Form(reference, use.Parent, body);
            case ISimpleAssignmentOperation assignment when assignment.Target == use:
                return assignment.IsRef ? null : new StateAccess(AccessForm.Write) { Value = assignment.Value };
            case IIncrementOrDecrementOperation step:
                return new StateAccess(AccessForm.Update) { Update = step.Kind == OperationKind.Increment ? UpdateForm.Increment : UpdateForm.Decrement };
            case ICompoundAssignmentOperation compound when compound.Target == use:
                return new StateAccess(AccessForm.Update) { Update = UpdateForm.Compound, Value = compound.Value };
            case ICoalesceAssignmentOperation coalesce when coalesce.Target == use:
                return new StateAccess(AccessForm.Update) { Update = UpdateForm.Coalesce, Value = coalesce.Value };
            case ITupleOperation tuple when IsDeconstructed(tuple):
                return new StateAccess(AccessForm.Write);
            case IEventAssignmentOperation subscription when subscription.EventReference == use:
            case IAddressOfOperation:
            case null or { Kind: OperationKind.None } when use == reference && IsFixed(reference):
                return null;
            case IArgumentOperation argument:
                return OfArgument(reference, argument, body);
            // A part of a struct is a part of the variable.
            case IMemberReferenceOperation part and not IMethodReferenceOperation when part.Instance == use && use.Type is { IsValueType: true }:
                return Form(reference, part, body) is { Form: not AccessForm.Read } access ? access with { Value = null } : new StateAccess(AccessForm.Read);
            default:
                return new StateAccess(AccessForm.Read);
        }
    }

    private static StateAccess? OfArgument(IOperation reference, IArgumentOperation argument, WrittenBody body)
    {
        if (argument.Parameter is not { RefKind: not RefKind.None } parameter || argument.Parent is not { } call)
            return new StateAccess(AccessForm.Read);
        if (call is IInvocationOperation invocation)
        {
            if (MarkedApis.IsDeliberate(invocation.TargetMethod))
                return new StateAccess(parameter.RefKind == RefKind.Ref ? AccessForm.Write : AccessForm.Read) { Value = parameter.RefKind == RefKind.Ref ? invocation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 1)?.Value : null };
            if (MarkedApis.IsReinterpretation(invocation.TargetMethod))
                return Form(reference, invocation, body);
            if (MarkedApis.Of(argument) is var operation and not MarkedOperation.None)
            {
                return new StateAccess(operation == MarkedOperation.Read ? AccessForm.Read : operation is MarkedOperation.Write or MarkedOperation.Exchange ? AccessForm.Write : AccessForm.Update)
                {
                    Call = invocation,
                    Operation = operation,
                    Value = MarkedApis.ValueOf(invocation),
                };
            }

            if (MarkedCallees.IsMarked(parameter, body.Models))
                return new StateAccess(AccessForm.Update) { Call = invocation, Operation = MarkedOperation.Update };
        }

        return new StateAccess(parameter.RefKind is RefKind.Ref or RefKind.Out ? AccessForm.Reference : AccessForm.ReadReference);
    }

    private static bool IsDeconstructed(ITupleOperation tuple)
    {
        IOperation operation = tuple;
        while (operation.Parent is ITupleOperation)
            operation = operation.Parent;
        return operation.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == operation;
    }

    private static bool IsFixed(IOperation reference) => reference.Syntax.Parent?.Parent?.Parent?.Parent is FixedStatementSyntax;

    /// The innermost call of `DataRace` around it.
    private static IInvocationOperation? Waiver(IOperation reference)
    {
        for (var operation = reference.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IInvocationOperation call && MarkedApis.IsDeliberate(call.TargetMethod))
                return call;
        }

        return null;
    }

    private static bool IsComparand(IOperation reference, ISymbol member, WrittenBody body)
    {
        var use = reference;
        while (use.Parent is IParenthesizedOperation or IConversionOperation { OperatorMethod: null })
            use = use.Parent;
        if (use.Parent is IArgumentOperation { Parent: IInvocationOperation call } argument)
            return MarkedApis.ComparandOf(call) == argument.Value && IsOf(call, member);
        var local = use.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == use => target.Local,
            _ => null,
        };
        return local is not null && body.Exchanges.Any(exchange => IsOf(exchange, member)
            && MarkedApis.ComparandOf(exchange)?.DescendantsAndSelf().Any(o => o is ILocalReferenceOperation comparand && SymbolEqualityComparer.Default.Equals(comparand.Local, local)) == true);
    }

    /// Whether a call works on the member, whosever it is.
    private static bool IsOf(IInvocationOperation call, ISymbol member) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value.DescendantsAndSelf().Any(o => IsMember(o, member)) == true;

    private static bool IsMember(IOperation operation, ISymbol member) =>
        operation is IMemberReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Member.OriginalDefinition, member.OriginalDefinition);

    /// A condition of a loop that does not write the variable itself, or of a call that is such a loop.
    private static WaitForm Wait(IOperation reference, ISymbol member)
    {
        var operand = reference;
        var question = reference;
        for (var operation = reference.Parent; operation is not null; operand = operation, operation = operation.Parent)
        {
            if (operand == question && operation is not (ILoopOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }))
                question = operation;
            switch (operation)
            {
                case IWhileLoopOperation loop when loop.Condition == operand:
                    return Wait(loop, question, reference, member);
                case IForLoopOperation loop when loop.Condition == operand:
                    return Wait(loop, question, reference, member);
                case IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation lambda } }:
                    return WaitingApis.IsAsked(lambda) ? WaitForm.Waits : WaitForm.None;
                case IParenthesizedOperation or IConversionOperation or IUnaryOperation or IBinaryOperation or IIsPatternOperation or IArgumentOperation or IInvocationOperation or IPropertyReferenceOperation:
                    continue;
                default:
                    return WaitForm.None;
            }
        }

        return WaitForm.None;
    }

    /// A loop that changes itself what the question compares the variable with counts, and does not wait.
    private static WaitForm Wait(ILoopOperation loop, IOperation question, IOperation reference, ISymbol member)
    {
        var waits = WaitForm.Spins;
        var compared = question.DescendantsAndSelf().Select(Variable).OfType<ISymbol>().ToImmutableHashSet(SymbolEqualityComparer.Default);
        foreach (var operation in loop.Descendants())
        {
            if (operation != reference && IsMember(operation, member))
                return WaitForm.None;
            if (Changed(operation) is { } changed && compared.Contains(changed) && !question.Syntax.Span.Contains(operation.Syntax.Span))
                return WaitForm.None;
            if (operation is IInvocationOperation or IObjectCreationOperation or IAwaitOperation or IDynamicInvocationOperation or IFunctionPointerInvocationOperation or ILockOperation or IReturnOperation { Kind: OperationKind.YieldReturn }
                or IPropertyReferenceOperation or IEventAssignmentOperation)
                waits = WaitForm.Waits;
        }

        return waits;
    }

    private static ISymbol? Changed(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => Variable(assignment.Target),
        IIncrementOrDecrementOperation step => Variable(step.Target),
        _ => null,
    };

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}

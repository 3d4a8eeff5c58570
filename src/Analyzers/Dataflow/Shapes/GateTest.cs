using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// One question in a condition: whether a field (or what a local has just read from it) is unset.
/// <param name="Reference">The field, where the condition or the local reads it.</param>
/// <param name="IsMarked">The read is an acquire.</param>
internal sealed record GateTest(ISymbol Gate, IOperation Reference, bool IsMarked)
{
    /// The local through which the condition asks.
    public ILocalSymbol? Local { get; init; }

    /// The value that means unset, for a gate that is a value.
    public object? Unset { get; init; }

    /// The questions that are answered "unset" when the section is entered: conditions around it, and conditions before it
    /// that leave when the gate is set.
    public static IEnumerable<GateTest> Before(CriticalSection section, IOperation root)
    {
        IOperation inner = section.Statement;
        for (var outer = inner.Parent; outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer, outer = outer.Parent)
        {
            switch (outer)
            {
                case IConditionalOperation conditional when inner != conditional.Condition:
                    foreach (var test in Of(conditional.Condition, isUnsetWhen: inner == conditional.WhenTrue, root))
                        yield return test;
                    break;
                case IBlockOperation block:
                    foreach (var earlier in block.Operations.TakeWhile(operation => operation != inner).OfType<IConditionalOperation>())
                    {
                        if (earlier.WhenFalse is not null || !Leaves(earlier.WhenTrue))
                            continue;
                        foreach (var test in Of(earlier.Condition, isUnsetWhen: false, root))
                            yield return test;
                    }
                    break;
            }
        }
    }

    /// The store in the section that sets the gate; null when it does not, when it takes it down, or when it only notes an
    /// answer that may be either.
    public IOperation? Store(CriticalSection section)
    {
        foreach (var operation in section.Descendants())
        {
            var value = operation switch
            {
                ISimpleAssignmentOperation assignment when SameLocation.Denotes(assignment.Target, Reference) => assignment.Value,
                ICoalesceAssignmentOperation coalesce when SameLocation.Denotes(coalesce.Target, Reference) => coalesce.Value,
                IInvocationOperation call when MarkedApis.Of(call.TargetMethod) is MarkedOperation.Write or MarkedOperation.Exchange or MarkedOperation.CompareExchange
                    && MisusedMarks.LocationOf(call) is { } location && SameLocation.Denotes(location, Reference) => MarkedApis.ValueOf(call),
                _ => null,
            };
            if (value is not null)
                return IsUnset(value) || IsAnswer(value) ? null : operation;
        }

        return null;
    }

    /// Whether the section reads the gate again before it sets it.
    public bool IsAskedAgain(CriticalSection section, IOperation store) =>
        store is ICoalesceAssignmentOperation || store is IInvocationOperation call && MarkedApis.Of(call.TargetMethod) == MarkedOperation.CompareExchange
        || section.Descendants().Any(operation => operation.Syntax.SpanStart < store.Syntax.Span.End && IsRead(operation))
        || store is ISimpleAssignmentOperation { Value: var value } && value.Descendants().Any(IsRead);

    /// Whether the member goes on to read the gate where the lock is not held.
    public bool IsReadAgainAfter(CriticalSection section, IOperation root) => root.Descendants().Any(operation =>
        operation is IReturnOperation { ReturnedValue: { } returned } && operation.Syntax.SpanStart > section.Syntax.Span.End
        && SymbolEqualityComparer.Default.Equals(SameLocation.StateOf(returned), Gate) && SameLocation.Denotes(returned, Reference));

    private bool IsRead(IOperation operation) =>
        operation is IMemberReferenceOperation && SameLocation.Denotes(operation, Reference) && !(operation.Parent is IAssignmentOperation assignment && assignment.Target == operation && assignment is ISimpleAssignmentOperation);

    private bool IsUnset(IOperation value) =>
        SameLocation.Unwrap(value) is var bare && (bare is IDefaultValueOperation
            || bare.ConstantValue is { HasValue: true, Value: var constant } && IsUnsetState(constant));

    /// `done = count == all`: what other state is now, not something that is made once.
    private static bool IsAnswer(IOperation value) => SameLocation.Unwrap(value) is IBinaryOperation or IIsPatternOperation or IUnaryOperation && value.Type?.SpecialType == SpecialType.System_Boolean && !value.ConstantValue.HasValue;

    private static bool Leaves(IOperation? statement) => statement switch
    {
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IBranchOperation => true,
        IBlockOperation { Operations: { Length: > 0 } operations } => Leaves(operations[operations.Length - 1]),
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    private static IEnumerable<GateTest> Of(IOperation condition, bool isUnsetWhen, IOperation root)
    {
        condition = SameLocation.Unwrap(condition);
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Of(not.Operand, !isUnsetWhen, root);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or } both:
                return Of(both.LeftOperand, isUnsetWhen, root).Concat(Of(both.RightOperand, isUnsetWhen, root));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                var means = (comparison.OperatorKind == BinaryOperatorKind.Equals) == isUnsetWhen;
                return Compared(comparison.LeftOperand, comparison.RightOperand, means, root).Concat(Compared(comparison.RightOperand, comparison.LeftOperand, means, root));
            case IIsPatternOperation { Pattern: var pattern, Value: var value }:
                var isNegated = pattern is INegatedPatternOperation;
                var inner = pattern is INegatedPatternOperation negated ? negated.Pattern : pattern;
                return inner switch
                {
                    IConstantPatternOperation constant => Compared(value, constant.Value, !isNegated == isUnsetWhen, root),
                    // `x is { } y`, `x is T y`: set when it matches.
                    IRecursivePatternOperation or IDeclarationPatternOperation or ITypePatternOperation when isNegated == isUnsetWhen => Read(value, root, null),
                    _ => Enumerable.Empty<GateTest>(),
                };
            case IPropertyReferenceOperation { Property: { Name: "HasValue" or "IsDefault" or "IsDefaultOrEmpty" } property, Instance: { Type.IsValueType: true } instance } when instance.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || property.Name != "HasValue":
                return (property.Name == "HasValue") != isUnsetWhen ? Read(instance, root, null) : Enumerable.Empty<GateTest>();
            default:
                return condition.Type?.SpecialType == SpecialType.System_Boolean ? Read(condition, root, isUnsetWhen) : Enumerable.Empty<GateTest>();
        }
    }

    /// A value that is compared with a constant; `isEqual` says whether they are equal when the section is entered.
    private static IEnumerable<GateTest> Compared(IOperation value, IOperation constant, bool isEqual, IOperation root)
    {
        constant = SameLocation.Unwrap(constant);
        if (constant.ConstantValue is { HasValue: true, Value: var known })
        {
            if (known is bool answer)
                return Read(value, root, isEqual ? answer : !answer);
            return isEqual ? Read(value, root, known) : Enumerable.Empty<GateTest>();
        }

        return isEqual && constant is IDefaultValueOperation or IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } } ? Read(value, root, null) : Enumerable.Empty<GateTest>();
    }

    private static IEnumerable<GateTest> Read(IOperation value, IOperation root, object? unset)
    {
        value = SameLocation.Unwrap(value);
        ILocalSymbol? local = null;
        if (value is ISimpleAssignmentOperation { Target: ILocalReferenceOperation assigned } assignment)
        {
            local = assigned.Local;
            value = SameLocation.Unwrap(assignment.Value);
        }
        else if (value is ILocalReferenceOperation { Local: { IsRef: false } through } && Initializer(through, root) is { } initializer)
        {
            local = through;
            value = SameLocation.Unwrap(initializer);
        }

        var isMarked = false;
        if (value is IInvocationOperation call && MarkedApis.Of(call.TargetMethod) is MarkedOperation.Read or MarkedOperation.CompareExchange && MisusedMarks.LocationOf(call) is { } location)
        {
            isMarked = true;
            value = SameLocation.Unwrap(location);
        }

        if (IsUnsetState(unset) && SameLocation.StateOf(value) is { } gate && gate is not (IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true })
            && ((IMemberReferenceOperation)value).Instance is null or IInstanceReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation)
        {
            yield return new GateTest(gate, value, isMarked) { Local = local, Unset = unset };
        }
    }

    /// Other values are states between which the section moves, or that it takes down.
    private static bool IsUnsetState(object? value) => value switch
    {
        null or false or '\0' => true,
        true => false,
        System.IConvertible number and not string => number.ToDouble(System.Globalization.CultureInfo.InvariantCulture) is 0 or -1,
        _ => false,
    };

    private static IOperation? Initializer(ILocalSymbol local, IOperation root) => root.Descendants().OfType<IVariableDeclaratorOperation>()
        .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.GetVariableInitializer()?.Value;
}

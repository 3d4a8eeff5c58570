using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Calls of the marking API that compile and do not do what they say: one per call.
internal static class MisusedMarks
{
    public static MisuseShape? Of(IInvocationOperation call, ISymbol body, IOperation root)
    {
        var kind = MarkedApis.Of(call.TargetMethod);
        if (kind == MarkedOperation.None || LocationOf(call) is not { } location)
            return null;
        MisuseShape Found(MarkMisuse misuse, IOperation place) =>
            new(Places.Of(place), body, misuse, call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name, Places.TextOf(place)) { Type = location.Type };

        var place = Strip(location);
        if (!IsLocation(place))
            return place.Kind is OperationKind.None or OperationKind.Invalid ? null : Found(MarkMisuse.Temporary, location);
        if (kind is MarkedOperation.Exchange or MarkedOperation.CompareExchange && call.TargetMethod is { IsGenericMethod: true, TypeArguments: { Length: 1 } arguments } && IsOfTheRuntime(call.TargetMethod))
        {
            switch (Exchanges(arguments[0]))
            {
                case false:
                    return Found(MarkMisuse.Throws, location);
                case null:
                    return Found(MarkMisuse.MayThrow, location);
            }
        }

        if (IsCovariantElement(place))
            return Found(MarkMisuse.CovariantElement, location);
        if (kind == MarkedOperation.CompareExchange && MarkedApis.ComparandOf(call) is { } comparand && MarkedApis.ValueOf(call) is { } value)
        {
            if (IsReadOf(comparand, place))
                return Found(MarkMisuse.FreshComparand, comparand);
            if (comparand is IConversionOperation { OperatorMethod: null, Operand.Type: { IsValueType: true }, Type: { IsReferenceType: true } })
                return Found(MarkMisuse.BoxedComparand, comparand);
            if (IsMade(SameLocation.Unwrap(comparand)))
                return Found(MarkMisuse.NewComparand, comparand);
            if (ComputedFrom(value, place, root) is { } second && !IsReadInStep(comparand, value, place, root))
                return Found(MarkMisuse.TwoFetches, second);
        }

        return IsOwn(place, root) ? Found(MarkMisuse.Copy, location) : null;
    }

    /// `Changed = null` in the type that declares the event.
    public static MisuseShape? OfClearing(ISimpleAssignmentOperation assignment, ISymbol body) =>
        assignment.Target is IEventReferenceOperation { Event: var @event } target
        && SameLocation.Unwrap(assignment.Value) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation
            ? new MisuseShape(Places.Of(assignment.Target), body, MarkMisuse.EventCleared, @event.Name, Places.TextOf(target))
            : null;

    /// `Interlocked.Decrement(ref n); if (n == 0)`: two threads may both see it, or none.
    public static MisuseShape? OfDroppedResult(IInvocationOperation call, ISymbol body)
    {
        if (MarkedApis.Of(call.TargetMethod) != MarkedOperation.Update || call.Parent is not IExpressionStatementOperation { Parent: IBlockOperation block } statement)
            return null;
        if (call.TargetMethod.ReturnsVoid || LocationOf(call) is not { } location || Strip(location) is not (IFieldReferenceOperation or IArrayElementReferenceOperation) || call.TargetMethod.ContainingType.Name != "Interlocked")
            return null;
        var index = block.Operations.IndexOf(statement);
        if (index < 0 || index + 1 >= block.Operations.Length || block.Operations[index + 1] is not IConditionalOperation next)
            return null;
        var again = next.Condition.DescendantsAndSelf().FirstOrDefault(operation => IsReadOf(operation, Strip(location)) && operation is not IConversionOperation);
        return again is null ? null : new MisuseShape(Places.Of(again), body, MarkMisuse.ResultDropped, call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name, Places.TextOf(location));
    }

    /// The argument that is the location.
    public static IOperation? LocationOf(IInvocationOperation call) => call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value;

    /// A plain or marked read of the location.
    public static bool IsReadOf(IOperation operation, IOperation location)
    {
        operation = SameLocation.Unwrap(operation);
        if (operation is IInvocationOperation call)
            return MarkedApis.Of(call.TargetMethod) == MarkedOperation.Read && LocationOf(call) is { } read && IsReadOf(read, location);
        return operation is IFieldReferenceOperation or IArrayElementReferenceOperation && SameLocation.Denotes(operation, location);
    }

    /// A new object, or a text that is put together: references are compared, and nobody has stored this one.
    private static bool IsMade(IOperation comparand) => comparand.Type is { IsReferenceType: true } && !comparand.ConstantValue.HasValue
        && comparand is IObjectCreationOperation or IAnonymousObjectCreationOperation or IArrayCreationOperation or IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    private static bool IsOfTheRuntime(IMethodSymbol method) => method.ContainingType.Name == "Interlocked";

    private static IOperation Strip(IOperation location)
    {
        while (location is IParenthesizedOperation parenthesized)
            location = parenthesized.Operand;
        return location;
    }

    private static bool IsLocation(IOperation operation) => operation switch
    {
        IFieldReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation or IEventReferenceOperation => true,
        IInvocationOperation call => call.TargetMethod.RefKind != RefKind.None,
        IPropertyReferenceOperation property => property.Property.RefKind != RefKind.None,
        IConditionalOperation { IsRef: true } or IInstanceReferenceOperation or IDeclarationExpressionOperation or IDynamicMemberReferenceOperation => true,
        ISimpleAssignmentOperation { IsRef: true } => true,
        IConversionOperation or ILiteralOperation or IBinaryOperation or IUnaryOperation or ICoalesceOperation or IObjectCreationOperation or IDefaultValueOperation or IConditionalOperation => false,
        // Pointer indirection, elements of spans and inline arrays, and what newer compilers bring.
        _ => true,
    };

    /// Null: for some types only.
    private static bool? Exchanges(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.IsReferenceType || (parameter.HasValueTypeConstraint && parameter.ConstraintTypes.Any(c => c.SpecialType == SpecialType.System_Enum)) ? true : null;
        }

        return type.IsReferenceType || AtomicTypes.IsUnknown(type) || type.TypeKind is TypeKind.Enum or TypeKind.Pointer or TypeKind.FunctionPointer || type.SpecialType is
            SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
    }

    /// An element of an array that the caller of a visible method brings: it may be one of a derived type.
    private static bool IsCovariantElement(IOperation place) =>
        place is IArrayElementReferenceOperation { ArrayReference: var array, Type: INamedTypeSymbol { IsReferenceType: true, IsSealed: false, TypeKind: not TypeKind.Error } }
        && SameLocation.Unwrap(array) switch
        {
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { DeclaredAccessibility: not Accessibility.Private, MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) } } } => true,
            IFieldReferenceOperation field => GivenArrays.IsGiven(field.Field),
            _ => false,
        };

    /// Where the new value reads the location: in the call itself, or where the only value of a local was computed.
    private static IOperation? ComputedFrom(IOperation value, IOperation place, IOperation root)
    {
        if (value.DescendantsAndSelf().FirstOrDefault(operation => IsReadOf(operation, place) && operation is not (IConversionOperation or IParenthesizedOperation)) is { } read)
            return read;
        if (SameLocation.Unwrap(value) is ILocalReferenceOperation { Local: var local } && DefinitionOf(local, root) is { } definition && !IsReadOf(definition, place))
            return definition.DescendantsAndSelf().FirstOrDefault(operation => IsReadOf(operation, place) && operation is not (IConversionOperation or IParenthesizedOperation));
        return null;
    }

    /// The comparand is taken from the read that the new value is computed from: `var next = (old = f) + 1`.
    private static bool IsReadInStep(IOperation comparand, IOperation value, IOperation place, IOperation root)
    {
        if (SameLocation.Unwrap(comparand) is not ILocalReferenceOperation { Local: var local })
            return true;
        var source = SameLocation.Unwrap(value) is ILocalReferenceOperation { Local: var next } && DefinitionOf(next, root) is { } definition ? definition : value;
        return source.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(a => a.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local) && IsReadOf(a.Value, place));
    }

    /// The initializer of a local that nothing else assigns.
    public static IOperation? DefinitionOf(ILocalSymbol local, IOperation root)
    {
        IOperation? definition = null;
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    definition = declarator.GetVariableInitializer()?.Value;
                    break;
                case ILocalReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Local, local) && IsAssigned(reference):
                    return null;
            }
        }

        return definition;
    }

    private static bool IsAssigned(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation => true,
        IArgumentOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } } => true,
        _ => false,
    };

    /// A variable, or a part of a struct in one, that no delegate, reference or pointer takes outside.
    private static bool IsOwn(IOperation place, IOperation root)
    {
        while (place is IFieldReferenceOperation { Field.ContainingType.IsValueType: true, Instance: { } instance })
            place = Strip(instance);
        ISymbol? variable = place switch
        {
            ILocalReferenceOperation { Local.RefKind: RefKind.None } local => local.Local,
            IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter => parameter.Parameter,
            _ => null,
        };
        return variable is not null && !IsPrimaryConstructorParameter(variable)
            && AllUses(variable, root).All(use => FunctionOf(use) is var function && SymbolEqualityComparer.Default.Equals(function ?? variable.ContainingSymbol, variable.ContainingSymbol)
                && use.Parent is not IAddressOfOperation && use.Syntax.Parent is not Microsoft.CodeAnalysis.CSharp.Syntax.RefExpressionSyntax && !IsPassedOn(use));
    }

    private static bool IsPrimaryConstructorParameter(ISymbol variable) =>
        variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
        && constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    /// By reference to something else than the marking API, which may keep it for a while.
    private static bool IsPassedOn(IOperation use) =>
        use.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None } argument && MarkedApis.Of(argument) == MarkedOperation.None
        && argument.Parameter!.RefKind is RefKind.Ref && argument.Parent is IInvocationOperation { TargetMethod.RefKind: not RefKind.None } or IObjectCreationOperation;

    private static IEnumerable<IOperation> AllUses(ISymbol variable, IOperation root) => root.Descendants().Where(operation => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        _ => false,
    });

    private static ISymbol? FunctionOf(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }

        return null;
    }
}

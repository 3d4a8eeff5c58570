using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Expressions;

/// What is known at a point about which object a variable holds.
internal interface IAliases
{
    /// The path of the object that a local, parameter or temporary holds now; the variable itself when that is all
    /// that is known.
    CapabilityPath Resolve(CapabilityPath variable);
}

/// The second of the two binders: an operation to the same path that the text of a guard gives. What it cannot follow
/// becomes a path of its own, equal to itself only: unknown proves nothing.
internal sealed class OperationBinder(PathBuilder paths)
{
    /// Longer paths than this are not followed. Loops over linked structures would otherwise never come to rest.
    public const int MaxSegments = 8;

    private const int MaxNesting = 64;

    public CapabilityPath Bind(IOperation operation, IAliases aliases) => Bind(operation, aliases, 0);

    /// A path of its own for the value of an operation.
    public static ValuePath ValueOf(IOperation operation) =>
        new(operation, operation.Type, operation.Kind is OperationKind.ObjectCreation or OperationKind.With or OperationKind.ArrayCreation or OperationKind.TypeParameterObjectCreation || IsClone(operation));

    public static int Length(CapabilityPath path)
    {
        var length = 0;
        for (CapabilityPath? p = path; p is not null; p = p.Receiver)
            length++;
        return length;
    }

    /// A copy that nobody else has seen: `MemberwiseClone`, and what `with` calls.
    public static bool IsClone(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "MemberwiseClone", ContainingType.SpecialType: SpecialType.System_Object } or { Name: "<Clone>$" } }
        || operation.IsImplicit && operation is IInvocationOperation && operation.Syntax.GetType().Name == "WithExpressionSyntax";

    private CapabilityPath Bind(IOperation operation, IAliases aliases, int depth)
    {
        if (depth > MaxNesting)
            return ValueOf(operation);
        if (operation.ConstantValue is { HasValue: true, Value: { } constant } && operation.Type is { IsValueType: true } or { SpecialType: SpecialType.System_String })
            return new ConstantPath(constant);
        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Bind(parenthesized.Operand, aliases, depth + 1);
            case IConversionOperation { OperatorMethod: null } conversion when KeepsIdentity(conversion):
                return Bind(conversion.Operand, aliases, depth + 1);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return new ThisPath(operation.Type);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } input:
                return PatternInput(input) is { } matched ? Bind(matched, aliases, depth + 1) : ValueOf(operation);
            case ILocalReferenceOperation local:
                return aliases.Resolve(new LocalPath(local.Local));
            case IParameterReferenceOperation parameter:
                return Parameter(parameter.Parameter, aliases);
            case IFlowCaptureReferenceOperation capture:
                return aliases.Resolve(new CapturePath(capture.Id, capture.Type, capture.Syntax));
            case IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true } or IEventReferenceOperation { Event.IsStatic: true }:
                return paths.Member(null, ((IMemberReferenceOperation)operation).Member);
            case IPropertyReferenceOperation { Arguments.Length: > 0 } indexer:
                return Index(operation, indexer.Instance, ArgumentValues(indexer.Arguments), aliases, depth);
            case IMemberReferenceOperation { Instance: { } instance } member and not IMethodReferenceOperation:
                var receiver = Bind(instance, aliases, depth + 1);
                return Length(receiver) < MaxSegments ? paths.Member(receiver, member.Member) : ValueOf(operation);
            case IArrayElementReferenceOperation element:
                return Index(operation, element.ArrayReference, element.Indices, aliases, depth);
            case IInvocationOperation { Arguments.Length: 0 } call:
                return Call(call, call.Instance, aliases, depth);
            case IInvocationOperation { Arguments.Length: 1, TargetMethod.IsExtensionMethod: true } extension:
                return Call(extension, extension.Arguments[0].Value, aliases, depth);
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary, ReturnType.IsReferenceType: true } } call:
                return CallWithArguments(call, aliases, depth);
            case IDeclarationExpressionOperation declaration:
                return Bind(declaration.Expression, aliases, depth + 1);
            case ISimpleAssignmentOperation assignment:
                return Bind(assignment.Value, aliases, depth + 1);
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol type }:
                return new TypePath(type);
            case IDelegateCreationOperation creation:
                return ValueOf(creation);
            default:
                return ValueOf(operation);
        }
    }

    /// What a property pattern looks into: the member of the pattern around it, or the value that is tested.
    private static IOperation? PatternInput(IOperation input)
    {
        var isOwn = true;
        for (var operation = input.Parent; operation is not null; operation = operation.Parent)
        {
            switch (operation)
            {
                case IPropertySubpatternOperation when isOwn:
                    isOwn = false;
                    break;
                case IPropertySubpatternOperation outer:
                    return outer.Member;
                case IIsPatternOperation isPattern:
                    return isPattern.Value;
            }
        }

        return null;
    }

    /// A parameter of a primary constructor is state of `this` wherever another member uses it.
    private CapabilityPath Parameter(IParameterSymbol parameter, IAliases aliases)
    {
        var path = paths.Parameter(parameter);
        return path is ParameterPath ? aliases.Resolve(path) : path;
    }

    private static ImmutableArray<IOperation> ArgumentValues(ImmutableArray<IArgumentOperation> arguments) =>
        ImmutableArray.CreateRange(arguments, argument => argument.Value);

    /// Conversions that give the same object or the same number. Boxing makes a new object each time.
    private static bool KeepsIdentity(IConversionOperation conversion) =>
        conversion.Conversion.IsIdentity
        || conversion.Conversion.IsReference
        || SymbolEqualityComparer.Default.Equals(conversion.Operand.Type, conversion.Type)
        || (conversion.Operand.Type is { IsValueType: true } && conversion.Type is { IsValueType: true })
        || (conversion.Operand.Type is { TypeKind: TypeKind.TypeParameter, IsValueType: false })
        || (conversion.Type is { TypeKind: TypeKind.Dynamic })
        || (conversion.Operand.Type is { TypeKind: TypeKind.Dynamic } && conversion.Type is { IsReferenceType: true })
        || (conversion.Operand.Type is { IsReferenceType: true } && conversion.Type is { TypeKind: TypeKind.TypeParameter });

    private CapabilityPath Call(IInvocationOperation call, IOperation? instance, IAliases aliases, int depth)
    {
        var receiver = instance is null ? null : Bind(instance, aliases, depth + 1);
        return receiver is not null && Length(receiver) >= MaxSegments ? ValueOf(call) : paths.Call(receiver, call.TargetMethod) ?? ValueOf(call);
    }

    /// What is passed by reference may be another object by the time the member returns it.
    private CapabilityPath CallWithArguments(IInvocationOperation call, IAliases aliases, int depth)
    {
        var receiver = call.Instance is null ? null : Bind(call.Instance, aliases, depth + 1);
        if (receiver is not null && Length(receiver) >= MaxSegments)
            return ValueOf(call);
        var path = paths.CallWith(receiver, call.TargetMethod, parameter =>
            call.Arguments.FirstOrDefault(a => a.Parameter is { RefKind: RefKind.None } p && p.Ordinal == parameter.Ordinal) is { } argument ? Bind(argument.Value, aliases, depth + 1) : null);
        return path is null || !IsComplete(path) || Length(path) > MaxSegments ? ValueOf(call) : path;
    }

    /// Nothing in it is a parameter of the member that was called, an index that is no path, or a new value each time.
    private static bool IsComplete(CapabilityPath path)
    {
        for (CapabilityPath? p = path; p is not null; p = p.Receiver)
        {
            if (p is ValuePath || p is IndexPath index && index.Indices.Any(i => i.Path is ValuePath))
                return false;
        }

        return true;
    }

    private CapabilityPath Index(IOperation operation, IOperation? array, ImmutableArray<IOperation> indices, IAliases aliases, int depth)
    {
        if (array is null)
            return ValueOf(operation);
        var arguments = ImmutableArray.CreateBuilder<IndexArgument>(indices.Length);
        foreach (var index in indices)
        {
            var path = Bind(index, aliases, depth + 1);
            if (path is ValuePath)
                return ValueOf(operation);
            arguments.Add(path is ConstantPath constant ? new IndexArgument(constant.Value, null) : new IndexArgument(null, path));
        }

        var receiver = Bind(array, aliases, depth + 1);
        return Length(receiver) < MaxSegments ? paths.Index(receiver, arguments.ToImmutable(), operation.Type) : ValueOf(operation);
    }
}

using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Which operations can throw. Releases and plain acquisitions do not: that is what makes the held set sharp in a
/// finally. An exception out of a dereference of null is a defect of its own and not counted.
internal static class ThrowPoints
{
    public static bool MayThrow(IOperation operation, FactServices services)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                return !OnlyMovesLocks(services.Contracts.Of(call.TargetMethod));
            case IObjectCreationOperation { Constructor: { } constructor }:
                return constructor.ContainingType.SpecialType != SpecialType.System_Object && !OnlyMovesLocks(services.Contracts.Of(constructor));
            case IPropertyReferenceOperation property:
                return !IsAutomatic(property.Property) && !NamesLock(property, services)
                    && !(property.Property.GetMethod is { } getter && OnlyMovesLocks(services.Contracts.Of(getter)));
            case IBinaryOperation binary:
                return binary.OperatorMethod is { } @operator ? @operator.ContainingType.SpecialType == SpecialType.None : binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder;
            case IUnaryOperation { OperatorMethod: { } method }:
                return method.ContainingType.SpecialType == SpecialType.None;
            case IConversionOperation conversion:
                return conversion.OperatorMethod is not null || (!conversion.IsImplicit && !conversion.IsTryCast && conversion.Conversion.IsReference && !conversion.Conversion.IsImplicit);
            case IAwaitOperation or IArrayElementReferenceOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation
                or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation or IDeconstructionAssignmentOperation
                or IFunctionPointerInvocationOperation:
                return true;
            default:
                return false;
        }
    }

    private static bool OnlyMovesLocks(MemberContract contract)
    {
        var moves = false;
        foreach (var effect in contract.Effects)
        {
            if (effect.MayThrow)
                return false;
            moves |= effect.Kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires or LockEffectKind.Releases or LockEffectKind.Holds
                || (effect.Kind == LockEffectKind.Requires && effect.Source.Origin == AnnotationOrigin.Model);
        }

        return moves;
    }

    /// The property only names the lock that is taken or given back: what does not throw does not throw by its operand.
    private static bool NamesLock(IOperation property, FactServices services)
    {
        var operation = property;
        while (operation.Parent is IConversionOperation or IParenthesizedOperation || (operation.Parent is IMemberReferenceOperation member && member.Instance == operation))
            operation = operation.Parent!;
        return operation.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => OnlyMovesLocks(services.Contracts.Of(call.TargetMethod)),
            IInvocationOperation call when call.Instance == operation => OnlyMovesLocks(services.Contracts.Of(call.TargetMethod)),
            _ => false,
        };
    }

    /// Reading an automatic property, or one whose getter cannot be seen to do anything.
    private static bool IsAutomatic(IPropertySymbol property)
    {
        if (property.IsIndexer || property.IsAbstract || property.IsVirtual)
            return false;
        if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody.Expression: IdentifierNameSyntax or LiteralExpressionSyntax })
            return true;
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property.OriginalDefinition))
                return true;
        }

        return false;
    }
}

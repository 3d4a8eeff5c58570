using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Whether two expressions of one body denote the same place in memory, as far as their form tells.
internal static class SameLocation
{
    private const int MaxDepth = 16;

    public static bool Denotes(IOperation? left, IOperation? right) => Denotes(left, right, 0);

    /// Without what surrounds it and changes nothing.
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IAwaitOperation await:
                    operation = await.Operation;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// The field, or the property that the compiler implements by one, that the operation refers to.
    public static ISymbol? StateOf(IOperation operation) => Unwrap(operation) switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation { Property: var property } when IsStored(property) => property.OriginalDefinition,
        _ => null,
    };

    /// An auto-property that nobody overrides: a field, to the runtime.
    public static bool IsStored(IPropertySymbol property) =>
        property is { IsAbstract: false, IsIndexer: false }
        && (!property.IsVirtual && !property.IsOverride || property.IsSealed || property.ContainingType.IsSealed)
        && property.OriginalDefinition.ContainingType.GetMembers().Any(m => m is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition));

    private static bool Denotes(IOperation? left, IOperation? right, int depth)
    {
        if (left is null || right is null)
            return left is null && right is null;
        if (depth > MaxDepth)
            return false;
        left = Unwrap(left);
        right = Unwrap(right);
        return (left, right) switch
        {
            (IInstanceReferenceOperation a, IInstanceReferenceOperation b) => a.ReferenceKind == b.ReferenceKind,
            (ILocalReferenceOperation a, ILocalReferenceOperation b) => Are(a.Local, b.Local),
            (IParameterReferenceOperation a, IParameterReferenceOperation b) => Are(a.Parameter, b.Parameter),
            (IFieldReferenceOperation a, IFieldReferenceOperation b) => Are(a.Field, b.Field) && Denotes(a.Instance, b.Instance, depth + 1),
            (IPropertyReferenceOperation a, IPropertyReferenceOperation b) => a.Arguments.IsEmpty && Are(a.Property, b.Property) && Denotes(a.Instance, b.Instance, depth + 1),
            (IArrayElementReferenceOperation a, IArrayElementReferenceOperation b) =>
                a.Indices.Length == b.Indices.Length && Denotes(a.ArrayReference, b.ArrayReference, depth + 1) && a.Indices.Zip(b.Indices, (x, y) => Denotes(x, y, depth + 1)).All(same => same),
            _ => left.ConstantValue is { HasValue: true } x && right.ConstantValue is { HasValue: true } y && Equals(x.Value, y.Value),
        };
    }

    private static bool Are(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}

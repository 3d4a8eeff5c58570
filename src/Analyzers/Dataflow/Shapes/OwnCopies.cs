using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Structs that somebody has for himself: a struct is a value, and who copies it shares nothing.
internal static class OwnCopies
{
    /// A struct in a local or a parameter of its own, or a part of one.
    public static bool IsOne(IOperation? instance) => instance is { Type.IsValueType: true } && SameLocation.Unwrap(instance) switch
    {
        ILocalReferenceOperation { Local.IsRef: false } local => local.Type?.TypeKind != TypeKind.Pointer,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } => true,
        IFieldReferenceOperation { Instance: { } outer } => IsOne(outer),
        _ => false,
    };

    /// Without the plain uses of a struct by its own members, where these members copy it too: nothing says that what they
    /// are asked about is no copy.
    public static ImmutableArray<FieldUse> Without(ImmutableArray<FieldUse> uses, INamedTypeSymbol type) =>
        type.IsValueType && uses.Select(use => use.Root).Distinct().Any(root => root.Descendants().Any(operation => IsCopy(operation, type)))
            ? uses.RemoveAll(use => !use.IsMarked && use.Reference.Instance is IInstanceReferenceOperation)
            : uses;

    private static bool IsCopy(IOperation operation, INamedTypeSymbol type) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: { IsRef: false, Type: var copied } } => SymbolEqualityComparer.Default.Equals(copied.OriginalDefinition, type),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, Type: var passed } } => SymbolEqualityComparer.Default.Equals(passed.OriginalDefinition, type),
        _ => false,
    };
}

using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// The receiver that the members of an extension block share: to its members a parameter that each of them has.
internal static class ExtensionBlocks
{
    /// Null for every other member. Compilers that know such blocks tell by a property that older ones do not have.
    public static IParameterSymbol? ReceiverOf(ISymbol member) =>
        member.ContainingType is { TypeKind: > TypeKind.FunctionPointer } block
            ? (typeof(INamedTypeSymbol).GetProperty("ExtensionParameter") ?? typeof(ITypeSymbol).GetProperty("ExtensionParameter"))?.GetValue(block) as IParameterSymbol
            : null;

    public static bool IsReceiver(IParameterSymbol parameter) => parameter.ContainingSymbol is INamedTypeSymbol { TypeKind: > TypeKind.FunctionPointer };
}

using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Marking;

/// Why a type tears, in words.
internal static class Tearing
{
    public static string Why(ITypeSymbol type)
    {
        var name = "'" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'";
        return type.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_DateTime || type.TypeKind == TypeKind.Enum
            ? name + " has 64 bits, which a 32-bit process writes in two steps"
            : name + " is written in several steps";
    }
}

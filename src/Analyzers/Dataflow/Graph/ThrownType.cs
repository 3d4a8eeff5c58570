using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Graph;

internal enum HandlerMatch { Never, Maybe, Always }

/// What a `throw` is known to throw, statically, and which handlers that can reach. The object may be of any type
/// derived from the static one, so a handler for a derived type may take it, one for a base type does. Whatever is not
/// a plain class (type parameters, unresolved types) may match and never surely does.
internal static class ThrownType
{
    /// Null: any exception.
    public static ITypeSymbol? Of(BasicBlock block, ControlFlowBranch branch)
    {
        if (branch.Semantics == ControlFlowBranchSemantics.Rethrow)
        {
            for (var region = branch.Source.EnclosingRegion; region is not null; region = region.EnclosingRegion)
                if (region.Kind == ControlFlowRegionKind.Catch)
                    return region.ExceptionType;
            return null;
        }

        var thrown = block.BranchValue;
        while (thrown is IConversionOperation { IsImplicit: true, Operand.Type: not null } conversion)
            thrown = conversion.Operand;
        return thrown?.Type;
    }

    public static HandlerMatch Matches(ITypeSymbol? thrown, ControlFlowRegion handler)
    {
        var caught = handler.ExceptionType;
        var match = IsRoot(caught) ? HandlerMatch.Always
            : IsRoot(thrown) ? HandlerMatch.Maybe
            : IsOrDerives(thrown!, caught!) ? HandlerMatch.Always
            : !IsPlainClass(thrown!) || !IsPlainClass(caught!) || IsOrDerives(caught!, thrown!) ? HandlerMatch.Maybe
            : HandlerMatch.Never;
        return match == HandlerMatch.Always && handler.Kind != ControlFlowRegionKind.Catch ? HandlerMatch.Maybe : match;
    }

    /// The types that every exception is: no type at all, `object` and `System.Exception`.
    private static bool IsRoot(ITypeSymbol? type) => type is null or { SpecialType: SpecialType.System_Object }
        || type is { Name: "Exception", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsPlainClass(ITypeSymbol type) => type.TypeKind == TypeKind.Class;

    private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol from)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, from))
                return true;
        return false;
    }
}

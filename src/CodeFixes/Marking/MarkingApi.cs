using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// The types by which accesses are marked, as this compilation has them: what an older framework does not have is not
/// written.
/// <param name="Text">How the type is named at the place.</param>
/// <param name="Imports">The `using` directive that the name needs.</param>
internal sealed record MarkingApi(string Text, ImmutableArray<TextChange> Imports)
{
    private const string Threading = "System.Threading";

    /// Null when the compilation has no such type.
    public static MarkingApi? Of(FixSite site, string type, int position, string @namespace = Threading)
    {
        var full = "global::" + @namespace + "." + type;
        if (site.Model.Compilation.GetTypesByMetadataName(@namespace + "." + type).IsEmpty)
            return null;
        // A member of that name hides the type.
        if (site.Model.LookupSymbols(position, name: type).Any(s => s is not (INamespaceOrTypeSymbol or IAliasSymbol)))
            return new MarkingApi(full, ImmutableArray<TextChange>.Empty);
        return Source.Imports.Of(site, @namespace, type, position) is { } imports
            ? new MarkingApi(type, imports)
            : new MarkingApi(full, ImmutableArray<TextChange>.Empty);
    }

    /// Whether `Volatile.Read` and `Volatile.Write` take a location of the type.
    public static bool HasVolatile(FixSite site, ITypeSymbol type) => Takes(site, "Volatile", "Read", type);

    public static bool HasExchange(FixSite site, ITypeSymbol type) => Takes(site, "Interlocked", "CompareExchange", type);

    /// Whether a method of this framework takes a location of the type, and does not throw for it.
    public static bool Takes(FixSite site, string api, string method, ITypeSymbol type) =>
        site.Model.Compilation.GetTypesByMetadataName(Threading + "." + api).SelectMany(t => t.GetMembers(method)).OfType<IMethodSymbol>().Any(candidate =>
            candidate.Parameters.FirstOrDefault() is { RefKind: not RefKind.None, Type: var location } && (location is ITypeParameterSymbol any
                ? type.IsReferenceType || (!any.HasReferenceTypeConstraint && IsPrimitive(type) && method is "Exchange" or "CompareExchange" && candidate.TypeParameters.Length == 1)
                : SymbolEqualityComparer.Default.Equals(location, type) || (location.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr && location.SpecialType == type.SpecialType)));

    /// Its location may be read only: `in` instead of `ref`.
    public static bool ReadsReadOnly(FixSite site) =>
        site.Model.Compilation.GetTypesByMetadataName(Threading + ".Volatile").SelectMany(t => t.GetMembers("Read")).OfType<IMethodSymbol>().Any(m => (int)m.Parameters[0].RefKind == 4);

    private static bool IsPrimitive(ITypeSymbol type) => type.TypeKind == TypeKind.Enum
        || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}

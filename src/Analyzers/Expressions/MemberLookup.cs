using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Members by name: of a type and its bases, the nearest base first, accessible or not.
///
/// What another assembly keeps to itself does not exist, whether it is seen as source or as metadata.
internal static class MemberLookup
{
    /// The members that the name means: one, none, or several when two interfaces both have it.
    public static ImmutableArray<ISymbol> Find(ITypeSymbol type, string name, IAssemblySymbol from)
    {
        if (type is ITypeParameterSymbol or { TypeKind: TypeKind.Interface })
        {
            var candidates = MemberIdentity.BasesAndInterfaces(type).Prepend(type)
                .Select(t => OfType(t, name, from)).OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default).ToImmutableArray();
            return candidates.Where(c => !candidates.Any(o => Hides(o, c))).ToImmutableArray();
        }

        return MemberIdentity.Bases(type is IArrayTypeSymbol ? type.BaseType : type).Select(t => OfType(t, name, from))
            .OfType<ISymbol>().Take(1).ToImmutableArray();
    }

    public static IMethodSymbol? Method(ITypeSymbol type, string name, IAssemblySymbol from) =>
        MemberIdentity.BasesAndInterfaces(type).SelectMany(t => t.GetMembers(name)).OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.Parameters.IsEmpty && m.MethodKind == MethodKind.Ordinary && Exists(m, from));

    /// The indexer that takes so many arguments.
    public static IPropertySymbol? Indexer(ITypeSymbol type, int arguments, IAssemblySymbol from) =>
        MemberIdentity.BasesAndInterfaces(type).SelectMany(t => t.GetMembers()).OfType<IPropertySymbol>()
            .FirstOrDefault(p => p.IsIndexer && p.Parameters.Length == arguments && Exists(p, from));

    public static bool HasMethod(ITypeSymbol type, string name) =>
        MemberIdentity.BasesAndInterfaces(type).SelectMany(t => t.GetMembers(name)).OfType<IMethodSymbol>().Any(m => m.MethodKind == MethodKind.Ordinary);

    public static IEnumerable<string> Names(ITypeSymbol type, bool onlyStatic = false) =>
        MemberIdentity.BasesAndInterfaces(type).SelectMany(t => t.GetMembers())
            .Where(m => m.CanBeReferencedByName && !m.IsImplicitlyDeclared && (m is IFieldSymbol or IPropertySymbol or IEventSymbol) && (m.IsStatic || !onlyStatic))
            .Select(m => m.Name);

    /// Seen from this assembly, as metadata would show it.
    private static bool Exists(ISymbol member, IAssemblySymbol from) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, from) || member.DeclaredAccessibility switch
        {
            Accessibility.Private => false,
            Accessibility.Internal or Accessibility.ProtectedAndInternal => member.ContainingAssembly?.GivesAccessTo(from) == true,
            _ => true,
        };

    private static ISymbol? OfType(ITypeSymbol type, string name, IAssemblySymbol from) =>
        type.GetMembers(name).FirstOrDefault(m => m is IFieldSymbol or IPropertySymbol { IsIndexer: false } or IEventSymbol && Exists(m, from));

    private static bool Hides(ISymbol hiding, ISymbol hidden) =>
        !SymbolEqualityComparer.Default.Equals(hiding.ContainingType, hidden.ContainingType)
            && (hiding.ContainingType.TypeKind != TypeKind.Interface && hidden.ContainingType.TypeKind == TypeKind.Interface
                || hiding.ContainingType.AllInterfaces.Contains(hidden.ContainingType, SymbolEqualityComparer.Default)
                || MemberIdentity.Bases(hiding.ContainingType).Skip(1).Contains(hidden.ContainingType, SymbolEqualityComparer.Default));
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Which declaration of an overridden or implemented member a path speaks of.
///
/// Laws: the root of an override chain stands for the chain; from a receiver of class or struct type an interface's
/// member is its implementation; members of constructions are compared by definition, their types are not.
internal static class MemberIdentity
{
    /// The declaration that runs for a receiver of this static type, as far as the type tells.
    public static ISymbol MostSpecific(ISymbol member, ITypeSymbol? receiver)
    {
        for (var steps = 0; receiver is ITypeParameterSymbol parameter && steps < 8; steps++)
        {
            receiver = parameter.ConstraintTypes.FirstOrDefault(t => t.TypeKind is TypeKind.Class or TypeKind.TypeParameter);
        }

        if (receiver is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            return member.OriginalDefinition;
        }

        var definition = member.OriginalDefinition;
        if (definition.ContainingType?.TypeKind == TypeKind.Interface)
        {
            definition = Implementation(definition, type)?.OriginalDefinition ?? definition;
        }

        if (!(definition.IsVirtual || definition.IsAbstract || definition.IsOverride))
        {
            return definition;
        }

        var root = Root(definition);
        return Bases(type).SelectMany(t => t.GetMembers(definition.Name))
            .Select(m => m.OriginalDefinition)
            .FirstOrDefault(m => m.Kind == definition.Kind && SymbolEqualityComparer.Default.Equals(Root(m), root)) ?? definition;
    }

    /// The first declaration of an override chain.
    public static ISymbol Root(ISymbol member)
    {
        var current = member.OriginalDefinition;
        for (var steps = 0; steps < 256 && Overridden(current) is { } overridden; steps++)
        {
            current = overridden.OriginalDefinition;
        }

        return current;
    }

    /// The member of this definition as a type (or one of its bases or interfaces) constructs it.
    public static ISymbol Constructed(ISymbol definition, ITypeSymbol? type)
    {
        if (definition.ContainingType is not { } container || !IsInGeneric(container) || type is null)
        {
            return definition;
        }

        var constructed = BasesAndInterfaces(type).FirstOrDefault(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, container.OriginalDefinition));
        return constructed?.GetMembers(definition.Name).FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, definition.OriginalDefinition))
            ?? definition;
    }

    public static IEnumerable<INamedTypeSymbol> Bases(ITypeSymbol? type)
    {
        for (var current = type as INamedTypeSymbol ?? type?.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    public static IEnumerable<INamedTypeSymbol> BasesAndInterfaces(ITypeSymbol type) => type is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.Where(c => c is not ITypeParameterSymbol).SelectMany(BasesAndInterfaces)
        : Bases(type).Concat(type.AllInterfaces);

    public static bool IsInGeneric(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Implementation(ISymbol member, INamedTypeSymbol type)
    {
        var constructed = type.AllInterfaces.FirstOrDefault(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, member.ContainingType));
        var declared = constructed?.GetMembers(member.Name).FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, member));
        return declared is null ? null : type.FindImplementationForInterfaceMember(declared);
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// A member and the declarations whose promises it inherits, nearest first: overridden members, then the interface
/// members it implements; for a parameter the parameters at its position.
internal static class OverriddenMembers
{
    public static IEnumerable<ISymbol> Of(ISymbol member)
    {
        yield return member;
        if (member is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
        {
            foreach (var inherited in Of(method).Skip(1).OfType<IMethodSymbol>().Where(m => parameter.Ordinal < m.Parameters.Length))
            {
                yield return inherited.Parameters[parameter.Ordinal];
            }

            yield break;
        }

        for (var overridden = Overridden(member); overridden is not null; overridden = Overridden(overridden))
        {
            yield return overridden.OriginalDefinition;
        }

        foreach (var implemented in Implemented(member))
        {
            yield return implemented.OriginalDefinition;
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };

    private static IEnumerable<ISymbol> Implemented(ISymbol member)
    {
        if (member is not (IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.ExplicitInterfaceImplementation or MethodKind.EventAdd or MethodKind.EventRemove }
                or IPropertySymbol or IEventSymbol)
            || member.ContainingType is not { AllInterfaces.IsEmpty: false } type)
        {
            yield break;
        }

        foreach (var implemented in Explicitly(member))
        {
            yield return implemented;
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || Explicitly(member).Any())
        {
            yield break;
        }

        foreach (var candidate in type.AllInterfaces.SelectMany(i => i.GetMembers(member.Name).Where(m => m.Kind == member.Kind && m.IsStatic == member.IsStatic)))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member))
            {
                yield return candidate;
            }
        }
    }

    private static IEnumerable<ISymbol> Explicitly(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        IEventSymbol @event => @event.ExplicitInterfaceImplementations,
        _ => Enumerable.Empty<ISymbol>(),
    };
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// Completes a member's own contract by what it does not state itself.
///
/// Law: families replace, they never mix. Stating any `Requires*` drops the inherited ones and leaves the inherited
/// effects alone.
internal sealed class InheritedContracts
{
    private readonly Func<IMethodSymbol, ImmutableArray<Annotation>> _contractOf;

    public InheritedContracts(Func<IMethodSymbol, ImmutableArray<Annotation>> contractOf) => _contractOf = contractOf;

    public ImmutableArray<Annotation> Complete(IMethodSymbol method, ImmutableArray<Annotation> own)
    {
        var stated = own.Select(a => a.Kind.Contract()).ToImmutableHashSet();
        var inherited = Bases(method).SelectMany(b => _contractOf(b)).Where(a => !stated.Contains(a.Kind.Contract())).Distinct().ToImmutableArray();
        return inherited.IsEmpty ? own : own.AddRange(inherited);
    }

    /// The members a method overrides or implements, in the order base, explicit, implicit.
    public static IEnumerable<IMethodSymbol> Bases(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd
            or MethodKind.EventRemove or MethodKind.ExplicitInterfaceImplementation or MethodKind.UserDefinedOperator or MethodKind.Conversion))
        {
            yield break;
        }

        if (method.OverriddenMethod is { } overridden)
        {
            yield return overridden;
        }

        foreach (var implemented in method.ExplicitInterfaceImplementations)
        {
            yield return implemented;
        }

        if (method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type || !method.ExplicitInterfaceImplementations.IsEmpty)
        {
            yield break;
        }

        foreach (var candidate in type.AllInterfaces.SelectMany(i => i.GetMembers(method.Name)).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate)?.OriginalDefinition, method))
            {
                yield return candidate;
            }
        }
    }
}

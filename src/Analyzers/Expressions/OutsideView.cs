using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Whether other assemblies can see a symbol. Friends are others: they read metadata too.
internal sealed class OutsideView
{
    private readonly Lazy<bool> _hasFriends;

    public OutsideView(Compilation compilation) => _hasFriends = new Lazy<bool>(() =>
        compilation.Assembly.GetAttributes().Any(a => a.AttributeClass?.Name == "InternalsVisibleToAttribute"));

    public bool Sees(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            {
                return false;
            }

            if (current is not IParameterSymbol && current.DeclaredAccessibility switch
            {
                Accessibility.Private => !ImplementsExplicitly(current),
                Accessibility.Internal or Accessibility.ProtectedAndInternal => !_hasFriends.Value,
                _ => false,
            })
            {
                return false;
            }
        }

        return true;
    }

    private static bool ImplementsExplicitly(ISymbol symbol) => symbol is IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false }
        or IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IEventSymbol { ExplicitInterfaceImplementations.IsEmpty: false };
}

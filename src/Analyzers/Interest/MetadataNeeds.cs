using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Interest;

/// The same for members that a referenced assembly declares. Only assemblies are walked that reference the attributes
/// or define some; of all the others nothing is loaded.
internal static class MetadataNeeds
{
    /// Returns whether any of these assemblies defines the attributes.
    public static bool Add(IReadOnlyList<IAssemblySymbol> assemblies, Needs needs, CancellationToken token)
    {
        var defining = assemblies.Where(AttributeNames.AreDefinedIn).ToList();
        if (defining.Count == 0)
            return false;

        var names = new HashSet<string>(defining.Select(a => a.Name), System.StringComparer.Ordinal);
        var delegates = new HashSet<string>(System.StringComparer.Ordinal);
        var annotated = assemblies.Where(a => names.Contains(a.Name) || References(a, names)).ToList();
        foreach (var type in annotated.SelectMany(a => TypesOf(a.GlobalNamespace)))
        {
            token.ThrowIfCancellationRequested();
            AddType(type, needs, delegates);
        }

        if (delegates.Count == 0)
            return true;
        var declaring = new HashSet<string>(annotated.Select(a => a.Name), System.StringComparer.Ordinal);
        foreach (var type in assemblies.Where(a => declaring.Contains(a.Name) || References(a, declaring)).SelectMany(a => TypesOf(a.GlobalNamespace)))
        {
            token.ThrowIfCancellationRequested();
            foreach (var member in type.GetMembers().Where(m => Mentions(m, delegates)))
                AddMember(member, needs);
        }
        return true;
    }

    private static bool References(IAssemblySymbol assembly, HashSet<string> names) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => names.Contains(r.Name)));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var type in container.GetTypeMembers())
        {
            yield return type;
            foreach (var nested in TypesOf(type))
                yield return nested;
        }
        if (container is not INamespaceSymbol @namespace)
            yield break;
        foreach (var type in @namespace.GetNamespaceMembers().SelectMany(TypesOf))
            yield return type;
    }

    private static void AddType(INamedTypeSymbol type, Needs needs, HashSet<string> delegates)
    {
        // The library of the attributes is annotated too. Its assertions only add facts to bodies that matter anyway.
        if (AttributeNames.IsOfTheLibrary(type.Name) && AttributeNames.IsOurNamespace(type.ContainingNamespace))
            return;
        var isAnnotated = IsAnnotated(type);
        if (type.TypeKind == TypeKind.Delegate)
        {
            isAnnotated |= type.DelegateInvokeMethod is { } invoke && IsAnnotatedWithParameters(invoke);
            if (isAnnotated)
            {
                delegates.Add(type.Name);
                needs.Add(type.Name, WordKinds.Delegate | WordKinds.Name);
            }
        }
        else
        {
            if (isAnnotated)
                needs.Add(type.Name, WordKinds.Name);
            foreach (var member in type.GetMembers())
            {
                if (!IsAnnotatedWithParameters(member))
                    continue;
                isAnnotated = true;
                AddMember(member, needs);
            }
        }
        needs.UsesAnnotations |= isAnnotated;
    }

    private static void AddMember(ISymbol member, Needs needs)
    {
        switch (member)
        {
            case IMethodSymbol { AssociatedSymbol: { } associated }:
                AddMember(associated, needs);
                break;
            case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                needs.AddConstructed(constructor.ContainingType.Name);
                if (!constructor.ContainingType.GetAttributes().IsEmpty)
                    needs.Add(ImplicitForms.Interpolation | ImplicitForms.Collection);
                break;
            case IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator }:
                needs.Add(ImplicitForms.Operator);
                break;
            case IMethodSymbol { MethodKind: MethodKind.Conversion }:
                needs.Add(ImplicitForms.Conversion);
                break;
            case IPropertySymbol { IsIndexer: true }:
                needs.Add(ImplicitForms.Indexer);
                break;
            default:
                needs.AddMember(member.Name.Substring(member.Name.LastIndexOf('.') + 1));
                break;
        }
    }

    private static bool IsAnnotatedWithParameters(ISymbol member) => IsAnnotated(member) || member switch
    {
        IMethodSymbol method => method.Parameters.Any(IsAnnotated) || method.GetReturnTypeAttributes().Any(a => AttributeNames.IsOurs(a.AttributeClass)),
        IPropertySymbol property => property.Parameters.Any(IsAnnotated),
        _ => false,
    };

    private static bool IsAnnotated(ISymbol symbol) => symbol.GetAttributes().Any(a => AttributeNames.IsOurs(a.AttributeClass));

    private static bool Mentions(ISymbol member, HashSet<string> delegates) => member switch
    {
        IFieldSymbol field => Mentions(field.Type, delegates),
        IPropertySymbol property => Mentions(property.Type, delegates) || property.Parameters.Any(p => Mentions(p.Type, delegates)),
        IEventSymbol @event => Mentions(@event.Type, delegates),
        IMethodSymbol method => Mentions(method.ReturnType, delegates) || method.Parameters.Any(p => Mentions(p.Type, delegates)),
        _ => false,
    };

    private static bool Mentions(ITypeSymbol type, HashSet<string> delegates) => type switch
    {
        IArrayTypeSymbol array => Mentions(array.ElementType, delegates),
        INamedTypeSymbol named => delegates.Contains(named.Name) || named.TypeArguments.Any(a => Mentions(a, delegates)),
        _ => false,
    };
}

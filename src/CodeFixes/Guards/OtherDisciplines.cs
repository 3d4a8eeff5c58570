using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;

namespace Capability.CodeFixes.Guards;

/// State that promises more than its guard: a lock around a write does not make it the only one.
internal static class OtherDisciplines
{
    public static bool Apply(FixSite site) =>
        site.Model.GetSymbolInfo(site.Node, site.Token).Symbol is (IFieldSymbol or IPropertySymbol) and var state
        && state.GetAttributes().Any(a => a.AttributeClass is { Name: "SetOnceAttribute", ContainingNamespace.Name: "Capability" });
}

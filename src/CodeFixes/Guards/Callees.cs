using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Guards;

/// Whether something that code calls would mind, or wait for ever, if the capability were held: it declares so, or it is
/// a member of the same type that takes a lock which does not nest.
internal static class Callees
{
    private static readonly ImmutableHashSet<string> Refusals = ImmutableHashSet.Create("ExcludesAttribute", "AcquiresAttribute", "AcquiresSharedAttribute", "TryAcquiresAttribute", "TryAcquiresSharedAttribute", "ReleasesAttribute", "ReleasesSharedAttribute", "ReleasesGenericAttribute");

    public static bool Mind(FixSite site, IEnumerable<SyntaxNode> code)
    {
        var names = site.Report.Parts(FixProperties.Expression).Select(LastName).ToImmutableHashSet();
        var nests = site.Report.Parts(FixProperties.Traits).All(t => t.Contains("reentrant"));
        foreach (var node in code.SelectMany(Functions.OwnNodes))
        {
            if (node is not (InvocationExpressionSyntax or ObjectCreationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax))
                continue;
            if (site.Model.GetSymbolInfo(node, site.Token).Symbol is not (IMethodSymbol or IPropertySymbol) || site.Model.GetSymbolInfo(node, site.Token).Symbol is not { } callee)
                continue;
            if (callee.GetAttributes().Any(a => a.AttributeClass is { ContainingNamespace.Name: "Capability" } type && Refusals.Contains(type.Name) && Mentions(a, names)))
                return true;
            if (!nests && Takes(site, callee, names))
                return true;
        }

        return false;
    }

    private static bool Mentions(AttributeData attribute, ImmutableHashSet<string> names)
    {
        var said = attribute.ConstructorArguments.SelectMany(a => a.Kind == TypedConstantKind.Array ? a.Values : ImmutableArray.Create(a)).Select(a => a.Value).OfType<string>().ToList();
        return said.Count == 0 || said.Any(s => names.Contains(LastName(s)));
    }

    /// Its body speaks of the lock.
    private static bool Takes(FixSite site, ISymbol callee, ImmutableHashSet<string> names) =>
        SymbolEqualityComparer.Default.Equals(callee.ContainingType?.OriginalDefinition, site.Model.GetEnclosingSymbol(site.Report.Span.Start, site.Token)?.ContainingType?.OriginalDefinition)
        && callee.OriginalDefinition.DeclaringSyntaxReferences.Any(r => r.GetSyntax(site.Token) is { } declaration and not VariableDeclaratorSyntax
            && declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText) && !IsInAttribute(name)));

    private static bool IsInAttribute(SyntaxNode node) => node.FirstAncestorOrSelf<AttributeSyntax>() is not null;

    private static string LastName(string expression)
    {
        var end = expression.LastIndexOf('.');
        return expression.Substring(end + 1).TrimEnd('(', ')');
    }
}

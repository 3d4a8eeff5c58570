using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Balance;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Annotations;

/// Copies the contract that callers rely on: from the base to an override, from a method to the delegate that is made of it.
internal sealed class InheritedContractFix : LocalFix
{
    public override string Key => "Capability.Contract.Inherited";

    protected override Edit? Compute(FixSite site) => site.Node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
        ? Override(site, attribute)
        : Conversion(site);

    private static Edit? Override(FixSite site, AttributeSyntax reported)
    {
        if (reported.Parent is not AttributeListSyntax { Target: null, Parent: { } declaration } || DeclaredAt(site, declaration) is not { } member || BaseOf(site, member) is not { } @base)
            return null;
        var family = StatedContract.FamilyOf(NameOf(reported));
        var own = ListsOf(declaration).SelectMany(l => l.Attributes).Where(a => IsContract(site, a) && StatedContract.FamilyOf(NameOf(a)) == family).ToList();
        if (Inherited(site, @base, family) is not { } inherited || StatedContract.Of(member, site.Token) is not { } stated)
            return null;
        var (from, to) = (ParametersOf(@base), ParametersOf(member));
        inherited = inherited.Select(c => c.Renamed(from, to)).ToImmutableArray();
        // The body was written for what it states now.
        if (Relies(site, declaration, stated.Where(s => s.Family == family).Concat(family == "Requires" ? Enumerable.Empty<StatedContract>() : inherited).SelectMany(c => c.Capabilities).ToImmutableHashSet()))
            return null;
        var text = string.Join(", ", inherited.Select(c => c.Text(site, reported.SpanStart)));
        var changes = own.Where(a => a != reported || text.Length == 0).GroupBy(a => (AttributeListSyntax)a.Parent!).SelectMany(g => Without(site, g.Key, g.ToList())).ToList();
        if (text.Length > 0)
            changes.Add(new TextChange(reported.Span, text));
        var imports = ImmutableArray<TextChange>.Empty;
        foreach (var name in inherited.Select(c => c.Name).Distinct())
        {
            if (Imports.Of(site, "Capability", name + "Attribute", declaration.SpanStart) is not { } needed)
                return null;
            imports = needed;
        }

        var whose = "'" + @base.ContainingType.Name + "." + @base.Name + "'";
        return Edit.In(site, text.Length > 0 ? "Copy the contract of " + whose : "Leave the contract to " + whose + ", which has none of this kind", changes, imports);
    }

    private static SyntaxList<AttributeListSyntax> ListsOf(SyntaxNode declaration) => declaration switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists,
        _ => default,
    };

    private static ISymbol? DeclaredAt(FixSite site, SyntaxNode declaration) =>
        declaration is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorDeclarationSyntax ? site.Model.GetDeclaredSymbol(declaration, site.Token) : null;

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) =>
        (member as IMethodSymbol)?.Parameters ?? (member as IPropertySymbol)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;

    /// The one whose contract was compared: what it overrides, else the one interface member that it implements.
    private static ISymbol? BaseOf(FixSite site, ISymbol member)
    {
        if (member is IMethodSymbol { OverriddenMethod: { } method })
            return method;
        if (member is IPropertySymbol { OverriddenProperty: { } property })
            return property;
        var implemented = member.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers())
            .Where(m => m.Kind == member.Kind && SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(m), member)).Take(2).ToList();
        return implemented.Count == 1 ? implemented[0] : null;
    }

    /// What the base states, or what it inherits itself.
    private static ImmutableArray<StatedContract>? Inherited(FixSite site, ISymbol @base, string family)
    {
        for (var current = @base; current is not null; current = (current as IMethodSymbol)?.OverriddenMethod ?? (ISymbol?)(current as IPropertySymbol)?.OverriddenProperty)
        {
            if (StatedContract.Of(current, site.Token) is not { } stated)
                return null;
            if (stated.Where(c => c.Family == family).ToImmutableArray() is { IsEmpty: false } found)
                return found;
        }

        return ImmutableArray<StatedContract>.Empty;
    }

    /// The body names one of the capabilities, or something that speaks of one.
    private static bool Relies(FixSite site, SyntaxNode declaration, ImmutableHashSet<string> capabilities)
    {
        // The capability of `this` has no name to look for.
        if (capabilities.IsEmpty)
            return declaration.DescendantNodes().Any(n => n is BlockSyntax or ArrowExpressionClauseSyntax);
        return declaration.DescendantNodes(n => n is not AttributeListSyntax).OfType<SimpleNameSyntax>().Any(name => capabilities.Contains(name.Identifier.ValueText)
            || (site.Model.GetSymbolInfo(name, site.Token).Symbol is { } symbol and not ILocalSymbol
                && symbol.GetAttributes().Any(a => a.AttributeClass is { ContainingNamespace.Name: "Capability" }
                    && (a.ConstructorArguments.IsEmpty || a.ConstructorArguments.SelectMany(c => c.Kind == TypedConstantKind.Array ? c.Values : ImmutableArray.Create(c)).Any(c => c.Value is string text && capabilities.Any(text.Contains))))));
    }

    private static bool IsContract(FixSite site, AttributeSyntax attribute) => StatedContract.IsContract(site.Model.GetTypeInfo(attribute, site.Token).Type as INamedTypeSymbol);

    private static string NameOf(AttributeSyntax attribute) =>
        StatedContract.Simple((attribute.Name is QualifiedNameSyntax { Right: var right } ? right : attribute.Name is AliasQualifiedNameSyntax { Name: var name } ? name : (SimpleNameSyntax)attribute.Name).Identifier.ValueText);

    private static IEnumerable<TextChange> Without(FixSite site, AttributeListSyntax list, List<AttributeSyntax> gone)
    {
        if (gone.Count == list.Attributes.Count)
        {
            yield return Removal.Of(site, list.Span);
            yield break;
        }

        foreach (var attribute in gone)
        {
            var index = list.Attributes.IndexOf(attribute);
            yield return new TextChange(index > 0 && !gone.Contains(list.Attributes[0])
                ? TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End)
                : TextSpan.FromBounds(attribute.SpanStart, index + 1 < list.Attributes.Count ? list.Attributes[index + 1].SpanStart : attribute.Span.End), "");
        }
    }

    /// The field, event or parameter that the delegate is given to declares what the delegate is made of.
    private static Edit? Conversion(FixSite site)
    {
        if (site.Report.Related.IsEmpty || site.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } expression)
            return null;
        if (expression.Parent is MemberAccessExpressionSyntax { Name: var name } access && name == expression)
            expression = access;
        if (expression is not (AnonymousFunctionExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
            || site.Model.GetSymbolInfo(expression, site.Token).Symbol is not IMethodSymbol method || StatedContract.Of(method, site.Token) is not { IsEmpty: false } stated
            // Who invokes it now would hold or give back what it did not before.
            || stated.Any(s => s.Family is not ("Requires" or "Excludes")))
            return null;
        var place = site.Report.Related.Last();
        if (place.Document != site.Document.Id || site.Root.FindNode(place.Span, getInnermostNodeForTie: true) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: BaseFieldDeclarationSyntax declaration } } declarator)
            return null;
        if (site.Model.GetDeclaredSymbol(declarator, site.Token) is not { } holder || !SymbolEqualityComparer.Default.Equals(holder.ContainingType, method.ContainingType) || (holder.IsStatic && !method.IsStatic)
            || holder.GetAttributes().Any(a => StatedContract.IsContract(a.AttributeClass)))
            return null;
        // Names of the method's own parameters, and of `this`, mean something else there.
        var parameters = method.Parameters.Select(p => p.Name).ToImmutableHashSet();
        if (stated.Any(c => c.Arguments.IsEmpty || c.Arguments.Any(a => a.Named is not null || (a.IsName && (a.Root == "this" || parameters.Contains(a.Root) || !IsMember(a.Root, holder.ContainingType))))))
            return null;
        return Edit.In(site, "Declare the contract of '" + (method.MethodKind == MethodKind.AnonymousFunction ? "the lambda" : method.Name) + "' on '" + holder.Name + "'",
            new[] { Attributes.Insert(site, declaration, declaration.AttributeLists, string.Join(", ", stated.Select(c => c.Text(site, declarator.SpanStart)))) },
            Imports.Of(site, "Capability", stated[0].Name + "Attribute", declaration.SpanStart) ?? ImmutableArray<TextChange>.Empty);
    }

    private static bool IsMember(string name, INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(m => m is IFieldSymbol or IPropertySymbol))
                return true;
        }

        return false;
    }
}

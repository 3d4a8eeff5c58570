using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Contracts;

/// The member that would carry a contract for the code at a report.
/// <param name="Declaration">What the attribute is written on: a method, an accessor, a property with an arrow.</param>
internal sealed record ContractTarget(MemberDeclarationSyntax Member, SyntaxNode Declaration, SyntaxList<AttributeListSyntax> Lists, IMethodSymbol Method)
{
    public string Name => Method switch
    {
        { MethodKind: MethodKind.Constructor } => Method.ContainingType.Name,
        { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } => "this[]",
        { AssociatedSymbol: { } owner } => owner.Name,
        _ => Method.Name,
    };

    /// The member itself, not a function inside of it; null for code that no caller calls.
    public static ContractTarget? Of(FixSite site)
    {
        switch (Functions.Around(site.Node))
        {
            case BaseMethodDeclarationSyntax method and not DestructorDeclarationSyntax when site.Model.GetDeclaredSymbol(method, site.Token) is IMethodSymbol symbol:
                return new ContractTarget(method, method, method.AttributeLists, symbol);
            case AccessorDeclarationSyntax { Parent.Parent: BasePropertyDeclarationSyntax property } accessor when site.Model.GetDeclaredSymbol(accessor, site.Token) is IMethodSymbol symbol:
                return new ContractTarget(property, accessor, accessor.AttributeLists, symbol);
            case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } when site.Model.GetDeclaredSymbol(property, site.Token) is IPropertySymbol { GetMethod: { } getter }:
                return new ContractTarget(property, property, property.AttributeLists, getter);
            default:
                return null;
        }
    }

    /// Nobody outside of the assembly can call it, no other member says what it must promise, and it has callers that
    /// can hold something for it.
    public bool MayDemand => !IsVisibleOutside && IsFree && Method.MethodKind is not (MethodKind.StaticConstructor or MethodKind.UserDefinedOperator or MethodKind.Conversion)
        && !(Method is { Name: "Main", IsStatic: true });

    /// No other member says what it must promise.
    public bool IsFree => !Method.IsOverride && Method.ExplicitInterfaceImplementations.IsEmpty && !ImplementsInterface;

    public bool IsDisposal => Method is { Name: "Dispose" or "DisposeAsync", Parameters.IsEmpty: true };

    /// Some attribute of it speaks of the capabilities of a report already.
    public static bool Mentions(ContractTarget target, Report report)
    {
        var names = report.Parts(FixProperties.Expression).Select(e => e.Substring(e.LastIndexOf('.') + 1)).ToImmutableHashSet();
        var lists = target.Declaration == target.Member ? target.Lists : target.Lists.AddRange((target.Member as BasePropertyDeclarationSyntax)?.AttributeLists ?? default);
        return lists.SelectMany(l => l.Attributes).Any(a => a.ArgumentList is { } arguments && arguments.DescendantTokens().Any(t => t.ValueText.TrimStart('!').Split('.').Any(names.Contains)));
    }

    /// Its body runs when somebody enumerates, not when it is called.
    public bool IsIterator => Functions.OwnNodes(Declaration).Any(n => n is YieldStatementSyntax);

    /// Somewhere in its type it is made a delegate, whose callers know no contract.
    public bool IsConverted(FixSite site) => Method.MethodKind == MethodKind.Ordinary && Member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
        && type.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == Method.Name && !IsCalled(name)
            && site.Model.GetSymbolInfo(name, site.Token) is var info && (info.Symbol is IMethodSymbol || info.CandidateSymbols.Any(c => c is IMethodSymbol)));

    public bool IsVisibleOutside
    {
        get
        {
            for (ISymbol? symbol = Method.AssociatedSymbol ?? Method; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
            {
                if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal or Accessibility.NotApplicable)
                    return false;
            }

            return true;
        }
    }

    private bool ImplementsInterface => Method.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers())
        .Any(member => Method.ContainingType.FindImplementationForInterfaceMember(member) is { } found
            && (SymbolEqualityComparer.Default.Equals(found, Method) || SymbolEqualityComparer.Default.Equals(found, Method.AssociatedSymbol)));

    private static bool IsCalled(SimpleNameSyntax name)
    {
        SyntaxNode expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        return expression.Parent is InvocationExpressionSyntax call && call.Expression == expression || expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
    }
}

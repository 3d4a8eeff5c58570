using System;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Guards;

/// Collections that a member returns and that somebody changes through it: `rule.Targets.Add(target)` would change a copy.
internal static class LiveResults
{
    private static readonly ImmutableArray<string> Mutators = ImmutableArray.Create(
        "Add", "Insert", "Remove", "Clear", "Push", "Pop", "Enqueue", "Dequeue", "TryAdd", "TryRemove", "Sort", "Reverse", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith");

    public static bool AreChanged(FixSite site, SyntaxNode function)
    {
        var name = function.AncestorsAndSelf().Select(NameOf).FirstOrDefault(n => n is not null);
        return name is not null && site.Model.Compilation.SyntaxTrees.Any(tree => tree.GetText(site.Token).ToString().IndexOf(name, StringComparison.Ordinal) >= 0
            && tree.GetRoot(site.Token).DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == name && IsChanged(n)));
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };

    private static bool IsChanged(IdentifierNameSyntax name)
    {
        // `Targets = { first }` adds to what is there.
        if (name.Parent is AssignmentExpressionSyntax { Right: InitializerExpressionSyntax } filled && filled.Left == name)
            return true;
        SyntaxNode result = name;
        while (result.Parent is MemberAccessExpressionSyntax { Name: var own } && own == result || result.Parent is InvocationExpressionSyntax { Expression: var called } && called == result
            || result.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or MemberBindingExpressionSyntax)
            result = result.Parent;
        return result.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Parent: InvocationExpressionSyntax } access => access.Expression == result && IsMutator(member),
            ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var member } } } => IsMutator(member),
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => element.Expression == result && assignment.Left == element,
            _ => false,
        };
    }

    private static bool IsMutator(string member) => Mutators.Any(m => member.StartsWith(m, StringComparison.Ordinal));
}

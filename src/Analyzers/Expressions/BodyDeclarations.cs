using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// The declarations that have a body of their own: one graph each, its lambdas and local functions included.
internal static class BodyDeclarations
{
    /// The member whose body a declaration is: a method, an accessor, or the field or property that is initialized.
    public static ISymbol? MemberOf(SyntaxNode declaration, SemanticModel model, CancellationToken token) => declaration switch
    {
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property, token) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax { Parent: { } owner } => model.GetDeclaredSymbol(owner, token),
        CompilationUnitSyntax unit => model.GetDeclaredSymbol(unit, token),
        TypeDeclarationSyntax type => PrimaryConstructor(type, model, token),
        _ => model.GetDeclaredSymbol(declaration, token),
    };

    /// The declaration around a piece of code; null in an attribute or the header of a type.
    public static SyntaxNode? Around(SyntaxNode code)
    {
        foreach (var node in code.Ancestors())
        {
            switch (node)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }
                    or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    return node;
                case GlobalStatementSyntax global:
                    return global.Parent;
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    private static ISymbol? PrimaryConstructor(TypeDeclarationSyntax type, SemanticModel model, CancellationToken token) =>
        model.GetDeclaredSymbol(type, token)?.InstanceConstructors.FirstOrDefault(c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax(token) == type));
}

using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Fields that keep an array which somebody else made: one of their type stores a parameter of a visible member, as far as
/// names tell.
internal static class GivenArrays
{
    public static bool IsGiven(IFieldSymbol field) => field.ContainingType.DeclaringSyntaxReferences.Any(part => part.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Any(store => store.IsKind(SyntaxKind.SimpleAssignmentExpression) && NameOf(store.Left) == field.Name && store.Right is IdentifierNameSyntax value && IsParameterOfVisible(value)));

    private static string? NameOf(ExpressionSyntax place) => place switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsParameterOfVisible(IdentifierNameSyntax value) => value.FirstAncestorOrSelf<SyntaxNode>(n => n is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is BaseMethodDeclarationSyntax method
        && method.Modifiers.Any(m => m.IsKind(SyntaxKind.PublicKeyword) || m.IsKind(SyntaxKind.InternalKeyword) || m.IsKind(SyntaxKind.ProtectedKeyword))
        && method.ParameterList.Parameters.Any(p => p.Identifier.ValueText == value.Identifier.ValueText && p.Modifiers.Count == 0);
}

using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.LockModels;

/// The one `new` that creates the object a path ends in: in the initialiser of its declaration, or in the only
/// assignment that a constructor of its type makes; where the member can change, the only one in its type. Syntax alone
/// decides; two creations are none.
internal static class LockCreation
{
    public static BaseObjectCreationExpressionSyntax? Of(CapabilityPath path)
    {
        if (path is ValuePath { Origin.Syntax: BaseObjectCreationExpressionSyntax created })
        {
            return created;
        }

        var symbol = SymbolOf(path);
        var initializers = symbol?.DeclaringSyntaxReferences.Select(r => InitializerOf(r.GetSyntax())).OfType<ExpressionSyntax>().ToList();
        if (symbol is null || initializers is null)
        {
            return null;
        }

        var values = symbol is ILocalSymbol ? initializers : initializers.Concat(Assignments(symbol)).ToList();
        return values.Count == 1 ? values[0] as BaseObjectCreationExpressionSyntax : null;
    }

    /// Whether it is nobody else's object under another name: itself, a type, or a member that only ever gets what its
    /// own type creates. A member from metadata is taken at its word.
    public static bool IsOwn(CapabilityPath path)
    {
        if (path is not MemberPath { Symbol: var member } || member.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        return member is not (IFieldSymbol { IsReadOnly: false, DeclaredAccessibility: not Accessibility.Private, IsStatic: false } and { ContainingType.DeclaredAccessibility: Accessibility.Public })
            && member.DeclaringSyntaxReferences.Select(r => InitializerOf(r.GetSyntax())).OfType<ExpressionSyntax>().Concat(Assignments(member))
                .All(value => value is BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or LiteralExpressionSyntax);
    }

    /// The declared thing that a path ends in.
    public static ISymbol? SymbolOf(CapabilityPath path) => path switch
    {
        MemberPath member => member.Symbol,
        LocalPath local => local.Local,
        _ => null,
    };

    /// The argument for the parameter that an annotation of the constructor names; null when the call does not pass it.
    public static ExpressionSyntax? ArgumentOf(
        BaseObjectCreationExpressionSyntax creation, ITypeSymbol type, AnnotationReader annotations, AnnotationKind kind, out Annotation? annotation)
    {
        annotation = null;
        var arguments = creation.ArgumentList?.Arguments ?? default;
        foreach (var constructor in ((INamedTypeSymbol)type.OriginalDefinition).InstanceConstructors.Where(c => c.Parameters.Length == arguments.Count))
        {
            annotation = annotations.Declared(constructor).FirstOrDefault(a => a.Kind == kind);
            var name = annotation?.Text;
            if (constructor.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter)
            {
                return (arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == name)
                    ?? arguments.Where((a, i) => i == parameter.Ordinal && a.NameColon is null).FirstOrDefault())?.Expression;
            }
        }

        return null;
    }

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Assignments(ISymbol member) =>
        member.ContainingType.DeclaringSyntaxReferences
            .Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>()
            .SelectMany(t => t.Members.Where(m => m is ConstructorDeclarationSyntax || CanChange(member)))
            .SelectMany(m => m.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Where(a => a.IsKind(SyntaxKind.SimpleAssignmentExpression) && NameOf(a.Left) == member.Name)
            .Select(a => a.Right);

    private static bool CanChange(ISymbol member) => member is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod.IsInitOnly: false };

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };
}

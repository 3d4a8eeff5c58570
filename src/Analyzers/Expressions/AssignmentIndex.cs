using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// Where the compilation assigns a member, by name and syntax first. A file is read once, and only when somebody asks.
///
/// A private member is assigned in its own type only, any other wherever the compilation names it.
internal sealed class AssignmentIndex(SemanticModels models)
{
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, ExpressionSyntax>> _targets = new();

    /// Every place that assigns the member after construction, or passes it by reference.
    public IEnumerable<ExpressionSyntax> Of(ISymbol member, CancellationToken token) =>
        from tree in Places(member)
        from target in TargetsOf(tree, token)[member.Name]
        where !IsConstruction(target, member) && models.Of(target.SyntaxTree)?.GetSymbolInfo(target, token).Symbol is { } symbol
            && SymbolEqualityComparer.Default.Equals(MemberIdentity.Root(symbol), MemberIdentity.Root(member))
        select target;

    private IEnumerable<SyntaxTree> Places(ISymbol member)
    {
        var setter = (member as IPropertySymbol)?.SetMethod ?? member;
        var type = member is IParameterSymbol ? member.ContainingType : setter.DeclaredAccessibility == Accessibility.Private ? setter.ContainingType : null;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.DeclaringSyntaxReferences.Select(r => r.SyntaxTree).Distinct() ?? models.Compilation.SyntaxTrees;
    }

    private ILookup<string, ExpressionSyntax> TargetsOf(SyntaxTree tree, CancellationToken token) =>
        _targets.TryGetValue(tree, out var known) ? known
            : _targets.GetOrAdd(tree, AssignmentTargets.In(tree.GetRoot(token)).ToLookup(t => t.Name, t => t.Target, StringComparer.Ordinal));

    /// In a constructor of the type (static for static state) or an init accessor, on the object itself, and not in
    /// a lambda that runs later.
    private static bool IsConstruction(ExpressionSyntax target, ISymbol member)
    {
        if (target is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax })
            && !(member.IsStatic && target is MemberAccessExpressionSyntax))
        {
            return false;
        }

        foreach (var node in target.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case ConstructorDeclarationSyntax constructor:
                    return constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == member.IsStatic;
                case AccessorDeclarationSyntax accessor:
                    return accessor.IsKind(SyntaxKind.InitAccessorDeclaration);
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax }:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Whether `Dispose` can give back a lock that the models know.
///
/// Law: an object that a body disposes was taken in this body, which the name of the taking member tells, or came from
/// a field, a parameter or a member, whose declaration somewhere names the type.
internal static class ScopeMentions
{
    public static IEnumerable<KeyValuePair<string, WordKinds>> Words(ImmutableArray<ScopeName> scopes)
    {
        if (scopes.IsDefaultOrEmpty)
            yield break;
        yield return new("Dispose", WordKinds.Disposal);
        yield return new("DisposeAsync", WordKinds.Disposal);
        foreach (var scope in scopes)
        {
            yield return new(scope.Name, WordKinds.Scope);
            if (scope.Owner is not null)
                yield return new(scope.Owner, WordKinds.ScopeOwner);
        }
    }

    public static bool Exist(IReadOnlyCollection<TreeWords> trees, ImmutableArray<ScopeName> scopes, CancellationToken token)
    {
        if (scopes.IsDefaultOrEmpty || !trees.Any(tree => tree.Has(WordKinds.Scope)))
            return trees.Any(tree => tree.IsOpaque);
        // What is imported from its type, or goes by another name, is not written as `Owner.Scope`.
        var isImported = trees.Any(tree => tree.Tokens(WordKinds.ScopeOwner, token).Any(owner =>
            owner.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } @using && (@using.Alias is not null || @using.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))));
        return trees.Any(tree => tree.IsOpaque || tree.Tokens(WordKinds.Scope, token).Any(word => isImported || scopes.Any(scope => scope.Name == word.ValueText && IsIt(word, scope.Owner))));
    }

    private static bool IsIt(SyntaxToken word, string? owner) => word.Parent is SimpleNameSyntax name && (owner is null || name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Right == name => AttributeNames.LastIdentifier(qualified.Left).ValueText == owner,
        MemberAccessExpressionSyntax access when access.Name == name => ShapeForms.LastName(access.Expression) == owner,
        _ => false,
    });
}

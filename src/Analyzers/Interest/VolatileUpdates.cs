using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Bodies that update a `volatile` field, told by names and syntax: `++`, `+=`, and an assignment whose value names the
/// field again. A private field of a type in one part is looked for in its file only; code without such fields pays nothing.
internal static class VolatileUpdates
{
    public static IEnumerable<SyntaxNode> Find(IReadOnlyCollection<TreeWords> trees, CancellationToken token)
    {
        var elsewhere = new HashSet<string>(System.StringComparer.Ordinal);
        var declaring = new List<TreeWords>();
        foreach (var tree in trees)
        {
            var fields = tree.Tokens(WordKinds.Volatile, token).Select(t => t.Parent).OfType<FieldDeclarationSyntax>().ToList();
            if (fields.Count == 0)
                continue;
            declaring.Add(tree);
            Scan(new[] { tree }, fields.Where(IsConfined).SelectMany(Names), token);
            elsewhere.UnionWith(fields.Where(field => !IsConfined(field)).SelectMany(Names));
        }

        if (elsewhere.Count > 0)
            Scan(trees, elsewhere, token);
        return (elsewhere.Count > 0 ? trees : declaring).SelectMany(tree => tree.Tokens(WordKinds.VolatileName, token)).Where(IsUpdate).SelectMany(MemberBodies.At).Distinct();
    }

    private static void Scan(IEnumerable<TreeWords> trees, IEnumerable<string> names, CancellationToken token)
    {
        var words = new WordSet(names.Distinct().Select(name => new KeyValuePair<string, WordKinds>(name, WordKinds.VolatileName)).ToList());
        if (words.IsEmpty)
            return;
        foreach (var tree in trees)
            tree.Scan(words, token);
    }

    private static IEnumerable<string> Names(FieldDeclarationSyntax field) => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText);

    /// Nobody outside this file can name it.
    private static bool IsConfined(FieldDeclarationSyntax field) =>
        !field.Modifiers.Any(m => m.IsKind(SyntaxKind.PublicKeyword) || m.IsKind(SyntaxKind.InternalKeyword) || m.IsKind(SyntaxKind.ProtectedKeyword))
        && field.Ancestors().OfType<TypeDeclarationSyntax>().All(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool IsUpdate(SyntaxToken name)
    {
        if (name.Parent is not IdentifierNameSyntax identifier)
            return false;
        ExpressionSyntax target = identifier;
        while (target.Parent is MemberAccessExpressionSyntax access && access.Name == target || target.Parent is ParenthesizedExpressionSyntax or MemberBindingExpressionSyntax)
            target = (ExpressionSyntax)target.Parent!;
        return target.Parent switch
        {
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
            AssignmentExpressionSyntax assignment when assignment.Left == target => !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                || assignment.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(other => other.Identifier.ValueText == name.ValueText),
            _ => false,
        };
    }
}

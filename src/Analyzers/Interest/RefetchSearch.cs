using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Which bodies may read state twice for one decision that no annotation speaks of: a `volatile` field named twice in a
/// body of its type, and an event that is tested for null and raised by its name.
///
/// Law: what is left out has one fetch, or none that another one depends on.
internal static class RefetchSearch
{
    public static ImmutableHashSet<SyntaxNode> Find(IReadOnlyCollection<TreeWords> trees, CancellationToken token)
    {
        var declared = new Dictionary<string, bool>(StringComparer.Ordinal);
        var owners = new HashSet<string>(StringComparer.Ordinal);
        var declaring = new HashSet<TreeWords>();
        var parts = new HashSet<TreeWords>();
        var hasParts = false;
        foreach (var tree in trees.Where(t => t.Has(WordKinds.Shared)))
        {
            foreach (var keyword in tree.SharedKeywords(token))
            {
                if (keyword.IsKind(SyntaxKind.PartialKeyword))
                    parts.Add(tree);
                if (keyword.Parent is not BaseFieldDeclarationSyntax { Parent: TypeDeclarationSyntax type and not InterfaceDeclarationSyntax } field)
                    continue;
                foreach (var variable in field.Declaration.Variables)
                {
                    declared.TryGetValue(variable.Identifier.ValueText, out var isField);
                    declared[variable.Identifier.ValueText] = isField || field is FieldDeclarationSyntax;
                }

                declaring.Add(tree);
                owners.Add(type.Identifier.ValueText);
                hasParts |= type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(t => t.Modifiers.Any(SyntaxKind.PartialKeyword));
            }
        }

        if (declared.Count == 0)
            return ImmutableHashSet<SyntaxNode>.Empty;
        var names = new WordSet(declared.Keys.Select(name => new KeyValuePair<string, WordKinds>(name, WordKinds.Fetched)).ToList());
        var bodies = ImmutableHashSet.CreateBuilder<SyntaxNode>();
        foreach (var tree in hasParts ? trees.Where(t => declaring.Contains(t) || parts.Contains(t)) : declaring)
        {
            tree.Scan(names, token);
            var mentions = tree.Tokens(WordKinds.Fetched, token)
                .Where(word => word.Parent is IdentifierNameSyntax && IsInside(word.Parent, owners))
                .SelectMany(word => MemberBodies.At(word).Where(body => body.Span.Contains(word.Span)).Select(body => (Body: body, Word: word)))
                .GroupBy(mention => (mention.Body, mention.Word.ValueText), mention => (IdentifierNameSyntax)mention.Word.Parent!);
            foreach (var group in mentions)
            {
                if (group.Skip(1).Any() && (declared[group.Key.ValueText] || IsTestedAndRaised(group.ToList())))
                    bodies.Add(group.Key.Body);
            }
        }

        return bodies.ToImmutable();
    }

    /// By two different mentions: `var copy = Changed;` alone reads it once.
    private static bool IsTestedAndRaised(IReadOnlyCollection<IdentifierNameSyntax> mentions) =>
        mentions.Any(tested => IsTested(tested) && mentions.Any(raised => raised != tested && IsRaised(raised)));

    private static bool IsInside(SyntaxNode node, HashSet<string> owners) =>
        node.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => owners.Contains(type.Identifier.ValueText));

    /// `Changed(…)`, `Changed.Invoke(…)`, or handed on: not `Changed?.Invoke(…)`, which reads it once, nor a subscription.
    private static bool IsRaised(IdentifierNameSyntax name) => Place(name) switch
    {
        { Parent: AssignmentExpressionSyntax assignment } place => assignment.Left != place,
        { Parent: ConditionalAccessExpressionSyntax conditional } place => conditional.Expression != place,
        var place => !IsQuestion(place),
    };

    private static bool IsTested(IdentifierNameSyntax name) => IsQuestion(Place(name)) || Place(name).Parent is EqualsValueClauseSyntax or AssignmentExpressionSyntax;

    private static bool IsQuestion(ExpressionSyntax place) => place.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or IsPatternExpressionSyntax;

    private static ExpressionSyntax Place(ExpressionSyntax name)
    {
        while (name.Parent is ParenthesizedExpressionSyntax || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name))
            name = (ExpressionSyntax)name.Parent;
        return name;
    }
}

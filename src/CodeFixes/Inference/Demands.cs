using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Balance;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Inference;

/// What a member would have to declare, as <see cref="FixProperties.Members"/> says it.
internal static class Demands
{
    /// The changes that write it on the member whose name is at the site, in the place of the assertion by which its body
    /// begins; null where the member cannot name a lock.
    public static DocumentEdit? Of(FixSite site, string marked)
    {
        var contract = marked.TrimStart(FixProperties.InsteadOfAssertion[0]);
        if (Target(site.Node) is not { } target || target.Declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return null;
        // Names mean there what they mean in the body.
        var inside = new FixSite(site.Document, site.Model, site.Root, site.Text, site.Report with { Place = site.Report.Place with { Span = new TextSpan(target.Body, 0) } }, site.Token);
        var texts = new List<string>();
        foreach (var part in contract.Split(FixProperties.Separator).Select(p => p.Split(new[] { ',' }, 2)))
        {
            if (part.Length < 2 || Attributes.Argument(inside, member, part[1]) is not { } argument)
                return null;
            texts.Add(part[0] + "(" + argument + ")");
        }

        var imports = ImmutableArray<TextChange>.Empty;
        foreach (var name in texts.Select(t => t.Substring(0, t.IndexOf('('))).Distinct())
        {
            if (Imports.Of(site, "Capability", name + "Attribute", target.Declaration.SpanStart) is not { } needed)
                return null;
            imports = imports.IsEmpty ? needed : imports;
        }

        var changes = texts.Where(text => !target.Lists.SelectMany(l => l.Attributes).Any(a => a.ToString() == text)).Select(text => Attributes.Insert(site, target.Declaration, target.Lists, text)).ToImmutableArray();
        // One lock in one mode or another is nothing that two attributes could say.
        if (changes.IsEmpty || texts.GroupBy(text => text.Substring(text.IndexOf('('))).Any(same => same.Count() > 1))
            return null;
        return new DocumentEdit(site.Document.Id, Assertion(site, marked) is { } assertion ? changes.Add(Removal.Of(site, assertion.Span)) : changes, imports);
    }

    private static (SyntaxNode Declaration, SyntaxList<AttributeListSyntax> Lists, int Body)? Target(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax { Body: { } body } method => (method, method.AttributeLists, body.OpenBraceToken.Span.End),
        MethodDeclarationSyntax { ExpressionBody: { } arrow } method => (method, method.AttributeLists, arrow.Expression.SpanStart),
        AccessorDeclarationSyntax { Body: { } body } accessor => (accessor, accessor.AttributeLists, body.OpenBraceToken.Span.End),
        AccessorDeclarationSyntax { ExpressionBody: { } arrow } accessor => (accessor, accessor.AttributeLists, arrow.Expression.SpanStart),
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } property => (property, property.AttributeLists, arrow.Expression.SpanStart),
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } indexer => (indexer, indexer.AttributeLists, arrow.Expression.SpanStart),
        _ => null,
    };

    /// The statement by which the body asserts what its callers are to hold from now on, where nothing else is lost with it.
    public static StatementSyntax? Assertion(FixSite site, string contract)
    {
        if (!contract.StartsWith(FixProperties.InsteadOfAssertion, System.StringComparison.Ordinal))
            return null;
        var first = site.Node switch
        {
            MethodDeclarationSyntax { Body.Statements: { Count: > 1 } statements } => statements[0],
            AccessorDeclarationSyntax { Body.Statements: { Count: > 1 } statements } => statements[0],
            _ => null,
        };
        // An assertion of several things may say more than anything here shows to be needed.
        var asserted = first?.DescendantTokens().Count(token => token.IsKind(SyntaxKind.AmpersandAmpersandToken)) + 1;
        return first is null || asserted != contract.Split(FixProperties.Separator).Length || Removal.HasComment(site.Root, first.FullSpan) ? null : first;
    }
}

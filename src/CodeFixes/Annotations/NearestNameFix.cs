using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Annotations;

/// Puts the nearest name in the place of one that means nothing, in a string as in a `nameof`.
internal sealed class NearestNameFix : LocalFix
{
    public override string Key => "Capability.Annotation.NearestName";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Written] is not { Length: > 0 } written || site.Report[FixProperties.Nearest] is not { } nearest)
            return null;
        // Of two places with one name it is not known which is wrong.
        var places = Places(site, written).Take(2).ToList();
        return places.Count == 1 ? Edit.In(site, "Change '" + written + "' to '" + nearest + "'", new TextChange(places[0], nearest)) : null;
    }

    private static IEnumerable<TextSpan> Places(FixSite site, string name)
    {
        foreach (var token in site.Root.DescendantTokens(site.Report.Span).Where(t => site.Report.Span.Contains(t.Span)))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is not { Parent: NameEqualsSyntax or NameColonSyntax or AttributeSyntax })
                yield return token.Span;
            if (!token.IsKind(SyntaxKind.StringLiteralToken))
                continue;
            for (var at = token.Text.IndexOf(name, System.StringComparison.Ordinal); at >= 0; at = token.Text.IndexOf(name, at + 1, System.StringComparison.Ordinal))
            {
                if (IsEdge(token.Text, at - 1) && IsEdge(token.Text, at + name.Length))
                    yield return new TextSpan(token.SpanStart + at, name.Length);
            }
        }
    }

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[at]);
}

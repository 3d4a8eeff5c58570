using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Capability.CodeFixes.Balance;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Refactorings;

/// <summary>A documentation comment that says <c>Guarded by &lt;see cref="x"/&gt;</c> becomes an attribute that is checked.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = "Capability.GuardComment")]
public sealed class GuardCommentRefactoring : RefactoringProvider
{
    private static readonly Regex Sentence = new(@"(?<before>\bis\s+|\bAccess(?:es)?\s+|\bMust\s+be\s+)?\b(?:guarded|protected|synchroni[sz]ed)\s+(?:by|with|on|through)\s+(?:the\s+)?(?:lock\s+|monitor\s+)?<see\s+cref=""(?<name>[^""]+)""\s*/>\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    internal override string Key => "Capability.GuardComment";

    internal override SyntaxNode? Target(SyntaxNode node) =>
        node.AncestorsAndSelf(ascendOutOfTrivia: true).FirstOrDefault(n => n is MemberDeclarationSyntax) is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax && Comment(Declaration(node)) is not null ? Declaration(node) : null;

    internal override IEnumerable<Edit> Offers(FixSite site, SyntaxNode target)
    {
        var declaration = (MemberDeclarationSyntax)target;
        if (Comment(declaration) is not { } comment || Sentence.Match(comment.ToFullString()) is not { Success: true } said || GuardableState.Of(site, declaration) is not { HasDiscipline: false } state)
            yield break;
        var cref = comment.DescendantNodes().OfType<CrefSyntax>().FirstOrDefault(c => c.ToString() == said.Groups["name"].Value);
        if (cref is null || site.Model.GetSymbolInfo(cref, site.Token).Symbol is not (IFieldSymbol or IPropertySymbol) || site.Model.GetSymbolInfo(cref, site.Token).Symbol is not { } guard || !state.MayBeGuardedBy(guard))
            yield break;
        if (Imports.Of(site, "Capability", "GuardedByAttribute", declaration.SpanStart) is not { } imports)
            yield break;
        var insert = Attributes.Insert(site, declaration, declaration.AttributeLists, "GuardedBy(" + state.Argument(site, guard) + ")");
        yield return Edit.In(site, "Declare [GuardedBy] instead of the comment", new[] { Shortened(site, comment, said), insert }, imports);
    }

    private static MemberDeclarationSyntax Declaration(SyntaxNode node) => (MemberDeclarationSyntax)node.AncestorsAndSelf(ascendOutOfTrivia: true).First(n => n is MemberDeclarationSyntax);

    private static DocumentationCommentTriviaSyntax? Comment(MemberDeclarationSyntax declaration) => declaration.GetLeadingTrivia().Select(t => t.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().LastOrDefault(c => Sentence.IsMatch(c.ToFullString()));

    /// Without the sentence; without the comment, where it said nothing else.
    private static TextChange Shortened(FixSite site, DocumentationCommentTriviaSyntax comment, Match said)
    {
        var text = comment.ToFullString();
        var rest = Regex.Replace(text.Remove(said.Index, said.Length), @"///|/\*\*|\*/|<[^>]*>|[\s.*]", "");
        if (rest.Length > 0)
        {
            var (start, end) = (comment.FullSpan.Start + said.Index, comment.FullSpan.Start + said.Index + said.Length);
            // With the blank that was before it, or behind it at the beginning.
            if (site.Text[start - 1] == ' ' && end < site.Text.Length && site.Text[end] is ' ' or '\r' or '\n' or '<')
                start--;
            return new TextChange(TextSpan.FromBounds(start, end), "");
        }

        var first = site.Text.Lines.GetLineFromPosition(comment.FullSpan.Start);
        var last = site.Text.Lines.GetLineFromPosition(Math.Max(comment.FullSpan.Start, comment.FullSpan.End - 1));
        return site.Layout.IsFirstOnLine(comment.FullSpan.Start) && comment.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
            ? new TextChange(TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak), "")
            : Removal.Of(site, comment.FullSpan);
    }
}

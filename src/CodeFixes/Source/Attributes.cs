using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Source;

/// Attributes as source text.
internal static class Attributes
{
    /// Where a capability is named in a contract of a member; null where the member cannot name it.
    /// <param name="expression">As <see cref="Analyzers.Diagnostics.FixProperties.Expression"/> has it.</param>
    public static string? Argument(FixSite site, MemberDeclarationSyntax member, string expression)
    {
        if (expression.Length == 0)
            return null;
        if (expression.StartsWith("typeof(", System.StringComparison.Ordinal))
            return "typeof(" + (Spelling.TypeAt(site, expression.Substring(7, expression.Length - 8), member.SpanStart) ?? expression.Substring(7, expression.Length - 8)) + ")";
        var root = Spelling.RootOf(expression);
        if (root == "this")
        {
            var path = expression.Length > 5 ? expression.Substring(5) : "this";
            var isHidden = Spelling.MeaningOf(site, Spelling.RootOf(path), site.Report.Span.Start) is IParameterSymbol;
            return isHidden ? Quoted(expression) : Named(site, path);
        }

        if (root.StartsWith("global::", System.StringComparison.Ordinal))
            return Spelling.At(site, expression, site.Report.Span.Start) is { } text ? Named(site, text) : null;
        // A parameter of this member, or of the type; what a lambda or the body declares is unknown outside.
        return Spelling.MeaningOf(site, root, site.Report.Span.Start) is IParameterSymbol parameter && IsOf(site, member, parameter)
            ? root == expression && site.Language >= LanguageVersion.CSharp11 ? Named(site, expression) : Quoted(expression)
            : null;
    }

    /// A list of its own, behind those that are there.
    public static TextChange Insert(FixSite site, SyntaxNode declaration, SyntaxList<AttributeListSyntax> lists, string attribute)
    {
        var at = lists.Any() ? lists.Last().GetLastToken().GetNextToken().SpanStart : declaration.SpanStart;
        var ownLine = site.Layout.IsFirstOnLine(at) && declaration is not AccessorDeclarationSyntax { Body: null, ExpressionBody: null };
        return new TextChange(new TextSpan(at, 0), "[" + attribute + "]" + (ownLine ? site.Layout.EndOfLine + site.Layout.IndentAt(at) : " "));
    }

    private static bool IsOf(FixSite site, MemberDeclarationSyntax member, IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == site.Root.SyntaxTree && r.GetSyntax(site.Token).FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null
            && r.GetSyntax(site.Token).FirstAncestorOrSelf<LocalFunctionStatementSyntax>() is null && r.GetSyntax(site.Token).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } owner && (owner == member || owner is TypeDeclarationSyntax));

    /// `nameof` where the language has it for this.
    private static string Named(FixSite site, string path)
    {
        var isPlain = path.Split('.').All(SyntaxFacts.IsValidIdentifier) && path != "this" && path.Split('.').All(s => SyntaxFacts.GetKeywordKind(s) == SyntaxKind.None);
        return isPlain && (path.IndexOf('.') < 0 || site.Language >= (LanguageVersion)1200 || char.IsUpper(path[0])) ? "nameof(" + path + ")" : Quoted(path);
    }

    private static string Quoted(string path) => SymbolDisplay.FormatLiteral(path, quote: true);
}

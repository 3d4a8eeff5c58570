using System;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Source;

/// The `using` directives that a fix's text needs.
internal static class Imports
{
    /// Nothing when the type is in scope under its name; null when the compilation does not have it, or the name means
    /// something else here.
    /// <param name="attribute">The full name of a type; an attribute's with its suffix.</param>
    public static ImmutableArray<TextChange>? Of(FixSite site, string @namespace, string type, int position)
    {
        var metadataName = @namespace + "." + type;
        var wanted = site.Model.Compilation.GetTypesByMetadataName(metadataName);
        if (wanted.IsEmpty)
            return null;
        var found = site.Model.LookupNamespacesAndTypes(position, name: type.Split('`')[0]);
        if (found.Any(f => wanted.Contains(f, SymbolEqualityComparer.Default)))
            return found.Length == 1 ? ImmutableArray<TextChange>.Empty : null;
        return found.IsEmpty ? ImmutableArray.Create(Directive(site, @namespace)) : null;
    }

    /// For extension methods: nothing when the namespace is imported already.
    public static ImmutableArray<TextChange> OfNamespace(FixSite site, string @namespace, string extensionType, string method, ITypeSymbol receiver, int position) =>
        site.Model.LookupSymbols(position, receiver, method, includeReducedExtensionMethods: true).Any(s => s.ContainingType?.Name == extensionType)
            ? ImmutableArray<TextChange>.Empty
            : ImmutableArray.Create(Directive(site, @namespace));

    private static TextChange Directive(FixSite site, string @namespace)
    {
        var line = "using " + @namespace + ";";
        var end = site.Layout.EndOfLine;
        var usings = site.Root.Usings.Any() ? site.Root.Usings
            : site.Root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() is { Usings: { Count: > 0 } inner } ? inner : default;
        var plain = usings.Where(u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None) && u.GlobalKeyword.IsKind(SyntaxKind.None)).ToList();
        if (plain.FirstOrDefault(u => Comes(@namespace, u.Name!.ToString()) && site.Layout.IsFirstOnLine(u.SpanStart)) is { } next)
            return new TextChange(new TextSpan(next.SpanStart, 0), line + end + site.Layout.IndentAt(next.SpanStart));
        if ((plain.LastOrDefault() ?? usings.LastOrDefault()) is { } last)
            return new TextChange(new TextSpan(site.Text.Lines.GetLineFromPosition(last.Span.End).End, 0), end + site.Layout.IndentAt(last.SpanStart) + line);
        return new TextChange(new TextSpan(AfterHeader(site), 0), line + end + end);
    }

    /// The platform's namespaces come first, where the file has it so; else the alphabet.
    private static bool Comes(string one, string other)
    {
        bool IsPlatform(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
        return IsPlatform(one) == IsPlatform(other) ? string.Compare(one, other, StringComparison.OrdinalIgnoreCase) < 0 : IsPlatform(one);
    }

    /// Below the comments at the top of the file, above those of the first declaration.
    private static int AfterHeader(FixSite site)
    {
        if (site.Root.Externs.LastOrDefault() is { } @extern)
            return site.Text.Lines.GetLineFromPosition(@extern.Span.End).EndIncludingLineBreak;
        var first = site.Root.GetFirstToken(includeZeroWidth: true);
        var number = site.Layout.LineOf(first.SpanStart);
        while (number > 0 && site.Text.Lines[number - 1].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            number--;
        return number == site.Layout.LineOf(first.SpanStart) || number > 0 ? site.Text.Lines[number].Start : first.SpanStart - site.Layout.IndentAt(first.SpanStart).Length;
    }
}

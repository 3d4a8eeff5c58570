using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Source;

/// Expressions that come from the analysis, as a person would write them at a place.
internal static class Spelling
{
    /// The shortest text that means the same at the position; null when it means nothing there.
    public static string? At(FixSite site, string expression, int position)
    {
        if (expression.Length == 0)
            return null;
        if (expression.StartsWith("typeof(", System.StringComparison.Ordinal))
            return expression;
        if (MeaningOf(site, expression, position) is not { } meaning)
            return null;
        var qualified = "this.";
        if (expression.StartsWith(qualified, System.StringComparison.Ordinal))
            return Same(expression.Substring(qualified.Length));
        if (!expression.StartsWith("global::", System.StringComparison.Ordinal))
            return expression;
        var shortest = expression.Substring("global::".Length);
        for (var dot = shortest.IndexOf('.'); dot >= 0; dot = shortest.IndexOf('.', dot + 1))
        {
            var shorter = shortest.Substring(dot + 1);
            if (MeaningOf(site, shorter, position) is { } other && SymbolEqualityComparer.Default.Equals(meaning, other))
                (shortest, dot) = (shorter, -1);
        }

        return Same(shortest);

        string Same(string text) => MeaningOf(site, text, position) is { } other && SymbolEqualityComparer.Default.Equals(meaning, other) ? text : expression;
    }

    /// The shortest name of a type (written in full) that means the same at the position.
    public static string? TypeAt(FixSite site, string type, int position)
    {
        var wanted = TypeMeaning(site, type, position);
        if (wanted is null)
            return null;
        var shortest = type;
        for (var dot = -1; ;)
        {
            var start = dot < 0 ? type.IndexOf("::", System.StringComparison.Ordinal) + 2 : dot + 1;
            if (dot < 0 && start < 2)
                return type;
            if (SymbolEqualityComparer.Default.Equals(wanted, TypeMeaning(site, type.Substring(start), position)))
                shortest = type.Substring(start);
            dot = type.IndexOf('.', start);
            if (dot < 0)
                return shortest;
        }
    }

    private static ISymbol? TypeMeaning(FixSite site, string type, int position) =>
        site.Model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(type), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;

    /// What the last step of the expression is.
    public static ISymbol? MeaningOf(FixSite site, string expression, int position)
    {
        var syntax = SyntaxFactory.ParseExpression(expression);
        if (syntax.ContainsDiagnostics)
            return null;
        return syntax is ThisExpressionSyntax
            ? site.Model.GetSpeculativeTypeInfo(position, syntax, SpeculativeBindingOption.BindAsExpression).Type
            : site.Model.GetSpeculativeSymbolInfo(position, syntax, SpeculativeBindingOption.BindAsExpression).Symbol;
    }

    /// The name (or `this`) an expression begins with: whatever changes it changes what the expression means.
    public static string RootOf(string expression)
    {
        var end = expression.IndexOfAny(new[] { '.', '[', '(' });
        return end < 0 ? expression : expression.Substring(0, end);
    }

    /// The capabilities of a report as a person would write them, for titles.
    public static string Title(Report report) =>
        string.Join(report.Has(FixProperties.IsAlternative) ? " or " : " and ", report.Parts(FixProperties.Capability).Select(c => "'" + c + "'"));
}

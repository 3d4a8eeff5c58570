using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Guards;

/// Returns a copy of a live collection instead of the collection itself, made while its guard is held.
internal sealed class CopyFix : LocalFix
{
    public override string Key => "Capability.Copy";

    protected override Edit? Compute(FixSite site)
    {
        var how = site.Report[FixProperties.Leaves];
        if (how is not ("Returned" or "Stored" or "PassedOut") || site.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } expression)
            return null;
        while (expression.Parent is MemberAccessExpressionSyntax member && member.Name == expression)
            expression = member;
        if (expression.Parent is InvocationExpressionSyntax call && call.Expression == expression)
            expression = call;
        var symbol = site.Model.GetSymbolInfo(expression, site.Token).Symbol;
        var info = site.Model.GetTypeInfo(expression, site.Token);
        if (how == "Returned" && site.Report.Has(FixProperties.IsUnderGuard) && expression is InvocationExpressionSyntax or QueryExpressionSyntax)
            return Results(site, expression, info);
        // Another name of the object may be used where the guard is not held any more.
        if (symbol is not (IFieldSymbol or IPropertySymbol) || info.Type is not { } type || info.ConvertedType is not { } target || Functions.Around(expression) is not { } function)
            return null;
        if (how == "Returned" && IsOpen(target) && LiveResults.AreChanged(site, function))
            return null;
        if (expression.Parent is ConditionalExpressionSyntax or BinaryExpressionSyntax || Copy(site, expression, type, target) is not { } copy)
            return null;
        var changes = new List<TextChange> { new(new TextSpan(expression.SpanStart, 0), copy.Before), new(new TextSpan(expression.Span.End, 0), copy.After) };
        var title = (how == "Returned" ? "Return" : how == "Stored" ? "Store" : "Hand out") + " a copy of '" + symbol.Name + "'";
        if (site.Report.Has(FixProperties.IsUnderGuard))
            return Edit.In(site, title, changes, copy.Imports);
        return Wrapped(site, function, expression) is { } around
            ? Edit.In(site, title + ", made while " + Spelling.Title(site.Report) + " is held", around.Concat(changes), copy.Imports) with { Takes = site.Report[FixProperties.Expression] }
            : null;
    }

    /// A query that runs while its guard is held, not when somebody looks at what it found.
    private static Edit? Results(FixSite site, ExpressionSyntax query, TypeInfo info)
    {
        // The other branch may be of a type that is none of an array's.
        if (query.Parent is ConditionalExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionArmSyntax)
            return null;
        if (info is not { Type: INamedTypeSymbol { Name: "IEnumerable" or "IOrderedEnumerable", TypeArguments: { Length: 1 } elements } type, ConvertedType: { } target }
            || !IsAssignable(site.Model.Compilation, site.Model.Compilation.CreateArrayTypeSymbol(elements[0]), target))
            return null;
        var isBare = query is InvocationExpressionSyntax;
        var changes = new[] { new TextChange(new TextSpan(query.SpanStart, 0), isBare ? "" : "("), new TextChange(new TextSpan(query.Span.End, 0), isBare ? ".ToArray()" : ").ToArray()") };
        return Edit.In(site, "Return what the query finds now", changes, Imports.OfNamespace(site, "System.Linq", "Enumerable", "ToArray", type, query.SpanStart));
    }

    /// The guard is not held at all: then it is taken for the copy.
    private static IEnumerable<TextChange>? Wrapped(FixSite site, SyntaxNode function, ExpressionSyntax expression)
    {
        if (Entries.FramesOf(site, expression.SpanStart, Functions.IsAsync(function), awaits: false, yields: false, isExclusive: false) is not { } frames)
            return null;
        if (ExpressionBody.Of(expression, function) is { } body)
            return body.Expression == expression ? body.With(site, frames) : null;
        return expression.Parent is ReturnStatementSyntax { Parent: BlockSyntax } returned
            ? new Surrounding(site, returned.Span, returned.Parent!).With(ImmutableArray<string>.Empty, frames, null)
            : null;
    }

    private static (string Before, string After, ImmutableArray<TextChange> Imports)? Copy(FixSite site, ExpressionSyntax expression, ITypeSymbol type, ITypeSymbol target)
    {
        var compilation = site.Model.Compilation;
        var element = type is IArrayTypeSymbol { Rank: 1 } array ? array.ElementType : ElementOf(type);
        if (element is null)
            return null;
        var before = expression is CastExpressionSyntax or BinaryExpressionSyntax ? "(" : "";
        var isArray = IsAssignable(compilation, compilation.CreateArrayTypeSymbol(element), target);
        if (isArray && (type is IArrayTypeSymbol || !IsOpen(target) || Own(compilation, type, target) is null))
            return (before, (before.Length > 0 ? ")" : "") + ".ToArray()", IsOwn(type, "ToArray") ? ImmutableArray<TextChange>.Empty : Imports.OfNamespace(site, "System.Linq", "Enumerable", "ToArray", type, expression.SpanStart));
        // What it is keeps what it is; a comparer goes with it.
        if (Own(compilation, type, target) is not { } named)
            return null;
        var comparer = ComparerOf(named);
        var name = named.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(site.Model, expression.SpanStart, SymbolDisplayFormat.MinimallyQualifiedFormat);
        return ("new " + name + "(", (comparer is null ? "" : ", " + expression + ".Comparer") + ")", ImmutableArray<TextChange>.Empty);
    }

    /// The type of the object itself, if it can be made from another one. A stack would be turned over.
    private static INamedTypeSymbol? Own(Compilation compilation, ITypeSymbol type, ITypeSymbol target)
    {
        if (type is not INamedTypeSymbol { Name: not "Stack", TypeKind: TypeKind.Class, IsAbstract: false } named || !IsAssignable(compilation, named, target))
            return null;
        var comparer = ComparerOf(named);
        return named.InstanceConstructors.Any(c => c.DeclaredAccessibility == Accessibility.Public && c.Parameters.Length == (comparer is null ? 1 : 2)
            && c.Parameters[0].Type is INamedTypeSymbol { IsGenericType: true } source && IsAssignable(compilation, named, source)
            && (comparer is null || IsAssignable(compilation, comparer.Type, c.Parameters[1].Type))) ? named : null;
    }

    private static IPropertySymbol? ComparerOf(INamedTypeSymbol type) =>
        type.GetMembers("Comparer").OfType<IPropertySymbol>().FirstOrDefault(p => p.DeclaredAccessibility == Accessibility.Public);

    /// Who has it can put something in.
    private static bool IsOpen(ITypeSymbol type) => type is not IArrayTypeSymbol && (type is INamedTypeSymbol named ? type.AllInterfaces.Add(named) : type.AllInterfaces)
        .Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T);

    private static bool IsAssignable(Compilation compilation, ITypeSymbol from, ITypeSymbol to) =>
        to.SpecialType != SpecialType.System_Object && compilation.ClassifyCommonConversion(from, to) is { IsImplicit: true, IsUserDefined: false };

    private static bool IsOwn(ITypeSymbol type, string method) => type.GetMembers(method).OfType<IMethodSymbol>().Any(m => m.Parameters.IsEmpty);

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => (type is INamedTypeSymbol named ? type.AllInterfaces.Add(named) : type.AllInterfaces)
        .Where(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T).Select(i => i.TypeArguments[0]).FirstOrDefault();
}

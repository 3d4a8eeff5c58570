using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Fetches once, into a local, what one decision fetched several times.
internal sealed class SnapshotFix : LocalFix
{
    public override string Key => "Capability.Snapshot";

    public override bool WaitsForOthers => true;

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report.Related.IsEmpty || site.Report.Related[0].Document != site.Document.Id || FetchAt(site, site.Report.Related[0].Span) is not { } first || Functions.Around(first) is not { } function)
            return null;
        var access = first is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } && site.Model.GetSymbolInfo(first, site.Token).Symbol is IMethodSymbol ? arguments[0].Expression : first;
        if (site.Model.GetSymbolInfo(access, site.Token).Symbol is not (IFieldSymbol or IPropertySymbol or IEventSymbol) || SharedState.IsInExpressionTree(site, first))
            return null;
        var others = site.Report.Neighbours.Select(n => n.Span).Append(site.Report.Span).Select(span => FetchAt(site, span)).OfType<ExpressionSyntax>().Distinct().ToList();
        if (others.Count == 0 || others.Any(o => o.SpanStart < first.SpanStart || Functions.Around(o) != function))
            return null;
        var state = new SharedState(site, access, site.Model.GetSymbolInfo(access, site.Token).Symbol!, site.Model.GetTypeInfo(access, site.Token).Type!);
        var places = Between(state, function, first, others.Max(o => o.Span.End));
        if (places is null || others.Except(places).Any())
            return null;

        const string title = "Read it once, into a local";
        if (Kept(site, first) is { } local)
            return Edit.In(site, title, places.Where(p => p != first).Select(p => new TextChange(p.Span, local)), ImmutableArray<TextChange>.Empty);
        var api = first == access && state.Symbol is not IPropertySymbol && !state.IsVolatile && MarkingApi.HasVolatile(site, state.Type) ? MarkingApi.Of(site, "Volatile", first.SpanStart) : null;
        var name = Locals.NameFor(state.Symbol.Name, first);
        var lines = StatementLines.Of("var " + name + " = " + (first == access ? state.Read(api) : first.ToString()) + ";");
        var changes = Loop(first, state) is { } loop
            ? places.All(p => loop.Parent!.Span.Contains(p.Span)) ? lines.Before(site, loop).Concat(places.Select(p => new TextChange(p.Span, name))) : null
            : IsWithin(first, function, places) ? lines.AheadOf(site, first, places, name) : null;
        return changes is null ? null : Edit.In(site, title, changes, api?.Imports ?? ImmutableArray<TextChange>.Empty);
    }

    /// The whole fetch: the access, or the call that reads by it.
    private static ExpressionSyntax? FetchAt(FixSite site, TextSpan span)
    {
        if (span.End > site.Root.FullSpan.End || site.Root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is not { } node)
            return null;
        var whole = SharedState.WholeOf(node);
        return whole.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call && call.Expression == whole && arguments[0].RefKindKeyword.RawKind != 0 ? call : whole;
    }

    /// All reads from the first to the last; null where it is written in between, or read by code that runs later.
    private static List<ExpressionSyntax>? Between(SharedState state, SyntaxNode function, ExpressionSyntax first, int end)
    {
        var reads = state.ReadsIn(function).Where(r => r.SpanStart >= first.SpanStart && r.Span.End <= end).ToList();
        return reads.Any(r => IsWritten(r) || Functions.Around(r) != function) ? null : reads;
    }

    private static bool IsWritten(ExpressionSyntax read) => SharedState.Dressed(read).Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == SharedState.Dressed(read),
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        RefExpressionSyntax => true,
        _ => false,
    };

    /// `var x = _x;` has kept it already.
    private static string? Kept(FixSite site, ExpressionSyntax first)
    {
        if (first.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } declarator } || Functions.Around(first) is not { } function)
            return null;
        var name = declarator.Identifier.ValueText;
        var isChanged = function.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == name && (IsWritten(n) || n.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 }));
        return isChanged || statement.Declaration.Type is RefTypeSyntax || site.Model.GetDeclaredSymbol(declarator, site.Token) is not ILocalSymbol ? null : name;
    }

    /// The loop whose bound is the first fetch: its object is fetched in front of it.
    private static StatementSyntax? Loop(ExpressionSyntax first, SharedState state)
    {
        if (!state.Type.IsReferenceType || first.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } bound || bound.Parent is not BinaryExpressionSyntax comparison || Functions.Awaits(comparison))
            return null;
        return comparison.Parent switch
        {
            ForStatementSyntax @for when @for.Condition == comparison => @for,
            WhileStatementSyntax @while when @while.Condition == comparison => @while,
            _ => null,
        };
    }

    /// The local is known in all the places.
    private static bool IsWithin(ExpressionSyntax first, SyntaxNode function, List<ExpressionSyntax> places)
    {
        if (Guards.ExpressionBody.Of(first, function) is not null)
            return true;
        if (first.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return false;
        SyntaxNode scope = StatementLines.IsInList(statement) ? statement.Parent! : statement;
        if (scope is GlobalStatementSyntax)
            scope = scope.Parent!;
        return places.All(p => scope.Span.Contains(p.Span));
    }
}

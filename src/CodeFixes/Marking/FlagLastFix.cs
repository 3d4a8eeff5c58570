using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Moves the store of a flag behind the last data that it publishes, and marks it.
internal sealed class FlagLastFix : LocalFix
{
    public override string Key => "Capability.FlagLast";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Flaw] != "Late" || site.Report[FixProperties.Flag] is not { } flag || site.Report.Related.FirstOrDefault() is not { Document: { } document, Span: var by } || document != site.Document.Id)
            return null;
        if (site.Root.FindNode(by, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax block } store || FlagOf(site, store, flag) is not { } state)
            return null;
        var index = block.Statements.IndexOf(store);
        var last = block.Statements.Skip(index + 1).LastOrDefault(s => Publishes(site, s, flag));
        if (last is null || !last.Span.Contains(site.Report.Span) && !block.Statements.Skip(index + 1).Any(s => s.Span.Contains(site.Report.Span)))
            return null;
        // Whoever asks in between would get another answer.
        if (block.Statements.Skip(index + 1).Take(block.Statements.IndexOf(last) - index).Any(state.IsTouchedIn))
            return null;
        var imports = ImmutableArray<TextChange>.Empty;
        IEnumerable<TextChange> marks = ImmutableArray<TextChange>.Empty;
        if (WriteFix.Target(state) is { } assignment && assignment.Parent == store && MarkingApi.Of(site, "Volatile", store.SpanStart) is { } api)
            (marks, imports) = (WriteFix.Changes(state, assignment, api), api.Imports);
        return StatementMove.Behind(site, store, last, marks) is { } changes ? Edit.In(site, "Store '" + flag + "' after the data that it publishes", changes, imports) : null;
    }

    private static SharedState? FlagOf(FixSite site, ExpressionStatementSyntax store, string flag)
    {
        var access = store.Expression switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Left,
            InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } => arguments[0].Expression,
            _ => null,
        };
        return access is not null && SharedState.Of(site, SharedState.Bare(access)) is { } state && state.Symbol.Name == flag ? state : null;
    }

    /// Writes data of the flag.
    private static bool Publishes(FixSite site, StatementSyntax statement, string flag) => statement.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a =>
        site.Model.GetSymbolInfo(a.Left, site.Token).Symbol is (IFieldSymbol or IPropertySymbol) and var data && data.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { Name: "PublishedByAttribute", ContainingNamespace.Name: "Capability" } && attribute.ConstructorArguments.FirstOrDefault().Value is string name && name.TrimStart('!') == flag));
}

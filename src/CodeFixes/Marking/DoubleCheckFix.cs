using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Guards;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Makes a double check right: marks its flag, asks again under the lock, or stores the gate last.
internal sealed class DoubleCheckFix : LocalFix
{
    public override string Key => "Capability.DoubleCheck";

    protected override Edit? Compute(FixSite site)
    {
        if (SharedState.At(site) is not { Symbol: IFieldSymbol } state || site.Report.Related.FirstOrDefault() is not { Document: { } document, Span: var span } || document != site.Document.Id)
            return null;
        var place = site.Root.FindNode(span, getInnermostNodeForTie: true);
        return site.Report[FixProperties.Flaw] switch
        {
            "PlainFlag" or "PlainStore" or "NotVolatile" => Marked(state),
            "NotRechecked" => AskedAgain(state, place),
            "ChangedAfter" => Completed(state, place),
            "DataAfter" => StoredLast(state, place),
            _ => null,
        };
    }

    private static Edit? Marked(SharedState state) => Marks(state) is { } marks
        ? Edit.In(state.Site, "Mark the accesses of '" + state.Symbol.Name + "'", marks.Changes, marks.Imports)
        : null;

    private static (IEnumerable<TextChange> Changes, ImmutableArray<TextChange> Imports)? Marks(SharedState state)
    {
        if (WaitFix.Others(state, (IFieldSymbol)state.Symbol) is not { } others)
            return null;
        if (SharedState.MarkedRead(state.Access) != state.Access)
            return (others.Changes, others.Imports.Distinct().ToImmutableArray());
        return ReadFix.Changes(state) is { } read ? (read.Changes.Concat(others.Changes), read.Imports.Concat(others.Imports).Distinct().ToImmutableArray()) : null;
    }

    private static Edit? AskedAgain(SharedState state, SyntaxNode store)
    {
        const string title = "Ask again under the lock";
        var site = state.Site;
        if (store.FirstAncestorOrSelf<LockStatementSyntax>() is not { } section || state.Access.FirstAncestorOrSelf<IfStatementSyntax>() is not { } check || !check.Condition.Span.Contains(state.Access.Span) || !IsQuestion(state, check.Condition))
            return null;
        if (check.Statement.Span.Contains(section.Span))
        {
            var span = section.Statement is BlockSyntax { Statements: { Count: > 0 } statements } ? TextSpan.FromBounds(statements.First().SpanStart, statements.Last().Span.End) : section.Statement is BlockSyntax ? default : section.Statement.Span;
            var frame = new Frame(ImmutableArray<string>.Empty, "if (" + check.Condition + ")", ImmutableArray<string>.Empty, null);
            return span.IsEmpty ? null : Edit.In(site, title, new Surrounding(site, span, section).With(ImmutableArray<string>.Empty, ImmutableArray.Create(frame), null).ToArray());
        }

        if (check.Else is not null || section.Statement is not BlockSyntax { Statements: { Count: > 0 } inner } || Evaluation.HasComments(check) || check.Statement is BlockSyntax && site.Layout.LineOf(check.SpanStart) != site.Layout.LineOf(check.Span.End))
            return null;
        return Edit.In(site, title, StatementLines.Of(string.Join(" ", check.ToString().Split('\n').Select(line => line.Trim()))).Before(site, inner.First()).ToArray());
    }

    /// It has no effect and declares nothing.
    private static bool IsQuestion(SharedState state, ExpressionSyntax condition)
    {
        var reads = state.ReadsIn(condition).ToList();
        return !condition.DescendantNodesAndSelf(n => !reads.Contains(n)).Any(n => n is InvocationExpressionSyntax && !reads.Contains(n) || n is AssignmentExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax or SingleVariableDesignationSyntax
            || n is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });
    }

    private static Edit? StoredLast(SharedState state, SyntaxNode late)
    {
        var site = state.Site;
        if (StoreBefore(state, late) is not { } found)
            return null;
        var passed = found.List.Skip(found.List.IndexOf(found.Store) + 1).Take(found.List.IndexOf(found.Last) - found.List.IndexOf(found.Store));
        if (passed.Any(state.IsTouchedIn))
            return state.Type.IsReferenceType ? Completed(state, late) : null;
        // A flag orders only what it is marked for.
        var isFlag = state.Type.IsValueType && !state.IsVolatile;
        if (isFlag && Marks(state) is null)
            return null;
        var marks = isFlag ? Marks(state)!.Value : (ImmutableArray<TextChange>.Empty, ImmutableArray<TextChange>.Empty);
        var inside = marks.Item1.Where(c => found.Store.Span.Contains(c.Span)).ToList();
        return StatementMove.Behind(site, found.Store, found.Last, inside) is { } moved
            ? Edit.In(site, "Store '" + state.Symbol.Name + "' last", moved.Concat(marks.Item1.Except(inside)), marks.Item2)
            : null;
    }

    /// The object is completed in a local, and then stored.
    private static Edit? Completed(SharedState state, SyntaxNode change)
    {
        var site = state.Site;
        if (StoreBefore(state, change) is not { } found || found.Store.Expression is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
            return null;
        var title = "Store '" + state.Symbol.Name + "' when the object is complete";
        var between = found.List.Skip(found.List.IndexOf(found.Store) + 1).Take(found.List.IndexOf(found.Last) - found.List.IndexOf(found.Store)).ToList();
        var reads = between.SelectMany(state.ReadsIn).ToList();
        if (reads.Count == 0 && assignment.Right is IdentifierNameSyntax && site.Model.GetSymbolInfo(assignment.Right, site.Token).Symbol is ILocalSymbol)
            return StatementMove.Behind(site, found.Store, found.Last, ImmutableArray<TextChange>.Empty) is { } moved ? Edit.In(site, title, moved, ImmutableArray<TextChange>.Empty) : null;
        if (reads.Count == 0 || reads.Any(r => SharedState.Dressed(r).Parent is AssignmentExpressionSyntax written && written.Left == SharedState.Dressed(r) || r.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 }))
            return null;
        var name = Locals.NameFor(state.Symbol.Name, state.Access);
        var type = assignment.Right is ObjectCreationExpressionSyntax ? "var" : Locals.TypeText(site, state.Type, assignment.SpanStart).TrimEnd('?');
        var isAlone = site.Layout.IsFirstOnLine(found.Last.SpanStart) && site.Layout.IsLastOnLine(found.Last.Span.End);
        var changes = reads.Select(r => new TextChange(r.Span, name)).Append(new TextChange(assignment.Left.Span, type + " " + name)).ToList();
        changes.Add(isAlone
            ? new TextChange(new TextSpan(site.Text.Lines.GetLineFromPosition(found.Last.Span.End).End, 0), site.Layout.EndOfLine + site.Layout.IndentAt(found.Last.SpanStart) + assignment.Left + " = " + name + ";")
            : new TextChange(new TextSpan(found.Last.Span.End, 0), " " + assignment.Left + " = " + name + ";"));
        return Edit.In(site, title, changes, ImmutableArray<TextChange>.Empty);
    }

    /// The store of the gate and the last statement of its list that comes too late.
    private static (ExpressionStatementSyntax Store, StatementSyntax Last, SyntaxList<StatementSyntax> List)? StoreBefore(SharedState state, SyntaxNode late)
    {
        foreach (var block in late.Ancestors().OfType<BlockSyntax>())
        {
            if (block.Statements.LastOrDefault(s => s.SpanStart < late.SpanStart && !s.Span.Contains(late.Span) && IsStore(state, s)) is not ExpressionStatementSyntax store)
                continue;
            var name = store.Expression is AssignmentExpressionSyntax { Right: IdentifierNameSyntax value } ? value.Identifier.ValueText : state.Symbol.Name;
            var last = block.Statements.Last(s => s == block.Statements.Single(o => o.Span.Contains(late.Span)) || s.SpanStart > late.SpanStart && s is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var left } } && left.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault()?.Identifier.ValueText == name);
            return (store, last, block.Statements);
        }

        return null;
    }

    private static bool IsStore(SharedState state, StatementSyntax statement) => statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } && state.Denotes(assignment.Left)
        || statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments } } && arguments[0].RefKindKeyword.RawKind != 0 && state.Denotes(arguments[0].Expression);
}

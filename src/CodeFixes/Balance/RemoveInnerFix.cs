using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Contracts;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Balance;

/// Takes away an acquisition of what is held already, with its release, where both stand in one block.
internal sealed class RemoveInnerFix : LocalFix
{
    public override string Key => "Capability.RemoveInner";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Call] is not { } release || LockCall.At(site) is not { Statement.Parent: BlockSyntax block } taken)
            return null;
        var index = block.Statements.IndexOf(taken.Statement);
        foreach (var statement in block.Statements.Skip(index + 1))
        {
            if (LockCall.Of(site, statement) is { } other)
            {
                if (taken.IsReleasedBy(other, release) && IsOuterReleased(site, taken, release))
                    return Edit.In(site, Title(site), Removal.Of(site, taken.Statement.Span), Removal.Of(site, statement.Span));
                if (other.Name == taken.Name && Microsoft.CodeAnalysis.CSharp.SyntaxFactory.AreEquivalent(other.Lock, taken.Lock))
                    return null;
            }

            if (statement is TryStatementSyntax { Catches.Count: 0, Finally.Block: { Statements: { Count: 1 } finals } } @try && LockCall.Of(site, finals[0]) is { } last && taken.IsReleasedBy(last, release) && IsOuterReleased(site, taken, release))
                return Unwrapped(site, taken, @try) is { } changes ? Edit.In(site, Title(site), changes, ImmutableArray<TextChange>.Empty) : null;
            if (statement.DescendantNodes().OfType<StatementSyntax>().Any(s => LockCall.Of(site, s) is { } inner && taken.IsReleasedBy(inner, release)))
                return null;
        }

        return null;
    }

    private static string Title(FixSite site) => "Remove this acquisition of " + Spelling.Title(site.Report) + " and its release";

    /// Otherwise the release belongs to the outer acquisition, which has no other.
    private static bool IsOuterReleased(FixSite site, LockCall taken, string release)
    {
        if (Functions.Around(taken.Statement) is not { } function)
            return false;
        var calls = function.DescendantNodes().OfType<StatementSyntax>().Select(s => LockCall.Of(site, s)).OfType<LockCall>().Where(c => Microsoft.CodeAnalysis.CSharp.SyntaxFactory.AreEquivalent(c.Lock, taken.Lock)).ToList();
        var releases = calls.Count(c => taken.IsReleasedBy(c, release));
        var acquisitions = calls.Count(c => c.Name == taken.Name);
        return releases == acquisitions && calls.Count == releases + acquisitions
            && (acquisitions > 1 || (ContractTarget.Of(site) is { } target && ContractTarget.Mentions(target, site.Report)));
    }

    /// What the `try` holds, one step further out.
    private static IEnumerable<TextChange>? Unwrapped(FixSite site, LockCall taken, TryStatementSyntax @try)
    {
        var statements = @try.Block.Statements;
        // Names of the block may clash with those around it; a block without statements says nothing.
        if (statements.Count == 0 || statements.Any(s => s is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax))
            return null;
        var (start, end) = (statements.First(), statements.Last());
        var layout = site.Layout;
        if (!layout.IsFirstOnLine(start.SpanStart) || !layout.IsLastOnLine(end.Span.End) || !layout.IsFirstOnLine(@try.SpanStart) || !layout.IsLastOnLine(@try.Span.End) || !layout.IsFirstOnLine(@try.Block.CloseBraceToken.SpanStart))
            return null;
        var lines = site.Text.Lines;
        var head = TextSpan.FromBounds(lines.GetLineFromPosition(@try.SpanStart).Start, lines.GetLineFromPosition(@try.Block.OpenBraceToken.SpanStart).EndIncludingLineBreak);
        var tail = TextSpan.FromBounds(lines.GetLineFromPosition(@try.Block.CloseBraceToken.SpanStart).Start, lines.GetLineFromPosition(@try.Span.End).EndIncludingLineBreak);
        if (Removal.HasComment(site.Root, head) || Removal.HasComment(site.Root, tail) || head.Contains(start.Span))
            return null;
        var changes = new List<TextChange> { Removal.Of(site, taken.Statement.Span), new(head, ""), new(tail, "") };
        changes.AddRange(Removal.Dedent(site, TextSpan.FromBounds(head.End, tail.Start), layout.UnitAt(@try.Block)));
        return changes;
    }
}

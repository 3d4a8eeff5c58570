using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Guards;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Balance;

/// Enter … Exit of one block becomes the statement that releases on every way out: `lock`, `using`, or `try` with a
/// `finally`. Releases right before a jump out of the block are part of the pattern, and go.
internal sealed class StructuredFix : LocalFix
{
    public override string Key => "Capability.Structured";

    protected override Edit? Compute(FixSite site)
    {
        if (LockCall.At(site) is not { Statement.Parent: BlockSyntax block } taken || (taken.Owner is null && site.Report[FixProperties.Call] is null))
            return null;
        var release = site.Report[FixProperties.Call];
        var list = block.Statements.ToImmutableArray();
        var first = list.IndexOf(taken.Statement);
        var last = Enumerable.Range(first + 1, list.Length - first - 1).Reverse().FirstOrDefault(i => LockCall.Of(site, list[i]) is { } call && taken.IsReleasedBy(call, release));
        if (last <= first + 1)
            return null;
        var run = new StatementRun(list, first + 1, last - 1);
        if (EarlyReleases(site, taken, run, release) is not { } early || LeavesHolding(site, run, early) || run.Statements.Any(s => Functions.OwnNodes(s).Any(n => n is GotoStatementSyntax or LabeledStatementSyntax)))
            return null;
        if (site.Root.DescendantTrivia(TextSpan.FromBounds(taken.Statement.SpanStart, list[last].Span.End)).Any(t => t.IsDirective && t.SpanStart > taken.Statement.SpanStart))
            return null;
        if (Hoisting.Of(site, run) is not { } hoisting)
            return null;
        var form = Form(site, taken);
        var layout = site.Layout;
        var lines = site.Text.Lines;
        if (!layout.IsFirstOnLine(taken.Statement.SpanStart) || !layout.IsLastOnLine(taken.Statement.Span.End) || !layout.IsFirstOnLine(list[last].SpanStart) || !layout.IsLastOnLine(list[last].Span.End) || !layout.IsFirstOnLine(run.Span.Start) || !layout.IsLastOnLine(run.Span.End))
            return null;

        // Comments above the first statement of the run, and above the release, move in with it.
        var (indent, unit) = (layout.IndentAt(taken.Statement.SpanStart), layout.UnitAt(block));
        var changes = new List<TextChange>();
        var above = string.Concat(hoisting.Declarations.Select(d => d + layout.EndOfLine + indent));
        var brace = layout.HasBracesAtLineEnd(block) ? " {" : layout.EndOfLine + indent + "{";
        if (form is null)
        {
            if (above.Length > 0)
                changes.Add(new TextChange(new TextSpan(taken.Statement.SpanStart, 0), above));
            changes.Add(new TextChange(new TextSpan(lines.GetLineFromPosition(taken.Statement.Span.End).End, 0), layout.EndOfLine + indent + "try" + brace));
        }
        else
        {
            changes.Add(new TextChange(taken.Statement.Span, above + form + (layout.HasBracesAtLineEnd(block) ? " {" : "")));
            if (!layout.HasBracesAtLineEnd(block))
                changes.Add(new TextChange(new TextSpan(lines.GetLineFromPosition(taken.Statement.Span.End).End, 0), layout.EndOfLine + indent + "{"));
        }

        var (from, to) = (layout.LineOf(taken.Statement.Span.End) + 1, layout.LineOf(list[last].SpanStart));
        for (var number = from; number < to; number++)
        {
            // What set the calls apart says nothing beside a brace.
            if (IsBlank(lines, from, number) || IsBlank(lines, number, to - 1))
                changes.Add(new TextChange(lines[number].SpanIncludingLineBreak, ""));
            else if (!layout.IsFixed(lines[number]))
                changes.Add(new TextChange(new TextSpan(lines[number].Start, 0), unit));
        }

        if (form is null)
        {
            var @finally = layout.HasBracesAtLineEnd(block) ? "} finally {" + layout.EndOfLine + indent + unit : "}" + layout.EndOfLine + indent + "finally" + layout.EndOfLine + indent + "{" + layout.EndOfLine + indent + unit;
            changes.Add(new TextChange(new TextSpan(list[last].SpanStart, 0), @finally));
            changes.Add(new TextChange(new TextSpan(lines.GetLineFromPosition(list[last].Span.End).End, 0), layout.EndOfLine + indent + "}"));
        }
        else
        {
            changes.Add(new TextChange(list[last].Span, "}"));
        }

        changes.AddRange(hoisting.Changes);
        changes.AddRange(early.Select(s => Removal.Of(site, s.Span)).Select(removal => removal));
        return Edit.In(site, "Release " + Spelling.Title(site.Report) + " on every way out with '" + (form is null ? "try … finally" : form.Substring(0, form.IndexOf(' '))) + "'", Merged(changes), ImmutableArray<TextChange>.Empty);
    }

    private static bool IsBlank(TextLineCollection lines, int from, int to) => Enumerable.Range(from, to - from + 1).All(number => string.IsNullOrWhiteSpace(lines[number].ToString()));

    /// An indentation inside of a removed line goes with it.
    private static IEnumerable<TextChange> Merged(List<TextChange> changes) =>
        changes.Where(c => !(c.Span.IsEmpty && changes.Any(o => o.NewText is "" && !o.Span.IsEmpty && o.Span.Start <= c.Span.Start && c.Span.Start < o.Span.End)));

    /// The header that takes the lock, or null where the call itself must do it.
    private static string? Form(FixSite site, LockCall taken)
    {
        if (taken.Owner is not null)
            return "lock (" + taken.Lock + ")";
        var isAsync = Functions.Around(site.Node) is { } function && Functions.IsAsync(function);
        return Entry.Read(site.Report[FixProperties.Forms] ?? "").FirstOrDefault(e => e.Kind == "Scope" && !(e.IsByRefLike && isAsync)) is { } scope
            ? "using (" + taken.Lock + "." + scope.Enter + ")"
            : null;
    }

    /// A jump out of the run without a release before it: in a loop, or where nothing was reported about it, that is meant.
    private static bool LeavesHolding(FixSite site, StatementRun run, List<StatementSyntax> early)
    {
        foreach (var jump in run.Statements.SelectMany(Functions.OwnNodes).OfType<StatementSyntax>().Where(s => s is BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax))
        {
            var isInside = jump is not ReturnStatementSyntax && jump.Ancestors().TakeWhile(n => n.Span.Length <= run.Span.Length && run.Span.Contains(n.Span))
                .Any(n => n is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax || (n is SwitchStatementSyntax && jump is BreakStatementSyntax));
            var isAfterRelease = jump.Parent is BlockSyntax block && early.Contains(block.Statements.ElementAtOrDefault(block.Statements.IndexOf(jump) - 1)!);
            if (!isInside && !isAfterRelease && !(jump is ReturnStatementSyntax && site.Report.Id == "CAP0024"))
                return true;
        }

        return false;
    }

    /// The releases inside; null where one is not followed by a jump that leaves, or the lock is taken again.
    private static List<StatementSyntax>? EarlyReleases(FixSite site, LockCall taken, StatementRun run, string? release)
    {
        var early = new List<StatementSyntax>();
        foreach (var statement in run.Statements.SelectMany(s => s.DescendantNodesAndSelf().OfType<StatementSyntax>()))
        {
            // What an object does is no call on its monitor.
            if (LockCall.Of(site, statement) is not { } call || call.Owner != taken.Owner || !Microsoft.CodeAnalysis.CSharp.SyntaxFactory.AreEquivalent(call.Lock, taken.Lock))
                continue;
            if (!taken.IsReleasedBy(call, release))
            {
                // Waiting on the monitor is what one does while holding it; anything else has an effect of its own.
                if (call.Name is not ("Wait" or "Pulse" or "PulseAll") || call.Owner is null)
                    return null;
                continue;
            }

            if (statement.Parent is not BlockSyntax inner || statement.FirstAncestorOrSelf<FinallyClauseSyntax>() is not null || inner.Statements.ElementAtOrDefault(inner.Statements.IndexOf(statement) + 1) is not (ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax))
                return null;
            early.Add(statement);
        }

        return early;
    }
}

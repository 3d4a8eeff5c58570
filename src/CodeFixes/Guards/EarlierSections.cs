using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Contracts;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Guards;

/// A write that relies on what an earlier section under the same lock has found out: in a section of its own it would be
/// locked, and still too late.
internal static class EarlierSections
{
    public static bool Decide(FixSite site, SyntaxNode function, TextSpan run)
    {
        var names = site.Report.Parts(FixProperties.Expression).Select(LockMentions.LastName).ToList();
        var used = function.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => run.Contains(n.Span)).Select(n => n.Identifier.ValueText).ToList();
        // A `finally` that has given the lock up goes on from what was found out under it.
        if (Functions.OwnNodes(function).OfType<StatementSyntax>().Any(s => s.Span.End <= run.Start && s.Parent is BlockSyntax { Parent: FinallyClauseSyntax last } && last.Span.Contains(run)
            && Balance.LockCall.Of(site, s) is { } call && names.Contains(LockMentions.LastName(call.Lock.ToString()))))
            return true;
        return Functions.OwnNodes(function).OfType<StatementSyntax>().Where(s => s.Span.End <= run.Start).Any(section =>
            EntryOf(section) is { } entry && entry.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(n => names.Contains(n.Identifier.ValueText))
            && Functions.OwnNodes(section).Any(n => n is ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax
                || n is AssignmentExpressionSyntax { Left: IdentifierNameSyntax local } && used.Contains(local.Identifier.ValueText) && site.Model.GetSymbolInfo(local, site.Token).Symbol is ILocalSymbol));
    }

    /// What takes the lock, or for a `try` what gives it back.
    private static SyntaxNode? EntryOf(StatementSyntax section) => section switch
    {
        LockStatementSyntax @lock => @lock.Expression,
        UsingStatementSyntax @using => (SyntaxNode?)@using.Expression ?? @using.Declaration,
        TryStatementSyntax { Finally: { } last } => last,
        _ => null,
    };
}

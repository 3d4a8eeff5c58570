using System.Linq;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Guards;

/// Loops that wait for what another thread does: whoever runs one with the lock held that the other one needs waits for ever.
internal static class Polling
{
    /// A loop that does nothing but look.
    public static bool IsIdle(SyntaxNode node) =>
        PartsOf(node) is (not null, EmptyStatementSyntax or ContinueStatementSyntax or BlockSyntax { Statements.Count: 0 }) && node is not ForStatementSyntax { Incrementors.Count: > 0 };

    /// Statements among which is the loop that looks at the reported state and does not touch it in its body.
    public static bool IsMoved(FixSite site, StatementRun run) =>
        run.Statements.FirstOrDefault(s => s.Span.Contains(site.Report.Span)) is { } loop && PartsOf(loop) is ({ } condition, { } body)
        && condition.Span.Contains(site.Report.Span) && !site.Report.Neighbours.Any(n => body.Span.Contains(n.Span));

    private static (ExpressionSyntax? Condition, StatementSyntax? Body) PartsOf(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax l => (l.Condition, l.Statement),
        DoStatementSyntax l => (l.Condition, l.Statement),
        ForStatementSyntax l => (l.Condition, l.Statement),
        _ => default,
    };
}

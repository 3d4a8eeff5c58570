using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Balance;

/// A call that takes a lock, or gives it back, as it is written: `x.Enter()`, `await x.WaitAsync()`, `Monitor.Enter(x)`.
/// <param name="Lock">The expression of the lock.</param>
/// <param name="Owner">The type of a static call; null when the lock is the receiver.</param>
internal sealed record LockCall(StatementSyntax Statement, InvocationExpressionSyntax Call, ExpressionSyntax Lock, string? Owner, string Name)
{
    /// The call whose name is at the report, if it is a statement of its own.
    public static LockCall? At(FixSite site) =>
        site.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && Of(site, call) is { } found ? found : null;

    public static LockCall? Of(FixSite site, StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: var expression } && Bare(expression) is InvocationExpressionSyntax call ? Of(site, call) : null;

    /// The call that gives back what this one took.
    public bool IsReleasedBy(LockCall other, string? release) => SyntaxFactory.AreEquivalent(Lock, other.Lock)
        && (Owner is null ? release is not null && other.Name == release.Substring(0, release.IndexOf('(')) : other.Owner == Owner && other.Name == "Exit");

    private static LockCall? Of(FixSite site, InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver })
            return null;
        SyntaxNode outer = call;
        while (outer.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax || outer.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } || outer.Parent is InvocationExpressionSyntax { Expression: var configured } && configured == outer)
            outer = outer.Parent;
        if (outer.Parent is not ExpressionStatementSyntax statement)
            return null;
        if (site.Model.GetSymbolInfo(call, site.Token).Symbol is not IMethodSymbol method)
            return null;
        if (!method.IsStatic)
            return new LockCall(statement, call, receiver, null, name);
        return method.ReducedFrom is null && call.ArgumentList.Arguments.Count == 1 ? new LockCall(statement, call, call.ArgumentList.Arguments[0].Expression, method.ContainingType.Name, name) : null;
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax { Expression: var awaited } => Bare(awaited),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: InvocationExpressionSyntax call } } => call,
        _ => expression,
    };
}

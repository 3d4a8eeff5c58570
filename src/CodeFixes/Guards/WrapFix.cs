using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Contracts;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Guards;

/// Holds what is missing around the smallest run of statements.
internal sealed class WrapFix : LocalFix
{
    public override string Key => "Capability.Wrap";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report.Parts(FixProperties.Expression).IsEmpty || Functions.Around(site.Node) is not { } function)
            return null;
        if ((site.Report.Has(FixProperties.IsLive) && Leaves(site, site.Node)) || OtherDisciplines.Apply(site))
            return null;
        return ExpressionBody.Of(site.Node, function) is { } body ? Wrap(site, function, body) : Statements(site, function);
    }

    private static Edit? Statements(FixSite site, SyntaxNode function)
    {
        if (StatementRun.Around(site, function) is not { } run || run.Statements.Any(s => !IsMovable(s)) || site.Root.DescendantTrivia(run.Span).Any(t => t.IsDirective && run.Span.Contains(t.Span)) || Polling.IsMoved(site, run))
            return null;
        if ((IsExclusive(site, run.Span) && EarlierSections.Decide(site, function, run.Span)) || Callees.Mind(site, run.Statements) || !IsNamedThroughout(site, run) || HandlesItself(site, run.Statements))
            return null;
        var awaits = run.Statements.Any(Functions.Awaits);
        var yields = run.Statements.Any(Functions.Suspends) && !awaits;
        if (Entries.FramesOf(site, run.Span.Start, Functions.IsAsync(function), awaits, yields, IsExclusive(site, run.Span)) is not { } frames || Hoisting.Of(site, run) is not { } hoisting)
            return null;
        var embedded = run.IsEmbedded ? site.Layout.IndentAt(run.List[run.First].Parent!.SpanStart) : null;
        var around = new Surrounding(site, run.Span, run.List[run.First].Parent!).With(hoisting.Declarations, frames, embedded);
        return Edit.In(site, Title(site, run.Statements.Length == 1 ? "this statement" : "these statements", IsExclusive(site, run.Span)), around.Concat(hoisting.Changes), ImmutableArray<TextChange>.Empty) with
        {
            Takes = site.Report[FixProperties.Expression],
            Covers = site.Report.Neighbours.Select(n => n.Span).Where(run.Span.Contains).ToImmutableArray(),
        };
    }

    private static Edit? Wrap(FixSite site, SyntaxNode function, ExpressionBody body)
    {
        var expression = body.Expression;
        var awaits = Functions.Awaits(expression);
        if (expression is RefExpressionSyntax || Callees.Mind(site, ImmutableArray.Create<SyntaxNode>(expression)))
            return null;
        return Entries.FramesOf(site, expression.SpanStart, Functions.IsAsync(function), awaits, yields: false, IsExclusive(site, expression.Span)) is { } frames && body.With(site, frames) is { } changes
            ? Edit.In(site, Title(site, "this body", IsExclusive(site, expression.Span)), changes, ImmutableArray<TextChange>.Empty) with { Takes = site.Report[FixProperties.Expression] }
            : null;
    }

    private static string Title(FixSite site, string what, bool isExclusive)
    {
        var isBoth = site.Report[FixProperties.Forms] == site.Report[FixProperties.ExclusiveForms];
        return "Lock " + Spelling.Title(site.Report) + (isBoth ? "" : isExclusive ? " for writing" : " for reading") + " around " + what;
    }

    /// A lock that the statements take themselves, by a call on it, would be taken twice; one that they give up was not theirs.
    private static bool HandlesItself(FixSite site, IEnumerable<SyntaxNode> statements)
    {
        var locks = site.Report.Parts(FixProperties.Expression).Select(LockMentions.LastName).ToImmutableHashSet();
        var (takes, gives) = (false, false);
        foreach (var call in statements.SelectMany(s => s.DescendantNodes()).OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver })
                continue;
            if (locks.Contains(LockMentions.LastName(receiver.ToString())) && (Takes(name) || Gives(name) || name.StartsWith("Wait", StringComparison.Ordinal)))
                return true;
            // The monitor is handed to `Monitor`, and nests: only what is not balanced matters.
            var isMonitor = call.ArgumentList.Arguments.FirstOrDefault() is { Expression: var argument } && locks.Contains(LockMentions.LastName(argument.ToString()));
            takes |= isMonitor && Takes(name);
            gives |= isMonitor && Gives(name);
        }

        return gives && !takes;
    }

    private static bool Takes(string name) => name.StartsWith("Enter", StringComparison.Ordinal) || name.StartsWith("TryEnter", StringComparison.Ordinal) || name.StartsWith("Acquire", StringComparison.Ordinal);

    private static bool Gives(string name) => name.StartsWith("Exit", StringComparison.Ordinal) || name.StartsWith("Release", StringComparison.Ordinal);

    /// A write among what is covered needs the stronger mode for all of it.
    private static bool IsExclusive(FixSite site, TextSpan covered) =>
        site.Report[FixProperties.Mode] == "Exclusive" || site.Report.Neighbours.Any(n => n.Mode == "Exclusive" && covered.Contains(n.Span));

    /// A reference to the object, or a view of it, would be outside of the lock all the same.
    private static bool Leaves(FixSite site, SyntaxNode node)
    {
        var expression = node;
        while (expression.Parent is MemberAccessExpressionSyntax { Name: var name } own && name == expression || expression.Parent is MemberAccessExpressionSyntax access && access.Expression == expression && IsView(site, access)
            || expression.Parent is InvocationExpressionSyntax { Expression: var called } call && called == expression && IsView(site, call)
            || expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            expression = expression.Parent;
        return expression.Parent is ReturnStatementSyntax or YieldStatementSyntax or LambdaExpressionSyntax or ArrowExpressionClauseSyntax;
    }

    /// What reads the object later on: its keys, a span, a query that is not run yet.
    private static bool IsView(FixSite site, ExpressionSyntax expression) => site.Model.GetSymbolInfo(expression, site.Token).Symbol switch
    {
        IPropertySymbol { Name: "Keys" or "Values", Type.IsReferenceType: true } => true,
        IMethodSymbol method => method.ReturnType.IsRefLikeType || method.Name is "AsReadOnly" or "AsMemory" || method is { ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" }, OriginalDefinition.ReturnType.TypeKind: TypeKind.Interface },
        _ => false,
    };

    private static bool IsMovable(StatementSyntax statement) =>
        statement is not (LabeledStatementSyntax or ReturnStatementSyntax { Expression: RefExpressionSyntax })
        && !statement.DescendantTrivia().Any(t => t.IsKind(SyntaxKind.SkippedTokensTrivia)) && !Functions.OwnNodes(statement).Any(n => n is LabeledStatementSyntax);

    /// The names that the lock expressions begin with mean the same from the first to the last statement.
    private static bool IsNamedThroughout(FixSite site, StatementRun run)
    {
        var roots = site.Report.Parts(FixProperties.Expression).Select(Spelling.RootOf).ToImmutableHashSet();
        foreach (var node in run.Statements.SelectMany(Functions.OwnNodes))
        {
            var name = node switch
            {
                VariableDeclaratorSyntax declared => declared.Identifier.ValueText,
                SingleVariableDesignationSyntax declared => declared.Identifier.ValueText,
                ForEachStatementSyntax declared => declared.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } => target.Identifier.ValueText,
                _ => null,
            };
            if (name is not null && roots.Contains(name))
                return false;
        }

        return true;
    }
}

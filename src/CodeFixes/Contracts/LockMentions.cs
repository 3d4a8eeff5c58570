using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.CodeFixes.Contracts;

/// What a body says of the locks that a report lacks, besides lacking them.
internal static class LockMentions
{
    /// The body names the lock itself: it takes it, gives it back, or hands it on, and wants no caller to.
    public static bool AreIn(FixSite site, SyntaxNode body)
    {
        var names = site.Report.Parts(FixProperties.Expression).Select(LastName).ToImmutableHashSet();
        var lacking = site.Report.Neighbours.Select(n => n.Span).Append(site.Report.Span).ToList();
        return body.DescendantNodes(n => n is not AttributeListSyntax).OfType<SimpleNameSyntax>()
            .Any(name => names.Contains(name.Identifier.ValueText) && !lacking.Any(span => span.Contains(name.Span)));
    }

    /// More than one call on the lock: it is not known which one the end of the member speaks of.
    public static bool AreTwice(FixSite site, SyntaxNode body) =>
        body.DescendantNodes().OfType<StatementSyntax>().Count(s => Balance.LockCall.Of(site, s) is { } call && site.Report.Parts(FixProperties.Expression).Any(e => LastName(e) == LastName(call.Lock.ToString()))) > 1;

    /// Something on the way to the lock gets another value in the body, so that its name means one lock at the beginning
    /// and another at the report.
    public static bool Change(FixSite site, SyntaxNode body)
    {
        var names = site.Report.Parts(FixProperties.Expression).SelectMany(e => SyntaxFactory.ParseExpression(e).DescendantNodesAndSelf().OfType<SimpleNameSyntax>()).Select(n => n.Identifier.ValueText).ToImmutableHashSet();
        foreach (var node in body.DescendantNodes())
        {
            var targets = node switch
            {
                AssignmentExpressionSyntax assignment => Targets(assignment.Left),
                PostfixUnaryExpressionSyntax postfix when !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Targets(postfix.Operand),
                PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) => Targets(prefix.Operand),
                ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => Targets(argument.Expression),
                RefExpressionSyntax reference => Targets(reference.Expression),
                _ => Enumerable.Empty<string>(),
            };
            if (targets.Any(names.Contains))
                return true;
        }

        return false;
    }

    /// The report is in a part of a query that runs when somebody enumerates.
    public static bool IsDeferred(SyntaxNode node) => node.AncestorsAndSelf().TakeWhile(n => n is not (StatementSyntax or MemberDeclarationSyntax))
        .Any(n => n is SelectOrGroupClauseSyntax or QueryContinuationSyntax || n is QueryClauseSyntax && n.Parent is QueryBodySyntax);

    public static string LastName(string expression)
    {
        var end = expression.LastIndexOf('.');
        var last = expression.Substring(end + 1);
        var open = last.IndexOfAny(new[] { '[', '(' });
        return open < 0 ? last : last.Substring(0, open);
    }

    private static IEnumerable<string> Targets(ExpressionSyntax target) => target switch
    {
        SimpleNameSyntax name => new[] { name.Identifier.ValueText },
        MemberAccessExpressionSyntax member => new[] { member.Name.Identifier.ValueText },
        ElementAccessExpressionSyntax element => Targets(element.Expression),
        ParenthesizedExpressionSyntax parenthesized => Targets(parenthesized.Expression),
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(a => Targets(a.Expression)),
        _ => Enumerable.Empty<string>(),
    };
}

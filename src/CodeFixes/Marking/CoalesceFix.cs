using System.Linq;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// `x ??= v` by a compare-exchange, or, where `v` is only to be made when it is needed, by `LazyInitializer`.
internal sealed class CoalesceFix : LocalFix
{
    public override string Key => "Capability.Interlocked";

    protected override Edit? Compute(FixSite site)
    {
        if (SharedState.At(site) is not { Type.IsReferenceType: true } state || SharedState.Dressed(state.Access).Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment || Evaluation.HasComments(assignment))
            return null;
        var value = assignment.Right;
        var isDropped = Evaluation.IsDropped(site, assignment);
        if (Evaluation.IsStable(site, value) && MarkingApi.Of(site, "Interlocked", assignment.SpanStart) is { } interlocked)
        {
            var exchange = interlocked.Text + ".CompareExchange(ref " + state.Text + ", " + value + ", null)";
            return Edit.In(site, "Use 'Interlocked.CompareExchange'", new[] { new TextChange(assignment.Span, isDropped ? exchange : Evaluation.InPlaceOf(assignment, exchange + " ?? " + Evaluation.Operand(value))) }, interlocked.Imports);
        }

        if (!Functions.Awaits(value) && IsObject(site, value) && MarkingApi.Of(site, "LazyInitializer", assignment.SpanStart) is { } lazy)
            return Edit.In(site, "Use 'LazyInitializer.EnsureInitialized'", new[] { new TextChange(assignment.Span, lazy.Text + ".EnsureInitialized(ref " + state.Text + ", () => " + value + ")") }, lazy.Imports);
        return isDropped ? Tested(state, assignment) : null;
    }

    /// The factory must not return null, or else it throws.
    private static bool IsObject(FixSite site, ExpressionSyntax value) => SharedState.Bare(value) is BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or InterpolatedStringExpressionSyntax or WithExpressionSyntax
        || value.RawKind == 9076
        || site.Model.GetTypeInfo(value, site.Token) is { Nullability.FlowState: NullableFlowState.NotNull } && (site.Model.GetNullableContext(value.SpanStart) & NullableContext.WarningsEnabled) != 0;

    private static Edit? Tested(SharedState state, AssignmentExpressionSyntax assignment)
    {
        var site = state.Site;
        if ((SharedState.ReceiverOf(state.Access) is { } receiver && !state.Symbol.IsStatic && !Evaluation.IsStable(site, receiver)) || MarkingApi.Of(site, "Interlocked", assignment.SpanStart) is not { } interlocked)
            return null;
        var exchange = interlocked.Text + ".CompareExchange(ref " + state.Text + ", " + assignment.Right + ", null);";
        var lines = StatementLines.If(!site.Layout.IsFirstOnLine(assignment.SpanStart), state.Text + " == null", exchange);
        return lines.InsteadOf(site, assignment, null) is { } changes ? Edit.In(site, "Use 'Interlocked.CompareExchange'", changes, interlocked.Imports) : null;
    }
}

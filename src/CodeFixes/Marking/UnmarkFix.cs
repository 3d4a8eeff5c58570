using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.CodeFixes.Balance;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Takes away marking that the lock makes needless: the call becomes the operator that does the same, the modifier goes.
internal sealed class UnmarkFix : LocalFix
{
    public override string Key => "Capability.Unmark";

    protected override Edit? Compute(FixSite site)
    {
        var token = site.Root.FindToken(site.Report.Span.Start);
        if (token.IsKind(SyntaxKind.VolatileKeyword))
            return Edit.In(site, "Remove 'volatile'", new TextChange(TextSpan.FromBounds(token.SpanStart, token.GetNextToken().SpanStart), ""));
        if (site.Node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } location || list.Arguments[0] != location)
            return null;
        if (site.Model.GetSymbolInfo(call, site.Token).Symbol is not IMethodSymbol { ContainingType: { ContainingNamespace.Name: "Threading" } type } method || list.Arguments.Any(a => a.NameColon is not null) || SharedState.IsInExpressionTree(site, call))
            return null;
        var state = location.Expression;
        var text = type.Name switch
        {
            "Volatile" => OfVolatile(method.Name, state, list),
            "Interlocked" when method.Name == "Read" => state.ToString(),
            "Interlocked" when !Evaluation.IsChecked(site, call) || method.Name == "Exchange" => OfInterlocked(site, method.Name, call, state, list),
            _ => null,
        };
        if (text is null || Unwrapped(call, text, state, list) is var changes && changes.Any(c => Removal.HasComment(site.Root, c.Span)))
            return null;
        return Edit.In(site, "Access '" + state + "' plainly", changes);
    }

    private static string? OfVolatile(string method, ExpressionSyntax state, ArgumentListSyntax list) => method switch
    {
        "Read" => state.ToString(),
        "Write" => state + " = " + list.Arguments[1].Expression,
        _ => null,
    };

    private static string? OfInterlocked(FixSite site, string method, InvocationExpressionSyntax call, ExpressionSyntax state, ArgumentListSyntax list)
    {
        var isDropped = Evaluation.IsDropped(site, call);
        switch (method)
        {
            case "Increment" or "Decrement":
                var step = method == "Increment" ? "++" : "--";
                return isDropped ? state + step : step + state;
            case "Add":
                return state + " += " + list.Arguments[1].Expression;
            // The others return what was there before.
            case "And" or "Or" when isDropped:
                return state + (method == "And" ? " &= " : " |= ") + list.Arguments[1].Expression;
            case "Exchange" when isDropped:
                return state + " = " + list.Arguments[1].Expression;
            default:
                return null;
        }
    }

    /// Of the arguments nothing is changed, so that their layout stays.
    private static TextChange[] Unwrapped(InvocationExpressionSyntax call, string text, ExpressionSyntax state, ArgumentListSyntax list)
    {
        var changes = new List<TextChange>();
        // A step binds tighter than every operator with two sides.
        var isStep = list.Arguments.Count == 1 && call.Parent is BinaryExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax;
        var isWrapped = !isStep && text != state.ToString() && Evaluation.InPlaceOf(call, text) != text;
        var prefix = text.Substring(0, text.IndexOf(state.ToString(), System.StringComparison.Ordinal));
        changes.Add(new TextChange(TextSpan.FromBounds(call.SpanStart, state.SpanStart), (isWrapped ? "(" : "") + prefix));
        if (list.Arguments.Count > 1)
        {
            var operation = text.Substring(prefix.Length + state.ToString().Length);
            operation = operation.Substring(0, operation.Length - list.Arguments[1].Expression.ToString().Length).TrimEnd();
            changes.Add(new TextChange(list.Arguments.GetSeparator(0).Span, operation));
            changes.Add(new TextChange(TextSpan.FromBounds(list.Arguments[1].Span.End, call.Span.End), isWrapped ? ")" : ""));
        }
        else
        {
            changes.Add(new TextChange(TextSpan.FromBounds(state.Span.End, call.Span.End), text.Substring(prefix.Length + state.ToString().Length) + (isWrapped ? ")" : "")));
        }

        return changes.ToArray();
    }
}

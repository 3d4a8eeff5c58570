using System.Linq;
using Capability.CodeFixes.Balance;
using Capability.CodeFixes.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Marking;

/// Takes away what declares a race where there is none.
internal sealed class UnwaiveFix : LocalFix
{
    public override string Key => "Capability.Unwaive";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Node.FirstAncestorOrSelf<AttributeSyntax>() is { Parent: AttributeListSyntax list } attribute)
            return WithoutAttribute(site, list, attribute);
        if (site.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || SharedState.IsInExpressionTree(site, call) || site.Model.GetSymbolInfo(call, site.Token).Symbol is not IMethodSymbol { ContainingType: { Name: "DataRace", ContainingNamespace.Name: "Capability" } } method)
            return null;
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Any(a => a.NameColon is not null) || arguments.Skip(1).Any(Evaluation.HasComments))
            return null;
        var value = arguments[0].Expression;
        var title = "Remove 'DataRace." + method.Name + "'";
        if (method.Name == "Write")
        {
            var isWrapped = Evaluation.InPlaceOf(call, "=") != "=";
            return Edit.In(site, title, new TextChange(TextSpan.FromBounds(call.SpanStart, value.SpanStart), isWrapped ? "(" : ""), new TextChange(arguments.GetSeparator(0).Span, " ="), new TextChange(TextSpan.FromBounds(arguments[1].Span.End, call.Span.End), isWrapped ? ")" : ""));
        }

        // What stood between parentheses may need them now.
        var parentheses = Evaluation.IsPrimary(value) || Evaluation.InPlaceOf(call, "+") == "+" ? ("", "") : ("(", ")");
        return Edit.In(site, title, new TextChange(TextSpan.FromBounds(call.SpanStart, value.SpanStart), parentheses.Item1), new TextChange(TextSpan.FromBounds(value.Span.End, call.Span.End), parentheses.Item2));
    }

    private static Edit? WithoutAttribute(FixSite site, AttributeListSyntax list, AttributeSyntax attribute)
    {
        const string title = "Remove '[DataRacy]'";
        if (list.Attributes.Count == 1)
            return Evaluation.HasComments(list) ? null : Edit.In(site, title, Removal.Of(site, list.Span));
        var index = list.Attributes.IndexOf(attribute);
        var span = index == 0
            ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
            : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End);
        return Removal.HasComment(site.Root, span) ? null : Edit.In(site, title, new TextChange(span, ""));
    }
}

using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Contracts;

/// A member that gives back what it requires says so: `Requires` becomes `Releases`.
internal sealed class ReplaceContractFix : LocalFix
{
    public override string Key => "Capability.Contract.Releases";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Attribute] is not { } attribute || ContractTarget.Of(site) is not { } target || !target.IsFree)
            return null;
        foreach (var place in site.Report.Related.Where(r => r.Document == site.Document.Id && target.Member.Span.Contains(r.Span)))
        {
            if (site.Root.FindNode(place.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is { Name: var name } stated && (stated.ArgumentList?.Arguments.Count ?? 0) <= 1)
            {
                var simple = name is QualifiedNameSyntax { Right: var right } ? right : name;
                return Edit.In(site, "Declare '" + target.Name + "' with [" + attribute + "] instead of [" + simple + "]", new TextChange(simple.Span, attribute));
            }
        }

        return null;
    }
}

using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Balance;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;

namespace Capability.CodeFixes.Inference;

/// Declares what the callers of a member hold already, in the place of the assertion by which the member began.
internal sealed class DemandFix : LocalFix
{
    public override string Key => "Capability.Contract.Demand";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Members] is not { } contract || Demands.Of(site, contract) is not { Changes.IsEmpty: false } demand)
            return null;
        // One lock in one mode or another is nothing that two attributes could say.
        if (site.Report.Parts(FixProperties.Capability).GroupBy(name => name).Any(same => same.Count() > 1))
            return null;
        var changes = demand.Changes.ToList();
        var isReplaced = false;
        if (site.Report.Has(FixProperties.IsAsserted) && Demands.Assertion(site.Node) is { } assertion && !Removal.HasComment(site.Root, assertion.FullSpan))
        {
            changes.Add(Removal.Of(site, assertion.Span));
            isReplaced = true;
        }

        var attribute = contract.StartsWith("RequiresShared", System.StringComparison.Ordinal) ? "RequiresShared" : "Requires";
        return Edit.In(site, "Declare [" + attribute + "] for " + Spelling.Title(site.Report) + (isReplaced ? " instead of asserting it" : ""), changes, demand.Imports);
    }
}

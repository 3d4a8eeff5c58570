using System.Linq;
using Capability.Analyzers.Diagnostics;
using Capability.CodeFixes.Engine;
using Capability.CodeFixes.Source;

namespace Capability.CodeFixes.Inference;

/// Declares what the callers of a member hold already, in the place of the assertion by which the member began.
internal sealed class DemandFix : LocalFix
{
    public override string Key => "Capability.Contract.Demand";

    protected override Edit? Compute(FixSite site)
    {
        if (site.Report[FixProperties.Members] is not { } contract || Demands.Of(site, contract) is not { } demand)
            return null;
        var attribute = demand.Changes.Any(change => change.NewText!.Contains("RequiresShared(")) ? "RequiresShared" : "Requires";
        return Edit.In(site, "Declare [" + attribute + "] for " + Spelling.Title(site.Report) + (Demands.Assertion(site, contract) is null ? "" : " instead of asserting it"), demand.Changes, demand.Imports);
    }
}

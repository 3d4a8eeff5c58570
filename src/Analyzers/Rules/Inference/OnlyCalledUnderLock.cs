using System.Linq;
using Capability.Analyzers.Dataflow.Inference;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules.Inference;

/// CAP0202: every caller holds what the member needs, or the member asserts it first. Where a declared guard is not met in
/// the member, that is reported already.
internal sealed class OnlyCalledUnderLock : IShapeRule
{
    public Finding? Check(Shape seen)
    {
        if (seen is not CoveredMemberShape { IsReported: false, Demand.Locks: var locks } member)
            return null;
        var names = Wording.List(locks.Select(l => l.Capability));
        var isShared = locks.All(l => l.Mode != HoldMode.Exclusive);
        var reason = member.Demand.IsAsserted ? "begins by asserting that " + names + " is held"
            : "is only called with " + names + " held" + (isShared ? " shared" : "") + (member.IsUsedInConstruction ? ", or in construction" : "");
        return Finding.At(Descriptors.OnlyCalledUnderLock, member.Location, Wording.Member(member.Body), reason, isShared ? "RequiresShared" : "Requires") with
        {
            Properties = FixFacts.Of(locks.Select(l => l.Capability)).Add(FixProperties.Members, FixFacts.Contract(member.Demand)),
        };
    }
}

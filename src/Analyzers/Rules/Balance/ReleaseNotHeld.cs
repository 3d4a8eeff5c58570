using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0022: released but not held, or not on every path. Where another member acquires the lock it is a matter of saying
/// so (CAP0030).
internal sealed class ReleaseNotHeld : IFlowRule
{
    public Finding? Check(FlowEvent seen)
    {
        if (seen is not ReleaseEvent { NotHeld: not Paths.None, Counterpart: null } release)
            return null;
        var instead = release.NotHeld == Paths.Some ? " on every path" : release.Nearest is { } held && !held.Capability.Path.Equals(release.Capability.Path) ? "; " + Wording.Name(held.Capability) + " is held" : "";
        return Finding.At(Descriptors.ReleaseNotHeld, release.Location, Wording.Name(release.Capability), instead) with { Related = release.Related };
    }
}

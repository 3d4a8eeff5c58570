using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0023: the release of another mode than the one that is held.
internal sealed class ReleaseWrongMode : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is ReleaseEvent { NotHeld: Paths.None, WrongMode: { } held } release
        ? Finding.At(Descriptors.ReleaseWrongMode, release.Location, Wording.Name(release.Capability), Wording.Mode(release.Mode), Wording.Mode(held.Mode)) with { Related = release.Related, Properties = FixFacts.Of(new[] { release.Capability }).With(FixProperties.Call, release.Matching) }
        : null;
}

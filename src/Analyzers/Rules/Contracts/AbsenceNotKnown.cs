using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Contracts;

/// CAP0013: a call or an acquisition needs a capability to be known not held, and nothing says so.
internal sealed class AbsenceNotKnown : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not AbsenceEvent absence
        ? null
        : Finding.At(
            Descriptors.AbsenceUnknown, absence.Location,
            absence.Target is { } target ? "Calling '" + Wording.Member(target) + "'" : "Acquiring " + Wording.List(absence.Capabilities), Wording.List(absence.Capabilities)) with { Properties = FixFacts.Of(absence.Capabilities) };
}

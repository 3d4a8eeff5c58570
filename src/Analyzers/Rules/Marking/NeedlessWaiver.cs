using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0114 at a call: a race is declared deliberate where none can be.
internal sealed class NeedlessWaiver : IFlowRule
{
    public Finding? Check(FlowEvent seen) =>
        seen is WaiverEvent { IsNeedless: true } waiver ? Finding.At(Descriptors.NeedlessWaiver, waiver.Location, "nothing in this call can race here") : null;
}

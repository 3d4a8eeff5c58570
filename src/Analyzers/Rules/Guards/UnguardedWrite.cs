using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Guards;

/// CAP0002: guarded state is written, and its capability is not held exclusively.
internal sealed class UnguardedWrite : IFlowRule
{
    public Finding? Check(FlowEvent seen) => UnguardedAccess.Of(seen, Descriptors.UnguardedWrite, AccessKind.Write);
}

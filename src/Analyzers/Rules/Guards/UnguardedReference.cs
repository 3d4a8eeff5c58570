using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Guards;

/// CAP0005: guarded state is passed by reference without its capability.
internal sealed class UnguardedReference : IFlowRule
{
    public Finding? Check(FlowEvent seen) => UnguardedAccess.Of(seen, Descriptors.UnguardedReference, AccessKind.Reference, AccessKind.ReadReference);
}

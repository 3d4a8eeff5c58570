using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Guards;

/// CAP0004: an object is changed, and the capability that guards the object is not held exclusively.
internal sealed class UnguardedObjectWrite : IFlowRule
{
    public Finding? Check(FlowEvent seen) => UnguardedAccess.Of(seen, Descriptors.UnguardedObjectWrite, AccessKind.ObjectWrite);
}

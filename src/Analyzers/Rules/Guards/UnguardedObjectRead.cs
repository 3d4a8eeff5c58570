using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Guards;

/// CAP0003: an object is read, or passed on, without the capability that guards the object.
internal sealed class UnguardedObjectRead : IFlowRule
{
    public Finding? Check(FlowEvent seen) => UnguardedAccess.Of(seen, Descriptors.UnguardedObjectRead, AccessKind.ObjectRead);
}

using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Guards;

/// CAP0001: guarded state is read without its capability.
internal sealed class UnguardedRead : IFlowRule
{
    public Finding? Check(FlowEvent seen) => UnguardedAccess.Of(seen, Descriptors.UnguardedRead, AccessKind.Read);
}

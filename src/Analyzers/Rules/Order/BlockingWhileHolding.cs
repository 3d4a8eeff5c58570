using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Order;

/// CAP0045: a call that waits is made inside a critical section.
internal sealed class BlockingWhileHolding : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not HeldCallEvent { IsBlocking: true } call
        ? null
        : Finding.At(Descriptors.BlockingWhileHolding, call.Location, Wording.Member(call.Target), Wording.List(call.Held)) with { Related = call.Sites };
}

using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Order;

/// CAP0044: code that nobody here can know runs inside a critical section.
internal sealed class ForeignCodeWhileHolding : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not HeldCallEvent { IsBlocking: false } call
        ? null
        : Finding.At(Descriptors.ForeignCodeWhileHolding, call.Location, Wording.Member(call.Target), Wording.List(call.Held)) with { Related = call.Sites };
}

using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Order;

/// CAP0041: acquired while something is held that is to be acquired after it.
internal sealed class AgainstDeclaredOrder : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not DisorderEvent disorder
        ? null
        : Finding.At(Descriptors.AgainstDeclaredOrder, disorder.Location, Wording.Name(disorder.Capability), Wording.List(disorder.Held)) with
        {
            Related = disorder.Related,
        };
}

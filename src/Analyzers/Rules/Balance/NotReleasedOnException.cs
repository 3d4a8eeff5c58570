using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0029: right on every path that the code writes down, and still held when something between throws.
internal sealed class NotReleasedOnException : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is LeftHeldEvent { Exit: ExitKind.Exception } left
        ? Finding.At(Descriptors.NotReleasedOnException, left.Location, Wording.Name(left.Capability)) with { Properties = FixFacts.Of(left) }
        : null;
}

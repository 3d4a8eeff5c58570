using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0026: nobody can know whether the capability was acquired.
internal sealed class TryResultNotTested : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is ResultIgnoredEvent ignored
        ? Finding.At(Descriptors.TryResultNotTested, ignored.Location, Wording.Name(ignored.Capability), ignored.IsTask ? ": the task of the acquisition is not awaited" : "")
        : null;
}

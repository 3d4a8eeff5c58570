using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0027: the object that would release the capability goes nowhere, or is not disposed.
internal sealed class ScopeDiscarded : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is ScopeEvent scope
        ? Finding.At(
            Descriptors.ScopeDiscarded, scope.Location, Wording.List(scope.Capabilities),
            scope.IsTask ? ": the task that makes it is not awaited" : scope.Undisposed == Paths.Some ? " on some way out of the member" : "") with { Properties = FixFacts.Of(scope.Capabilities) }
        : null;
}

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0112: a critical section writes state on the strength of what it was in an earlier one.
internal sealed class StaleDecision : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not StaleDecisionEvent stale
        ? null
        : Finding.At(Descriptors.StaleDecision, stale.Location, stale.Text, Wording.List(stale.Guards)) with
        {
            Related = ImmutableArray.Create(stale.Read),
            Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.State, stale.Text).Add(FixProperties.Capability, string.Join("|", stale.Guards.Select(c => c.Display))),
        };
}

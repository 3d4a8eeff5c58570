using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0105: one decision fetches a lock-free member twice, and between the two it may have changed.
internal sealed class RepeatedFetch : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not RefetchEvent refetch
        ? null
        : Finding.At(Descriptors.RepeatedFetch, refetch.Location, refetch.Text) with
        {
            Related = ImmutableArray.Create(refetch.First),
            Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.State, refetch.Text).With(FixProperties.Neighbours, refetch.Further.IsEmpty ? null : Neighbours.Of(refetch.Further)),
        };
}

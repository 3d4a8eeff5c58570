using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0111: an object is changed in place that readers took as a snapshot.
internal sealed class ChangedSnapshot : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not SnapshotEvent snapshot
        ? null
        : Finding.At(Descriptors.ChangedSnapshot, snapshot.Location, snapshot.Text, snapshot.Text == snapshot.Snapshot ? "its readers" : "readers of '" + snapshot.Snapshot + "'") with
        {
            Related = snapshot.Taken is { } taken ? ImmutableArray.Create(taken) : ImmutableArray<Microsoft.CodeAnalysis.Location>.Empty,
            Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.State, snapshot.Snapshot),
        };
}

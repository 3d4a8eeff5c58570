using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Suspension;

/// CAP0032: what belongs to a thread is held while the consumer of the iterator runs.
internal sealed class HeldAcrossYield : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is SuspensionEvent { IsAwait: false } suspension
        ? Finding.At(Descriptors.HeldAcrossYield, suspension.Location, Wording.List(suspension.Capabilities, isAlternative: true), "; the consumer decides when, and on which thread, it goes on") with
        {
            Related = suspension.Acquisition is { } acquisition ? ImmutableArray.Create(acquisition) : ImmutableArray<Location>.Empty,
        }
        : null;
}

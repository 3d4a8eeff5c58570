using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Suspension;

/// CAP0031: what belongs to a thread is held where the method may continue on another one.
internal sealed class HeldAcrossAwait : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is SuspensionEvent { IsAwait: true } suspension
        ? Finding.At(
            Descriptors.HeldAcrossAwait, suspension.Location, Wording.List(suspension.Capabilities, isAlternative: true),
            suspension.ByContract ? " by the contract of the member" : "; release it first, or use a lock that may be held across an await, such as SemaphoreSlim") with
        {
            Related = suspension.Acquisition is { } acquisition ? ImmutableArray.Create(acquisition) : ImmutableArray<Location>.Empty,
        }
        : null;
}

using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0025: the contract promises that it is held at the end, and here it is not.
internal sealed class NotHeldAtExit : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is PromiseEvent promise
        ? Finding.At(
            Descriptors.NotHeldAtExit, promise.Location, Wording.Name(promise.Capability), Wording.Member(promise.Body),
            promise.Instead is null ? "" : Wording.Instead(Paths.None, promise.Instead, ImmutableArray.Create(promise.Capability))) with
        {
            Related = promise.Effect.Source.Location is { } contract ? ImmutableArray.Create(contract) : ImmutableArray<Location>.Empty,
            Properties = FixFacts.Of(new[] { promise.Capability })
                .With(FixProperties.Attribute, promise is { IsNeverHeld: true, Effect: { Kind: LockEffectKind.Requires, Capabilities.Length: 1 } } ? promise.Effect.Mode == HoldMode.Exclusive ? "Releases" : "ReleasesShared" : null),
        }
        : null;
}

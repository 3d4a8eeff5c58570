using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0021: acquired while already held and it does not nest, or the write side over the read side.
internal sealed class AlreadyHeld : IFlowRule
{
    public Finding? Check(FlowEvent seen)
    {
        if (seen is not AcquisitionEvent { Outcome: not AcquisitionOutcome.Acquired } acquisition)
            return null;
        var how = acquisition.Outcome == AcquisitionOutcome.Upgraded ? " shared: the write side waits for the read side to be given back" : "";
        return Finding.At(Descriptors.AlreadyHeld, acquisition.Location, Wording.Name(acquisition.Capability), how + (acquisition.Held == Paths.Some ? " on some paths" : "")) with
        {
            Related = Wording.Sites(acquisition.Hold).ToImmutableArray(),
            Properties = FixFacts.Of(new[] { acquisition.Capability }).With(FixProperties.Call, acquisition.Held == Paths.Some ? null : acquisition.Release),
        };
    }
}

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Contracts;

/// CAP0012: a member is called while a capability is held that it excludes.
internal sealed class ExcludedButHeld : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not ExclusionEvent call
        ? null
        : Finding.At(
            Descriptors.ExcludedButHeld, call.Location, Wording.Member(call.Target), Wording.List(call.Capabilities),
            call.Held == Paths.Some ? "; it is held on some paths" : "") with
        {
            Related = call.Effects.Select(effect => effect.Source.Location)
                .Concat(Wording.Sites(call.Hold)).OfType<Location>().ToImmutableArray(),
        };
}

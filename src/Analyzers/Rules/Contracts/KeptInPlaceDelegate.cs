using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Contracts;

/// CAP0306: a parameter is declared to be invoked before the call returns, and is kept.
internal sealed class KeptInPlaceDelegate : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not InPlaceEvent kept
        ? null
        : Finding.At(Descriptors.BrokenContract, kept.Location, kept.Parameter.Name, "is declared to be invoked in place, and is " + How(kept.How) + " here") with
        {
            Related = kept.Parameter.Locations.Where(l => l.IsInSource).Take(1).ToImmutableArray(),
        };

    private static string How(KeptHow how) => how switch
    {
        KeptHow.Captured => "captured by a delegate that runs later",
        KeptHow.Returned => "returned",
        KeptHow.Passed => "passed to code that is not known to do so",
        _ => "stored",
    };
}

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Contracts;

/// CAP0306 at a conversion: whoever invokes the delegate does not know the contract of what it is made of.
internal sealed class ContractLostInConversion : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not ConversionEvent conversion
        ? null
        : Finding.At(
            Descriptors.BrokenContract, conversion.Location, Wording.Member(conversion.Member),
            BreachWording.Of(conversion.Difference, "the delegate '" + Wording.Member(conversion.Holder) + "'")) with
        {
            Related = new[] { conversion.Difference.Effect.Source.Location, conversion.Holder.Locations.FirstOrDefault(l => l.IsInSource) }.OfType<Location>().ToImmutableArray(),
        };
}

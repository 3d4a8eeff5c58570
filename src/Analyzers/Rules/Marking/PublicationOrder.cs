using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0109: data and the flag that publishes it are written or read in the wrong order, or the flag orders nothing.
internal sealed class PublicationOrder : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is not PublicationEvent publication
        ? null
        : Finding.At(Descriptors.PublicationOrder, publication.Location, publication.Text, What(publication)) with
        {
            Related = publication.By is { } by ? ImmutableArray.Create(by) : ImmutableArray<Microsoft.CodeAnalysis.Location>.Empty,
            Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.State, publication.Text).Add(FixProperties.Flag, publication.Flag.Name).Add(FixProperties.Flaw, publication.Flaw.ToString()),
        };

    private static string What(PublicationEvent publication) => publication.Flaw switch
    {
        PublicationFlaw.Late => $"is written after '{publication.Flag.Name}' has published it",
        PublicationFlaw.Early => $"is read where '{publication.Flag.Name}' has not said that it is published",
        PublicationFlaw.PlainWrite => "publishes other state, but a plain write does not keep what is written before it in front of it",
        _ => "says whether other state is published, but a plain read does not keep what is read after it behind it",
    };
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Events;

/// One decision fetches state twice.
/// <param name="Location">The second fetch.</param>
internal sealed record RefetchEvent(Location Location, ISymbol Body, ISymbol Member, string Text, Location First) : FlowEvent(Location, Body)
{
    /// The fetches after the second one that belong to the same decision.
    public ImmutableArray<Location> Further { get; init; } = ImmutableArray<Location>.Empty;
}

/// Guarded state is written on the strength of what it was in an earlier critical section.
/// <param name="Read">Where it was read.</param>
internal sealed record StaleDecisionEvent(Location Location, ISymbol Body, ISymbol Member, string Text, ImmutableArray<CapabilityExpression> Guards, Location Read) : FlowEvent(Location, Body);

/// An object that readers of a lock-free member may have is changed in place.
/// <param name="Snapshot">The member.</param>
internal sealed record SnapshotEvent(Location Location, ISymbol Body, ISymbol Member, string Text, string Snapshot, Location? Taken) : FlowEvent(Location, Body);

/// Data and the flag that publishes it are touched in an order, or in a way, that publishes nothing.
internal sealed record PublicationEvent(Location Location, ISymbol Body, ISymbol Member, string Text, PublicationFlaw Flaw, ISymbol Flag, Location? By) : FlowEvent(Location, Body);

/// What was seen of fetches, one event for each place; a chain of fetches for one decision is one mistake.
internal static class FetchEvents
{
    public static IEnumerable<FlowEvent> Of(IReadOnlyCollection<(IMethodSymbol? Function, Observation Observation)> all, ISymbol member)
    {
        var refetches = all.Where(o => o.Observation is RefetchSeen).Select(o => (o.Function, Seen: (RefetchSeen)o.Observation)).ToList();
        var firsts = new Dictionary<IOperation, IOperation>();
        foreach (var (_, seen) in refetches)
        {
            if (!firsts.ContainsKey(seen.Operation))
                firsts.Add(seen.Operation, seen.First);
        }

        foreach (var decision in refetches.OrderBy(o => o.Seen.Operation.Syntax.SpanStart).GroupBy(o => (o.Seen.Member, Root(o.Seen.Operation, firsts))))
        {
            var (function, seen) = decision.First();
            yield return new RefetchEvent(Places.Of(seen.Operation), function ?? member, seen.Member, TextOf(seen.Operation), Places.Of(seen.First))
            {
                Further = ImmutableArray.CreateRange(decision.Select(o => Places.Of(o.Seen.Operation)).Where(place => place.SourceSpan != Places.Of(seen.Operation).SourceSpan).Distinct()),
            };
        }

        var places = new HashSet<(SyntaxNode, System.Type)>();
        foreach (var (function, observation) in all)
        {
            FlowEvent? found = observation switch
            {
                StaleDecisionSeen stale => new StaleDecisionEvent(Places.Of(stale.Operation), function ?? member, stale.Member, Places.TextOf(stale.Operation), stale.Guards, Places.Of(stale.Read)),
                SnapshotChanged changed => new SnapshotEvent(Places.Of(changed.Operation), function ?? member, changed.Member, TextOf(changed.Operation), changed.Text, changed.Taken is { } taken ? Places.Of(taken) : null),
                PublicationSeen seen => new PublicationEvent(Places.Of(seen.Operation), function ?? member, seen.Member, Places.TextOf(seen.Operation), seen.Flaw, seen.Flag, seen.By is { } by ? Places.Of(by) : null),
                _ => null,
            };
            if (found is not null && places.Add((observation.Operation.Syntax, found.GetType())))
                yield return found;
        }
    }

    private static IOperation Root(IOperation fetch, Dictionary<IOperation, IOperation> firsts)
    {
        var seen = new HashSet<IOperation>();
        while (seen.Add(fetch) && firsts.TryGetValue(fetch, out var first))
            fetch = first;
        return fetch;
    }

    /// Of a marked read the state, not the call.
    private static string TextOf(IOperation fetch) =>
        fetch is IInvocationOperation { Arguments: { Length: > 0 } arguments } && arguments[0].Parameter is { RefKind: not RefKind.None } ? Places.TextOf(arguments[0].Value) : Places.TextOf(fetch);
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.CodeFixes.Engine;

/// A place in a document.
internal readonly record struct Place(DocumentId Document, TextSpan Span);

/// Another report of the same lack in the same body.
internal sealed record Neighbour(TextSpan Span, string Mode);

/// A diagnostic as a fix sees it: what it says and where, in the text as it is by now.
internal sealed record Report(string Id, Place Place, ImmutableDictionary<string, string?> Properties)
{
    public TextSpan Span => Place.Span;

    /// The annotation, the acquisition, the other path: those that are in source.
    public ImmutableArray<Place> Related { get; init; } = ImmutableArray<Place>.Empty;

    public ImmutableArray<Neighbour> Neighbours { get; init; } = ImmutableArray<Neighbour>.Empty;

    /// Null for a diagnostic without a place in a document.
    public static Report? Of(Diagnostic diagnostic, Solution solution)
    {
        if (PlaceOf(diagnostic.Location, solution) is not { } place)
            return null;
        return new Report(diagnostic.Id, place, diagnostic.Properties)
        {
            Related = diagnostic.AdditionalLocations.Select(l => PlaceOf(l, solution)).OfType<Place>().ToImmutableArray(),
            Neighbours = ReadNeighbours(diagnostic.Properties),
        };
    }

    public string? this[string key] => Properties.TryGetValue(key, out var value) ? value : null;

    public bool Has(string key) => Properties.ContainsKey(key);

    /// One part for each capability.
    public ImmutableArray<string> Parts(string key) => this[key] is { } value ? value.Split(FixProperties.Separator).ToImmutableArray() : ImmutableArray<string>.Empty;

    /// The same report after a file was changed; null when what it spoke of is gone.
    public Report? After(Func<DocumentId, bool> isChanged, IReadOnlyList<TextChange> changes)
    {
        var moved = this with { Related = Related.Select(place => isChanged(place.Document) ? Move(place, changes) : place).OfType<Place>().ToImmutableArray() };
        if (!isChanged(Place.Document))
            return moved;
        return Move(Place, changes) is { } now
            ? moved with
            {
                Place = now,
                Neighbours = Neighbours.Select(n => Positions.Map(n.Span, changes) is { } span ? n with { Span = span } : null).OfType<Neighbour>().ToImmutableArray(),
            }
            : null;
    }

    private static Place? Move(Place place, IReadOnlyList<TextChange> changes) =>
        Positions.Map(place.Span, changes) is { } span ? place with { Span = span } : null;

    private static Place? PlaceOf(Location location, Solution solution) =>
        location.IsInSource && solution.GetDocument(location.SourceTree) is { } document ? new Place(document.Id, location.SourceSpan) : null;

    private static ImmutableArray<Neighbour> ReadNeighbours(ImmutableDictionary<string, string?> properties)
    {
        if (!properties.TryGetValue(FixProperties.Neighbours, out var text) || text is null)
            return ImmutableArray<Neighbour>.Empty;
        return text.Split(';').Select(part => part.Split(',')).Where(parts => parts.Length == 3).Select(parts => new Neighbour(
            new TextSpan(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture)), parts[2])).ToImmutableArray();
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Diagnostics;

/// Findings of one body that lack the same capabilities know of each other: a fix covers them together.
internal static class Neighbours
{
    /// Further away in the body than this many findings there is nothing to cover together.
    private const int Reach = 12;

    public static IEnumerable<Finding> Introduce(IReadOnlyCollection<Finding> findings)
    {
        foreach (var group in findings.GroupBy(KeyOf))
        {
            var same = group.OrderBy(f => f.Location.SourceSpan.Start).ToList();
            for (var i = 0; i < same.Count; i++)
            {
                var near = group.Key is null ? null : same.Skip(Math.Max(0, i - Reach)).Take((2 * Reach) + 1).Where(f => !ReferenceEquals(f, same[i])).Select(Text).ToList();
                yield return near is null or { Count: 0 } ? same[i] : same[i] with { Properties = same[i].Properties.Add(FixProperties.Neighbours, string.Join(";", near)) };
            }
        }
    }

    /// Other places of the same finding, in the form of <see cref="FixProperties.Neighbours"/>.
    public static string Of(IEnumerable<Location> places) => string.Join(";", places.Select(place => Text(place, "")));

    /// Null for what no fix covers together with others.
    private static (SyntaxTree?, string)? KeyOf(Finding finding) =>
        finding.Properties.TryGetValue(FixProperties.Forms, out var forms) && forms is { Length: > 0 } && finding.Properties.TryGetValue(FixProperties.Expression, out var expression)
            ? (finding.Location.SourceTree, expression + (finding.Properties.ContainsKey(FixProperties.IsAlternative) ? "?" : ""))
            : null;

    private static string Text(Finding finding) => Text(finding.Location, finding.Properties.TryGetValue(FixProperties.Mode, out var mode) ? mode : "");

    private static string Text(Location place, string? mode) => string.Format(CultureInfo.InvariantCulture, "{0},{1},{2}", place.SourceSpan.Start, place.SourceSpan.Length, mode);
}

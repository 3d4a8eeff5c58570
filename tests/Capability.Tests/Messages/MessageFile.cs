using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Capability.Tests.Messages;

/// A source whose lines say, word for word, what is reported on them and which other places the report points at:
///
///     _n++; // CAP0002: Writing '_n' needs '_gate' held exclusively <- guard
///
/// `/*guard*/` right before a token names that place. Several reports of one line stand apart by ` | `.
internal sealed partial record MessageFile(string Name, string Text)
{
    private const string Folder = "Messages/";

    public static ImmutableArray<string> Names { get; } =
        [.. typeof(MessageFile).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..]).Order(StringComparer.Ordinal)];

    public IEnumerable<string> Ids => Expected().SelectMany(line => IdPattern().Matches(line)).Select(m => m.Value).Distinct();

    public static MessageFile Load(string name)
    {
        using var stream = typeof(MessageFile).Assembly.GetManifestResourceStream(Folder + name) ?? throw new ArgumentException($"There is no file {name}.");
        using var reader = new StreamReader(stream);
        return new MessageFile(name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    /// One entry for each line, empty where nothing is reported.
    public IEnumerable<string> Expected() => Text.Split('\n').Select(line => CommentPattern().Match(line) is { Success: true } match ? match.Groups[1].Value.TrimEnd() : "");

    /// The same for what was found.
    public IEnumerable<string> Found(IEnumerable<Diagnostic> findings)
    {
        var byLine = findings.ToLookup(f => f.Location.GetLineSpan().StartLinePosition.Line);
        return Text.Split('\n').Select((_, line) => string.Join(" | ", byLine[line].Select(Describe)));
    }

    private string Describe(Diagnostic finding)
    {
        string places = string.Join(", ", finding.AdditionalLocations.Select(PlaceOf));
        return $"{finding.Id}: {finding.GetMessage()}{(places.Length == 0 ? "" : " <- " + places)}";
    }

    private string PlaceOf(Location location)
    {
        var marker = MarkerPattern().Match(Text[..location.SourceSpan.Start]);
        var position = location.GetLineSpan().StartLinePosition;
        return marker.Success ? marker.Groups[1].Value : $"line {position.Line + 1} column {position.Character + 1}";
    }

    [GeneratedRegex(@"// (CAP\d{4}: .*)$")]
    private static partial Regex CommentPattern();

    [GeneratedRegex(@"CAP\d{4}(?=: )")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"/\*(\w+)\*/$")]
    private static partial Regex MarkerPattern();
}

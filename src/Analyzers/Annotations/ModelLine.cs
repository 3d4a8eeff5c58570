using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Analyzers.Annotations;

/// A line of a model file, split but not yet understood: the documentation-comment id it speaks of and the text of its
/// attributes. Thousands of lines may exist and a compilation needs a few, so attributes are parsed on demand.
/// <param name="Location">The place in a user's file; embedded lines have none.</param>
internal sealed record ModelLine(string File, int Number, string Id, string Attributes, Location? Location)
{
    /// The metadata name without arity that a symbol must have for the line to speak of it.
    public string Name { get; } = DocumentationId.SimpleName(Id);

    /// Splits a text into its lines; comments and blank lines are none. A line without an id is kept, with an empty
    /// one, for the validation to name it.
    public static ImmutableArray<ModelLine> Split(string file, SourceText text, bool withLocations)
    {
        var lines = ImmutableArray.CreateBuilder<ModelLine>();
        foreach (var line in text.Lines)
        {
            var content = WithoutComment(line.ToString()).Trim();
            if (content.Length == 0)
            {
                continue;
            }

            var location = withLocations ? LocationOf(file, text, line) : null;
            var bracket = StartOfAttributes(content);
            var id = content.Substring(0, bracket).Trim().Replace(", ", ",");
            lines.Add(new ModelLine(file, line.LineNumber + 1, id, content.Substring(bracket), location));
        }

        return lines.ToImmutable();
    }

    /// Attributes begin at the first bracket after a blank: an id may hold brackets (`System.Object[]`), but no blank.
    private static int StartOfAttributes(string content)
    {
        for (var i = content.IndexOf('['); i >= 0; i = content.IndexOf('[', i + 1))
        {
            if (i == 0 || char.IsWhiteSpace(content[i - 1]))
            {
                return i;
            }
        }

        return content.Length;
    }

    /// A `#` begins a comment at the start of a line or after a blank outside of a string; elsewhere it belongs to a
    /// constructor's id.
    private static string WithoutComment(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == '#' && !quoted && (i == 0 || char.IsWhiteSpace(line[i - 1])))
            {
                return line.Substring(0, i);
            }
        }

        return line;
    }

    private static Location LocationOf(string file, SourceText text, TextLine line)
    {
        var start = line.Start;
        var end = line.End;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var span = TextSpan.FromBounds(start, end);
        return Location.Create(file, span, text.Lines.GetLinePositionSpan(span));
    }
}

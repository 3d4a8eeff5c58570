using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Capability.Tests.Harness;

public sealed class MarkupTests
{
    [Fact]
    public void A_marked_span_is_cut_out_of_the_text()
    {
        var (text, spans) = Markup.Parse("int n = {|CAP0001:_n|};");
        Assert.Equal("int n = _n;", text);
        Assert.Equal([new MarkedSpan("CAP0001", new TextSpan(8, 2))], spans.ToArray());
    }

    [Fact]
    public void Spans_nest_and_may_be_numbered()
    {
        var (text, spans) = Markup.Parse("{|CAP0011:M({|#0:_n|})|}");
        Assert.Equal("M(_n)", text);
        Assert.Equal([new MarkedSpan("#0", new TextSpan(2, 2)), new MarkedSpan("CAP0011", new TextSpan(0, 5))], spans.ToArray());
    }

    [Fact]
    public void Braces_and_bars_of_the_language_are_text()
    {
        const string Source = "bool b = x is { Count: 1 } | y is {} | z; string s = $\"{a|b}\";";
        var (text, spans) = Markup.Parse(Source);
        Assert.Equal(Source, text);
        Assert.Empty(spans);
    }

    [Fact]
    public void Markup_that_is_not_closed_is_an_error() =>
        Assert.Throws<FormatException>(() => Markup.Parse("{|CAP0001:_n"));

    /// Any text without delimiters and any properly nested spans survive writing and reading.
    [Fact]
    public void Reading_inverts_writing()
    {
        var characters = Gen.Elements('a', ' ', ';', '{', '}', '(', '\n', ':', '#');
        var text = Gen.Select(Gen.ArrayOf(characters), c => new string(c));
        var cuts = Gen.ArrayOf(Gen.Zip(Gen.Choose(0, 30), Gen.Choose(0, 30)));
        var property = Prop.ForAll(Gen.Zip(text, cuts).ToArbitrary(), input =>
        {
            var (source, pairs) = input;
            var spans = Nested(source.Length, pairs);
            var (readText, readSpans) = Markup.Parse(Markup.Render(source, spans));
            return readText == source && ByPlace(readSpans).SequenceEqual(ByPlace(spans));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
    }

    private static IEnumerable<(int, int, string)> ByPlace(IEnumerable<MarkedSpan> spans) =>
        spans.Select(s => (s.Span.Start, s.Span.End, s.Name)).Order();

    /// Keeps of the pairs those that nest with all kept before them. Innermost come first, as in reading.
    private static ImmutableArray<MarkedSpan> Nested(int length, (int, int)[] pairs)
    {
        var kept = new List<MarkedSpan>();
        foreach (var (a, b) in pairs)
        {
            var span = TextSpan.FromBounds(Math.Min(Math.Min(a, b), length), Math.Min(Math.Max(a, b), length));
            if (kept.All(k => k.Span.Contains(span) || span.Contains(k.Span) || !k.Span.OverlapsWith(span)))
                kept.Add(new MarkedSpan("CAP" + kept.Count.ToString("0000"), span));
        }

        return [.. kept.OrderBy(k => k.Span.Length)];
    }
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Tests.Harness;

/// The comments of a case file that say something to the verifier. A directive that cannot be read is an error: a
/// misspelt expectation must not become a silent one.
internal sealed record CaseDirectives
{
    private static readonly Regex Directive = new(
        @"//\s*(?<key>expect|maybe|check|enable|expect-unplaced|compile-errors|file-option|global-option|additional-file|library)\s*:(?<value>.*)$");

    private static readonly Regex Looser = new(@"//\s*(?:expect|maybe|check|enable)\w*\s*:?\s*CAP", RegexOptions.IgnoreCase);

    private static readonly Regex Item = new(@"^(?<id>CAP\d{4})(?:\s*x\s*(?<count>[1-9]\d*))?$");

    public ImmutableArray<Expectation> Expectations { get; private init; } = [];

    public ImmutableArray<(int Line, string Id)> Checked { get; private init; } = [];

    public ImmutableHashSet<string> Enabled { get; private init; } = [];

    public bool HasCompileErrors { get; private init; }

    public ImmutableDictionary<string, string> FileOptions { get; private init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> GlobalOptions { get; private init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<AdditionalFile> AdditionalFiles { get; private init; } = [];

    public ImmutableArray<string> Libraries { get; private init; } = [];

    public static CaseDirectives Read(string source)
    {
        var result = new CaseDirectives();
        var additional = new List<(string Name, List<string> Text, List<int> Lines)>();
        foreach (var line in SourceText.From(source).Lines)
        {
            string text = line.ToString();
            if (text.TrimStart().StartsWith("//|", StringComparison.Ordinal) && additional.Count > 0)
            {
                string content = text.TrimStart()[3..];
                additional[^1].Text.Add(Regex.Replace(content.StartsWith(' ') ? content[1..] : content, @"\s*//\s*(expect|maybe)\s*:.*$", ""));
                additional[^1].Lines.Add(line.LineNumber);
            }

            // Two directives may share a line: the first one's value ends where the second begins.
            for (string rest = text; Directive.Match(rest) is { Success: true } match;)
            {
                string value = match.Groups["value"].Value;
                int next = Directive.Match(value) is { Success: true } following ? following.Index : value.Length;
                result = result.With(match.Groups["key"].Value, value[..next].Trim(), line.LineNumber, additional);
                rest = value[next..];
                text = text[..match.Index] + rest;
            }

            if (Looser.IsMatch(text))
                throw new FormatException($"line {line.LineNumber + 1}: this looks like a directive and is none: {text.Trim()}");
        }

        return result with
        {
            AdditionalFiles = [.. additional.Select(a => new AdditionalFile(a.Name, string.Join("\n", a.Text), [.. a.Lines]))],
        };
    }

    private CaseDirectives With(string key, string value, int line, List<(string, List<string>, List<int>)> additional)
    {
        switch (key)
        {
            case "expect":
                return this with { Expectations = Expectations.AddRange(Items(value, line)) };
            case "expect-unplaced":
                return this with { Expectations = Expectations.AddRange(Items(value, line).Select(e => e with { Line = -1 })) };
            case "maybe":
                return this with { Expectations = Expectations.AddRange(Items(value, line).Select(e => e with { IsTolerated = true })) };
            case "check":
                return this with { Checked = Checked.AddRange(Items(value, line).Select(e => (line, e.Id))) };
            case "enable":
                var ids = Items(value, line).Select(e => e.Id).ToArray();
                return this with { Enabled = Enabled.Union(ids), Checked = Checked.AddRange(ids.Select(id => (-1, id))) };
            case "compile-errors" when value == "yes":
                return this with { HasCompileErrors = true };
            case "file-option" when value.Split('=', 2) is [var name, var option]:
                return this with { FileOptions = FileOptions.SetItem(name.Trim(), option.Trim()) };
            case "global-option" when value.Split('=', 2) is [var name, var option]:
                return this with { GlobalOptions = GlobalOptions.SetItem(name.Trim(), option.Trim()) };
            case "additional-file" when value.Length > 0:
                additional.Add((value, [], []));
                return this;
            case "library" when value.Length > 0:
                return this with { Libraries = Libraries.Add(value) };
            default:
                throw new FormatException($"line {line + 1}: '{key}: {value}' cannot be read.");
        }
    }

    private static IEnumerable<Expectation> Items(string value, int line) => value.Split(',').Select(item =>
        Item.Match(item.Trim()) is { Success: true } match
            ? new Expectation(line, match.Groups["id"].Value, match.Groups["count"] is { Success: true } count ? int.Parse(count.Value) : 1)
            : throw new FormatException($"line {line + 1}: '{item.Trim()}' is no id (CAP0001, or CAP0001 x2 for twice)."));
}

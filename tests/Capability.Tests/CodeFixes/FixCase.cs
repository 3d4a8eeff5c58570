using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace Capability.Tests.CodeFixes;

/// One situation for a fix: sources before, and after, or that it is not offered.
///
/// A file of fix cases is C# with lines that begin with four slashes. `//// case: name` begins a case; then come its
/// directives; then the source; then `//// becomes` and the source as it is then, or `//// not offered`.
///
/// `//// fix: CAP0002 Wrap` the report (the first of that id) and the key of the way, without `Capability.`;
/// `//// fix all: CAP0002 Wrap` all reports in the solution; `//// refactor: Nameof` the refactoring of this key, offered
/// where `$$` stands in the source; `//// title: text`, which also chooses among several; `//// language: 7.3`;
/// `//// nullable`; `//// enable: CAP0013`; `//// linked` the file is compiled by two projects, the second with the
/// symbol `SECOND`; `//// no usings` without the global usings of cases; `//// framework: netstandard2.0` compiled against
/// that alone, so that attributes are declared in the case.
internal sealed record FixCase(string Path, string Name, string Id, string Key, bool IsAll, string Before, string? After)
{
    public string? Title { get; init; }

    /// Where the cursor is, for a refactoring.
    public int? Cursor { get; init; }

    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public bool IsNullable { get; init; }

    public bool IsLinked { get; init; }

    public bool HasUsings { get; init; } = true;

    public bool IsOfOldFramework { get; init; }

    public ImmutableHashSet<string> Enabled { get; init; } = [];

    private const string Prefix = "FixCases/";

    public static ImmutableArray<FixCase> All { get; } =
    [
        .. typeof(FixCase).Assembly.GetManifestResourceNames().Select(n => n.Replace('\\', '/')).Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(n => Read(n[Prefix.Length..], Text(n))),
    ];

    public static IEnumerable<FixCase> Read(string path, string text)
    {
        foreach (string part in text.Split("//// case:").Skip(1))
        {
            var lines = part.Split('\n');
            string name = lines[0].Trim();
            var @case = new FixCase(path, name, "", "", false, "", null);
            var before = new List<string>();
            List<string>? after = null;
            bool isNotOffered = false;
            foreach (string line in lines.Skip(1))
            {
                if (!line.StartsWith("////", StringComparison.Ordinal))
                    (after ?? before).Add(line);
                else if (line[4..].Trim() == "becomes")
                    after = [];
                else if (line[4..].Trim() == "not offered")
                    isNotOffered = true;
                else
                    @case = @case.With(line[4..].Trim());
            }

            string source = Trim(before);
            int cursor = source.IndexOf("$$", StringComparison.Ordinal);
            if (@case.Key.Length == 0 || after is null != isNotOffered || (@case.Id.Length == 0) != (cursor >= 0))
                throw new FormatException($"{path}: '{name}' says not which fix, or not what becomes of it.");
            yield return @case with { Before = cursor < 0 ? source : source.Remove(cursor, 2), Cursor = cursor < 0 ? null : cursor, After = after is null ? null : Trim(after) };
        }
    }

    private FixCase With(string directive) => directive.Split(':', 2) switch
    {
        ["fix", var what] => this with { Id = what.Trim().Split(' ')[0], Key = "Capability." + what.Trim().Split(' ')[1] },
        ["fix all", var what] => this with { Id = what.Trim().Split(' ')[0], Key = "Capability." + what.Trim().Split(' ')[1], IsAll = true },
        ["refactor", var key] => this with { Key = "Capability." + key.Trim() },
        ["title", var title] => this with { Title = title.Trim() },
        ["language", var version] => this with { Language = LanguageVersionFacts.TryParse(version.Trim(), out var language) ? language : throw new FormatException(version) },
        ["enable", var id] => this with { Enabled = Enabled.Add(id.Trim()) },
        ["nullable"] => this with { IsNullable = true },
        ["linked"] => this with { IsLinked = true },
        ["no usings"] => this with { HasUsings = false },
        ["framework", " netstandard2.0"] => this with { IsOfOldFramework = true, HasUsings = false },
        _ => throw new FormatException($"{Path}: '{directive}' cannot be read."),
    };

    private static string Trim(List<string> lines) => string.Join("\n", lines).Trim('\n') + "\n";

    private static string Text(string resource)
    {
        var assembly = typeof(FixCase).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.Replace('\\', '/') == resource))!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

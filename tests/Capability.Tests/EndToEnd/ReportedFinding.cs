using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Capability.Tests.EndToEnd;

/// One line of a build's output: `path/File.cs(12,9): warning CAP0001: … [path/App.csproj]`. What has no place in a file is at
/// line 0 of the compiler (`CSC : warning …`).
internal sealed partial record ReportedFinding(string File, int Line, string Severity, string Id, string Project)
{
    public override string ToString() => $"{File}({Line}): {Severity} {Id}";

    public static IReadOnlyList<ReportedFinding> ParseAll(string output) =>
        Pattern().Matches(output)
            .Select(m => new
            {
                Column = m.Groups["column"].Value,
                Text = m.Groups["text"].Value,
                Finding = new ReportedFinding(
                    Path.GetFileName(m.Groups["file"].Value.Trim()),
                    m.Groups["line"].Success ? int.Parse(m.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
                    m.Groups["severity"].Value,
                    m.Groups["id"].Value,
                    Path.GetFileNameWithoutExtension(m.Groups["project"].Value)),
            })
            .Distinct().Select(f => f.Finding)
            .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Id, StringComparer.Ordinal).ToList();

    [GeneratedRegex(
        @"^\s*(?<file>[^\r\n(]+?)(?:\((?<line>\d+),(?<column>\d+)\)| ): (?<severity>warning|error) (?<id>CAP\d{4}): (?<text>[^\r\n]*?)(?: \[(?<project>[^\]\r\n]+)\])?\r?$",
        RegexOptions.Multiline)]
    private static partial Regex Pattern();
}

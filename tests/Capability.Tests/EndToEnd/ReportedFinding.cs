using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Capability.Tests.EndToEnd;

/// One line of a build's output: `path/File.cs(12,9): warning CAP0001: …`.
internal sealed partial record ReportedFinding(string File, int Line, string Severity, string Id)
{
    public override string ToString() => $"{File}({Line}): {Severity} {Id}";

    public static IReadOnlyList<ReportedFinding> ParseAll(string output) =>
        Pattern().Matches(output)
            .Select(m => new
            {
                Column = m.Groups["column"].Value,
                Finding = new ReportedFinding(
                    Path.GetFileName(m.Groups["file"].Value.Trim()), int.Parse(m.Groups["line"].Value, CultureInfo.InvariantCulture), m.Groups["severity"].Value, m.Groups["id"].Value),
            })
            .Distinct().Select(f => f.Finding)
            .OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Id, StringComparer.Ordinal).ToList();

    [GeneratedRegex(@"^(?<file>[^\r\n(]+)\((?<line>\d+),(?<column>\d+)\): (?<severity>warning|error) (?<id>CAP\d{4}):", RegexOptions.Multiline)]
    private static partial Regex Pattern();
}

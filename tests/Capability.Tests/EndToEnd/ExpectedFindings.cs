using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Capability.Tests.EndToEnd;

/// The ids that a source names in its comments: `// CAP0002` or `// CAP0002: why`, for that line.
internal static partial class ExpectedFindings
{
    public static IEnumerable<(string File, int Line, string Id)> Of(string file, string source) =>
        source.ReplaceLineEndings("\n").Split('\n')
            .SelectMany((text, index) => Pattern().Matches(text).Select(m => (file, index + 1, m.Groups["id"].Value)));

    [GeneratedRegex(@"// (?<id>CAP\d{4})(?=:|\s*$)")]
    private static partial Regex Pattern();
}

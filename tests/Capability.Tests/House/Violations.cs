using System.Collections.Generic;
using System.Linq;
using Xunit.Sdk;

namespace Capability.Tests.House;

/// Fails with every violation on a line of its own; xunit's own assertions stop after a few.
internal static class Violations
{
    public static void None<T>(IEnumerable<T> violations)
    {
        var lines = violations.Select(v => v?.ToString()).Distinct().ToArray();
        if (lines.Length > 0)
            throw new XunitException($"{lines.Length} violation(s):\n  " + string.Join("\n  ", lines));
    }
}

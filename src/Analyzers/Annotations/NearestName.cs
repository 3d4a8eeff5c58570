using System;
using System.Collections.Generic;

namespace Capability.Analyzers.Annotations;

/// The name somebody meant who wrote another: by edit distance, where two letters that changed places are one slip, and none
/// when nothing is close.
internal static class NearestName
{
    public static string? Of(string written, IEnumerable<string> candidates)
    {
        string? best = null;
        var limit = Math.Max(1, written.Length / 3);
        foreach (var candidate in candidates)
        {
            var distance = Distance(written, candidate, limit + 1);
            if (distance <= limit && (best is null || distance < Distance(written, best, limit + 1)
                || (distance == Distance(written, best, limit + 1) && string.CompareOrdinal(candidate, best) < 0)))
            {
                best = candidate;
            }
        }

        return best;
    }

    private static int Distance(string left, string right, int giveUp)
    {
        if (Math.Abs(left.Length - right.Length) >= giveUp)
        {
            return giveUp;
        }

        var beforePrevious = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = IsSame(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
                if (i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2]) && IsSame(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }

    private static bool IsSame(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}

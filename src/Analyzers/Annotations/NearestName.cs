using System;
using System.Collections.Generic;

namespace Capability.Analyzers.Annotations;

/// The name somebody meant who wrote another: by edit distance, and none when nothing is close.
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
                var change = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules;

/// One mistake, one diagnostic: where two rules speak of one access, the one that says more stays.
internal static class OneMistake
{
    /// An id, and those that are silent at its places.
    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> Says = ImmutableDictionary.CreateRange(new[]
    {
        Row(Descriptors.UnguardedRead, Descriptors.WaitOnPlainField),
        Row(Descriptors.WaitOnPlainField, Descriptors.PlainRead, Descriptors.MixedAccess),
        Row(Descriptors.MisusedMarking, Descriptors.PlainRead, Descriptors.MixedAccess),
        Row(Descriptors.BrokenDoubleCheck, Descriptors.PlainRead, Descriptors.MixedAccess),
        Row(Descriptors.BrokenSequenceLock, Descriptors.PlainRead, Descriptors.PlainWrite, Descriptors.MixedAccess),
    });

    public static IEnumerable<Finding> Of(IReadOnlyCollection<Finding> findings)
    {
        var speaking = findings.Where(finding => Says.ContainsKey(finding.Descriptor.Id)).ToLookup(finding => finding.Location, finding => Says[finding.Descriptor.Id]);
        return speaking.Count == 0 ? findings : findings.Where(finding => !speaking[finding.Location].Any(silent => silent.Contains(finding.Descriptor.Id)));
    }

    private static KeyValuePair<string, ImmutableHashSet<string>> Row(DiagnosticDescriptor says, params DiagnosticDescriptor[] silent) =>
        new(says.Id, silent.Select(descriptor => descriptor.Id).ToImmutableHashSet());
}

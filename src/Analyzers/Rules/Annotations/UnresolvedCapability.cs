using System.Collections.Immutable;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0301: a name that means nothing, or that metadata would lose; with the nearest name that would mean something.
internal static class UnresolvedCapability
{
    public static Finding Of(Defect defect, Location location) =>
        Finding.At(Descriptors.UnresolvedCapability, location, defect.Subject, defect.Reason, defect.Misspelling is { Nearest: var nearest } ? "; did you mean '" + nearest + "'?" : "") with
        {
            Properties = defect.Misspelling is not { } misspelling ? ImmutableDictionary<string, string?>.Empty
                : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Written, misspelling.Written).Add(FixProperties.Nearest, misspelling.Nearest),
        };
}

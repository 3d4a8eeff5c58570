using System.Collections.Immutable;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0301: a name that means nothing, or that metadata would lose; with the nearest name that would mean something.
internal static class UnresolvedCapability
{
    /// The key under which a fix finds the nearest name.
    public const string Nearest = "nearest";

    public static Finding Of(Defect defect, Location location) =>
        Finding.At(Descriptors.UnresolvedCapability, location, defect.Subject, defect.Reason, defect.Nearest is null ? "" : "; did you mean '" + defect.Nearest + "'?") with
        {
            Properties = defect.Nearest is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Nearest, defect.Nearest),
        };
}

using System.Collections.Immutable;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0307: two annotations of one symbol that say the same, or of which one must be false. At the second.
internal static class ContradictoryAnnotations
{
    public static Finding Of(Defect defect, Location location) => Finding.At(Descriptors.ContradictoryAnnotations, location, defect.Reason) with
    {
        Related = defect.Other is null ? ImmutableArray<Location>.Empty : ImmutableArray.Create(defect.Other),
    };
}

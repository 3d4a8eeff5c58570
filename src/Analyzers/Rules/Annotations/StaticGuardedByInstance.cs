using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0305: every instance would guard the one state with a lock of its own.
internal static class StaticGuardedByInstance
{
    public static Finding Of(Defect defect, Location location) =>
        Finding.At(Descriptors.StaticGuardedByInstance, location, defect.Annotation.Target.Name, defect.Subject);
}

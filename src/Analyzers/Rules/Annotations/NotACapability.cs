using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0302: the name means something, but nothing that a thread can hold.
internal static class NotACapability
{
    public static Finding Of(Defect defect, Location location) => Finding.At(Descriptors.NotACapability, location, defect.Subject, defect.Reason);
}

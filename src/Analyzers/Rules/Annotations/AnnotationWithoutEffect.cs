using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0303: the attribute compiles here and says nothing.
internal static class AnnotationWithoutEffect
{
    public static Finding Of(Defect defect, Location location) => Finding.At(Descriptors.AnnotationWithoutEffect, location, defect.Subject, defect.Reason);
}

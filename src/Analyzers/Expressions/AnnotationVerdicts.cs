using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Which annotations mean something, and why the others do not.
internal sealed class AnnotationVerdicts
{
    public AnnotationVerdicts(Compilation compilation, AnnotationReader annotations, GuardBinder binder, PathBuilder paths) { }
    public bool IsValid(Annotation annotation) => true;
}

using System.Collections.Immutable;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Capability texts to capabilities.
internal sealed class GuardBinder
{
    public GuardBinder(Compilation compilation, AnnotationReader annotations, PathBuilder paths) { }
    public BindResult Bind(CapabilityText text, INamedTypeSymbol? owner, ISymbol context) => BindResult.Failed(BindErrorKind.Unresolved, "");
    public ImmutableArray<BindResult> BindAll(Annotation annotation) => ImmutableArray<BindResult>.Empty;
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// Which annotations a symbol carries, from source attributes, metadata and model lines alike.
internal sealed class AnnotationReader
{
    public AnnotationReader(Compilation compilation, ModelLines models) { }
    public ImmutableArray<Annotation> Declared(ISymbol symbol) => ImmutableArray<Annotation>.Empty;
    public ImmutableArray<Annotation> Returned(IMethodSymbol method) => ImmutableArray<Annotation>.Empty;
    public ImmutableArray<Annotation> Contract(IMethodSymbol method) => ImmutableArray<Annotation>.Empty;
    public bool IsCapabilityType(ITypeSymbol? type) => false;
    public bool IsScopeType(ITypeSymbol? type) => false;
    public Annotation? CapabilityOf(ITypeSymbol? type) => null;
    public bool IsUnchecked(ISymbol symbol) => false;
}

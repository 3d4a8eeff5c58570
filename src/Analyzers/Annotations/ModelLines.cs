using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// What the model files say about symbols, by original definition.
internal sealed class ModelLines
{
    public static readonly ModelLines Empty = new();

    /// The annotations of a type, member or parameter.
    public ImmutableArray<Annotation> Of(ISymbol symbol) => ImmutableArray<Annotation>.Empty;

    /// The `[return: …]` annotations of a method.
    public ImmutableArray<Annotation> ReturnOf(IMethodSymbol method) => ImmutableArray<Annotation>.Empty;
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// What one expression of a text denotes: a path, or types or a namespace to look further in, or the reason why none.
internal readonly record struct Denoted(CapabilityPath? Path, ImmutableArray<INamespaceOrTypeSymbol> Containers, BindError? Error)
{
    public static Denoted Of(CapabilityPath path) => new(path, ImmutableArray<INamespaceOrTypeSymbol>.Empty, null);

    public static Denoted In(ImmutableArray<INamespaceOrTypeSymbol> containers) => new(null, containers, null);

    public static Denoted Unresolved(string reason, Misspelling? misspelling = null) =>
        new(null, ImmutableArray<INamespaceOrTypeSymbol>.Empty, new BindError(BindErrorKind.Unresolved, reason, misspelling));

    public static Denoted NoCapability(string reason) =>
        new(null, ImmutableArray<INamespaceOrTypeSymbol>.Empty, new BindError(BindErrorKind.NotACapability, reason));
}

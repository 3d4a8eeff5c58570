using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Diagnostics;

/// A rule's verdict, not yet a Roslyn diagnostic: which id, where, with which message arguments, and what a fix may
/// know of it.
internal sealed record Finding(DiagnosticDescriptor Descriptor, Location Location, ImmutableArray<object?> Arguments)
{
    /// The annotation, the acquisition, the other path: in that order, those that exist in source.
    public ImmutableArray<Location> Related { get; init; } = ImmutableArray<Location>.Empty;

    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public static Finding At(DiagnosticDescriptor descriptor, Location location, params object?[] arguments) =>
        new(descriptor, location, arguments.ToImmutableArray());
}

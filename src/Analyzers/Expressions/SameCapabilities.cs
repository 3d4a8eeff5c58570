using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Rewrites a path to the side of `SameCapability` that stands for both.
///
/// The shortest path of a class of equal ones stands for it, and the first by name among those. So every rewriting
/// makes a path smaller: it ends, also when a node is the same as its parent's.
internal sealed class SameCapabilities
{
    private readonly AnnotationReader _annotations;
    private readonly PathSyntax _texts;
    private readonly PathBuilder _paths;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ImmutableArray<CapabilityPath>>> _classes = new(SymbolEqualityComparer.Default);

    public SameCapabilities(AnnotationReader annotations, PathSyntax texts, PathBuilder paths)
    {
        _annotations = annotations;
        _texts = texts;
        _paths = paths;
    }

    public CapabilityPath Normalize(CapabilityPath path)
    {
        for (var prefix = path.Receiver; prefix is not null; prefix = prefix.Receiver)
        {
            foreach (var equal in ClassesOf(prefix.Type))
            {
                CapabilityPath? AtPrefix(CapabilityPath root) => root is ThisPath ? prefix : null;
                if (equal.Skip(1).Any(side => path.Equals(_paths.Canonical(side, AtPrefix, keepCalls: true, ignoreSame: true))))
                {
                    return _paths.Canonical(equal[0], AtPrefix, keepCalls: true) ?? path;
                }
            }
        }

        return path;
    }

    /// The two sides of one annotation, before any of them is rewritten; null when a side means nothing.
    public (CapabilityPath Left, CapabilityPath Right)? SidesOf(Annotation annotation) =>
        annotation.Capabilities.Length == 2
            && _texts.Raw(annotation.Capabilities[0], annotation).Path is { } left && _texts.Raw(annotation.Capabilities[1], annotation).Path is { } right
            && _paths.Canonical(left, keepCalls: true, ignoreSame: true) is { } first && _paths.Canonical(right, keepCalls: true, ignoreSame: true) is { } second
            ? (first, second) : null;

    private ImmutableArray<ImmutableArray<CapabilityPath>> ClassesOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named
            ? _classes.GetOrAdd(named.OriginalDefinition, t => Classes((INamedTypeSymbol)t))
            : ImmutableArray<ImmutableArray<CapabilityPath>>.Empty;

    private ImmutableArray<ImmutableArray<CapabilityPath>> Classes(INamedTypeSymbol type)
    {
        var classes = new List<HashSet<CapabilityPath>>();
        foreach (var annotation in MemberIdentity.Bases(type).SelectMany(t => _annotations.Declared(t)).Where(a => a.Kind == AnnotationKind.SameCapability))
        {
            if (SidesOf(annotation) is { } sides && !sides.Left.Equals(sides.Right))
            {
                var merged = new HashSet<CapabilityPath> { sides.Left, sides.Right };
                foreach (var overlapping in classes.Where(c => c.Overlaps(merged)).ToList())
                {
                    merged.UnionWith(overlapping);
                    classes.Remove(overlapping);
                }

                classes.Add(merged);
            }
        }

        return classes.Select(c => c.OrderBy(Length).ThenBy(p => p.Display, StringComparer.Ordinal).ToImmutableArray()).ToImmutableArray();
    }

    private static int Length(CapabilityPath path)
    {
        var length = 0;
        for (var current = path.Receiver; current is not null; current = current.Receiver)
        {
            length++;
        }

        return length;
    }
}

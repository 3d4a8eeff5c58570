using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// One `AcquiredBefore` or `AcquiredAfter` of one capability, in terms of `this` of the declaring type.
internal sealed record OrderEdge(CapabilityExpression Earlier, CapabilityExpression Later, Annotation Source);

/// The declared lock order: which capability is to be acquired before which, through any number of declarations.
///
/// Law: only statics and members of one root are compared; an order that contradicts itself says nothing about the
/// capabilities of the circle but that it is one.
internal sealed class DeclaredOrder
{
    /// Longer chains of declarations than this are not followed.
    private const int MaxSteps = 256;

    private readonly AnnotationReader _annotations;
    private readonly GuardBinder _binder;
    private readonly PathBuilder _paths;
    private readonly Func<Annotation, bool> _isValid;
    private readonly Lazy<ImmutableArray<OrderEdge>> _edges;

    /// <param name="declaring">The symbols that may carry an order, asked for once.</param>
    public DeclaredOrder(AnnotationReader annotations, GuardBinder binder, PathBuilder paths, Func<Annotation, bool> isValid, Func<IEnumerable<ISymbol>> declaring)
    {
        _annotations = annotations;
        _binder = binder;
        _paths = paths;
        _isValid = isValid;
        _edges = new(() => declaring().Distinct<ISymbol>(SymbolEqualityComparer.Default).SelectMany(symbol => annotations.Declared(symbol)).SelectMany(EdgesOf).ToImmutableArray());
    }

    /// The declaration that says `acquired` comes before `held`, when both denote what one root has.
    public OrderEdge? Broken(CapabilityExpression acquired, CapabilityExpression held) =>
        Chain(acquired, held) is { } first && Chain(held, acquired) is null ? first : null;

    /// The circles, each by its declarations in source order, the first declarations' order among them.
    public IEnumerable<ImmutableArray<OrderEdge>> Cycles()
    {
        var inCycle = _edges.Value.Where(edge => Chain(edge.Later, edge.Earlier) is not null || edge.Later.Equals(edge.Earlier)).Where(edge => edge.Source.Location is not null)
            .OrderBy(edge => edge.Source.Location!.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(edge => edge.Source.Location!.SourceSpan.Start).ToList();
        while (inCycle.Count > 0)
        {
            var first = inCycle[0];
            var cycle = inCycle.Where(edge => edge == first || (Chain(first.Earlier, edge.Earlier) is not null && Chain(edge.Earlier, first.Earlier) is not null)).ToImmutableArray();
            yield return cycle;
            inCycle.RemoveAll(cycle.Contains);
        }
    }

    /// The first declaration of the shortest chain from the one to the other.
    private OrderEdge? Chain(CapabilityExpression from, CapabilityExpression to)
    {
        var edges = _edges.Value.AddRange(Foreign(from)).AddRange(Foreign(to));
        if (edges.IsEmpty)
            return null;
        var seen = new HashSet<CapabilityExpression> { from };
        var queue = new Queue<(CapabilityExpression Capability, OrderEdge? First)>();
        queue.Enqueue((from, null));
        for (var steps = 0; queue.Count > 0 && steps < MaxSteps; steps++)
        {
            var (capability, first) = queue.Dequeue();
            foreach (var edge in edges)
            {
                if (Next(edge, capability) is not { } next)
                    continue;
                if (IsSame(next, to))
                    return first ?? edge;
                if (seen.Add(next))
                    queue.Enqueue((next, first ?? edge));
            }
        }

        return null;
    }

    /// What another assembly says about its own lock.
    private IEnumerable<OrderEdge> Foreign(CapabilityExpression capability) =>
        capability.Path is MemberPath { Symbol: IFieldSymbol or IPropertySymbol } member && _annotations.Declared(member.Symbol) is { IsEmpty: false } declared
            ? declared.Where(annotation => annotation.Origin != AnnotationOrigin.Source).SelectMany(EdgesOf)
            : Enumerable.Empty<OrderEdge>();

    private CapabilityExpression? Next(OrderEdge edge, CapabilityExpression capability)
    {
        if (edge.Earlier.Protocol != capability.Protocol || !TryMatch(edge.Earlier.Path, capability.Path, out var root))
            return null;
        return edge.Later with { Path = _paths.Substitute(edge.Later.Path, r => r is ThisPath ? root ?? AnyRoot.Instance : null) };
    }

    private static bool IsSame(CapabilityExpression found, CapabilityExpression wanted) =>
        found.Protocol == wanted.Protocol && (found.Path.Equals(wanted.Path) || (RootOf(found.Path) is AnyRoot && TryMatch(found.Path, wanted.Path, out _)));

    private static CapabilityPath RootOf(CapabilityPath path)
    {
        while (path.Receiver is { } receiver)
            path = receiver;
        return path;
    }

    /// Whether the declared path, from some root, is the path; the root is what its `this` stands for.
    private static bool TryMatch(CapabilityPath declared, CapabilityPath path, out CapabilityPath? root)
    {
        root = null;
        while (true)
        {
            if (declared is ThisPath or AnyRoot)
            {
                root = path;
                return true;
            }

            if (declared.Receiver is null || path.Receiver is null)
                return declared.Equals(path);
            if (!declared.WithReceiver(AnyRoot.Instance).Equals(path.WithReceiver(AnyRoot.Instance)))
                return false;
            (declared, path) = (declared.Receiver, path.Receiver);
        }
    }

    private IEnumerable<OrderEdge> EdgesOf(Annotation annotation)
    {
        if (annotation.Kind is not (AnnotationKind.AcquiredBefore or AnnotationKind.AcquiredAfter) || !_isValid(annotation) || Own(annotation.Target) is not { } own)
            yield break;
        foreach (var other in _binder.BindAll(annotation).Select(bound => bound.Expression).OfType<CapabilityExpression>())
        {
            yield return annotation.Kind == AnnotationKind.AcquiredBefore
                ? new OrderEdge(own, other, annotation)
                : new OrderEdge(other, own, annotation);
        }
    }

    private CapabilityExpression? Own(ISymbol target)
    {
        var path = target is INamedTypeSymbol type ? new TypePath(type) : _paths.Member(target.IsStatic ? null : new ThisPath(target.ContainingType), target);
        return _paths.ProtocolOf(path) is { } protocol ? new CapabilityExpression(path, protocol) : null;
    }

    /// The root of an instance member that an order reached from a static one: whichever instance.
    private sealed record AnyRoot : CapabilityPath
    {
        public static readonly AnyRoot Instance = new();

        public override ITypeSymbol? Type => null;

        public override string Display => "";
    }
}

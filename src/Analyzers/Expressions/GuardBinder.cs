using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// Capability texts to capabilities, in the context of the annotated symbol.
///
/// Names of a contract from metadata that do not exist here become opaque members: such a contract is never in error,
/// for nobody here could mend it.
internal sealed class GuardBinder
{
    private readonly AnnotationReader _annotations;
    private readonly PathBuilder _paths;
    private readonly PathSyntax _texts;
    private readonly OutsideView _outside;
    private readonly ConcurrentDictionary<Annotation, ImmutableArray<BindResult>> _bound = new(ByReference.Comparer);

    public GuardBinder(Compilation compilation, AnnotationReader annotations, PathBuilder paths)
    {
        Compilation = compilation;
        _annotations = annotations;
        _paths = paths;
        _texts = paths.Texts;
        _outside = new OutsideView(compilation);
    }

    public Compilation Compilation { get; }

    /// <param name="context">The annotated symbol: its parameters and its type's members are in scope.</param>
    public BindResult Bind(CapabilityText text, INamedTypeSymbol? owner, ISymbol context) =>
        Bind(text, owner, context, SymbolEqualityComparer.Default.Equals(context.ContainingAssembly, Compilation.Assembly) ? AnnotationOrigin.Source : AnnotationOrigin.Metadata);

    /// One result for each capability the annotation names; `this` when it names none and may mean it.
    public ImmutableArray<BindResult> BindAll(Annotation annotation) => _bound.GetOrAdd(annotation, a =>
        !a.Kind.NeedsCapability() ? ImmutableArray<BindResult>.Empty
        : !a.Capabilities.IsEmpty ? a.Capabilities.Select(t => Bind(t, a.Owner, a.Target, a.Origin)).ToImmutableArray()
        : a.Owner is not null ? ImmutableArray.Create(Expression(new TypePath(a.Owner), false))
        : a.Kind.MayBeOwn() ? ImmutableArray.Create(Own(a)) : ImmutableArray<BindResult>.Empty);

    /// The canonical path of a text that need be no capability: a flag, a side of `SameCapability`.
    public (CapabilityPath? Path, BindError? Error) BindPath(CapabilityText text, Annotation annotation)
    {
        var raw = _texts.Raw(text, annotation);
        return raw.Path is null ? (null, raw.Error) : (_paths.Canonical(raw.Path, keepCalls: true), null);
    }

    private BindResult Bind(CapabilityText text, INamedTypeSymbol? owner, ISymbol context, AnnotationOrigin origin)
    {
        var raw = _texts.Raw(text, owner, context, origin);
        if (raw.Path is null)
        {
            return new BindResult(null, raw.Error);
        }

        // A bare type is a role only where its objects are capabilities. A typeof argument is no text.
        if (raw.Path is TypePath type && !_annotations.IsCapabilityType(type.Named))
        {
            return BindResult.Failed(BindErrorKind.Unresolved, "'" + type.Named.Name + "' is a type and no capability; the monitor of a type is named by a typeof argument");
        }

        if (_paths.Canonical(raw.Path, keepCalls: origin != AnnotationOrigin.Source) is not { } path)
        {
            return BindResult.Failed(BindErrorKind.NotACapability,
                "'" + FirstCall(raw.Path) + "' may return another object each time; say [ReturnsCapability] or [Pure] if it does not");
        }

        if (origin == AnnotationOrigin.Source && _outside.Sees(context) && Lost(raw, path, text, owner, context) is { } lost)
        {
            return BindResult.Failed(BindErrorKind.Unresolved, lost);
        }

        return Expression(path, raw.IsNegated);
    }

    private BindResult Expression(CapabilityPath path, bool negated) => _paths.ProtocolOf(path) is { } protocol
        ? BindResult.Of(new CapabilityExpression(path, protocol, negated))
        : BindResult.Failed(BindErrorKind.NotACapability, path.Type is { SpecialType: SpecialType.System_String }
            ? "a string may be shared with anyone"
            : "a value of type '" + path.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "' is no object that a thread can hold");

    private BindResult Own(Annotation annotation)
    {
        var type = annotation.Target.ContainingType;
        var member = annotation.Target is IParameterSymbol parameter ? parameter.ContainingSymbol : annotation.Target;
        return type is null || !_annotations.IsCapabilityType(type) || annotation.Target is INamedTypeSymbol
                ? BindResult.Failed(BindErrorKind.Unresolved, "'this' is no capability here")
            : type.IsStatic ? Expression(new TypePath(type), false)
            : member.IsStatic && member is not IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }
                ? BindResult.Failed(BindErrorKind.Unresolved, "there is no 'this' here")
            : Expression(new ThisPath(type), false);
    }

    /// Why another assembly could not read this text; null when it reads the same path.
    private string? Lost(RawPath raw, CapabilityPath path, CapabilityText text, INamedTypeSymbol? owner, ISymbol context)
    {
        if (text.Syntax is { } and not IdentifierNameSyntax)
        {
            var kept = _texts.Raw(text, owner, context, AnnotationOrigin.Model, asMetadata: true);
            return kept.Path is not null && path.Equals(_paths.Canonical(kept.Path))
                ? null : "outside this assembly nameof leaves only '" + text.Text + "' of it";
        }

        return raw.FoundByUsing is { } type
            ? "outside this assembly '" + type.Name + "' is found only by its full name '" + type.ToDisplayString() + "'" : null;
    }

    private static string FirstCall(CapabilityPath path)
    {
        for (CapabilityPath? current = path; current is not null; current = current.Receiver)
        {
            if (current is CallPath call)
            {
                return call.Method.Name + "()";
            }
        }

        return path.Display;
    }
}

/// Records as keys by identity: two equal annotations of one symbol stand at two places.
internal sealed class ByReference : IEqualityComparer<Annotation>
{
    public static readonly ByReference Comparer = new();

    public bool Equals(Annotation? left, Annotation? right) => ReferenceEquals(left, right);

    public int GetHashCode(Annotation annotation) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(annotation);
}

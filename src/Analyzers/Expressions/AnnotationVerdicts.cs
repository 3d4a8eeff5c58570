using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Which annotations mean something, and why the others do not.
///
/// One mistake, one defect: what has no meaning where it stands is not also asked for its names, and a name that does
/// not resolve contradicts nothing. Only source is judged; an annotation from elsewhere is valid when it can be bound.
internal sealed class AnnotationVerdicts
{
    private readonly AnnotationReader _annotations;
    private readonly GuardBinder _binder;
    private readonly AnnotationTargets _targets;
    private readonly Contradictions _contradictions;
    private readonly PermitCounts _permits;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Defect>> _declared = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<Annotation, ImmutableArray<Defect>> _alone = new(ByReference.Comparer);

    public AnnotationVerdicts(Compilation compilation, AnnotationReader annotations, GuardBinder binder, PathBuilder paths)
    {
        _annotations = annotations;
        _binder = binder;
        _targets = new AnnotationTargets(annotations);
        _contradictions = new Contradictions(binder, paths);
        _permits = new PermitCounts(annotations, paths.Models);
    }

    /// One wrong name drops its attribute, not the others of the symbol.
    public bool IsValid(Annotation annotation)
    {
        if (annotation.Origin != AnnotationOrigin.Source)
        {
            return _binder.BindAll(annotation).All(b => b.Error is null);
        }

        return !Alone(annotation).Any(d => d.Drops)
            && !OfDeclared(annotation.Target).Any(d => d.Drops && (ReferenceEquals(d.Annotation, annotation) || ReferenceEquals(d.AlsoDrops, annotation)));
    }

    /// Everything wrong with what is written on the symbol itself.
    public ImmutableArray<Defect> OfDeclared(ISymbol symbol) => _declared.GetOrAdd(StateSymbol.Of(symbol), s =>
    {
        var written = _annotations.Declared(s).Where(a => a.Origin == AnnotationOrigin.Source).ToImmutableArray();
        var meaningful = written.Where(a => !Alone(a).Any(d => d.Drops)).ToImmutableArray();
        return written.SelectMany(a => Alone(a)).Concat(_contradictions.Of(meaningful)).ToImmutableArray();
    });

    /// Everything wrong with the annotations of a method's result.
    public ImmutableArray<Defect> OfReturned(IMethodSymbol method) =>
        _annotations.Returned(method).Where(a => a.Origin == AnnotationOrigin.Source && method.ReturnsVoid)
            .Select(a => WithoutEffect(a, "nothing is returned")).ToImmutableArray();

    private ImmutableArray<Defect> Alone(Annotation annotation) => _alone.GetOrAdd(annotation, a => Judge(a).ToImmutableArray());

    private IEnumerable<Defect> Judge(Annotation annotation)
    {
        if (_targets.WhyNot(annotation.Kind, annotation.Target) is { } nowhere)
        {
            yield return WithoutEffect(annotation, nowhere);
            yield break;
        }

        if (annotation.Kind is AnnotationKind.SameCapability or AnnotationKind.PublishedBy)
        {
            foreach (var text in annotation.Capabilities)
            {
                var flag = annotation.Kind == AnnotationKind.PublishedBy && text.Text?.StartsWith("!", System.StringComparison.Ordinal) == true && text.Syntax is null
                    ? text with { Text = text.Text.Substring(1) } : text;
                if (_binder.BindPath(flag, annotation).Error is { } error)
                {
                    yield return Failed(annotation, text, error);
                }
            }

            yield break;
        }

        if (!annotation.Kind.NeedsCapability())
        {
            yield break;
        }

        if (annotation.Capabilities.IsEmpty && annotation.Owner is null && WhyNoCapability(annotation) is { } missing)
        {
            yield return WithoutEffect(annotation, missing);
            yield break;
        }

        foreach (var defect in Capabilities(annotation).Concat(ConditionChecks.Of(annotation)))
        {
            yield return defect;
        }
    }

    private string? WhyNoCapability(Annotation annotation) =>
        !annotation.Kind.MayBeOwn() ? "it names no capability"
        : _binder.BindAll(annotation).Any(b => b.Error is not null)
            ? "it names no capability, and '" + (annotation.Target.ContainingType ?? annotation.Target).Name + "' gives it no 'this' that is one" : null;

    private IEnumerable<Defect> Capabilities(Annotation annotation)
    {
        var bound = _binder.BindAll(annotation);
        for (var i = 0; i < bound.Length && i < annotation.Capabilities.Length; i++)
        {
            var text = annotation.Capabilities[i];
            if (bound[i].Error is { } error)
            {
                yield return Failed(annotation, text, error);
            }
            else if (bound[i].Expression is { } capability && Misplaced(annotation, text, capability) is { } defect)
            {
                yield return defect;
            }
        }
    }

    /// It denotes a capability, but not one that can be meant here.
    private Defect? Misplaced(Annotation annotation, CapabilityText text, CapabilityExpression capability)
    {
        if (capability.IsNegated && annotation.Kind != AnnotationKind.Requires)
        {
            return Unresolved("only [Requires] can say that a capability is not held");
        }

        var root = capability.Path;
        while (root.Receiver is { } receiver)
        {
            root = receiver;
        }

        if (root is ReturnPath or ParameterPath { Parameter.RefKind: RefKind.Out } && !annotation.Kind.IsAcquire() && !annotation.Kind.IsTry())
        {
            return Unresolved(root is ReturnPath ? "only what is acquired can be returned" : "an out parameter has no value on entry");
        }

        if (root is ThisPath && annotation.Target.IsStatic && annotation.Target is IFieldSymbol or IPropertySymbol or IEventSymbol)
        {
            return annotation.Kind.IsGuard()
                ? new Defect(DefectKind.StaticByInstance, annotation, capability.Display, "", text.Location)
                : Unresolved("'" + capability.Display + "' is an instance member, and there is no 'this' here");
        }

        return annotation.Kind.IsGuard() && _permits.Of(capability.Path) is { } permits and > 1
            ? new Defect(DefectKind.NotACapability, annotation, Written(text), "it admits " + permits + " holders at a time", text.Location) : null;

        Defect Unresolved(string reason) => new(DefectKind.Unresolved, annotation, Written(text), reason, text.Location);
    }

    private static Defect Failed(Annotation annotation, CapabilityText text, BindError error) =>
        new(error.Kind == BindErrorKind.Unresolved ? DefectKind.Unresolved : DefectKind.NotACapability, annotation, Written(text), error.Reason, text.Location ?? annotation.Location)
        {
            Misspelling = error.Misspelling,
        };

    private static string Written(CapabilityText text) => text.Syntax?.ToString() ?? text.Text ?? "";

    private static Defect WithoutEffect(Annotation annotation, string reason) =>
        new(DefectKind.WithoutEffect, annotation, annotation.Kind.ToString(), reason, annotation.Location);
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Annotations;

/// Turns the verdicts about annotations into findings, for one symbol at a time.
///
/// A symbol answers for its own attributes, those of its parameters and of its result; accessors and nested symbols
/// answer for themselves. A type's `SameCapability` and the guards of its members that can change belong to
/// <see cref="CheckType"/>.
internal sealed class DeclarationRules
{
    private readonly AnnotationVerdicts _verdicts;
    private readonly GuardCanChange _changes;

    public DeclarationRules(Compilation compilation, AnnotationReader annotations, GuardBinder binder, PathBuilder paths)
        : this(annotations, binder, paths, new AnnotationVerdicts(compilation, annotations, binder, paths))
    {
    }

    public DeclarationRules(AnnotationReader annotations, GuardBinder binder, PathBuilder paths, AnnotationVerdicts verdicts)
    {
        _verdicts = verdicts;
        _changes = new GuardCanChange(annotations, binder, paths, verdicts);
    }

    public IEnumerable<Finding> Check(ISymbol annotatedSymbol)
    {
        // The property answers for its backing field.
        if (annotatedSymbol is IFieldSymbol { AssociatedSymbol: IPropertySymbol or IEventSymbol })
        {
            return [];
        }

        var parameters = annotatedSymbol switch
        {
            IMethodSymbol { MethodKind: not (MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove) } method => method.Parameters,
            IPropertySymbol property => property.Parameters,
            INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty,
        };
        var returned = annotatedSymbol switch
        {
            IMethodSymbol method => method,
            INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke,
            _ => null,
        };
        return _verdicts.OfDeclared(annotatedSymbol).Where(d => d.Annotation.Kind != AnnotationKind.SameCapability)
            .Concat(parameters.SelectMany(p => _verdicts.OfDeclared(p)))
            .Concat(returned is null ? Enumerable.Empty<Defect>() : _verdicts.OfReturned(returned))
            .Select(ToFinding).OfType<Finding>();
    }

    public IEnumerable<Finding> CheckType(INamedTypeSymbol type, CancellationToken cancellation) =>
        _verdicts.OfDeclared(type).Where(d => d.Annotation.Kind == AnnotationKind.SameCapability).Select(ToFinding).OfType<Finding>()
            .Concat(_changes.Check(type, cancellation));

    public bool IsValid(Annotation annotation) => _verdicts.IsValid(annotation);

    private static Finding? ToFinding(Defect defect) => (defect.Location ?? defect.Annotation.Location) is not { } location ? null : defect.Kind switch
    {
        DefectKind.Unresolved => UnresolvedCapability.Of(defect, location),
        DefectKind.NotACapability => NotACapability.Of(defect, location),
        DefectKind.WithoutEffect => AnnotationWithoutEffect.Of(defect, location),
        DefectKind.StaticByInstance => StaticGuardedByInstance.Of(defect, location),
        _ => ContradictoryAnnotations.Of(defect, location),
    };
}

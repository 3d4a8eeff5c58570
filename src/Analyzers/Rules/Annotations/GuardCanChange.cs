using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Rules.Annotations;

/// CAP0304: a member on a guard's path that is assigned after construction: who locks the new object excludes nobody
/// who still holds the old one. Once per guard and type.
///
/// What other assemblies may set is not seen, so a public setter there is enough.
internal sealed class GuardCanChange
{
    private readonly AnnotationReader _annotations;
    private readonly GuardBinder _binder;
    private readonly AnnotationVerdicts _verdicts;
    private readonly AssignmentIndex _assignments;
    private readonly ConcurrentDictionary<ISymbol, bool> _assigned = new(SymbolEqualityComparer.Default);

    public GuardCanChange(AnnotationReader annotations, GuardBinder binder, PathBuilder paths, AnnotationVerdicts verdicts)
    {
        _annotations = annotations;
        _binder = binder;
        _assignments = paths.Assignments;
        _verdicts = verdicts;
    }

    public IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var reported = new HashSet<CapabilityPath>();
        foreach (var (annotation, capability, place) in Guards(type).OrderBy(g => g.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(g => g.Place.SourceSpan.Start))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!reported.Contains(capability.Path) && ChangingMember(capability.Path, cancellation) is { } member)
            {
                reported.Add(capability.Path);
                yield return Finding.At(Descriptors.GuardCanChange, place, capability.Path.Display, member.Name) with
                {
                    Related = member.Locations.Where(l => l.IsInSource).Take(1).ToImmutableArray(),
                };
            }
        }
    }

    private IEnumerable<(Annotation Annotation, CapabilityExpression Capability, Location Place)> Guards(INamedTypeSymbol type)
    {
        var state = type.GetMembers().Where(m => m is IFieldSymbol { AssociatedSymbol: null } or IPropertySymbol or IEventSymbol)
            .Concat(StateSymbol.PrimaryConstructor(type)?.Parameters.Cast<ISymbol>() ?? []);
        foreach (var annotation in state.SelectMany(m => _annotations.Declared(m)))
        {
            if (annotation.Origin != AnnotationOrigin.Source || !annotation.Kind.IsGuard() || !_verdicts.IsValid(annotation))
            {
                continue;
            }

            var bound = _binder.BindAll(annotation);
            for (var i = 0; i < bound.Length; i++)
            {
                var place = i < annotation.Capabilities.Length ? annotation.Capabilities[i].Location ?? annotation.Location : annotation.Location;
                if (bound[i].Expression is { } capability && place is not null && !IsSelf(capability.Path, annotation.Target))
                {
                    yield return (annotation, capability, place);
                }
            }
        }
    }

    /// A member that guards itself speaks of the object it refers to at the time.
    private static bool IsSelf(CapabilityPath path, ISymbol target) =>
        path is MemberPath { Instance: null or ThisPath } member && SymbolEqualityComparer.Default.Equals(member.Symbol.OriginalDefinition, target.OriginalDefinition);

    private ISymbol? ChangingMember(CapabilityPath path, CancellationToken cancellation) =>
        (path.Receiver is { } receiver ? ChangingMember(receiver, cancellation) : null)
        ?? (path as IndexPath)?.Indices.Select(i => i.Path is null ? null : ChangingMember(i.Path, cancellation)).FirstOrDefault(m => m is not null)
        ?? (path is MemberPath { Symbol: var symbol } && !PathStability.IsDeclaredFixed(symbol) && !PathStability.IsPartOfFixedValue(path) && IsAssigned(symbol.OriginalDefinition, cancellation) ? symbol : null);

    private bool IsAssigned(ISymbol member, CancellationToken cancellation)
    {
        if (_assigned.TryGetValue(member, out var known))
        {
            return known;
        }

        var result = SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, _binder.Compilation.Assembly)
            ? _assignments.Of(member, cancellation).Any(target => !IsLockArgument(target, member))
            : IsSettable(member);
        return _assigned.GetOrAdd(member, result);
    }

    private static bool IsSettable(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: false, IsConst: false } field => field.DeclaredAccessibility == Accessibility.Public,
        IPropertySymbol { SetMethod: { IsInitOnly: false } setter } => setter.DeclaredAccessibility == Accessibility.Public,
        _ => false,
    };

    /// A lock that is a struct is passed by reference to be taken, or has another name by reference.
    private bool IsLockArgument(ExpressionSyntax target, ISymbol member) =>
        target.Parent is ArgumentSyntax or RefExpressionSyntax && TypeOf(member)?.IsValueType == true && _annotations.IsCapabilityType(TypeOf(member));

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
}

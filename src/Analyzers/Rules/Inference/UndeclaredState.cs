using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Inference;

/// CAP0203: what can change in a type that is declared to be thread-safe, or is derived from one, and does not say how it
/// is shared. `volatile` says it; events of the compiler's making take care of themselves.
internal sealed class UndeclaredState(AnnotationReader annotations, ContractReader contracts, PathBuilder paths)
{
    public IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken token)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || !IsThreadSafe(type) || annotations.IsUnchecked(type))
            yield break;
        foreach (var state in StateOf(type, token))
            yield return Report(state, type, state.Locations[0], token);
        for (var @base = type.BaseType; @base is { SpecialType: SpecialType.None } && !IsThreadSafe(@base); @base = @base.BaseType)
        {
            if (!@base.DeclaringSyntaxReferences.IsEmpty && StateOf(@base.OriginalDefinition, token).FirstOrDefault() is { } inherited)
            {
                yield return Finding.At(Descriptors.UndeclaredState, type.Locations[0], inherited.Name, type.Name) with { Related = inherited.Locations };
                yield break;
            }
        }
    }

    private bool IsThreadSafe(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (annotations.Declared(current.OriginalDefinition).Any(a => a.Kind == AnnotationKind.ThreadSafe))
                return true;
        }

        return false;
    }

    private Finding Report(ISymbol state, INamedTypeSymbol type, Location place, CancellationToken token)
    {
        var facts = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Member, state.Name);
        if (state is IFieldSymbol { IsReadOnly: false, Type: { } stored } && !contracts.Live.IsLive(stored, isObjectGuarded: false) && !paths.Assignments.Of(state, token).Any())
            facts = facts.Add(FixProperties.IsNeverAssigned, "");
        else if (EvidentLock(state, type) is { } capability)
            facts = FixFacts.Of(new[] { capability }).Add(FixProperties.Member, state.Name).Add(FixProperties.Attribute, "GuardedBy");
        return Finding.At(Descriptors.UndeclaredState, place, state.Name, type.Name) with { Related = ImmutableArray.Create(place), Properties = facts };
    }

    private IEnumerable<ISymbol> StateOf(INamedTypeSymbol type, CancellationToken token) => type.GetMembers().Where(IsUndeclared)
        .Concat(StateSymbol.PrimaryConstructor(type) is { } primary && !type.IsRecord ? primary.Parameters.Where(p => contracts.GuardsOf(p).IsEmpty && paths.Assignments.Of(p, token).Any()) : Enumerable.Empty<ISymbol>())
        .Where(state => !state.Locations.IsEmpty && state.Locations[0].IsInSource).OrderBy(state => state.Locations[0].SourceTree!.FilePath, System.StringComparer.Ordinal).ThenBy(state => state.Locations[0].SourceSpan.Start);

    private bool IsUndeclared(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false, IsVolatile: false, IsImplicitlyDeclared: false, AssociatedSymbol: null } field => CanChange(field.Type, field.IsReadOnly) && !StateSymbol.IsOfOneThread(field) && !contracts.HasDiscipline(field),
        IPropertySymbol { IsAbstract: false, IsIndexer: false } property when StateSymbol.IsAutoProperty(property) => CanChange(property.Type, property.SetMethod is null or { IsInitOnly: true }) && !contracts.HasDiscipline(property),
        _ => false,
    };

    /// A lock that is a struct cannot be readonly.
    private bool CanChange(ITypeSymbol type, bool isFixed) => isFixed ? contracts.Live.IsLive(type, isObjectGuarded: false) : !(type.IsValueType && annotations.IsCapabilityType(type));

    /// The one lock that guards other state of the type, or the only one there is.
    private CapabilityExpression? EvidentLock(ISymbol state, INamedTypeSymbol type)
    {
        var used = type.GetMembers().Where(member => member.IsStatic == state.IsStatic).SelectMany(member => contracts.GuardsOf(member)).SelectMany(guard => guard.Capabilities).Distinct().ToList();
        if (used.Count > 0)
            return used.Count == 1 ? used[0] : null;
        var locks = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsReadOnly && field.IsStatic == state.IsStatic && (field.Type.SpecialType == SpecialType.System_Object || annotations.IsCapabilityType(field.Type))).ToList();
        if (locks.Count != 1 || paths.Member(locks[0].IsStatic ? null : new ThisPath(type), locks[0]) is not { } path || paths.ProtocolOf(path) is not { } protocol)
            return null;
        var capability = new CapabilityExpression(path, protocol);
        return contracts.TraitsOf(capability).IsSignal && contracts.PermitsOf(capability) != 1 ? null : capability;
    }
}

using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// Reads what is said about lock-free access: the disciplines of state, and the waivers of members.
///
/// Laws: an annotation that is not valid has no effect; constructions of one definition answer alike; asking twice gives
/// the same object.
internal sealed class MarkingReader(AnnotationReader annotations, ContractReader contracts, Func<Annotation, bool> isValid, AtomicTypes types, AnalysisOptions? options)
{
    private readonly ConcurrentDictionary<ISymbol, MarkingDiscipline> _disciplines = new(SymbolEqualityComparer.Default);

    public AtomicTypes Types => types;

    /// The discipline of a field, auto-property or event.
    public MarkingDiscipline Of(ISymbol state) => _disciplines.GetOrAdd(StateSymbol.Of(state), Read);

    /// Whether accesses of the state are worth a look.
    public bool IsDisciplined(ISymbol state) => state is IFieldSymbol or IPropertySymbol or IEventSymbol && !Of(state).IsNone;

    /// The member, or what it is nested in, says that its races are intended.
    public bool IsDataRacy(ISymbol? member)
    {
        for (; member is IMethodSymbol; member = member.ContainingSymbol)
        {
            if (annotations.Declared(member).Any(a => a.Kind == AnnotationKind.DataRacy && isValid(a)))
                return true;
        }

        return false;
    }

    public FileOptions OptionsOf(SyntaxTree tree) => options?.Of(tree) ?? FileOptions.Default;

    private MarkingDiscipline Read(ISymbol state)
    {
        var stated = OverriddenMembers.Of(state).Select(annotations.Declared).FirstOrDefault(a => !a.IsEmpty);
        var valid = stated.IsDefaultOrEmpty ? ImmutableArray<Annotation>.Empty : ImmutableArray.CreateRange(stated.Where(a => a.Kind.IsDiscipline() && isValid(a)));
        Annotation? The(AnnotationKind kind) => valid.FirstOrDefault(a => a.Kind == kind);
        var discipline = new MarkingDiscipline(state)
        {
            Atomic = The(AnnotationKind.Atomic),
            WriteGuardedBy = The(AnnotationKind.WriteGuardedBy),
            GuardedBy = The(AnnotationKind.GuardedBy),
            SetOnce = The(AnnotationKind.SetOnce),
            PublishedBy = ImmutableArray.CreateRange(valid.Where(a => a.Kind == AnnotationKind.PublishedBy)),
            DataRacy = The(AnnotationKind.DataRacy),
            // What each thread has for itself is shared with nobody, whatever its modifiers.
            IsVolatile = state is IFieldSymbol { IsVolatile: true } field && !StateSymbol.IsOfOneThread(field),
        };
        if (discipline.IsNone)
            return discipline;
        var type = (state as IFieldSymbol)?.Type ?? (state as IPropertySymbol)?.Type ?? (state as IEventSymbol)?.Type;
        return discipline with
        {
            Guards = ImmutableArray.CreateRange(contracts.GuardsOf(state).Where(guard => !guard.IsSelf && guard.Kind is AnnotationKind.GuardedBy or AnnotationKind.WriteGuardedBy)),
            Type = type,
            Atomicity = type is null ? Atomicity.Unknown : types.Of(type),
            Forms = type is null ? MarkedForms.None : types.FormsOf(type),
        };
    }
}

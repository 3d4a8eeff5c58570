using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// What members, delegates, scopes and state promise and demand, as records: the one place where an attribute in
/// source, an attribute in metadata and a model line become the same thing.
///
/// Laws: effects stand in the order in which a call has them (requirements, exclusions, assertions, releases,
/// acquisitions); an annotation that is not valid has no effect; asking twice gives the same object.
internal sealed class ContractReader
{
    private readonly AnnotationReader _annotations;
    private readonly Func<Annotation, bool> _isValid;
    private readonly EffectBuilder _effects;
    private readonly InPlaceMethods _inPlace;
    private readonly TraitsReader _traits;
    private readonly GuardUse _guardUse;
    private readonly ConcurrentDictionary<ISymbol, MemberContract> _contracts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, MemberContract> _delegates = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<StateGuard>> _guards = new(SymbolEqualityComparer.Default);

    public ContractReader(
        Compilation compilation, AnnotationReader annotations, PathBuilder paths, GuardBinder binder, Func<Annotation, bool> isValid, AnalysisOptions? options = null)
    {
        _annotations = annotations;
        _isValid = isValid;
        _effects = new EffectBuilder(annotations, paths, binder);
        _inPlace = new InPlaceMethods(compilation, annotations, options?.InPlaceMethods ?? ImmutableHashSet<string>.Empty);
        _traits = new TraitsReader(annotations);
        _guardUse = new GuardUse(annotations, _effects, IsValid);
        Live = new LiveObjects(this, compilation.Assembly);
    }

    /// The contract of a method, constructor, accessor, operator, local function, lambda, or of the `Invoke` of a
    /// delegate type, which is that of the type.
    public MemberContract Of(IMethodSymbol method) => _contracts.GetOrAdd(Definition(method), m => Read((IMethodSymbol)m));

    /// The contract of the delegates that a parameter, field, property, event or local holds: its own annotations, else
    /// those of the delegate type.
    public MemberContract OfDelegate(ISymbol holder) => _delegates.GetOrAdd(holder.OriginalDefinition, ReadDelegate);

    /// The contract of a member that another one overrides or implements, in the terms of that other one.
    public MemberContract OfBase(IMethodSymbol @base, IMethodSymbol member) => OfAnnotations(_annotations.Contract(@base), member);

    /// The same for a member that a type inherits: what both call `this` is an object of that type.
    public ImmutableArray<LockEffect> OfInherited(IMethodSymbol declared, IMethodSymbol member, INamedTypeSymbol type) =>
        ImmutableArray.CreateRange(OfAnnotations(_annotations.Contract(declared), member).Effects, effect => _effects.SeenFrom(effect, type));

    /// Every annotation of its contract means something; one that does not has been reported for itself.
    public bool IsUnderstood(IMethodSymbol method) => _annotations.Contract(method).All(IsValid);

    /// The same for what a parameter carries, as the parameter at its position of the base sees it.
    public MemberContract OfBase(IParameterSymbol @base, IParameterSymbol parameter) => OfAnnotations(Inherited(@base), parameter);

    /// The callee has promised to run the delegate before it returns.
    public bool PromisesInPlace(IParameterSymbol parameter) => _inPlace.IsPromised(parameter);

    /// What the caller's scope object must manage, by the annotations on the parameter that takes it.
    public MemberContract OfScopeParameter(IParameterSymbol parameter) =>
        _delegates.GetOrAdd(parameter.OriginalDefinition, p => OfAnnotations(Inherited(p), p));

    /// The guards of a field, property, indexer, event or primary-constructor parameter, its own or inherited.
    public ImmutableArray<StateGuard> GuardsOf(ISymbol state) => _guards.GetOrAdd(StateOf(state), ReadGuards);

    public LockTraits TraitsOf(CapabilityExpression capability) => _traits.Of(capability);

    /// Whether it is nobody else's object under another name.
    public bool IsOwn(CapabilityPath path) => _traits.IsOwn(path);

    /// The number of permits a semaphore is created with, where that is a literal in source.
    public int? PermitsOf(CapabilityExpression capability) => _traits.PermitsOf(capability);

    /// A known mutator of the object it is called on: a setter, or so modelled. A type that synchronizes itself does not
    /// become a mutator's by implementing an interface of collections that do not.
    public bool Mutates(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.PropertySet, IsInitOnly: false, IsReadOnly: false }
        || Has(Definition(method), AnnotationKind.Mutates)
        || (WithOverridden(Definition(method)).Skip(1).Any(m => Has(m, AnnotationKind.Mutates)) && !Has(Definition(method).ContainingType, AnnotationKind.ThreadSafe));

    /// It waits for another thread, or for the world.
    public bool Blocks(IMethodSymbol method) =>
        WithOverridden(Definition(method)).Any(m => Has(m, AnnotationKind.Blocking) || (m.AssociatedSymbol is IPropertySymbol property && Has(property, AnnotationKind.Blocking)));

    /// A known mutator of its argument.
    public bool MutatesArgument(IParameterSymbol parameter) => Has(parameter.OriginalDefinition, AnnotationKind.Mutates);

    /// Whether the method runs the delegate before it returns, on the same thread.
    public bool IsInPlace(IMethodSymbol method, IParameterSymbol delegateParameter) => _inPlace.Contains(Definition(method), delegateParameter);

    /// An operator of LINQ that runs its delegates when its result is enumerated.
    public bool IsDeferred(IMethodSymbol method) =>
        Definition(method) is { ContainingType: { Name: "Enumerable" or "Queryable" or "ParallelEnumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } } definition
        && definition.ReturnType.Name is "IEnumerable" or "IOrderedEnumerable" or "IQueryable" or "IOrderedQueryable" or "ParallelQuery" or "OrderedParallelQuery";

    /// An operator of LINQ that has run its operands' delegates when it returns.
    public bool IsTerminal(IMethodSymbol method) =>
        !IsDeferred(method) && Definition(method) is { ContainingType: { Name: "Enumerable" or "ParallelEnumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } };

    /// The member says itself how it is to be accessed, so writing it is no write of the object it belongs to.
    public bool HasDiscipline(ISymbol member) => member is IFieldSymbol or IPropertySymbol or IEventSymbol
        && (!GuardsOf(member).IsEmpty || _annotations.Declared(member).Any(a => a.Kind is AnnotationKind.Atomic or AnnotationKind.PublishedBy or AnnotationKind.SetOnce or AnnotationKind.DataRacy));

    /// A type that says itself how its objects are shared: a lock, a type that synchronizes itself, one with guarded members.
    public bool HasDiscipline(INamedTypeSymbol type) =>
        _annotations.Declared(type.OriginalDefinition).Any(a => a.Kind is AnnotationKind.ThreadSafe or AnnotationKind.Capability or AnnotationKind.ScopedCapability)
        || type.OriginalDefinition.GetMembers().Any(HasDiscipline);

    /// Some member of the type is a known mutator of its objects.
    public bool HasMutators(INamedTypeSymbol type) => type.OriginalDefinition.GetMembers().Any(member => member is IMethodSymbol && Has(member, AnnotationKind.Mutates));

    /// It gives up what it needs, or takes, for a while: what was learnt under it may be over.
    public bool Interrupts(IMethodSymbol method) => Has(Definition(method), AnnotationKind.Interrupts);

    /// Which objects are live when they leave, and what looks into them.
    public LiveObjects Live { get; }

    public bool NeverReturns(IMethodSymbol method) =>
        WithOverridden(Definition(method)).Any(m => FlowAttributes.NeverReturns(m));

    public bool DoesNotReturnIf(IParameterSymbol parameter, out bool value)
    {
        parameter = (IParameterSymbol)parameter.OriginalDefinition;
        var modelled = _annotations.Declared(parameter).FirstOrDefault(a => a.Kind == AnnotationKind.DoesNotReturnIf);
        value = modelled?.Success ?? false;
        return modelled is not null || FlowAttributes.DoesNotReturnIf(parameter, out value);
    }

    /// The monitor that `[MethodImpl(MethodImplOptions.Synchronized)]` holds for the whole body.
    public CapabilityExpression? SynchronizedOn(IMethodSymbol method) => FlowAttributes.SynchronizedOn(method);

    /// Whether some valid annotation of its type, the types around it or inside it names the member as its last step, or
    /// the member carries one itself: from then on it is a lock, not a signal.
    public bool GuardsSomething(ISymbol member) => _guardUse.Names(member);

    private MemberContract Read(IMethodSymbol method)
    {
        var stated = OfAnnotations(_annotations.Contract(method), method);
        var implementsLock = IsLockType(method.ContainingType) && stated.Effects.Any(e =>
            e.IsOwn && e.Kind is LockEffectKind.Acquires or LockEffectKind.Releases or LockEffectKind.TryAcquires or LockEffectKind.Asserts);
        var returnsScope = ReturnsScope(method, stated);
        return implementsLock || returnsScope ? stated with { ReturnsScope = returnsScope, IsTrusted = implementsLock } : stated;
    }

    private MemberContract ReadDelegate(ISymbol holder)
    {
        var own = OfAnnotations(Inherited(holder), holder);
        var type = holder switch
        {
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IEventSymbol @event => @event.Type,
            ILocalSymbol local => local.Type,
            _ => null,
        };
        return own.IsEmpty && type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? Of(invoke) : own;
    }

    private MemberContract OfAnnotations(IEnumerable<Annotation> annotations, ISymbol member)
    {
        var valid = annotations.Distinct().Where(IsValid).ToImmutableArray();
        var returned = valid.FirstOrDefault(a => a.Kind == AnnotationKind.ReturnsCapability);
        var effects = valid.Select(a => _effects.Build(a, member)).OfType<LockEffect>().OrderBy(e => e.Kind).ActingOnce();
        return effects.IsEmpty && returned is null
            ? MemberContract.None
            : new MemberContract(effects) { ReturnedCapability = returned is null ? null : _effects.CapabilitiesOf(returned, member).FirstOrDefault() };
    }

    private bool ReturnsScope(IMethodSymbol method, MemberContract stated)
    {
        if (method.MethodKind == MethodKind.Constructor)
        {
            return _annotations.IsScopeType(method.ContainingType);
        }

        return WithOverridden(method).Any(m => _annotations.Returned(m).Any(a => a.Kind == AnnotationKind.ScopedCapability))
            || (!stated.Effects.IsEmpty && _annotations.IsScopeType(Awaited(method.ReturnType)));
    }

    /// A task of a scope is, once awaited, a scope.
    internal static ITypeSymbol Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments, ContainingNamespace.Name: "Tasks" } ? arguments[0] : type;

    private ImmutableArray<StateGuard> ReadGuards(ISymbol state) =>
        Inherited(state)
            .Where(a => a.Kind is AnnotationKind.GuardedBy or AnnotationKind.PtGuardedBy or AnnotationKind.WriteGuardedBy && IsValid(a))
            .Select(a => (Annotation: a, Capabilities: _effects.CapabilitiesOf(a, state)))
            .Where(g => !g.Capabilities.IsEmpty)
            .Select(g => new StateGuard(g.Annotation.Kind, g.Capabilities, g.Annotation) { IsSelf = g.Capabilities.All(c => IsItself(c.Path, state)) })
            .ToImmutableArray();

    private static bool IsItself(CapabilityPath guard, ISymbol state) => guard switch
    {
        MemberPath { Instance: null or ThisPath } member => SymbolEqualityComparer.Default.Equals(member.Symbol.OriginalDefinition, state),
        ParameterPath parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, state),
        _ => false,
    };

    /// What a member carries itself, or when that is nothing, what the members it overrides or implements carry.
    private ImmutableArray<Annotation> Inherited(ISymbol member)
    {
        foreach (var declaration in OverriddenMembers.Of(member))
        {
            if (_annotations.Declared(declaration) is { IsEmpty: false } stated)
            {
                return stated;
            }
        }

        return ImmutableArray<Annotation>.Empty;
    }

    private bool IsLockType(INamedTypeSymbol? type) => _annotations.IsCapabilityType(type) || _annotations.IsScopeType(type);

    /// Model lines were validated where they were loaded: a contract on a type that is no capability itself speaks of
    /// the derived types that are (`WaitHandle`).
    private bool IsValid(Annotation annotation) => annotation.Origin == AnnotationOrigin.Model || _isValid(annotation);

    private bool Has(ISymbol symbol, AnnotationKind kind) => _annotations.Declared(symbol).Any(a => a.Kind == kind);

    private static IEnumerable<IMethodSymbol> WithOverridden(IMethodSymbol method) => OverriddenMembers.Of(method).OfType<IMethodSymbol>();

    private static IMethodSymbol Definition(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition;

    /// The backing field of a property or event is the state that its declaration guards.
    private static ISymbol StateOf(ISymbol state) =>
        (state is IFieldSymbol { AssociatedSymbol: { } declared } ? declared : state).OriginalDefinition;
}

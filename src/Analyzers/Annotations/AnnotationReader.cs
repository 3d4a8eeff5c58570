using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Annotations;

/// Which annotations a symbol carries, from source attributes, metadata and model lines alike.
///
/// Laws: constructions of one definition answer alike; an auto-property and its backing field are one state; what is
/// inherited keeps the base member as its target, because its names mean something only there. One instance serves
/// a compilation, and all threads.
internal sealed class AnnotationReader
{
    private readonly Compilation _compilation;
    private readonly ModelLines _models;
    private readonly AttributeDecoder _decoder;
    private readonly InheritedContracts _inherited;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Annotation>> _declared = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Annotation>> _returned = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Annotation>> _contracts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Annotation?> _capabilities = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Annotation?> _scopes = new(SymbolEqualityComparer.Default);

    public AnnotationReader(Compilation compilation, ModelLines models)
    {
        _compilation = compilation;
        _models = models;
        _decoder = new AttributeDecoder(compilation);
        _inherited = new InheritedContracts(Contract);
    }

    /// What is written on the symbol itself. For either side of an auto-property what is written on both; for an
    /// accessor only its own.
    public ImmutableArray<Annotation> Declared(ISymbol symbol) => _declared.GetOrAdd(StateSymbol.Of(symbol), Read);

    /// `[return: …]`.
    public ImmutableArray<Annotation> Returned(IMethodSymbol method) =>
        _returned.GetOrAdd(StateSymbol.Of(method), s =>
        {
            var definition = (IMethodSymbol)s;
            return Decode(Parts(definition).SelectMany(p => p.GetReturnTypeAttributes()), definition).AddRange(_models.ReturnOf(definition));
        });

    /// What binds the callers and the body of a method: its own contract, for an accessor its property's or event's
    /// too, for a delegate's `Invoke` the delegate type's, and by families what it inherits.
    public ImmutableArray<Annotation> Contract(IMethodSymbol method) =>
        _contracts.GetOrAdd(StateSymbol.Of(method), s => _inherited.Complete((IMethodSymbol)s, OwnContract((IMethodSymbol)s)));

    public bool IsCapabilityType(ITypeSymbol? type) => CapabilityOf(type) is not null || IsScopeType(type);

    public bool IsScopeType(ITypeSymbol? type) => OnType(type, AnnotationKind.ScopedCapability, _scopes) is not null;

    /// The `Capability` annotation of the type, its nearest base or an interface.
    public Annotation? CapabilityOf(ITypeSymbol? type) => OnType(type, AnnotationKind.Capability, _capabilities);

    /// `NoCapabilityAnalysis` on it, on what contains it, or on the assembly.
    public bool IsUnchecked(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (HasNoAnalysis(current) || (current is IMethodSymbol { AssociatedSymbol: { } associated } && HasNoAnalysis(associated)))
            {
                return true;
            }
        }

        return symbol.ContainingAssembly is { } assembly && HasNoAnalysis(assembly);
    }

    private bool HasNoAnalysis(ISymbol symbol) => Declared(symbol).Any(a => a.Kind == AnnotationKind.NoCapabilityAnalysis);

    private ImmutableArray<Annotation> Read(ISymbol symbol)
    {
        var own = symbol switch
        {
            IMethodSymbol method => Decode(Parts(method).SelectMany(p => p.GetAttributes()), method),
            IPropertySymbol property => Decode(property.GetAttributes().Concat(StateSymbol.BackingField(property)?.GetAttributes() ?? Enumerable.Empty<AttributeData>()), property)
                .AddRange(Decode(StateSymbol.PositionalParameters(property).SelectMany(p => p.GetAttributes()), property).Where(a => a.Kind.IsDiscipline())),
            IParameterSymbol parameter when StateSymbol.PositionalProperty(parameter) is not null =>
                Decode(parameter.GetAttributes(), parameter).RemoveAll(a => a.Kind.IsDiscipline()),
            _ => Decode(symbol.GetAttributes(), symbol),
        };
        return own.AddRange(_models.Of(symbol));
    }

    /// Both parts of a partial method: the compiler merges them on one side only.
    private static IEnumerable<IMethodSymbol> Parts(IMethodSymbol method) =>
        new[] { method, method.PartialDefinitionPart, method.PartialImplementationPart }.OfType<IMethodSymbol>();

    private ImmutableArray<Annotation> Decode(IEnumerable<AttributeData> attributes, ISymbol target)
    {
        var annotations = ImmutableArray.CreateBuilder<Annotation>();
        var seen = new HashSet<(SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan)>();
        foreach (var attribute in attributes)
        {
            if (AttributeDecoder.KindOf(attribute.AttributeClass) is not null
                && (attribute.ApplicationSyntaxReference is not { } place || seen.Add((place.SyntaxTree, place.Span)))
                && _decoder.Decode(attribute, target) is { } annotation)
            {
                annotations.Add(annotation);
            }
        }

        return annotations.ToImmutable();
    }

    private ImmutableArray<Annotation> OwnContract(IMethodSymbol method)
    {
        var own = Declared(method);
        if (method.AssociatedSymbol is IPropertySymbol or IEventSymbol)
        {
            own = own.AddRange(Declared(method.AssociatedSymbol));
        }
        else if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            own = own.AddRange(Declared(method.ContainingType));
        }

        return own.RemoveAll(a => a.Kind.Contract() == ContractFamily.None);
    }

    private Annotation? OnType(ITypeSymbol? type, AnnotationKind kind, ConcurrentDictionary<ISymbol, Annotation?> cache, int depth = 0) => type switch
    {
        INamedTypeSymbol named => cache.GetOrAdd(named.OriginalDefinition, t => FindOnType((INamedTypeSymbol)t, kind)),
        ITypeParameterSymbol parameter when depth < 8 =>
            parameter.ConstraintTypes.Select(c => OnType(c, kind, cache, depth + 1)).FirstOrDefault(a => a is not null),
        _ => null,
    };

    private Annotation? FindOnType(INamedTypeSymbol type, AnnotationKind kind)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Declared(current).FirstOrDefault(a => a.Kind == kind) is { } found)
            {
                return found;
            }
        }

        return type.AllInterfaces.SelectMany(i => Declared(i)).FirstOrDefault(a => a.Kind == kind);
    }
}

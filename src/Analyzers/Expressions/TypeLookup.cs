using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capability.Analyzers.Expressions;

/// The types and namespaces that a simple name means in a scope.
/// <param name="ByUsing">Found through a `using` or an alias only: metadata does not keep those.</param>
internal sealed record FoundTypes(ImmutableArray<INamespaceOrTypeSymbol> Symbols, bool ByUsing);

internal sealed class TypeLookup
{
    private static readonly FoundTypes None = new(ImmutableArray<INamespaceOrTypeSymbol>.Empty, false);

    private readonly SemanticModels _models;
    private readonly ConcurrentDictionary<(ISymbol, string, int), FoundTypes> _found = new();

    public TypeLookup(SemanticModels models) => _models = models;

    private Compilation Compilation => _models.Compilation;

    /// First what the declaration itself tells (nested types, then namespaces outward), which metadata tells too;
    /// then, in source, what its file imports.
    public FoundTypes Find(NameScope scope, string name, int arity) =>
        _found.GetOrAdd((scope.Context, name, arity), _ =>
        {
            var plain = Nested(scope, name, arity);
            plain = plain.IsEmpty ? Outward(scope, name, arity) : plain;
            return !plain.IsEmpty ? new FoundTypes(plain, false) : scope.IsSource ? Imported(scope.Context, name, arity) : None;
        });

    /// What a qualified name means in a namespace or a type.
    public ImmutableArray<INamespaceOrTypeSymbol> In(INamespaceOrTypeSymbol container, string name, int arity) => container switch
    {
        INamespaceSymbol space => Visible(space.GetMembers(name), arity),
        ITypeSymbol type => Visible(MemberIdentity.Bases(type).SelectMany(t => t.GetTypeMembers(name, arity)).Take(1), arity),
        _ => ImmutableArray<INamespaceOrTypeSymbol>.Empty,
    };

    /// The static members that `using static` brings into scope.
    public ImmutableArray<ISymbol> ImportedMembers(NameScope scope, string name) =>
        Position(scope.Context) is var (model, position)
            ? model.LookupStaticMembers(position, name: name)
                .Where(m => m is IFieldSymbol or IPropertySymbol or IMethodSymbol { Parameters.IsEmpty: true }).ToImmutableArray()
            : ImmutableArray<ISymbol>.Empty;

    /// The locals and parameters of the body around a local function or lambda.
    public ISymbol? Surrounding(NameScope scope, string name) =>
        scope.Nested is { } nested && _models.Of(nested.SyntaxTree) is { } model
            ? model.LookupSymbols(nested.SpanStart, name: name).FirstOrDefault(s => s is ILocalSymbol or IParameterSymbol) : null;

    public (SemanticModel Model, int Position)? Position(ISymbol context) =>
        (context.DeclaringSyntaxReferences.FirstOrDefault() ?? context.ContainingType?.DeclaringSyntaxReferences.FirstOrDefault()) is { } reference
            && _models.Of(reference.SyntaxTree) is { } model ? (model, reference.Span.Start) : null;

    private ImmutableArray<INamespaceOrTypeSymbol> Nested(NameScope scope, string name, int arity)
    {
        for (ISymbol? current = scope.Context; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            var parameters = current switch
            {
                IMethodSymbol method => method.TypeParameters,
                INamedTypeSymbol type => type.TypeParameters,
                _ => ImmutableArray<ITypeParameterSymbol>.Empty,
            };
            if (arity == 0 && parameters.FirstOrDefault(p => p.Name == name) is { } parameter)
            {
                return ImmutableArray.Create<INamespaceOrTypeSymbol>(parameter);
            }

            if (current is INamedTypeSymbol container && In(container, name, arity) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return ImmutableArray<INamespaceOrTypeSymbol>.Empty;
    }

    private ImmutableArray<INamespaceOrTypeSymbol> Outward(NameScope scope, string name, int arity)
    {
        for (var space = scope.Context.ContainingNamespace ?? Compilation.GlobalNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (Compilation.GetCompilationNamespace(space) is { } merged && In(merged, name, arity) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return In(Compilation.GlobalNamespace, name, arity);
    }

    private FoundTypes Imported(ISymbol context, string name, int arity)
    {
        if (Position(context) is not var (model, position))
        {
            return None;
        }

        var symbols = model.LookupNamespacesAndTypes(position, name: name).Select(s => s is IAliasSymbol alias ? alias.Target : s as INamespaceOrTypeSymbol);
        return new FoundTypes(Visible(symbols.OfType<INamespaceOrTypeSymbol>(), arity), true);
    }

    /// Our own types before others', accessible ones before those that are not; several of one rank are ambiguous.
    private ImmutableArray<INamespaceOrTypeSymbol> Visible(System.Collections.Generic.IEnumerable<INamespaceOrTypeSymbol> symbols, int arity)
    {
        var all = symbols.Where(s => s is INamespaceSymbol || (s is INamedTypeSymbol type && type.Arity == arity) || (s is ITypeSymbol and not INamedTypeSymbol && arity == 0))
            .Distinct<INamespaceOrTypeSymbol>(SymbolEqualityComparer.Default).ToImmutableArray();
        if (all.Length < 2)
        {
            return all;
        }

        var own = all.Where(s => SymbolEqualityComparer.Default.Equals(s.ContainingAssembly, Compilation.Assembly)).ToImmutableArray();
        var accessible = all.Where(s => s is INamespaceSymbol || Compilation.IsSymbolAccessibleWithin(s, Compilation.Assembly)).ToImmutableArray();
        var sameNamespace = all.All(s => SymbolEqualityComparer.Default.Equals(s.ContainingSymbol, all[0].ContainingSymbol)
            || s.ContainingNamespace?.ToDisplayString() == all[0].ContainingNamespace?.ToDisplayString());
        return own.Length == 1 && sameNamespace ? own : accessible.IsEmpty ? all : accessible;
    }
}

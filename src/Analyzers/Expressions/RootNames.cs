using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// What the first name of a text means, types aside: in this order `return`, parameters, the locals around a local
/// function, members of the type and its bases, captured parameters, static members of the types around it.
internal sealed class RootNames
{
    private readonly Compilation _compilation;
    private readonly TypeLookup _types;
    private readonly NameScope _scope;

    public RootNames(Compilation compilation, TypeLookup types, NameScope scope)
    {
        _compilation = compilation;
        _types = types;
        _scope = scope;
    }

    /// The type whose static member a `using static` brought in.
    public INamedTypeSymbol? FoundByUsing { get; private set; }

    public Denoted? Find(string name)
    {
        if (name == PathSyntax.ReturnName)
        {
            return _scope.ReturnType is { SpecialType: not SpecialType.System_Void } returned ? Denoted.Of(new ReturnPath(Awaited(returned))) : Denoted.Unresolved("nothing is returned here");
        }

        if (_scope.Parameters.FirstOrDefault(p => p.Name == name) is { } parameter)
        {
            return Denoted.Of(new ParameterPath(parameter));
        }

        switch (_types.Surrounding(_scope, name))
        {
            case ILocalSymbol local:
                return Denoted.Of(new LocalPath(local));
            case IParameterSymbol outer when !_scope.Captured.Contains(outer, SymbolEqualityComparer.Default):
                return Denoted.Of(new ParameterPath(outer));
        }

        if (_scope.Type is { } type && MemberLookup.Find(type, name, _compilation.Assembly) is { IsEmpty: false } members)
        {
            return OfThis(type, members, name);
        }

        if (_scope.Captured.FirstOrDefault(p => p.Name == name) is { } captured && _scope.StaticMember is null)
        {
            return Denoted.Of(new MemberPath(new ThisPath(_scope.Type), captured));
        }

        foreach (var outer in _scope.Outer())
        {
            if (MemberLookup.Find(outer, name, _compilation.Assembly) is { IsEmpty: false } found)
            {
                return found[0].IsStatic ? PathResolver.Static(found[0]) : Denoted.Unresolved("it is an instance member of the enclosing type '" + outer.Name + "'");
            }
        }

        if (_scope.IsSource && _types.Find(_scope, name, 0).Symbols.IsEmpty
            && _types.ImportedMembers(_scope, name).FirstOrDefault(m => m is not IMethodSymbol) is { } imported)
        {
            FoundByUsing ??= imported.ContainingType;
            return PathResolver.Static(imported);
        }

        return null;
    }

    /// A contract about the result of a task is about the object that awaiting it gives.
    private static ITypeSymbol Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks"
            ? arguments[0] : type;

    private Denoted OfThis(INamedTypeSymbol type, ImmutableArray<ISymbol> members, string name) =>
        members.Length > 1 ? Denoted.Unresolved(PathResolver.Ambiguity(members))
            : members[0].IsStatic ? PathResolver.Static(members[0])
            : _scope.Context is INamedTypeSymbol { TypeKind: TypeKind.Delegate } ? Denoted.Unresolved("'" + name + "' is an instance member of the enclosing type '" + type.Name + "'")
            : _scope.StaticMember is not null ? Denoted.Unresolved("'" + name + "' is an instance member, and there is no 'this' here")
            : Denoted.Of(new MemberPath(new ThisPath(type), members[0]));

    public Denoted? InvokeParameter(string name) =>
        _scope.InvokeParameters.FirstOrDefault(p => p.Name == name) is { } parameter ? Denoted.Of(new ParameterPath(parameter)) : null;
}

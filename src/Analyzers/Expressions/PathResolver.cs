using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Expressions;

/// Resolves the names of one text as the body of the annotated member would, accessibility and order of declaration
/// aside: parameters, members of the type and its bases, static members of the types around it, types.
internal sealed class PathResolver
{
    private readonly Compilation _compilation;
    private readonly TypeLookup _types;
    private readonly NameScope _scope;
    private readonly INamedTypeSymbol? _owner;
    private readonly bool _isNameof;
    private readonly Func<ITypeSymbol, bool> _isKeyed;
    private readonly RootNames _roots;
    private INamedTypeSymbol? _foundByUsing;

    public PathResolver(Compilation compilation, TypeLookup types, NameScope scope, INamedTypeSymbol? owner, bool isNameof, Func<ITypeSymbol, bool> isKeyed)
    {
        _compilation = compilation;
        _types = types;
        _scope = scope;
        _owner = owner;
        _isNameof = isNameof;
        _isKeyed = isKeyed;
        _roots = new RootNames(compilation, types, scope);
    }

    /// A type that only a `using` or an alias of the file found.
    public INamedTypeSymbol? FoundByUsing => _foundByUsing ?? _roots.FoundByUsing;

    private bool MayBeOpaque => _scope.Origin == AnnotationOrigin.Metadata;

    /// The whole text. A type is a role only where its objects are capabilities, which the caller decides.
    public Denoted Resolve(ExpressionSyntax syntax)
    {
        var denoted = Expression(syntax);
        return denoted is { Path: null, Error: null } ? denoted.Containers switch
        {
            { Length: 1 } and var only when only[0] is INamedTypeSymbol type => Denoted.Of(new TypePath(type)),
            { Length: 1 } and var only when only[0] is ITypeParameterSymbol parameter => Denoted.NoCapability("'" + parameter.Name + "' is a type parameter"),
            { Length: 1 } => Denoted.Unresolved("it is a namespace"),
            _ => Denoted.Unresolved(Ambiguity(denoted.Containers)),
        } : denoted;
    }

    private Denoted Expression(ExpressionSyntax syntax)
    {
        switch (syntax)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Expression(parenthesized.Expression);
            case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                return Expression(suppressed.Operand);
            case ThisExpressionSyntax:
                return This();
            case BaseExpressionSyntax:
                return This() is { Path: ThisPath { Type.BaseType: { } type } } ? Denoted.Of(new ThisPath(type)) : This();
            case SimpleNameSyntax name:
                return Name(name);
            case PredefinedTypeSyntax predefined:
                return SpecialTypeOf(predefined) is { } special ? Denoted.In(ImmutableArray.Create<INamespaceOrTypeSymbol>(special)) : Denoted.Unresolved("it is no type");
            case MemberAccessExpressionSyntax access when access.IsKind(SyntaxKind.SimpleMemberAccessExpression):
                return Access(access.Expression, access.Name);
            case QualifiedNameSyntax qualified:
                return Access(qualified.Left, qualified.Right);
            case AliasQualifiedNameSyntax { Alias.Identifier.ValueText: "global" } global:
                return Member(Denoted.In(ImmutableArray.Create<INamespaceOrTypeSymbol>(_compilation.GlobalNamespace)), global.Name);
            case AliasQualifiedNameSyntax aliased:
                return Member(Name(aliased.Alias), aliased.Name);
            case ElementAccessExpressionSyntax element:
                return Element(element);
            case InvocationExpressionSyntax call:
                return Call(call);
            case LiteralExpressionSyntax or DefaultExpressionSyntax:
                return Denoted.NoCapability("it is no object that a thread can hold");
            case TypeOfExpressionSyntax:
                return Denoted.Unresolved("a type is named by a typeof argument, not in a text");
            default:
                return Denoted.Unresolved("it is not a name or a path of names");
        }
    }

    private Denoted This() => _owner is not null
        ? Denoted.Unresolved("the names are static members of '" + _owner.Name + "'")
        : _scope.Type is { } type && !IsStaticContract ? Denoted.Of(new ThisPath(type)) : Denoted.Unresolved("there is no 'this' here");

    private bool IsStaticContract => _scope.StaticMember is not null;

    private Denoted Name(SimpleNameSyntax syntax)
    {
        var name = syntax.Identifier.ValueText;
        var arity = (syntax as GenericNameSyntax)?.Arity ?? 0;
        if (_owner is not null)
        {
            return NameInOwner(syntax, name, arity);
        }

        if (arity == 0 && _roots.Find(name) is { } root)
        {
            return root;
        }

        var found = _types.Find(_scope, name, arity);
        if (!found.Symbols.IsEmpty)
        {
            _foundByUsing ??= found is { ByUsing: true, Symbols.Length: 1 } ? found.Symbols[0] as INamedTypeSymbol : null;
            return Denoted.In(Construct(found.Symbols, syntax));
        }

        if (arity == 0 && _roots.InvokeParameter(name) is { } invoked)
        {
            return invoked;
        }

        if (MayBeOpaque && (_scope.Type ?? _scope.Context as INamedTypeSymbol) is { } declaring)
        {
            return Denoted.Of(new OpaqueMemberPath(IsStaticContract || _scope.Context.IsStatic ? null : new ThisPath(declaring), declaring, name));
        }

        return Denoted.Unresolved(
            _scope.Type is { } owner && MemberLookup.HasMethod(owner, name) ? "it is a method; a call without arguments is written '" + name + "()'"
                : "there is no such name here",
            Misspelling.Of(name, _scope.Names()));
    }

    private Denoted NameInOwner(SimpleNameSyntax syntax, string name, int arity)
    {
        if (arity == 0 && MemberLookup.Find(_owner!, name, _compilation.Assembly) is { IsEmpty: false } members)
        {
            return members[0].IsStatic ? Static(members[0]) : Denoted.Unresolved("'" + name + "' is no static member of '" + _owner!.Name + "'");
        }

        // Only nameof may repeat the owner before its member.
        if (_isNameof && syntax.Parent is MemberAccessExpressionSyntax or QualifiedNameSyntax)
        {
            var found = _types.Find(_scope, name, arity).Symbols;
            if (!found.IsEmpty)
            {
                return Denoted.In(Construct(found, syntax));
            }
        }

        return MayBeOpaque
            ? Denoted.Of(new OpaqueMemberPath(null, _owner!, name))
            : Denoted.Unresolved("'" + _owner!.Name + "' has no such static member", Misspelling.Of(name, MemberLookup.Names(_owner!, onlyStatic: true)));
    }

    internal static Denoted Static(ISymbol member) => Denoted.Of(new MemberPath(null, member));

    private Denoted Access(ExpressionSyntax left, SimpleNameSyntax name)
    {
        var receiver = Expression(left);
        var result = Member(receiver, name);

        // A member and a type of one name: what the member does not have, the type may.
        if (result is { Path: null, Error: not null } && receiver.Path is not null && left is SimpleNameSyntax simple && _owner is null
            && _types.Find(_scope, simple.Identifier.ValueText, (simple as GenericNameSyntax)?.Arity ?? 0) is { Symbols.IsEmpty: false } types)
        {
            var other = Member(Denoted.In(Construct(types.Symbols, simple)), name);
            return other.Error is null ? other : result;
        }

        return result;
    }

    private Denoted Member(Denoted receiver, SimpleNameSyntax syntax)
    {
        var name = syntax.Identifier.ValueText;
        var arity = (syntax as GenericNameSyntax)?.Arity ?? 0;
        if (receiver.Error is not null)
        {
            return receiver;
        }

        if (receiver.Path is { } path)
        {
            return MemberOf(path, name);
        }

        if (receiver.Containers.Length != 1)
        {
            return Denoted.Unresolved(Ambiguity(receiver.Containers));
        }

        var container = receiver.Containers[0];
        if (arity == 0 && container is ITypeSymbol type && MemberLookup.Find(type, name, _compilation.Assembly) is { IsEmpty: false } members)
        {
            return members[0].IsStatic ? Static(members[0]) : InstanceOfType(type, members[0]);
        }

        if (_types.In(container, name, arity) is { IsEmpty: false } nested)
        {
            return Denoted.In(Construct(nested, syntax));
        }

        return MayBeOpaque && container is INamedTypeSymbol declaring
            ? Denoted.Of(new OpaqueMemberPath(null, declaring, name))
            : Denoted.Unresolved("'" + container.Name + "' has no member '" + name + "'",
                container is ITypeSymbol named ? Misspelling.Of(name, MemberLookup.Names(named, onlyStatic: true)) : null);
    }

    private Denoted MemberOf(CapabilityPath path, string name)
    {
        if (path.Type is not { TypeKind: not TypeKind.Error } type)
        {
            return MayBeOpaque && (_scope.Type ?? _owner) is { } declaring
                ? Denoted.Of(new OpaqueMemberPath(path, (path as OpaqueMemberPath)?.DeclaringType ?? declaring, name))
                : Denoted.Unresolved("the type of '" + path.Display + "' is not known");
        }

        var members = MemberLookup.Find(type, name, _compilation.Assembly);
        return members.Length switch
        {
            1 when members[0].IsStatic => Static(members[0]),
            1 => Denoted.Of(new MemberPath(path, members[0])),
            > 1 => Denoted.Unresolved(Ambiguity(members)),
            _ when MayBeOpaque && type is INamedTypeSymbol declaring => Denoted.Of(new OpaqueMemberPath(path, declaring.OriginalDefinition, name)),
            _ => Denoted.Unresolved(
                MemberLookup.HasMethod(type, name) ? "'" + name + "' is a method; a call without arguments is written '" + name + "()'"
                    : "'" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "' has no member '" + name + "'",
                Misspelling.Of(name, MemberLookup.Names(type))),
        };
    }

    /// `nameof(Type._gate)` is how C# lets the own type's instance member be named from anywhere in it.
    private Denoted InstanceOfType(ITypeSymbol type, ISymbol member)
    {
        var isOwn = MemberIdentity.Bases(_scope.Type).Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition))
            || _scope.Type?.AllInterfaces.Any(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition)) == true;
        return !_isNameof || !isOwn || _owner is not null
            ? Denoted.Unresolved("'" + member.Name + "' is an instance member of '" + type.Name + "'")
            : IsStaticContract ? Denoted.Unresolved("'" + member.Name + "' is an instance member, and there is no 'this' here")
            : Denoted.Of(new MemberPath(new ThisPath(_scope.Type), member));
    }

    private Denoted Call(InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count > 0)
        {
            return Denoted.Unresolved("only calls without arguments can be named");
        }

        var (receiver, name) = call.Expression switch
        {
            IdentifierNameSyntax simple => (Denoted.In(ImmutableArray<INamespaceOrTypeSymbol>.Empty), simple.Identifier.ValueText),
            MemberAccessExpressionSyntax access => (Expression(access.Expression), access.Name.Identifier.ValueText),
            _ => (Denoted.Unresolved("it is not a name or a path of names"), ""),
        };
        if (receiver.Error is not null)
        {
            return receiver;
        }

        if (receiver.Path is { } path)
        {
            return path.Type is { } type && (MemberLookup.Method(type, name, _compilation.Assembly) ?? Extension(type, name)) is { } method
                ? Denoted.Of(new CallPath(method is { IsStatic: true, IsExtensionMethod: false } ? null : path, method))
                : NoMethod(path.Type, name);
        }

        if (receiver.Containers.Length == 1 || (_owner is not null && receiver.Containers.IsEmpty))
        {
            var container = receiver.Containers.IsEmpty ? _owner! : receiver.Containers[0] as ITypeSymbol;
            return container is not null && MemberLookup.Method(container, name, _compilation.Assembly) is { } method
                ? method.IsStatic ? Denoted.Of(new CallPath(null, method)) : Denoted.Unresolved("'" + name + "' is an instance method of '" + container.Name + "'")
                : NoMethod(container, name);
        }

        return receiver.Containers.IsEmpty ? OwnCall(name) : Denoted.Unresolved(Ambiguity(receiver.Containers));
    }

    private Denoted OwnCall(string name)
    {
        if (_scope.Type is { } type && MemberLookup.Method(type, name, _compilation.Assembly) is { } own)
        {
            return own.IsStatic ? Denoted.Of(new CallPath(null, own))
                : IsStaticContract ? Denoted.Unresolved("'" + name + "' is an instance method, and there is no 'this' here")
                : Denoted.Of(new CallPath(new ThisPath(type), own));
        }

        return _scope.Outer().Select(t => MemberLookup.Method(t, name, _compilation.Assembly)).FirstOrDefault(m => m is not null) is { } outer
            ? outer.IsStatic ? Denoted.Of(new CallPath(null, outer)) : Denoted.Unresolved("it is an instance method of the enclosing type '" + outer.ContainingType.Name + "'")
            : NoMethod(_scope.Type, name);
    }

    private Denoted NoMethod(ITypeSymbol? type, string name) =>
        Denoted.Unresolved("there is no method '" + name + "' without parameters",
            type is null ? null : Misspelling.Of(name, type.GetMembers().OfType<IMethodSymbol>().Where(m => m.Parameters.IsEmpty && m.CanBeReferencedByName).Select(m => m.Name)));

    private IMethodSymbol? Extension(ITypeSymbol type, string name) =>
        _scope.IsSource && _types.Position(_scope.Context) is var (model, position)
            ? model.LookupSymbols(position, type, name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>()
                .FirstOrDefault(m => m.ReducedFrom is not null && m.Parameters.IsEmpty)?.ReducedFrom
            : null;

    private Denoted Element(ElementAccessExpressionSyntax element)
    {
        var array = Expression(element.Expression);
        if (array.Path is not { } path)
        {
            return array.Error is not null ? array : Denoted.Unresolved("only an object has elements");
        }

        var indices = ImmutableArray.CreateBuilder<IndexArgument>();
        foreach (var argument in element.ArgumentList.Arguments)
        {
            if (Constant(argument.Expression) is { HasValue: true } constant)
            {
                indices.Add(new IndexArgument(constant.Value, null));
            }
            else if (Expression(argument.Expression) is { Path: { } index })
            {
                indices.Add(index is MemberPath { Symbol: IFieldSymbol { HasConstantValue: true } field } ? new IndexArgument(field.ConstantValue, null) : new IndexArgument(null, index));
            }
            else
            {
                return Denoted.Unresolved("an index is a constant or a path");
            }
        }

        return (path.Type as IArrayTypeSymbol) is { } arrayType && arrayType.Rank == indices.Count ? Denoted.Of(new IndexPath(path, indices.ToImmutable(), arrayType.ElementType))
            : path.Type is { } type && MemberLookup.Indexer(type, indices.Count, _compilation.Assembly) is { } indexer
                ? Denoted.Of(new IndexPath(path, indices.ToImmutable(), indexer.Type))
            // The lock of a key is a lock of the same kind.
            : path.Type is { } keyed && _isKeyed(keyed) ? Denoted.Of(new IndexPath(path, indices.ToImmutable(), keyed))
            : MayBeOpaque ? Denoted.Of(new IndexPath(path, indices.ToImmutable(), null))
            : Denoted.Unresolved("'" + path.Display + "' has no such elements");
    }

    private static Optional<object?> Constant(ExpressionSyntax syntax) => syntax switch
    {
        LiteralExpressionSyntax literal when !literal.IsKind(SyntaxKind.DefaultLiteralExpression) => new Optional<object?>(literal.Token.Value),
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: int value } } minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => new Optional<object?>(-value),
        _ => default(Optional<object?>),
    };

    private ImmutableArray<INamespaceOrTypeSymbol> Construct(ImmutableArray<INamespaceOrTypeSymbol> symbols, SimpleNameSyntax syntax)
    {
        if (syntax is not GenericNameSyntax { TypeArgumentList.Arguments: var arguments } || symbols.Length != 1 || symbols[0] is not INamedTypeSymbol generic)
        {
            return symbols;
        }

        var types = arguments.Select(TypeArgument).OfType<ITypeSymbol>().ToArray();
        return types.Length == generic.Arity ? ImmutableArray.Create<INamespaceOrTypeSymbol>(generic.OriginalDefinition.Construct(types)) : symbols;
    }

    private ITypeSymbol? TypeArgument(TypeSyntax syntax) => syntax switch
    {
        NullableTypeSyntax nullable => TypeArgument(nullable.ElementType),
        ArrayTypeSyntax array => TypeArgument(array.ElementType) is { } element ? _compilation.CreateArrayTypeSymbol(element, array.RankSpecifiers[0].Rank) : null,
        _ => Expression(syntax) is { Containers: { Length: 1 } found } ? found[0] as ITypeSymbol : null,
    };

    private INamedTypeSymbol? SpecialTypeOf(PredefinedTypeSyntax syntax) => syntax.Keyword.Kind() switch
    {
        SyntaxKind.ObjectKeyword => _compilation.GetSpecialType(SpecialType.System_Object),
        SyntaxKind.StringKeyword => _compilation.GetSpecialType(SpecialType.System_String),
        SyntaxKind.BoolKeyword => _compilation.GetSpecialType(SpecialType.System_Boolean),
        SyntaxKind.ByteKeyword => _compilation.GetSpecialType(SpecialType.System_Byte),
        SyntaxKind.CharKeyword => _compilation.GetSpecialType(SpecialType.System_Char),
        SyntaxKind.IntKeyword => _compilation.GetSpecialType(SpecialType.System_Int32),
        SyntaxKind.LongKeyword => _compilation.GetSpecialType(SpecialType.System_Int64),
        SyntaxKind.DoubleKeyword => _compilation.GetSpecialType(SpecialType.System_Double),
        SyntaxKind.DecimalKeyword => _compilation.GetSpecialType(SpecialType.System_Decimal),
        _ => null,
    };

    internal static string Ambiguity(IEnumerable<ISymbol> symbols) =>
        "it is ambiguous between " + string.Join(" and ", symbols.Select(s => "'" + (s is INamespaceOrTypeSymbol ? s.ToDisplayString() : s.ContainingType.Name + "." + s.Name) + "'"));
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// One member that syntax declares: how many arguments it takes, and the type it returns or has.
internal sealed record DeclaredMember(string Type, MemberDeclarationSyntax Syntax, TypeSyntax? Returned, int Least, int Most, bool IsExtension);

/// The types of a compilation by their simple names, as far as syntax tells them: bases, members, and the type of an
/// expression. Types of one name are one. It may not know, but what it knows is so.
internal sealed class SyntaxTypes
{
    /// The type of an expression that is declared elsewhere, so that its members have no source.
    public const string Foreign = "";

    private const int MaxDepth = 16;

    private readonly Dictionary<string, List<TypeDeclarationSyntax>> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withBody = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _hierarchies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DeclaredMember>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), DeclaredMember[]> _found = new();

    public SyntaxTypes(IEnumerable<SyntaxTree> trees, CancellationToken token)
    {
        foreach (var tree in trees)
        {
            token.ThrowIfCancellationRequested();
            foreach (var type in tree.GetRoot(token).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
            {
                Of(_parts, type.Identifier.ValueText).Add(type);
                foreach (var member in type.Members)
                    Declare(type.Identifier.ValueText, member);
            }
        }
    }

    /// Whether some member of this name has a body.
    public bool HasBody(string name) => _withBody.Contains(name);

    public IEnumerable<TypeDeclarationSyntax> PartsOf(string type) => _parts.TryGetValue(type, out var parts) ? parts : Enumerable.Empty<TypeDeclarationSyntax>();

    /// The member of this name in the type, its bases, and the types around it.
    public IReadOnlyList<DeclaredMember> Members(string type, string name)
    {
        if (_found.TryGetValue((type, name), out var found))
            return found;
        found = _members.TryGetValue(name, out var declared) ? Of(type, declared) : Array.Empty<DeclaredMember>();
        _found.Add((type, name), found);
        return found;
    }

    private DeclaredMember[] Of(string type, List<DeclaredMember> declared)
    {
        if (!_hierarchies.TryGetValue(type, out var hierarchy))
            _hierarchies.Add(type, hierarchy = Hierarchy(type));
        return declared.Where(m => hierarchy.Contains(m.Type)).ToArray();
    }

    public IEnumerable<DeclaredMember> Named(string name) => _members.TryGetValue(name, out var declared) ? declared : Enumerable.Empty<DeclaredMember>();

    /// The simple name of the type of an expression, <see cref="Foreign"/>, or null when syntax cannot tell.
    public string? TypeOf(ExpressionSyntax expression, string owner, IReadOnlyDictionary<string, SyntaxNode> variables) =>
        Syntax(expression, owner, variables, 0) is { } found ? NameOf(found, expression) : null;

    private string? NameOf(SyntaxNode found, SyntaxNode place) => found switch
    {
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType, place),
        QualifiedNameSyntax qualified => NameOf(qualified.Right, place),
        AliasQualifiedNameSyntax aliased => NameOf(aliased.Name, place),
        SimpleNameSyntax { Identifier.ValueText: var name } => _parts.ContainsKey(name) ? name : IsTypeParameter(name, found) ? null : Foreign,
        TypeSyntax => Foreign,
        _ => null,
    };

    /// The type's declaration, or the syntax that names the type.
    private SyntaxNode? Syntax(ExpressionSyntax expression, string owner, IReadOnlyDictionary<string, SyntaxNode> variables, int depth)
    {
        if (depth > MaxDepth)
            return null;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Syntax(parenthesized.Expression, owner, variables, depth + 1);
            case ThisExpressionSyntax or BaseExpressionSyntax:
                return PartsOf(owner).FirstOrDefault();
            case CastExpressionSyntax cast:
                return cast.Type;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax type }:
                return type;
            case ObjectCreationExpressionSyntax creation:
                return creation.Type;
            case LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or TypeOfExpressionSyntax:
                return SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.ObjectKeyword));
            case AwaitExpressionSyntax await:
                return Syntax(await.Expression, owner, variables, depth + 1) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } awaited } ? awaited[0] : null;
            case ElementAccessExpressionSyntax element:
                return ElementOf(Syntax(element.Expression, owner, variables, depth + 1));
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax called }:
                return Returned(Members(owner, called.Identifier.ValueText));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called }:
                return MemberOf(called, owner, variables, depth);
            case MemberAccessExpressionSyntax access:
                return MemberOf(access, owner, variables, depth);
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return variables.TryGetValue(name, out var variable) ? OfVariable(variable, owner, variables, depth)
                    : Members(owner, name) is { Count: > 0 } members ? Returned(members)
                    : PartsOf(name).FirstOrDefault() ?? (SyntaxNode)expression;
            default:
                return null;
        }
    }

    private SyntaxNode? OfVariable(SyntaxNode variable, string owner, IReadOnlyDictionary<string, SyntaxNode> variables, int depth) => variable switch
    {
        TypeSyntax { IsVar: false } type => type,
        VariableDeclaratorSyntax { Initializer.Value: { } value } => Syntax(value, owner, variables, depth + 1),
        ForEachStatementSyntax forEach => ElementOf(Syntax(forEach.Expression, owner, variables, depth + 1)),
        _ => null,
    };

    private SyntaxNode? MemberOf(MemberAccessExpressionSyntax access, string owner, IReadOnlyDictionary<string, SyntaxNode> variables, int depth) =>
        Syntax(access.Expression, owner, variables, depth + 1) is not { } receiver ? null
        : NameOf(receiver, access) switch
        {
            null or Foreign => null,
            var type => Returned(Members(type, access.Name.Identifier.ValueText)),
        };

    private static SyntaxNode? Returned(IReadOnlyList<DeclaredMember> members) =>
        members.Count == 1 ? members[0].Returned : members.Select(m => m.Returned).OfType<TypeSyntax>().GroupBy(t => t.ToString(), StringComparer.Ordinal).ToList() is { Count: 1 } one ? one[0].First() : null;

    private static SyntaxNode? ElementOf(SyntaxNode? collection) => collection switch
    {
        ArrayTypeSyntax array => array.ElementType,
        NullableTypeSyntax nullable => ElementOf(nullable.ElementType),
        GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments } => arguments[0],
        _ => null,
    };

    private static bool IsTypeParameter(string name, SyntaxNode place) => place.Ancestors().Any(a => a switch
    {
        MethodDeclarationSyntax { TypeParameterList: { } list } => list.Parameters.Any(p => p.Identifier.ValueText == name),
        TypeDeclarationSyntax { TypeParameterList: { } list } => list.Parameters.Any(p => p.Identifier.ValueText == name),
        _ => false,
    });

    private HashSet<string> Hierarchy(string type)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>();
        queue.Enqueue(type);
        while (queue.Count > 0)
        {
            var next = queue.Dequeue();
            if (!found.Add(next))
                continue;
            foreach (var part in PartsOf(next))
            {
                if (part.Parent is TypeDeclarationSyntax outer)
                    queue.Enqueue(outer.Identifier.ValueText);
                foreach (var @base in part.BaseList?.Types ?? default)
                {
                    if (NameOf(@base.Type, part) is { Length: > 0 } name)
                        queue.Enqueue(name);
                }
            }
        }

        return found;
    }

    private void Declare(string type, MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case FieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                    Of(_members, variable.Identifier.ValueText).Add(new DeclaredMember(type, field, field.Declaration.Type, Mention.None, Mention.None, false));
                break;
            case PropertyDeclarationSyntax property:
                if (property.ExpressionBody is not null || property.AccessorList?.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null) == true)
                    _withBody.Add(property.Identifier.ValueText);
                Of(_members, property.Identifier.ValueText).Add(new DeclaredMember(type, property, property.Type, Mention.None, Mention.None, false));
                break;
            case IndexerDeclarationSyntax indexer:
                _withBody.Add(Mention.Indexer);
                Of(_members, Mention.Indexer).Add(new DeclaredMember(type, indexer, indexer.Type, Mention.None, Mention.None, false));
                break;
            case MethodDeclarationSyntax method:
                _withBody.Add(method.Identifier.ValueText);
                Of(_members, method.Identifier.ValueText).Add(Callable(type, method, method.ReturnType));
                break;
            case ConstructorDeclarationSyntax constructor when !constructor.Modifiers.Any(SyntaxKind.StaticKeyword):
                _withBody.Add(constructor.Identifier.ValueText);
                Of(_members, constructor.Identifier.ValueText).Add(Callable(type, constructor, null));
                break;
        }
    }

    private static DeclaredMember Callable(string type, BaseMethodDeclarationSyntax method, TypeSyntax? returned)
    {
        var parameters = method.ParameterList.Parameters;
        var isExtension = parameters.Count > 0 && parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword);
        var isOpen = parameters.Any(p => p.Modifiers.Any(SyntaxKind.ParamsKeyword));
        var least = parameters.Count(p => p.Default is null && !p.Modifiers.Any(SyntaxKind.ParamsKeyword)) - (isExtension ? 1 : 0);
        return new DeclaredMember(type, method, returned, least, isOpen ? int.MaxValue : parameters.Count, isExtension);
    }

    private static List<T> Of<T>(Dictionary<string, List<T>> index, string name)
    {
        if (!index.TryGetValue(name, out var list))
            index.Add(name, list = new List<T>());
        return list;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// A member that a body mentions: by a call with so many arguments, or as a property (none), of an object of that type.
internal readonly record struct Mention(string Name, int Arguments, string? Type)
{
    public const int None = -1;

    public const string Indexer = "[]";
}

/// What the syntax of one body says about the order of locks: which it locks, under which, and whom it mentions under
/// which. A lock is known by its declaration, `Type.name`, or `?.name` when syntax cannot tell the type.
internal sealed class LockNesting
{
    /// A lock that syntax cannot tell: any.
    public const string Anything = "*";

    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _entered = new(StringComparer.Ordinal);
    private readonly HashSet<Mention> _mentions = new();
    private readonly HashSet<(string Held, string Inner)> _nested = new();
    private readonly HashSet<(string Held, Mention Mention)> _under = new();
    private readonly Dictionary<string, SyntaxNode> _variables = new(StringComparer.Ordinal);
    private readonly SyntaxTypes _types;
    private readonly Func<string, bool> _takes;
    private readonly string _owner;

    private LockNesting(SyntaxNode body, SyntaxTypes types, Func<string, bool> takes)
    {
        _types = types;
        _takes = takes;
        _owner = body.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "";
        NoteParameters(body.FirstAncestorOrSelf<MemberDeclarationSyntax>());
        Walk(body, new List<string>());
        // Where a member of a lock is called, the body may hold it from then on.
        foreach (var entered in _entered)
        {
            _nested.UnionWith(_locks.Select(inner => (entered, inner)));
            _under.UnionWith(_mentions.Select(mention => (entered, mention)));
        }
    }

    /// What it locks itself.
    public IReadOnlyCollection<string> Locks => _locks;

    public IReadOnlyCollection<Mention> Mentions => _mentions;

    /// A lock inside another.
    public IReadOnlyCollection<(string Held, string Inner)> Nested => _nested;

    /// A member that is mentioned where a lock is held.
    public IReadOnlyCollection<(string Held, Mention Mention)> Under => _under;

    public static LockNesting Of(SyntaxNode body, SyntaxTypes types, Func<string, bool> takes) => new(body, types, takes);

    private void NoteParameters(MemberDeclarationSyntax? member)
    {
        foreach (var parameter in (member as BaseMethodDeclarationSyntax)?.ParameterList.Parameters ?? (SeparatedSyntaxList<ParameterSyntax>?)(member as IndexerDeclarationSyntax)?.ParameterList.Parameters ?? default)
            _variables[parameter.Identifier.ValueText] = (SyntaxNode?)parameter.Type ?? parameter;
    }

    private void NoteVariable(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type } } variable:
                _variables[variable.Identifier.ValueText] = type.IsVar || variable.Initializer is not null && IsGate(type) ? variable : type;
                break;
            case SingleVariableDesignationSyntax designation:
                _variables[designation.Identifier.ValueText] = designation.Parent is DeclarationExpressionSyntax { Type: { IsVar: false } declared } ? declared : designation.Parent is DeclarationPatternSyntax { Type: var matched } ? matched : designation;
                break;
            case ForEachStatementSyntax forEach:
                _variables[forEach.Identifier.ValueText] = forEach.Type.IsVar ? forEach : forEach.Type;
                break;
            case ParameterSyntax parameter:
                _variables[parameter.Identifier.ValueText] = (SyntaxNode?)parameter.Type ?? parameter;
                break;
        }
    }

    private static bool IsGate(TypeSyntax type) => type is PredefinedTypeSyntax or SimpleNameSyntax { Identifier.ValueText: "Object" or "Lock" };

    /// Variables are declared before they are used, so that one walk is enough.
    private void Walk(SyntaxNode node, List<string> held)
    {
        NoteVariable(node);
        Note(node, held);
        if (node is LockStatementSyntax @lock)
        {
            Walk(@lock.Expression, held);
            var name = LockName(@lock.Expression, 0);
            if (name is not null)
                Lock(name, held);
            Walk(@lock.Statement, name is null || held.Contains(name) ? held : held.Append(name).ToList());
            return;
        }

        if (node is InvocationExpressionSyntax call && Takes(call) && LockedBy(call) is { } entered)
        {
            _entered.Add(entered);
            Lock(entered, held);
        }

        foreach (var child in node.ChildNodes())
            Walk(child, held);
    }

    private bool Takes(InvocationExpressionSyntax call) => NameOf(call.Expression) is { } name && _takes(name.Identifier.ValueText);

    private void Lock(string name, List<string> held)
    {
        _locks.Add(name);
        foreach (var outer in held)
            _nested.Add((outer, name));
    }

    private void Note(SyntaxNode node, List<string> held)
    {
        Mention? mention = node switch
        {
            InvocationExpressionSyntax call when Target(NameOf(call.Expression)) is { } name => new Mention(name, call.ArgumentList.Arguments.Count, ReceiverOf(call.Expression)),
            ObjectCreationExpressionSyntax creation when Target(NameOf(creation.Type)) is { } name => new Mention(name, creation.ArgumentList?.Arguments.Count ?? 0, name),
            ElementAccessExpressionSyntax element when _types.HasBody(Mention.Indexer) => new Mention(Mention.Indexer, Mention.None, _types.TypeOf(element.Expression, _owner, _variables)),
            ElementBindingExpressionSyntax or ImplicitElementAccessSyntax when _types.HasBody(Mention.Indexer) => new Mention(Mention.Indexer, Mention.None, null),
            IdentifierNameSyntax identifier when Target(identifier) is { } name && Named(identifier) is { } named => new Mention(name, Mention.None, ReceiverOf(named)),
            _ => null,
        };
        if (mention is not { } mentioned)
            return;
        _mentions.Add(mentioned);
        foreach (var outer in held)
            _under.Add((outer, mentioned));
    }

    /// The name, if a member with a body has it.
    private string? Target(SimpleNameSyntax? name) => name is not null && _types.HasBody(name.Identifier.ValueText) ? name.Identifier.ValueText : null;

    /// The expression that an identifier stands for as a property; null where it is something else.
    private ExpressionSyntax? Named(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Parent is InvocationExpressionSyntax called && called.Expression == access ? null : access,
        InvocationExpressionSyntax call when call.Expression == name => null,
        MemberBindingExpressionSyntax binding => binding.Parent is InvocationExpressionSyntax ? null : binding,
        _ => _variables.ContainsKey(name.Identifier.ValueText) ? null : name,
    };

    private string? ReceiverOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax => _owner,
        MemberAccessExpressionSyntax access => _types.TypeOf(access.Expression, _owner, _variables),
        MemberBindingExpressionSyntax binding when binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(c => c.WhenNotNull.Span.Contains(binding.Span)) is { } access => _types.TypeOf(access.Expression, _owner, _variables),
        _ => null,
    };

    private string? LockedBy(InvocationExpressionSyntax call)
    {
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (receiver is null || NameOf(receiver)?.Identifier.ValueText == "Monitor")
            receiver = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        if (receiver is not null)
            return LockName(receiver, 0);
        // A member of this type; if there is none, one of a lock that `using static` brings.
        return call.Expression is SimpleNameSyntax { Identifier.ValueText: var name } && _types.Members(_owner, name).Any() ? null : Anything;
    }

    /// Null for what names no lock of a declaration: a parameter, an element, the result of a call.
    private string? LockName(ExpressionSyntax expression, int depth)
    {
        const int maxDepth = 8;
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return LockName(parenthesized.Expression, depth);
            case CastExpressionSyntax cast:
                return LockName(cast.Expression, depth);
            case ThisExpressionSyntax:
                return "this." + _owner;
            case TypeOfExpressionSyntax { Type: var type }:
                return "typeof." + (NameOf(type)?.Identifier.ValueText ?? "");
            case IdentifierNameSyntax { Identifier.ValueText: var name } when _variables.TryGetValue(name, out var variable):
                return variable is VariableDeclaratorSyntax { Initializer.Value: { } value } && depth < maxDepth ? LockName(value, depth + 1) : variable is VariableDeclaratorSyntax or TypeSyntax { Parent: VariableDeclarationSyntax } ? Anything : null;
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return Declared(_owner, name, depth);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access:
                return _types.TypeOf(access.Expression, _owner, _variables) is { Length: > 0 } owner ? Declared(owner, name, depth) : "?." + name;
            default:
                return null;
        }
    }

    /// A property that only returns another member is that member.
    private string Declared(string type, string name, int depth)
    {
        if (_types.Members(type, name).FirstOrDefault() is not { } member)
            return "?." + name;
        var returned = member.Syntax is not PropertyDeclarationSyntax property ? null
            : property.ExpressionBody?.Expression ?? property.AccessorList?.Accessors.Select(a => a.ExpressionBody?.Expression ?? (a.Body is { Statements.Count: 1 } body && body.Statements[0] is ReturnStatementSyntax only ? only.Expression : null)).FirstOrDefault(e => e is not null);
        return returned switch
        {
            null => member.Type + "." + name,
            IdentifierNameSyntax other when other.Identifier.ValueText != name && depth < 8 => Declared(member.Type, other.Identifier.ValueText, depth + 1),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var last } => "?." + last,
            _ => member.Type + "." + name,
        };
    }

    private static SimpleNameSyntax? NameOf(SyntaxNode expression) => expression switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax aliased => aliased.Name,
        _ => null,
    };
}

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// A member that a body mentions: by a call with so many arguments, or as a property (none).
internal readonly record struct Mention(string Name, int Arguments)
{
    public const int None = -1;

    public const string Indexer = "[]";
}

/// What the syntax of one body says about the order of locks: which names it locks, under which, and whom it mentions
/// under which. Locks are known by the last name of their expression; what may have another name is
/// <see cref="Anything"/>.
internal sealed class LockNesting
{
    /// The name of a lock that syntax cannot tell.
    public const string Anything = "*";

    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);
    private readonly HashSet<Mention> _mentions = new();
    private readonly HashSet<(string Held, string Inner)> _nested = new();
    private readonly HashSet<(string Held, Mention Mention)> _under = new();
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _isEffect;

    private LockNesting(SyntaxNode body, Func<string, bool> isEffect)
    {
        _isEffect = isEffect;
        NoteVariables(body);
        // Where a member of a lock is called, the body may hold it from then on.
        var held = new List<string>();
        foreach (var call in body.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (NameOf(call.Expression) is { } name && isEffect(name.Identifier.ValueText))
                held.Add(LockedBy(call));
        }

        held = held.Distinct().ToList();
        foreach (var name in held)
            Lock(name, held);
        Walk(body, held);
    }

    /// The names it locks itself.
    public IReadOnlyCollection<string> Locks => _locks;

    public IReadOnlyCollection<Mention> Mentions => _mentions;

    /// A lock inside another.
    public IReadOnlyCollection<(string Held, string Inner)> Nested => _nested;

    /// A member that is mentioned where a lock is held.
    public IReadOnlyCollection<(string Held, Mention Mention)> Under => _under;

    public static LockNesting Of(SyntaxNode body, Func<string, bool> isEffect) => new(body, isEffect);

    /// What a mention of this kind can mean: how many arguments a member takes at least and at most.
    public static IEnumerable<(string Name, int Least, int Most)> Declared(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => Range(method.Identifier.ValueText, method.ParameterList),
        ConstructorDeclarationSyntax constructor => Range(constructor.Identifier.ValueText, constructor.ParameterList),
        PropertyDeclarationSyntax property => new[] { (property.Identifier.ValueText, Mention.None, Mention.None) },
        IndexerDeclarationSyntax => new[] { (Mention.Indexer, Mention.None, Mention.None) },
        _ => Array.Empty<(string, int, int)>(),
    };

    private static IEnumerable<(string, int, int)> Range(string name, ParameterListSyntax list)
    {
        var parameters = list.Parameters;
        var isExtension = parameters.Count > 0 && parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword);
        var least = parameters.Count(p => p.Default is null && !p.Modifiers.Any(SyntaxKind.ParamsKeyword)) - (isExtension ? 1 : 0);
        return new[] { (name, least, parameters.Any(p => p.Modifiers.Any(SyntaxKind.ParamsKeyword)) ? int.MaxValue : parameters.Count) };
    }

    private void NoteVariables(SyntaxNode body)
    {
        var member = body.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        foreach (var parameter in (member as BaseMethodDeclarationSyntax)?.ParameterList.Parameters ?? (member as IndexerDeclarationSyntax)?.ParameterList.Parameters ?? default)
            _variables.Add(parameter.Identifier.ValueText);
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax variable:
                    _variables.Add(variable.Identifier.ValueText);
                    break;
                case SingleVariableDesignationSyntax designation:
                    _variables.Add(designation.Identifier.ValueText);
                    break;
                case ForEachStatementSyntax forEach:
                    _variables.Add(forEach.Identifier.ValueText);
                    break;
                case ParameterSyntax parameter:
                    _variables.Add(parameter.Identifier.ValueText);
                    break;
            }
        }
    }

    private void Walk(SyntaxNode node, List<string> held)
    {
        Note(node, held);
        if (node is LockStatementSyntax @lock)
        {
            Walk(@lock.Expression, held);
            var name = LockName(@lock.Expression);
            Lock(name, held);
            Walk(@lock.Statement, held.Contains(name) ? held : held.Append(name).ToList());
            return;
        }

        foreach (var child in node.ChildNodes())
            Walk(child, held);
    }

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
            InvocationExpressionSyntax call when NameOf(call.Expression) is { } name => new Mention(name.Identifier.ValueText, call.ArgumentList.Arguments.Count),
            ObjectCreationExpressionSyntax creation when NameOf(creation.Type) is { } name => new Mention(name.Identifier.ValueText, creation.ArgumentList?.Arguments.Count ?? 0),
            ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax => new Mention(Mention.Indexer, Mention.None),
            IdentifierNameSyntax identifier when !IsCalled(identifier) => new Mention(identifier.Identifier.ValueText, Mention.None),
            _ => null,
        };
        if (mention is not { } mentioned)
            return;
        _mentions.Add(mentioned);
        foreach (var outer in held)
            _under.Add((outer, mentioned));
    }

    private static bool IsCalled(IdentifierNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call => call.Expression == name,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access => access.Name == name && call.Expression == access,
        _ => false,
    };

    private string LockedBy(InvocationExpressionSyntax call)
    {
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (receiver is null || NameOf(receiver)?.Identifier.ValueText == "Monitor")
            receiver = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        return receiver is null ? Anything : LockName(receiver);
    }

    private string LockName(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => LockName(parenthesized.Expression),
        CastExpressionSyntax cast => LockName(cast.Expression),
        ThisExpressionSyntax => "this",
        TypeOfExpressionSyntax { Type: var type } => "typeof " + (NameOf(type)?.Identifier.ValueText ?? ""),
        IdentifierNameSyntax { Identifier.ValueText: var name } => _variables.Contains(name) ? Anything : name,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name,
        _ => Anything,
    };

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

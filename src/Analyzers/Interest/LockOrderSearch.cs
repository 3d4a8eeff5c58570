using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Which bodies can take part in two opposite orders of locks, by names alone: those that lock a name under another,
/// themselves or through what they call, where something somewhere does it the other way round, and everything they
/// call on the way.
///
/// Law: two locks that differ have different names, or their name is declared more than once, or it is none that syntax
/// can tell. So what is left out has no opposite. Code that never nests locks costs the walk through its `lock` bodies.
internal sealed class LockOrderSearch
{
    /// More bodies than this are not followed: past it, members that only pass a call on are left out.
    private const int MaxBodies = 20_000;

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly Func<string, bool> _isEffect;
    private readonly bool _comparesNames;
    private readonly Dictionary<SyntaxNode, LockNesting> _nestings = new();
    private readonly Dictionary<SyntaxNode, HashSet<string>> _reached = new();
    private readonly Dictionary<Mention, ImmutableArray<SyntaxNode>> _targets = new();
    private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _computed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TypeDeclarationSyntax>> _parts = new(StringComparer.Ordinal);
    private Dictionary<string, List<(int Least, int Most, MemberDeclarationSyntax Member)>>? _members;

    private LockOrderSearch(IEnumerable<SyntaxTree> trees, Func<string, bool> isEffect, bool comparesNames)
    {
        _trees = trees.ToImmutableArray();
        _isEffect = isEffect;
        _comparesNames = comparesNames;
    }

    /// <param name="locking">Bodies with a `lock` or a member of a lock.</param>
    /// <param name="comparesNames">Nothing but what the bodies say tells what is held.</param>
    public static ImmutableHashSet<SyntaxNode> Find(
        IEnumerable<SyntaxTree> trees, ImmutableArray<SyntaxNode> locking, Func<string, bool> isEffect, bool comparesNames, CancellationToken token)
    {
        var search = new LockOrderSearch(trees, isEffect, comparesNames);
        return search.Find(locking, token);
    }

    private ImmutableHashSet<SyntaxNode> Find(ImmutableArray<SyntaxNode> locking, CancellationToken token)
    {
        foreach (var body in locking)
            _nestings[body] = LockNesting.Of(body, _isEffect);
        var outer = locking.Where(body => _nestings[body] is var nesting && (nesting.Nested.Count > 0 || nesting.Under.Count > 0)).ToList();
        if (outer.Count == 0)
            return ImmutableHashSet<SyntaxNode>.Empty;
        _members = Index(token);
        Follow(outer, token);
        Spread(token);

        var nested = new HashSet<(string Held, string Inner)>(outer.SelectMany(body => _nestings[body].Nested
            .Concat(_nestings[body].Under.SelectMany(u => Targets(u.Mention).SelectMany(ReachedBy).Select(name => (u.Held, Inner: name))))));
        var active = Opposed(nested);
        var found = new HashSet<SyntaxNode>();
        foreach (var body in outer)
        {
            if (_nestings[body].Nested.Any(active.Contains))
                found.Add(body);
            foreach (var (held, mention) in _nestings[body].Under)
            {
                foreach (var target in Targets(mention))
                {
                    if (!ReachedBy(target).Any(name => active.Contains((held, name))))
                        continue;
                    found.Add(body);
                    Take(target, found);
                }
            }
        }

        foreach (var body in found.ToList())
            TakeCallers(body, found);
        return found.ToImmutableHashSet();
    }

    /// Everything that may run under some lock.
    private void Follow(List<SyntaxNode> outer, CancellationToken token)
    {
        var queue = new Queue<Mention>(outer.SelectMany(body => _nestings[body].Under.Select(u => u.Mention)).Distinct());
        while (queue.Count > 0)
        {
            token.ThrowIfCancellationRequested();
            var mention = queue.Dequeue();
            if (_targets.ContainsKey(mention))
                continue;
            var bodies = Lookup(mention, token);
            _targets.Add(mention, bodies);
            foreach (var body in bodies)
            {
                if (_reached.ContainsKey(body) || _reached.Count == MaxBodies)
                    continue;
                if (!_nestings.TryGetValue(body, out var nesting))
                    _nestings.Add(body, nesting = LockNesting.Of(body, _isEffect));
                _reached.Add(body, new HashSet<string>(nesting.Locks, StringComparer.Ordinal));
                foreach (var next in nesting.Mentions)
                {
                    if (!_targets.ContainsKey(next))
                        queue.Enqueue(next);
                }
            }
        }
    }

    /// What a body locks, its callers lock.
    private void Spread(CancellationToken token)
    {
        var callers = new Dictionary<SyntaxNode, List<SyntaxNode>>();
        foreach (var caller in _reached.Keys)
        {
            foreach (var target in _nestings[caller].Mentions.SelectMany(mention => Targets(mention)))
            {
                if (!callers.TryGetValue(target, out var list))
                    callers.Add(target, list = new List<SyntaxNode>());
                list.Add(caller);
            }
        }

        var queue = new Queue<SyntaxNode>(_reached.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key));
        while (queue.Count > 0)
        {
            token.ThrowIfCancellationRequested();
            var body = queue.Dequeue();
            if (!callers.TryGetValue(body, out var list))
                continue;
            foreach (var caller in list)
            {
                var before = _reached[caller].Count;
                _reached[caller].UnionWith(_reached[body]);
                if (_reached[caller].Count > before)
                    queue.Enqueue(caller);
            }
        }
    }

    private void Take(SyntaxNode body, HashSet<SyntaxNode> found)
    {
        var stack = new Stack<SyntaxNode>();
        stack.Push(body);
        while (stack.Count > 0)
        {
            var next = stack.Pop();
            if (!ReachedBy(next).Any() || !found.Add(next))
                continue;
            foreach (var target in _nestings[next].Mentions.SelectMany(mention => Targets(mention)))
                stack.Push(target);
        }
    }

    /// A private member runs under what its callers hold: they are asked, and theirs.
    private void TakeCallers(SyntaxNode body, HashSet<SyntaxNode> found)
    {
        var stack = new Stack<SyntaxNode>();
        stack.Push(body);
        while (stack.Count > 0)
        {
            if (stack.Pop().FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } member || !IsPrivate(member))
                continue;
            var names = new HashSet<string>(LockNesting.Declared(member).Select(d => d.Name), StringComparer.Ordinal);
            foreach (var caller in PartsOf(type).SelectMany(part => part.DescendantNodes(n => n is TypeDeclarationSyntax).OfType<MemberDeclarationSyntax>()).SelectMany(MemberBodies.OfMember))
            {
                if (!found.Contains(caller) && caller.DescendantTokens().Any(token => names.Contains(token.ValueText)) && found.Add(caller))
                    stack.Push(caller);
            }
        }
    }

    private IEnumerable<TypeDeclarationSyntax> PartsOf(TypeDeclarationSyntax type)
    {
        if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            return new[] { type };
        _members ??= Index(default);
        return _parts[type.Identifier.ValueText];
    }

    private static bool IsPrivate(MemberDeclarationSyntax member) =>
        !member.Modifiers.Any(m => m.IsKind(SyntaxKind.PublicKeyword) || m.IsKind(SyntaxKind.InternalKeyword) || m.IsKind(SyntaxKind.ProtectedKeyword));

    /// The nestings that are done the other way round as well.
    private HashSet<(string Held, string Inner)> Opposed(HashSet<(string Held, string Inner)> nested)
    {
        if (!_comparesNames)
            return nested;
        var known = new HashSet<(string Held, string Inner)>(nested.Select(n => (Known(n.Held), Known(n.Inner))));
        var anyUnder = new HashSet<string>(known.Where(n => n.Held == LockNesting.Anything).Select(n => n.Inner), StringComparer.Ordinal);
        var anyIn = new HashSet<string>(known.Where(n => n.Inner == LockNesting.Anything).Select(n => n.Held), StringComparer.Ordinal);
        return new HashSet<(string Held, string Inner)>(nested.Where(n => IsOpposed(Known(n.Held), Known(n.Inner))));

        bool IsOpposed(string held, string inner)
        {
            if (held == LockNesting.Anything && inner == LockNesting.Anything)
                return true;
            if (held == LockNesting.Anything || inner == LockNesting.Anything)
                return held == LockNesting.Anything ? known.Any(n => n.Held == inner || n.Held == LockNesting.Anything) : known.Any(n => n.Inner == held || n.Inner == LockNesting.Anything);
            if (held == inner)
                return IsAmbiguous(held);
            return known.Contains((inner, held)) || anyUnder.Contains(held) || anyIn.Contains(inner) || known.Contains((LockNesting.Anything, LockNesting.Anything));
        }
    }

    /// A property that computes its lock may be another name of any.
    private string Known(string name) => _computed.Contains(name) ? LockNesting.Anything : name;

    private bool IsAmbiguous(string name) => name == "this" || name.StartsWith("typeof ", StringComparison.Ordinal) || (_fields.TryGetValue(name, out var count) && count > 1);

    private IEnumerable<string> ReachedBy(SyntaxNode body) => _reached.TryGetValue(body, out var names) ? names : Enumerable.Empty<string>();

    private ImmutableArray<SyntaxNode> Targets(Mention mention) => _targets.TryGetValue(mention, out var bodies) ? bodies : ImmutableArray<SyntaxNode>.Empty;

    private ImmutableArray<SyntaxNode> Lookup(Mention mention, CancellationToken token)
    {
        _members ??= Index(token);
        return _members.TryGetValue(mention.Name, out var declared)
            ? declared.Where(d => d.Least <= mention.Arguments && mention.Arguments <= d.Most).SelectMany(d => MemberBodies.OfMember(d.Member)).ToImmutableArray()
            : ImmutableArray<SyntaxNode>.Empty;
    }

    private Dictionary<string, List<(int, int, MemberDeclarationSyntax)>> Index(CancellationToken token)
    {
        var index = new Dictionary<string, List<(int, int, MemberDeclarationSyntax)>>(StringComparer.Ordinal);
        foreach (var tree in _trees)
        {
            foreach (var type in tree.GetRoot(token).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
            {
                if (!_parts.TryGetValue(type.Identifier.ValueText, out var parts))
                    _parts.Add(type.Identifier.ValueText, parts = new List<TypeDeclarationSyntax>());
                parts.Add(type);
                foreach (var member in type.Members)
                    Add(member, index);
            }
        }

        return index;
    }

    private void Add(MemberDeclarationSyntax member, Dictionary<string, List<(int, int, MemberDeclarationSyntax)>> index)
    {
        if (member is FieldDeclarationSyntax field)
        {
            foreach (var variable in field.Declaration.Variables)
                Count(variable.Identifier.ValueText);
        }
        else if (member is PropertyDeclarationSyntax property)
        {
            Count(property.Identifier.ValueText);
            if (property.ExpressionBody is not null || property.AccessorList?.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null) == true)
                _computed.Add(property.Identifier.ValueText);
        }

        foreach (var (name, least, most) in LockNesting.Declared(member))
        {
            if (!index.TryGetValue(name, out var list))
                index.Add(name, list = new List<(int, int, MemberDeclarationSyntax)>());
            list.Add((least, most, member));
        }
    }

    private void Count(string name) => _fields[name] = (_fields.TryGetValue(name, out var count) ? count : 0) + 1;
}

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
/// Law: what syntax cannot tell (the type of an object, the declaration of a lock) may be any of that name, so what is
/// left out has no opposite. Code that never nests locks costs the walk through its critical sections.
internal sealed class LockOrderSearch
{
    /// More bodies than this are not followed: past it, members that only pass a call on are left out.
    private const int MaxBodies = 20_000;

    private readonly SyntaxTypes _types;
    private readonly Func<string, bool> _isEffect;
    private readonly bool _comparesNames;
    private readonly Dictionary<SyntaxNode, LockNesting> _nestings = new();
    private readonly Dictionary<SyntaxNode, HashSet<string>> _reached = new();
    private readonly Dictionary<Mention, ImmutableArray<SyntaxNode>> _targets = new();

    private LockOrderSearch(SyntaxTypes types, Func<string, bool> isEffect, bool comparesNames)
    {
        _types = types;
        _isEffect = isEffect;
        _comparesNames = comparesNames;
    }

    /// <param name="locking">Bodies with a `lock` or a member of a lock.</param>
    /// <param name="comparesNames">Nothing but what the bodies say tells what is held.</param>
    public static ImmutableHashSet<SyntaxNode> Find(
        Lazy<SyntaxTypes> types, ImmutableArray<SyntaxNode> locking, Func<string, bool> isEffect, bool comparesNames, CancellationToken token)
    {
        return locking.IsEmpty ? ImmutableHashSet<SyntaxNode>.Empty : new LockOrderSearch(types.Value, isEffect, comparesNames).Find(locking, token);
    }

    private ImmutableHashSet<SyntaxNode> Find(ImmutableArray<SyntaxNode> locking, CancellationToken token)
    {
        foreach (var body in locking)
            _nestings[body] = LockNesting.Of(body, _types, _isEffect);
        var outer = locking.Where(body => _nestings[body] is var nesting && (nesting.Nested.Count > 0 || nesting.Under.Count > 0)).ToList();
        if (outer.Count == 0)
            return ImmutableHashSet<SyntaxNode>.Empty;
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
            var bodies = Lookup(mention);
            _targets.Add(mention, bodies);
            foreach (var body in bodies)
            {
                if (_reached.ContainsKey(body) || _reached.Count == MaxBodies)
                    continue;
                if (!_nestings.TryGetValue(body, out var nesting))
                    _nestings.Add(body, nesting = LockNesting.Of(body, _types, _isEffect));
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
            if (NameOf(member) is not { } name)
                continue;
            foreach (var caller in _types.PartsOf(type.Identifier.ValueText).SelectMany(part => part.DescendantNodes(n => n is TypeDeclarationSyntax).OfType<MemberDeclarationSyntax>()).SelectMany(MemberBodies.OfMember))
            {
                if (!found.Contains(caller) && (_nestings.TryGetValue(caller, out var known) ? known.Mentions.Any(m => m.Name == name) : caller.DescendantTokens().Any(token => token.ValueText == name)) && found.Add(caller))
                    stack.Push(caller);
            }
        }
    }

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    private static bool IsPrivate(MemberDeclarationSyntax member) =>
        !member.Modifiers.Any(m => m.IsKind(SyntaxKind.PublicKeyword) || m.IsKind(SyntaxKind.InternalKeyword) || m.IsKind(SyntaxKind.ProtectedKeyword));

    /// The nestings that are done the other way round as well.
    private HashSet<(string Held, string Inner)> Opposed(HashSet<(string Held, string Inner)> nested)
    {
        if (!_comparesNames)
            return nested;
        var vague = new HashSet<(string, string)>(nested.Where(n => IsVague(n.Held) || IsVague(n.Inner)).Select(n => (Last(n.Held), Last(n.Inner))));
        var all = new HashSet<(string, string)>(nested.Select(n => (Last(n.Held), Last(n.Inner))));
        var outer = new HashSet<string>(nested.Select(n => Last(n.Held)), StringComparer.Ordinal);
        var inner = new HashSet<string>(nested.Select(n => Last(n.Inner)), StringComparer.Ordinal);
        return new HashSet<(string Held, string Inner)>(nested.Where(n => IsOpposed(n.Held, n.Inner)));

        bool IsOpposed(string held, string taken)
        {
            const string any = LockNesting.Anything;
            if (held == any || taken == any)
                return (held != any || outer.Contains(Last(taken)) || outer.Contains(any)) && (taken != any || inner.Contains(Last(held)) || inner.Contains(any));
            if (held == taken)
                return IsVague(held) && _types.Named(Last(held)).Select(m => m.Type).Distinct().Count() > 1;
            return nested.Contains((taken, held)) || (IsVague(held) || IsVague(taken) ? all : vague).Contains((Last(taken), Last(held)))
                || vague.Contains((any, Last(held))) || vague.Contains((Last(taken), any)) || vague.Contains((any, any));
        }

        static bool IsVague(string name) => name[0] is '?' or '*';

        static string Last(string name) => name.StartsWith("this.", StringComparison.Ordinal) || name.StartsWith("typeof.", StringComparison.Ordinal) ? name : name.Substring(name.LastIndexOf('.') + 1);
    }

    private IEnumerable<string> ReachedBy(SyntaxNode body) => _reached.TryGetValue(body, out var names) ? names : Enumerable.Empty<string>();

    private ImmutableArray<SyntaxNode> Targets(Mention mention) => _targets.TryGetValue(mention, out var bodies) ? bodies : ImmutableArray<SyntaxNode>.Empty;

    private ImmutableArray<SyntaxNode> Lookup(Mention mention) =>
        (mention.Type is { } type ? _types.Members(type, mention.Name).Concat(_types.Named(mention.Name).Where(m => m.IsExtension)).Distinct() : _types.Named(mention.Name))
            .Where(m => m.Least <= mention.Arguments && mention.Arguments <= m.Most && IsFollowed(m.Syntax)).SelectMany(m => MemberBodies.OfMember(m.Syntax)).ToImmutableArray();

    /// What may be overridden, runs later or stores only is not followed by whoever compares the orders.
    private static bool IsFollowed(MemberDeclarationSyntax member) =>
        member is not FieldDeclarationSyntax
        && !member.Modifiers.Any(SyntaxKind.AsyncKeyword)
        && (!member.Modifiers.Any(m => m.IsKind(SyntaxKind.VirtualKeyword) || m.IsKind(SyntaxKind.OverrideKeyword)) || member.Modifiers.Any(SyntaxKind.SealedKeyword)
            || member.Parent is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.SealedKeyword));
}

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

    /// Longer chains of calls than whoever compares the orders follows need no body.
    private const int MaxCalls = 7;

    private const int MaxNamesakes = 4;

    private readonly SyntaxTypes _types;
    private readonly Func<string, bool> _takes;
    private readonly bool _comparesNames;
    private readonly Dictionary<SyntaxNode, LockNesting> _nestings = new();
    private readonly Dictionary<SyntaxNode, HashSet<string>> _reached = new();
    private readonly Dictionary<Mention, ImmutableArray<SyntaxNode>> _targets = new();

    private LockOrderSearch(SyntaxTypes types, Func<string, bool> takes, bool comparesNames)
    {
        _types = types;
        _takes = takes;
        _comparesNames = comparesNames;
    }

    /// <param name="locking">Bodies with a `lock` or a member of a lock.</param>
    /// <param name="comparesNames">Nothing but what the bodies say tells what is held.</param>
    public static ImmutableHashSet<SyntaxNode> Find(
        IEnumerable<SyntaxTree> trees, ImmutableArray<SyntaxNode> locking, Func<string, bool> takes, bool comparesNames, CancellationToken token)
    {
        return locking.IsEmpty ? ImmutableHashSet<SyntaxNode>.Empty : new LockOrderSearch(new SyntaxTypes(trees, token), takes, comparesNames).Find(locking, token);
    }

    private ImmutableHashSet<SyntaxNode> Find(ImmutableArray<SyntaxNode> locking, CancellationToken token)
    {
        foreach (var body in locking)
            _nestings[body] = LockNesting.Of(body, _types, _takes);
        var outer = locking.Where(body => _nestings[body] is var nesting && (nesting.Nested.Count > 0 || nesting.Under.Count > 0)).ToList();
        if (outer.Count == 0)
            return ImmutableHashSet<SyntaxNode>.Empty;
        Follow(outer, token);
        Spread(token);

        var nested = new HashSet<(string Held, string Inner)>(outer.SelectMany(body => _nestings[body].Nested
            .Concat(_nestings[body].Under.SelectMany(u => Targets(u.Mention).SelectMany(ReachedBy).Select(name => (u.Held, Inner: name))))));
        var active = Opposed(nested).ToLookup(pair => pair.Held, pair => pair.Inner, StringComparer.Ordinal);
        var found = new HashSet<SyntaxNode>();
        var reached = new HashSet<SyntaxNode>();
        foreach (var body in outer)
        {
            if (_nestings[body].Nested.Any(pair => active[pair.Held].Contains(pair.Inner)))
                found.Add(body);
        }

        foreach (var byHeld in outer.SelectMany(body => _nestings[body].Under.Select(u => (Body: body, u.Held, u.Mention))).GroupBy(u => u.Held, StringComparer.Ordinal))
        {
            var wanted = new HashSet<string>(active[byHeld.Key], StringComparer.Ordinal);
            if (wanted.Count == 0)
                continue;
            var taken = new HashSet<SyntaxNode>();
            found.UnionWith(byHeld.Where(u => Targets(u.Mention).Where(target => Take(target, wanted, taken)).ToList().Count > 0).Select(u => u.Body).ToList());
            reached.UnionWith(taken);
        }

        foreach (var body in found.ToList())
            TakeCallers(body, found);
        found.UnionWith(reached);
        return found.ToImmutableHashSet();
    }

    /// Everything that may run under some lock.
    private void Follow(List<SyntaxNode> outer, CancellationToken token)
    {
        var mentions = new HashSet<Mention>(outer.SelectMany(body => _nestings[body].Under.Select(u => u.Mention)));
        for (var depth = 0; depth < MaxCalls && mentions.Count > 0; depth++)
        {
            token.ThrowIfCancellationRequested();
            var next = new HashSet<Mention>();
            foreach (var mention in mentions)
            {
                var bodies = Lookup(mention);
                _targets.Add(mention, bodies);
                foreach (var body in bodies)
                {
                    if (_reached.ContainsKey(body) || _reached.Count == MaxBodies)
                        continue;
                    if (!_nestings.TryGetValue(body, out var nesting))
                        _nestings.Add(body, nesting = LockNesting.Of(body, _types, _takes));
                    _reached.Add(body, new HashSet<string>(nesting.Locks, StringComparer.Ordinal));
                    next.UnionWith(nesting.Mentions);
                }
            }

            next.ExceptWith(_targets.Keys);
            mentions = next;
        }
    }

    /// What a body locks, its callers lock: round by round, since a chain of calls that is too long is not followed.
    private void Spread(CancellationToken token)
    {
        var callees = _reached.Keys.ToDictionary(body => body, body => _nestings[body].Mentions.SelectMany(mention => Targets(mention)).Where(_reached.ContainsKey).Distinct().ToArray());
        var changed = new HashSet<SyntaxNode>(_reached.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key));
        for (var round = 0; round < MaxCalls && changed.Count > 0; round++)
        {
            token.ThrowIfCancellationRequested();
            var news = callees.Where(pair => pair.Value.Any(changed.Contains))
                .Select(pair => (Caller: pair.Key, Names: pair.Value.Where(changed.Contains).SelectMany(ReachedBy).Where(name => !_reached[pair.Key].Contains(name)).ToList()))
                .Where(pair => pair.Names.Count > 0).ToList();
            foreach (var (caller, names) in news)
                _reached[caller].UnionWith(names);
            changed = new HashSet<SyntaxNode>(news.Select(pair => pair.Caller));
        }
    }

    /// The bodies on the way from this one to a lock that is wanted; false when there is none.
    private bool Take(SyntaxNode body, HashSet<string> wanted, HashSet<SyntaxNode> taken)
    {
        if (!wanted.Overlaps(ReachedBy(body)))
            return false;
        var stack = new Stack<SyntaxNode>();
        stack.Push(body);
        while (stack.Count > 0)
        {
            var next = stack.Pop();
            if (!wanted.Overlaps(ReachedBy(next)) || !taken.Add(next))
                continue;
            foreach (var target in _nestings[next].Mentions.SelectMany(mention => Targets(mention)))
                stack.Push(target);
        }

        return true;
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

    /// Of an object whose type syntax cannot tell, a member is followed if there are few of that name.
    private ImmutableArray<SyntaxNode> Lookup(Mention mention)
    {
        var candidates = mention.Type is { } type ? _types.Members(type, mention.Name).Concat(_types.Named(mention.Name).Where(m => m.IsExtension)).Distinct() : _types.Named(mention.Name);
        var fitting = candidates.Where(m => m.Least <= mention.Arguments && mention.Arguments <= m.Most && IsFollowed(m.Syntax)).ToList();
        return mention.Type is null && fitting.Count > MaxNamesakes ? ImmutableArray<SyntaxNode>.Empty : fitting.SelectMany(m => MemberBodies.OfMember(m.Syntax)).ToImmutableArray();
    }

    /// What may be overridden, runs later or stores only is not followed by whoever compares the orders.
    private static bool IsFollowed(MemberDeclarationSyntax member) =>
        member is not FieldDeclarationSyntax
        && !member.Modifiers.Any(SyntaxKind.AsyncKeyword)
        && (!member.Modifiers.Any(m => m.IsKind(SyntaxKind.VirtualKeyword) || m.IsKind(SyntaxKind.OverrideKeyword)) || member.Modifiers.Any(SyntaxKind.SealedKeyword)
            || member.Parent is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.SealedKeyword));
}

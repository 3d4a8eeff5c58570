using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Finds what matters because of its form: calls of the marking API, loops that call nothing, checks before a lock of what
/// is set under it, versions that are compared; and the types that have fields which are marked in one place.
///
/// Law: names only, so what is left out has no such form; what is named may turn out to have none.
internal sealed class ShapeSearch
{
    private readonly IReadOnlyDictionary<SyntaxTree, TreeWords> _trees;
    private readonly ILookup<string, TypeDeclarationSyntax> _partial;
    private readonly HashSet<SyntaxNode> _bodies = new();
    private readonly HashSet<SyntaxTree> _opaque = new();
    private readonly MarkForms _forms = new();
    private readonly Dictionary<TypeDeclarationSyntax, HashSet<string>> _marked = new();
    private readonly HashSet<TypeDeclarationSyntax> _shared = new();

    /// Types that do something for threads: they lock, or mark an access.
    private readonly HashSet<TypeDeclarationSyntax> _concurrent = new();

    private ShapeSearch(IReadOnlyDictionary<SyntaxTree, TreeWords> trees, CancellationToken token)
    {
        _trees = trees;
        _partial = trees.Values.SelectMany(words => words.Of(WordKinds.Part, token)).Select(word => word.Parent).OfType<TypeDeclarationSyntax>().Distinct()
            .ToLookup(type => type.Identifier.ValueText, StringComparer.Ordinal);
    }

    public static IEnumerable<KeyValuePair<string, WordKinds>> Words { get; } = ImmutableArray.CreateRange(
        Rows(WordKinds.Marked, "Volatile", "Interlocked", "ImmutableInterlocked", "LazyInitializer", "VolatileRead", "VolatileWrite")
            .Concat(Rows(WordKinds.Loop, "while", "do", "for"))
            .Concat(Rows(WordKinds.Event, "event"))
            .Concat(Rows(WordKinds.Part, "partial"))
            .Concat(Rows(WordKinds.Start, "Thread", "Timer", "Run", "StartNew", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject")));

    public static ShapeInterest Find(IReadOnlyDictionary<SyntaxTree, TreeWords> trees, CancellationToken token)
    {
        var search = new ShapeSearch(trees, token);
        foreach (var words in trees)
            search.LookAt(words.Key, words.Value, token);
        search.LookForEvents(token);
        return search.Result();
    }

    private ShapeInterest Result() => new(
        _bodies.OrderBy(body => body.SpanStart).ToLookup(body => body.SyntaxTree),
        _marked.Keys.Concat(_shared).Distinct()
            .Select(type => new ComparedType(type, _marked.TryGetValue(type, out var names) ? names.ToImmutableHashSet(StringComparer.Ordinal) : ImmutableHashSet<string>.Empty, _shared.Contains(type)))
            .OrderBy(type => type.Syntax.SpanStart).ToLookup(type => type.Syntax.SyntaxTree),
        _opaque.ToImmutableHashSet());

    /// All declarations of a type, as far as names tell.
    private IEnumerable<TypeDeclarationSyntax> PartsOf(TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) ? _partial[type.Identifier.ValueText] : new[] { type };

    /// The types around a place, in all their parts.
    private IEnumerable<TypeDeclarationSyntax> Around(SyntaxNode? place)
    {
        for (var type = place?.FirstAncestorOrSelf<TypeDeclarationSyntax>(); type is not null; type = type.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>())
        {
            foreach (var part in PartsOf(type))
                yield return part;
        }
    }

    private void LookAt(SyntaxTree tree, TreeWords words, CancellationToken token)
    {
        if (words.IsOpaque)
        {
            _opaque.Add(tree);
            return;
        }

        foreach (var word in words.Of(WordKinds.Marked | WordKinds.Loop | WordKinds.Lock | WordKinds.Effect | WordKinds.Signal | WordKinds.Start, token))
        {
            token.ThrowIfCancellationRequested();
            switch (word.Kind())
            {
                case SyntaxKind.WhileKeyword or SyntaxKind.DoKeyword or SyntaxKind.ForKeyword:
                    LookAtLoop(word);
                    break;
                case SyntaxKind.LockKeyword:
                    _shared.UnionWith(Around(word.Parent));
                    _concurrent.UnionWith(Around(word.Parent));
                    LookAtSection(word);
                    break;
                default:
                    LookAtName(word, tree);
                    break;
            }
        }
    }

    private void LookAtName(SyntaxToken word, SyntaxTree tree)
    {
        var kind = KindOf(word.ValueText);
        if ((kind & WordKinds.Marked) != 0)
        {
            if (word.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } @using)
            {
                // Under another name, or none, it can be anywhere.
                if (@using.Alias is not null || @using.StaticKeyword.Span.Length > 0)
                    _opaque.UnionWith(@using.GlobalKeyword.Span.Length > 0 ? _trees.Keys : new[] { tree });
                return;
            }

            _concurrent.UnionWith(Around(word.Parent));
            LookAtMark(word);
            return;
        }

        if (kind == WordKinds.Start || word.ValueText == "EnterScope")
            _shared.UnionWith(Around(word.Parent));
        if (kind != WordKinds.Start)
            LookAtSection(word);
    }

    private void LookAtMark(SyntaxToken word)
    {
        var call = word.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>(node => node.Expression.Span.Contains(word.Span));
        if (call is not null && _forms.MayBeMisused(call, Around(word.Parent)))
            _bodies.UnionWith(MemberBodies.At(word));
        foreach (var argument in call?.ArgumentList.Arguments ?? default)
        {
            if (ShapeForms.LastName(argument.Expression) is not { } name)
                continue;
            foreach (var type in Around(word.Parent))
                Of(_marked, type).Add(name);
        }
    }

    private void LookAtLoop(SyntaxToken word)
    {
        if (word.Parent is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax) || word.Parent is DoStatementSyntax @do && word == @do.WhileKeyword)
            return;
        var loop = (StatementSyntax)word.Parent;
        if (ShapeForms.MaySpin(loop))
            _bodies.UnionWith(MemberBodies.At(word));
        foreach (var version in ShapeForms.Versions(loop).Distinct())
        {
            _bodies.UnionWith(MemberBodies.At(word));
            // Its writers change it twice.
            if (word.Parent.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
                continue;
            foreach (var body in PartsOf(type).SelectMany(MemberBodies.OfType))
            {
                if (body.DescendantTokens().Count(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == version) >= 2)
                    _bodies.Add(body);
            }
        }
    }

    private void LookAtSection(SyntaxToken word)
    {
        // One is enough for the body.
        if (ShapeForms.SectionOf(word) is { } section && !MemberBodies.At(word).All(_bodies.Contains) && ShapeForms.MayBeDoubleCheck(section))
            _bodies.UnionWith(MemberBodies.At(word));
    }

    /// Events that are cleared in types that do something for threads. Where their names stand is known by now: they were
    /// looked for as state that may be read twice.
    private void LookForEvents(CancellationToken token)
    {
        if (_concurrent.Count == 0)
            return;
        var mentions = new Dictionary<SyntaxTree, List<SyntaxToken>>();
        foreach (var words in _trees)
        {
            if (_opaque.Contains(words.Key))
                continue;
            foreach (var word in words.Value.Of(WordKinds.Event, token))
            {
                if (word.Parent is not EventFieldDeclarationSyntax { Parent: TypeDeclarationSyntax type } @event || !_concurrent.Contains(type))
                    continue;
                foreach (var part in PartsOf(type))
                {
                    foreach (var mention in MentionsIn(part).Where(mention => @event.Declaration.Variables.Any(v => v.Identifier.ValueText == mention.ValueText) && ShapeForms.IsCleared(mention)))
                        _bodies.UnionWith(MemberBodies.At(mention));
                }
            }
        }

        IEnumerable<SyntaxToken> MentionsIn(TypeDeclarationSyntax part)
        {
            if (!mentions.TryGetValue(part.SyntaxTree, out var all))
                mentions.Add(part.SyntaxTree, all = _trees[part.SyntaxTree].Of(WordKinds.Fetched, token).ToList());
            return all.Where(mention => part.Span.Contains(mention.Span));
        }
    }

    private static WordKinds KindOf(string word)
    {
        foreach (var row in Words)
        {
            if (row.Key == word)
                return row.Value;
        }

        return WordKinds.Effect;
    }

    private static HashSet<string> Of(Dictionary<TypeDeclarationSyntax, HashSet<string>> index, TypeDeclarationSyntax type)
    {
        if (!index.TryGetValue(type, out var set))
            index.Add(type, set = new HashSet<string>(StringComparer.Ordinal));
        return set;
    }

    private static IEnumerable<KeyValuePair<string, WordKinds>> Rows(WordKinds kind, params string[] words) => words.Select(word => new KeyValuePair<string, WordKinds>(word, kind));
}

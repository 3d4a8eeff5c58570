using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Capability.Analyzers.Interest;

/// The words found in one file, and what they turn out to be once the tree is asked. Filled by one thread, sealed, and
/// from then on read by many.
internal sealed class TreeWords(SyntaxTree tree)
{
    private readonly List<WordHit> _hits = new();
    private bool _isScanned;

    /// An identifier of this file is written in a way that the scan cannot compare: every body matters.
    private bool _isOpaque;

    private ImmutableArray<SyntaxNode> _annotated;

    public void Scan(WordSet words, CancellationToken token)
    {
        var suspects = _isScanned ? null : new List<int>();
        WordScan.Scan(tree.GetText(token), words, _hits, suspects, token);
        _isScanned = true;
        if (suspects is { Count: > 0 })
            _isOpaque = HasIdentifierAt(suspects, token);
    }

    public void Seal(bool everything)
    {
        _isOpaque |= everything;
        _hits.Sort((a, b) => a.Position.CompareTo(b.Position));
        if (_annotated.IsDefault)
            _annotated = ImmutableArray<SyntaxNode>.Empty;
    }

    public IEnumerable<string> AttributeAliases(CancellationToken token)
    {
        if (_isOpaque)
        {
            return tree.GetRoot(token).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
                .Where(u => u.Alias is not null).Select(u => u.Alias!.Name.Identifier.ValueText);
        }
        return Tokens(WordKinds.Attribute, token).Select(t => t.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>()?.Alias?.Name.Identifier.ValueText).OfType<string>();
    }

    public ImmutableArray<SyntaxNode> AnnotatedDeclarations(CancellationToken token)
    {
        if (!_annotated.IsDefault)
            return _annotated;
        // In an opaque file any attribute may be ours.
        var attributes = _isOpaque
            ? tree.GetRoot(token).DescendantNodes().OfType<AttributeSyntax>()
            : Tokens(WordKinds.Attribute, token).Select(AttributeNamedBy).OfType<AttributeSyntax>();
        return _annotated = attributes.Select(a => a.Parent?.Parent).OfType<SyntaxNode>().Distinct().OrderBy(d => d.SpanStart).ToImmutableArray();
    }

    /// Adds the names that become interesting because they mention a delegate with a contract or derive from a type
    /// with an annotated constructor.
    public void Spread(Needs needs, CancellationToken token)
    {
        foreach (var mention in Tokens(WordKinds.Delegate, token))
            DeclaredNeeds.AddMention(mention, needs);
        foreach (var mention in Tokens(WordKinds.Constructed, token))
            DeclaredNeeds.AddConstruction(mention, needs);
        foreach (var mention in Tokens(WordKinds.LockFree, token))
            DeclaredNeeds.AddReader(mention, needs);
    }

    public bool IsOpaque => _isOpaque;

    /// The words of these kinds that stand in code, in source order.
    public IEnumerable<SyntaxToken> Of(WordKinds wanted, CancellationToken token) => Tokens(wanted, token);

    /// Bodies that lock something, or call a member of a lock.
    public IEnumerable<SyntaxNode> LockingBodies(bool usesAnnotations, CancellationToken token)
    {
        var wanted = WordKinds.Lock | WordKinds.Effect | (usesAnnotations ? WordKinds.Signal : WordKinds.None);
        return MemberBodies.Around(Tokens(wanted, token));
    }

    /// What makes a body matter where nothing is annotated; `lock` does so only together with `yield`.
    public const WordKinds Unannotated = WordKinds.Effect;

    public const WordKinds Annotated = Unannotated
        | WordKinds.Signal | WordKinds.Attribute | WordKinds.Name | WordKinds.AnnotatedType | WordKinds.Delegate | WordKinds.Form | WordKinds.Lock;

    public IEnumerable<SyntaxNode> Bodies(WordKinds relevant, ImplicitForms forms, CancellationToken token)
    {
        var usesAnnotations = (relevant & WordKinds.Lock) != 0;
        if (!usesAnnotations && _hits.Any(h => (h.Kinds & WordKinds.Yield) != 0))
            relevant |= WordKinds.Lock | WordKinds.Yield;
        if (!_isOpaque && !_hits.Any(h => (h.Kinds & relevant) != 0) && (forms & ImplicitForms.WithoutKeyword) == 0)
            return Enumerable.Empty<SyntaxNode>();

        var root = tree.GetRoot(token);
        if (_isOpaque || Renames(relevant & (WordKinds.Effect | WordKinds.Name), root))
            return MemberBodies.In(root);

        var reasons = new Dictionary<SyntaxNode, WordKinds>();
        var finder = new TokenFinder(root);
        var done = 0;
        foreach (var hit in _hits)
        {
            token.ThrowIfCancellationRequested();
            if (hit.Position < done || (hit.Kinds & relevant) == 0 || !TryGetToken(ref finder, hit, out var word, out var kinds) || (kinds &= relevant) == 0)
                continue;
            if (kinds == WordKinds.Attribute && AttributeNamedBy(word) is null)
                continue;
            if ((kinds & WordKinds.AnnotatedType) != 0 && word.Parent is BaseTypeDeclarationSyntax named && named.Identifier == word)
            {
                foreach (var body in MemberBodies.OfType(named))
                    reasons[body] = WordKinds.Name;
            }
            foreach (var body in MemberBodies.At(word))
            {
                reasons.TryGetValue(body, out var known);
                reasons[body] = known | kinds;
                if (Matters(known | kinds, usesAnnotations) && body is BaseMethodDeclarationSyntax)
                    done = body.Span.End;
            }
        }

        var bodies = reasons.Where(r => Matters(r.Value, usesAnnotations)).Select(r => r.Key);
        return (forms & ImplicitForms.WithoutKeyword) == 0
            ? bodies
            : bodies.Concat(MemberBodies.In(root).Where(b => SyntaxForms.Occur(b, forms))).Distinct();
    }

    /// `using static …Monitor;` or an alias of it: bodies of this file may use its members by names that are not looked for.
    private bool Renames(WordKinds kinds, SyntaxNode root) =>
        root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()
            .Any(u => (u.Alias is not null || u.StaticKeyword.Span.Length > 0) && _hits.Any(h => (h.Kinds & kinds) != 0 && u.Span.Contains(h.Position)));

    private static bool Matters(WordKinds reasons, bool usesAnnotations) =>
        (reasons & ~(WordKinds.Lock | WordKinds.Yield)) != 0 ||
        ((reasons & WordKinds.Lock) != 0 && (usesAnnotations || (reasons & WordKinds.Yield) != 0));

    private bool HasIdentifierAt(List<int> suspects, CancellationToken token)
    {
        var finder = new TokenFinder(tree.GetRoot(token));
        var done = 0;
        foreach (var position in suspects)
        {
            if (position < done)
                continue;
            var found = finder.Find(position);
            if (found.IsKind(SyntaxKind.IdentifierToken) && found.Span.Contains(position))
                return true;
            done = found.Span.End;
        }
        return false;
    }

    /// The declarations that a keyword of <see cref="WordKinds.Shared"/> belongs to. `event` is a word of comments more often
    /// than of code, so what stands behind `//` is not even looked up.
    public IEnumerable<SyntaxToken> SharedKeywords(CancellationToken token)
    {
        TokenFinder? opened = null;
        SourceText? text = null;
        foreach (var hit in _hits)
        {
            if ((hit.Kinds & WordKinds.Shared) == 0 || IsCommentedOut(text ??= tree.GetText(token), hit.Position))
                continue;
            var finder = opened ?? new TokenFinder(tree.GetRoot(token));
            var isShared = TryGetToken(ref finder, hit, out var found, out var kinds) && (kinds & WordKinds.Shared) != 0;
            opened = finder;
            if (isShared)
                yield return found;
        }
    }

    private static bool IsCommentedOut(SourceText text, int position)
    {
        for (var i = position - 1; i > 0 && text[i] is not ('\n' or '\r' or ';' or '}' or '{'); i--)
        {
            if (text[i] == '/' && text[i - 1] == '/')
                return true;
        }

        return false;
    }

    public bool Has(WordKinds kinds) => _hits.Any(hit => (hit.Kinds & kinds) != 0);

    public IEnumerable<SyntaxToken> Tokens(WordKinds wanted, CancellationToken token)
    {
        TokenFinder? opened = null;
        foreach (var hit in _hits)
        {
            if ((hit.Kinds & wanted) == 0)
                continue;
            var finder = opened ?? new TokenFinder(tree.GetRoot(token));
            var isWanted = TryGetToken(ref finder, hit, out var found, out var kinds) && (kinds & wanted) != 0;
            opened = finder;
            if (isWanted)
                yield return found;
        }
    }

    /// False for a hit in a comment, a string, or code that is not compiled.
    private static bool TryGetToken(ref TokenFinder finder, WordHit hit, out SyntaxToken token, out WordKinds kinds)
    {
        const WordKinds keywords = WordKinds.Lock | WordKinds.Yield | WordKinds.Form | WordKinds.Shared | WordKinds.Volatile | WordKinds.Loop | WordKinds.Event | WordKinds.Part;
        token = finder.Find(hit.Position);
        kinds = WordKinds.None;
        if (!token.Span.Contains(hit.Position))
            return false;
        kinds = token.Kind() switch
        {
            SyntaxKind.IdentifierToken => hit.Kinds & ~keywords,
            SyntaxKind.LockKeyword => hit.Kinds & WordKinds.Lock,
            SyntaxKind.YieldKeyword => hit.Kinds & WordKinds.Yield,
            SyntaxKind.VolatileKeyword => hit.Kinds & (WordKinds.Shared | WordKinds.Volatile),
            SyntaxKind.EventKeyword => hit.Kinds & (WordKinds.Shared | WordKinds.Event),
            SyntaxKind.PartialKeyword => hit.Kinds & (WordKinds.Shared | WordKinds.Part),
            SyntaxKind.WhileKeyword or SyntaxKind.ForKeyword or SyntaxKind.DoKeyword => hit.Kinds & WordKinds.Loop,
            SyntaxKind.NewKeyword when token.Parent is not ImplicitObjectCreationExpressionSyntax => WordKinds.None,
            SyntaxKind.ForEachKeyword or SyntaxKind.UsingKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.WithKeyword or SyntaxKind.NewKeyword
                or SyntaxKind.FromKeyword or SyntaxKind.FixedKeyword => hit.Kinds & WordKinds.Form,
            _ => WordKinds.None,
        };
        return kinds != WordKinds.None;
    }

    private static AttributeSyntax? AttributeNamedBy(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && AttributeNames.LastIdentifier(attribute.Name) == token ? attribute : null;
}

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// Which bodies of a compilation can matter at all, decided by words and syntax, without binding one of them.
///
/// Law: a body that is left out would have produced no finding. The reverse does not hold, a body that is named may be
/// silent; the fewer of those, the cheaper. Code without annotations pays one pass over its characters.
/// Model names of constructors are the names of their types.
internal sealed class InterestSource
{
    /// How long chains of types may be that pass an annotated delegate on by their base lists.
    private const int RoundLimit = 8;

    private readonly ImmutableDictionary<SyntaxTree, TreeWords> _trees;
    private readonly ImplicitForms _forms;

    /// The kinds of words that make the body around them matter.
    private readonly WordKinds _relevant;

    /// Bodies that update a `volatile` field or read shared state twice, and where every critical section matters, those that have one.
    private readonly ILookup<SyntaxTree, SyntaxNode> _more;
    private readonly Lazy<ImmutableArray<SyntaxNode>> _ordering;
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<SyntaxNode>> _bodies = new();

    private InterestSource(ImmutableDictionary<SyntaxTree, TreeWords> trees, bool usesAnnotations, bool hasScopes, ImplicitForms forms, ILookup<SyntaxTree, SyntaxNode> more, Func<ImmutableArray<SyntaxNode>> ordering, ShapeInterest shapes)
    {
        Shapes = shapes;
        _more = more;
        _ordering = new Lazy<ImmutableArray<SyntaxNode>>(ordering);
        _trees = trees;
        _forms = forms;
        UsesAnnotations = usesAnnotations;
        _relevant = (usesAnnotations ? TreeWords.Annotated : TreeWords.Unannotated) | (hasScopes ? WordKinds.Disposal : WordKinds.None);
    }

    /// Interest switched off: every body matters, every attribute may be one of ours.
    public static InterestSource Everything { get; } =
        new(ImmutableDictionary<SyntaxTree, TreeWords>.Empty, usesAnnotations: true, hasScopes: true, ImplicitForms.None, Enumerable.Empty<SyntaxNode>().ToLookup(body => body.SyntaxTree), () => ImmutableArray<SyntaxNode>.Empty, ShapeInterest.Everything);

    /// What matters because of its form.
    public ShapeInterest Shapes { get; }

    /// Bodies that must be known before the orders of locks are compared. Only a whole build asks, so that nobody waits
    /// for the search while typing.
    public ImmutableArray<SyntaxNode> OrderedBodies => _ordering.Value;

    /// Whether somebody annotated something, here or in a reference; that the attributes are within reach is not enough.
    public bool UsesAnnotations { get; }

    /// <param name="everyLock">Each critical section matters, whatever it does.</param>
    public static InterestSource Create(Compilation compilation, EffectNames names, CancellationToken token, bool everyLock = false)
    {
        var needs = new Needs();
        var references = compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().ToList();
        var hasAttributes = MetadataNeeds.Add(references, needs, token) | AttributeNames.AreDefinedIn(compilation.Assembly);

        var words = new List<KeyValuePair<string, WordKinds>>
        {
            new("lock", WordKinds.Lock),
            new("yield", WordKinds.Yield),
            new("volatile", WordKinds.Shared | WordKinds.Volatile),
            new("event", WordKinds.Shared),
            new("partial", WordKinds.Shared),
        };
        words.AddRange(ShapeSearch.Words);
        words.AddRange(ScopeMentions.Words(names.Scopes));
        words.AddRange(names.Judged.Select(n => new KeyValuePair<string, WordKinds>(n, WordKinds.Effect)));
        words.AddRange(names.Signals.Select(n => new KeyValuePair<string, WordKinds>(n, WordKinds.Signal)));
        if (hasAttributes)
        {
            words.AddRange(AttributeNames.Words.Select(n => new KeyValuePair<string, WordKinds>(n, WordKinds.Attribute)));
            words.Add(new(AttributeNames.Waiver, WordKinds.Name));
        }

        var trees = compilation.SyntaxTrees.ToDictionary(t => t, t => new TreeWords(t));
        Scan(trees.Values, new WordSet(words), token);
        if (hasAttributes)
        {
            AddAliases(trees.Values, token);
            foreach (var declaration in trees.Values.SelectMany(t => t.AnnotatedDeclarations(token)))
            {
                DeclaredNeeds.Add(declaration, needs);
                needs.UsesAnnotations |= declaration is not CompilationUnitSyntax && !IsOfTheLibrary(declaration);
            }
            if (needs.UsesAnnotations)
                FollowNames(trees.Values, needs, token);
        }
        var fetching = RefetchSearch.Find(trees.Values, token);
        var updates = VolatileUpdates.Find(trees.Values, token).ToImmutableArray();
        foreach (var tree in trees.Values)
            tree.Seal(needs.Everything);
        return new InterestSource(
            trees.ToImmutableDictionary(),
            needs.UsesAnnotations,
            ScopeMentions.Exist(trees.Values, names.Scopes, token),
            needs.UsesAnnotations ? needs.Forms : ImplicitForms.None,
            (everyLock ? updates.Concat(fetching).Concat(LockingBodies(default)) : updates.Concat(fetching)).Distinct().ToLookup(body => body.SyntaxTree),
            () => LockOrderSearch.Find(
                compilation.SyntaxTrees, LockingBodies(default).ToImmutableArray(), name => names.Takes(name, needs.UsesAnnotations), comparesNames: !needs.UsesAnnotations, default)
                .OrderBy(body => body.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(body => body.SpanStart).ToImmutableArray(),
            ShapeSearch.Find(trees, token));

        IEnumerable<SyntaxNode> LockingBodies(CancellationToken token) => compilation.SyntaxTrees.SelectMany(tree => trees[tree].LockingBodies(needs.UsesAnnotations, token));
    }

    /// The declarations whose bodies matter, in source order.
    public ImmutableArray<SyntaxNode> BodiesOf(SyntaxTree tree, CancellationToken token)
    {
        if (_bodies.TryGetValue(tree, out var known))
            return known;
        var bodies = _trees.TryGetValue(tree, out var words) && (_forms & ImplicitForms.Conversion) == 0
            ? words.Bodies(_relevant, _forms, token).Concat(_more[tree]).Distinct()
            : MemberBodies.In(tree.GetRoot(token));
        var ordered = bodies.OrderBy(b => b.SpanStart).ThenByDescending(b => b.Span.Length).ToImmutableArray();
        return ReferenceEquals(this, Everything) ? ordered : _bodies.GetOrAdd(tree, ordered);
    }

    /// The declarations that carry one of our attributes, in source order: the owner of the attribute list, which may be
    /// a parameter, an accessor, a local function or a lambda.
    public ImmutableArray<SyntaxNode> AnnotatedDeclarations(SyntaxTree tree, CancellationToken token = default) =>
        (_trees.TryGetValue(tree, out var words)
            ? words.AnnotatedDeclarations(token)
            : tree.GetRoot(token).DescendantNodes().OfType<AttributeListSyntax>().Select(l => l.Parent!).Distinct()).ToImmutableArray();

    /// Classes whose base list names several types: one may bring a member of its base together with an interface.
    public IEnumerable<TypeDeclarationSyntax> DerivingTypes(SyntaxTree tree, CancellationToken token = default) => UsesAnnotations
        ? tree.GetRoot(token).DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>().Where(type => type is not (StructDeclarationSyntax or InterfaceDeclarationSyntax) && type.BaseList is { } bases && (bases.Types.Count > 1 || type.Modifiers.Any(SyntaxKind.PartialKeyword)))
        : Enumerable.Empty<TypeDeclarationSyntax>();

    private static void Scan(IEnumerable<TreeWords> trees, WordSet words, CancellationToken token)
    {
        if (words.IsEmpty)
            return;
        foreach (var tree in trees)
            tree.Scan(words, token);
    }

    /// `using Guard = Capability.GuardedByAttribute;`, perhaps global: the alias is one more word for the attribute.
    private static void AddAliases(IReadOnlyCollection<TreeWords> trees, CancellationToken token)
    {
        var aliases = trees.SelectMany(t => t.AttributeAliases(token)).SelectMany(AttributeNames.Forms).Distinct()
            .Select(a => new KeyValuePair<string, WordKinds>(a, WordKinds.Attribute)).ToList();
        Scan(trees, new WordSet(aliases), token);
    }

    /// Looks for the annotated names, and for the names that those bring along, until there are no new ones.
    private static void FollowNames(IReadOnlyCollection<TreeWords> trees, Needs needs, CancellationToken token)
    {
        var known = new Dictionary<string, WordKinds>(System.StringComparer.Ordinal);
        for (var round = 0; needs.NotIn(known) is { Count: > 0 } news; round++)
        {
            if (round == RoundLimit)
            {
                needs.Everything = true;
                return;
            }
            Scan(trees, new WordSet(news), token);
            const WordKinds spreading = WordKinds.Delegate | WordKinds.Constructed | WordKinds.LockFree;
            if (!news.Any(n => (n.Value & spreading) != 0))
                continue;
            foreach (var tree in trees)
                tree.Spread(needs, token);
        }
        Scan(trees, new WordSet(needs.Keywords().Distinct().Select(k => new KeyValuePair<string, WordKinds>(k, WordKinds.Form)).ToList()), token);
    }

    /// The library of attributes, copied into a project as source, is not the project's own use of it.
    private static bool IsOfTheLibrary(SyntaxNode declaration) =>
        declaration.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() is { Name: IdentifierNameSyntax { Identifier.ValueText: AttributeNames.Namespace } } &&
        declaration.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } type && AttributeNames.IsOfTheLibrary(type.Identifier.ValueText);
}

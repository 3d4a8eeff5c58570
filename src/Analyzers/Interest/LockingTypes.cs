using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// The outermost types that lock something, by the words in them: for all others no lock can be proposed. Types that only
/// use locks whose members are annotated are found by the bodies that matter for that.
internal sealed class LockingTypes
{
    /// Null where every type is one.
    private readonly ImmutableDictionary<SyntaxTree, TreeWords>? _trees;
    private readonly InterestSource? _annotated;
    private readonly ILookup<string, TypeDeclarationSyntax>? _partial;

    private LockingTypes(ImmutableDictionary<SyntaxTree, TreeWords>? trees, InterestSource? annotated, ILookup<string, TypeDeclarationSyntax>? partial)
    {
        _trees = trees;
        _annotated = annotated;
        _partial = partial;
    }

    public static LockingTypes Everything { get; } = new(null, null, null);

    public static LockingTypes Find(Compilation compilation, ModelNames names, CancellationToken token)
    {
        var words = new List<KeyValuePair<string, WordKinds>> { new("lock", WordKinds.Lock), new("partial", WordKinds.Shared | WordKinds.Part), new("Synchronized", WordKinds.Effect) };
        words.AddRange(names.Judged.Concat(names.Signals).Select(name => new KeyValuePair<string, WordKinds>(name, WordKinds.Effect)));
        words.AddRange(AttributeNames.Words.Select(name => new KeyValuePair<string, WordKinds>(name, WordKinds.Attribute)));
        var set = new WordSet(words);
        var trees = compilation.SyntaxTrees.ToDictionary(tree => tree, tree => new TreeWords(tree));
        foreach (var tree in trees.Values)
        {
            tree.Scan(set, token);
            tree.AnnotatedDeclarations(token);
            tree.Seal(everything: false);
        }

        var partial = trees.Values.SelectMany(tree => tree.Of(WordKinds.Part, token)).Select(word => word.Parent).OfType<TypeDeclarationSyntax>().Distinct().ToLookup(type => type.Identifier.ValueText, System.StringComparer.Ordinal);
        // Locks that only an annotation makes one.
        var annotated = trees.Values.Any(tree => tree.AnnotatedDeclarations(token).Any()) ? InterestSource.Create(compilation, new EffectNames(names.Judged, names.Signals, names.Acquirers, names.Scopes), token) : null;
        return new LockingTypes(trees.ToImmutableDictionary(), annotated is { UsesAnnotations: true } ? annotated : null, partial);
    }

    /// The outermost types declared in a file that lock something, here or in another part.
    public IEnumerable<TypeDeclarationSyntax> In(SyntaxTree tree, CancellationToken token)
    {
        if (_trees is null)
            return OutermostIn(tree, token);
        var all = OwnIn(tree, token).ToList();
        var elsewhere = OutermostIn(tree, token).Where(type => type.Modifiers.Any(SyntaxKind.PartialKeyword) && !all.Contains(type) && _partial![type.Identifier.ValueText].Any(part => part.SyntaxTree != tree && OwnIn(part.SyntaxTree, token).Contains(part)));
        return all.Concat(elsewhere);
    }

    private IEnumerable<TypeDeclarationSyntax> OwnIn(SyntaxTree tree, CancellationToken token)
    {
        if (!_trees!.TryGetValue(tree, out var words) || words.IsOpaque)
            return OutermostIn(tree, token);
        return words.Of(WordKinds.Lock | WordKinds.Effect, token).Select(word => Outermost(word.Parent))
            .Concat(_annotated is null ? [] : _annotated.BodiesOf(tree, token).Select(Outermost)).OfType<TypeDeclarationSyntax>().Distinct();
    }

    private static TypeDeclarationSyntax? Outermost(SyntaxNode? place) => place?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault();

    private static IEnumerable<TypeDeclarationSyntax> OutermostIn(SyntaxTree tree, CancellationToken token) =>
        tree.GetRoot(token).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<TypeDeclarationSyntax>();
}

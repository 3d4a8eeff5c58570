using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

/// Semantic models of trees other than the one under analysis, one per tree and compilation.
internal sealed class SemanticModels
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public SemanticModels(Compilation compilation) => Compilation = compilation;

    public Compilation Compilation { get; }

    /// Null for a tree of another compilation (a project reference): its source is as invisible as metadata's.
    public SemanticModel? Of(SyntaxTree tree) => Compilation.ContainsSyntaxTree(tree) ? _models.GetOrAdd(tree, Create) : null;

    // An annotation names what stands in other files (a getter to follow, a `using`, a local), the orders of locks are
    // compared at the end of the compilation, and no analyzer action hands out the model of another file. The models are
    // few and kept.
#pragma warning disable RS1030
    private SemanticModel Create(SyntaxTree tree) => Compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Interest;

/// A type whose bodies are compared with each other.
/// <param name="Names">The fields that are worth it; null when all are.</param>
/// <param name="IsShared">The type locks something or starts something, so that every field that tears is worth it too.</param>
internal readonly record struct ComparedType(TypeDeclarationSyntax Syntax, ImmutableHashSet<string>? Names, bool IsShared);

/// What matters because of its form, without any annotation: bodies, and types as a whole.
internal sealed class ShapeInterest(ILookup<SyntaxTree, SyntaxNode> bodies, ILookup<SyntaxTree, ComparedType> types, ImmutableHashSet<SyntaxTree>? opaque)
{
    public static ShapeInterest Everything { get; } = new(
        Enumerable.Empty<SyntaxNode>().ToLookup(body => body.SyntaxTree), Enumerable.Empty<ComparedType>().ToLookup(type => type.Syntax.SyntaxTree), null);

    public IEnumerable<SyntaxNode> BodiesOf(SyntaxTree tree) => IsOpaque(tree) ? MemberBodies.In(tree.GetRoot()) : bodies[tree];

    public IEnumerable<ComparedType> TypesOf(SyntaxTree tree) => IsOpaque(tree)
        ? tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>().Select(type => new ComparedType(type, null, true))
        : types[tree];

    /// Nothing can be told about it by its words.
    private bool IsOpaque(SyntaxTree tree) => opaque is null || opaque.Contains(tree);
}

using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Interest;

/// Finds tokens by position, one after the other: from where the last one was, because the way from the root is as long as
/// the tree is deep, and a chain of `else if` is a deep tree.
internal struct TokenFinder(SyntaxNode root)
{
    private SyntaxNode? _near;

    public SyntaxToken Find(int position)
    {
        var node = _near ?? root;
        while (!node.FullSpan.Contains(position) && node.Parent is { } parent)
            node = parent;
        var token = node.FindToken(position);
        _near = token.Parent;
        return token;
    }
}

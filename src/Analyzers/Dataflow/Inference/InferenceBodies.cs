using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Dataflow.Inference;

/// A body that takes part in an inference.
internal sealed record InferenceBody(SyntaxNode Syntax, ISymbol Member)
{
    public ISymbol Key { get; } = LockingStore.KeyOf(Member);
}

/// The bodies of a compilation as inferences need them: found by the names they mention, analysed with nothing lent once
/// for all who ask.
/// <param name="analyze">Null past a cap, or where there is no graph.</param>
internal sealed class InferenceBodies(
    Func<SyntaxNode, IEnumerable<SyntaxNode>> bodiesIn, Func<SyntaxNode, ISymbol?> memberOf, Func<ISymbol, bool> isUnchecked, Func<InferenceBody, ImmutableArray<LentLock>, CancellationToken, BodyUses?> analyze)
{
    private readonly ConcurrentDictionary<SyntaxNode, BodyUses?> _plain = new();

    public BodyUses? UsesOf(InferenceBody body, ImmutableArray<LentLock> lent, CancellationToken token)
    {
        if (!lent.IsEmpty)
            return analyze(body, lent, token);
        return _plain.TryGetValue(body.Syntax, out var known) ? known : _plain.GetOrAdd(body.Syntax, analyze(body, lent, token));
    }

    /// The bodies below these nodes that mention one of the names.
    public IEnumerable<InferenceBody> Naming(IEnumerable<SyntaxNode> parts, ICollection<string> names) =>
        from part in parts
        from body in bodiesIn(part)
        where Mentions(body, names)
        let member = memberOf(body)
        where member is not null && !isUnchecked(member)
        select new InferenceBody(body, member);

    /// Names in bodies that nobody checks: what stands there may happen under no lock.
    public ImmutableHashSet<string> UncheckedNames(IEnumerable<SyntaxNode> parts, ICollection<string> names) => ImmutableHashSet.CreateRange(
        StringComparer.Ordinal,
        from part in parts
        from body in bodiesIn(part)
        where Mentions(body, names) && memberOf(body) is { } member && isUnchecked(member)
        from token in body.DescendantTokens()
        where token.IsKind(SyntaxKind.IdentifierToken)
        select token.ValueText);

    public static bool Mentions(SyntaxNode body, ICollection<string> names)
    {
        foreach (var token in body.DescendantTokens(node => node is not AttributeListSyntax))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText) && token.Parent is SimpleNameSyntax)
                return true;
        }

        return false;
    }
}

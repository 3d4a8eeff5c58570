using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// Under which locks the whole compilation writes a variable. The bodies that do are analysed when a rule first asks,
/// which it does only for an update under a lock.
internal sealed class SharedWrites(BodyAnalysis bodies, PathBuilder paths)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ImmutableHashSet<string>>> _locks = new(SymbolEqualityComparer.Default);

    /// Whether one of the locks that are held at a write of the variable is held at each of its writes.
    public bool AreUnderOneOf(ImmutableArray<CapabilityExpression> locks, ISymbol variable, CapabilityPath? path, CancellationToken token)
    {
        var all = _locks.GetOrAdd(variable.OriginalDefinition, v => LocksAtWrites(v, token).ToImmutableArray());
        return Names(locks, path).Any(name => all.All(held => held.Contains(name)));
    }

    private IEnumerable<ImmutableHashSet<string>> LocksAtWrites(ISymbol variable, CancellationToken token)
    {
        foreach (var group in paths.Assignments.Of(variable, token).GroupBy(BodyDeclarations.Around))
        {
            var written = group.Key is { } declaration ? WritesIn(declaration, variable, token) : ImmutableArray<StateAccessEvent>.Empty;
            foreach (var target in group)
            {
                // What the analysis did not reach is not known to hold anything.
                var access = written.FirstOrDefault(e => target.Span.IntersectsWith(e.Location.SourceSpan));
                if (access is null || !access.IsUnderConstruction)
                    yield return access is null ? ImmutableHashSet<string>.Empty : Names(access.Locks, access.Path);
            }
        }
    }

    private ImmutableArray<StateAccessEvent> WritesIn(SyntaxNode declaration, ISymbol variable, CancellationToken token)
    {
        if (paths.Models.Of(declaration.SyntaxTree) is not { } model || BodyDeclarations.MemberOf(declaration, model, token) is not { } member
            || model.GetOperation(declaration, token) is not { Parent: null } operation || ControlFlowGraph.Create(declaration, model, token) is not { } cfg)
            return ImmutableArray<StateAccessEvent>.Empty;
        return bodies.AccessesOf(member, operation, cfg, token)
            .Where(e => e.Access.Writes && SymbolEqualityComparer.Default.Equals(e.Member.OriginalDefinition, variable)).ToImmutableArray();
    }

    /// Locks by names that mean the same wherever the variable is named from the same object.
    private static ImmutableHashSet<string> Names(IEnumerable<CapabilityExpression> locks, CapabilityPath? variable) =>
        ImmutableHashSet.CreateRange(locks.Where(held => IsStatic(held.Path) || (Root(held.Path) is ThisPath && variable?.Receiver is ThisPath)).Select(held => held.Protocol + " " + held.Path.Display));

    private static bool IsStatic(CapabilityPath path) => Root(path) is MemberPath { Instance: null } or TypePath;

    private static CapabilityPath Root(CapabilityPath path)
    {
        while (path.Receiver is { } receiver)
            path = receiver;
        return path;
    }
}

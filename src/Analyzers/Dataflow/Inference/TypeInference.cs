using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Dataflow.Inference;

/// Inference type by type: an outermost type with all its parts and nested types, from which nothing that is private is
/// visible. What can be told of one type is told there, whichever of its files asks first; the rest is told from the
/// whole compilation.
internal sealed class TypeInference(Inferable inferable, ProposableLocks locks, InferenceBodies bodies, ContractReader contracts)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeFindings> _types = new(SymbolEqualityComparer.Default);

    /// <param name="Viable">State visible beyond the type that its own type touches under some lock.</param>
    /// <param name="Deferred">State of the type whose verdict depends on members that others call.</param>
    private sealed record TypeFindings(
        ImmutableArray<Shape> Shapes, ImmutableHashSet<ISymbol> Told, ImmutableHashSet<ISymbol> States, ImmutableHashSet<ISymbol> Viable, ImmutableHashSet<ISymbol> Deferred, ImmutableArray<IMethodSymbol> Members);

    public ImmutableArray<Shape> Of(INamedTypeSymbol type, CancellationToken token) => FindingsOf(type, token).Shapes;

    /// What only the whole compilation tells about these types.
    public ImmutableArray<Shape> OfAll(IEnumerable<INamedTypeSymbol> types, IEnumerable<SyntaxNode> roots, CancellationToken token)
    {
        var all = types.Select(type => FindingsOf(type, token)).ToList();
        var late = Set(all.SelectMany(t => t.Viable.Concat(t.Deferred)));
        var states = late;
        var open = Set(all.SelectMany(t => t.Members).Where(Inferable.IsVisibleBeyondType));
        if (states.IsEmpty && open.IsEmpty)
            return ImmutableArray<Shape>.Empty;
        var told = Set(all.SelectMany(t => t.Told));
        // Of what others can name, only what is worth it is looked for in their code.
        states = Set(all.SelectMany(t => t.States).Where(state => !Inferable.IsVisibleBeyondType(state))).Union(states);
        var members = all.SelectMany(t => t.Members).ToImmutableArray();
        var run = Run(states, states.Concat(members), members, roots.ToList(), token);
        return run is null ? ImmutableArray<Shape>.Empty : run.Value.Run.Tallies.Where(tally => late.Contains(tally.State)).SelectMany(run.Value.Run.Of)
            .Concat(run.Value.Run.Members().Where(member => !told.Contains(member.Demand.Member)))
            .OrderBy(shape => shape.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(shape => shape.Location.SourceSpan.Start).ToImmutableArray();
    }

    private TypeFindings FindingsOf(INamedTypeSymbol type, CancellationToken token) =>
        _types.TryGetValue(type, out var known) ? known : _types.GetOrAdd(type, Compute(type, token));

    private TypeFindings Compute(INamedTypeSymbol type, CancellationToken token)
    {
        var members = WithNested(type).SelectMany(t => t.GetMembers()).ToList();
        var states = Set(members.Where(inferable.IsState));
        var guarded = members.Where(member => member is IFieldSymbol or IPropertySymbol && !contracts.GuardsOf(member).IsEmpty).ToList();
        var methods = states.IsEmpty && guarded.Count == 0 ? ImmutableArray<IMethodSymbol>.Empty : members.OfType<IMethodSymbol>().Select(LockingStore.KeyOf).OfType<IMethodSymbol>().Where(inferable.IsMember).ToImmutableArray();
        var parts = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(token)).OrderBy(part => part.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(part => part.SpanStart).ToList();
        methods = Touching(states.Concat(guarded), methods, token);
        var own = methods.Where(method => !Inferable.IsVisibleBeyondType(method)).ToImmutableArray();
        if ((states.IsEmpty && guarded.Count == 0) || Run(states, states.Concat(guarded).Concat(methods), own, parts, token) is not { } found)
            return new TypeFindings(ImmutableArray<Shape>.Empty, Set([]), Set([]), Set([]), Set([]), ImmutableArray<IMethodSymbol>.Empty);
        var (run, coverage) = found;
        var open = OpenMembers(coverage, methods);
        var viable = Set(run.Tallies.Where(tally => tally.IsWritten && Inferable.IsVisibleBeyondType(tally.State)).Select(tally => tally.State));
        var deferred = Set(run.Tallies.Where(tally => !Inferable.IsVisibleBeyondType(tally.State) && tally.Others.Any(other => open.Contains(other.Body.Key))).Select(tally => tally.State));
        var covered = run.Members().Where(member => !Inferable.IsVisibleBeyondType(member.Demand.Member)).ToList();
        return new TypeFindings(
            run.Tallies.Where(tally => !Inferable.IsVisibleBeyondType(tally.State) && !deferred.Contains(tally.State)).SelectMany(run.Of).Concat(covered).ToImmutableArray(),
            Set(covered.Select(member => member.Demand.Member)), states, viable, deferred, methods);
    }

    /// Members meant for other types of the assembly, which may hold something for them; and what those call.
    private static ImmutableHashSet<ISymbol> OpenMembers(Coverage coverage, IEnumerable<IMethodSymbol> members)
    {
        var open = new HashSet<ISymbol>(members.Where(m => m.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Private) && Inferable.IsVisibleBeyondType(m)), SymbolEqualityComparer.Default);
        for (var count = -1; count != open.Count;)
        {
            count = open.Count;
            open.UnionWith(coverage.Uses.Where(u => open.Contains(u.Body.Key)).SelectMany(u => u.Uses.Calls).Select(call => call.Target).Where(target => !Inferable.IsVisibleBeyondType(target)).ToList());
        }

        return open.ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
    }

    /// <param name="named">Whoever names one of these takes part.</param>
    /// <param name="members">Those that something may be lent to.</param>
    private (InferenceRun Run, Coverage Coverage)? Run(ImmutableHashSet<ISymbol> states, IEnumerable<ISymbol> named, ImmutableArray<IMethodSymbol> members, IReadOnlyCollection<SyntaxNode> parts, CancellationToken token)
    {
        var names = new HashSet<string>(named.Select(NameOf), StringComparer.Ordinal);
        var all = bodies.Naming(parts, names).ToImmutableArray();
        var plain = new Dictionary<InferenceBody, BodyUses>();
        foreach (var body in all)
        {
            token.ThrowIfCancellationRequested();
            // Past a cap a body is silent, and so is everybody whose uses it would have told.
            if (bodies.UsesOf(body, ImmutableArray<LentLock>.Empty, token) is not { } uses)
                return null;
            plain.Add(body, uses);
        }

        if (!plain.Values.Any(uses => uses.States.Any(use => !use.Held.IsEmpty) || uses.Calls.Any(call => !call.Held.IsEmpty) || !uses.Asserted.IsEmpty))
            return null;
        var delegated = new HashSet<ISymbol>(plain.Values.SelectMany(uses => uses.Delegated), SymbolEqualityComparer.Default);
        var hidden = bodies.UncheckedNames(parts, names);
        var covered = members.Where(member => !delegated.Contains(member) && !hidden.Contains(NameOf(member))).ToList();
        var coverage = new Coverage(all, covered, (body, lent) => Kept(body, lent) ?? plain[body], (lent, member) => MayLend(lent, member, token), token);
        var asserting = Set(covered);
        return (new InferenceRun(states, coverage, locks, body => plain[body], token) { MayAssert = (held, member) => asserting.Contains(member) && MayLend(held, (IMethodSymbol)member, token) }, coverage);

        // Nobody lends a lock to a body that gives it back.
        BodyUses? Kept(InferenceBody body, ImmutableArray<LentLock> lent) => bodies.UsesOf(body, lent, token) is { Released.IsEmpty: false } uses && lent.RemoveAll(l => uses.Released.Contains(l.Capability)) is var kept && kept.Length < lent.Length
            ? bodies.UsesOf(body, kept, token)
            : bodies.UsesOf(body, lent, token);
    }

    /// What belongs to a thread does not last through an async body. What its contract speaks of is declared already.
    private bool MayLend(LentLock lent, IMethodSymbol member, CancellationToken token) =>
        !contracts.Of(member).Effects.Any(effect => effect.Capabilities.Any(c => c.Path.Equals(lent.Capability.Path))) && !(IsAsync(member) && contracts.TraitsOf(lent.Capability).ThreadAffine) && locks.IsFor(lent.Capability, member, token);

    private static bool IsAsync(IMethodSymbol member) => (member.PartialImplementationPart ?? member).IsAsync;

    /// The members that touch the state, themselves or by what they call, as far as names tell.
    private static ImmutableArray<IMethodSymbol> Touching(IEnumerable<ISymbol> states, IEnumerable<IMethodSymbol> members, CancellationToken token)
    {
        var names = new HashSet<string>(states.Select(state => state.Name), StringComparer.Ordinal);
        var touching = new List<IMethodSymbol>();
        var open = members.Select(member => (Member: member, Syntax: (member.PartialImplementationPart ?? member).DeclaringSyntaxReferences.Select(r => r.GetSyntax(token)).ToList())).ToList();
        for (var count = -1; count != open.Count;)
        {
            count = open.Count;
            var found = open.Where(member => member.Syntax.Any(body => InferenceBodies.Mentions(body, names))).ToList();
            names.UnionWith(found.Select(member => NameOf(member.Member)));
            touching.AddRange(found.Select(member => member.Member));
            open = open.Except(found).ToList();
        }

        return touching.ToImmutableArray();
    }

    private static string NameOf(ISymbol member) => (member as IMethodSymbol)?.AssociatedSymbol?.Name ?? member.Name;

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Prepend(type);

    private static ImmutableHashSet<ISymbol> Set(IEnumerable<ISymbol> symbols) => ImmutableHashSet.CreateRange<ISymbol>(SymbolEqualityComparer.Default, symbols);
}

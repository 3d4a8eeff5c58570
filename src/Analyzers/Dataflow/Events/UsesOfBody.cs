using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Events;

/// From what the replay of a member saw to its uses of state and members: one for each place, with what is held on all
/// paths that come to it.
internal static class UsesOfBody
{
    public static BodyUses Of(BodyContext body, IReadOnlyCollection<(IMethodSymbol? Function, Observation Observation)> seen)
    {
        var states = seen.Where(o => o.Observation is StateUseSeen).GroupBy(o => (o.Observation.Operation.Syntax, ((StateUseSeen)o.Observation).State), UsePlaces.Comparer)
            .Select(g => State(g.First().Function ?? body.Member, g.Select(o => (StateUseSeen)o.Observation).ToList(), body)).ToImmutableArray();
        var calls = seen.Where(o => o.Observation is CallSeen).GroupBy(o => (o.Observation.Operation.Syntax, (ISymbol)((CallSeen)o.Observation).Target), UsePlaces.Comparer)
            .Select(g => Call(g.Select(o => (CallSeen)o.Observation).ToList(), body)).ToImmutableArray();
        // What a body gives back that it did not take is nothing that its callers hold throughout.
        var released = seen.Select(o => o.Observation).OfType<ReleaseSeen>().Where(release => release.Held is { Levels: { Length: 1 } levels } && levels[0].Source is HoldSource.Asserted or HoldSource.Required).Select(release => release.Capability).Distinct().ToImmutableArray();
        return new BodyUses(
            body.Member, states, calls, body.Delegated.Select(LockingStore.KeyOf).ToImmutableArray(),
            seen.Any(o => o.Observation is AccessSeen { Missing.IsEmpty: false } or RequirementSeen { Missing.IsEmpty: false }),
            seen.Select(o => o.Observation).OfType<AccessSeen>().Where(access => access.Missing.IsEmpty).SelectMany(access => access.Needed).Distinct().ToImmutableArray(),
            Asserted(body, seen, released),
            released);
    }

    private static StateUse State(ISymbol function, List<StateUseSeen> seen, BodyContext body)
    {
        // What nobody else can see on one path is still shared on another.
        var shared = seen.Where(o => !o.IsExempt).ToList();
        var judged = shared.Count == 0 ? seen : shared;
        var first = judged[0];
        return new StateUse(first.State, Strongest(judged.Select(o => o.Usage)), Places.Of(first.Operation), function, Places.TextOf(first.Operation), Common(judged.Select(o => Held(o.World, body, path => RelativePath.From(path, o.Receiver)))))
        {
            IsExempt = shared.Count == 0,
            IsMarked = seen.Any(o => o.IsMarked),
            IsOfThis = first.Receiver is ThisPath,
        };
    }

    private static MemberCall Call(List<CallSeen> seen, BodyContext body)
    {
        var shared = seen.Where(o => !IsExempt(o, body)).ToList();
        var judged = shared.Count == 0 ? seen : shared;
        var target = judged[0].Target;
        return new MemberCall(LockingStore.KeyOf(target), Places.Of(judged[0].Operation), Common(judged.Select(o => Held(o.World, body, path => RelativePath.From(path, o.Receiver) ?? OfParameter(path, o)))))
        {
            IsExempt = shared.Count == 0,
            IsOfThis = judged[0].Receiver is ThisPath,
        };
    }

    /// On an object under construction its own requirements are met; so are those of static state in a static constructor.
    private static bool IsExempt(CallSeen call, BodyContext body) => call.Receiver is { } receiver
        ? call.World.Unescaped.Contains(receiver)
        : call.Target.IsStatic && EntryFacts.IsStaticConstruction(body.Member) && SymbolEqualityComparer.Default.Equals(call.Target.ContainingType, body.Member.ContainingType);

    private static CapabilityPath? OfParameter(CapabilityPath path, CallSeen call)
    {
        var target = (IMethodSymbol)LockingStore.KeyOf(call.Target);
        foreach (var (ordinal, value) in call.Arguments)
        {
            if (ordinal < target.Parameters.Length && RelativePath.From(path, value, new ParameterPath(target.Parameters[ordinal])) is { } relative && RelativePath.RootOf(relative) is ParameterPath)
                return relative;
        }

        return null;
    }

    private static IEnumerable<HeldLock> Held(World world, BodyContext body, System.Func<CapabilityPath, CapabilityPath?> relative)
    {
        foreach (var hold in world.Holds)
        {
            if (hold.Capability.IsNegated || relative(hold.Capability.Path) is not { } path || body.Services.Paths.ProtocolOf(path) != hold.Capability.Protocol)
                continue;
            var isLent = body.Lent.Any(lent => lent.Capability.Equals(hold.Capability)) && hold.Levels.All(level => level.Source == HoldSource.Required);
            yield return new HeldLock(hold.Capability with { Path = path }, hold.Mode, hold.Capability, isLent);
        }
    }

    private static ImmutableArray<HeldLock> Common(IEnumerable<IEnumerable<HeldLock>> worlds)
    {
        List<HeldLock>? common = null;
        foreach (var held in worlds.Select(w => w.ToList()))
        {
            common = common is null ? held : common.Select(c => held.FirstOrDefault(h => h.Capability.Equals(c.Capability)) is not { } other ? null
                : c with { Mode = other.Mode < c.Mode ? other.Mode : c.Mode, IsLent = c.IsLent || other.IsLent }).OfType<HeldLock>().ToList();
        }

        return common is null ? ImmutableArray<HeldLock>.Empty : common.ToImmutableArray();
    }

    private static AccessUsage Strongest(IEnumerable<AccessUsage> usages) =>
        usages.Aggregate((strongest, usage) => new AccessUsage(Stronger(strongest.Variable, usage.Variable), Stronger(strongest.Object, usage.Object)));

    private static AccessKind? Stronger(AccessKind? one, AccessKind? other) => one is null || one < other ? other : one;

    /// A member that begins by asserting what it needs: `Debug.Assert(Monitor.IsEntered(_gate))`.
    private static ImmutableArray<LentLock> Asserted(BodyContext body, IReadOnlyCollection<(IMethodSymbol? Function, Observation Observation)> seen, ImmutableArray<CapabilityExpression> released)
    {
        var first = body.Root is IMethodBodyOperation { BlockBody: { Operations: { IsEmpty: false } operations } } ? operations[0] : null;
        if (first is not IExpressionStatementOperation { Operation: IInvocationOperation assertion } || !Asserts(assertion, body.Services.Contracts))
            return ImmutableArray<LentLock>.Empty;
        List<Hold>? common = null;
        var declared = new List<LentLock>();
        foreach (var (function, observation) in seen)
        {
            var world = observation switch
            {
                StateUseSeen use => use.World,
                CallSeen call => call.World,
                _ => null,
            };
            if (observation is AccessSeen { Missing.IsEmpty: true, Instead: { } guard } && guard.Levels[0].Source == HoldSource.Asserted)
                declared.Add(new LentLock(guard.Capability, guard.Mode));
            if (function is not null || world is null || first.Syntax.Span.Contains(observation.Operation.Syntax.Span))
                continue;
            var held = world.Holds.Where(hold => hold.Levels[0].Source == HoldSource.Asserted && RelativePath.RootOf(hold.Capability.Path) is ThisPath or TypePath or MemberPath { Instance: null });
            common = common is null ? held.ToList() : common.Where(hold => held.Any(h => h.Capability.Equals(hold.Capability))).ToList();
        }

        return (common is null ? declared.Distinct() : common.Select(hold => new LentLock(hold.Capability, hold.Mode))).Where(held => !released.Contains(held.Capability)).ToImmutableArray();
    }

    private static bool Asserts(IInvocationOperation call, ContractReader contracts) =>
        contracts.Of(call.TargetMethod).Effects.Any(effect => effect.Kind == LockEffectKind.Asserts) || call.TargetMethod.Parameters.Any(parameter => contracts.DoesNotReturnIf(parameter, out _));

    private sealed class UsePlaces : IEqualityComparer<(SyntaxNode Syntax, ISymbol Symbol)>
    {
        public static readonly UsePlaces Comparer = new();

        public bool Equals((SyntaxNode Syntax, ISymbol Symbol) left, (SyntaxNode Syntax, ISymbol Symbol) right) =>
            left.Syntax == right.Syntax && SymbolEqualityComparer.Default.Equals(left.Symbol, right.Symbol);

        public int GetHashCode((SyntaxNode Syntax, ISymbol Symbol) place) => place.Syntax.GetHashCode();
    }
}

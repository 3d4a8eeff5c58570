using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Graph;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Facts;

/// What is held where a body ends, against what its contract says: levels that are left, and promises that are not kept.
internal sealed class ExitFacts(TransferContext context, MemberContract contract, bool isInlined)
{
    private readonly AliasTransfer _aliases = new(context);

    private IOperation Root => context.Graph.Cfg.OriginalOperation;

    public void Observe(FlowNode exit, Worlds worlds, Location place)
    {
        if (context.Observer is null || context.Body.IsTrusted)
            return;
        foreach (var world in context.Graph.UndrawnLocks.Reach(null, worlds).All.Where(world => world.Exception is null))
        {
            if (exit.Kind == FlowNodeKind.NormalExit)
            {
                _aliases.Leaves(world);
                Normal(world, place);
            }
            else if (!isInlined)
                Left(world, exit.Kind == FlowNodeKind.ExplicitThrowExit ? ExitKind.Throw : ExitKind.Exception, place);
        }
    }

    private void Normal(World world, Location place)
    {
        if (isInlined)
            return;
        world = WithReturned(world);
        context.Observer!.See(new ExitSeen(Root, world.Holds));
        var promised = Promises(world);
        var broken = false;
        foreach (var promise in promised.Where(p => p.Effect is not null))
        {
            if (IsKept(world, promise))
                continue;
            broken = true;
            if (!world.Unjudged.ContainsKey(promise.Capability))
                context.Observer!.See(new PromiseBroken(Root, place, promise.Capability, promise.Effect!, HoldTransfer.Nearest(world, promise.Capability)));
        }

        foreach (var hold in world.Holds)
        {
            // A lock taken instead of the promised one is the same mistake.
            if (world.Unjudged.ContainsKey(hold.Capability) || !IsKnown(world, hold))
                continue;
            var owed = hold.Levels.Where(level => level.Source is HoldSource.Acquired or HoldSource.Required or HoldSource.ToRelease).ToImmutableArray();
            var expected = promised.Count(p => p.Capability.Equals(hold.Capability));
            if (owed.Length <= expected || (broken && expected == 0))
                continue;
            context.Observer!.See(new LeftHeld(Root, hold.Capability, owed.LastOrDefault(level => level.Source == HoldSource.Acquired) ?? owed[owed.Length - 1], ExitKind.Normal, place));
        }
    }

    private void Left(World world, ExitKind kind, Location place)
    {
        foreach (var hold in world.Holds)
        {
            if (world.Unjudged.ContainsKey(hold.Capability) || !IsKnown(world, hold))
                continue;
            if (hold.Levels.LastOrDefault(level => level.Source == HoldSource.Acquired) is { } level)
                context.Observer!.See(new LeftHeld(Root, hold.Capability, level, kind, place));
        }
    }

    /// Whether it is known which object is held: nothing is claimed about the lock of an object nobody can name, unless the
    /// acquisition itself returned the object.
    private bool IsKnown(World world, Hold hold)
    {
        var root = hold.Capability.Path;
        while (root.Receiver is { } receiver)
            root = receiver;
        return root switch
        {
            ValuePath { Origin: var origin } when hold.Levels.Any(level => level.Site == origin) => true,
            LocalPath { Local: var local } => context.Body.DefinitionsOf(local) == 1,
            _ => context.Know(world).IsIdentified(hold.Capability.Path),
        };
    }

    private readonly record struct Promise(CapabilityExpression Capability, HoldMode Mode, LockEffect? Effect);

    /// What must be held at this exit, with what is known of the returned value and of the parameters.
    private List<Promise> Promises(World world)
    {
        var result = new List<Promise>();
        var know = context.Know(world);
        var answer = world.ValueOf(new ReturnPath(null))?.Fact;
        foreach (var effect in contract.Effects)
        {
            // A flag that the body sets does not tell any more with which value the body began.
            var condition = effect.If is { } flag && !(flag.RefKind != RefKind.None && context.Body.IsAssigned(flag)) ? know.FactOf(new ParameterPath(flag)) : null;
            var applies = effect.If is null || condition?.Is(effect.IfValue) != false;
            var isCertain = effect.If is null || condition?.Is(effect.IfValue) == true;
            if (!applies)
                continue;
            var kept = effect.Kind switch
            {
                LockEffectKind.Requires or LockEffectKind.Acquires => isCertain,
                LockEffectKind.TryAcquires => Succeeded(effect, answer, know),
                _ => (bool?)null,
            };
            if (kept is null && effect.Kind != LockEffectKind.TryAcquires || kept == false && effect.Kind == LockEffectKind.TryAcquires)
                continue;
            foreach (var capability in effect.Capabilities.Where(c => !c.IsNegated))
                result.Add(new Promise(InTermsOf(capability, world), effect.Mode, kept == true ? effect : null));
        }

        // Lent and given back: the caller's level may be the one that is there.
        return result;
    }

    private static bool? Succeeded(LockEffect effect, ValueFact? answer, Knowledge know)
    {
        var fact = effect.When is { } when ? know.FactOf(new ParameterPath(when)) : answer;
        return effect.When is null && effect.Source.Target is IMethodSymbol { ReturnType.SpecialType: not SpecialType.System_Boolean } method && !IsTaskOfBool(method)
            ? fact?.Is(null) is { } isNull ? !isNull == effect.Success : null
            : fact?.Is(effect.Success);
    }

    private static bool IsTaskOfBool(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } && arguments[0].SpecialType == SpecialType.System_Boolean;

    /// A promise about a member of the returned object.
    private CapabilityExpression InTermsOf(CapabilityExpression capability, World world) => capability with
    {
        Path = context.Services.Paths.Substitute(capability.Path, root => root switch
        {
            ReturnPath => world.ValueOf(root)?.Path,
            ParameterPath { Parameter.RefKind: RefKind.Out or RefKind.Ref } => context.Know(world).Resolve(root),
            _ => null,
        }),
    };

    private static bool IsKept(World world, Promise promise) => world.HoldOf(promise.Capability)?.Satisfies(promise.Mode) == true;

    /// A returned task of an acquisition is held when the caller has awaited it; a returned scope is the caller's.
    private World WithReturned(World world)
    {
        if (world.ValueOf(new ReturnPath(null)) is not { } returned)
            return world;
        if (returned.Pending is { } pending)
        {
            foreach (var (effect, capability) in pending.Acquisitions.Where(a => context.IsJudged(a.Capability, a.Effect)))
                world = world.Push(capability, new HoldLevel(effect.Mode, HoldSource.Acquired, pending.Call, null));
        }

        if (returned.Path is not { } scope || ScopeTransfer.Managed(world, scope) is null)
            return world;
        return contract.IsEmpty ? ScopeTransfer.Dropped(world, scope) : world;
    }
}

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Scope objects: what their constructor or factory took, they hold until they are disposed. The holds themselves are
/// ordinary levels that name their scope; the scope value knows what it manages.
internal static class ScopeTransfer
{
    public static ImmutableArray<ManagedCapability>? Managed(World world, CapabilityPath scope) =>
        world.ValueOf(scope) is { Managed: { IsDefault: false } managed } ? managed : null;

    /// After the effects of the constructor or factory: the scope manages all that its contract names.
    public static Worlds Created(TransferContext context, CallSite site, MemberContract contract, Worlds worlds)
    {
        var scope = OperationBinder.ValueOf(site.Operation);
        var isDropped = IsDropped(site.Operation);
        return worlds.Select(world =>
        {
            // A factory that gives null instead of a scope took nothing.
            if (world.ValueOf(scope) is { Fact: { } fact } && fact.Is(null) == true)
                return world;
            var know = context.Know(world);
            var known = world.ValueOf(scope) ?? KnownValue.Nothing;
            if (known.Fact?.Is(null) == true)
                return world;
            var managed = contract.Effects
                .Where(e => !e.IsOwn && e.Kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires or LockEffectKind.Requires or LockEffectKind.Excludes || e.IsOwn && site.Target is IMethodSymbol { MethodKind: not MethodKind.Constructor })
                .SelectMany(e => e.Capabilities.Select(c => new ManagedCapability(
                    site.Instantiate(c, context.Services, know) with { IsNegated = false }, e.Mode, null, e.Kind == LockEffectKind.Requires)))
                .Concat(known.Managed.IsDefault ? ImmutableArray<ManagedCapability>.Empty : known.Managed)
                .ToImmutableArray();

            // What it should have adopted was reported as missing; from here on it has it.
            foreach (var item in managed.Where(m => m.IsAdopted && world.HoldOf(m.Capability) is null))
                world = world.Push(item.Capability, new HoldLevel(item.Mode, HoldSource.Assumed, site.Operation, scope));
            if (!isDropped || managed.IsEmpty)
                return world.WithValue(scope, known with { Managed = managed, Fact = known.Fact ?? ValueFact.NotEqualTo(null) });
            context.Observer?.See(new ScopeDropped(site.Operation, ImmutableArray.CreateRange(managed, m => m.Capability), IsTask: false));
            return Dropped(world, scope);
        });
    }

    /// An inverse scope remembers what its constructor gave back, and puts exactly that back.
    public static World Lent(World before, World after, CapabilityPath scope, CapabilityExpression capability, LockEffect effect, IOperation site)
    {
        var held = before.HoldOf(capability)?.Levels ?? ImmutableArray<HoldLevel>.Empty;
        var left = after.HoldOf(capability)?.Levels ?? ImmutableArray<HoldLevel>.Empty;
        var level = held.LastOrDefault(l => held.Length > left.Length && (left.IsEmpty || l.Mode == effect.Mode)) ?? new HoldLevel(effect.Mode, HoldSource.Assumed, site, null);
        var known = after.ValueOf(scope) ?? KnownValue.Nothing;
        var managed = known.Managed.IsDefault ? ImmutableArray<ManagedCapability>.Empty : known.Managed;
        return after.WithValue(scope, known with { Managed = managed.Add(new ManagedCapability(capability, effect.Mode, level)) });
    }

    /// Nothing more is said about a scope that nobody can dispose: what it took stays held.
    public static World Dropped(World world, CapabilityPath scope) => world.WithHolds(ImmutableArray.CreateRange(world.Holds, hold => hold with
    {
        Levels = ImmutableArray.CreateRange(hold.Levels, level => scope.Equals(level.Scope) ? level with { Source = HoldSource.Assumed, Scope = null } : level),
    }));

    /// `Dispose` releases what the scope still holds, in whatever mode, and says nothing about the rest.
    public static World Dispose(World world, CapabilityPath scope, ImmutableArray<ManagedCapability> managed)
    {
        foreach (var item in managed)
        {
            if (item.Restored is { } restored)
                world = world.HoldOf(item.Capability) is null ? world.Push(item.Capability, restored) : world;
            else if (world.HoldOf(item.Capability) is { } hold && (item.IsAdopted || hold.Levels.Any(level => scope.Equals(level.Scope))))
                world = world.Pop(hold, LevelOf(hold, scope));
        }

        return world.WithValue(scope, (world.ValueOf(scope) ?? KnownValue.Nothing) with { Managed = default });
    }

    /// A releasing member of the scope other than `Dispose`.
    public static World Release(TransferContext context, CallSite site, LockEffect effect, CapabilityPath scope, ImmutableArray<ManagedCapability> managed, World world)
    {
        if (IsDispose(site.Target))
            return Dispose(world, scope, managed);
        return ReleaseManaged(context, site, effect, scope, managed, world);
    }

    /// Some of what a scope manages is released through it, in whatever mode; what an inverse scope gave back is taken again.
    public static World ReleaseManaged(TransferContext context, CallSite site, LockEffect effect, CapabilityPath scope, ImmutableArray<ManagedCapability> managed, World world) =>
        managed.Aggregate(world, (w, item) => item.Restored is { } restored ? Take(context, site, effect, item, restored, w) : Drop(context, site, effect, item, scope, w));

    /// An acquiring member of the scope. What a caller's scope takes here is the caller's to expect, not to dispose.
    public static World Reacquire(TransferContext context, CallSite site, LockEffect effect, CapabilityPath scope, ImmutableArray<ManagedCapability> managed, World world) =>
        managed.Aggregate(world, (w, item) => item.Restored is not null
            ? Drop(context, site, effect, item, scope, w)
            : Take(context, site, effect, item, new HoldLevel(effect.Mode, HoldSource.Acquired, site.Operation, scope is ParameterPath ? null : scope), w));

    private static World Take(TransferContext context, CallSite site, LockEffect effect, ManagedCapability item, HoldLevel level, World world)
    {
        var traits = context.Services.Contracts.TraitsOf(item.Capability);
        var (after, outcome, held) = HoldTransfer.Acquire(world, item.Capability, level.Mode, traits, level with { Site = level.Site ?? site.Operation });
        AbsenceTransfer.Acquire(context, site.Operation, item.Capability, world);
        context.Observer?.See(new AcquisitionSeen(site.Operation, effect, item.Capability, outcome, held) { Around = world.Holds, Unescaped = world.Unescaped, IsTry = effect.Kind == LockEffectKind.TryAcquires });
        return after;
    }

    private static World Drop(TransferContext context, CallSite site, LockEffect effect, ManagedCapability item, CapabilityPath scope, World world)
    {
        var hold = world.HoldOf(item.Capability);
        context.Observer?.See(new ReleaseSeen(site.Operation, effect, item.Capability, hold is null ? ReleaseOutcome.NotHeld : ReleaseOutcome.Released, hold));
        return hold is null ? world : world.Pop(hold, LevelOf(hold, scope));
    }

    /// The worlds in which an operation may throw: disposing a scope is a release, and a release does not.
    public static Worlds Undisposed(TransferContext context, IOperation operation, Worlds worlds)
    {
        if (operation is not IInvocationOperation { Instance: not null } call || !IsDispose(call.TargetMethod))
            return worlds;
        var scope = Disposed(call);
        return context.Services.Annotations.IsScopeType(scope.Type)
            ? Worlds.None
            : worlds.SelectMany(world => Managed(world, context.Know(world).Bind(scope)) is null ? ImmutableArray.Create(world) : ImmutableArray<World>.Empty);
    }

    /// The object itself: compilers before Roslyn 4.14 draw `using` of a struct as a call on the boxed value, though
    /// nothing is boxed.
    public static IOperation Disposed(IInvocationOperation call)
    {
        var disposed = call.Instance!;
        while (call.IsImplicit && disposed is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            disposed = conversion.Operand;
        return disposed;
    }

    public static bool IsDispose(ISymbol method) => method.Name is "Dispose" or "DisposeAsync" or "System.IDisposable.Dispose" or "System.IAsyncDisposable.DisposeAsync";

    /// The level the scope took; for an adopted capability the innermost one.
    private static int LevelOf(Hold hold, CapabilityPath scope)
    {
        for (var i = hold.Levels.Length - 1; i >= 0; i--)
        {
            if (scope.Equals(hold.Levels[i].Scope))
                return i;
        }

        return hold.Levels.Length - 1;
    }

    private static bool IsDropped(IOperation operation)
    {
        while (operation.Parent is IParenthesizedOperation or IConversionOperation)
            operation = operation.Parent;
        return operation.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// How a capability is held. Upgradeable is shared to every rule, but the write side may be taken over it and it has
/// a release of its own.
internal enum HoldMode { Shared, Upgradeable, Exclusive }

internal enum LockEffectKind
{
    Requires,
    RequiresAny,
    Excludes,
    Asserts,
    Releases,
    Acquires,
    TryAcquires,

    /// Nobody can say whether it is held afterwards.
    MayAcquire,

    /// A role that is lost: the rest may run on any thread.
    Leaves,

    /// A query: the answer <see cref="LockEffect.Success"/> means held by this thread.
    Holds,
}

internal static class LockEffectKinds
{
    /// What happens once the returned task is awaited, not before.
    public static bool IsDeferrable(this LockEffectKind kind) =>
        kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires or LockEffectKind.Asserts or LockEffectKind.Leaves;

    /// What is named twice is acquired or released once; that it is named twice is reported where it is written.
    public static ImmutableArray<LockEffect> ActingOnce(this IEnumerable<LockEffect> effects)
    {
        var once = ImmutableArray.CreateBuilder<LockEffect>();
        foreach (var effect in effects)
        {
            var before = once.Where(effect.ActsWith).SelectMany(e => e.Capabilities).ToList();
            var named = effect.Kind is LockEffectKind.Acquires or LockEffectKind.Releases or LockEffectKind.TryAcquires
                ? effect.Capabilities.Distinct().Where(c => !before.Contains(c)).ToImmutableArray()
                : effect.Capabilities;
            if (!named.IsEmpty)
                once.Add(named.Length == effect.Capabilities.Length ? effect : effect with { Capabilities = named });
        }

        return once.ToImmutable();
    }
}

/// One effect of calling a member, in terms of its `this`, its parameters and its result (formal paths), whether it
/// came from an attribute in source, from metadata or from a model line.
internal sealed record LockEffect(LockEffectKind Kind, ImmutableArray<CapabilityExpression> Capabilities, HoldMode Mode, Annotation Source)
{
    /// `ReleasesGeneric`: in whatever mode it is held.
    public bool AnyMode { get; init; }

    /// A release gives back all levels at once (`ReaderWriterLock.ReleaseLock`).
    public bool EveryLevel { get; init; }

    /// The result (or value of <see cref="When"/>) that means acquired; for `Holds`, the answer that means held.
    public bool Success { get; init; } = true;

    /// The by-ref bool parameter that tells whether a try succeeded, instead of the result.
    public IParameterSymbol? When { get; init; }

    /// The bool member of the returned (awaited) object that tells instead.
    public IPropertySymbol? WhenReturned { get; init; }

    /// The bool parameter on which the effect depends, and the value it must have.
    public IParameterSymbol? If { get; init; }

    public bool IfValue { get; init; } = true;

    /// The zero-argument form: the capability is `this`.
    public bool IsOwn { get; init; }

    /// It may throw without having acquired.
    public bool MayThrow { get; init; }

    /// An exclusive acquisition that may be made while the capability is held shared (`UpgradeToWriterLock`).
    public bool OverShared { get; init; }

    /// An exclusive release after which what was held before the upgrade is held again (`DowngradeFromWriterLock`).
    public bool ToShared { get; init; }

    /// The other one happens whenever this one does.
    public bool ActsWith(LockEffect other) =>
        Kind == other.Kind && IfValue == other.IfValue && Success == other.Success && SymbolEqualityComparer.Default.Equals(If, other.If)
        && SymbolEqualityComparer.Default.Equals(When, other.When) && SymbolEqualityComparer.Default.Equals(WhenReturned, other.WhenReturned);
}

/// Everything a call of one member does to capabilities and demands of them.
internal sealed record MemberContract(ImmutableArray<LockEffect> Effects)
{
    public static readonly MemberContract None = new(ImmutableArray<LockEffect>.Empty);

    public bool IsEmpty => Effects.IsEmpty && !ReturnsScope && ReturnedCapability is null;

    /// The result (awaited, if it is a task) is a scope: `[return: ScopedCapability]`, a constructor of a scope type, or
    /// a method whose return type is one and that has effects.
    public bool ReturnsScope { get; init; }

    /// `ReturnsCapability`: the call is the same as this expression.
    public CapabilityExpression? ReturnedCapability { get; init; }

    /// Implements the lock itself (a zero-argument contract on a capability or scope type): its body is trusted.
    public bool IsTrusted { get; init; }
}

/// What one annotation of guarded state demands. Writing needs all of them exclusively, reading any one in any mode.
/// Stacked annotations are several of these: all of them, always.
internal sealed record StateGuard(AnnotationKind Kind, ImmutableArray<CapabilityExpression> Capabilities, Annotation Source)
{
    /// The member guards itself: `[GuardedBy(nameof(_items))] readonly List<int> _items`; guards the object.
    public bool IsSelf { get; init; }
}

/// What is known of a lock besides its name.
/// <param name="Kind">The word in messages: `lock`, `mutex`, `capability`.</param>
/// <param name="Reentrant">Whether it nests; null when that cannot be known.</param>
/// <param name="IsSignal">Its balance is judged only once it guards something.</param>
internal sealed record LockTraits(string Kind, bool? Reentrant, bool ThreadAffine, bool IsSignal)
{
    public static readonly LockTraits Monitor = new("monitor", true, true, false);

    /// The exception that says its last owner died: it is held all the same.
    public string? AbandonedException { get; init; }

    /// A member known from metadata only by its name.
    public static readonly LockTraits Opaque = new("capability", true, false, false);
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

/// In what way a contract is not the one that was promised.
internal enum ContractBreach
{
    /// It needs what callers were not told to hold.
    Requires,

    /// It excludes what callers may hold.
    Excludes,

    /// It acquires, releases or tries what callers do not know of.
    Changes,

    /// It does not acquire, release or assert what callers rely on.
    Omits,
}

/// <param name="Effect">What is too much; for <see cref="ContractBreach.Omits"/> what is missing.</param>
internal sealed record ContractDifference(ContractBreach Breach, LockEffect Effect, CapabilityExpression Capability);

/// Whether a contract may stand where another was promised: it may require less and exclude less, and must acquire and
/// release the same. Both speak in the same terms; what a caller is told on one condition it is not told on another.
internal static class ContractComparison
{
    public static IEnumerable<ContractDifference> Differences(ImmutableArray<LockEffect> own, ImmutableArray<LockEffect> promised)
    {
        foreach (var effect in own)
        {
            switch (effect.Kind)
            {
                case LockEffectKind.Requires:
                    foreach (var capability in effect.Capabilities.Where(c => c.IsNegated ? !IsKeptFree(c, effect, promised) : !IsHeld(c, effect, promised)))
                        yield return new ContractDifference(capability.IsNegated ? ContractBreach.Excludes : ContractBreach.Requires, effect, capability);
                    break;
                case LockEffectKind.RequiresAny when !effect.Capabilities.Any(c => IsHeld(c, effect, promised)) && !promised.Any(p => IsNarrower(p, effect)):
                    yield return new ContractDifference(ContractBreach.Requires, effect, effect.Capabilities[0]);
                    break;
                case LockEffectKind.Excludes:
                    foreach (var capability in effect.Capabilities.Where(c => !IsKeptFree(c, effect, promised)))
                        yield return new ContractDifference(ContractBreach.Excludes, effect, capability);
                    break;
                case LockEffectKind.Acquires or LockEffectKind.TryAcquires or LockEffectKind.Releases:
                    foreach (var capability in effect.Capabilities.Where(c => !promised.Any(p => IsSame(effect, p, c))))
                        yield return new ContractDifference(ContractBreach.Changes, effect, capability);
                    break;
            }
        }

        foreach (var effect in promised.Where(e => e.Kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires or LockEffectKind.Releases or LockEffectKind.Asserts))
        {
            foreach (var capability in effect.Capabilities.Where(c => !own.Any(o => IsSame(o, effect, c))))
                yield return new ContractDifference(ContractBreach.Omits, effect, capability);
        }
    }

    /// Callers were told to hold it at least so.
    private static bool IsHeld(CapabilityExpression capability, LockEffect needed, ImmutableArray<LockEffect> promised) => promised.Any(p =>
        p.Kind is LockEffectKind.Requires or LockEffectKind.Releases && IsImplied(needed, p) && Names(p, capability)
        && (needed.Kind == LockEffectKind.RequiresAny || needed.Mode != HoldMode.Exclusive || (p.Mode == HoldMode.Exclusive && !p.AnyMode)));

    /// Callers were told not to hold it: by an exclusion, a negative requirement, or because it is acquired.
    private static bool IsKeptFree(CapabilityExpression capability, LockEffect needed, ImmutableArray<LockEffect> promised)
    {
        var plain = capability with { IsNegated = false };
        return promised.Any(p => IsImplied(needed, p) && (p.Kind switch
        {
            LockEffectKind.Excludes or LockEffectKind.Acquires => Names(p, plain),
            LockEffectKind.Requires => Names(p, plain with { IsNegated = true }),
            _ => false,
        }));
    }

    /// Any one of fewer is also one of more.
    private static bool IsNarrower(LockEffect promised, LockEffect needed) =>
        promised.Kind == LockEffectKind.RequiresAny && IsImplied(needed, promised) && promised.Capabilities.All(c => Names(needed, c));

    private static bool IsSame(LockEffect own, LockEffect promised, CapabilityExpression capability) =>
        own.Kind == promised.Kind && Names(own, capability) && Names(promised, capability)
        && SameParameter(own.If, promised.If) && own.IfValue == promised.IfValue
        && own.Kind switch
        {
            LockEffectKind.Asserts => own.Mode >= promised.Mode,
            LockEffectKind.Releases => own.AnyMode || (own.Mode == promised.Mode && !promised.AnyMode),
            LockEffectKind.TryAcquires => own.Mode == promised.Mode && own.Success == promised.Success && SameParameter(own.When, promised.When),
            _ => own.Mode == promised.Mode,
        };

    /// What is promised without a condition is promised under every one.
    private static bool IsImplied(LockEffect needed, LockEffect promised) =>
        promised.If is null || (SameParameter(promised.If, needed.If) && promised.IfValue == needed.IfValue);

    private static bool Names(LockEffect effect, CapabilityExpression capability) => effect.Capabilities.Contains(capability);

    private static bool SameParameter(IParameterSymbol? left, IParameterSymbol? right) => left?.Ordinal == right?.Ordinal;
}

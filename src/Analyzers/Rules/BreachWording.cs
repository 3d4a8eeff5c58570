using System.Linq;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules;

/// How a broken contract is put into words: what the member does, and who did not say so.
internal static class BreachWording
{
    /// What is wrong, in words, and the capability in question.
    public static string Of(ContractDifference difference, string promise)
    {
        var name = Wording.Name(difference.Capability with { IsNegated = false });
        return difference.Breach switch
        {
            ContractBreach.Requires => $"needs {Needed(difference.Effect)}, which {promise} does not ask for",
            ContractBreach.Excludes => $"needs {name} not to be held, which {promise} does not say",
            ContractBreach.Changes => $"{Verb(difference.Effect)} {name}, which {promise} does not",
            _ => $"does not say that it {Verb(difference.Effect)} {name}, as {promise} does",
        };
    }

    private static string Needed(LockEffect effect) =>
        Wording.List(effect.Capabilities.Where(c => !c.IsNegated), effect.Kind == LockEffectKind.RequiresAny) + (effect is { Kind: LockEffectKind.Requires, Mode: HoldMode.Exclusive } ? " held exclusively" : "");

    private static string Verb(LockEffect effect) => effect.Kind switch
    {
        LockEffectKind.Acquires => "acquires",
        LockEffectKind.Releases => "releases",
        LockEffectKind.TryAcquires => "tries to acquire",
        _ => "asserts",
    } + (effect.Mode == HoldMode.Shared ? " shared" : "");
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Inference;

/// The accesses of one state, as the guard of one lock would judge them.
/// <param name="Under">With the body each stands in.</param>
internal sealed record StateTally(ISymbol State, CapabilityExpression Lock, ImmutableArray<(InferenceBody Body, StateUse Use)> Under, ImmutableArray<(InferenceBody Body, StateUse Use)> Others, bool IsWritten)
{
    public int All => Under.Length + Others.Length;

    /// A guard that is the state itself guards the object.
    public static StateTally Of(ISymbol state, CapabilityExpression capability, IEnumerable<(InferenceBody Body, StateUse Use)> uses)
    {
        var isSelf = capability.Path is MemberPath { Instance: null or ThisPath, Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, state);
        var under = ImmutableArray.CreateBuilder<(InferenceBody, StateUse)>();
        var others = ImmutableArray.CreateBuilder<(InferenceBody, StateUse)>();
        var isWritten = false;
        foreach (var (body, use) in uses)
        {
            if (KindOf(use, isSelf) is not { } kind)
                continue;
            var writes = kind is AccessKind.Write or AccessKind.ObjectWrite or AccessKind.Reference;
            isWritten |= writes;
            (HoldOf(use, capability, writes) is null ? others : under).Add((body, use));
        }

        return new StateTally(state, capability, under.ToImmutable(), others.ToImmutable(), isWritten);
    }

    /// The hold of the lock, in a mode that suffices.
    public static HeldLock? HoldOf(StateUse use, CapabilityExpression capability, bool writes) =>
        use.Held.FirstOrDefault(held => held.Capability.Equals(capability) && (!writes || held.Mode == HoldMode.Exclusive));

    private static AccessKind? KindOf(StateUse use, bool isSelf) => isSelf
        ? use.Usage.Object
        : use.Usage.Object switch
        {
            AccessKind.ObjectWrite => AccessKind.Write,
            (AccessKind.Reference or AccessKind.ReadReference) and var reference => reference,
            _ => use.Usage.Variable,
        };
}

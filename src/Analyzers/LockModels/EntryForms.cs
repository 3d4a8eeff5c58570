using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.LockModels;

internal enum EntryKind
{
    /// `lock (x) { … }`
    Statement,

    /// `using (x.Enter()) { … }`
    Scope,

    /// `x.Enter(); try { … } finally { x.Exit(); }`
    Pair,

    /// The same with a flag: `x.Enter(ref taken)`.
    Flagged,

    /// `using (await x.Enter()) { … }`
    AwaitedScope,

    /// `await x.Enter(); try { … } finally { x.Exit(); }`
    AwaitedPair,
}

/// One way to hold a capability for a run of statements.
/// <param name="Enter">The call on the capability that takes it; empty for a statement.</param>
/// <param name="Exit">The call that gives it back, where it takes one.</param>
internal sealed record EntryForm(EntryKind Kind, string Enter, string Exit)
{
    /// The scope object lives on the stack only.
    public bool IsByRefLike { get; init; }
}

/// A capability and what code that would take it must know.
/// <param name="Exclusive">The same where it must be held exclusively.</param>
internal sealed record LockEntry(CapabilityExpression Capability, LockTraits Traits, ImmutableArray<EntryForm> Forms, ImmutableArray<EntryForm> Exclusive)
{
    /// The body takes locks, or gives them back, itself.
    public bool IsAmongAcquisitions { get; init; }
}

/// How a capability is taken in code, in the order of preference: read off the contracts of the members that its type
/// has, so that a lock of a model, or of the user, needs no more than its lines.
internal sealed class EntryForms(ContractReader contracts)
{
    public LockEntry Of(CapabilityExpression capability, HoldMode mode) => new(capability, contracts.TraitsOf(capability), FormsOf(capability, mode), FormsOf(capability, HoldMode.Exclusive));

    /// The call that gives back a hold of this mode.
    public string? ReleaseOf(CapabilityExpression capability, HoldMode mode) =>
        capability is { Protocol: LockProtocol.Own, Path.Type: { } type } ? Releases(Methods(type).ToList(), mode).FirstOrDefault() : null;

    private ImmutableArray<EntryForm> FormsOf(CapabilityExpression capability, HoldMode mode)
    {
        if (capability.IsNegated || IsReachedThroughGuardedState(capability.Path))
            return ImmutableArray<EntryForm>.Empty;
        if (capability.Protocol == LockProtocol.Monitor)
            return ImmutableArray.Create(new EntryForm(EntryKind.Statement, "", ""));
        if (capability.Path is OpaqueMemberPath or TypePath || capability.Path.Type is not { } type)
            return ImmutableArray<EntryForm>.Empty;
        var methods = Methods(type).ToList();
        var forms = Forms(methods, mode);
        return (forms.Count == 0 && mode != HoldMode.Exclusive ? Forms(methods, HoldMode.Exclusive) : forms).OrderBy(f => f.Kind).ToImmutableArray();
    }

    /// To name the lock is an access that needs another one.
    private bool IsReachedThroughGuardedState(CapabilityPath path)
    {
        for (var owner = path.Receiver; owner is not null; owner = owner.Receiver)
        {
            if (owner is MemberPath { Symbol: var member } && contracts.GuardsOf(member).Any(guard => !guard.IsSelf))
                return true;
        }

        return false;
    }

    private List<EntryForm> Forms(List<IMethodSymbol> methods, HoldMode mode)
    {
        var releases = Releases(methods, mode).ToList();
        var forms = new List<EntryForm>();
        foreach (var method in methods)
        {
            if (Own(method, LockEffectKind.Acquires, mode) is not { If: null, OverShared: false } effect || Call(method, effect) is not { } enter)
                continue;
            var isAwaited = method.ReturnType.GetMembers("GetAwaiter").Any();
            if (contracts.Of(method).ReturnsScope)
                forms.Add(new EntryForm(isAwaited ? EntryKind.AwaitedScope : EntryKind.Scope, enter, "") { IsByRefLike = method.ReturnType.IsRefLikeType });
            else if (releases.Count > 0)
                forms.Add(new EntryForm(effect.When is not null ? EntryKind.Flagged : isAwaited ? EntryKind.AwaitedPair : EntryKind.Pair, enter, releases[0]));
        }

        return forms;
    }

    private IEnumerable<string> Releases(List<IMethodSymbol> methods, HoldMode mode) =>
        from method in methods
        let effect = Own(method, LockEffectKind.Releases, mode)
        where effect is { If: null, When: null } && method.Parameters.All(p => p.IsOptional)
        orderby effect.AnyMode, !method.ReturnsVoid, method.Parameters.Length
        select method.Name + "()";

    /// The only effect of the method, on the object itself.
    private LockEffect? Own(IMethodSymbol method, LockEffectKind kind, HoldMode mode) =>
        contracts.Of(method).Effects is { Length: 1 } effects && effects[0] is var effect && effect.Kind == kind
            && (effect.Mode == mode || effect.AnyMode) && effect.Capabilities is { Length: 1 } own && own[0].Path is ThisPath
            ? effect
            : null;

    /// The call without a choice: no arguments, the flag, or the wait without an end.
    private static string? Call(IMethodSymbol method, LockEffect effect)
    {
        var needed = method.Parameters.Where(p => !p.IsOptional).ToList();
        return needed.Count switch
        {
            0 when effect.When is null => method.Name + "()",
            1 when effect.When is not null => method.Name + "(ref {0})",
            1 when needed[0] is { Type.SpecialType: SpecialType.System_Int32, Name: "millisecondsTimeout" } => method.Name + "(-1)",
            _ => null,
        };
    }

    private static IEnumerable<IMethodSymbol> Methods(ITypeSymbol type)
    {
        var seen = new HashSet<string>();
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            foreach (var method in t.GetMembers().OfType<IMethodSymbol>().Where(m => m is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false }).OrderBy(m => m.Parameters.Length))
            {
                if (seen.Add(method.Name + "/" + method.Parameters.Length + (method.Parameters.IsEmpty ? "" : method.Parameters[0].Type.Name)))
                    yield return method;
            }
        }

        foreach (var method in type.TypeKind == TypeKind.Interface ? type.AllInterfaces.SelectMany(i => i.GetMembers()).OfType<IMethodSymbol>() : Enumerable.Empty<IMethodSymbol>())
        {
            if (method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false } && seen.Add(method.Name + "/" + method.Parameters.Length))
                yield return method;
        }
    }
}

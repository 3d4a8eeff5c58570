using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// What one member does to the order of locks, with no operation kept alive: what it acquires under what, and whom it
/// calls under what. Only locks that can be named from the member's `this`, its parameters or statics are spoken of.
internal sealed record MemberLocking(ISymbol Member, Location Place, ImmutableArray<LockStep> Acquisitions, ImmutableArray<CallStep> Calls, ImmutableArray<ISymbol> Delegated);

/// A lock that is held or taken, in terms of the member.
/// <param name="Site">Where it was acquired; null when the caller did that.</param>
internal sealed record NamedLock(CapabilityExpression Capability, HoldMode Mode, Location? Site)
{
    /// The declaration that stands for the lock whichever object has it.
    public ISymbol Declaration => Capability.Path switch
    {
        MemberPath member => member.Symbol,
        TypePath type => type.Named,
        var path => path.Type!,
    };

    /// What the member is for is its own object, not one that something else locks under another name.
    public bool IsOwn { get; init; }

    public bool IsStatic => Capability.Path is MemberPath { Instance: null } or TypePath;

    /// The object that has the lock.
    public CapabilityPath Owner => Capability.Path.Receiver ?? Capability.Path;

    public bool IsSameAs(NamedLock other) => Capability.Protocol == other.Capability.Protocol && Capability.Path.Equals(other.Capability.Path);

    public bool HasDeclarationOf(NamedLock other) =>
        Capability.Protocol == other.Capability.Protocol && SymbolEqualityComparer.Default.Equals(Declaration, other.Declaration);

    /// Whether a path can be named in terms of the member: it begins with `this`, a parameter or a static.
    public static bool IsNameable(CapabilityPath path)
    {
        for (CapabilityPath? p = path; p is not null; p = p.Receiver)
        {
            if (p is not (MemberPath or TypePath or ThisPath { ThisType: not null } or ParameterPath))
                return false;
        }

        return true;
    }

    /// What a parameter refers to may be anybody's lock.
    public static bool IsLock(CapabilityPath path) => path is not ParameterPath && IsNameable(path);
}

/// <param name="IsPart">It happens while the member runs, not in a delegate that runs later.</param>
internal sealed record LockStep(NamedLock Lock, ImmutableArray<NamedLock> Around, bool IsPart);

/// <param name="Receiver">In terms of the caller; null when it is static or cannot be named.</param>
internal sealed record CallStep(
    IMethodSymbol Target, CapabilityPath? Receiver, ImmutableArray<(int Ordinal, CapabilityPath Value)> Arguments, Location Place, ImmutableArray<NamedLock> Around, bool IsPart);

/// What the members of a compilation do, as far as they have been analysed: filled file by file, in any order.
internal sealed class LockingStore
{
    private readonly ConcurrentDictionary<ISymbol, MemberLocking> _members = new(SymbolEqualityComparer.Default);

    public void Add(MemberLocking? member)
    {
        if (member is not null)
            _members[KeyOf(member.Member)] = member;
    }

    public MemberLocking? Of(IMethodSymbol target) => _members.TryGetValue(KeyOf(target), out var found) ? found : null;

    /// In source order, whatever the order in which they came.
    public ImmutableArray<MemberLocking> All => _members.Values
        .OrderBy(m => m.Place.SourceTree?.FilePath, System.StringComparer.Ordinal).ThenBy(m => m.Place.SourceSpan.Start).ThenBy(m => m.Member.Name, System.StringComparer.Ordinal).ToImmutableArray();

    public static ISymbol KeyOf(ISymbol member) => member is IMethodSymbol method
        ? (method.ReducedFrom ?? method).OriginalDefinition is var definition && definition.PartialDefinitionPart is { } declared ? declared : definition
        : member;
}

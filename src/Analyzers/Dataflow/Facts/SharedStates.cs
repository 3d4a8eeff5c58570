using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// The members of one body whose reads are worth telling apart. Most bodies have none, and then nothing is tracked: a
/// lock-free member that is read once, or guarded state in a body with one critical section, raises no question.
internal sealed class SharedStates
{
    private readonly Dictionary<ISymbol, SharedRole> _roles;

    private readonly SharedRoles _shared;

    private SharedStates(Dictionary<ISymbol, SharedRole> roles, SharedRoles shared)
    {
        _roles = roles;
        _shared = shared;
    }

    public static SharedStates? Of(FactServices services, ISymbol body, IOperation root, IReadOnlyList<IMemberReferenceOperation> references)
    {
        if (references.Count == 0 || services.Marking.IsDataRacy(body))
            return null;
        var roles = new Dictionary<ISymbol, SharedRole>(SymbolEqualityComparer.Default);
        bool? hasGaps = null;
        foreach (var group in references.GroupBy(reference => StateOf(services.Roles, reference.Member), (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default))
        {
            var role = services.Roles.Of(group.Key);
            if (role == SharedRole.None)
                continue;
            var isRepeated = group.Skip(1).Any();
            if ((role & SharedRole.Declared) == 0 && (!isRepeated || !IsOfTypeAround(group.Key, body)))
                role &= ~SharedRole.LockFree;
            if ((role & SharedRole.LockFree) != 0 && !isRepeated && TypeOf(group.Key) is not { IsReferenceType: true })
                role &= ~SharedRole.LockFree;
            if ((role & SharedRole.Guarded) != 0 && (!isRepeated || !(hasGaps ??= HasGaps(services, root))))
                role &= ~SharedRole.Guarded;
            if ((role & ~SharedRole.Declared) != SharedRole.None)
                roles.Add(group.Key, role);
        }

        return roles.Count == 0 ? null : new SharedStates(roles, services.Roles);
    }

    public SharedRole RoleOf(ISymbol member) => _roles.TryGetValue(StateOf(member), out var role) ? role : SharedRole.None;

    /// The state that a reference reads: the member itself, or the field that a property does nothing but return.
    public ISymbol StateOf(ISymbol member) => StateOf(_shared, member);

    private static ISymbol StateOf(SharedRoles roles, ISymbol member) => member is IPropertySymbol property && roles.ReadBy(property) is { } field ? field : StateSymbol.Of(member);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol @event => @event.Type,
        _ => null,
    };

    /// Without an annotation a type is judged by its own code only.
    private static bool IsOfTypeAround(ISymbol member, ISymbol body)
    {
        for (var type = body.ContainingType; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType?.OriginalDefinition))
                return true;
        }

        return false;
    }

    /// Whether a lock can be given up and taken again in the body: two acquisitions, one in a loop, or a call that does it.
    private static bool HasGaps(FactServices services, IOperation root)
    {
        var acquisitions = 0;
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILockOperation:
                    acquisitions += IsRepeated(operation) ? 2 : 1;
                    break;
                case IInvocationOperation call when services.Contracts.Of(call.TargetMethod) is { Effects.IsEmpty: false } contract:
                    if (services.Contracts.Interrupts(call.TargetMethod))
                        return true;
                    if (contract.Effects.Any(e => e.Kind is LockEffectKind.Acquires or LockEffectKind.TryAcquires))
                        acquisitions += IsRepeated(operation) || contract.Effects.Any(e => e.Kind == LockEffectKind.Releases) ? 2 : 1;
                    break;
            }

            if (acquisitions > 1)
                return true;
        }

        return false;
    }

    private static bool IsRepeated(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation)
                return true;
        }

        return false;
    }
}

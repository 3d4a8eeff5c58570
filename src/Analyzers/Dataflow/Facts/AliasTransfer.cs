using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Where guarded objects go: into variables that outlive the guard, out of the body, into places where others find them.
///
/// What leaves is judged at the end of the body, where it is known what is still held and whether the member has got
/// another object since.
internal sealed class AliasTransfer(TransferContext context)
{
    private readonly AliasBinder _binder = new(context);

    private static AccessUsage Read => new(AccessKind.Read, AccessKind.ObjectRead);

    private static AccessUsage Written => new(AccessKind.Read, AccessKind.ObjectWrite);

    private ContractReader Contracts => context.Services.Contracts;

    public GuardedAlias? Of(IOperation value, World world) => _binder.Of(value, world);

    /// A variable that holds a guarded object is used: that is an access to the object.
    public void Used(IOperation reference, Worlds worlds)
    {
        if (context.Observer is null || Knowledge.Variable(reference) is not { } variable || UsageOf(reference) is not { Object: not null } usage)
            return;
        if (reference is IFlowCaptureReferenceOperation capture && (context.Graph.PlaceOf(capture.Id) is not null || IsMember(context.Graph.ValueOf(capture.Id))))
            return;
        foreach (var world in worlds.All)
        {
            if (world.ValueOf(variable)?.Guarded is not { } alias || IsPartOfLocking(reference, alias, world))
                continue;
            if (alias.IsBoundUnderGuard && _binder.GuardsOf(alias).Any(guard => context.Needed(world, guard, alias.Member, alias.Receiver) is { IsEmpty: false } needed && needed.All(c => world.HoldOf(c) is null)))
                See(reference, alias, EscapeKind.Used, world);
            else if (!alias.IsPlace)
                Access(reference, alias, usage, world);
        }
    }

    /// Under a guard that does not do for this use, or never was held: an access like any other.
    private void Access(IOperation reference, GuardedAlias alias, AccessUsage usage, World world)
    {
        var hasPointee = _binder.GuardsOf(alias).Any(AliasBinder.IsOfObject);
        foreach (var guard in _binder.GuardsOf(alias))
        {
            if (AccessTransfer.KindFor(guard, usage, hasPointee) is not { } kind)
                continue;
            var mode = kind is AccessKind.Write or AccessKind.ObjectWrite or AccessKind.Reference ? HoldMode.Exclusive : HoldMode.Shared;
            if (_binder.IsMet(guard, alias.Member, alias.Receiver, mode, world))
                continue;
            var needed = context.Needed(world, guard, alias.Member, alias.Receiver);
            var missing = needed.Where(c => world.HoldOf(c)?.Satisfies(mode) != true).ToImmutableArray();
            context.Observer!.See(new AccessSeen(reference, alias.Member, kind, mode, guard, needed, missing, HoldTransfer.Nearest(world, missing[0])));
        }
    }

    /// A span is a value, but what is done to it is done to the array.
    private AccessUsage? UsageOf(IOperation reference)
    {
        if (reference.Type is not ({ IsValueType: true } or { TypeKind: TypeKind.Pointer }))
            return AccessUsage.Of(reference, context.Graph, Contracts);
        var operation = reference;
        while (operation.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation.Parent;
        return operation.Parent switch
        {
            IPropertyReferenceOperation { Property.ReturnsByRef: true } element when element.Instance == operation =>
                AccessUsage.Of(element, context.Graph, Contracts).Variable is AccessKind.Write or AccessKind.Reference ? Written : Read,
            IMemberReferenceOperation member when member.Instance == operation => Read,
            IInvocationOperation call when call.Instance == operation => Read,
            IArgumentOperation => Read,
            // `*p`, `p[i]`
            { Kind: OperationKind.None, Parent: var outer } pointed when pointed.ChildOperations.FirstOrDefault() == operation =>
                outer is IAssignmentOperation assignment && assignment.Target == pointed || outer is IIncrementOrDecrementOperation ? Written : Read,
            _ => null,
        };
    }

    private static bool IsMember(IOperation? value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsMember(conversion.Operand),
        IParenthesizedOperation parenthesized => IsMember(parenthesized.Operand),
        _ => value is IMemberReferenceOperation,
    };

    /// Locking an object, or an object that it names as its lock, is no use of it.
    private bool IsPartOfLocking(IOperation reference, GuardedAlias alias, World world)
    {
        var operation = reference;
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        if (operation.Parent is IArgumentOperation { Parent: IInvocationOperation call } && !Contracts.Of(call.TargetMethod).IsEmpty)
            return true;
        var needed = _binder.Needed(alias, world);
        return operation.Parent is IMemberReferenceOperation member && needed.Any(capability => capability.Path.Equals(context.Know(world).Bind(member)));
    }

    /// What a returned value is: the object, or in a member that returns a reference, the place.
    public GuardedAlias? Returned(IOperation value, World world)
    {
        var alias = context.Graph.Method is { } method && (method.ReturnsByRef || method.ReturnsByRefReadonly)
            ? _binder.PlaceOf(value, method.ReturnsByRef ? HoldMode.Exclusive : HoldMode.Shared, world)
            : _binder.Of(value, world);
        return alias is null ? null : alias with { Origin = value };
    }

    /// An object that is put where others find it. Another member under the same guard is no such place, nor is anything
    /// that says itself how it is accessed.
    public GuardedAlias? Stored(IOperation value, IOperation place, CapabilityPath path, World world)
    {
        if (_binder.Of(value, world) is not { IsBoundUnderGuard: true } alias || alias.Path.Contains(path) || Holder(place) is not { } holder)
            return null;
        if (holder.Instance is not (null or IInstanceReferenceOperation) || context.IsUnderConstruction(world, new ThisPath(null)))
            return null;
        var isPlain = holder is IFieldReferenceOperation || holder is IPropertyReferenceOperation property && StateSymbol.IsAutoProperty(property.Property.OriginalDefinition);
        var guards = Contracts.GuardsOf(holder.Member);
        if (!isPlain || (guards.IsEmpty && Contracts.HasDiscipline(holder.Member)))
            return null;
        var needed = _binder.Needed(alias, world);
        var isSameGuard = guards.Any(guard => context.Needed(world, guard, holder.Member, context.Know(world).Bind(holder) is MemberPath member ? member.Instance : null).Any(needed.Contains));
        return isSameGuard ? null : alias with { Origin = value };
    }

    /// A marked write of an object to a place that others see.
    public Worlds Published(IInvocationOperation call, Worlds worlds)
    {
        if (MarkedApis.ValueOf(call) is not { } value || call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value is not { } place)
            return worlds;
        return worlds.Select(world =>
        {
            var path = context.Know(world).Bind(place);
            return Stored(value, place, path, world) is { } stored ? world.WithValue(new StoredPath(path), new KnownValue { Guarded = stored }) : world;
        });
    }

    /// The member that is assigned, or whose element is.
    private static IMemberReferenceOperation? Holder(IOperation place) => place switch
    {
        IArrayElementReferenceOperation element => Holder(element.ArrayReference),
        IPropertyReferenceOperation { Arguments.IsEmpty: false, Instance: { } indexed } => Holder(indexed),
        IMemberReferenceOperation member => member,
        _ => null,
    };

    public void Yielded(IReturnOperation yield, Worlds worlds)
    {
        if (context.Observer is null || yield.ReturnedValue is not { } value)
            return;
        foreach (var world in worlds.All)
        {
            if (_binder.Of(value, world) is { } alias)
                See(value, alias, EscapeKind.Yielded, world);
        }
    }

    /// What the body leaves behind where others find it.
    public void Leaves(World world)
    {
        if (context.Observer is null || world.HasLostHold)
            return;
        var method = context.Graph.Method;
        foreach (var pair in world.Values)
        {
            if (pair.Value.Guarded is not { } alias)
                continue;
            switch (pair.Key)
            {
                case ReturnPath when !IsOwed(alias, world) && (alias.IsPlace || (alias.IsBoundUnderGuard || (method?.ReturnType.SpecialType != SpecialType.System_Object && context.Graph.Function is null))):
                    See(alias.Origin, alias, method is { ReturnsByRef: true } or { ReturnsByRefReadonly: true } ? EscapeKind.ReturnedByReference : EscapeKind.Returned, world);
                    break;
                case ParameterPath { Parameter: { RefKind: RefKind.Out or RefKind.Ref } parameter } when !IsOwed(alias, world) && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method):
                    See(alias.Origin, alias, EscapeKind.PassedOut, world);
                    break;
                case StoredPath:
                    See(alias.Origin, alias, EscapeKind.Stored, world);
                    break;
            }
        }
    }

    /// Whoever called this holds the guard when it is over.
    private bool IsOwed(GuardedAlias alias, World world)
    {
        if (context.Graph.Function is null && context.Body.Method is { } method)
        {
            if (method.AssociatedSymbol is IPropertySymbol property && Contracts.GuardsOf(property).Any(guard => guard.Capabilities.Any(_binder.Needed(alias, world).Contains)))
                return true;
            // The body of a synchronized member gives its lock back itself.
            if (Contracts.SynchronizedOn(method) is { } synchronized && world.HoldOf(synchronized) is { } hold)
                world = world.Pop(hold, 0);
        }

        return _binder.IsMet(alias, world);
    }

    private void See(IOperation place, GuardedAlias alias, EscapeKind kind, World world)
    {
        var needed = _binder.Needed(alias, world);
        if (!needed.IsEmpty)
            context.Observer!.See(new EscapeSeen(place, alias.Member, alias.Path.Display, kind, _binder.GuardsOf(alias), needed, alias.Origin == place ? null : alias.Origin) { IsTakenUnderGuard = alias.IsBoundUnderGuard });
    }

    /// A method of the same type may have given the member another object.
    public static Worlds Called(IMethodSymbol method, Worlds worlds) => method.DeclaringSyntaxReferences.IsEmpty ? worlds : worlds.Select(world =>
    {
        foreach (var pair in world.Values)
        {
            if (pair.Value.Guarded is { IsPlace: false, Member: not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }) } alias && IsRelated(method.ContainingType, alias.Member.ContainingType))
                world = world.WithValue(pair.Key, pair.Value with { Guarded = null });
        }

        return world;
    });

    private static bool IsRelated(INamedTypeSymbol? caller, INamedTypeSymbol? owner)
    {
        for (var type = caller; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, owner?.OriginalDefinition))
                return true;
        }

        return false;
    }

    /// The member was passed by reference: it may refer to another object now.
    public static World Swapped(World world, CapabilityPath member)
    {
        foreach (var pair in world.Values)
        {
            if (pair.Value.Guarded is { IsPlace: false } alias && alias.Path.Equals(member))
                world = world.WithValue(pair.Key, pair.Value with { Guarded = null });
        }

        return world;
    }
}

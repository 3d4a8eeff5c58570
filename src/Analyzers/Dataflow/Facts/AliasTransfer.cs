using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Follows guarded objects from the member that holds them into variables, views, results and other places, and says
/// where one of these is while the guard is not held.
///
/// What leaves is judged at the end of the body, where it is known what is still held and whether the member has got
/// another object since. What cannot be followed is not claimed to be anything.
internal sealed class AliasTransfer(TransferContext context)
{
    private const int MaxNesting = 32;

    private ContractReader Contracts => context.Services.Contracts;

    /// The guarded object that a value is or looks into; null for copies, elements and all that is not known.
    public GuardedAlias? Of(IOperation value, World world) => Of(value, world, 0);

    private GuardedAlias? Of(IOperation? value, World world, int depth)
    {
        if (depth > MaxNesting)
            return null;
        switch (value)
        {
            case IConversionOperation conversion when conversion.OperatorMethod is null || Contracts.Live.IsView(conversion.OperatorMethod, conversion.IsImplicit):
                return Of(conversion.Operand, world, depth + 1);
            case IParenthesizedOperation parenthesized:
                return Of(parenthesized.Operand, world, depth + 1);
            case IDeclarationExpressionOperation declaration:
                return Of(declaration.Expression, world, depth + 1);
            case ITranslatedQueryOperation query:
                return Of(query.Operation, world, depth + 1);
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                return Of(Place(assignment.Target), world, depth + 1) ?? Of(assignment.Value, world, depth + 1);
            case ITupleOperation tuple:
                return tuple.Elements.Select(element => Of(element, world, depth + 1)).FirstOrDefault(alias => alias is not null);
            case IInvocationOperation call when Contracts.Live.IsView(call.TargetMethod, call.IsImplicit):
                return View(call.Arguments.Select(argument => argument.Value).Prepend(call.Instance), world, depth);
            case IObjectCreationOperation { Constructor: { } constructor } creation when Contracts.Live.IsView(constructor, isImplicit: false):
                return View(creation.Arguments.Select(argument => argument.Value), world, depth);
            case IPropertyReferenceOperation { Instance: { } owner } property when Contracts.Live.IsView(property.Property):
                return View(new[] { owner }, world, depth);
            case IPropertyReferenceOperation { Arguments.IsEmpty: false } or IMethodReferenceOperation or IEventReferenceOperation:
                return null;
            case IMemberReferenceOperation member:
                return Taken(member, member.Member, world);
            case IParameterReferenceOperation parameter when parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && !Contracts.GuardsOf(parameter.Parameter).IsEmpty:
                return Taken(parameter, parameter.Parameter, world);
            case ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation or IFlowCaptureReferenceOperation:
                return Knowledge.Variable(value) is { } variable ? world.ValueOf(variable)?.Guarded : null;
            default:
                return null;
        }
    }

    /// Making a view is a use: where that was wrong, it has been said.
    private GuardedAlias? View(System.Collections.Generic.IEnumerable<IOperation?> operands, World world, int depth)
    {
        foreach (var operand in operands)
        {
            if (Of(operand, world, depth + 1) is { } alias && IsMet(alias, world))
                return alias;
        }

        return null;
    }

    private GuardedAlias? Taken(IOperation value, ISymbol member, World world)
    {
        var guards = Contracts.GuardsOf(member);
        if (guards.IsEmpty || ObjectGuards(guards) is not { IsEmpty: false } own || !Contracts.Live.IsLive(value.Type, own.Any(IsOfObject)))
            return null;
        return Alias(value, member, guards, own, HoldMode.Shared, isPlace: false, world);
    }

    private GuardedAlias? Alias(IOperation value, ISymbol member, ImmutableArray<StateGuard> guards, ImmutableArray<StateGuard> own, HoldMode mode, bool isPlace, World world)
    {
        if (IsStaticConstruction(member) || context.Know(world).Bind(value) is not MemberPath path || own.All(guard => context.Needed(world, guard, member, path.Instance).IsEmpty))
            return null;
        if (!isPlace && guards.Any(guard => !own.Contains(guard) && guard.Kind == AnnotationKind.GuardedBy && !IsMet(guard, member, path.Instance, HoldMode.Shared, world)))
            return null;
        var isBound = own.All(guard => IsMet(guard, member, path.Instance, HoldMode.Shared, world));
        if (!isPlace && !isBound && !own.All(IsOfObject))
            return null;
        return new GuardedAlias(path, member, isBound, isPlace, mode, value);
    }

    /// The guards of the object; where none says it is only about the object, those of the variable are about both.
    private static ImmutableArray<StateGuard> ObjectGuards(ImmutableArray<StateGuard> guards) =>
        guards.Any(IsOfObject) ? guards.Where(IsOfObject).ToImmutableArray() : guards.Where(guard => guard.Kind == AnnotationKind.GuardedBy).ToImmutableArray();

    private static bool IsOfObject(StateGuard guard) => guard.IsSelf || guard.Kind == AnnotationKind.PtGuardedBy;

    private bool IsMet(StateGuard guard, ISymbol member, CapabilityPath? receiver, HoldMode mode, World world)
    {
        var needed = context.Needed(world, guard, member, receiver);
        return needed.IsEmpty || (mode == HoldMode.Exclusive ? needed.All(IsHeld) : needed.Any(IsHeld));

        bool IsHeld(CapabilityExpression capability) => world.HoldOf(capability)?.Satisfies(mode) == true || world.Unjudged.ContainsKey(capability);
    }

    private ImmutableArray<StateGuard> GuardsOf(GuardedAlias alias) =>
        alias.IsPlace ? Contracts.GuardsOf(alias.Member).Where(guard => guard.Kind != AnnotationKind.WriteGuardedBy || alias.Mode == HoldMode.Exclusive).ToImmutableArray() : ObjectGuards(Contracts.GuardsOf(alias.Member));

    private bool IsMet(GuardedAlias alias, World world) => GuardsOf(alias).All(guard => IsMet(guard, alias.Member, alias.Receiver, alias.Mode, world));

    private ImmutableArray<CapabilityExpression> Needed(GuardedAlias alias, World world) =>
        GuardsOf(alias).SelectMany(guard => context.Needed(world, guard, alias.Member, alias.Receiver)).Distinct().ToImmutableArray();

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
            if (alias.IsBoundUnderGuard && GuardsOf(alias).Any(guard => context.Needed(world, guard, alias.Member, alias.Receiver) is { IsEmpty: false } needed && needed.All(c => world.HoldOf(c) is null)))
                See(reference, alias, EscapeKind.Used, world);
            else
                Access(reference, alias, usage, world);
        }
    }

    /// Under a guard that does not do for this use, or never was held: an access like any other.
    private void Access(IOperation reference, GuardedAlias alias, AccessUsage usage, World world)
    {
        var hasPointee = GuardsOf(alias).Any(IsOfObject);
        foreach (var guard in GuardsOf(alias))
        {
            if (AccessTransfer.KindFor(guard, usage, hasPointee) is not { } kind)
                continue;
            var mode = kind is AccessKind.Write or AccessKind.ObjectWrite or AccessKind.Reference ? HoldMode.Exclusive : HoldMode.Shared;
            if (IsMet(guard, alias.Member, alias.Receiver, mode, world))
                continue;
            var needed = context.Needed(world, guard, alias.Member, alias.Receiver);
            var missing = needed.Where(c => world.HoldOf(c)?.Satisfies(mode) != true).ToImmutableArray();
            context.Observer!.See(new AccessSeen(reference, alias.Member, kind, mode, guard, needed, missing, HoldTransfer.Nearest(world, missing[0])));
        }
    }

    /// A span is a value, but what is done to it is done to the array.
    private AccessUsage? UsageOf(IOperation reference)
    {
        if (reference.Type is not { IsValueType: true })
            return AccessUsage.Of(reference, context.Graph, Contracts);
        var operation = reference;
        while (operation.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation.Parent;
        var isUsed = operation.Parent switch
        {
            IMemberReferenceOperation member => member.Instance == operation,
            IInvocationOperation call => call.Instance == operation,
            IArgumentOperation => true,
            _ => false,
        };
        return isUsed ? new AccessUsage(AccessKind.Read, AccessKind.ObjectRead) : null;
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
        var needed = Needed(alias, world);
        return operation.Parent is IMemberReferenceOperation member && needed.Any(capability => capability.Path.Equals(context.Know(world).Bind(member)));
    }

    /// What a returned value is: the object, or in a member that returns a reference, the place.
    public GuardedAlias? Returned(IOperation value, World world)
    {
        var alias = context.Graph.Method is { } method && (method.ReturnsByRef || method.ReturnsByRefReadonly)
            ? PlaceOf(AccessTransfer.Target(value, world), method.ReturnsByRef ? HoldMode.Exclusive : HoldMode.Shared, world)
            : Of(value, world);
        return alias is null ? null : alias with { Origin = value };
    }

    /// The innermost guarded member that a place is part of: through struct fields and one reference.
    private GuardedAlias? PlaceOf(IOperation place, HoldMode mode, World world)
    {
        var references = 0;
        for (IOperation? part = place; part is not null && references <= 1; part = AccessTransfer.Owner(part))
        {
            if (part is IMemberReferenceOperation member && Contracts.GuardsOf(member.Member) is { IsEmpty: false } guards)
            {
                var own = references > 0 && guards.Any(IsOfObject) ? guards.Where(IsOfObject).ToImmutableArray() : guards.Where(guard => !IsOfObject(guard)).ToImmutableArray();
                return own.IsEmpty ? null : Alias(member, member.Member, guards, own, mode, isPlace: true, world);
            }

            if (AccessTransfer.Owner(part)?.Type is not { IsValueType: true })
                references++;
        }

        return null;
    }

    /// An object that is put where others find it. Another member under the same guard is no such place, nor is anything
    /// that says itself how it is accessed.
    public GuardedAlias? Stored(IOperation value, IOperation place, CapabilityPath path, World world)
    {
        if (Of(value, world) is not { IsBoundUnderGuard: true, IsPlace: false } alias || alias.Path.Contains(path) || Holder(place) is not { } holder)
            return null;
        if (holder.Instance is not (null or IInstanceReferenceOperation) || context.IsUnderConstruction(world, new ThisPath(null)))
            return null;
        var isPlain = holder is IFieldReferenceOperation || holder is IPropertyReferenceOperation property && StateSymbol.IsAutoProperty(property.Property.OriginalDefinition);
        var guards = Contracts.GuardsOf(holder.Member);
        if (!isPlain || (guards.IsEmpty && Contracts.HasDiscipline(holder.Member)))
            return null;
        var needed = Needed(alias, world);
        var isSameGuard = guards.Any(guard => context.Needed(world, guard, holder.Member, context.Know(world).Bind(holder) is MemberPath member ? member.Instance : null).Any(needed.Contains));
        return isSameGuard ? null : alias with { Origin = value };
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
            if (Of(value, world) is { } alias)
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
                case ReturnPath when !IsOwed(alias, world) && (alias.IsPlace || (method?.ReturnType.SpecialType != SpecialType.System_Object && (alias.IsBoundUnderGuard || context.Graph.Function is null))):
                    See(alias.Origin, alias, alias.IsPlace ? EscapeKind.ReturnedByReference : EscapeKind.Returned, world);
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
            if (method.AssociatedSymbol is IPropertySymbol property && Contracts.GuardsOf(property).Any(guard => guard.Capabilities.Any(Needed(alias, world).Contains)))
                return true;
            // The body of a synchronized member gives its lock back itself.
            if (Contracts.SynchronizedOn(method) is { } synchronized && world.HoldOf(synchronized) is { } hold)
                world = world.Pop(hold, 0);
        }

        return IsMet(alias, world);
    }

    private void See(IOperation place, GuardedAlias alias, EscapeKind kind, World world)
    {
        var needed = Needed(alias, world);
        if (!needed.IsEmpty)
            context.Observer!.See(new EscapeSeen(place, alias.Member, alias.Path.Display, kind, GuardsOf(alias), needed, alias.Origin == place ? null : alias.Origin));
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

    private IOperation Place(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture && context.Graph.PlaceOf(capture.Id) is { } place ? place : target;

    private bool IsStaticConstruction(ISymbol member) =>
        member.IsStatic && context.Graph.Function is null && EntryFacts.IsStaticConstruction(context.Body.Member)
        && SymbolEqualityComparer.Default.Equals(member.ContainingType, context.Body.Member.ContainingType);
}

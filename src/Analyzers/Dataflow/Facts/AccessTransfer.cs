using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Touching guarded state: what its guards ask for at this receiver, and whether it is there.
internal sealed class AccessTransfer(TransferContext context)
{
    private readonly AliasTransfer _aliases = new(context);

    private ContractReader Contracts => context.Services.Contracts;

    public Worlds Step(IOperation operation, Worlds worlds)
    {
        if (operation is ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation or IFlowCaptureReferenceOperation)
            _aliases.Used(operation, worlds);
        switch (operation)
        {
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None } local:
                return RefLocal(local, worlds);
            case IFlowCaptureReferenceOperation capture:
                return Capture(capture, worlds);
            case IMemberReferenceOperation member and not IMethodReferenceOperation when Contracts.GuardsOf(member.Member) is { IsEmpty: false } guards:
                return Access(member, member, member.Member, member.Instance, AccessUsage.Of(member, context.Graph, Contracts), guards, worlds);
            case IParameterReferenceOperation parameter when IsPrimary(parameter.Parameter) && Contracts.GuardsOf(parameter.Parameter) is { IsEmpty: false } guards:
                return Access(parameter, parameter, parameter.Parameter, null, AccessUsage.Of(parameter, context.Graph, Contracts), guards, worlds);
            case IDeconstructionAssignmentOperation { Target: ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation } } deconstruction:
                return Positional(deconstruction, deconstruction.Value, deconstruction.Value.Type, Elements(deconstruction.Target), worlds);
            case IIsPatternOperation { Pattern: IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol { IsImplicitlyDeclared: true } method } } test:
                return Positional(test, test.Value, method.ContainingType, method.Parameters.Length, worlds);
            default:
                return worlds;
        }
    }

    /// The `Deconstruct` that the compiler writes for a record reads all its positional properties.
    private Worlds Positional(IOperation place, IOperation value, ITypeSymbol? type, int count, Worlds worlds)
    {
        while (type is INamedTypeSymbol { IsRecord: true } && !type.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(m => m.Parameters.Length == count))
            type = type.BaseType;
        if (type is not INamedTypeSymbol { IsRecord: true } || type.GetMembers("Deconstruct").OfType<IMethodSymbol>().First(m => m.Parameters.Length == count) is not { IsImplicitlyDeclared: true } method)
            return worlds;
        foreach (var property in method.Parameters.SelectMany(p => type.GetMembers(p.Name).OfType<IPropertySymbol>()))
        {
            if (Contracts.GuardsOf(property) is { IsEmpty: false } guards)
                worlds = Access(place, place, property, value, AccessUsage.PlainRead, guards, worlds);
        }

        return worlds;
    }

    private static int Elements(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.Length,
        IDeclarationExpressionOperation declaration => Elements(declaration.Expression),
        _ => 0,
    };

    private static bool IsPrimary(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// The compiler's temporary for a guarded reference: using its object is using the object.
    private Worlds Capture(IFlowCaptureReferenceOperation capture, Worlds worlds)
    {
        if (context.Graph.PlaceOf(capture.Id) is not null || Referenced(context.Graph.ValueOf(capture.Id)) is not { } reference)
            return worlds;
        var guards = Contracts.GuardsOf(reference.Member);
        if (guards.IsEmpty)
            return worlds;
        var usage = AccessUsage.Of(capture, context.Graph, Contracts);
        return usage.Object is null ? worlds : Access(reference, capture, reference.Member, reference.Instance, usage with { Variable = null }, guards, worlds);
    }

    internal static IMemberReferenceOperation? Referenced(IOperation? value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Referenced(conversion.Operand),
        IParenthesizedOperation parenthesized => Referenced(parenthesized.Operand),
        IMethodReferenceOperation => null,
        // A value has been copied.
        IMemberReferenceOperation { Type: not { IsValueType: true } } member => member,
        _ => null,
    };

    /// A ref local is another name for the place it was bound to; binding it was no access.
    private Worlds RefLocal(ILocalReferenceOperation local, Worlds worlds)
    {
        if (local.Parent is ISimpleAssignmentOperation { IsRef: true } binding && binding.Target == local)
            return Bind(local.Local, binding.Value, worlds);
        var usage = AccessUsage.Of(local, context.Graph, Contracts);
        foreach (var world in worlds.All)
        {
            if (world.ValueOf(new LocalPath(local.Local))?.RefTarget is not { } target)
                continue;
            for (var place = target; place is not null; place = Owner(place, Contracts))
            {
                if (place is not IMemberReferenceOperation member || Contracts.GuardsOf(member.Member) is not { IsEmpty: false } guards)
                    continue;
                var isInside = place != target && member.Type is not { IsValueType: true };
                var kind = isInside && usage.Variable == AccessKind.Write ? new AccessUsage(AccessKind.Read, AccessKind.ObjectWrite) : usage;
                return Access(local, local, member.Member, member.Instance, kind, guards, worlds, world.ValueOf(new LocalPath(local.Local))!.IsBoundUnderGuard);
            }
        }

        return worlds;
    }

    /// Whether the guard of the place is held where the ref local is bound: its uses outlive that guard, or never had it.
    private Worlds Bind(ILocalSymbol local, IOperation value, Worlds worlds)
    {
        for (IOperation? place = value; place is not null; place = Owner(place, Contracts))
        {
            if (place is not IMemberReferenceOperation member || Contracts.GuardsOf(member.Member) is not { IsEmpty: false } guards)
                continue;
            return worlds.Select(world =>
            {
                var isGuarded = guards.All(guard => Needed(world, guard, member.Member, member.Instance, place).All(c => world.HoldOf(c) is not null));
                return world.WithValue(new LocalPath(local), (world.ValueOf(new LocalPath(local)) ?? KnownValue.Nothing) with { IsBoundUnderGuard = isGuarded });
            });
        }

        return worlds;
    }

    /// The place a ref local was bound to, through other ref locals.
    public static IOperation Target(IOperation value, World world) =>
        value is ILocalReferenceOperation { Local.RefKind: not RefKind.None } local && world.ValueOf(new LocalPath(local.Local))?.RefTarget is { } target ? target : value;

    /// What a place is a part of; the operand of a call that gives a reference into it.
    public static IOperation? Owner(IOperation place, ContractReader contracts) => place switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference,
        IMemberReferenceOperation member => member.Instance,
        IConversionOperation conversion => conversion.Operand,
        IInvocationOperation call when contracts.Live.IsView(call.TargetMethod, call.IsImplicit) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
        _ => null,
    };

    private Worlds Access(
        IOperation place, IOperation use, ISymbol member, IOperation? instance, AccessUsage usage, ImmutableArray<StateGuard> guards, Worlds worlds, bool isBoundUnderGuard = false)
    {
        if (usage == AccessUsage.None || context.IsStaticConstruction(member) || context.Body.IsDeliberate(place) || IsOwnBackingField(member))
            return worlds;
        var hasPointee = guards.Any(guard => guard.IsSelf || guard.Kind == AnnotationKind.PtGuardedBy);
        foreach (var guard in guards)
        {
            if (KindFor(guard, usage, hasPointee) is not { } kind)
                continue;
            var mode = kind is AccessKind.Write or AccessKind.ObjectWrite or AccessKind.Reference ? HoldMode.Exclusive : HoldMode.Shared;
            var demand = new Demand(context, place, mode, any: mode == HoldMode.Shared);
            worlds = demand.Check(
                worlds,
                world => Needed(world, guard, member, instance, use),
                (world, missing, instead) => context.Observer?.See(new AccessSeen(place, member, kind, mode, guard, Needed(world, guard, member, instance, use), missing, instead)
                {
                    Written = context.Written(world, missing, instance, instead),
                    IsBoundUnderGuard = isBoundUnderGuard && Needed(world, guard, member, instance, use).All(c => world.HoldOf(c) is null),
                }));
        }

        return worlds;
    }

    /// Which kind of access an annotation of the state is about. One use is one access: writing through the reference is
    /// not also reading the variable.
    public static AccessKind? KindFor(StateGuard guard, AccessUsage usage, bool hasPointee)
    {
        if (guard.IsSelf || guard.Kind == AnnotationKind.PtGuardedBy)
            return usage.Object;
        if (guard.Kind == AnnotationKind.WriteGuardedBy)
            return usage.Variable is AccessKind.Write or AccessKind.Reference ? usage.Variable : null;
        return usage.Object switch
        {
            AccessKind.ObjectWrite when !hasPointee => AccessKind.Write,
            (AccessKind.Reference or AccessKind.ReadReference) and var reference when !hasPointee => reference,
            _ => usage.Variable,
        };
    }

    private ImmutableArray<CapabilityExpression> Needed(World world, StateGuard guard, ISymbol member, IOperation? instance, IOperation use)
    {
        var know = context.Know(world);
        var needed = context.Needed(world, guard, member, instance is null ? null : Receiver(use, member, know) ?? know.Bind(instance));
        return IsPartOfGuard(use, needed, know, member) ? ImmutableArray<CapabilityExpression>.Empty : needed;
    }

    /// The temporary of a reference is what the reference was when it was taken; the temporary of its receiver may be gone.
    private static CapabilityPath? Receiver(IOperation use, ISymbol member, Knowledge know) =>
        use is IFlowCaptureReferenceOperation && know.Bind(use) is MemberPath { Instance: { } receiver } taken && SymbolEqualityComparer.Default.Equals(taken.Symbol.OriginalDefinition, member.OriginalDefinition)
            ? receiver
            : null;

    /// Evaluating a path that is a guard of the state is no access: `lock (_list.SyncRoot)`, `lock (_items)`. What a
    /// `lock` statement gives back at its end it was given at its start, whatever the path means by then.
    public bool IsPartOfGuard(IOperation use, ImmutableArray<CapabilityExpression> needed, Knowledge know, ISymbol member)
    {
        if (!needed.Any(capability => Mentions(capability.Path, member)))
            return false;
        var operation = use;
        while (operation.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation
            || (operation.Parent is IMemberReferenceOperation parent && parent.Instance == operation))
        {
            operation = operation.Parent!;
            if (operation is IMemberReferenceOperation && needed.Any(capability => capability.Path.Equals(know.Bind(operation))))
                return true;
        }

        return operation.Parent is IArgumentOperation { Parent: IInvocationOperation call } && !Contracts.Of(call.TargetMethod).IsEmpty
            && (call.IsImplicit || needed.Any(capability => capability.Path.Equals(know.Bind(use))));
    }

    private static bool Mentions(CapabilityPath path, ISymbol member)
    {
        for (CapabilityPath? p = path; p is not null; p = p.Receiver)
        {
            if (p is MemberPath { Symbol: var symbol } && symbol.Name == member.Name)
                return true;
        }

        return false;
    }

    /// The caller of a guarded property holds its guard, so the accessor may use the property's own field.
    private bool IsOwnBackingField(ISymbol member) =>
        context.Body.Method?.AssociatedSymbol is IPropertySymbol property && member is IFieldSymbol { AssociatedSymbol: { } associated }
        && SymbolEqualityComparer.Default.Equals(associated, property);
}

using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Says of a value whether it is a guarded object, a view of one, or a reference to a guarded place, and of such an alias
/// whether its guards are held. What cannot be followed is not claimed to be anything.
internal sealed class AliasBinder(TransferContext context)
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
            case { Syntax.Parent: RefExpressionSyntax } and not ILocalReferenceOperation:
                return PlaceOf(value, HoldMode.Exclusive, world);
            case IAddressOfOperation address:
                return PlaceOf(address.Reference, HoldMode.Exclusive, world);
            case IConversionOperation conversion when conversion.OperatorMethod is null || Contracts.Live.IsView(conversion.OperatorMethod, conversion.IsImplicit):
                return Of(conversion.Operand, world, depth + 1) ?? Cast(conversion, world);
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
                if (value?.ChildOperations.FirstOrDefault() is not { } first)
                    return null;
                if (IsPinned(value))
                    return Of(first, world, depth + 1) is { IsBoundUnderGuard: true } pinned ? pinned : null;
                return AccessUsage.IsIndexed(value, first) && LiveObjects.IsSlice(value.Type) ? Of(first, world, depth + 1) : null;
        }
    }

    /// What `fixed` points into.
    private static bool IsPinned(IOperation value) => value is { Kind: OperationKind.None, IsImplicit: true, Parent: ISimpleAssignmentOperation { Target.Type.TypeKind: TypeKind.Pointer } };

    /// Making a view is a use: where that was wrong, it has been said.
    private GuardedAlias? View(System.Collections.Generic.IEnumerable<IOperation?> operands, World world, int depth)
    {
        foreach (var operand in operands)
        {
            var found = operand?.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None } ? PlaceOf(operand, HoldMode.Exclusive, world) : Of(operand, world, depth + 1);
            if (found is { } alias && IsMet(alias, world))
                return alias;
        }

        return null;
    }

    /// A member that is declared as something vague, taken as what it is.
    private GuardedAlias? Cast(IConversionOperation conversion, World world) => conversion is { OperatorMethod: null, Operand: IMemberReferenceOperation { Type.SpecialType: SpecialType.System_Object } member } && member is IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true }
        ? Taken(member, member.Member, world, conversion.Type)
        : null;

    private GuardedAlias? Taken(IOperation value, ISymbol member, World world, ITypeSymbol? taken = null)
    {
        var guards = Contracts.GuardsOf(member);
        if (guards.IsEmpty || ObjectGuards(guards) is not { IsEmpty: false } own || !Contracts.Live.IsLive(taken ?? value.Type, own.Any(IsOfObject)))
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

    public static bool IsOfObject(StateGuard guard) => guard.IsSelf || guard.Kind == AnnotationKind.PtGuardedBy;

    public bool IsMet(StateGuard guard, ISymbol member, CapabilityPath? receiver, HoldMode mode, World world)
    {
        var needed = context.Needed(world, guard, member, receiver);
        return needed.IsEmpty || (mode == HoldMode.Exclusive ? needed.All(IsHeld) : needed.Any(IsHeld));

        bool IsHeld(CapabilityExpression capability) => world.HoldOf(capability)?.Satisfies(mode) == true || world.Unjudged.ContainsKey(capability);
    }

    public ImmutableArray<StateGuard> GuardsOf(GuardedAlias alias) =>
        alias.IsPlace ? Contracts.GuardsOf(alias.Member).Where(guard => guard.Kind != AnnotationKind.WriteGuardedBy || alias.Mode == HoldMode.Exclusive).ToImmutableArray() : ObjectGuards(Contracts.GuardsOf(alias.Member));

    public bool IsMet(GuardedAlias alias, World world) => GuardsOf(alias).All(guard => IsMet(guard, alias.Member, alias.Receiver, alias.Mode, world));

    public ImmutableArray<CapabilityExpression> Needed(GuardedAlias alias, World world) =>
        GuardsOf(alias).SelectMany(guard => context.Needed(world, guard, alias.Member, alias.Receiver)).Distinct().ToImmutableArray();

    /// The innermost guarded member that a place is part of: through struct fields and one reference.
    public GuardedAlias? PlaceOf(IOperation place, HoldMode mode, World world)
    {
        var references = 0;
        var target = AccessTransfer.Target(place, world);
        for (IOperation? part = target; part is not null && references <= 1; part = AccessTransfer.Owner(part, Contracts))
        {
            if (part is ILocalReferenceOperation { Local.RefKind: RefKind.None } or IFlowCaptureReferenceOperation && world.ValueOf(Knowledge.Variable(part)!)?.Guarded is { } known && (known.IsPlace || part != target))
                return known with { Mode = mode, IsPlace = true };
            if (part is IMemberReferenceOperation member && Contracts.GuardsOf(member.Member) is { IsEmpty: false } guards)
            {
                var own = guards.Where(guard => IsOfObject(guard) == (references > 0)).ToImmutableArray();
                if (own.IsEmpty && references > 0)
                    own = guards;
                return own.IsEmpty ? null : Alias(member, member.Member, guards, own, mode, isPlace: true, world);
            }

            if (AccessTransfer.Owner(part, Contracts)?.Type is not { IsValueType: true })
                references++;
        }

        return null;
    }

    private IOperation Place(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture && context.Graph.PlaceOf(capture.Id) is { } place ? place : target;

    private bool IsStaticConstruction(ISymbol member) =>
        member.IsStatic && context.Graph.Function is null && EntryFacts.IsStaticConstruction(context.Body.Member)
        && SymbolEqualityComparer.Default.Equals(member.ContainingType, context.Body.Member.ContainingType);
}

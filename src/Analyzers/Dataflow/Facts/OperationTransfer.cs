using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// One operation: what it accesses, what it calls, what it assigns. A table from operation kind to the transfer that
/// knows it; a kind that is not here changes nothing.
internal sealed class OperationTransfer
{
    private readonly TransferContext _context;
    private readonly CallTransfer _calls;
    private readonly AccessTransfer _accesses;
    private readonly MarkingTransfer _marking;
    private readonly DelegateTransfer _delegates;
    private readonly ConversionTransfer _conversions;
    private readonly AssignmentTransfer _assignments;
    private readonly AliasTransfer _aliases;
    private readonly StateUseTransfer _uses;
    private readonly FetchTransfer? _fetches;

    public OperationTransfer(TransferContext context)
    {
        _context = context;
        _calls = new CallTransfer(context);
        _accesses = new AccessTransfer(context);
        _marking = new MarkingTransfer(context);
        _assignments = new AssignmentTransfer(context);
        _aliases = new AliasTransfer(context);
        _delegates = new DelegateTransfer(context);
        _conversions = new ConversionTransfer(context);
        _uses = new StateUseTransfer(context);
        _fetches = FetchTransfer.In(context);
    }

    public Worlds Step(IOperation operation, Worlds worlds, ThrownWorlds thrown) => _fetches is null
        ? Apply(operation, worlds, thrown)
        : _fetches.After(operation, Apply(operation, _fetches.Before(operation, worlds), thrown));

    private Worlds Apply(IOperation operation, Worlds worlds, ThrownWorlds thrown)
    {
        worlds = _accesses.Step(operation, _marking.Step(operation, worlds));
        _conversions.Step(operation, worlds);
        _uses.Step(operation, worlds);
        switch (operation)
        {
            case IInvocationOperation call:
                worlds = _calls.Invoke(call, Renewed(call, worlds), thrown);
                return OperationBinder.IsClone(call) ? Created(call, worlds) : worlds;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                return _calls.Apply(creation, constructor, null, creation.Arguments, Created(creation, Renewed(creation, worlds)), thrown);
            case IWithOperation or ITypeParameterObjectCreationOperation or IArrayCreationOperation:
                return Created(operation, Renewed(operation, worlds));
            case IPropertyReferenceOperation property:
                return _calls.Property(property, worlds, thrown);
            case IEventAssignmentOperation assignment:
                return _calls.Event(assignment, worlds, thrown);
            case IBinaryOperation { OperatorMethod: { } method } binary:
                return _calls.Operator(binary, method, worlds, thrown, binary.LeftOperand, binary.RightOperand);
            case IUnaryOperation { OperatorMethod: { } method } unary:
                return _calls.Operator(unary, method, worlds, thrown, unary.Operand);
            case IConversionOperation { OperatorMethod: { } method } conversion:
                return _calls.Operator(conversion, method, worlds, thrown, conversion.Operand);
            case IIncrementOrDecrementOperation increment:
                if (increment.OperatorMethod is { } step)
                    worlds = _calls.Operator(increment, step, worlds, thrown, increment.Target);
                return increment.IsMemberOfTarget() ? worlds : _assignments.Forget(increment.Target, worlds);
            case ICompoundAssignmentOperation compound:
                if (compound.OperatorMethod is { } combine)
                    worlds = _calls.Operator(compound, combine, worlds, thrown, compound.Target, compound.Value);
                return compound.IsMemberOfTarget() ? worlds : _assignments.Forget(compound.Target, worlds);
            case ISimpleAssignmentOperation assignment:
                return _assignments.Assign(assignment.Target, assignment.Value, assignment.IsRef, worlds);
            case IDeconstructionAssignmentOperation deconstruction:
                return _assignments.Deconstruct(deconstruction, _calls.Deconstruct(deconstruction, worlds, thrown));
            case IFlowCaptureOperation capture:
                return _assignments.Capture(capture, worlds);
            case IIsPatternOperation isPattern:
                return _assignments.Pattern(isPattern, _calls.Pattern(isPattern, worlds, thrown));
            case IAwaitOperation await:
                return _calls.Await(await, Renewed(await, worlds), thrown);
            case IFlowAnonymousFunctionOperation or IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction }:
                return _delegates.Created(operation, worlds);
            case IReturnOperation { Kind: OperationKind.YieldReturn } yield:
                Suspend(yield, false, worlds);
                _aliases.Yielded(yield, worlds);
                return worlds;
            default:
                return operation.IsImplicitIndexer() ? _calls.Implicit(operation, worlds, thrown) : worlds;
        }
    }

    /// The operation is evaluated anew, so its last value has lost this name.
    private static Worlds Renewed(IOperation operation, Worlds worlds)
    {
        var value = OperationBinder.ValueOf(operation);
        return worlds.Select(world => Forgetting.Forget(world, value, null).World);
    }

    private static Worlds Created(IOperation operation, Worlds worlds)
    {
        if (operation.Type is not { IsReferenceType: true } && operation is not IObjectCreationOperation { Type.IsValueType: true })
            return worlds;
        var value = OperationBinder.ValueOf(operation);
        return worlds.Select(world => world.WithUnescaped(world.Unescaped.Add(value)));
    }

    private void Suspend(IOperation operation, bool isAwait, Worlds worlds) => Suspensions.Observe(_context, operation, isAwait, worlds);
}

/// Which thread-affine capabilities are held where the body gives up its thread.
internal static class Suspensions
{
    public static void Observe(TransferContext context, IOperation operation, bool isAwait, Worlds worlds)
    {
        if (context.Observer is not { } observer)
            return;
        foreach (var world in worlds.All)
        {
            foreach (var hold in world.Holds)
            {
                if (context.Services.Contracts.TraitsOf(hold.Capability).ThreadAffine && !world.IsUnjudged(hold.Capability, operation))
                    observer.See(new SuspensionSeen(operation, isAwait, hold, !hold.Levels.AnyAcquired()));
            }
        }
    }

    /// What the body was only told to be held, by an assertion or by whoever started it, its caller gives back once the
    /// body waits. The rest runs without it.
    public static Worlds EndLent(TransferContext context, Worlds worlds) => worlds.Select(world => world.Holds
        .Where(hold => hold.Levels.All(level => level.Source == HoldSource.Asserted) && context.Services.Contracts.TraitsOf(hold.Capability).ThreadAffine)
        .Aggregate(world, (w, hold) => w.WithHolds(w.Holds.Remove(hold))));

    private static bool AnyAcquired(this ImmutableArray<HoldLevel> levels)
    {
        foreach (var level in levels)
        {
            if (level.Source == HoldSource.Acquired)
                return true;
        }

        return false;
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Facts;

/// Writing guarded state in one critical section on the strength of what it was in an earlier one.
internal sealed class StaleWriteTransfer(TransferContext context, SharedStates states, FetchBinder binder)
{
    private enum Direction { Other, Grows, Shrinks }

    /// <param name="IsOfObject">Not the variable is written but the object behind it.</param>
    /// <param name="IsSelfChecking">It does not rely on what was found out before.</param>
    private sealed record Write(IMemberReferenceOperation Member, bool IsOfObject, bool IsSelfChecking, Direction Direction, ImmutableArray<IOperation> Values);

    public Worlds Before(IOperation operation, Worlds worlds)
    {
        if (WriteOf(operation) is not { } write)
            return worlds;
        return worlds.Select(world =>
        {
            if (context.Know(world).Bind(write.Member) is not MemberPath path)
                return world;
            Observe(write, path, world);
            if (write.Direction != Direction.Other)
            {
                var key = new FetchedPath(path);
                var known = world.ValueOf(key) ?? KnownValue.Nothing;
                var facts = known.Fetched ?? FetchFacts.Nothing;
                world = world.WithValue(key, known with
                {
                    Fetched = facts with { HasGrown = facts.HasGrown || write.Direction == Direction.Grows, HasShrunk = facts.HasShrunk || write.Direction == Direction.Shrinks },
                });
            }

            return operation is IInvocationOperation || write.IsOfObject ? FetchTransfer.Overwritten(world, path) : world;
        });
    }

    private void Observe(Write write, MemberPath path, World world)
    {
        if (context.Observer is null || write.IsSelfChecking || context.Body.IsDeliberate(write.Member))
            return;
        var held = FetchTransfer.HeldGuards(context, world, write.Member.Member, path);
        if (held.IsEmpty)
            return;
        var facts = world.ValueOf(new FetchedPath(path))?.Fetched;
        if (facts is not null && (write.Direction == Direction.Shrinks && facts.HasGrown || write.Direction == Direction.Grows && facts.HasShrunk))
            return;
        var earlier = facts?.Decisions.Select(d => d.Fetch).LastOrDefault(f => f.IsStale && f.IsOfObject == write.IsOfObject && f.Under.Any(held.Contains))
            ?? (facts?.WaitedOn is { } waited && waited.IsOfObject == write.IsOfObject && waited.Under.Any(held.Contains) ? waited : null)
            ?? write.Values.SelectMany(value => binder.SourcesOf(value, world)).FirstOrDefault(f => f.IsStale && f.State.Equals(path) && f.Under.Any(held.Contains));
        if (earlier is null || IsLatch(write, path))
            return;
        context.Observer.See(new StaleDecisionSeen(write.Member, write.Member.Member, earlier.Site, earlier.Under.Where(held.Contains).ToImmutableArray()));
    }

    /// The state changes once, and always to the same: it does not matter who was first.
    private bool IsLatch(Write write, MemberPath path) =>
        !write.IsOfObject && write.Values.Length == 1 && write.Values[0].ConstantValue.HasValue && StoredValues.Of(path.Symbol, context.Services.Stored).IsLatch;

    private Write? WriteOf(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Target, false, Direction.Other, assignment.Value);
            case ICompoundAssignmentOperation compound:
                return Of(compound.Target, false, compound.OperatorKind switch { BinaryOperatorKind.Add => Direction.Grows, BinaryOperatorKind.Subtract => Direction.Shrinks, _ => Direction.Other }, compound.Value);
            case IIncrementOrDecrementOperation step:
                return Of(step.Target, false, step.Kind == OperationKind.Increment ? Direction.Grows : Direction.Shrinks);
            case IInvocationOperation { Instance: { } instance } call when context.Services.Contracts.Mutates(call.TargetMethod):
                return Object(instance) is { } member
                    ? new Write(member, true, MutatorShape.IsSelfChecking(call.TargetMethod), MutatorShape.Grows(call.TargetMethod) ? Direction.Grows : MutatorShape.Shrinks(call.TargetMethod) ? Direction.Shrinks : Direction.Other, ImmutableArray.CreateRange(call.Arguments, a => a.Value))
                    : null;
            default:
                return null;
        }
    }

    private Write? Of(IOperation target, bool isOfObject, Direction direction, params IOperation[] values)
    {
        if (target is IFlowCaptureReferenceOperation capture)
        {
            // `??=` asks itself.
            return context.Graph.PlaceOf(capture.Id) is { } place && Of(place, isOfObject, direction, values) is { } through
                ? through with { IsSelfChecking = through.IsSelfChecking || target.Parent is ISimpleAssignmentOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.AssignmentExpressionSyntax { RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.CoalesceAssignmentExpression } } }
                : null;
        }

        switch (target)
        {
            case IPropertyReferenceOperation { Arguments.IsEmpty: false, Instance: { } indexed } indexer:
                return Object(indexed) is { } keyed
                    ? new Write(keyed, true, MutatorShape.IsKeyed(indexer.Property), direction, values.Concat(indexer.Arguments.Select(a => a.Value)).ToImmutableArray())
                    : null;
            case IArrayElementReferenceOperation element:
                return Object(element.ArrayReference) is { } array ? new Write(array, true, false, direction, values.Concat(element.Indices).ToImmutableArray()) : null;
            case IMemberReferenceOperation member when IsGuarded(member):
                return new Write(member, isOfObject, false, direction, values.ToImmutableArray());
            default:
                return null;
        }
    }

    private IMemberReferenceOperation? Object(IOperation instance) => instance switch
    {
        IConversionOperation conversion => Object(conversion.Operand),
        IParenthesizedOperation parenthesized => Object(parenthesized.Operand),
        IFlowCaptureReferenceOperation capture => context.Graph.ValueOf(capture.Id) is { } value ? Object(value) : null,
        IMemberReferenceOperation member when IsGuarded(member) => member,
        _ => null,
    };

    private bool IsGuarded(IMemberReferenceOperation member) => member is not IMethodReferenceOperation && (states.RoleOf(member.Member) & SharedRole.Guarded) != 0;
}

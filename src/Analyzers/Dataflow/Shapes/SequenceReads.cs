using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// The reading side of a sequence lock: a loop that reads a version into a local, copies data, and is left only when the
/// version is still the same.
/// <param name="Begin">The first read of the version.</param>
/// <param name="End">The read of the version that the local is compared with.</param>
/// <param name="Data">What is read in between, and at the end in no other order than written.</param>
internal sealed record SequenceRead(ILoopOperation Loop, IFieldSymbol Version, IOperation Begin, IOperation End, ImmutableArray<IFieldReferenceOperation> Data)
{
    public static IEnumerable<SequenceRead> In(IOperation root)
    {
        foreach (var loop in root.DescendantsAndSelf().OfType<ILoopOperation>())
        {
            if (loop is IWhileLoopOperation or IForLoopOperation && Of(loop) is { } read)
                yield return read;
        }
    }

    private static SequenceRead? Of(ILoopOperation loop)
    {
        var operations = CriticalSection.Within(loop).ToImmutableArray();
        foreach (var begin in operations)
        {
            var (local, value) = begin switch
            {
                IVariableDeclaratorOperation { Symbol: var declared } declarator => (declared, declarator.GetVariableInitializer()?.Value),
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation assigned } assignment => (assigned.Local, assignment.Value),
                _ => (null, null),
            };
            if (local is null || value is null || VersionOf(value) is not { } version || IsChanged(version, operations))
                continue;
            var end = operations.FirstOrDefault(operation =>
                operation.Syntax.SpanStart > value.Syntax.Span.End && operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                && Compared(comparison, local, version) is not null && Retries(comparison, loop)) as IBinaryOperation;
            if (end is null)
                continue;
            var second = Compared(end, local, version)!;
            var data = operations.OfType<IFieldReferenceOperation>().Where(field =>
                field.Syntax.SpanStart > value.Syntax.Span.End && field.Syntax.Span.End <= second.Syntax.SpanStart && !field.Field.IsReadOnly && !field.Field.IsConst
                && !SymbolEqualityComparer.Default.Equals(field.Field, version) && SymbolEqualityComparer.Default.Equals(field.Field.ContainingType, version.ContainingType)
                && IsOutermost(field)).ToImmutableArray();
            if (!data.IsEmpty)
                return new SequenceRead(loop, version, value, second, data);
        }

        return null;
    }

    /// The field of an integer type that is read, plainly or marked.
    public static IFieldSymbol? VersionOf(IOperation value) => FieldOf(value) is { Field: { IsReadOnly: false, IsConst: false } field }
        && field.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 ? field : null;

    public static bool IsMarkedRead(IOperation value) =>
        SameLocation.Unwrap(value) is IInvocationOperation call ? MarkedApis.Of(call.TargetMethod) != MarkedOperation.None : FieldOf(value)?.Field.IsVolatile == true;

    /// An interlocked operation orders both sides.
    public static bool IsFence(IOperation operation) => SameLocation.Unwrap(operation) is IInvocationOperation call
        && (MarkedApis.BarrierOf(call.TargetMethod) != Barrier.None || call.TargetMethod.ContainingType.Name == "Interlocked");

    private static IFieldReferenceOperation? FieldOf(IOperation value)
    {
        value = SameLocation.Unwrap(value);
        if (value is IInvocationOperation call && MarkedApis.Of(call.TargetMethod) is not (MarkedOperation.None or MarkedOperation.Write) && MisusedMarks.LocationOf(call) is { } location)
        {
            if (MarkedApis.Of(call.TargetMethod) is MarkedOperation.Update or MarkedOperation.Exchange)
                return null;
            value = SameLocation.Unwrap(location);
        }

        return value as IFieldReferenceOperation;
    }

    /// A loop that stores into the version is one of compare and exchange, or of a writer.
    private static bool IsChanged(IFieldSymbol version, ImmutableArray<IOperation> operations) => operations.Any(operation => operation switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation => DoubleChecks.TargetOf(operation) is IFieldReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Field, version),
        IInvocationOperation call => MarkedApis.Of(call.TargetMethod) is not (MarkedOperation.None or MarkedOperation.Read) && !IsReadByExchange(call)
            && MisusedMarks.LocationOf(call) is IFieldReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Field, version),
        _ => false,
    });

    /// `CompareExchange(ref f, 0, 0)`, `Add(ref f, 0)`: a read with a full fence.
    private static bool IsReadByExchange(IInvocationOperation call) =>
        call.Arguments.Length > 1 && call.Arguments.Skip(1).All(a => a.Value.ConstantValue.HasValue) && call.Arguments.Skip(1).Select(a => a.Value.ConstantValue.Value).Distinct().Count() == 1
        && (MarkedApis.Of(call.TargetMethod) == MarkedOperation.CompareExchange || IsNothingAdded(call));

    private static bool IsNothingAdded(IInvocationOperation call) => call.TargetMethod.Name is "Add" or "Or" && call.Arguments[1].Value.ConstantValue.Value is 0 or 0L;

    private static IOperation? Compared(IBinaryOperation comparison, ILocalSymbol local, IFieldSymbol version)
    {
        if (IsLocal(comparison.LeftOperand) && Same(comparison.RightOperand))
            return comparison.RightOperand;
        return IsLocal(comparison.RightOperand) && Same(comparison.LeftOperand) ? comparison.LeftOperand : null;

        bool IsLocal(IOperation operand) => SameLocation.Unwrap(operand) is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

        bool Same(IOperation operand) => FieldOf(operand) is { } field && SymbolEqualityComparer.Default.Equals(field.Field, version);
    }

    /// It is the condition of the loop, or a condition under which the loop is left or begun again.
    private static bool Retries(IOperation comparison, ILoopOperation loop)
    {
        IOperation inner = comparison;
        for (var outer = comparison.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer == loop)
                return (loop as IWhileLoopOperation)?.Condition == inner || (loop as IForLoopOperation)?.Condition == inner;
            if (outer is IConditionalOperation conditional && conditional.Condition == inner)
                return Jumps(conditional.WhenTrue, loop) || conditional.WhenFalse is not null && Jumps(conditional.WhenFalse, loop);
        }

        return false;
    }

    private static bool Jumps(IOperation branch, ILoopOperation loop) => CriticalSection.Within(branch).Any(operation =>
        operation is IReturnOperation { Kind: OperationKind.Return } || operation is IBranchOperation jump
        && (SymbolEqualityComparer.Default.Equals(jump.Target, loop.ExitLabel) || SymbolEqualityComparer.Default.Equals(jump.Target, loop.ContinueLabel)));

    private static bool IsOutermost(IFieldReferenceOperation field) =>
        field.Instance is null or IInstanceReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation;
}

/// Judges the reading side, step by step, in the order of the protocol.
internal static class SequenceReads
{
    public static IEnumerable<SequenceShape> In(IOperation root, ISymbol body, SequenceWriters writers, LexicalLocks locks)
    {
        foreach (var read in SequenceRead.In(root))
        {
            if (!IsMeant(read, writers))
                continue;
            SequenceShape Found(SequenceFlaw flaw, IOperation place, ISymbol? data = null) =>
                new(Places.Of(SameLocation.Unwrap(place) is IInvocationOperation ? place : SameLocation.Unwrap(place)), body, read.Version, flaw) { Data = data, Related = ImmutableArray.Create(read.End.Syntax.GetLocation()) };

            if (!SequenceRead.IsMarkedRead(read.Begin))
                yield return Found(SequenceFlaw.PlainBegin, read.Begin);
            var inside = CriticalSection.Within(read.Loop).ToImmutableArray();
            if (writers.AreInTwoSteps(read.Version) && !TestsVersion(read, inside))
                yield return Found(SequenceFlaw.OddNotTested, read.Begin);
            foreach (var early in Early(read, inside))
                yield return early;
            if (writers.AreInTwoSteps(read.Version))
            {
                foreach (var used in UnvalidatedValues.UsesIn(read, inside))
                    yield return Found(SequenceFlaw.UsedUnvalidated, used, read.Data[0].Field);
            }

            var last = read.Data[read.Data.Length - 1];
            if (!SequenceRead.IsFence(read.End) && read.Data.Any(IsPlain) && !inside.Any(operation => IsReadBarrier(operation) && operation.Syntax.SpanStart >= last.Syntax.Span.End && operation.Syntax.Span.End <= read.End.Syntax.SpanStart))
                yield return Found(SequenceFlaw.NoReadBarrier, read.End, last.Field);
            foreach (var late in root.Descendants().OfType<IFieldReferenceOperation>().Where(field =>
                field.Syntax.SpanStart >= read.Loop.Syntax.Span.End && (read.Data.Any(data => SameLocation.Denotes(data, field)) || IsOfOthers(field)) && !IsWritten(field) && locks.At(field.Syntax).IsNone))
            {
                yield return Found(SequenceFlaw.ReadAfter, late, late.Field);
            }

            // What other readers copy under the version belongs to it too.
            bool IsOfOthers(IFieldReferenceOperation field) => SymbolEqualityComparer.Default.Equals(field.Field.ContainingType, read.Version.ContainingType)
                && !SymbolEqualityComparer.Default.Equals(field.Field, read.Version) && SameLocation.Denotes(last.Instance, field.Instance) && writers.AreInTwoSteps(read.Version) && writers.DataOf(read.Version).Contains(field.Field);

            IEnumerable<SequenceShape> Early(SequenceRead r, ImmutableArray<IOperation> operations) =>
                from operation in operations
                where operation.Syntax.SpanStart > r.Begin.Syntax.Span.End && operation.Syntax.Span.End < r.End.Syntax.SpanStart
                let flaw = operation switch
                {
                    IReturnOperation { ReturnedValue: { } returned } when r.Data.Any(data => returned.Syntax.Span.Contains(data.Syntax.Span)) => SequenceFlaw.UsedUnvalidated,
                    IAssignmentOperation { Target: IFieldReferenceOperation target } when r.Data.Any(data => data != target && SameLocation.Denotes(data, target)) || operation is ISimpleAssignmentOperation { Target: IFieldReferenceOperation } a && r.Data.Any(d => d == a.Target) => SequenceFlaw.WrittenByReader,
                    IAssignmentOperation { Target: IFieldReferenceOperation, Value: var stored } when r.Data.Any(data => stored.Syntax.Span.Contains(data.Syntax.Span)) => SequenceFlaw.UsedUnvalidated,
                    _ => (SequenceFlaw?)null,
                }
                where flaw is not null
                select Found(flaw.Value, operation is IAssignmentOperation assigned ? assigned.Target : operation, r.Data[0].Field);
        }
    }

    /// A version that throws or notices changes by the same thread is another thing: somebody marks it, or tests whether it is odd.
    private static bool IsMeant(SequenceRead read, SequenceWriters writers) =>
        SequenceRead.IsMarkedRead(read.Begin) || SequenceRead.IsMarkedRead(read.End) || read.Version.IsVolatile || TestsVersion(read, CriticalSection.Within(read.Loop).ToImmutableArray()) || writers.AreInTwoSteps(read.Version);

    /// `(version & 1) != 0`, or another question about the version alone.
    private static bool TestsVersion(SequenceRead read, ImmutableArray<IOperation> inside) => inside.Any(operation =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Remainder or BinaryOperatorKind.LessThan or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue.HasValue: true, LeftOperand: var left }
        && SameLocation.Unwrap(left) is ILocalReferenceOperation { Local.Type: var type } && SymbolEqualityComparer.Default.Equals(type, read.Version.Type));

    private static bool IsPlain(IFieldReferenceOperation field) =>
        !field.Field.IsVolatile && !(field.Parent is IArgumentOperation argument && MarkedApis.Of(argument) != MarkedOperation.None);

    private static bool IsReadBarrier(IOperation operation) =>
        operation is IInvocationOperation call && (MarkedApis.BarrierOf(call.TargetMethod) is Barrier.Read or Barrier.Full || call.TargetMethod.ContainingType.Name == "Interlocked");

    private static bool IsWritten(IFieldReferenceOperation field) => field.Parent is ISimpleAssignmentOperation assignment && assignment.Target == field;
}

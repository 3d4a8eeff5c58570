using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Double-checked locking: an outer check without a lock that sees a gate unset, and a critical section that sets it.
/// The section stands under the check, or the check leaves before it.
internal sealed class DoubleChecks(MarkingReader marking, DataOfMembers data)
{
    public IEnumerable<DoubleCheckShape> In(IOperation root, ISymbol body, LexicalLocks locks)
    {
        foreach (var section in CriticalSection.In(root))
        {
            foreach (var check in GateTest.Before(section, root).Where(check => !section.Contains(check.Reference)))
            {
                if (check.Store(section) is not { } store || !locks.At(check.Reference.Syntax).IsNone)
                    continue;
                if (Judge(check, section, store, root) is not { } flaw)
                    continue;
                yield return new DoubleCheckShape(Places.Of(check.Reference), body, check.Gate, flaw.Kind)
                {
                    Other = flaw.Other,
                    Related = ImmutableArray.Create(flaw.Place.GetLocation()),
                };
                // One mistake of a section is enough.
                break;
            }
        }
    }

    private (DoubleCheckFlaw Kind, ISymbol? Other, SyntaxNode Place)? Judge(GateTest check, CriticalSection section, IOperation store, IOperation root)
    {
        var gate = check.Gate;
        var type = check.Reference.Type;
        var discipline = marking.Of(gate);
        var isTold = discipline.IsLockFree || discipline.SetOnce is not null;
        if (discipline.IsGuarded && discipline.GuardedBy is not null || discipline.PublishedBy.Any() || type is null || AtomicTypes.IsUnknown(type))
            return null;

        if (!check.IsAskedAgain(section, store) && !IsIdempotent(section, store))
            return (DoubleCheckFlaw.NotRechecked, null, store.Syntax);
        if (LockReplacedIn(section, root) is { } replaced)
            return (DoubleCheckFlaw.LockReplaced, SameLocation.StateOf(section.Lock!), replaced.Syntax);
        if (ChangedAfter(section, store) is { } change)
            return (DoubleCheckFlaw.ChangedAfter, null, change.Syntax);

        var isFlag = type.IsValueType && marking.Types.Of(type) == Atomicity.Atomic && !IsImmutableArray(type);
        if (DataAfter(check, section, store, root, isFlag) is { } late)
            return (DoubleCheckFlaw.DataAfter, SameLocation.StateOf(TargetOf(late)!), late.Syntax);
        if (type.IsValueType && marking.Types.Of(type) == Atomicity.Tears && !isTold)
            return (DoubleCheckFlaw.TearingGate, null, store.Syntax);
        if (isFlag && !isTold && !discipline.IsVolatile && data.In(section).FirstOrDefault(d => !Covers(d, store)) is { } written)
        {
            if (!check.IsMarked)
                return (DoubleCheckFlaw.PlainFlag, TargetOf(written) is { } target ? SameLocation.StateOf(target) : null, written.Syntax);
            if (store is IAssignmentOperation)
                return (DoubleCheckFlaw.PlainStore, TargetOf(written) is { } target ? SameLocation.StateOf(target) : null, written.Syntax);
        }

        if (type.IsReferenceType && check.IsReadAgainAfter(section, root) && data.UnsetElsewhere(gate, section.Syntax) is { } unset)
            return (DoubleCheckFlaw.ReadAgain, null, unset);
        return !isTold && !discipline.IsVolatile && !check.IsMarked && marking.OptionsOf(section.Syntax.SyntaxTree).MemoryModel == MemoryModel.Ecma && type.IsReferenceType
            ? (DoubleCheckFlaw.NotVolatile, null, store.Syntax)
            : null;
    }

    /// It only sets the gate, to a constant or to what other state is: setting it twice does what setting it once does.
    private static bool IsIdempotent(CriticalSection section, IOperation store) =>
        store is ISimpleAssignmentOperation && !section.Descendants().Any(operation =>
            operation is IInvocationOperation or IObjectCreationOperation or IArrayCreationOperation or ITypeParameterObjectCreationOperation or IDynamicInvocationOperation or IInvalidOperation || operation is IAssignmentOperation or IIncrementOrDecrementOperation && operation != store && TargetOf(operation) is { } target && SameLocation.StateOf(target) is not null);

    /// The lock is a field that this body assigns: two threads may lock two objects.
    private static IOperation? LockReplacedIn(CriticalSection section, IOperation root)
    {
        if (section.Lock is not { } locked)
            return null;
        if (SameLocation.Unwrap(locked) is ICoalesceAssignmentOperation lazily)
            return lazily;
        if (SameLocation.StateOf(locked) is not IFieldSymbol { IsReadOnly: false })
            return null;
        return root.Descendants().FirstOrDefault(operation =>
            operation is ISimpleAssignmentOperation or ICoalesceAssignmentOperation && ((IAssignmentOperation)operation).Target is var target && SameLocation.Denotes(target, locked)
            && operation.Syntax.SpanStart < section.Syntax.SpanStart && !IsInConstructor(operation));
    }

    private static bool IsInConstructor(IOperation operation) => operation.Syntax.Ancestors().Any(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.ConstructorDeclarationSyntax);

    /// Members of the object are assigned after the gate refers to it.
    private static IOperation? ChangedAfter(CriticalSection section, IOperation store)
    {
        if (store is not ISimpleAssignmentOperation { Target: var gate, Value: var value } || gate.Type is not { IsReferenceType: true })
            return null;
        var local = SameLocation.Unwrap(value) is ILocalReferenceOperation reference ? reference : null;
        var isChained = store.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation };
        var chained = isChained ? ((ISimpleAssignmentOperation)store.Parent!).Target : null;
        return section.Descendants().FirstOrDefault(operation =>
            operation.Syntax.SpanStart >= store.Syntax.Span.End && operation is IAssignmentOperation or IIncrementOrDecrementOperation && TargetOf(operation) is { } target && InstanceOf(target) is { } instance
            && (SameLocation.Denotes(instance, gate) || local is not null && SameLocation.Denotes(instance, local) || chained is not null && SameLocation.Denotes(instance, chained)));
    }

    private static IOperation? InstanceOf(IOperation target) => SameLocation.Unwrap(target) switch
    {
        IMemberReferenceOperation { Instance: { } instance } => SameLocation.Unwrap(instance),
        IArrayElementReferenceOperation element => SameLocation.Unwrap(element.ArrayReference),
        _ => null,
    };

    /// Other state is stored after the gate. Beside a flag that is data, unless it is a constant; beside an object it is data
    /// if the member goes on to use it.
    private static IOperation? DataAfter(GateTest check, CriticalSection section, IOperation store, IOperation root, bool isFlag) => section.Descendants().FirstOrDefault(operation =>
        operation.Syntax.SpanStart >= store.Syntax.Span.End && operation is ISimpleAssignmentOperation { Value: var value, Target: var target } && SameLocation.StateOf(target) is { } state
        && !SymbolEqualityComparer.Default.Equals(state, check.Gate) && SameLocation.Unwrap(target) is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation }
        && !value.ConstantValue.HasValue && (isFlag && IsTrue(store) || IsReadAfter(state, section, root)));

    private static bool IsTrue(IOperation store) => store is not ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: false } };

    private static bool IsReadAfter(ISymbol state, CriticalSection section, IOperation root) => root.Descendants().Any(operation =>
        operation.Syntax.SpanStart > section.Syntax.Span.End && operation is IMemberReferenceOperation && SymbolEqualityComparer.Default.Equals(SameLocation.StateOf(operation), state)
        && operation.Parent is not IAssignmentOperation);


    private static bool IsImmutableArray(ITypeSymbol type) => type.Name == "ImmutableArray";

    private static bool Covers(IOperation written, IOperation store) => written == store || store.Syntax.Span.Contains(written.Syntax.Span);

    public static IOperation? TargetOf(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation increment => increment.Target,
        _ => null,
    };
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Accesses without a lock of a field that is read and written in pieces, where the type itself shows that it is shared:
/// it writes the field under a lock elsewhere, or in code that it hands to a thread or a timer.
internal static class TearingUses
{
    public static IEnumerable<Shape> Among(ImmutableArray<FieldUse> uses, LexicalLocks locks, bool isThreadSafe)
    {
        if (isThreadSafe)
            yield break;
        var judged = uses.Where(use => !UseContext.IsConstruction(use) && use.Kind != FieldUseKind.Reference && IsWhole(use)).Select(use => (Use: use, Locks: locks.At(use.Reference.Syntax))).ToImmutableArray();
        var written = judged.Where(pair => pair.Use.Kind is FieldUseKind.Write or FieldUseKind.Update && !pair.Locks.Names.IsEmpty).ToImmutableArray();
        if (!written.IsEmpty)
        {
            foreach (var (use, around) in judged)
            {
                if (around.IsNone && !IsOwnValue(use, written) && Other(use, written) is { } other)
                {
                    yield return new TearingShape(use.Location, use.Body, use.Field, use.Text, use.Kind, SharedBy.Lock)
                    {
                        Lock = other.Locks.Names.OrderBy(name => name, System.StringComparer.Ordinal).First(),
                        Related = ImmutableArray.Create(other.Use.Location),
                    };
                }
            }

            yield break;
        }

        var started = judged.Where(pair => pair.Locks.IsNone && StartedCode.Around(pair.Use) is not null).ToImmutableArray();
        foreach (var (use, around) in judged)
        {
            if (!around.IsNone || StartedCode.Around(use) is not null)
                continue;
            // What the starting member does before and around the start, it may do alone.
            var other = started.FirstOrDefault(pair => (use.Kind != FieldUseKind.Read || pair.Use.Kind != FieldUseKind.Read) && StartedCode.Around(pair.Use) is { } code && !IsInMemberOf(use, code));
            if (other.Use is not null)
                yield return new TearingShape(use.Location, use.Body, use.Field, use.Text, use.Kind, SharedBy.Thread) { Related = ImmutableArray.Create(other.Use.Location) };
        }
    }

    /// Read after the same body has written it: nobody else need write it at all.
    private static bool IsOwnValue(FieldUse use, ImmutableArray<(FieldUse Use, LocksAround Locks)> written) =>
        use.Kind == FieldUseKind.Read && written.Any(pair => pair.Use.Root == use.Root && pair.Use.Reference.Syntax.SpanStart < use.Reference.Syntax.SpanStart);

    private static (FieldUse Use, LocksAround Locks)? Other(FieldUse use, ImmutableArray<(FieldUse Use, LocksAround Locks)> written) =>
        written.Select(pair => ((FieldUse, LocksAround)?)pair).FirstOrDefault(pair => pair!.Value.Item1 != use);

    private static bool IsInMemberOf(FieldUse use, SyntaxNode code) => use.Root.Syntax.SyntaxTree == code.SyntaxTree && use.Root.Syntax.Span.Contains(code.Span);

    /// The access is of the whole value, or of more of it than one part that is read in one piece.
    private static bool IsWhole(FieldUse use) => use.Reference.Parent switch
    {
        IFieldReferenceOperation => false,
        IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } => false,
        IPropertyReferenceOperation { Property: var property } => !SameLocation.IsStored(property),
        // `field == null` asks the flag only.
        IBinaryOperation { LeftOperand: var left, RightOperand: var right } => !IsNull(left) && !IsNull(right),
        IConversionOperation { Parent: IBinaryOperation { LeftOperand: var left, RightOperand: var right } } => !IsNull(left) && !IsNull(right),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } => !IsNull(value),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } } => !IsNull(value),
        _ => true,
    };

    private static bool IsNull(IOperation operation) => SameLocation.Unwrap(operation).ConstantValue is { HasValue: true, Value: null };
}

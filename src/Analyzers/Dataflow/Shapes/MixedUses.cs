using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capability.Analyzers.Dataflow.Shapes;

/// Plain accesses of a field that its type accesses by marked operations as well.
///
/// Law: what is reported has a marked access outside construction that can run at the same time; under a lock that every
/// marked access holds too, plain is right.
internal static class MixedUses
{
    public static IEnumerable<Shape> Among(ImmutableArray<FieldUse> uses, LexicalLocks locks, MarkingReader marking)
    {
        uses = uses.RemoveAll(use => locks.IsForConstruction(use.Reference.Syntax));
        var marked = uses.Where(use => use.IsMarked && !UseContext.IsConstruction(use)).ToImmutableArray();
        if (marked.IsEmpty)
            yield break;
        var isReference = uses[0].Field.Type.IsReferenceType;
        var writes = uses.Where(use => use.Kind is FieldUseKind.Write or FieldUseKind.Update or FieldUseKind.MarkedWrite && !UseContext.IsConstruction(use)).ToImmutableArray();
        // Lock-free reads of what is written under one lock: plain is right under it.
        var lockOfWrites = writes.IsEmpty ? LocksAround.None : writes.Select(use => locks.At(use.Reference.Syntax)).Aggregate((a, b) => a.Meet(b));
        foreach (var use in uses)
        {
            if (use.IsMarked || use.Kind == FieldUseKind.Reference || UseContext.IsConstruction(use) || UseContext.IsShown(use) || marking.IsDataRacy(use.Body))
                continue;
            if (IsOwnValue(use, writes) || UseContext.IsDecidedAgain(use) || UseContext.IsInMarkedCall(use) || UseContext.IsOrdered(use))
                continue;
            var around = locks.At(use.Reference.Syntax);
            if (use.Kind == FieldUseKind.Read ? !around.IsNone : around.IsUnsure || !around.Names.Intersect(lockOfWrites.Names).IsEmpty)
                continue;
            if (isReference && use.Kind == FieldUseKind.Read && marking.OptionsOf(use.Reference.Syntax.SyntaxTree).MemoryModel == MemoryModel.DotNet)
                continue;
            // `n = n + 1` is one update: told where it is written.
            if (use.Kind == FieldUseKind.Read && AssignedFrom(use) is not null)
                continue;
            var first = marked[0];
            var update = UpdateOf(use, uses);
            yield return new MixedShape(use.Location, use.Body, use.Field, use.Text, update == UpdateForm.None ? use.Kind : FieldUseKind.Update, first.Api)
            {
                Related = ImmutableArray.Create(first.Location),
                Forms = marking.Types.FormsOf(use.Field.Type),
                Update = update,
            };
        }
    }

    /// Read by the one body that writes it at all, and writes it by no more than release stores: it reads what it wrote.
    private static bool IsOwnValue(FieldUse use, ImmutableArray<FieldUse> writes) =>
        use.Kind == FieldUseKind.Read && !writes.IsEmpty && writes.All(write => write.Root == use.Root && write.Api == "Volatile.Write");

    private static UpdateForm UpdateOf(FieldUse use, ImmutableArray<FieldUse> uses) => use.Reference.Parent switch
    {
        IIncrementOrDecrementOperation { Kind: OperationKind.Increment } => UpdateForm.Increment,
        IIncrementOrDecrementOperation => UpdateForm.Decrement,
        ICoalesceAssignmentOperation => UpdateForm.Coalesce,
        ICompoundAssignmentOperation => UpdateForm.Compound,
        ISimpleAssignmentOperation assignment when use.Kind == FieldUseKind.Write && uses.Any(read => read.Kind == FieldUseKind.Read && AssignedFrom(read) == assignment) => UpdateForm.Derived,
        _ => UpdateForm.None,
    };

    /// The assignment to the same place whose new value is computed from this read.
    private static ISimpleAssignmentOperation? AssignedFrom(FieldUse read)
    {
        for (var operation = read.Reference.Parent; operation is not null and not (IBlockOperation or IAnonymousFunctionOperation); operation = operation.Parent)
        {
            if (operation is ISimpleAssignmentOperation assignment && SameLocation.Denotes(assignment.Target, read.Reference))
                return assignment;
        }

        return null;
    }
}

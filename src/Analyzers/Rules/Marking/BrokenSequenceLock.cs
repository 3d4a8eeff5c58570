using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0116: a reader or writer of a sequence lock leaves out a step, or does it in the wrong order.
internal sealed class BrokenSequenceLock : IShapeRule
{
    public Finding? Check(Shape seen)
    {
        if (seen is not SequenceShape step)
            return null;
        var version = step.Version.Name;
        var problem = step.Flaw switch
        {
            SequenceFlaw.PlainBegin => $"the first read of '{version}' is plain, so the data may be read before it: use 'Volatile.Read'",
            SequenceFlaw.NoReadBarrier => $"nothing keeps the reads of the data before this read of '{version}': put 'Volatile.ReadBarrier' or 'Interlocked.MemoryBarrier' before it",
            SequenceFlaw.OddNotTested => $"'{version}' is odd while a writer is at work, and this is not tested",
            SequenceFlaw.UsedUnvalidated => $"'{step.Data?.Name}' is used before '{version}' was compared",
            SequenceFlaw.ReadAfter => $"'{step.Data?.Name}' is read again after '{version}' was compared: use the copy",
            SequenceFlaw.WrittenByReader => $"'{step.Data?.Name}' is written in the section of a reader",
            SequenceFlaw.NoWriteBarrier => $"nothing keeps the stores of the data after this store of '{version}': use 'Interlocked.Increment', or a barrier after it",
            SequenceFlaw.PlainEnd => $"this store of '{version}' is plain, so the stores of the data may come after it: use 'Volatile.Write' or 'Interlocked.Increment'",
            _ => $"'{step.Data?.Name}' is written where '{version}' does not say so",
        };
        return Finding.At(Descriptors.BrokenSequenceLock, step.Location, version, problem) with { Related = step.Related, Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Flaw, step.Flaw.ToString()) };
    }
}

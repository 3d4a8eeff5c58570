using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0102: lock-free state is written plainly, or handed to code that will. A write that depends on the old value is
/// another matter.
internal sealed class PlainWrite : IFlowRule
{
    public Finding? Check(FlowEvent seen) =>
        seen is StateAccessEvent { Access: { Form: AccessForm.Write or AccessForm.Reference, Update: UpdateForm.None }, IsSuperseded: false } access && LockFree.IsJudged(access)
            && !LostUpdate.IsLost(access) && !IsAllowed(access)
            ? LockFree.Finding(Descriptors.PlainWrite, access, LockFree.Why(access, "writes"), FixProperties.Write)
            : null;

    private static bool IsAllowed(StateAccessEvent access)
    {
        if (access.Discipline.Atomic is null)
        {
            // Without the lock that is a matter of the guard; under it a plain write is in one piece.
            return access.Guard != GuardHold.Exclusive || access.Options.MemoryModel == MemoryModel.DotNet;
        }

        if (access.Access.Form == AccessForm.Reference)
            return false;
        return access.Options is { MemoryModel: MemoryModel.DotNet } && access.Discipline.Type is { IsReferenceType: true }
            || (access.Options.AssumePlainWritesAtomic && access.Discipline.Atomicity == Atomicity.Atomic);
    }
}

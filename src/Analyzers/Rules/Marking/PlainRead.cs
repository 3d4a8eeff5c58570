using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0101: lock-free state is read plainly. What another diagnostic says more of, it does not repeat.
internal sealed class PlainRead : IFlowRule
{
    public Finding? Check(FlowEvent seen) =>
        seen is StateAccessEvent { Access: { Reads: true, IsComparand: false, Wait: not WaitForm.Spins }, IsSuperseded: false } access && LockFree.IsJudged(access)
            && access.Discipline.SetOnce is null && IsUnprotected(access) && !IsSafeReference(access)
            ? LockFree.Finding(Descriptors.PlainRead, access, LockFree.Why(access, "reads"), FixProperties.Read)
            : null;

    private static bool IsUnprotected(StateAccessEvent access) =>
        access.Discipline.Atomic is null ? access.Guard == GuardHold.None : !access.FeedsUpdate;

    /// A reference that is read once is a snapshot: what it refers to was written before it was stored.
    private static bool IsSafeReference(StateAccessEvent access) =>
        access is { Access: { Form: AccessForm.Read, Wait: WaitForm.None }, Options.MemoryModel: MemoryModel.DotNet, Discipline.Type.IsReferenceType: true };
}

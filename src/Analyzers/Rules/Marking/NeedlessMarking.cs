using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0113: the lock that is held protects the access already, so the marking only hides it from whoever looks for
/// accesses without the lock.
internal sealed class NeedlessMarking : IFlowRule
{
    public Finding? Check(FlowEvent seen) =>
        seen is StateAccessEvent { Access: { IsCall: true, Operation: not MarkedOperation.Initialize }, IsUnderConstruction: false, IsWaived: false, Discipline: { IsGuarded: true, IsVolatile: false } discipline } access
            && IsProtected(access, discipline)
            ? Finding.At(Descriptors.NeedlessMarking, access.Location, access.Text, Wording.List(discipline.Guards.SelectMany(guard => guard.Capabilities)) + " is held here") with
            {
                Related = LockFree.Declaration(access),
                Properties = LockFree.Properties(access, access.Access.Writes ? FixProperties.Write : FixProperties.Read),
            }
            : null;

    /// Who reads without the lock needs the writes to be marked.
    private static bool IsProtected(StateAccessEvent access, MarkingDiscipline discipline) => discipline.WriteGuardedBy is not null || discipline.Atomic is not null
        ? discipline.Atomic is null && access is { Access.Form: AccessForm.Read, Guard: GuardHold.Exclusive }
        : access.Access.Form == AccessForm.Read ? access.Guard != GuardHold.None : access.Guard == GuardHold.Exclusive;
}

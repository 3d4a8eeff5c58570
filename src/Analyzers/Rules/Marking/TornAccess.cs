using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0106 at an access: a race that is intended, of a value that is not written in one piece. That nobody minds old
/// values does not make half of one value and half of another.
internal sealed class TornAccess : IFlowRule
{
    public Finding? Check(FlowEvent seen) =>
        seen is StateAccessEvent { Discipline: { Atomicity: Atomicity.Tears, Type: { } type, WriteGuardedBy: null, Atomic: null } discipline, IsUnderConstruction: false, IsSuperseded: false } access
            && (discipline.DataRacy is not null || access.Access.Waiver is not null) && access.Locks.IsEmpty && access.Guard == GuardHold.None
            ? Finding.At(Descriptors.TornAccess, access.Location, access.Text, Tearing.Why(type) + ", and a deliberate race does not change that") with
            {
                Related = LockFree.Declaration(access),
                Properties = LockFree.Properties(access, access.Access.Writes ? FixProperties.Write : FixProperties.Read),
            }
            : null;
}

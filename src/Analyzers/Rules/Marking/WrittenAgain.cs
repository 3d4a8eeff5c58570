using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0115: set-once state is written where it may have been set already: neither by a compare-exchange, nor after a test
/// under a lock that is still held.
internal sealed class WrittenAgain : IFlowRule
{
    public Finding? Check(FlowEvent seen) =>
        seen is StateAccessEvent { Discipline: { SetOnce: not null, DataRacy: null }, IsUnderConstruction: false, IsWaived: false, IsSuperseded: false } access
            && MayBeAgain(access.Access, access) && !(access.Discipline.IsGuarded && access.Guard != GuardHold.Exclusive)
            ? LockFree.Finding(Descriptors.WrittenAgain, access, access.IsTested || access.Access.Update == UpdateForm.Coalesce
                ? "another thread may set it between the test and the write"
                : "nothing here makes sure that it is still unset", FixProperties.Write)
            : null;

    private static bool MayBeAgain(StateAccess write, StateAccessEvent access) => write switch
    {
        { Operation: MarkedOperation.Initialize or MarkedOperation.CompareExchange } => false,
        // The same value again, and the old one tells who was first.
        { Operation: MarkedOperation.Exchange, Value.ConstantValue.HasValue: true } => false,
        { Form: AccessForm.Reference } => false,
        { Update: UpdateForm.Coalesce } => access.Locks.IsEmpty && !access.IsPureValue,
        { Writes: true } => !access.IsTestedUnderLock && !access.IsPureValue,
        _ => false,
    };
}

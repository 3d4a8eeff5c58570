using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0103: what is written depends on what was read before, and another thread may write in between.
internal sealed class LostUpdate : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is StateAccessEvent access && IsLost(access)
        ? LockFree.Finding(Descriptors.LostUpdate, access, How(access), FixProperties.Update)
        : null;

    public static bool IsLost(StateAccessEvent access)
    {
        if (access.IsUnderConstruction || access.IsWaived || access.IsSuperseded)
            return false;
        var discipline = access.Discipline;
        // Whose writes have a guard, or whose race is intended, or who is written once, has rules of its own.
        if (discipline.IsGuarded || discipline.DataRacy is not null || discipline.SetOnce is not null || discipline.Atomicity == Atomicity.Tears)
            return false;
        return discipline.Atomic is not null ? IsLostAtomic(access) : discipline.IsVolatile && IsLostVolatile(access);
    }

    private static bool IsLostAtomic(StateAccessEvent access) => access.Access switch
    {
        // One Interlocked operation; a compare-exchange decides by itself.
        { Form: AccessForm.Update, IsCall: true } => false,
        { Update: UpdateForm.Increment or UpdateForm.Decrement or UpdateForm.Compound } => true,
        { Update: UpdateForm.Coalesce } => !access.IsPureValue && !access.IsSerialized(),
        { Update: UpdateForm.Derived } => !access.IsSerialized(),
        // Who tests and then exchanges looks at what came back.
        { Form: AccessForm.Write, Operation: not MarkedOperation.Exchange } when access.IsTested => !access.IsPureValue && !(access.IsTestedUnderLock && access.IsSerialized()),
        _ => false,
    };

    private static bool IsLostVolatile(StateAccessEvent access) =>
        access.Access is { IsCall: false, Update: UpdateForm.Increment or UpdateForm.Decrement or UpdateForm.Compound or UpdateForm.Derived } && !access.IsSerialized();

    private static string How(StateAccessEvent access) => access.Access.Update switch
    {
        UpdateForm.None => "it was tested before, and another thread may have written it since the test",
        UpdateForm.Coalesce => "another thread may set it between the test and the write",
        UpdateForm.Derived => "its new value comes from an old one, and another thread may have written it in between",
        _ => access.Discipline.Atomic is null ? "'volatile' does not join the read and the write" : "the read and the write are two operations",
    };
}

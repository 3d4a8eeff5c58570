using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Rules.Balance;
using Capability.Analyzers.Rules.Contracts;
using Capability.Analyzers.Rules.Guards;
using Capability.Analyzers.Rules.Marking;
using Capability.Analyzers.Rules.Order;
using Capability.Analyzers.Rules.Suspension;

namespace Capability.Analyzers.Rules;

/// One diagnostic: an event with its facts in, a verdict out. No walking, no symbol resolution, no knowledge of any lock.
internal interface IFlowRule
{
    Finding? Check(FlowEvent seen);
}

/// Every rule about bodies, in the order of their ids.
internal static class FlowRules
{
    public static readonly ImmutableArray<IFlowRule> All = ImmutableArray.Create<IFlowRule>(
        new UnguardedRead(),
        new UnguardedWrite(),
        new UnguardedObjectRead(),
        new UnguardedObjectWrite(),
        new UnguardedReference(),
        new EscapedReference(),
        new RequirementNotMet(),
        new ExcludedButHeld(),
        new AlreadyHeld(),
        new ReleaseNotHeld(),
        new ReleaseWrongMode(),
        new HeldAtExit(),
        new NotHeldAtExit(),
        new TryResultNotTested(),
        new ScopeDiscarded(),
        new OtherScope(),
        new NotReleasedOnException(),
        new UndeclaredCounterpart(),
        new HeldAcrossAwait(),
        new HeldAcrossYield(),
        new AbsenceNotKnown(),
        new AgainstDeclaredOrder(),
        new ForeignCodeWhileHolding(),
        new BlockingWhileHolding(),
        new RepeatedFetch(),
        new PublicationOrder(),
        new ChangedSnapshot(),
        new StaleDecision(),
        new PlainRead(),
        new PlainWrite(),
        new LostUpdate(),
        new TornAccess(),
        new NeedlessMarking(),
        new NeedlessWaiver(),
        new WrittenAgain(),
        new LiteralForCapability(),
        new ContractLostInConversion(),
        new KeptInPlaceDelegate());
}

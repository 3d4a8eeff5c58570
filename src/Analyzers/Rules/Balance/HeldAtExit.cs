using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0024: still held when the member ends, without a contract that says so.
internal sealed class HeldAtExit : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen is LeftHeldEvent { Exit: not ExitKind.Exception, Counterpart: null } left
        ? Finding.At(
            Descriptors.HeldAtExit, left.Location, Wording.Name(left.Capability), Wording.Member(left.Body),
            left.Exit == ExitKind.Throw ? ", where it throws" : left.Held == Paths.Some ? " on some paths" : "") with
        {
            Related = (left.Contract is { } contract ? left.Exits.Insert(0, contract) : left.Exits),
            Properties = FixFacts.Of(left).With(FixProperties.Attribute, left is { Exit: ExitKind.Normal, Held: Paths.All, Contract: null } ? left.Mode == HoldMode.Exclusive ? "Acquires" : "AcquiresShared" : null),
        }
        : null;
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Guards;

/// CAP0006: a reference to guarded state leaves the critical section of its guard. At the expression that leaves, or at
/// the later use of a name that was bound under the guard.
internal sealed class EscapedReference : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen switch
    {
        AccessEvent { Missing.IsEmpty: false, OutlivesGuard: true } access => At(access.Location, access.Text, access.Missing, "it is used after it", access.Guards, null, FixFacts.Of(access.Missing)),
        EscapeEvent escape => At(escape.Location, escape.Text, escape.Needed, How(escape.Kind), escape.Guards, escape.Bound,
            FixFacts.Of(escape.Entries, HoldMode.Shared, isAlternative: false).With(FixProperties.Leaves, escape.Kind.ToString()).With(FixProperties.IsUnderGuard, escape.IsTakenUnderGuard)),
        _ => null,
    };

    private static Finding At(
        Location place, string text, IEnumerable<CapabilityExpression> needed, string how, IEnumerable<StateGuard> guards, Location? bound, ImmutableDictionary<string, string?> facts) =>
        Finding.At(Descriptors.EscapedReference, place, text, Wording.List(needed), how) with
        {
            Related = guards.Select(guard => guard.Source.Location).Append(bound).OfType<Location>().Distinct().ToImmutableArray(),
            Properties = facts,
        };

    private static string How(EscapeKind kind) => kind switch
    {
        EscapeKind.Returned => "it is returned",
        EscapeKind.ReturnedByReference => "it is returned by reference",
        EscapeKind.Yielded => "it is yielded",
        EscapeKind.PassedOut => "it is passed out",
        EscapeKind.Stored => "it is stored where that does not guard it",
        _ => "it is used after it",
    };
}

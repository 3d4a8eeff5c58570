using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.Expressions;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Contracts;

/// CAP0011: a call needs a capability, or a mode of it, that is not held. A private member, or a wrapper, that only signals a
/// lock no annotation speaks of is called by members that hold it, as far as anybody can tell.
internal sealed class RequirementNotMet : IFlowRule
{
    public Finding? Check(FlowEvent seen)
    {
        if (seen is not RequirementEvent { Missing.IsEmpty: false } call)
            return null;
        if (call is { IsUnannotated: true, Held: Paths.None, IsTouchedHere: false } && (call.Body.DeclaredAccessibility == Accessibility.Private || call.Missing.All(c => c.Path is ParameterPath)))
            return null;
        var needed = Wording.List(call.Missing, call.IsAlternative) + (call.Mode == HoldMode.Exclusive ? " held exclusively" : "");
        return Finding.At(Descriptors.RequirementNotMet, call.Location, Wording.Member(call.Target), needed, Wording.Instead(call.Held, call.Instead, call.Missing)) with
        {
            Related = call.Effects.Select(effect => effect.Source.Location).Concat(Wording.Sites(call.Instead)).Concat(call.OtherPath).OfType<Location>().Distinct().ToImmutableArray(),
            Properties = FixFacts.Of(call.Entries, call.Mode, call.IsAlternative).With(FixProperties.OnSomePaths, call.Held == Paths.Some).With(FixProperties.IsAmongOthers, FixFacts.IsLock(call.Instead)),
        };
    }
}

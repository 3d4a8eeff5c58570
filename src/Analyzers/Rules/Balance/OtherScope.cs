using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0028: a scope object is passed on that manages other capabilities than the parameter declares.
internal sealed class OtherScope : IFlowRule
{
    public Finding? Check(FlowEvent seen)
    {
        if (seen is not OtherScopeEvent scope)
            return null;
        var instead = scope.Managed.IsDefault ? "; what it manages is not declared" : scope.Managed.IsEmpty ? "; it manages nothing" : "; it manages " + Wording.List(scope.Managed);
        return Finding.At(Descriptors.OtherScope, scope.Location, scope.Parameter.Name, Wording.List(scope.Declared), instead) with
        {
            Related = scope.Parameter.Locations.Where(l => l.IsInSource).Take(1).ToImmutableArray(),
        };
    }
}

using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0110: double-checked locking that lets a thread see half of what the section makes.
internal sealed class BrokenDoubleCheck : IShapeRule
{
    public Finding? Check(Shape seen)
    {
        if (seen is not DoubleCheckShape check)
            return null;
        var gate = check.Gate.Name;
        var problem = check.Flaw switch
        {
            DoubleCheckFlaw.PlainFlag when check.Other is { } data => $"nothing orders the read of '{gate}' and what it says about '{data.Name}': make it volatile",
            DoubleCheckFlaw.PlainFlag => $"nothing orders the read of '{gate}' and the data that it speaks of: make it volatile",
            DoubleCheckFlaw.PlainStore => $"'{gate}' is stored plainly, so the data that it speaks of may become visible after it: use 'Volatile.Write'",
            DoubleCheckFlaw.TearingGate => $"'{gate}' is not written in one piece, so the check may see half of it",
            DoubleCheckFlaw.NotRechecked => $"'{gate}' is not tested again under the lock, so two threads set it one after the other",
            DoubleCheckFlaw.ChangedAfter => $"the object is changed after '{gate}' refers to it",
            DoubleCheckFlaw.DataAfter => $"'{check.Other?.Name}' is stored after '{gate}' says that it is there",
            DoubleCheckFlaw.LockReplaced => $"the lock '{check.Other?.Name}' is assigned here as well, so two threads may lock two objects",
            DoubleCheckFlaw.ReadAgain => $"'{gate}' is read again to be returned, and another member unsets it: return what was tested",
            _ => $"'{gate}' is not volatile, which ECMA-335 asks for",
        };
        return Finding.At(Descriptors.BrokenDoubleCheck, check.Location, gate, problem) with { Related = check.Related, Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Flaw, check.Flaw.ToString()) };
    }
}

using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0107: the compiler may read the variable once, and the loop never ends.
internal sealed class WaitOnPlainField : IShapeRule
{
    public Finding? Check(Shape seen) => seen is SpinShape spin
        ? Finding.At(Descriptors.WaitOnPlainField, spin.Location, spin.Text) with { Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Member, spin.Variable.Name) }
        : null;
}

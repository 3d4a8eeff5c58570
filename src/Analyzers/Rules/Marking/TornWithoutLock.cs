using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0106 without an annotation: the type shows that the field is shared, and here no lock keeps it in one piece.
internal sealed class TornWithoutLock : IShapeRule
{
    public Finding? Check(Shape seen)
    {
        if (seen is not TearingShape torn)
            return null;
        var why = torn.Evidence == SharedBy.Lock ? $", and elsewhere it is written under '{torn.Lock}'" : ", and code that runs on another thread uses it";
        return Finding.At(Descriptors.TornAccess, torn.Location, torn.Text, Tearing.Why(torn.Field.Type) + why) with
        {
            Related = torn.Related,
            Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Member, torn.Field.Name)
                .Add(FixProperties.Form, torn.Use switch { FieldUseKind.Read => FixProperties.Read, FieldUseKind.Write => FixProperties.Write, _ => FixProperties.Update })
                .Add(FixProperties.Capability, torn.Lock),
        };
    }
}

using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0106 without an annotation: the type shows that the field is shared, and here no lock keeps it in one piece.
internal sealed class TornAccess : IShapeRule
{
    public Finding? Check(Shape seen)
    {
        if (seen is not TearingShape torn)
            return null;
        var why = torn.Evidence == SharedBy.Lock ? $"other code writes it under '{torn.Lock}'" : "code that runs on another thread uses it";
        return Finding.At(
            Descriptors.TornAccess, torn.Location, torn.Use == FieldUseKind.Read ? "Reading" : "Writing", torn.Text,
            torn.Field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), why) with { Related = torn.Related };
    }
}

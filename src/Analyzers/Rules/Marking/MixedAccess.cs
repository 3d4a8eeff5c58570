using System.Collections.Immutable;
using Capability.Analyzers.Dataflow.Shapes;
using Capability.Analyzers.Diagnostics;

namespace Capability.Analyzers.Rules.Marking;

/// CAP0104: plain here, marked elsewhere in the same type.
internal sealed class MixedAccess : IShapeRule
{
    public Finding? Check(Shape seen) => seen is MixedShape mixed
        ? Finding.At(Descriptors.MixedAccess, mixed.Location, Verb(mixed.Use), mixed.Text, mixed.Api) with { Related = mixed.Related, Properties = Properties(mixed) }
        : null;

    private static ImmutableDictionary<string, string?> Properties(MixedShape mixed) => ImmutableDictionary<string, string?>.Empty
        .Add(FixProperties.Member, mixed.Field.Name)
        .Add(FixProperties.Form, mixed.Use switch { FieldUseKind.Read => FixProperties.Read, FieldUseKind.Write => FixProperties.Write, _ => FixProperties.Update })
        .Add(FixProperties.Update, mixed.Update.ToString())
        .Add(FixProperties.Marking, mixed.Forms.ToString().Replace(", ", "|"));

    private static string Verb(FieldUseKind use) => use switch
    {
        FieldUseKind.Write => "Writing",
        FieldUseKind.Update => "Changing",
        _ => "Reading",
    };
}

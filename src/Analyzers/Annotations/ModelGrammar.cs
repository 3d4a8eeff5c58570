using System.Collections.Generic;
using System.Collections.Immutable;

namespace Capability.Analyzers.Annotations;

/// What may stand between the parentheses of an attribute.
internal enum ArgumentShape
{
    /// Nothing.
    None,

    /// `()`, names, an owner type, or an owner type and names.
    Capabilities,

    /// The same after a bool.
    AnswerAndCapabilities,

    /// Exactly one bool.
    Answer,

    /// Exactly one string.
    Text,

    /// At most one string.
    OptionalText,

    /// Exactly two strings.
    TwoTexts,
}

/// The attributes a model line may carry: their names are those of <see cref="AnnotationKind"/>.
internal static class ModelGrammar
{
    private static readonly ImmutableDictionary<string, (AnnotationKind Kind, ArgumentShape Shape, string[] Named)> Attributes = Build();

    public static bool TryGet(string name, out AnnotationKind kind, out ArgumentShape shape, out IReadOnlyCollection<string> named)
    {
        var known = Attributes.TryGetValue(name, out var attribute);
        (kind, shape, named) = known ? attribute : (default, default, []);
        return known;
    }

    /// Every name, for the nearest one in a message.
    public static IEnumerable<string> Names => Attributes.Keys;

    /// Whether it says what a call does to capabilities or demands of them.
    public static bool IsEffect(AnnotationKind kind) => kind
        is AnnotationKind.Requires or AnnotationKind.RequiresShared or AnnotationKind.RequiresAny or AnnotationKind.Excludes
        or AnnotationKind.Acquires or AnnotationKind.AcquiresShared
        or AnnotationKind.Releases or AnnotationKind.ReleasesShared or AnnotationKind.ReleasesGeneric
        or AnnotationKind.TryAcquires or AnnotationKind.TryAcquiresShared
        or AnnotationKind.AssertsCapability or AnnotationKind.AssertsSharedCapability or AnnotationKind.MayAcquire or AnnotationKind.Leaves;

    private static ImmutableDictionary<string, (AnnotationKind, ArgumentShape, string[])> Build()
    {
        var table = ImmutableDictionary.CreateBuilder<string, (AnnotationKind, ArgumentShape, string[])>();
        void Add(ArgumentShape shape, string[] named, params AnnotationKind[] kinds)
        {
            foreach (var kind in kinds)
            {
                table.Add(kind.ToString(), (kind, shape, named));
            }
        }

        Add(ArgumentShape.OptionalText, ["Reentrant", "ThreadAffine"], AnnotationKind.Capability);
        Add(ArgumentShape.OptionalText, [], AnnotationKind.NoCapabilityAnalysis);
        Add(ArgumentShape.Text, [], AnnotationKind.DataRacy, AnnotationKind.PublishedBy, AnnotationKind.ReturnsCapability, AnnotationKind.InPlace, AnnotationKind.Permits, AnnotationKind.Abandoned);
        Add(ArgumentShape.TwoTexts, [], AnnotationKind.SameCapability, AnnotationKind.Recursive);
        Add(ArgumentShape.Answer, [], AnnotationKind.DoesNotReturnIf);
        Add(ArgumentShape.None, [],
            AnnotationKind.ScopedCapability, AnnotationKind.Atomic, AnnotationKind.SetOnce, AnnotationKind.InvokedInPlace, AnnotationKind.ThreadSafe,
            AnnotationKind.Mutates, AnnotationKind.Blocking, AnnotationKind.Interrupts, AnnotationKind.Upgradeable, AnnotationKind.Signal, AnnotationKind.MayThrow, AnnotationKind.EveryLevel, AnnotationKind.Attached, AnnotationKind.Keyed);
        Add(ArgumentShape.Capabilities, [],
            AnnotationKind.GuardedBy, AnnotationKind.PtGuardedBy, AnnotationKind.WriteGuardedBy, AnnotationKind.RequiresAny, AnnotationKind.Excludes,
            AnnotationKind.AssertsCapability, AnnotationKind.AssertsSharedCapability, AnnotationKind.AcquiredBefore, AnnotationKind.AcquiredAfter, AnnotationKind.MayAcquire, AnnotationKind.Leaves);
        Add(ArgumentShape.Capabilities, ["If"],
            AnnotationKind.Requires, AnnotationKind.RequiresShared, AnnotationKind.Releases, AnnotationKind.ReleasesShared, AnnotationKind.ReleasesGeneric);
        Add(ArgumentShape.Capabilities, ["If", "When"], AnnotationKind.Acquires, AnnotationKind.AcquiresShared);
        Add(ArgumentShape.AnswerAndCapabilities, ["If", "When"], AnnotationKind.TryAcquires, AnnotationKind.TryAcquiresShared);
        Add(ArgumentShape.AnswerAndCapabilities, [], AnnotationKind.Holds, AnnotationKind.HoldsShared);
        return table.ToImmutable();
    }
}

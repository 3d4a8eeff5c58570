using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Annotations;

namespace Capability.Analyzers.Expressions;

/// What the annotations of one symbol say twice, or against each other.
///
/// A repetition drops nothing. Of a contradiction the later half is dropped; two disciplines that exclude each other
/// leave none, for either would report what the other allows.
internal sealed class Contradictions
{
    private readonly GuardBinder _binder;
    private readonly PathBuilder _paths;

    public Contradictions(GuardBinder binder, PathBuilder paths)
    {
        _binder = binder;
        _paths = paths;
    }

    /// The defects of all annotations of one symbol, each at the later of the two that do not go together.
    public IEnumerable<Defect> Of(ImmutableArray<Annotation> annotations)
    {
        foreach (var same in annotations.Where(a => a.Kind == AnnotationKind.SameCapability))
        {
            if (_paths.Same.SidesOf(same) is { } sides && sides.Left.Equals(sides.Right))
            {
                yield return Contradiction(same, same.Location, "'" + sides.Left.Display + "' is the same capability as itself");
            }
        }

        for (var later = 0; later < annotations.Length; later++)
        {
            foreach (var defect in Within(annotations[later]))
            {
                yield return defect;
            }

            for (var earlier = 0; earlier < later; earlier++)
            {
                foreach (var defect in Between(annotations[earlier], annotations[later]))
                {
                    yield return defect with { Other = annotations[earlier].Location };
                }
            }
        }
    }

    private IEnumerable<Defect> Within(Annotation annotation)
    {
        var bound = _binder.BindAll(annotation);
        for (var i = 1; i < bound.Length; i++)
        {
            if (bound[i].Expression is { } again && bound.Take(i).Any(b => again.Equals(b.Expression)))
            {
                yield return Repetition(annotation, i, again);
            }
        }
    }

    private IEnumerable<Defect> Between(Annotation first, Annotation second)
    {
        if (IsDiscipline(first, second) || IsDiscipline(second, first))
        {
            var words = first.Kind == AnnotationKind.GuardedBy ? (second.Kind, first.Kind) : (first.Kind, second.Kind);
            yield return Contradiction(second, second.Location, $"[{words.Item1}] and [{words.Item2}] exclude each other: state is either guarded or not") with { AlsoDrops = first };
            yield break;
        }

        if (Relation(first, second) is not { } relation || (first.If != second.If && (first.If is not null || second.If is not null)))
        {
            yield break;
        }

        var before = _binder.BindAll(first);
        var after = _binder.BindAll(second);
        for (var i = 0; i < after.Length; i++)
        {
            if (after[i].Expression is not { } capability || !before.Any(b => b.Expression is { } other && other.Path.Equals(capability.Path) && other.Protocol == capability.Protocol
                && relation.Applies(other.IsNegated, capability.IsNegated)))
            {
                continue;
            }

            // One word for the reader, and one report for one capability.
            yield return relation.Word is null
                ? Repetition(second, i, capability)
                : Contradiction(second, PlaceOf(second, i), $"'{capability.Path.Display}' is {relation.Word}");
        }
    }

    /// <param name="Word">What the capability is at the same time; null when it is only said twice.</param>
    private sealed record Clash(string? Word)
    {
        public bool Applies(bool firstNegated, bool secondNegated) => firstNegated == secondNegated && (Word is null || !firstNegated);
    }

    private static Clash? Relation(Annotation first, Annotation second)
    {
        var (a, b) = (first.Kind, second.Kind);
        if (a.IsTry() && b.IsTry())
        {
            return first.When != second.When ? null : first.Success == second.Success ? new Clash(null) : new Clash("acquired for both results");
        }

        if (a.IsGuard() && a == b)
        {
            // Stacked attributes with several names each may overlap: (a or b) and (a or c) to read.
            return first.Capabilities.Length <= 1 && second.Capabilities.Length <= 1 ? new Clash(null) : null;
        }

        if (IsRequirement(a) && IsRequirement(b))
        {
            return new Clash(null);
        }

        if ((a.IsAcquire() && b.IsAcquire()) || (a.IsRelease() && b.IsRelease()) || (a == b && a is AnnotationKind.Excludes or AnnotationKind.AcquiredBefore or AnnotationKind.AcquiredAfter)
            || (a.Contract() == ContractFamily.Asserts && b.Contract() == ContractFamily.Asserts))
        {
            return new Clash(null);
        }

        return IsRequirement(a) ? Against(b) : IsRequirement(b) ? Against(a) : null;
    }

    private static Clash? Against(AnnotationKind kind) =>
        kind.IsAcquire() || kind.IsTry() ? new Clash("required and acquired")
        : kind.IsRelease() ? new Clash("required and released")
        : kind == AnnotationKind.Excludes ? new Clash("required and excluded") : null;

    private static bool IsRequirement(AnnotationKind kind) => kind is AnnotationKind.Requires or AnnotationKind.RequiresShared;

    private static bool IsDiscipline(Annotation guard, Annotation other) =>
        guard.Kind == AnnotationKind.GuardedBy && other.Kind is AnnotationKind.Atomic or AnnotationKind.DataRacy;

    private static Microsoft.CodeAnalysis.Location? PlaceOf(Annotation annotation, int index) =>
        index < annotation.Capabilities.Length ? annotation.Capabilities[index].Location ?? annotation.Location : annotation.Location;

    private static Defect Repetition(Annotation annotation, int index, CapabilityExpression capability) =>
        Contradiction(annotation, PlaceOf(annotation, index), "'" + capability.Display + "' is named twice") with { Drops = false };

    private static Defect Contradiction(Annotation annotation, Microsoft.CodeAnalysis.Location? place, string text) =>
        new(DefectKind.Contradiction, annotation, "", text, place);
}

using Capability.Analyzers.Annotations;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Expressions;

internal enum DefectKind
{
    /// CAP0301.
    Unresolved,

    /// CAP0302.
    NotACapability,

    /// CAP0303.
    WithoutEffect,

    /// CAP0305.
    StaticByInstance,

    /// CAP0307.
    Contradiction,
}

/// What is wrong with an annotation, as data. An annotation with a defect that <see cref="Drops"/> it means nothing,
/// and nothing else is said because of it.
/// <param name="Subject">The capability as written, or the name that does not resolve; for a contradiction nothing.</param>
internal sealed record Defect(DefectKind Kind, Annotation Annotation, string Subject, string Reason, Location? Location)
{
    public bool Drops { get; init; } = true;

    /// The other half of a contradiction, when neither can stand.
    public Annotation? AlsoDrops { get; init; }

    /// The name that does not resolve, and the one that would have.
    public Misspelling? Misspelling { get; init; }

    /// The other annotation of a contradiction.
    public Location? Other { get; init; }
}

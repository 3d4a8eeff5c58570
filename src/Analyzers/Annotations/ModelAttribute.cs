using System.Collections.Immutable;

namespace Capability.Analyzers.Annotations;

/// One attribute of a model line, understood but of no symbol yet.
/// <param name="Target">The parameter or `return` it speaks of; null for the member itself.</param>
/// <param name="Written">Its text, for messages and to recognise repetitions.</param>
internal sealed record ModelAttribute(AnnotationKind Kind, string? Target, string Written)
{
    public ImmutableArray<string> Capabilities { get; init; } = ImmutableArray<string>.Empty;

    /// The full name inside `typeof`.
    public string? Owner { get; init; }

    public bool Success { get; init; } = true;

    public string? When { get; init; }

    public string? If { get; init; }

    public string? Text { get; init; }

    public string? Value { get; init; }

    public bool Reentrant { get; init; }

    public bool ThreadAffine { get; init; }
}

/// The attributes of a line, and what is wrong with the first one that cannot be understood.
internal sealed record ModelAttributes(ImmutableArray<ModelAttribute> Valid, string? Error);

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capability.Analyzers.Annotations;

/// Where an annotation was written. Metadata and models are never blamed for names that do not resolve.
internal enum AnnotationOrigin { Source, Metadata, Model }

/// One attribute (or one attribute of a model line), not yet bound: what it says, about which symbol, and where.
internal sealed record Annotation(AnnotationKind Kind, ISymbol Target, AnnotationOrigin Origin)
{
    /// The capability arguments as written; empty for the zero-argument form.
    public ImmutableArray<CapabilityText> Capabilities { get; init; } = ImmutableArray<CapabilityText>.Empty;

    /// The `typeof` owner: the names are its static members; with no names it is itself the capability.
    public INamedTypeSymbol? Owner { get; init; }

    /// `TryAcquires`: the result that means acquired. `Holds`: the answer that means held.
    public bool Success { get; init; } = true;

    /// What begins a name of a member of the returned object.
    public const string ReturnPrefix = "return.";

    /// `TryAcquires(When = …)`: the by-ref bool parameter that tells instead of the result.
    public string? When { get; init; }

    /// `If = "p"` or `If = "!p"`: the contract holds only for that value of a bool parameter.
    public string? If { get; init; }

    /// The word of `Capability`, the reason of `DataRacy` and `NoCapabilityAnalysis`, the flag of `PublishedBy`,
    /// the parameter of `InPlace`, `Recursive` and `Permits`.
    public string? Text { get; init; }

    /// The value of `Recursive("parameter", value)`, as written.
    public string? Value { get; init; }

    public bool Reentrant { get; init; }

    public bool ThreadAffine { get; init; }

    /// The attribute in source; none for metadata. For a model line its place in the file.
    public Location? Location { get; init; }
}

/// One capability argument: its constant text and, in source, its syntax (which alone knows `nameof(a.b.c)`).
/// <param name="Syntax">The operand of `nameof`, or null when the argument is a plain string.</param>
internal sealed record CapabilityText(string? Text, ExpressionSyntax? Syntax, Location? Location);

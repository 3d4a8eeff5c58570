namespace Capability.Analyzers.Expressions;

internal enum BindErrorKind
{
    /// CAP0301: empty, unparsable, not found, ambiguous, an instance member from a static one, or a path that
    /// metadata would lose.
    Unresolved,

    /// CAP0302: it resolves to something that cannot be a capability.
    NotACapability,
}

/// Why a capability text means nothing. <see cref="Nearest"/> is the closest name that would have resolved.
internal sealed record BindError(BindErrorKind Kind, string Reason, string? Nearest = null);

/// A bound capability expression or the error, never both.
internal sealed record BindResult(CapabilityExpression? Expression, BindError? Error)
{
    public static BindResult Of(CapabilityExpression expression) => new(expression, null);

    public static BindResult Failed(BindErrorKind kind, string reason, string? nearest = null) => new(null, new BindError(kind, reason, nearest));
}

using System.Collections.Generic;
using Capability.Analyzers.Annotations;

namespace Capability.Analyzers.Expressions;

internal enum BindErrorKind
{
    /// CAP0301: empty, unparsable, not found, ambiguous, an instance member from a static one, or a path that
    /// metadata would lose.
    Unresolved,

    /// CAP0302: it resolves to something that cannot be a capability.
    NotACapability,
}

/// A name that means nothing, and the closest one that would have.
internal sealed record Misspelling(string Written, string Nearest)
{
    public static Misspelling? Of(string written, IEnumerable<string> candidates) =>
        NearestName.Of(written, candidates) is { } nearest ? new Misspelling(written, nearest) : null;
}

/// Why a capability text means nothing.
internal sealed record BindError(BindErrorKind Kind, string Reason, Misspelling? Misspelling = null);

/// A bound capability expression or the error, never both.
internal sealed record BindResult(CapabilityExpression? Expression, BindError? Error)
{
    public static BindResult Of(CapabilityExpression expression) => new(expression, null);

    public static BindResult Failed(BindErrorKind kind, string reason) => new(null, new BindError(kind, reason));
}

using System;

namespace Capability;

/// <summary>
/// The caller must not hold the capability; inside the body it is known not to be held.
/// </summary>
/// <remarks>
/// <para>
/// For members that acquire a lock which does not nest, or that call foreign code.
/// </para>
/// <para>
/// Errors: CAP0012 (call while it is held), CAP0306 (an override excludes more); at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Excludes(nameof(_gate))]
/// void Flush()
/// {
///     lock (_gate) _pending = 0;
/// }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
    | AttributeTargets.Delegate | AttributeTargets.Parameter | AttributeTargets.Field,
    AllowMultiple = true)]
public sealed class ExcludesAttribute : Attribute
{
    /// <summary>Names <c>this</c>: only for members of a capability or scope type.</summary>
    public ExcludesAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public ExcludesAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public ExcludesAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public ExcludesAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public ExcludesAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public ExcludesAttribute(Type owner, params string[] capabilities) { }
}

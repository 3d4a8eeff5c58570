using System;

namespace Capability;

/// <summary>
/// The member gives the capability back: held shared on entry, not held when it returns.
/// </summary>
/// <remarks>
/// <para>
/// The counterpart of <see cref="AcquiresSharedAttribute"/>.
/// </para>
/// <para>
/// Errors: CAP0022 (called without it), CAP0023 (held in another mode), CAP0024 (the body does not give it back),
/// CAP0306; at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [ReleasesShared(nameof(_lock))]
/// void ExitRead() =&gt; _lock.ExitReadLock();
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
    | AttributeTargets.Delegate | AttributeTargets.Parameter | AttributeTargets.Field,
    AllowMultiple = true)]
public sealed class ReleasesSharedAttribute : Attribute
{
    /// <summary>Names <c>this</c>: only for members of a capability or scope type.</summary>
    public ReleasesSharedAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public ReleasesSharedAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public ReleasesSharedAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public ReleasesSharedAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public ReleasesSharedAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public ReleasesSharedAttribute(Type owner, params string[] capabilities) { }

    /// <summary>
    /// The name of a bool parameter: the contract holds only for calls that pass <see langword="true"/>
    /// (<c>"!parameter"</c>: only for those that pass <see langword="false"/>).
    /// </summary>
    public string? If { get; set; }
}

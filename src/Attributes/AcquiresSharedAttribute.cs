using System;

namespace Capability;

/// <summary>
/// The member takes the capability in shared mode: not held on entry, held shared when it returns.
/// </summary>
/// <remarks>
/// <para>
/// Shared holds allow reading guarded state, not writing it.
/// </para>
/// <para>
/// Errors: CAP0021 (already held), CAP0024 (the caller never gives it back), CAP0025 (the body does not take it),
/// CAP0306; at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// readonly ReaderWriterLockSlim _lock = new();
/// 
/// [AcquiresShared(nameof(_lock))]
/// void EnterRead() =&gt; _lock.EnterReadLock();
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
    | AttributeTargets.Delegate | AttributeTargets.Parameter | AttributeTargets.Field,
    AllowMultiple = true)]
public sealed class AcquiresSharedAttribute : Attribute
{
    /// <summary>Names <c>this</c>: only for members of a capability or scope type.</summary>
    public AcquiresSharedAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public AcquiresSharedAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public AcquiresSharedAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public AcquiresSharedAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public AcquiresSharedAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public AcquiresSharedAttribute(Type owner, params string[] capabilities) { }

    /// <summary>
    /// The name of a bool parameter: the contract holds only for calls that pass <see langword="true"/>
    /// (<c>"!parameter"</c>: only for those that pass <see langword="false"/>).
    /// </summary>
    public string? If { get; set; }
}

using System;

namespace Capability;

/// <summary>
/// The member takes the capability in shared mode if, and only if, it returns the given result.
/// </summary>
/// <remarks>
/// <para>
/// The result is a <c>bool</c>, <c>Task&lt;bool&gt;</c> or <c>ValueTask&lt;bool&gt;</c>, or nullable, where success means <c>not null</c>.
/// </para>
/// <para>
/// Errors: CAP0026 (the result is never tested), CAP0021 (already held), CAP0024 (never given back), CAP0025 (the body breaks the
/// promise), CAP0306; at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [TryAcquiresShared(true, nameof(_lock))]
/// bool TryEnterRead() =&gt; _lock.TryEnterReadLock(0);
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
    | AttributeTargets.Delegate | AttributeTargets.Parameter | AttributeTargets.Field,
    AllowMultiple = true)]
public sealed class TryAcquiresSharedAttribute : Attribute
{
    /// <summary>Names <c>this</c>: only for members of a capability or scope type.</summary>
    /// <param name="success">The result that means: acquired.</param>
    public TryAcquiresSharedAttribute(bool success) { }

    /// <summary>Names one capability.</summary>
    /// <param name="success">The result that means: acquired.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public TryAcquiresSharedAttribute(bool success, string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="success">The result that means: acquired.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public TryAcquiresSharedAttribute(bool success, params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="success">The result that means: acquired.</param>
    /// <param name="owner">The type that is the capability.</param>
    public TryAcquiresSharedAttribute(bool success, Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="success">The result that means: acquired.</param>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public TryAcquiresSharedAttribute(bool success, Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="success">The result that means: acquired.</param>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public TryAcquiresSharedAttribute(bool success, Type owner, params string[] capabilities) { }

    /// <summary>The name of a by-ref bool parameter that tells whether it was acquired, instead of the result.</summary>
    public string? When { get; set; }
}

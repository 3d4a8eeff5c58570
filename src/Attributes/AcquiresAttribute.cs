using System;

namespace Capability;

/// <summary>
/// The member takes the capability exclusively: not held on entry, held when it returns.
/// </summary>
/// <remarks>
/// <para>
/// The name may begin with <c>return</c> (the returned object's member is held) or with an out parameter.
/// </para>
/// <para>
/// Without a name it speaks of <c>this</c>: then the member implements the lock, and its body is trusted.
/// </para>
/// <para>
/// Errors: CAP0021 (already held), CAP0024 (the caller never gives it back), CAP0025 (the body does not take it),
/// CAP0306; at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Acquires(nameof(_gate))]
/// void Enter() =&gt; Monitor.Enter(_gate);
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
    | AttributeTargets.Delegate | AttributeTargets.Parameter | AttributeTargets.Field,
    AllowMultiple = true)]
public sealed class AcquiresAttribute : Attribute
{
    /// <summary>Names <c>this</c>: only for members of a capability or scope type.</summary>
    public AcquiresAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public AcquiresAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public AcquiresAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public AcquiresAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public AcquiresAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public AcquiresAttribute(Type owner, params string[] capabilities) { }

    /// <summary>
    /// The name of a bool parameter: the contract holds only for calls that pass <see langword="true"/>
    /// (<c>"!parameter"</c>: only for those that pass <see langword="false"/>).
    /// </summary>
    public string? If { get; set; }
}

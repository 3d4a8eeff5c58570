using System;

namespace Capability;

/// <summary>
/// The caller holds the capability in any mode, and it is still held when the member returns.
/// </summary>
/// <remarks>
/// <para>
/// The read side of a reader-writer lock is enough; the write side is too.
/// </para>
/// <para>
/// Errors: CAP0011 (call without it), CAP0025 (not held at the end), CAP0306 (an override asks for more);
/// at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// readonly ReaderWriterLockSlim _lock = new();
/// [GuardedBy(nameof(_lock))] int _count;
/// 
/// [RequiresShared(nameof(_lock))]
/// int Count() =&gt; _count;
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
    | AttributeTargets.Delegate | AttributeTargets.Parameter | AttributeTargets.Field,
    AllowMultiple = true)]
public sealed class RequiresSharedAttribute : Attribute
{
    /// <summary>Names <c>this</c>: only for members of a capability or scope type.</summary>
    public RequiresSharedAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public RequiresSharedAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public RequiresSharedAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public RequiresSharedAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public RequiresSharedAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public RequiresSharedAttribute(Type owner, params string[] capabilities) { }

    /// <summary>
    /// The name of a bool parameter: the contract holds only for calls that pass <see langword="true"/>
    /// (<c>"!parameter"</c>: only for those that pass <see langword="false"/>).
    /// </summary>
    public string? If { get; set; }
}

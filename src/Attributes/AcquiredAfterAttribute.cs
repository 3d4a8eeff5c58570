using System;

namespace Capability;

/// <summary>
/// Declares the lock order: when both are held, this capability was acquired after the named ones.
/// </summary>
/// <remarks>
/// <para>
/// On a field, property or role type that is a capability. <see cref="AcquiredBeforeAttribute"/> says the same from the other side.
/// </para>
/// <para>
/// Errors: CAP0041 (acquired against the order), CAP0042 (the order has a cycle); at the annotation CAP0301, CAP0303 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// readonly object _table = new();
/// [AcquiredAfter(nameof(_table))] readonly object _row = new();
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property
    | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    AllowMultiple = true)]
public sealed class AcquiredAfterAttribute : Attribute
{
    /// <summary>Names nothing, which has no effect (CAP0303); kept so that half-typed code compiles.</summary>
    public AcquiredAfterAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public AcquiredAfterAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public AcquiredAfterAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public AcquiredAfterAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public AcquiredAfterAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public AcquiredAfterAttribute(Type owner, params string[] capabilities) { }
}

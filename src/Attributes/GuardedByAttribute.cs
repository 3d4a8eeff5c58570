using System;

namespace Capability;

/// <summary>
/// The state is protected by a capability: reading it needs the capability in any mode, writing it needs it exclusively.
/// </summary>
/// <remarks>
/// <para>
/// Several names in one attribute: writing needs all of them, reading needs any one. Several attributes: all of them, always.
/// A member guarded by itself, or by the lock of the object it refers to, guards that object.
/// </para>
/// <para>
/// Errors: CAP0001 (read), CAP0002 (write), CAP0005 (passed by reference); at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// readonly object _gate = new();
/// [GuardedBy(nameof(_gate))] int _balance;
/// 
/// void Deposit(int amount)
/// {
///     lock (_gate) _balance += amount;
/// }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Event | AttributeTargets.Parameter,
    AllowMultiple = true)]
public sealed class GuardedByAttribute : Attribute
{
    /// <summary>Names nothing, which has no effect (CAP0303); kept so that half-typed code compiles.</summary>
    public GuardedByAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public GuardedByAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public GuardedByAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public GuardedByAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public GuardedByAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public GuardedByAttribute(Type owner, params string[] capabilities) { }
}

using System;

namespace Capability;

/// <summary>
/// The object that the variable refers to is protected by a capability; the variable itself is not.
/// </summary>
/// <remarks>
/// <para>
/// For members of reference type. Calls that only read the object need the capability in any mode, mutators and setters
/// need it exclusively.
/// </para>
/// <para>
/// Errors: CAP0003 (read of the object), CAP0004 (write of the object); at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// readonly object _gate = new();
/// [PtGuardedBy(nameof(_gate))] readonly List&lt;int&gt; _items = new();
/// 
/// void Add(int item)
/// {
///     lock (_gate) _items.Add(item);
/// }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Event | AttributeTargets.Parameter,
    AllowMultiple = true)]
public sealed class PtGuardedByAttribute : Attribute
{
    /// <summary>Names nothing, which has no effect (CAP0303); kept so that half-typed code compiles.</summary>
    public PtGuardedByAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public PtGuardedByAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public PtGuardedByAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public PtGuardedByAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public PtGuardedByAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public PtGuardedByAttribute(Type owner, params string[] capabilities) { }
}

using System;

namespace Capability;

/// <summary>
/// Writes of the state need the capability exclusively; reads without it are allowed, but must be marked.
/// </summary>
/// <remarks>
/// <para>
/// A marked read goes through <c>Volatile</c>, <c>Interlocked</c> or a <c>volatile</c> field, and is made once per decision.
/// On fields and auto-properties.
/// </para>
/// <para>
/// Errors: CAP0002 (write without the lock), CAP0101 (plain read), CAP0105 (one decision, two reads), CAP0106 (the type can tear);
/// at the annotation CAP0301 to CAP0305 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// readonly object _gate = new();
/// [WriteGuardedBy(nameof(_gate))] int _limit;
/// 
/// int Limit =&gt; Volatile.Read(ref _limit);
/// void Raise() { lock (_gate) _limit++; }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Event | AttributeTargets.Parameter,
    AllowMultiple = true)]
public sealed class WriteGuardedByAttribute : Attribute
{
    /// <summary>Names nothing, which has no effect (CAP0303); kept so that half-typed code compiles.</summary>
    public WriteGuardedByAttribute() { }

    /// <summary>Names one capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public WriteGuardedByAttribute(string capability) { }

    /// <summary>Names several capabilities.</summary>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public WriteGuardedByAttribute(params string[] capabilities) { }

    /// <summary>Names a type that is the capability itself: a role, or the object of <c>lock (typeof(T))</c>.</summary>
    /// <param name="owner">The type that is the capability.</param>
    public WriteGuardedByAttribute(Type owner) { }

    /// <summary>Names one capability, a static member of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static member is named.</param>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public WriteGuardedByAttribute(Type owner, string capability) { }

    /// <summary>Names several capabilities, static members of <paramref name="owner"/>.</summary>
    /// <param name="owner">The type whose static members are named.</param>
    /// <param name="capabilities">The capabilities, as expressions; prefer <c>nameof</c>.</param>
    public WriteGuardedByAttribute(Type owner, params string[] capabilities) { }
}

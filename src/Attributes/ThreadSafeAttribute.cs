using System;

namespace Capability;

/// <summary>
/// The type promises to be safe from several threads: every mutable field is guarded, atomic, immutable or waived.
/// </summary>
/// <remarks>
/// <para>
/// Derived types inherit the duty.
/// </para>
/// <para>
/// Errors: CAP0203 (state without a declared discipline), CAP0106 (a field that can tear).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [ThreadSafe]
/// sealed class Counter
/// {
///     readonly object _gate = new();
///     [GuardedBy(nameof(_gate))] int _count;
/// }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct,
    AllowMultiple = true)]
public sealed class ThreadSafeAttribute : Attribute
{
    /// <summary>Declares the type thread-safe.</summary>
    public ThreadSafeAttribute() { }
}

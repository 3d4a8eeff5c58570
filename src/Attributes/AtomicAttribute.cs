using System;

namespace Capability;

/// <summary>
/// Lock-free state: outside construction every access is marked, and every read-modify-write is one <c>Interlocked</c> operation.
/// </summary>
/// <remarks>
/// <para>
/// Marked means: through <c>Volatile</c>, <c>Interlocked</c> or a <c>volatile</c> field.
/// </para>
/// <para>
/// Errors: CAP0101 (plain read), CAP0102 (plain write), CAP0103 (not atomic), CAP0105 (one decision, two reads), CAP0106 (the type
/// can tear); at the annotation CAP0303 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Atomic] int _hits;
/// 
/// void Hit() =&gt; Interlocked.Increment(ref _hits);
/// int Hits =&gt; Volatile.Read(ref _hits);
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property,
    AllowMultiple = true)]
public sealed class AtomicAttribute : Attribute
{
    /// <summary>Declares the member lock-free.</summary>
    public AtomicAttribute() { }
}

using System;

namespace Capability;

/// <summary>
/// The state is written once, by construction or under "if unset", and never after.
/// </summary>
/// <remarks>
/// <para>
/// Reads are free. Without a lock, the one write is a compare-exchange.
/// </para>
/// <para>
/// Errors: CAP0115 (written again); at the annotation CAP0303 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [SetOnce] Handler? _handler;
/// 
/// void Attach(Handler handler) =&gt; Interlocked.CompareExchange(ref _handler, handler, null);
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property,
    AllowMultiple = true)]
public sealed class SetOnceAttribute : Attribute
{
    /// <summary>Declares the member set-once.</summary>
    public SetOnceAttribute() { }
}

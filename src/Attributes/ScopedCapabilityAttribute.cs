using System;

namespace Capability;

/// <summary>
/// Objects of this type, or the object this member returns, hold what their constructor or factory acquired, until disposed.
/// </summary>
/// <remarks>
/// <para>
/// A constructor with <see cref="AcquiresAttribute"/> takes, with <see cref="RequiresAttribute"/> adopts, with
/// <see cref="ExcludesAttribute"/> takes later, with <see cref="ReleasesAttribute"/> gives back until disposed.
/// </para>
/// <para>
/// Errors: CAP0027 (discarded or never disposed), CAP0028 (passed where other capabilities are expected).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [ScopedCapability]
/// readonly struct Held : IDisposable
/// {
///     readonly object _gate;
///     [Acquires(nameof(gate))] public Held(object gate) =&gt; Monitor.Enter(_gate = gate);
///     [Releases] public void Dispose() =&gt; Monitor.Exit(_gate);
/// }
/// 
/// using (new Held(_gate)) _balance++;
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.ReturnValue,
    AllowMultiple = true)]
public sealed class ScopedCapabilityAttribute : Attribute
{
    /// <summary>Makes the type, or the returned object, a scope.</summary>
    public ScopedCapabilityAttribute() { }
}

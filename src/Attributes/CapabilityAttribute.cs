using System;

namespace Capability;

/// <summary>
/// Objects of this type are capabilities: something that a thread can hold.
/// </summary>
/// <remarks>
/// <para>
/// Members of the type acquire and release it with contracts without a name, which speak of <c>this</c>.
/// A static class is a single role, named by <c>typeof</c>.
/// </para>
/// <para>
/// Errors: CAP0021 (acquired twice, unless <see cref="Reentrant"/>), CAP0031 and CAP0032 (held across a suspension, when
/// <see cref="ThreadAffine"/>).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Capability("mutex", ThreadAffine = true)]
/// sealed class SpinMutex
/// {
///     [Acquires] public void Enter() { /* … */ }
///     [Releases] public void Exit() { /* … */ }
/// }
/// 
/// [Capability("role")] static class RenderThread;
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    AllowMultiple = true)]
public sealed class CapabilityAttribute : Attribute
{
    /// <summary>Makes the type a capability.</summary>
    /// <param name="kind">The word that messages use for it: "mutex", "role", "async lock".</param>
    public CapabilityAttribute(string kind = "capability") { }

    /// <summary>A holder may acquire it again, and then releases it as often.</summary>
    public bool Reentrant { get; set; }

    /// <summary>It belongs to the thread that acquired it, and may not be held where that thread can change.</summary>
    public bool ThreadAffine { get; set; }
}

using System;

namespace Capability;

/// <summary>
/// The member returns that capability: the call and the expression are the same.
/// </summary>
/// <remarks>
/// <para>
/// Not needed where the body is, in source, a single return of the path.
/// </para>
/// <para>
/// Errors: at the annotation CAP0301 to CAP0303.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// readonly object _gate = new();
/// 
/// [ReturnsCapability(nameof(_gate))]
/// public object SyncRoot =&gt; _gate;
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property,
    AllowMultiple = true)]
public sealed class ReturnsCapabilityAttribute : Attribute
{
    /// <summary>Names the returned capability.</summary>
    /// <param name="capability">The capability, as an expression; prefer <c>nameof</c>.</param>
    public ReturnsCapabilityAttribute(string capability) { }
}

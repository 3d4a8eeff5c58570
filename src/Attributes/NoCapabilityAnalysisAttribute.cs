using System;

namespace Capability;

/// <summary>
/// Bodies are not checked. The contract still binds callers.
/// </summary>
/// <remarks>
/// <para>
/// For code that is right for a reason the analysis cannot see.
/// </para>
/// <para>
/// Errors: none inside; CAP0306 and the annotation errors are still reported.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Requires(nameof(_gate))]
/// [NoCapabilityAnalysis("hands the lock to the native side")]
/// void Transfer() { /* … */ }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Class | AttributeTargets.Struct
    | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = true, Inherited = false)]
public sealed class NoCapabilityAnalysisAttribute : Attribute
{
    /// <summary>Switches the check of bodies off.</summary>
    /// <param name="reason">Why, for the reader.</param>
    public NoCapabilityAnalysisAttribute(string reason = "") { }
}

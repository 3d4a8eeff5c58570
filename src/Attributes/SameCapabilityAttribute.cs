using System;

namespace Capability;

/// <summary>
/// Two paths that always denote one object.
/// </summary>
/// <remarks>
/// <para>
/// A promise of the type that no body can show; it is trusted.
/// </para>
/// <para>
/// Errors: at the annotation CAP0301, and CAP0307 (a path with itself).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [SameCapability("_parent.Gate", nameof(Gate))]
/// sealed class Child(Parent parent)
/// {
///     readonly Parent _parent = parent;
///     public readonly object Gate = parent.Gate;
/// }
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct,
    AllowMultiple = true)]
public sealed class SameCapabilityAttribute : Attribute
{
    /// <summary>Names the two paths.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other path.</param>
    public SameCapabilityAttribute(string left, string right) { }
}

using System;

namespace Capability;

/// <summary>
/// The member runs this delegate before it returns, on the same thread.
/// </summary>
/// <remarks>
/// <para>
/// So a lambda passed here runs under what its creator holds.
/// </para>
/// <para>
/// Errors: CAP0306 (the parameter is stored, captured or returned); at the annotation CAP0303.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// static void Repeat(int times, [InvokedInPlace] Action action)
/// {
///     for (var i = 0; i &lt; times; i++) action();
/// }
/// 
/// lock (_gate) Repeat(3, () =&gt; _balance++);
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Parameter,
    AllowMultiple = true)]
public sealed class InvokedInPlaceAttribute : Attribute
{
    /// <summary>Declares the delegate invoked in place.</summary>
    public InvokedInPlaceAttribute() { }
}

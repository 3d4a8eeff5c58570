using System;

namespace Capability;

/// <summary>
/// Races on this state, or in this method, are intended: statistics, hints. No marking rule applies.
/// </summary>
/// <remarks>
/// <para>
/// It never excuses a value that can tear, and on a method it never excuses missing guards.
/// </para>
/// <para>
/// Errors: CAP0106 (the type can tear), CAP0114 (there is no race); at the annotation CAP0303 and CAP0307.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [DataRacy("statistics")] int _approximateHits;
/// 
/// void Hit() =&gt; _approximateHits++;
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method,
    AllowMultiple = true)]
public sealed class DataRacyAttribute : Attribute
{
    /// <summary>Declares the race intended.</summary>
    /// <param name="reason">Why the race is harmless, for the reader.</param>
    public DataRacyAttribute(string reason) { }
}

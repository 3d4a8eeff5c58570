using System;

namespace Capability;

/// <summary>
/// Plain data that may be read once an acquire read of a flag said so, and is written only before the release store of that flag.
/// </summary>
/// <remarks>
/// <para>
/// <c>"!flag"</c> inverts: the value <see langword="false"/>, or the default, publishes.
/// </para>
/// <para>
/// Errors: CAP0109 (written after the flag, or read before it, or the flag is plain); at the annotation CAP0301 and CAP0303.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// volatile bool _loaded;
/// [PublishedBy(nameof(_loaded))] string? _text;
/// 
/// void Load() { _text = "ready"; _loaded = true; }
/// string? Text =&gt; _loaded ? _text : null;
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property,
    AllowMultiple = true)]
public sealed class PublishedByAttribute : Attribute
{
    /// <summary>Names the flag.</summary>
    /// <param name="flag">The flag, as an expression; prefer <c>nameof</c>. A leading <c>!</c> inverts it.</param>
    public PublishedByAttribute(string flag) { }
}

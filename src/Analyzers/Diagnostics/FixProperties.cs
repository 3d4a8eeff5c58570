namespace Capability.Analyzers.Diagnostics;

/// The keys of what a diagnostic tells a fix, which cannot ask the analysis again.
internal static class FixProperties
{
    /// The missing capabilities as they would be written at the place, `|` between them.
    public const string Capability = "capability";

    /// The mode in which they are needed.
    public const string Mode = "mode";

    /// The name that was meant.
    public const string Nearest = "nearest";

    /// The state a fix is about, as it is written at the place.
    public const string State = "state";

    /// The member that publishes it.
    public const string Flag = "flag";

    /// What is wrong with the order: `Late`, `Early`, `PlainWrite` or `PlainRead`.
    public const string Flaw = "flaw";
}

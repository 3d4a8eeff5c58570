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

    /// The name of the state that is accessed.
    public const string State = "state";

    /// Which of several mistakes a diagnostic is about.
    public const string Flaw = "flaw";
}

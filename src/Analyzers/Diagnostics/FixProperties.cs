namespace Capability.Analyzers.Diagnostics;

/// The keys of what a diagnostic tells a fix, which cannot ask the analysis again.
internal static class FixProperties
{
    /// The missing capabilities as they would be written at the place, `|` between them.
    public const string Capability = "capability";

    /// The mode in which they are needed.
    public const string Mode = "mode";

    /// What the access of lock-free state does: `Read`, `Write` or `Update`.
    public const string Form = "form";

    public const string Read = "Read";

    public const string Write = "Write";

    /// As a form: the access reads and writes. As a key: how the update is written, `Increment`, `Decrement`, `Compound`,
    /// `Coalesce`, `Derived` (the value comes from the state itself) or `None` (a write after a test).
    public const string Update = "Update";

    /// The name of the field or property that is accessed.
    public const string Member = "member";

    /// The means by which accesses of its type can be marked in this framework, `|` between them: `Volatile`, `Modifier`
    /// (the keyword), `Exchange`, `Add`, `Bits`, `Immutable`; `None`.
    public const string Marking = "marking";

    /// The name that was meant.
    public const string Nearest = "nearest";

    /// Which of several mistakes a diagnostic is about.
    public const string Flaw = "flaw";
}

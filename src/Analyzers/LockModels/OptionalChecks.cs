namespace Capability.Analyzers.LockModels;

/// What costs nothing unless somebody switched it on.
internal sealed record OptionalChecks(bool Negatives, bool ForeignCalls, bool BlockingCalls)
{
    public static readonly OptionalChecks None = new(false, false, false);

    /// Every critical section is looked into, also where nothing is annotated.
    public bool LookIntoEveryLock => ForeignCalls || BlockingCalls;
}

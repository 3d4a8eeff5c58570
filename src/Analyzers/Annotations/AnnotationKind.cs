namespace Capability.Analyzers.Annotations;

/// Every attribute the analysis understands: the public ones, matched by full name, and below the line those that
/// only a model file may carry.
internal enum AnnotationKind
{
    Capability,
    ScopedCapability,
    GuardedBy,
    PtGuardedBy,
    WriteGuardedBy,
    Atomic,
    PublishedBy,
    SetOnce,
    DataRacy,
    Requires,
    RequiresShared,
    RequiresAny,
    Excludes,
    Acquires,
    AcquiresShared,
    Releases,
    ReleasesShared,
    ReleasesGeneric,
    TryAcquires,
    TryAcquiresShared,
    AssertsCapability,
    AssertsSharedCapability,
    ReturnsCapability,
    AcquiredBefore,
    AcquiredAfter,
    SameCapability,
    InvokedInPlace,
    ThreadSafe,
    NoCapabilityAnalysis,

    // Only in model files.
    Mutates,
    Blocking,
    InPlace,
    Holds,
    HoldsShared,
    Upgradeable,
    Recursive,
    Permits,

    /// On a lock type: instances are often signals, so their balance is judged only once they guard something.
    Signal,

    /// On a member: it gives up the capability it needs or takes for a while, and others may have it in between.
    Interrupts,

    /// On an acquisition: it may throw without having acquired (a token, a timeout that throws).
    MayThrow,

    /// On a release: it gives back every level at once.
    EveryLevel,

    /// On a bool parameter, where the framework lacks the attribute of that name.
    DoesNotReturnIf,

    /// On a lock type: the exception that says that its last owner died, and that it is held all the same.
    Abandoned,

    /// On a member: afterwards, or once what it returns has been awaited, the role is not known to be held any more.
    Leaves,

    /// On an acquisition: not the monitor of the object that is named, but the lock that the library keeps for it.
    Attached,

    /// On a lock type: there is a lock for each key, named like an element.
    Keyed,

    /// On a member: some of the capabilities its argument names may be held afterwards, and nobody can say which.
    MayAcquire,
}

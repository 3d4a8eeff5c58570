namespace Capability.Analyzers.Annotations;

/// The annotations that replace each other in an override, and the groups that the declaration rules speak of.
internal enum ContractFamily
{
    None,
    Requires,
    Excludes,
    Effects,
    Asserts,
    Returns,
}

internal static class AnnotationFamily
{
    public static ContractFamily Contract(this AnnotationKind kind) => kind switch
    {
        AnnotationKind.Requires or AnnotationKind.RequiresShared or AnnotationKind.RequiresAny => ContractFamily.Requires,
        AnnotationKind.Excludes => ContractFamily.Excludes,
        AnnotationKind.Acquires or AnnotationKind.AcquiresShared
            or AnnotationKind.Releases or AnnotationKind.ReleasesShared or AnnotationKind.ReleasesGeneric
            or AnnotationKind.TryAcquires or AnnotationKind.TryAcquiresShared
            or AnnotationKind.Holds or AnnotationKind.HoldsShared
            or AnnotationKind.Upgradeable or AnnotationKind.EveryLevel or AnnotationKind.MayThrow or AnnotationKind.MayAcquire or AnnotationKind.Leaves or AnnotationKind.Attached => ContractFamily.Effects,
        AnnotationKind.AssertsCapability or AnnotationKind.AssertsSharedCapability => ContractFamily.Asserts,
        AnnotationKind.ReturnsCapability => ContractFamily.Returns,
        _ => ContractFamily.None,
    };

    /// Acquires, releases and tries, without the words that only model files have.
    public static bool IsEffect(this AnnotationKind kind) => kind.IsAcquire() || kind.IsTry() || kind.IsRelease();

    public static bool IsAcquire(this AnnotationKind kind) => kind is AnnotationKind.Acquires or AnnotationKind.AcquiresShared;

    public static bool IsTry(this AnnotationKind kind) => kind is AnnotationKind.TryAcquires or AnnotationKind.TryAcquiresShared;

    public static bool IsRelease(this AnnotationKind kind) =>
        kind is AnnotationKind.Releases or AnnotationKind.ReleasesShared or AnnotationKind.ReleasesGeneric;

    /// The guards: state that needs a capability.
    public static bool IsGuard(this AnnotationKind kind) =>
        kind is AnnotationKind.GuardedBy or AnnotationKind.PtGuardedBy or AnnotationKind.WriteGuardedBy;

    /// What says how state may be accessed. On a positional record parameter these speak of the property.
    public static bool IsDiscipline(this AnnotationKind kind) =>
        kind.IsGuard() || kind is AnnotationKind.Atomic or AnnotationKind.PublishedBy or AnnotationKind.SetOnce or AnnotationKind.DataRacy
            or AnnotationKind.AcquiredBefore or AnnotationKind.AcquiredAfter;

    /// No argument means `this`.
    public static bool MayBeOwn(this AnnotationKind kind) =>
        kind.IsEffect() || kind.Contract() is ContractFamily.Requires or ContractFamily.Excludes or ContractFamily.Asserts
            || kind is AnnotationKind.Holds or AnnotationKind.HoldsShared;

    /// Every argument is a capability and one at least is needed (or an owner, or `this`).
    public static bool NeedsCapability(this AnnotationKind kind) =>
        kind.MayBeOwn() || kind.IsGuard() || kind is AnnotationKind.MayAcquire or AnnotationKind.Leaves or AnnotationKind.AcquiredBefore or AnnotationKind.AcquiredAfter or AnnotationKind.ReturnsCapability;
}

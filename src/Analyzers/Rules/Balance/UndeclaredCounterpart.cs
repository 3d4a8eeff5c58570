using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Balance;

/// CAP0030: takes, or gives back, an un-annotated lock for another member that does the other half.
internal sealed class UndeclaredCounterpart : IFlowRule
{
    public Finding? Check(FlowEvent seen) => seen switch
    {
        LeftHeldEvent { Counterpart: { } other } left =>
            Finding.At(Descriptors.UndeclaredCounterpart, left.Location, Wording.Member(left.Body), "acquires", Wording.Name(left.Capability), Wording.Member(other), Acquires(left)) with { Properties = FixFacts.Of(new[] { left.Capability }).With(FixProperties.Attribute, Acquires(left)) },
        ReleaseEvent { Counterpart: { } other } release =>
            Finding.At(Descriptors.UndeclaredCounterpart, release.Location, Wording.Member(release.Body), "releases", Wording.Name(release.Capability), Wording.Member(other), Releases(release)) with { Properties = FixFacts.Of(new[] { release.Capability }).With(FixProperties.Attribute, Releases(release)) },
        _ => null,
    };

    private static string Releases(ReleaseEvent release) => release.Mode == HoldMode.Exclusive ? "Releases" : "ReleasesShared";

    /// A member that tells whether it acquired is a try.
    private static string Acquires(LeftHeldEvent left)
    {
        var shared = left.Mode == HoldMode.Exclusive ? "" : "Shared";
        return left is { Held: Paths.Some, Body: IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean } } ? $"TryAcquires{shared}(true, …)" : "Acquires" + shared;
    }
}

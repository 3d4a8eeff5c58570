using System.Collections.Immutable;
using System.Linq;
using Capability.Analyzers.Dataflow.Events;
using Capability.Analyzers.Dataflow.Facts;
using Capability.Analyzers.Diagnostics;
using Capability.Analyzers.LockModels;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Rules.Guards;

/// What the rules about guarded state have in common: the access, what it lacks, and what a fix may know of it.
internal static class UnguardedAccess
{
    public static Finding? Of(FlowEvent seen, DiagnosticDescriptor descriptor, params AccessKind[] kinds)
    {
        if (seen is not AccessEvent { Missing.IsEmpty: false, OutlivesGuard: false } access || !kinds.Contains(access.Kind))
            return null;
        // Where an id speaks of both modes, the message says which one it is.
        var mode = access.Kind == AccessKind.Reference ? " held exclusively" : "";
        return Finding.At(
            descriptor, access.Location, access.Text, Wording.List(access.Missing, access.IsAlternative), mode + Wording.Instead(access.Held, access.Instead, access.Missing)) with
        {
            Related = access.Guards.Select(guard => guard.Source.Location).Concat(Wording.Sites(access.Instead)).Concat(access.OtherPath).OfType<Location>().Distinct().ToImmutableArray(),
            Properties = FixFacts.Of(access.Entries, access.Kind is AccessKind.Read or AccessKind.ObjectRead or AccessKind.ReadReference ? HoldMode.Shared : HoldMode.Exclusive, access.IsAlternative)
                .With(FixProperties.IsLive, access.IsLive)
                .With(FixProperties.OnSomePaths, access.Held == Paths.Some)
                .With(FixProperties.IsAmongOthers, FixFacts.IsLock(access.Instead)),
        };
    }
}

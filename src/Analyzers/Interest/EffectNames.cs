using System.Collections.Immutable;
using Capability.Analyzers.Annotations;

namespace Capability.Analyzers.Interest;

/// The names of members that do something to a lock.
/// <param name="Judged">Whose balance is judged everywhere: `Enter`, `ExitReadLock`, …</param>
/// <param name="Signals">That matter only in code that uses annotations: `Wait`, `Release`, …</param>
/// <param name="Acquirers">After which a lock may be held.</param>
/// <param name="Scopes">The types that give a lock back when they are disposed.</param>
internal sealed record EffectNames(ImmutableHashSet<string> Judged, ImmutableHashSet<string> Signals, ImmutableHashSet<string> Acquirers, ImmutableArray<ScopeName> Scopes)
{
    public bool Takes(string name, bool usesAnnotations) =>
        Acquirers.Contains(name) && (Judged.Contains(name) || (usesAnnotations && Signals.Contains(name)));
}

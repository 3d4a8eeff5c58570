using System.Collections.Generic;
using System.Linq;
using Capability.Analyzers.Dataflow.Facts;
using Microsoft.CodeAnalysis;

namespace Capability.Analyzers.Dataflow.Events;

/// Keeps what the replay of one member saw, function by function, and with what each function is entered. A function
/// that is looked at again, because a caller knows more, replaces what it had seen.
internal sealed class ObservationCollector : IFactObserver
{
    private readonly Dictionary<ISymbol, List<Observation>> _byFunction = new(SymbolEqualityComparer.Default);
    private readonly List<Observation> _ofMember = new();
    private readonly Dictionary<IMethodSymbol, Worlds> _entries = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, Worlds> _taken = new(SymbolEqualityComparer.Default);

    /// The function that is replayed; null for the member itself.
    public IMethodSymbol? Function { get; set; }

    public IEnumerable<(IMethodSymbol? Function, Observation Observation)> All =>
        _ofMember.Select(o => ((IMethodSymbol?)null, o))
            .Concat(_byFunction.OrderBy(pair => pair.Key.Locations.FirstOrDefault()?.SourceSpan.Start ?? 0).SelectMany(pair => pair.Value.Select(o => ((IMethodSymbol?)pair.Key, o))));

    public void See(Observation observation)
    {
        if (Function is null)
            _ofMember.Add(observation);
        else if (_byFunction.TryGetValue(Function, out var list))
            list.Add(observation);
        else
            _byFunction.Add(Function, new List<Observation> { observation });
    }

    public void Enters(IMethodSymbol function, World world)
    {
        var entry = Worlds.Of(world);
        _entries[function] = _entries.TryGetValue(function, out var known) ? Worlds.Join(known, entry) : entry;
    }

    public void Restart(IMethodSymbol function) => _byFunction.Remove(function);

    /// The entry of a function that has grown since it was last taken; at the last chance, one that never had any.
    public bool TryTakeEntry(IMethodSymbol function, bool isLastChance, out Worlds entry)
    {
        entry = Worlds.None;
        if (isLastChance)
            return !_entries.ContainsKey(function);
        if (!_entries.TryGetValue(function, out var known) || (_taken.TryGetValue(function, out var taken) && taken.SameAs(known)))
            return false;
        _taken[function] = entry = known;
        return true;
    }
}

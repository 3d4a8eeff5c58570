using System.Collections.Immutable;
using Capability;

namespace Snapshot;

/// Read without a lock, because what is published is never changed: a writer builds another table and replaces the reference.
sealed class Routes
{
    readonly object _gate = new();

    [WriteGuardedBy(nameof(_gate))] Dictionary<string, string> _table = new();
    [Atomic] ImmutableHashSet<string> _blocked = [];

    // Right: the reference is read once.
    public string? Find(string host)
    {
        var table = _table;
        return table.TryGetValue(host, out var route) ? route : null;
    }

    // Right: a copy is changed and then published. The lock is for writers only: none of them loses the other's change.
    public void Add(string host, string route)
    {
        lock (_gate)
            _table = new Dictionary<string, string>(_table) { [host] = route };
    }

    // Right: the same without a lock at all.
    public void Block(string host) => ImmutableInterlocked.Update(ref _blocked, static (blocked, h) => blocked.Add(h), host);

    public bool IsBlocked(string host) => _blocked.Contains(host);

    // Wrong: readers have this very table in their hands.
    public void AddInPlace(string host, string route)
    {
        lock (_gate)
            _table[host] = route; // CAP0111: change a copy
    }

    // Wrong: two reads may see two tables.
    public string FindTwice(string host)
    {
        if (!_table.ContainsKey(host)) return "";
        return _table[host]; // CAP0105: the host may be gone from this one
    }

    // Wrong: two threads read the same set, and one of the two changes is lost.
    public void BlockAndForget(string host)
    {
        _blocked = _blocked.Add(host); // CAP0103: read and write are two steps
    }
}

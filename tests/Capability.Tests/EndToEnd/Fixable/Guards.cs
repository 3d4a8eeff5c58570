using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Capability;

/// One of each kind of lock, and state that is used without it.
sealed class Counters
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_gate))] int _monitor;
    [GuardedBy(nameof(_lock))] int _scoped;
    [GuardedBy(nameof(_rw))] int _shared;
    [GuardedBy(nameof(_one))] int _awaited;
    [PtGuardedBy(nameof(_gate))] readonly Dictionary<string, int> _names = new();

    public int Monitored => _monitor; // CAP0001

    public void Count()
    {
        _monitor++; // CAP0002
        _scoped += 2; // CAP0002
        var before = _shared; // CAP0001
        _shared = before + 1; // CAP0002
    }

    public int Find(string name)
    {
        bool found = _names.TryGetValue(name, out var value); // CAP0003
        return found ? value : -1;
    }

    public void Name(string name, int value) => _names[name] = value; // CAP0004

    public void Double() => Twice(ref _scoped); // CAP0005

    static void Twice(ref int n) => n *= 2;

    public async Task<int> CountAsync()
    {
        await Task.Yield();
        _awaited += await Task.FromResult(3); // CAP0002
        return _awaited; // CAP0001
    }

    public int Either(bool first)
    {
        switch (first)
        {
            case true:
                return _scoped; // CAP0001
            default:
                if (_monitor > 0) // CAP0001
                    return 1;
                break;
        }

        return _shared; // CAP0001
    }

    public Func<int> Later() => () => _monitor; // CAP0001
}

sealed class Log
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<string> _lines = new();

    public void Write(string line)
    {
        Add(line); // CAP0011
        Add(line.ToUpperInvariant()); // CAP0011
    }

    [Requires(nameof(_gate))] void Add(string line) => _lines.Add(line);

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return _lines; // CAP0006
        }
    }
}

using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Capability;

/// A type that locks and does not say so.
sealed class Undeclared
{
    readonly object _gate = new();
    int _count; // CAP0201

    public void Add()
    {
        lock (_gate)
            Bump();
    }

    public void Clear()
    {
        lock (_gate)
            _count = 0;
    }

    public int Count()
    {
        lock (_gate)
            return _count;
    }

    void Bump() // CAP0202
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }
}

[ThreadSafe]
sealed class Safe
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _count;
    readonly List<int> _items = new(); // CAP0203
    int _fixed = 4; // CAP0203

    public int Next()
    {
        lock (_gate)
            return ++_count + _fixed;
    }
}

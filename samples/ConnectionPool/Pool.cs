using Capability;

namespace ConnectionPool;

/// Two things that look alike: a semaphore that counts (who may have a connection at all), and a lock that guards (the list of
/// those that are idle).
sealed class Pool(int size)
{
    readonly SemaphoreSlim _free = new(size, size);
    readonly Lock _gate = new();

    [GuardedBy(nameof(_gate))] readonly Stack<Connection> _idle = new();
    [GuardedBy(nameof(_gate))] int _opened;

    // Right: waits without the lock, and holds the lock for no longer than it takes to look.
    public async Task<Connection> RentAsync()
    {
        await _free.WaitAsync();
        lock (_gate)
            return TakeIdle() ?? Open();
    }

    // Right: first into the list, then free for the next.
    public void Return(Connection connection)
    {
        lock (_gate)
            _idle.Push(connection);
        _free.Release();
    }

    public int Opened
    {
        get { lock (_gate) return _opened; }
    }

    // Right: helpers that leave the locking to their callers say so.
    [Requires(nameof(_gate))]
    Connection? TakeIdle() => _idle.TryPop(out var connection) ? connection : null;

    [Requires(nameof(_gate))]
    Connection Open() => new(++_opened);

    // Wrong: a look at the list, and then another one. In between somebody else has been there.
    public Connection? TryTake()
    {
        bool any;
        lock (_gate)
            any = _idle.Count > 0;
        if (!any) return null;
        lock (_gate)
            return _idle.Pop(); // CAP0112: relies on a test under an earlier lock; test and pop in one section
    }

    // Wrong: called without what it needs.
    public void WarmUp()
    {
        for (var i = 0; i < size; i++)
        {
            var connection = Open(); // CAP0011: counts without the lock
            Return(connection);
        }
    }

    // Wrong: a count that is read while others write it.
    public override string ToString() => $"{_idle.Count} idle"; // CAP0001: also for a debugger's eyes
}

sealed record Connection(int Number);

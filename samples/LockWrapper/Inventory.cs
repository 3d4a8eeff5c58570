using Capability;

namespace LockWrapper;

/// State under a lock type of your own: checked like any other.
sealed class Inventory
{
    readonly TimedLock _lock = new();

    [GuardedBy(nameof(_lock))] int _stock;

    // Right: the scope holds the lock until it is disposed.
    public void Put(int count)
    {
        using (_lock.Lock())
            _stock += count;
    }

    // Right: held where the try succeeded.
    public bool TryTake()
    {
        if (!_lock.TryLock()) return false;
        try
        {
            if (_stock == 0) return false;
            _stock--;
            return true;
        }
        finally
        {
            _lock.Unlock();
        }
    }

    // A property that only returns the lock is the lock.
    public TimedLock Sync => _lock;

    [Requires(nameof(Sync))]
    public int Stock => _stock;

    // Wrong: the object's own monitor is another lock.
    public void PutUnderItsMonitor(int count)
    {
        lock (_lock)
            _stock += count; // CAP0002: its monitor is not what `Lock` takes
    }

    // Wrong: without `using` nobody ever gives it back.
    public void PutAndKeep(int count)
    {
        _lock.Lock(); // CAP0027: dispose the scope
        _stock += count;
    }

    // Wrong: the section was over one statement ago.
    public int TakeAll()
    {
        int taken;
        using (_lock.Lock())
            taken = _stock;
        _stock = 0; // CAP0002: what came in meanwhile is lost
        return taken;
    }
}

using Acme.Locks;
using Capability;

namespace ThirdPartyLock;

/// State under a lock of a library that has no annotations.
sealed class Printer
{
    readonly FairLock _lock = new();

    [GuardedBy(nameof(_lock))] int _pages;

    // Right: taken and given back, also when an exception is thrown.
    public void Print(int pages)
    {
        _lock.Take();
        try
        {
            _pages += pages;
        }
        finally
        {
            _lock.Give();
        }
    }

    // Right: the result of the try tells whether the lock is held.
    public bool TryPrint(int pages)
    {
        if (!_lock.TryTake()) return false;
        _pages += pages;
        _lock.Give();
        return true;
    }

    // Right: the model file says that the action runs inside, under the lock.
    public int Pages()
    {
        var pages = 0;
        _lock.Run(() => pages = _pages);
        return pages;
    }

    // Wrong: the monitor of the object is not the lock that it implements.
    public void PrintUnderItsMonitor()
    {
        lock (_lock)
            _pages++; // CAP0002: `Take` and `lock` do not exclude each other
    }

    // Wrong: it cannot be taken twice by one thread, and this one would wait for itself.
    public void PrintTwice()
    {
        _lock.Take();
        _lock.Take(); // CAP0021: already held
        _pages += 2;
        _lock.Give();
        _lock.Give();
    }

    // Wrong: the early return keeps the lock.
    public void PrintSome(int pages)
    {
        _lock.Take(); // CAP0024: still held when there is nothing to print
        if (pages == 0) return;
        _pages += pages;
        _lock.Give();
    }
}

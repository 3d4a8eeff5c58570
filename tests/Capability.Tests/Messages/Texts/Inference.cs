class Counter
{
    private readonly object _gate = new();
    private int /*declared*/_count;
    private int /*alone*/_total; // CAP0201: '_total' is used under '_gate' at 3 of 3 accesses: declare it <- alone
    private int /*helped*/_last; // CAP0201: '_last' is used under '_gate' at 3 of 3 accesses: declare it <- helped, helper

    public void A() { lock (_gate) { _count++; _total++; } }
    public void B() { lock (_gate) { _count--; _total--; } }
    public void C() { lock (_gate) { _count = 0; _total = 0; } }
    public void D() { lock (_gate) { _count = 1; Help(); } }
    public int Peek() => _count; // CAP0201: '_count' is used under '_gate' at 4 of 5 accesses, and not here: declare it, or take the lock <- declared

    private void /*helper*/Help() // CAP0202: 'Help' is only called with '_gate' held: declare [Requires]
    {
        _last = 4;
        _last++;
        _last *= 2;
    }
}

class Table
{
    private readonly ReaderWriterLockSlim _lock = new();
    private int /*value*/_value; // CAP0201: '_value' is used under '_lock' at 3 of 3 accesses: declare it <- value, getter

    public Table() { Get(); }
    public int A() { _lock.EnterReadLock(); try { return Get(); } finally { _lock.ExitReadLock(); } } // CAP0013: Acquiring '_lock' needs it to be known that '_lock' is not held
    public void B() { _lock.EnterWriteLock(); try { _value++; } finally { _lock.ExitWriteLock(); } } // CAP0013: Acquiring '_lock' needs it to be known that '_lock' is not held
    private int /*getter*/Get() => _value; // CAP0202: 'Get' is only called with '_lock' held shared, or in construction: declare [RequiresShared]

    private void Set() // CAP0202: 'Set' begins by asserting that '_lock' is held: declare [Requires]
    {
        Debug.Assert(_lock.IsWriteLockHeld);
        _value = 4;
    }
}

[ThreadSafe]
class Shared
{
    private int /*state*/_state; // CAP0203: '_state' can change and declares no discipline, but 'Shared' is declared to be thread-safe <- state
}

// check: CAP0113
// CAP0113: the lock protects the access, and marking hides it from whoever looks for accesses without the lock.
class Case_3100_marked_under_the_lock
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _count;
    [GuardedBy(nameof(_gate))] object _value;
    [GuardedBy(nameof(_rw))] long _size;
    [WriteGuardedBy(nameof(_gate))] int _epoch;
    [Atomic] int _free;

    public int Read() { lock (_gate) return Volatile.Read(ref _count); } // expect: CAP0113
    public void Write(int n) { lock (_gate) Volatile.Write(ref _count, n); } // expect: CAP0113
    public void Up() { lock (_gate) Interlocked.Increment(ref _count); } // expect: CAP0113
    public object Swap(object o) { lock (_gate) return Interlocked.Exchange(ref _value, o); } // expect: CAP0113
    public long Size() { _rw.EnterReadLock(); try { return Interlocked.Read(ref _size); } finally { _rw.ExitReadLock(); } } // expect: CAP0113
    [Requires(nameof(_gate))] int Required() => Volatile.Read(ref _count); // expect: CAP0113
    public int Epoch() { lock (_gate) return Volatile.Read(ref _epoch); } // expect: CAP0113

    public int Plain() { lock (_gate) return _count; }
    public void EpochWrite(int n) { lock (_gate) Volatile.Write(ref _epoch, n); }
    public void EpochUp() { lock (_gate) Interlocked.Increment(ref _epoch); }
    public int EpochRead() => Volatile.Read(ref _epoch);
    public int Free() { lock (_gate) return Volatile.Read(ref _free); }
    public void FreeUp() { lock (_gate) Interlocked.Increment(ref _free); }
    public int Unlocked() => Volatile.Read(ref _count); // expect: CAP0001
    public Case_3100_marked_under_the_lock() { Volatile.Write(ref _count, 1); Interlocked.Increment(ref _epoch); }
    public object Lazily() { lock (_gate) return LazyInitializer.EnsureInitialized(ref _value, () => new object()); }
    public int SomePaths(bool b)
    {
        if (b) Monitor.Enter(_gate);
        int n = Volatile.Read(ref _count); // expect: CAP0001
        if (b) Monitor.Exit(_gate);
        return n;
    }
}

class Case_3101_the_modifier
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] volatile int _jobs; // expect: CAP0113
    [GuardedBy(nameof(_gate))] private volatile string _name; // expect: CAP0113
    [WriteGuardedBy(nameof(_gate))] volatile bool _closed;
    [Atomic] volatile int _state;
    [GuardedBy(nameof(_gate))] int _plain;
    volatile int _free;
    [GuardedBy("_missing")] volatile int _wrong; // expect: CAP0301
    public void Add() { lock (_gate) { _jobs++; _name = "x"; _closed = true; _plain++; } }
    public int Jobs() { lock (_gate) return _jobs; }
    public bool Closed => _closed;
    public int State => _state + _free;
}

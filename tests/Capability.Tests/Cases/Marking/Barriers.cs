// Plain accesses that a barrier orders are marked accesses.
class Case_3150_reads
{
    [Atomic] int _a;
    [Atomic] bool _flag;
    int _data;

    public int After() { int a = _a; Interlocked.MemoryBarrier(); return a; }
    public int AfterByThread() { int a = _a; Thread.MemoryBarrier(); return a + _data; }
    public int AfterByReadBarrier() { int a = _a; Volatile.ReadBarrier(); return a + _data; }
    public int Branch()
    {
        if (_flag)
        {
            Interlocked.MemoryBarrier();
            return _data;
        }
        return 0;
    }
    public int TooLate() { int a = _a; int d = _data; Interlocked.MemoryBarrier(); return a + d; } // expect: CAP0101
    public int TooEarly() { Interlocked.MemoryBarrier(); return _a; } // expect: CAP0101
    public int WriteBarrier() { int a = _a; Volatile.WriteBarrier(); return a; } // expect: CAP0101
    public int OnePath(bool b)
    {
        int a = _a; // expect: CAP0101
        if (b)
            Interlocked.MemoryBarrier();
        return a + _data;
    }
}

class Case_3151_writes
{
    [Atomic] bool _ready;
    [Atomic] int _n;
    int _data;

    public void Publish(int n) { _data = n; Interlocked.MemoryBarrier(); _ready = true; }
    public void PublishByWriteBarrier(int n) { _data = n; Volatile.WriteBarrier(); _ready = true; }
    public void PublishLocal(int n) { Thread.MemoryBarrier(); int twice = n * 2; _n = twice; }
    public void Before(int n) { Volatile.WriteBarrier(); _data = n; _ready = true; } // expect: CAP0102
    public void After(int n) { _data = n; _ready = true; Interlocked.MemoryBarrier(); } // expect: CAP0102
    public void ReadBarrier(int n) { _data = n; Volatile.ReadBarrier(); _ready = true; } // expect: CAP0102
}

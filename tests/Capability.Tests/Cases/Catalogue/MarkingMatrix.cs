// Role by access by what is held: INIT (construction), X (the guard exclusively), S (shared), 0 (nothing). A member for each cell.
sealed class Plan { public int Size; }

class Case_9400_written_once
{
    readonly ReaderWriterLockSlim _rw = new();
    [SetOnce] Plan _plan;
    [SetOnce] int _size;
    public Case_9400_written_once(Plan plan) { _plan = plan; if (_plan != null) _size = 3; }
    public int ReadX() { _rw.EnterWriteLock(); try { return _size; } finally { _rw.ExitWriteLock(); } }
    public int ReadS() { _rw.EnterReadLock(); try { return _size; } finally { _rw.ExitReadLock(); } }
    public int Read0() => _plan != null ? _plan.Size + _size : 0;
    public void WriteX() { _rw.EnterWriteLock(); try { _size = 4; } finally { _rw.ExitWriteLock(); } } // expect: CAP0115
    public void WriteS() { _rw.EnterReadLock(); try { _size = 4; } finally { _rw.ExitReadLock(); } } // expect: CAP0115
    public void Write0(Plan plan) { _plan = plan; } // expect: CAP0115
    public void WriteMarked0(Plan plan) { Volatile.Write(ref _plan, plan); } // expect: CAP0115
}

class Case_9401_guarded
{
    // check: CAP0113
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;
    public Case_9401_guarded() { _n = 1; _n++; if (_n > 3) Volatile.Write(ref _n, Volatile.Read(ref _n)); Interlocked.Increment(ref _n); }
    public int ReadX() { _rw.EnterWriteLock(); try { return _n; } finally { _rw.ExitWriteLock(); } }
    public int ReadS() { _rw.EnterReadLock(); try { return _n; } finally { _rw.ExitReadLock(); } }
    public int Read0() => _n; // expect: CAP0001
    public void WriteX() { _rw.EnterWriteLock(); try { _n = 2; _n++; _n |= 4; } finally { _rw.ExitWriteLock(); } }
    public void WriteS() { _rw.EnterReadLock(); try { _n = 2; } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    public void UpdateS() { _rw.EnterReadLock(); try { _n++; } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    public void Write0() { _n = 2; } // expect: CAP0002
    public void Update0() { _n |= 4; } // expect: CAP0002
    public int MarkedReadX() { _rw.EnterWriteLock(); try { return Volatile.Read(ref _n); } finally { _rw.ExitWriteLock(); } } // expect: CAP0113
    public int MarkedReadS() { _rw.EnterReadLock(); try { return Volatile.Read(ref _n); } finally { _rw.ExitReadLock(); } } // expect: CAP0113
    public int MarkedRead0() => Volatile.Read(ref _n); // expect: CAP0001
    public void MarkedWriteX() { _rw.EnterWriteLock(); try { Volatile.Write(ref _n, 2); } finally { _rw.ExitWriteLock(); } } // expect: CAP0113
    public void MarkedWriteS() { _rw.EnterReadLock(); try { Volatile.Write(ref _n, 2); } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    public void MarkedWrite0() { Volatile.Write(ref _n, 2); } // expect: CAP0002
    public void InterlockedX() { _rw.EnterWriteLock(); try { Interlocked.Increment(ref _n); } finally { _rw.ExitWriteLock(); } } // expect: CAP0113
    public void InterlockedS() { _rw.EnterReadLock(); try { Interlocked.Increment(ref _n); } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    public void Interlocked0() { Interlocked.Increment(ref _n); } // expect: CAP0002
}

class Case_9402_write_guarded
{
    // check: CAP0113
    readonly ReaderWriterLockSlim _rw = new();
    [WriteGuardedBy(nameof(_rw))] int _n;
    public Case_9402_write_guarded() { _n = 1; _n++; if (_n > 3) Volatile.Write(ref _n, Volatile.Read(ref _n)); Interlocked.Increment(ref _n); }
    public int ReadX() { _rw.EnterWriteLock(); try { return _n + _n; } finally { _rw.ExitWriteLock(); } }
    public int ReadS() { _rw.EnterReadLock(); try { return _n + _n; } finally { _rw.ExitReadLock(); } }
    public int Read0() => _n; // expect: CAP0101
    public int MarkedReadX() { _rw.EnterWriteLock(); try { return Volatile.Read(ref _n); } finally { _rw.ExitWriteLock(); } } // expect: CAP0113
    public int MarkedReadS() { _rw.EnterReadLock(); try { return Volatile.Read(ref _n); } finally { _rw.ExitReadLock(); } }
    public int MarkedRead0() => Volatile.Read(ref _n);
    public int MarkedTwice0(int n) => Volatile.Read(ref _n) == 0 ? n : n / Volatile.Read(ref _n); // expect: CAP0105
    public void WriteX() { _rw.EnterWriteLock(); try { _n = 2; } finally { _rw.ExitWriteLock(); } }
    public void WriteS() { _rw.EnterReadLock(); try { _n = 2; } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    public void Write0() { _n = 2; } // expect: CAP0002
    public void MarkedWriteX() { _rw.EnterWriteLock(); try { Volatile.Write(ref _n, 2); } finally { _rw.ExitWriteLock(); } }
    public void MarkedWriteS() { _rw.EnterReadLock(); try { Volatile.Write(ref _n, 2); } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    public void MarkedWrite0() { Volatile.Write(ref _n, 2); } // expect: CAP0002
    public void UpdateX() { _rw.EnterWriteLock(); try { _n++; _n += 3; _n |= 4; } finally { _rw.ExitWriteLock(); } }
    public void UpdateS() { _rw.EnterReadLock(); try { _n++; } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    public void Update0() { _n |= 4; } // expect: CAP0002
    public void InterlockedX() { _rw.EnterWriteLock(); try { Interlocked.Increment(ref _n); } finally { _rw.ExitWriteLock(); } }
    public void InterlockedS() { _rw.EnterReadLock(); try { Interlocked.Increment(ref _n); } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    public void Interlocked0() { Interlocked.CompareExchange(ref _n, 1, 0); } // expect: CAP0002
}

class Case_9403_write_guarded_by_type
{
    readonly object _gate = new();
    [WriteGuardedBy(nameof(_gate))] decimal _price; // expect: CAP0106
    [WriteGuardedBy(nameof(_gate))] (int, int) _range; // expect: CAP0106
    [WriteGuardedBy(nameof(_gate))] long _total;
    [WriteGuardedBy(nameof(_gate))] Plan _plan;
    public void SetX(decimal d, int n, Plan plan) { lock (_gate) { _price = d; _range = (n, n); _total = n; _plan = plan; } }
    public long Total0() => Volatile.Read(ref _total);
    public int Plan0() { var plan = _plan; return plan == null ? 0 : plan.Size; }
    public void SetPlan0(Plan plan) { _plan = plan; } // expect: CAP0002
}

class Case_9404_lock_free
{
    readonly ReaderWriterLockSlim _rw = new();
    [Atomic] int _n;
    [Atomic] volatile int _v;
    [Atomic] Plan _plan;
    public Case_9404_lock_free() { _n = 1; _n++; _v += 2; _plan = new Plan(); if (_n > 3 && _v > 3) _plan.Size = _n; }
    public int ReadX() { _rw.EnterWriteLock(); try { return _n; } finally { _rw.ExitWriteLock(); } } // expect: CAP0101
    public int ReadS() { _rw.EnterReadLock(); try { return _n; } finally { _rw.ExitReadLock(); } } // expect: CAP0101
    public int Read0() => _n; // expect: CAP0101
    public void WriteX() { _rw.EnterWriteLock(); try { _n = 2; } finally { _rw.ExitWriteLock(); } } // expect: CAP0102
    public void WriteS() { _rw.EnterReadLock(); try { _n = 2; } finally { _rw.ExitReadLock(); } } // expect: CAP0102
    public void Write0() { _n = 2; } // expect: CAP0102
    public void UpdateX() { _rw.EnterWriteLock(); try { _n++; } finally { _rw.ExitWriteLock(); } } // expect: CAP0103
    public void UpdateS() { _rw.EnterReadLock(); try { _n += 2; } finally { _rw.ExitReadLock(); } } // expect: CAP0103
    public void Update0() { _n |= 4; } // expect: CAP0103
    public void UpdateVolatile0() { _v++; } // expect: CAP0103
    public void Derived0() { Volatile.Write(ref _n, Volatile.Read(ref _n) + 2); } // expect: CAP0103
    public void DerivedPlain0() { _n = _n * 2; } // expect: CAP0103
    public int MarkedX() { _rw.EnterWriteLock(); try { Volatile.Write(ref _n, 1); return Volatile.Read(ref _n); } finally { _rw.ExitWriteLock(); } }
    public int MarkedS() { _rw.EnterReadLock(); try { Interlocked.Increment(ref _n); return _v; } finally { _rw.ExitReadLock(); } }
    public void Marked0(int n) { Volatile.Write(ref _n, n); _v = n; Interlocked.Add(ref _v, n); _plan = new Plan(); }
    public void Comparand0()
    {
        int seen;
        do { seen = _n; } while (Interlocked.CompareExchange(ref _n, seen * 2, seen) != seen);
    }
    public int Reference0() => _plan.Size;
}

class Case_9405_published_by_a_flag
{
    readonly ReaderWriterLockSlim _rw = new();
    [PublishedBy(nameof(_ready))] int _width;
    [PublishedBy(nameof(_ready))] int _height;
    volatile bool _ready;
    [PublishedBy(nameof(_locked))] int _depth;
    bool _locked;
    public Case_9405_published_by_a_flag() { _width = 1; _height = 1; _ready = true; }
    public void Write0(int n) { _width = n; _height = n; _ready = true; }
    public void WriteOnEachPath0(int n, bool b) { if (b) _width = n; else _width = -n; _height = n; _ready = true; }
    public void WriteLate0(int n)
    {
        _width = n;
        _ready = true;
        _height = n; // expect: CAP0109
    }
    public void WriteX(int n) { _rw.EnterWriteLock(); try { _depth = n; _locked = true; } finally { _rw.ExitWriteLock(); } }
    public int ReadX() { _rw.EnterWriteLock(); try { return _locked ? _depth : 0; } finally { _rw.ExitWriteLock(); } }
    public int ReadS() { _rw.EnterReadLock(); try { return _locked ? _depth : 0; } finally { _rw.ExitReadLock(); } }
    public int Read0() => _ready ? _width : 0;
    public int ReadEarly0() => _width; // expect: CAP0109
    public int ReadPlainFlag0() => _locked ? _depth : 0; // expect: CAP0109
}

class Case_9406_raced_on_purpose
{
    readonly ReaderWriterLockSlim _rw = new();
    [DataRacy("statistics")] int _hits;
    [DataRacy("statistics")] decimal _sum;
    [DataRacy("a hint")] bool _stop;
    public Case_9406_raced_on_purpose() { _hits = 1; _sum = 2; }
    public int HitX() { _rw.EnterWriteLock(); try { return _hits++; } finally { _rw.ExitWriteLock(); } }
    public int HitS() { _rw.EnterReadLock(); try { return _hits++; } finally { _rw.ExitReadLock(); } }
    public int Hit0() => _hits += 2;
    public void Stop() { _stop = true; }
    public decimal Sum0() => _sum; // expect: CAP0106
    public void Add0(decimal d) { _sum += d; } // expect: CAP0106
    public void Spin0() { while (!_stop) { } } // expect: CAP0107
    public void Sleep0() { while (!_stop) Thread.Sleep(1); }
}

class Case_9407_raced_on_purpose_at_one_place
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] decimal _total;
    [Atomic] int _free;
    public void Set(int n) { lock (_gate) { _n = n; _total = n; } Volatile.Write(ref _free, n); }
    public int Read0() => DataRace.Read(ref _n, "a hint") + DataRace.Read(ref _free, "a hint");
    public void Write0() { DataRace.Write(ref _n, 3, "a hint"); DataRace.Write(ref _free, DataRace.Read(ref _free, "a hint") + 1, "a hint"); }
    public bool Any0() => DataRace.Allow(_n > 0 || _free > 0, "a hint");
    public decimal Tears0() => DataRace.Read(ref _total, "a hint"); // expect: CAP0106
    public int Unmarked0() => _n; // expect: CAP0001
    public void UnmarkedUpdate0() { _free++; } // expect: CAP0103
}

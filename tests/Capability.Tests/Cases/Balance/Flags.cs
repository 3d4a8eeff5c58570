// A flag tells whether the lock was taken, the result of the method tells something else.

class Case_8840_a_flag_beside_a_result
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    [TryAcquires(true, nameof(_rw), When = nameof(mustExit))]
    bool TryEnterExclusive(out bool mustExit)
    {
        if (_rw.IsWriteLockHeld)
        {
            mustExit = false;
            return true;
        }
        if (_rw.IsReadLockHeld || !_rw.TryEnterWriteLock(10))
        {
            mustExit = false;
            return false;
        }
        mustExit = true;
        return true;
    }
    [Releases(nameof(_rw))] void Leave() => _rw.ExitWriteLock();

    int GoodEarly() { if (!TryEnterExclusive(out var must)) return 0; try { return 1; } finally { if (must) Leave(); } }
    int GoodNested() { if (TryEnterExclusive(out var must)) { try { return 1; } finally { if (must) Leave(); } } return 2; }
    int GoodKept() { var ok = TryEnterExclusive(out var must); if (!ok) return 0; if (must) { _n++; Leave(); } return 1; }
    int GoodBoth() { if (!TryEnterExclusive(out var must)) { if (must) Leave(); return 0; } if (must) Leave(); return 1; }
    int GoodFlagOnly() { TryEnterExclusive(out var must); if (must) Leave(); return 1; }
    int BadLeft() { if (!TryEnterExclusive(out var must)) return 0; return must ? 1 : 2; } // expect: CAP0024
    int BadLeftIgnored() { TryEnterExclusive(out var must); return must ? 1 : 2; } // expect: CAP0024
    int BadResultIsNoProof() { if (!TryEnterExclusive(out var must)) return 0; _n++; if (must) Leave(); return 2; } // expect: CAP0002
}

class Case_8841_results_beside_an_acquisition
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Acquires(nameof(_gate))] bool GoodEnter() { Monitor.Enter(_gate); return _n > 0; }
    void GoodBranches() { if (GoodEnter()) _n++; else _n--; Monitor.Exit(_gate); }
    void GoodIgnored() { GoodEnter(); _n++; Monitor.Exit(_gate); }
    void GoodKept() { var was = GoodEnter(); try { if (was) _n++; } finally { Monitor.Exit(_gate); } }
    [Acquires(nameof(_gate))] bool BadTry() { return Monitor.TryEnter(_gate); } // expect: CAP0025
    [Acquires(nameof(_gate))] bool BadTryArrow() => Monitor.TryEnter(_gate, 10); // expect: CAP0025
    [Acquires(nameof(_gate))] bool BadTryLocal() { var ok = Monitor.TryEnter(_gate); return ok; } // expect: CAP0025
    void BadLeft() { if (GoodEnter()) Monitor.Exit(_gate); } // expect: CAP0024
}

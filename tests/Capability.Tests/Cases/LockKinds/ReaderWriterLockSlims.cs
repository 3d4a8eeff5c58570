// ReaderWriterLockSlim: three modes, their own releases, and the recursion policy.

class Case_2330_modes_and_accesses
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    int GoodRead() { _rw.EnterReadLock(); try { return _n; } finally { _rw.ExitReadLock(); } }
    void GoodWrite() { _rw.EnterWriteLock(); try { _n++; } finally { _rw.ExitWriteLock(); } }
    int GoodReadUnderTheWriteLock() { _rw.EnterWriteLock(); int n = _n; _rw.ExitWriteLock(); return n; }
    int GoodUpgradeableRead() { _rw.EnterUpgradeableReadLock(); int n = _n; _rw.ExitUpgradeableReadLock(); return n; }
    void GoodUpgrade()
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_n > 3) return;
            _rw.EnterWriteLock();
            try { _n++; }
            finally { _rw.ExitWriteLock(); }
            Console.WriteLine(_n);
        }
        finally { _rw.ExitUpgradeableReadLock(); }
    }
    int GoodTryRead() { if (!_rw.TryEnterReadLock(10)) return 0; int n = _n; _rw.ExitReadLock(); return n; }
    void GoodTryWrite() { if (_rw.TryEnterWriteLock(TimeSpan.FromSeconds(1))) { _n++; _rw.ExitWriteLock(); } }
    int GoodTryUpgradeable() { bool ok = _rw.TryEnterUpgradeableReadLock(0); int n = ok ? _n : 0; if (ok) _rw.ExitUpgradeableReadLock(); return n; }
    int GoodInfinite() { _rw.TryEnterReadLock(Timeout.Infinite); int n = _n; _rw.ExitReadLock(); return n; }
    int GoodReadQuery() => _rw.IsReadLockHeld ? _n : 0;
    void GoodWriteQuery() { if (_rw.IsWriteLockHeld) _n++; }
    int GoodUpgradeableQuery() { Debug.Assert(_rw.IsUpgradeableReadLockHeld); return _n; }
    int GoodEitherMode(bool write)
    {
        if (write) _rw.EnterWriteLock(); else _rw.EnterReadLock();
        int n = _n;
        if (write) _n = 0;
        if (write) _rw.ExitWriteLock(); else _rw.ExitReadLock();
        return n;
    }
    void BadWriteUnderRead()
    {
        _rw.EnterReadLock();
        _n++; // expect: CAP0002
        _rw.ExitReadLock();
    }
    void BadWriteUnderUpgradeable()
    {
        _rw.EnterUpgradeableReadLock();
        _n++; // expect: CAP0002
        _rw.ExitUpgradeableReadLock();
    }
    void BadWriteAfterTheUpgrade()
    {
        _rw.EnterUpgradeableReadLock();
        _rw.EnterWriteLock();
        _n++;
        _rw.ExitWriteLock();
        _n++; // expect: CAP0002
        _rw.ExitUpgradeableReadLock();
    }
    void BadWriteUnderTryRead()
    {
        if (!_rw.TryEnterReadLock(1)) return;
        _n++; // expect: CAP0002
        _rw.ExitReadLock();
    }
    void BadWriteUnderReadQuery()
    {
        if (_rw.IsReadLockHeld)
            _n++; // expect: CAP0002
    }
    int BadCountIsNoQuery()
    {
        if (_rw.CurrentReadCount > 0)
            return _n; // expect: CAP0001
        return 0;
    }
    int BadReadAfterExit()
    {
        _rw.EnterReadLock();
        _rw.ExitReadLock();
        return _n; // expect: CAP0001
    }
    void BadWriteInEitherMode(bool write)
    {
        if (write) _rw.EnterWriteLock(); else _rw.EnterReadLock();
        _n = 0; // expect: CAP0002
        if (write) _rw.ExitWriteLock(); else _rw.ExitReadLock();
    }
    void BadIgnored()
    {
        _rw.TryEnterWriteLock(10); // expect: CAP0026
        _n++;
        _rw.ExitWriteLock();
    }
}

class Case_2331_releases_in_the_wrong_mode
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    void GoodRead() { _rw.EnterReadLock(); Console.WriteLine(_n); _rw.ExitReadLock(); }
    void GoodUpgradeReleasedInside() { _rw.EnterUpgradeableReadLock(); _rw.EnterWriteLock(); _n++; _rw.ExitWriteLock(); _rw.ExitUpgradeableReadLock(); }
    void GoodOneOfTwo(bool b)
    {
        if (b) { _rw.EnterReadLock(); Console.WriteLine(_n); _rw.ExitReadLock(); }
        else { _rw.EnterWriteLock(); _n++; _rw.ExitWriteLock(); }
    }
    void BadReadAsWrite()
    {
        _rw.EnterReadLock();
        Console.WriteLine(_n);
        _rw.ExitWriteLock(); // expect: CAP0023
    }
    void BadWriteAsRead()
    {
        _rw.EnterWriteLock();
        _n++;
        _rw.ExitReadLock(); // expect: CAP0023
    }
    void BadUpgradeableAsRead()
    {
        _rw.EnterUpgradeableReadLock();
        Console.WriteLine(_n);
        _rw.ExitReadLock(); // expect: CAP0023
    }
    void BadReadAsUpgradeable()
    {
        _rw.EnterReadLock();
        Console.WriteLine(_n);
        _rw.ExitUpgradeableReadLock(); // expect: CAP0023
    }
    void BadWrongModeAndThenUsed()
    {
        _rw.EnterWriteLock();
        _n++;
        _rw.ExitReadLock(); // expect: CAP0023
        _n++; // expect: CAP0002
    }
    void BadInTheFinally()
    {
        _rw.EnterWriteLock();
        try { _n++; }
        finally
        {
            _rw.ExitReadLock(); // expect: CAP0023
        }
    }
}

class Case_2332_recursion_policy
{
    readonly ReaderWriterLockSlim _plain = new();
    readonly ReaderWriterLockSlim _named = new(LockRecursionPolicy.NoRecursion);
    readonly ReaderWriterLockSlim _recursive = new(LockRecursionPolicy.SupportsRecursion);
    [GuardedBy(nameof(_plain))] int _n;
    [GuardedBy(nameof(_recursive))] int _m;

    void GoodOnce() { _plain.EnterWriteLock(); _n++; _plain.ExitWriteLock(); _plain.EnterReadLock(); _plain.ExitReadLock(); }
    int GoodRecursiveReads()
    {
        _recursive.EnterReadLock(); _recursive.EnterReadLock();
        int m = _m;
        _recursive.ExitReadLock();
        m += _m;
        _recursive.ExitReadLock();
        return m;
    }
    void GoodRecursiveWrites() { _recursive.EnterWriteLock(); _recursive.EnterWriteLock(); _m++; _recursive.ExitWriteLock(); _m++; _recursive.ExitWriteLock(); }
    void GoodReadUnderWrite() { _recursive.EnterWriteLock(); _recursive.EnterReadLock(); _m++; _recursive.ExitReadLock(); _m++; _recursive.ExitWriteLock(); }
    void GoodTwoLocks() { _plain.EnterReadLock(); _named.EnterReadLock(); _named.ExitReadLock(); _plain.ExitReadLock(); }
    void GoodDifferentBranches(bool b) { if (b) _plain.EnterReadLock(); else _plain.EnterReadLock(); Console.WriteLine(_n); _plain.ExitReadLock(); }
    void BadReadTwice()
    {
        _plain.EnterReadLock();
        _plain.EnterReadLock(); // expect: CAP0021
        Console.WriteLine(_n);
        _plain.ExitReadLock();
        _plain.ExitReadLock();
    }
    void BadWriteTwice()
    {
        _named.EnterWriteLock();
        _named.EnterWriteLock(); // expect: CAP0021
        _named.ExitWriteLock();
    }
    void BadReadUnderWrite()
    {
        _plain.EnterWriteLock();
        _plain.EnterReadLock(); // expect: CAP0021
        _n++;
        _plain.ExitReadLock();
        _plain.ExitWriteLock();
    }
    void BadUpgrade()
    {
        _plain.EnterReadLock();
        _plain.EnterWriteLock(); // expect: CAP0021
        _n++;
        _plain.ExitWriteLock();
        _plain.ExitReadLock();
    }
    void BadUpgradeOfARecursiveOne()
    {
        _recursive.EnterReadLock();
        _recursive.EnterWriteLock(); // expect: CAP0021
        _m++;
        _recursive.ExitWriteLock();
        _recursive.ExitReadLock();
    }
    void BadTryUpgrade()
    {
        _plain.EnterReadLock();
        if (_plain.TryEnterWriteLock(0)) // expect: CAP0021
            _n++;
        _plain.ExitReadLock();
    }
    void BadUpgradeableTwice()
    {
        _plain.EnterUpgradeableReadLock();
        _plain.EnterUpgradeableReadLock(); // expect: CAP0021
        Console.WriteLine(_n);
        _plain.ExitUpgradeableReadLock();
    }
}

class Case_2333_balance_of_reader_writer_locks
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    int GoodNested(bool b)
    {
        _rw.EnterReadLock();
        try { if (b) return _n; return 0; }
        finally { _rw.ExitReadLock(); }
    }
    void GoodLoop(int count) { for (int i = 0; i < count; i++) { _rw.EnterWriteLock(); try { if (_n > i) continue; _n++; } finally { _rw.ExitWriteLock(); } } }
    void GoodReadThenWrite() { _rw.EnterReadLock(); _rw.ExitReadLock(); _rw.EnterWriteLock(); _n++; _rw.ExitWriteLock(); }
    int BadLeakedRead(bool b)
    {
        _rw.EnterReadLock(); // expect: CAP0024
        if (b) return _n;
        _rw.ExitReadLock();
        return 0;
    }
    void BadLeakedWrite(bool b)
    {
        _rw.EnterWriteLock(); // expect: CAP0024
        if (b) throw new InvalidOperationException();
        _n++;
        _rw.ExitWriteLock();
    }
    void BadLeakedUpgradeable()
    {
        _rw.EnterUpgradeableReadLock(); // expect: CAP0024
        _rw.EnterWriteLock();
        _n++;
        _rw.ExitWriteLock();
    }
    void BadTwice()
    {
        _rw.EnterReadLock();
        _rw.ExitReadLock();
        _rw.ExitReadLock(); // expect: CAP0022
    }
}

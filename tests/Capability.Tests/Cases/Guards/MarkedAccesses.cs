// Volatile, Interlocked and their kin are accesses like others: marking never satisfies a guard. Deliberate races do.

class Case_2070_marking_is_no_lock
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _read;
    [GuardedBy(nameof(_rw))] int _written;
    [GuardedBy(nameof(_rw))] long _added;
    [GuardedBy(nameof(_rw))] object _swapped;
    [GuardedBy(nameof(_rw))] ImmutableList<int> _list = [];
    [GuardedBy(nameof(_rw))] readonly int[] _row = new int[4];
    int _free;

    int GoodFree() { Interlocked.Increment(ref _free); return Volatile.Read(ref _free); }
    void GoodUnderTheWriteLock()
    {
        _rw.EnterWriteLock();
        Interlocked.Add(ref _added, 2);
        Interlocked.CompareExchange(ref _swapped, new object(), null);
        ImmutableInterlocked.Update(ref _list, list => list.Add(1));
        _rw.ExitWriteLock();
    }
    void GoodDeliberateWrite() { DataRace.Write(ref _written, 3, "a hint"); }
    int GoodDeliberateRead() => DataRace.Read(ref _read, "a hint");
    int GoodDeliberateExpression() => DataRace.Allow(_read + _written, "a hint");
    int BadVolatileRead() => Volatile.Read(ref _read); // expect: CAP0001
    long BadInterlockedRead() => Interlocked.Read(ref _added); // expect: CAP0001
    int BadVolatileReadOfAnElement() => Volatile.Read(ref _row[1]); // expect: CAP0001
    void BadVolatileWrite() { Volatile.Write(ref _written, 1); } // expect: CAP0002
    void BadAdd() { Interlocked.Add(ref _added, 1); } // expect: CAP0002
    object BadExchange() => Interlocked.Exchange(ref _swapped, null); // expect: CAP0002
    void BadCompareExchange() { Interlocked.CompareExchange(ref _swapped, new object(), null); } // expect: CAP0002
    void BadElement() { Interlocked.Increment(ref _row[0]); } // expect: CAP0002
    void BadUnderTheReadLock()
    {
        _rw.EnterReadLock();
        Interlocked.Increment(ref _written); // expect: CAP0002
        _rw.ExitReadLock();
    }
    int BadNextToADeliberateOne()
    {
        int hint = DataRace.Read(ref _read, "a hint");
        return hint + _read; // expect: CAP0001
    }
}

class Case_2071_only_writes_are_guarded
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [WriteGuardedBy(nameof(_gate))] int _n;
    [WriteGuardedBy(nameof(_gate))] volatile bool _closed;
    [WriteGuardedBy(nameof(_gate))] string _name = "";
    [WriteGuardedBy(nameof(_rw))] int _m;

    void GoodWrite() { lock (_gate) { _n++; _closed = true; _name = "x"; } }
    int GoodReadUnderTheLock() { lock (_gate) return _n; }
    int GoodMarkedRead() => Volatile.Read(ref _n);
    bool GoodVolatileField() => _closed;
    string GoodReferenceReadOnce() => _name;
    int GoodReadUnderTheReadLock() { _rw.EnterReadLock(); int m = _m; _rw.ExitReadLock(); return m; }
    void GoodWriteUnderTheWriteLock() { _rw.EnterWriteLock(); _m++; _rw.ExitWriteLock(); }
    void BadWrite() { _n = 1; } // expect: CAP0002
    void BadMarkedWrite() { Volatile.Write(ref _n, 1); } // expect: CAP0002
    void BadVolatileField() { _closed = false; } // expect: CAP0002
    void BadReference() { _name = "y"; } // expect: CAP0002
    void BadInterlocked() { Interlocked.Increment(ref _n); } // expect: CAP0002
    void BadWriteUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _m = 1; // expect: CAP0002
        _rw.ExitReadLock();
    }
    int BadPlainRead() { return _m; } // expect: CAP0101
}

// Where paths meet. There is no report for the meeting itself, only for what happens while the paths disagree.

class Case_2630_joins
{
    readonly object _gate = new();
    readonly object _other = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_rw))] int _r;

    void GoodBothTake(bool b) { if (b) Monitor.Enter(_gate); else Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); }
    void GoodBothRelease(bool b) { Monitor.Enter(_gate); if (b) { _n++; Monitor.Exit(_gate); } else Monitor.Exit(_gate); }
    void GoodNeitherUses(bool b) { if (b) { lock (_gate) _n++; } Console.WriteLine("free"); }
    void GoodOneReturns(bool b) { if (!b) return; Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); }
    void GoodOneThrows(bool b) { if (b) Monitor.Enter(_gate); else throw new InvalidOperationException(); _n++; Monitor.Exit(_gate); }
    void GoodTakenAgainOnOne(bool b)
    {
        Monitor.Enter(_gate);
        if (b) { Monitor.Exit(_gate); Thread.Yield(); Monitor.Enter(_gate); }
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodAnyOrderOfTaking(bool b)
    {
        if (b) { Monitor.Enter(_gate); _rw.EnterWriteLock(); }
        else { Monitor.Enter(_gate); Console.WriteLine("first one, then the other"); _rw.EnterWriteLock(); }
        _n = _r++;
        _rw.ExitWriteLock();
        Monitor.Exit(_gate);
    }
    void GoodGoto(bool b)
    {
        Monitor.Enter(_gate);
        if (b) goto done;
        _n++;
    done:
        _n = 0;
        Monitor.Exit(_gate);
    }
    void GoodTryOrEnter(bool b)
    {
        if (b) { if (!Monitor.TryEnter(_gate, 10)) return; }
        else Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    int GoodBothShared(bool b) { if (b) _rw.EnterReadLock(); else if (!_rw.TryEnterReadLock(1)) return 0; int r = _r; _rw.ExitReadLock(); return r; }
    int GoodReadUnderEitherMode(bool b)
    {
        if (b) _rw.EnterReadLock(); else _rw.EnterUpgradeableReadLock();
        int r = _r;
        if (b) _rw.ExitReadLock(); else _rw.ExitUpgradeableReadLock();
        return r;
    }
    void GoodAssertedOnOneSide(bool b)
    {
        if (b) Debug.Assert(Monitor.IsEntered(_gate));
        Console.WriteLine(b);
    }
    void BadOneTakes(bool b)
    {
        if (b) Monitor.Enter(_gate);
        _n++; // expect: CAP0002
        if (b) Monitor.Exit(_gate);
    }
    int BadReadAfterOneTakes(bool b)
    {
        if (b) Monitor.Enter(_gate);
        int n = _n; // expect: CAP0001
        n += _n;
        _n = n;
        if (b) Monitor.Exit(_gate);
        return n;
    }
    void BadDifferentLocks(bool b)
    {
        if (b) Monitor.Enter(_gate); else Monitor.Enter(_other);
        _n++; // expect: CAP0002
        if (b) Monitor.Exit(_gate); else Monitor.Exit(_other);
    }
    void BadOneReleases(bool b)
    {
        Monitor.Enter(_gate);
        if (b) Monitor.Exit(_gate);
        _n++; // expect: CAP0002
        if (!b) Monitor.Exit(_gate);
    }
    void BadDepth(bool b)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        if (b) Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    void BadGoto(bool b)
    {
        if (b) goto done;
        Monitor.Enter(_gate);
        _n++;
    done:
        Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadLeakOnOne(bool b)
    {
        if (b)
        {
            Monitor.Enter(_gate); // expect: CAP0024
            _n++;
        }
    }
    void BadAssertedOnOneSide(bool b)
    {
        if (b) Debug.Assert(Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
    void BadAfterABranchUnderTheLock(bool b)
    {
        lock (_gate) { if (b) _n++; }
        if (b)
            _n--; // expect: CAP0002
    }
    void BadWriteUnderEitherMode(bool b)
    {
        if (b) _rw.EnterReadLock(); else _rw.EnterWriteLock();
        _r++; // expect: CAP0002
        if (b) _rw.ExitReadLock(); else _rw.ExitWriteLock();
    }
    void BadTryOnOneSide(bool b)
    {
        bool ok = false;
        if (b) ok = Monitor.TryEnter(_gate);
        _n++; // expect: CAP0002
        if (ok) Monitor.Exit(_gate);
    }
    void GoodTryOnOneSide(bool b)
    {
        bool ok = false;
        if (b) ok = Monitor.TryEnter(_gate);
        if (ok) { _n++; Monitor.Exit(_gate); }
    }
}

class Case_2631_unreachable_and_degenerate_bodies
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodEmpty() { }
    void GoodConstantFalse() { if (false) _n++; }
    void GoodAfterReturn() { return; _n++; }
    void GoodAfterThrow() { throw new InvalidOperationException(); _n++; }
    void GoodAfterEndlessLoop() { while (true) Thread.Yield(); _n++; }
    void GoodEmptyLoops() { for (; ; ) break; while (false) { } do { } while (false); }
    void GoodUnusedLabel() { goto end; end:; }
    void GoodDeadRelease() { lock (_gate) { _n++; return; } Monitor.Exit(_gate); }
    int GoodNestedBlocks() { { { lock (_gate) { { return _n; } } } } }
    void BadConstantTrue()
    {
        if (true)
            _n++; // expect: CAP0002
    }
    void BadDoFalse()
    {
        do _n++; // expect: CAP0002
        while (false);
    }
    void BadAfterAnEndlessLoopWithABreak()
    {
        while (true)
        {
            if (Thread.Yield()) break;
        }
        _n++; // expect: CAP0002
    }
}

// Ownership queries in assertions and conditions, and queries that answer another question.

class Case_4500_assertions_over_ownership_queries
{
    readonly object _gate = new();
    readonly object _other = new();
    readonly Lock _lock = new();
    readonly bool _ready;
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_lock))] int _l;
    [GuardedBy(nameof(_gate), nameof(_other))] int _both;

    void GoodDebug()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _n++;
    }
    void GoodDebugWithMessage()
    {
        Debug.Assert(Monitor.IsEntered(_gate), "take the gate first");
        _n++;
    }
    void GoodTrace()
    {
        Trace.Assert(_lock.IsHeldByCurrentThread);
        _l++;
    }
    void GoodContract()
    {
        System.Diagnostics.Contracts.Contract.Assert(Monitor.IsEntered(_gate));
        _n++;
    }
    void GoodConjunction()
    {
        Debug.Assert(_ready && Monitor.IsEntered(_gate) && Monitor.IsEntered(_other));
        _n++;
        _both++;
    }
    void GoodEqualsTrue()
    {
        Debug.Assert(Monitor.IsEntered(_gate) == true);
        _n++;
    }
    void GoodDoubleNegation()
    {
        Debug.Assert(!!Monitor.IsEntered(_gate));
        _n++;
    }
    int GoodEitherOfReads()
    {
        Debug.Assert(Monitor.IsEntered(_gate) || Monitor.IsEntered(_other));
        return _both;
    }
    void GoodKeptInALocal()
    {
        bool mine = Monitor.IsEntered(_gate);
        Debug.Assert(mine);
        _n++;
    }
    void GoodNoDutyToRelease(bool early)
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        if (early) return;
        _n++;
    }
    void GoodBothBranches(bool debug)
    {
        if (debug) Debug.Assert(Monitor.IsEntered(_gate));
        else CapabilityAssert.Held(_gate);
        _n++;
    }
    void GoodOtherInstance(Case_4500_assertions_over_ownership_queries other)
    {
        Debug.Assert(Monitor.IsEntered(other._gate));
        other._n++;
    }
    void BadOtherLock()
    {
        Debug.Assert(Monitor.IsEntered(_other));
        _n++; // expect: CAP0002
    }
    void BadOtherInstance(Case_4500_assertions_over_ownership_queries other)
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        other._n++; // expect: CAP0002
    }
    void BadDisjunction()
    {
        Debug.Assert(_ready || Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
    void BadNegation()
    {
        Debug.Assert(!Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
    void BadEitherOfWrites()
    {
        Debug.Assert(Monitor.IsEntered(_gate) || Monitor.IsEntered(_other));
        _both++; // expect: CAP0002
    }
    void BadTooLate()
    {
        _n++; // expect: CAP0002
        Debug.Assert(Monitor.IsEntered(_gate));
    }
    void BadOneBranch(bool debug)
    {
        if (debug) Debug.Assert(Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
    void BadOnlyLogged()
    {
        Console.WriteLine(Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
    void BadSomethingElse()
    {
        Debug.Assert(_gate != null);
        _n++; // expect: CAP0002
    }
}

class Case_4501_queries_in_conditions
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_lock))] int _l;
    [GuardedBy(nameof(_rw))] int _v;

    void GoodBranch()
    {
        if (Monitor.IsEntered(_gate)) _n++;
    }
    void GoodGuardClause()
    {
        if (!Monitor.IsEntered(_gate)) throw new SynchronizationLockException();
        _n++;
    }
    void GoodReturnClause()
    {
        if (!_lock.IsHeldByCurrentThread) return;
        _l++;
    }
    void GoodTakesItWhenNeeded()
    {
        if (Monitor.IsEntered(_gate))
        {
            _n++;
            return;
        }
        lock (_gate)
            _n++;
    }
    void GoodReentrancyGuard()
    {
        bool mine = !_rw.IsWriteLockHeld;
        if (mine) _rw.EnterWriteLock();
        try { _v++; }
        finally
        {
            if (mine) _rw.ExitWriteLock();
        }
    }
    void GoodReentrancyGuardInline()
    {
        var held = Monitor.IsEntered(_gate);
        if (!held) Monitor.Enter(_gate);
        _n++;
        if (!held) Monitor.Exit(_gate);
    }
    int GoodReader() => _rw.IsReadLockHeld ? _v : -1;
    int GoodReaderUnderAny()
    {
        if (_rw.IsReadLockHeld || _rw.IsWriteLockHeld || _rw.IsUpgradeableReadLockHeld) return _v;
        return -1;
    }
    void GoodWriter()
    {
        if (_rw.IsWriteLockHeld) _v++;
    }
    bool GoodShortCircuit() => Monitor.IsEntered(_gate) && _n > 0;
    bool GoodShortCircuitOr() => !Monitor.IsEntered(_gate) || _n > 0;
    void BadElse()
    {
        if (Monitor.IsEntered(_gate)) _n++;
        else
            _n--; // expect: CAP0002
    }
    void BadAfterTheBranch()
    {
        if (Monitor.IsEntered(_gate)) Console.WriteLine("held");
        _n++; // expect: CAP0002
    }
    void BadReaderWrites()
    {
        if (_rw.IsReadLockHeld)
            _v++; // expect: CAP0002
    }
    void BadUpgradeableWrites()
    {
        if (_rw.IsUpgradeableReadLockHeld)
            _v++; // expect: CAP0002
    }
    bool BadOrder() { return _n > 0 && Monitor.IsEntered(_gate); } // expect: CAP0001
    bool BadShortCircuit() { return Monitor.IsEntered(_gate) || _n > 0; } // expect: CAP0001
    void BadReadsUnderItsOwnWriter()
    {
        if (_rw.IsWriteLockHeld)
        {
            _rw.EnterReadLock(); // expect: CAP0021
            _rw.ExitReadLock();
        }
    }
}

class Case_4502_somebody_holds_it_is_no_proof
{
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly ReaderWriterLockSlim _rw = new();
    SpinLock _spin = new(true);
    [GuardedBy(nameof(_permit))] int _m;
    [GuardedBy(nameof(_rw))] int _v;
    [GuardedBy(nameof(_spin))] int _s;

    void GoodSpinOfThisThread()
    {
        Debug.Assert(_spin.IsHeldByCurrentThread);
        _s++;
    }
    void GoodSpin()
    {
        bool taken = false;
        _spin.Enter(ref taken);
        _s++;
        _spin.Exit();
    }
    void GoodPermit()
    {
        _permit.Wait();
        Debug.Assert(_permit.CurrentCount == 0);
        _m++;
        _permit.Release();
    }
    int GoodReader()
    {
        Debug.Assert(_rw.IsReadLockHeld);
        return _v;
    }
    void BadPermit()
    {
        Debug.Assert(_permit.CurrentCount == 0);
        _m++; // expect: CAP0002
    }
    void BadPermitBranch()
    {
        if (_permit.CurrentCount == 0)
            _m++; // expect: CAP0002
    }
    void BadSpin()
    {
        Debug.Assert(_spin.IsHeld);
        _s++; // expect: CAP0002
    }
    int BadReaders()
    {
        Debug.Assert(_rw.CurrentReadCount > 0);
        return _v; // expect: CAP0001
    }
    void BadWaiters()
    {
        if (_rw.WaitingWriteCount > 0)
            _v++; // expect: CAP0002
    }
}

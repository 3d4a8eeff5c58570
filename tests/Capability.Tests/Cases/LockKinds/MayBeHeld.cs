// Between a try-acquire and the test of its result the lock may be held: what is fine there, and what is not.

class Case_2400_results_that_travel
{
    readonly object _gate = new();
    readonly object _second = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_second))] int _m;

    void GoodRetry()
    {
        bool ok = false;
        for (int i = 0; i < 3 && !ok; i++) ok = Monitor.TryEnter(_gate, 10);
        if (!ok) return;
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodSpin()
    {
        while (true)
        {
            if (Monitor.TryEnter(_gate)) break;
            Thread.Sleep(1);
        }
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodCopy() { bool ok = Monitor.TryEnter(_gate); bool copy = ok; if (copy) { _n++; Monitor.Exit(_gate); } }
    void GoodLoopBetween(int[] all) { bool ok = Monitor.TryEnter(_gate); foreach (int i in all) Console.WriteLine(i); if (ok) { _n++; Monitor.Exit(_gate); } }
    void GoodTestedTwice() { bool ok = Monitor.TryEnter(_gate); if (ok) _n++; Console.WriteLine(ok); if (ok) _n--; if (ok) Monitor.Exit(_gate); }
    void GoodFailureFirst() { bool ok = Monitor.TryEnter(_gate); string text = ""; if (!ok) text = "busy"; Console.WriteLine(text); if (!ok) return; _n++; Monitor.Exit(_gate); }
    void GoodTwoResults() { bool a = Monitor.TryEnter(_gate); bool b = Monitor.TryEnter(_second); if (a) { _n++; Monitor.Exit(_gate); } if (b) { _m++; Monitor.Exit(_second); } }
    void GoodTwoResultsOfOneLock() { bool a = Monitor.TryEnter(_gate); bool b = Monitor.TryEnter(_gate); if (b) { _n++; Monitor.Exit(_gate); } if (a) { _n++; Monitor.Exit(_gate); } }
    void GoodEnterWhileItMayBeHeld() { bool ok = Monitor.TryEnter(_gate); Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); if (ok) Monitor.Exit(_gate); }
    void GoodNested() { if (Monitor.TryEnter(_gate)) { if (Monitor.TryEnter(_second)) { _n = _m++; Monitor.Exit(_second); } Monitor.Exit(_gate); } }
    void GoodNestedWithElse()
    {
        if (!Monitor.TryEnter(_gate)) return;
        if (!Monitor.TryEnter(_second))
        {
            Monitor.Exit(_gate);
            return;
        }
        _n = _m++;
        Monitor.Exit(_second);
        Monitor.Exit(_gate);
    }
    void GoodAssertedMeanwhile() { bool ok = Monitor.TryEnter(_gate); Debug.Assert(Monitor.IsEntered(_gate)); _n++; if (ok) Monitor.Exit(_gate); }

    void BadSecondFails()
    {
        if (Monitor.TryEnter(_gate) // expect: CAP0024
            && Monitor.TryEnter(_second))
        {
            _n = _m++;
            Monitor.Exit(_second);
            Monitor.Exit(_gate);
        }
    }
    void BadStale()
    {
        bool ok = Monitor.TryEnter(_gate);
        if (ok) Monitor.Exit(_gate);
        if (ok)
            _n++; // expect: CAP0002
    }
    void BadOtherResult()
    {
        bool a = Monitor.TryEnter(_gate);
        bool b = Monitor.TryEnter(_second);
        if (b)
            _n++; // expect: CAP0002
        if (a) Monitor.Exit(_gate);
        if (b) Monitor.Exit(_second);
    }
    void BadOverwrittenByTheSecond()
    {
        bool ok = Monitor.TryEnter(_gate);
        if (ok)
        {
            ok = Monitor.TryEnter(_second);
            _m++; // expect: CAP0002
            if (ok) Monitor.Exit(_second);
            Monitor.Exit(_gate);
        }
    }
    void BadChangedInTheLoop(int[] all)
    {
        bool ok = Monitor.TryEnter(_gate);
        foreach (int i in all) ok = i > 3;
        if (ok)
        {
            _n++; // expect: CAP0002
            Monitor.Exit(_gate);
        }
    }
    void BadCaptured()
    {
        bool ok = Monitor.TryEnter(_gate);
        Action<bool> set = b => ok = b;
        Task.Run(() => set(false));
        if (ok)
        {
            _n++; // expect: CAP0002
            Monitor.Exit(_gate);
        }
    }
    void BadReleasedUntested()
    {
        bool ok = Monitor.TryEnter(_gate);
        Monitor.Exit(_gate); // expect: CAP0022
        Console.WriteLine(ok);
        if (ok) Console.WriteLine("was held");
    }
}

class Case_2401_tries_of_locks_that_do_not_nest
{
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_permit))] int _m;
    [GuardedBy(nameof(_rw))] int _r;

    void GoodTryThenWait() { if (!_permit.Wait(0)) _permit.Wait(); _m++; _permit.Release(); }
    async Task GoodTryThenWaitAsync() { if (!_permit.Wait(0)) await _permit.WaitAsync(); try { _m++; } finally { _permit.Release(); } }
    void GoodTryInTurn() { if (_permit.Wait(0)) _permit.Release(); if (_permit.Wait(0)) { _m++; _permit.Release(); } }
    int GoodWriteElseRead()
    {
        bool write = _rw.TryEnterWriteLock(0);
        if (!write) _rw.EnterReadLock();
        int r = _r;
        if (write) { _r++; _rw.ExitWriteLock(); } else _rw.ExitReadLock();
        return r;
    }
    void BadWaitAfterSuccess()
    {
        if (_permit.Wait(0))
        {
            _permit.Wait(); // expect: CAP0021
            _m++;
            _permit.Release();
        }
    }
    void BadTryWhileHeld()
    {
        _permit.Wait();
        if (_permit.Wait(0)) // expect: CAP0021
            _m++;
        _permit.Release();
    }
    void BadWriteElseRead()
    {
        bool write = _rw.TryEnterWriteLock(0);
        if (!write) _rw.EnterReadLock();
        _r++; // expect: CAP0002
        if (write) _rw.ExitWriteLock(); else _rw.ExitReadLock();
    }
}

class Case_2402_how_deep
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_lock))] int _l;
    [GuardedBy(nameof(_mutex))] int _m;

    void GoodThree() { Monitor.Enter(_gate); Monitor.Enter(_gate); Monitor.Enter(_gate); Monitor.Exit(_gate); Monitor.Exit(_gate); _n++; Monitor.Exit(_gate); }
    void GoodLocks() { _lock.Enter(); lock (_lock) { using (_lock.EnterScope()) _l++; _l++; } _l++; _lock.Exit(); }
    void GoodMutexes() { _mutex.WaitOne(); if (_mutex.WaitOne(0)) { _m++; _mutex.ReleaseMutex(); } _m++; _mutex.ReleaseMutex(); }
    void GoodSameDepth(bool b) { Monitor.Enter(_gate); if (b) { Monitor.Enter(_gate); _n++; } else Monitor.Enter(_gate); Monitor.Exit(_gate); _n++; Monitor.Exit(_gate); }
    void GoodConditionalDepth(bool b) { Monitor.Enter(_gate); if (b) Monitor.Enter(_gate); _n++; if (b) Monitor.Exit(_gate); _n++; Monitor.Exit(_gate); }
    [Requires(nameof(_gate))] void GoodUnderTheCallersHold() { lock (_gate) _n++; _n++; }
    void GoodAfterAnAssertion() { Debug.Assert(Monitor.IsEntered(_gate)); lock (_gate) _n++; _n++; }
    void GoodCallThatLocksAgain() { lock (_gate) { GoodThree(); _n++; } }
    void BadOneTooMany()
    {
        Monitor.Enter(_gate);
        Monitor.Enter(_gate);
        Monitor.Exit(_gate);
        Monitor.Exit(_gate);
        Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadOneTooFew()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        Monitor.Enter(_gate);
        Monitor.Enter(_gate);
        Monitor.Exit(_gate);
        Monitor.Exit(_gate);
    }
    void BadAfterTheLast()
    {
        _lock.Enter();
        _lock.Enter();
        _lock.Exit();
        _l++;
        _lock.Exit();
        _l++; // expect: CAP0002
    }
}

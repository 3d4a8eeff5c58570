// Balance of members without contracts: monitors, locks, reader-writer locks and spin locks.

class Case_4220_monitors
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodTwice()
    {
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodNested()
    {
        Monitor.Enter(_gate);
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodOverlapping()
    {
        Monitor.Enter(_gate);
        Monitor.Enter(_other);
        _n++;
        Monitor.Exit(_gate);
        Monitor.Exit(_other);
    }
    void GoodFlag()
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_gate, ref taken);
            _n++;
        }
        finally
        {
            if (taken) Monitor.Exit(_gate);
        }
    }
    void GoodInversePair()
    {
        lock (_gate)
        {
            Monitor.Exit(_gate);
            Thread.Yield();
            Monitor.Enter(_gate);
            _n++;
        }
    }
    int GoodEveryReturn(int key)
    {
        Monitor.Enter(_gate);
        switch (key)
        {
            case 0:
                Monitor.Exit(_gate);
                return 0;
            case 1:
                _n = key;
                Monitor.Exit(_gate);
                return 1;
        }
        Monitor.Exit(_gate);
        return 2;
    }
    void GoodNeverReturns()
    {
        Monitor.Enter(_gate);
        while (true)
            Monitor.Wait(_gate);
    }
    void BadLeft()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        _n++;
    }
    int BadOneReturn(bool early)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        if (early) return 0;
        Monitor.Exit(_gate);
        return 1;
    }
    void BadThrow(bool broken)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        if (broken) throw new InvalidOperationException();
        Monitor.Exit(_gate);
    }
    void BadTwice()
    {
        lock (_gate)
            _n++;
        Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadAccessAfterTheExit()
    {
        Monitor.Enter(_gate);
        Monitor.Exit(_gate);
        _n++; // expect: CAP0002
    }
    void BadWrongOne()
    {
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_other); // expect: CAP0022
    }
    void BadInTheLoop(int count)
    {
        Monitor.Enter(_gate);
        for (int i = 0; i < count; i++)
            Monitor.Exit(_gate); // expect: CAP0022
    }
}

class Case_4221_locks_that_do_not_nest_and_modes
{
    readonly ReaderWriterLockSlim _rw = new();
    readonly ReaderWriterLockSlim _recursive = new(LockRecursionPolicy.SupportsRecursion);
    readonly Lock _lock = new();
    SpinLock _spin = new();
    [GuardedBy(nameof(_rw))] int _n;

    void GoodOneAfterTheOther()
    {
        _rw.EnterReadLock();
        _rw.ExitReadLock();
        _rw.EnterWriteLock();
        _n++;
        _rw.ExitWriteLock();
    }
    void GoodRecursivePolicy()
    {
        _recursive.EnterReadLock();
        _recursive.EnterReadLock();
        _recursive.ExitReadLock();
        _recursive.ExitReadLock();
    }
    void GoodUpgrade()
    {
        _rw.EnterUpgradeableReadLock();
        _rw.EnterWriteLock();
        _n++;
        _rw.ExitWriteLock();
        _rw.ExitUpgradeableReadLock();
    }
    void GoodLockNests()
    {
        _lock.Enter();
        lock (_lock)
            Console.WriteLine("twice");
        _lock.Exit();
    }
    void GoodSpin()
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            Console.WriteLine("spinning");
        }
        finally
        {
            if (taken) _spin.Exit();
        }
    }
    void BadReadTwice()
    {
        _rw.EnterReadLock();
        _rw.EnterReadLock(); // expect: CAP0021
        _rw.ExitReadLock();
        _rw.ExitReadLock();
    }
    void BadReadUnderWrite()
    {
        _rw.EnterWriteLock();
        _rw.EnterReadLock(); // expect: CAP0021
        _rw.ExitReadLock();
        _rw.ExitWriteLock();
    }
    void BadUpgradeFromRead()
    {
        _recursive.EnterReadLock();
        _recursive.EnterWriteLock(); // expect: CAP0021
        _recursive.ExitWriteLock();
        _recursive.ExitReadLock();
    }
    void BadMode()
    {
        _rw.EnterWriteLock();
        _n++;
        _rw.ExitReadLock(); // expect: CAP0023
    }
    void BadOtherMode()
    {
        _rw.EnterReadLock();
        _rw.ExitWriteLock(); // expect: CAP0023
    }
    void BadUpgradeableExit()
    {
        _rw.EnterUpgradeableReadLock();
        _rw.ExitReadLock(); // expect: CAP0023
    }
    void BadLockLeft()
    {
        _lock.Enter(); // expect: CAP0024
        Console.WriteLine("left");
    }
    void BadWriteLeft(bool keep)
    {
        _rw.EnterWriteLock(); // expect: CAP0024
        _n++;
        if (!keep) _rw.ExitWriteLock();
    }
    void BadSpinTwice()
    {
        bool first = false, second = false;
        _spin.Enter(ref first);
        _spin.Enter(ref second); // expect: CAP0021
        _spin.Exit();
    }
}

class Case_4222_semaphores_and_mutexes_count_once_they_guard
{
    readonly SemaphoreSlim _signal = new(0);
    readonly SemaphoreSlim _plain = new(1, 1);
    readonly Mutex _single = new(false, "one instance only");
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_permit))] int _m;
    [GuardedBy(nameof(_mutex))] int _x;

    void GoodRaise() => _signal.Release();
    void GoodAwaitTheSignal() => _signal.Wait();
    void GoodAwaitTwice()
    {
        _signal.Wait();
        _signal.Wait();
    }
    void GoodPlainNeverReleased() => _plain.Wait();
    void GoodSignalTimeoutIgnored() { _signal.Wait(100); }
    bool GoodSingleInstance() => _single.WaitOne(0);
    void GoodGuard()
    {
        _permit.Wait();
        try { _m++; }
        finally { _permit.Release(); }
    }
    void GoodMutexNests()
    {
        _mutex.WaitOne();
        _mutex.WaitOne();
        _x++;
        _mutex.ReleaseMutex();
        _mutex.ReleaseMutex();
    }
    void BadGuardLeft()
    {
        _permit.Wait(); // expect: CAP0024
        _m++;
    }
    void BadMutexOneReturn(bool early)
    {
        _mutex.WaitOne(); // expect: CAP0024
        if (early) return;
        _x++;
        _mutex.ReleaseMutex();
    }
    void BadPermitTwice()
    {
        _permit.Wait();
        _permit.Wait(); // expect: CAP0021
        _m++;
        _permit.Release();
    }
}

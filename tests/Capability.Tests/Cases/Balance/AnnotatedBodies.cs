// Bodies that promise an effect, checked per exit and per return value, and what is trusted instead.

class Case_4200_acquiring_bodies
{
    readonly object _gate = new();
    readonly object _other = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Acquires(nameof(_gate))] void Good() => Monitor.Enter(_gate);
    [Acquires(nameof(_gate))]
    void GoodUsesIt()
    {
        Monitor.Enter(_gate);
        _n++;
    }
    [Acquires(nameof(_gate))]
    void GoodLoops()
    {
        while (!Monitor.TryEnter(_gate, 10))
            Console.WriteLine("still waiting");
    }
    [Acquires(nameof(_gate))]
    void GoodThrowsInstead(bool closed)
    {
        if (closed) throw new ObjectDisposedException("store");
        Monitor.Enter(_gate);
    }
    [Acquires(nameof(_gate))]
    void GoodThrowsAfterwards(bool closed)
    {
        Monitor.Enter(_gate);
        if (closed)
        {
            Monitor.Exit(_gate);
            throw new ObjectDisposedException("store");
        }
    }
    [Acquires(nameof(_gate)), Acquires(nameof(_other))]
    void GoodTwo()
    {
        Good();
        Monitor.Enter(_other);
    }
    [AcquiresShared(nameof(_rw))] void GoodShared() => _rw.EnterReadLock();
    [Acquires(nameof(_rw))] void GoodWrite() => _rw.EnterWriteLock();
    [Requires(nameof(_gate)), Acquires(nameof(_other))]
    void GoodHandOver()
    {
        _n++;
        Monitor.Enter(_other);
    }
    [Acquires(nameof(_gate))]
    void BadNothing()
    {
        Console.WriteLine("nothing");
    } // expect: CAP0025
    [Acquires(nameof(_gate))]
    void BadGivenBack()
    {
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
    } // expect: CAP0025
    [Acquires(nameof(_gate))]
    int BadEarly(bool empty)
    {
        if (empty)
            return 0; // expect: CAP0025
        Monitor.Enter(_gate);
        return _n;
    }
    [Acquires(nameof(_gate))]
    void BadBefore()
    {
        _n++; // expect: CAP0002
        Monitor.Enter(_gate);
    }
    [Acquires(nameof(_gate), nameof(_other))]
    void BadOneOfTwo()
    {
        Monitor.Enter(_gate);
    } // expect: CAP0025
    [Acquires(nameof(_gate))]
    void BadOther()
    {
        Monitor.Enter(_other);
    } // expect: CAP0025
}

class Case_4201_releasing_bodies
{
    readonly object _gate = new();
    readonly object _other = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Releases(nameof(_gate))] void Good() => Monitor.Exit(_gate);
    [Releases(nameof(_gate))]
    void GoodUsesItFirst()
    {
        _n++;
        Monitor.Exit(_gate);
    }
    [Releases(nameof(_gate))]
    void GoodFinally()
    {
        try { Console.WriteLine(_n); }
        finally { Monitor.Exit(_gate); }
    }
    [Releases(nameof(_gate))]
    void GoodAsserts()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        Monitor.Exit(_gate);
    }
    [Releases(nameof(_gate))]
    void GoodEveryWay(bool quick)
    {
        if (quick)
        {
            Monitor.Exit(_gate);
            return;
        }
        _n++;
        Good();
    }
    [ReleasesShared(nameof(_rw))] void GoodShared() => _rw.ExitReadLock();
    [Releases(nameof(_gate)), Acquires(nameof(_other))]
    void GoodHandOver()
    {
        Monitor.Enter(_other);
        Monitor.Exit(_gate);
    }
    void GoodCaller()
    {
        Monitor.Enter(_gate);
        GoodUsesItFirst();
        lock (_gate)
            _n++;
    }
    [Releases(nameof(_gate))]
    void BadAfterwards()
    {
        Monitor.Exit(_gate);
        _n++; // expect: CAP0002
    }
    [Releases(nameof(_gate))] // expect: CAP0024
    void BadForgets()
    {
        Console.WriteLine(_n);
    }
    [Releases(nameof(_gate))]
    void BadTakesItBack()
    {
        Monitor.Exit(_gate);
        Thread.Yield();
        Monitor.Enter(_gate); // expect: CAP0024
    }
    [Releases(nameof(_gate))]
    void BadTwice()
    {
        Monitor.Exit(_gate);
        Monitor.Exit(_gate); // expect: CAP0022
    }
    [Releases(nameof(_rw))]
    void BadMode()
    {
        _rw.ExitReadLock(); // expect: CAP0023
    }
    void BadCaller()
    {
        Good(); // expect: CAP0022
    }
    void BadCallerMode()
    {
        _rw.EnterWriteLock();
        GoodShared(); // expect: CAP0023
    }
}

class Case_4202_bodies_that_keep_what_they_require
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))]
    void GoodPause()
    {
        Monitor.Exit(_gate);
        Thread.Yield();
        Monitor.Enter(_gate);
    }
    [Requires(nameof(_gate))]
    void GoodNests()
    {
        lock (_gate)
            _n++;
        _n--;
    }
    [Requires(nameof(_gate))]
    int GoodThrows()
    {
        if (_n == 0) throw new InvalidOperationException();
        return _n;
    }
    [RequiresShared(nameof(_rw))]
    void GoodShared()
    {
        _rw.ExitReadLock();
        _rw.EnterReadLock();
    }
    [Requires(nameof(_gate))]
    void BadGivesBack()
    {
        _n++;
        Monitor.Exit(_gate);
    } // expect: CAP0025
    [Requires(nameof(_gate))]
    void BadDuringThePause()
    {
        Monitor.Exit(_gate);
        _n++; // expect: CAP0002
        Monitor.Enter(_gate);
    }
    [Requires(nameof(_gate))]
    int BadOnOneWay(bool done)
    {
        if (done)
        {
            Monitor.Exit(_gate);
            return 0; // expect: CAP0025
        }
        return _n;
    }
    [Requires(nameof(_gate))]
    void BadOneTooMany()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        _n++;
    }
}

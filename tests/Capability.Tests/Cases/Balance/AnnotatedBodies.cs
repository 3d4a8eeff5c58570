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

[Capability("turnstile")]
sealed class Turnstile4203
{
    int _owner;
    [Acquires] public void Enter() => _owner = 1;
    [Releases] public void Exit() { }
    [TryAcquires(true)] public bool TryEnter() => _owner == 0;
    [AcquiresShared] public void EnterShared() { if (_owner == 0) return; _owner = 2; }
    [Requires] public void Check() => Console.WriteLine(_owner);
    [AssertsCapability] public void AssertEntered() { }
    [Acquires("this")]
    public void EnterNamed()
    {
        _owner = 1;
    } // expect: CAP0025
    [Acquires("this")] public void EnterForwarded() => Enter();
}
class Case_4203_the_implementation_of_a_capability_is_trusted
{
    readonly Turnstile4203 _turnstile = new();
    [GuardedBy(nameof(_turnstile))] int _n;

    void Good()
    {
        _turnstile.Enter();
        _n++;
        _turnstile.Check();
        _turnstile.Exit();
    }
    void GoodTry()
    {
        if (!_turnstile.TryEnter()) return;
        _n++;
        _turnstile.Exit();
    }
    void GoodNamed()
    {
        _turnstile.EnterForwarded();
        _n++;
        _turnstile.Exit();
    }
    void GoodAsserted()
    {
        _turnstile.AssertEntered();
        _n++;
    }
    void BadLeft()
    {
        _turnstile.Enter(); // expect: CAP0024
        _n++;
    }
    void BadTwice()
    {
        _turnstile.Enter();
        _turnstile.Enter(); // expect: CAP0021
        _turnstile.Exit();
    }
    void BadCheck() { _turnstile.Check(); } // expect: CAP0011
    void BadExit(bool again)
    {
        _turnstile.Enter();
        _turnstile.Exit();
        _turnstile.Exit(); // expect: CAP0022
    }
}

class Case_4204_dropped_and_taken_back
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Releases(nameof(_gate)), Acquires(nameof(_gate))]
    void GoodPause()
    {
        Monitor.Exit(_gate);
        try { Thread.Yield(); }
        finally { Monitor.Enter(_gate); }
    }
    [Acquires(nameof(_gate)), Releases(nameof(_gate))] void GoodOtherOrder() => GoodPause();
    void GoodCaller()
    {
        lock (_gate)
        {
            GoodPause();
            _n++;
        }
    }
    void BadCaller()
    {
        GoodPause(); // expect: CAP0022
        _n++; // expect: CAP0002
    }
    [Releases(nameof(_gate)), Acquires(nameof(_gate))]
    void BadTouches()
    {
        Monitor.Exit(_gate);
        _n++; // expect: CAP0002
        Monitor.Enter(_gate);
    }
}

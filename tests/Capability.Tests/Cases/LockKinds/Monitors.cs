// Monitor.Enter, TryEnter, Exit, Wait and Pulse, without the help of a lock statement.

class Case_2300_enter_and_exit
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodLinear() { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); }
    void GoodFinally()
    {
        Monitor.Enter(_gate);
        try { _n++; }
        finally { Monitor.Exit(_gate); }
    }
    void GoodEnterInsideTheTry()
    {
        try { Monitor.Enter(_gate); _n++; }
        finally { Monitor.Exit(_gate); }
    }
    void GoodFlag()
    {
        bool taken = false;
        try { Monitor.Enter(_gate, ref taken); _n++; }
        finally { if (taken) Monitor.Exit(_gate); }
    }
    void GoodFlagAfterAThrowingCall()
    {
        bool taken = false;
        try
        {
            Console.WriteLine("before");
            Monitor.Enter(_gate, ref taken);
            _n++;
        }
        finally { if (taken) Monitor.Exit(_gate); }
    }
    int GoodEarlyReturn(bool b)
    {
        Monitor.Enter(_gate);
        if (b) { Monitor.Exit(_gate); return 0; }
        int n = _n;
        Monitor.Exit(_gate);
        return n;
    }
    int GoodReturnInsideTheTry() { Monitor.Enter(_gate); try { return _n; } finally { Monitor.Exit(_gate); } }
    void GoodNested()
    {
        Monitor.Enter(_gate); Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodReleasedAndTakenAgain()
    {
        Monitor.Enter(_gate); _n++; Monitor.Exit(_gate);
        Console.WriteLine("outside");
        Monitor.Enter(_gate); _n--; Monitor.Exit(_gate);
    }
    void GoodOverlap()
    {
        Monitor.Enter(_gate); Monitor.Enter(_other);
        Monitor.Exit(_gate); Monitor.Exit(_other);
    }
    void BadLeak()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        _n++;
    }
    int BadEarlyReturn(bool b)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        if (b) return 0;
        _n++;
        Monitor.Exit(_gate);
        return 1;
    }
    void BadOneExitOfTwo()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        _n++;
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    void BadAfterExit()
    {
        Monitor.Enter(_gate);
        Monitor.Exit(_gate);
        _n++; // expect: CAP0002
    }
    void BadBetween()
    {
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
        _n++; // expect: CAP0002
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    void BadExitOnOneBranch(bool b)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        _n++;
        if (b) Monitor.Exit(_gate);
    }
}

class Case_2301_exit_without_enter
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Good() { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); }
    void GoodBothBranches(bool b)
    {
        if (b) Monitor.Enter(_gate);
        else { Console.WriteLine("wait"); Monitor.Enter(_gate); }
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodExitOnBothBranches(bool b)
    {
        Monitor.Enter(_gate);
        if (b) { _n++; Monitor.Exit(_gate); }
        else Monitor.Exit(_gate);
    }
    [Releases(nameof(_gate))] void GoodDeclared() { _n++; Monitor.Exit(_gate); }
    [Requires(nameof(_gate))] void GoodLent() { Monitor.Exit(_gate); Monitor.Enter(_gate); _n++; }
    void GoodInAnotherOrder() { Monitor.Enter(_gate); Monitor.Enter(_other); Monitor.Exit(_gate); Monitor.Exit(_other); }
    void BadTwice()
    {
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
        Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadEnterOnOneBranch(bool b)
    {
        if (b) Monitor.Enter(_gate);
        Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadOnlyExit()
    {
        Console.WriteLine("nothing");
        Monitor.Exit(_other); // expect: CAP0022
    }
    void BadExitInTheLoop(int count)
    {
        Monitor.Enter(_gate);
        for (int i = 0; i < count; i++)
            Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadThrowingCallBeforeEnter()
    {
        try
        {
            Console.WriteLine("may throw");
            Monitor.Enter(_gate);
            _n++;
        }
        finally
        {
            Monitor.Exit(_gate); // expect: CAP0022
        }
    }
}

class Case_2302_try_enter_in_every_spelling
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodIf() { if (Monitor.TryEnter(_gate)) { _n++; Monitor.Exit(_gate); } }
    void GoodIfNot() { if (!Monitor.TryEnter(_gate, 100)) return; _n++; Monitor.Exit(_gate); }
    void GoodTimeSpan() { if (Monitor.TryEnter(_gate, TimeSpan.FromSeconds(1))) { try { _n++; } finally { Monitor.Exit(_gate); } } }
    void GoodEqualsTrue() { if (Monitor.TryEnter(_gate) == true) { _n++; Monitor.Exit(_gate); } }
    void GoodEqualsFalse() { if (Monitor.TryEnter(_gate) == false) return; _n++; Monitor.Exit(_gate); }
    void GoodNotEqualsTrue() { if (true != Monitor.TryEnter(_gate)) return; _n++; Monitor.Exit(_gate); }
    void GoodIs() { if (Monitor.TryEnter(_gate) is false) return; _n++; Monitor.Exit(_gate); }
    void GoodAnd(bool b) { if (b && Monitor.TryEnter(_gate)) { _n++; Monitor.Exit(_gate); } }
    void GoodOr(bool b) { if (b || !Monitor.TryEnter(_gate)) return; _n++; Monitor.Exit(_gate); }
    void GoodNotAnd(bool b) { if (!(b && Monitor.TryEnter(_gate))) return; _n++; Monitor.Exit(_gate); }
    void GoodConditional() { if (Monitor.TryEnter(_gate) ? false : true) return; _n++; Monitor.Exit(_gate); }
    void GoodLocal() { bool ok = Monitor.TryEnter(_gate); Console.WriteLine(ok); if (ok) { _n++; Monitor.Exit(_gate); } }
    void GoodNegatedLocal() { bool busy = !Monitor.TryEnter(_gate); if (busy) return; _n++; Monitor.Exit(_gate); }
    void GoodAssignedInTheCondition() { bool ok; if (ok = Monitor.TryEnter(_gate)) _n++; if (ok) Monitor.Exit(_gate); }
    void GoodFlag() { bool ok = false; Monitor.TryEnter(_gate, ref ok); if (ok) { _n++; Monitor.Exit(_gate); } }
    void GoodFlagTimeout() { bool ok = false; Monitor.TryEnter(_gate, 10, ref ok); if (!ok) return; _n++; Monitor.Exit(_gate); }
    void GoodNamedArguments() { bool ok = false; Monitor.TryEnter(lockTaken: ref ok, obj: _gate); if (ok) { _n++; Monitor.Exit(_gate); } }
    void GoodFlagFinally() { bool ok = false; try { Monitor.TryEnter(_gate, ref ok); if (ok) _n++; } finally { if (ok) Monitor.Exit(_gate); } }
    void GoodLoop() { while (!Monitor.TryEnter(_gate, 10)) Console.WriteLine("waiting"); _n++; Monitor.Exit(_gate); }
    void GoodWhile() { while (Monitor.TryEnter(_gate)) { _n++; Monitor.Exit(_gate); } }
    void GoodSwitch() { switch (Monitor.TryEnter(_gate)) { case true: _n++; Monitor.Exit(_gate); break; case false: break; } }
    void GoodThrow() { if (!Monitor.TryEnter(_gate)) throw new TimeoutException(); _n++; Monitor.Exit(_gate); }
    void GoodInfinite() { Monitor.TryEnter(_gate, -1); _n++; Monitor.Exit(_gate); }
    void GoodInfiniteTimeSpan() { Monitor.TryEnter(_gate, Timeout.InfiniteTimeSpan); _n++; Monitor.Exit(_gate); }
    void GoodTryElseEnter() { if (!Monitor.TryEnter(_gate)) Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); }
    void BadElse()
    {
        if (Monitor.TryEnter(_gate)) Monitor.Exit(_gate);
        else _n++; // expect: CAP0002
    }
    void BadPolarity()
    {
        if (Monitor.TryEnter(_gate))
        {
            Monitor.Exit(_gate);
            return;
        }
        _n++; // expect: CAP0002
    }
    void BadBeforeTheTest()
    {
        bool ok = Monitor.TryEnter(_gate);
        _n++; // expect: CAP0002
        if (ok) Monitor.Exit(_gate);
    }
    void BadOrDoesNotTell(bool b)
    {
        bool ok = Monitor.TryEnter(_gate);
        if (b || ok)
            _n++; // expect: CAP0002
        if (ok) Monitor.Exit(_gate);
    }
    void BadLeak()
    {
        if (Monitor.TryEnter(_gate)) // expect: CAP0024
            _n++;
    }
    void BadIgnored()
    {
        Monitor.TryEnter(_gate, 10); // expect: CAP0026
        _n++;
        Monitor.Exit(_gate);
    }
    void BadDiscarded()
    {
        _ = Monitor.TryEnter(_gate); // expect: CAP0026
        _n++;
        Monitor.Exit(_gate);
    }
    void BadReleasedEitherWay()
    {
        if (Monitor.TryEnter(_gate)) Console.WriteLine("got it");
        Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadFlagReassigned(bool b)
    {
        bool ok = Monitor.TryEnter(_gate);
        if (b) ok = true;
        if (ok)
        {
            _n++; // expect: CAP0002
            Monitor.Exit(_gate);
        }
    }
}

class Case_2303_queries_waits_and_pulses
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodQuery() { if (Monitor.IsEntered(_gate)) _n++; }
    void GoodQueryThrows() { if (!Monitor.IsEntered(_gate)) throw new InvalidOperationException(); _n++; }
    void GoodAssert() { Debug.Assert(Monitor.IsEntered(_gate), "call with the lock"); _n++; }
    void GoodTraceAssert() { Trace.Assert(Monitor.IsEntered(_gate)); _n++; }
    void GoodCapabilityAssert() { CapabilityAssert.Held(_gate); _n++; }
    void GoodWait() { lock (_gate) { while (_n == 0) Monitor.Wait(_gate); _n--; } }
    void GoodTimedWait() { lock (_gate) { while (_n == 0) if (!Monitor.Wait(_gate, 100)) return; _n--; } }
    void GoodPulse() { lock (_gate) { _n++; Monitor.Pulse(_gate); } }
    void BadQueryElse()
    {
        if (Monitor.IsEntered(_gate)) Console.WriteLine("held");
        else _n++; // expect: CAP0002
    }
    void BadQueryIgnored()
    {
        Console.WriteLine(Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
    void BadAssertOfTheOpposite()
    {
        Debug.Assert(!Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
    void BadPulse() { Monitor.Pulse(_gate); } // expect: CAP0011
    void BadWait()
    {
        Monitor.Wait(_gate); // expect: CAP0011
    }
}

// Bodies of try-acquiring members, judged for each value they return.
#nullable disable // a result that may be null tells whether a try succeeded

class Case_4210_returns_true_exactly_when_it_holds
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [TryAcquires(true, nameof(_gate))]
    bool GoodBranches()
    {
        if (Monitor.TryEnter(_gate)) return true;
        return false;
    }
    [TryAcquires(true, nameof(_gate))] bool GoodConditional() => Monitor.TryEnter(_gate) ? true : false;
    [TryAcquires(true, nameof(_gate))]
    bool GoodFlag()
    {
        bool taken = false;
        Monitor.TryEnter(_gate, 5, ref taken);
        return taken;
    }
    [TryAcquires(true, nameof(_gate))]
    bool GoodSecondThoughts(bool closed)
    {
        Monitor.Enter(_gate);
        if (_n == 0 || closed)
        {
            Monitor.Exit(_gate);
            return false;
        }
        return true;
    }
    [TryAcquires(true, nameof(_gate))]
    bool GoodAlways()
    {
        Monitor.Enter(_gate);
        return true;
    }
    [TryAcquires(true, nameof(_gate))] bool GoodNever() => false;
    [TryAcquires(true, nameof(_gate))] bool GoodForwarded() => GoodBranches() || GoodFlag();
    [TryAcquires(true, nameof(_gate))]
    bool GoodRetries()
    {
        for (int i = 0; i < 3; i++)
            if (Monitor.TryEnter(_gate, i))
                return true;
        return false;
    }
    [TryAcquires(true, nameof(_gate))]
    bool GoodAnd(bool open) => open && Monitor.TryEnter(_gate);
    [TryAcquires(true, nameof(_gate))]
    bool BadPromise()
    {
        return true; // expect: CAP0025
    }
    [TryAcquires(true, nameof(_gate))]
    bool BadKeepsIt()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        return false;
    }
    [TryAcquires(true, nameof(_gate))]
    bool BadGivesBackOnSuccess()
    {
        if (!Monitor.TryEnter(_gate)) return false;
        _n++;
        Monitor.Exit(_gate);
        return true; // expect: CAP0025
    }
}

class Case_4211_other_ways_to_tell_the_result
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly SemaphoreSlim _permit = new(1, 1);
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_rw))] int _v;
    [GuardedBy(nameof(_permit))] int _m;

    [TryAcquires(false, nameof(_gate))] bool GoodIsBusy() => !Monitor.TryEnter(_gate);
    [TryAcquires(true, nameof(_gate), When = "taken")]
    void GoodTells(ref bool taken) => Monitor.TryEnter(_gate, ref taken);
    [TryAcquires(true, nameof(_gate), When = nameof(taken))]
    int GoodTellsOut(out bool taken)
    {
        taken = Monitor.TryEnter(_gate);
        return taken ? _n : -1;
    }
    [TryAcquires(true, nameof(_gate))]
    object GoodHandle()
    {
        if (Monitor.TryEnter(_gate)) return this;
        return null;
    }
    [TryAcquiresShared(true, nameof(_rw))] bool GoodShared() => _rw.TryEnterReadLock(5);
    [TryAcquires(true, nameof(_permit))] Task<bool> GoodTask() => _permit.WaitAsync(5);
    [TryAcquires(true, nameof(_permit))]
    async ValueTask<bool> GoodAsync()
    {
        if (!await _permit.WaitAsync(5)) return false;
        _m++;
        return true;
    }

    void GoodUses()
    {
        if (!GoodIsBusy())
        {
            _n++;
            Monitor.Exit(_gate);
        }
        bool taken = false;
        GoodTells(ref taken);
        if (taken) Monitor.Exit(_gate);
        GoodTellsOut(out bool told);
        if (told)
        {
            _n++;
            Monitor.Exit(_gate);
        }
        if (GoodHandle() != null)
        {
            _n++;
            Monitor.Exit(_gate);
        }
    }
    async Task GoodAwaits()
    {
        if (await GoodTask())
        {
            _m++;
            _permit.Release();
        }
        if (!await GoodAsync()) return;
        _m--;
        _permit.Release();
    }
    int GoodReader()
    {
        if (!GoodShared()) return -1;
        try { return _v; }
        finally { _rw.ExitReadLock(); }
    }
    void BadPolarity()
    {
        if (GoodIsBusy())
            _n++; // expect: CAP0002
        else
            Monitor.Exit(_gate);
    }
    void BadNull()
    {
        if (GoodHandle() == null)
            _n++; // expect: CAP0002
        else
            Monitor.Exit(_gate);
    }
    void BadSharedWrites()
    {
        if (!GoodShared()) return;
        _v++; // expect: CAP0002
        _rw.ExitReadLock();
    }
    [TryAcquires(false, nameof(_gate))]
    bool BadInverted()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        return true;
    }
    [TryAcquires(true, nameof(_gate))]
    object BadHandle()
    {
        return this; // expect: CAP0025
    }
    async Task BadAwait()
    {
        if (await GoodTask()) _permit.Release();
        else
            _m++; // expect: CAP0002
    }
}

class Case_4212_callers_that_test_the_result_in_many_shapes
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [TryAcquires(true, nameof(_gate))] bool TryBegin() => Monitor.TryEnter(_gate);
    [Releases(nameof(_gate))] void End() => Monitor.Exit(_gate);

    void GoodNegatedLocal()
    {
        bool failed = !TryBegin();
        if (failed) return;
        _n++;
        End();
    }
    void GoodComparison()
    {
        if (TryBegin() == false) return;
        _n++;
        End();
    }
    void GoodPattern()
    {
        if (TryBegin() is true)
        {
            _n++;
            End();
        }
    }
    void GoodSwitch()
    {
        switch (TryBegin())
        {
            case true:
                _n++;
                End();
                break;
            case false:
                break;
        }
    }
    void GoodWhile()
    {
        while (TryBegin())
        {
            _n++;
            End();
        }
    }
    void GoodAnd(bool wanted)
    {
        if (wanted && TryBegin())
        {
            _n++;
            End();
        }
    }
    void GoodAssignedInTheCondition()
    {
        bool taken;
        if (taken = TryBegin()) _n++;
        if (taken) End();
    }
    void GoodFinally()
    {
        bool taken = TryBegin();
        try { if (taken) _n++; }
        finally { if (taken) End(); }
    }
    void GoodThrow()
    {
        if (!TryBegin()) throw new TimeoutException();
        try { _n++; }
        finally { End(); }
    }
    void BadOr(bool wanted)
    {
        if (wanted || TryBegin())
            _n++; // expect: CAP0002
    }
    void BadOtherBranch()
    {
        if (TryBegin()) End();
        else
            _n++; // expect: CAP0002
    }
    void BadBeforeTheTest()
    {
        bool taken = TryBegin();
        _n++; // expect: CAP0002
        if (taken) End();
    }
    void BadOverwritten(bool other)
    {
        bool taken = TryBegin();
        if (other) taken = true;
        if (taken)
        {
            _n++; // expect: CAP0002
            End();
        }
    }
    void BadLeft()
    {
        if (TryBegin()) // expect: CAP0024
            _n++;
    }
}

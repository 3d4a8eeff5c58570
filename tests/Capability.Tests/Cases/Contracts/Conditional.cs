// Contracts that depend on a parameter, either-of requirements, negatives, and effects through out parameters and results.

class Case_4050_contracts_under_a_condition
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate), If = "locked")]
    void Store(int value, bool locked)
    {
        if (locked)
        {
            _n = value;
            return;
        }
        lock (_gate)
            _n = value;
    }
    [Requires(nameof(_gate), If = "!free")]
    void StoreUnless(int value, bool free)
    {
        if (!free) _n = value;
    }
    [Acquires(nameof(_gate), If = nameof(take))]
    void Begin(bool take)
    {
        if (take) Monitor.Enter(_gate);
    }
    [Releases(nameof(_gate), If = "taken")]
    void End(bool taken)
    {
        if (taken) Monitor.Exit(_gate);
    }

    void GoodConstants()
    {
        Store(1, false);
        Store(1, locked: false);
        StoreUnless(1, free: true);
        lock (_gate)
        {
            Store(2, true);
            StoreUnless(3, false);
        }
    }
    void GoodVariable(bool take)
    {
        Begin(take);
        Store(1, take);
        if (take) _n++;
        End(take);
    }
    void GoodAlways(bool unknown)
    {
        lock (_gate)
        {
            Store(1, unknown);
            StoreUnless(1, unknown);
        }
    }
    [Requires(nameof(_gate), If = "locked")] void GoodPassedOn(bool locked) => Store(1, locked);
    void GoodNegated(bool free)
    {
        Begin(!free);
        StoreUnless(1, free);
        End(!free);
    }
    void BadTrue() { Store(1, true); } // expect: CAP0011
    void BadFalse() { StoreUnless(1, false); } // expect: CAP0011
    void BadUnknown(bool locked) { Store(1, locked); } // expect: CAP0011
    [Requires(nameof(_gate), If = "locked")] void BadBody(bool locked) { _n++; } // expect: CAP0002
    [Requires(nameof(_gate), If = "locked")]
    void BadOtherBranch(bool locked)
    {
        if (!locked)
            _n = 0; // expect: CAP0002
    }
    void BadNotTaken()
    {
        Begin(false);
        _n++; // expect: CAP0002
    }
    void BadAccess(bool take)
    {
        Begin(take);
        _n++; // expect: CAP0002
        End(take);
    }
}

class Case_4051_at_least_one_of_several
{
    readonly object _table = new();
    readonly ReaderWriterLockSlim _rows = new();
    readonly object _third = new();
    [GuardedBy(nameof(_table), nameof(_rows))] int _n;

    [RequiresAny(nameof(_table), nameof(_rows))] int Load() => _n;
    [RequiresAny(nameof(_table), nameof(_rows))] int GoodPassedOn() => Load() + _n;

    int GoodFirst()
    {
        lock (_table)
            return Load();
    }
    int GoodSecondInAnyMode()
    {
        _rows.EnterReadLock();
        try { return Load(); }
        finally { _rows.ExitReadLock(); }
    }
    int GoodOneOrTheOther(bool rows)
    {
        if (rows) _rows.EnterReadLock();
        else Monitor.Enter(_table);
        int n = Load();
        if (rows) _rows.ExitReadLock();
        else Monitor.Exit(_table);
        return n;
    }
    void GoodBoth()
    {
        _rows.EnterWriteLock();
        lock (_table)
            _n = Load();
        _rows.ExitWriteLock();
    }
    int BadNone() { return Load(); } // expect: CAP0011
    int BadThird()
    {
        lock (_third)
            return Load(); // expect: CAP0011
    }
    [RequiresAny(nameof(_table), nameof(_rows))] void BadWrite() { _n++; } // expect: CAP0002
}

class Case_4052_negative_requirements
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires("!_gate")]
    void Notify()
    {
        lock (_gate)
            _n++;
    }
    [Requires("!_rw", nameof(_gate))] void Publish() => Console.WriteLine(_n);

    [Requires("!_gate")] void GoodPassedOn() => Notify();
    void GoodAfterwards()
    {
        lock (_gate)
            Publish();
        Notify();
    }
    void GoodOtherInstance(Case_4052_negative_requirements other)
    {
        lock (_gate)
            other.Notify();
    }
    void BadHeld()
    {
        lock (_gate)
            Notify(); // expect: CAP0012
    }
    void BadShared()
    {
        lock (_gate)
        {
            _rw.EnterReadLock();
            Publish(); // expect: CAP0012
            _rw.ExitReadLock();
        }
    }
    void BadPositiveHalf() { Publish(); } // expect: CAP0011
}

class Page4053
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Number;
}
class Case_4053_effects_on_results_and_out_parameters
{
    readonly Page4053 _first = new();
    readonly List<Page4053> _pages = [];

    [Acquires("return.Gate")]
    Page4053 Open()
    {
        var page = _first;
        Monitor.Enter(page.Gate);
        return page;
    }
    [Acquires("page.Gate")]
    void OpenInto(out Page4053 page)
    {
        page = _first;
        Monitor.Enter(page.Gate);
    }
    [TryAcquires(true, "page.Gate")]
    bool TryOpen(out Page4053 page)
    {
        page = _first;
        return Monitor.TryEnter(page.Gate);
    }
    [Releases("page.Gate")] static void Close(Page4053 page) => Monitor.Exit(page.Gate);

    void GoodResult()
    {
        var page = Open();
        page.Number++;
        Close(page);
    }
    void GoodOut()
    {
        OpenInto(out var page);
        page.Number++;
        Close(page);
    }
    void GoodOutIntoALocal()
    {
        Page4053 page;
        OpenInto(out page);
        page.Number++;
        Monitor.Exit(page.Gate);
    }
    void GoodTry()
    {
        if (!TryOpen(out var page)) return;
        page.Number++;
        Close(page);
    }
    void BadOther(Page4053 other)
    {
        var page = Open();
        other.Number++; // expect: CAP0002
        Close(page);
    }
    void BadLeft()
    {
        var page = Open(); // expect: CAP0024
        page.Number++;
    }
    void BadOutLeft()
    {
        OpenInto(out var page); // expect: CAP0024
        page.Number++;
    }
    void BadFailed()
    {
        if (TryOpen(out var page))
            Close(page);
        else
            page.Number++; // expect: CAP0002
    }
    [Acquires("return.Gate")]
    Page4053 BadReturnsWithoutIt()
    {
        return _first; // expect: CAP0025
    }
}

// Several guards in one attribute: any one to read, all to write. Stacked attributes: all of them, always.

class Case_2060_any_to_read_all_to_write
{
    readonly object _a = new();
    readonly object _b = new();
    readonly object _c = new();
    [GuardedBy(nameof(_a), nameof(_b))] int _n;
    [GuardedBy(nameof(_a), nameof(_b), nameof(_c))] readonly List<int> _items = [];

    int GoodReadUnderTheFirst() { lock (_a) return _n; }
    int GoodReadUnderTheSecond() { lock (_b) return _n; }
    int GoodReadUnderBoth() { lock (_a) lock (_b) return _n; }
    void GoodWrite() { lock (_a) lock (_b) _n++; }
    void GoodSplitWrite()
    {
        lock (_a)
        {
            Console.WriteLine(_n);
            lock (_b) _n = 2;
        }
    }
    int GoodReadUnderTheThird() { lock (_c) return _items.Count; }
    void GoodMutator() { lock (_a) lock (_b) lock (_c) _items.Add(1); }
    int GoodEitherOf(bool first)
    {
        if (first) Monitor.Enter(_a);
        else Monitor.Enter(_b);
        int n = _n;
        if (first) Monitor.Exit(_a);
        else Monitor.Exit(_b);
        return n;
    }
    int GoodAsserted()
    {
        Debug.Assert(Monitor.IsEntered(_a) || Monitor.IsEntered(_b));
        return _n;
    }
    [RequiresAny(nameof(_a), nameof(_b))] int GoodRequiresAny() => _n;

    int BadRead() { return _n; } // expect: CAP0001
    int BadReadUnderAnother()
    {
        lock (_c)
            return _n; // expect: CAP0001
    }
    void BadWriteUnderTheFirst()
    {
        lock (_a)
            _n++; // expect: CAP0002
    }
    void BadWriteUnderTheSecond()
    {
        lock (_b)
            _n++; // expect: CAP0002
    }
    void BadMutatorUnderTwoOfThree()
    {
        lock (_a)
            lock (_b)
                _items.Add(1); // expect: CAP0002
    }
    void BadAfterTheInnerOne()
    {
        lock (_a)
        {
            lock (_b) _n = 1;
            _n = 2; // expect: CAP0002
        }
    }
    void BadWriteUnderEitherOf()
    {
        Debug.Assert(Monitor.IsEntered(_a) || Monitor.IsEntered(_b));
        _n = 1; // expect: CAP0002
    }
    [RequiresAny(nameof(_a), nameof(_b))] void BadWriteUnderRequiresAny() { _n = 1; } // expect: CAP0002
    int BadReadUnderEitherOfOthers(bool first)
    {
        int n = 0;
        if (first) Monitor.Enter(_a);
        else Monitor.Enter(_c);
        n = _n; // expect: CAP0001
        if (first) Monitor.Exit(_a);
        else Monitor.Exit(_c);
        return n;
    }
}

class Case_2061_stacked_guards
{
    readonly object _a = new();
    readonly object _b = new();
    [GuardedBy(nameof(_a)), GuardedBy(nameof(_b))] int _n;
    [GuardedBy(nameof(_a))] int _onlyA;

    int GoodRead() { lock (_a) lock (_b) return _n; }
    void GoodWrite() { lock (_a) lock (_b) _n++; }
    void GoodOne() { lock (_a) _onlyA++; }
    [Requires(nameof(_a))] void GoodRest() { lock (_b) _n++; }
    [Requires(nameof(_a), nameof(_b))] int GoodRequires() => _n++;
    int BadRead() { return _n; } // expect: CAP0001
    int BadReadUnderOne()
    {
        lock (_a)
            return _n; // expect: CAP0001
    }
    int BadReadUnderTheOther()
    {
        lock (_b)
            return _n; // expect: CAP0001
    }
    void BadWriteUnderOne()
    {
        lock (_a)
            _n++; // expect: CAP0002
    }
    int BadReadUnderEitherOf()
    {
        Debug.Assert(Monitor.IsEntered(_a) || Monitor.IsEntered(_b));
        return _n; // expect: CAP0001
    }
}

class Case_2062_several_guards_and_modes
{
    readonly ReaderWriterLockSlim _rw = new();
    readonly object _gate = new();
    [GuardedBy(nameof(_gate), nameof(_rw))] int _any;
    [GuardedBy(nameof(_gate)), GuardedBy(nameof(_rw))] int _all;

    int GoodReadShared()
    {
        _rw.EnterReadLock();
        int n = _any;
        _rw.ExitReadLock();
        return n;
    }
    int GoodReadUpgradeable()
    {
        _rw.EnterUpgradeableReadLock();
        int n = _any;
        _rw.ExitUpgradeableReadLock();
        return n;
    }
    int GoodReadAll()
    {
        lock (_gate)
        {
            _rw.EnterReadLock();
            int n = _all + _any;
            _rw.ExitReadLock();
            return n;
        }
    }
    void GoodWriteAll()
    {
        lock (_gate)
        {
            _rw.EnterWriteLock();
            _any = _all++;
            _rw.ExitWriteLock();
        }
    }
    void BadWriteWithOneShared()
    {
        lock (_gate)
        {
            _rw.EnterReadLock();
            _any = 1; // expect: CAP0002
            _rw.ExitReadLock();
        }
    }
    void BadWriteStackedWithOneShared()
    {
        lock (_gate)
        {
            _rw.EnterReadLock();
            _all = 1; // expect: CAP0002
            _rw.ExitReadLock();
        }
    }
    int BadReadStacked()
    {
        _rw.EnterWriteLock();
        int n = _all; // expect: CAP0001
        _rw.ExitWriteLock();
        return n;
    }
}

class Case_2063_wrong_lock_wrong_time
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;
    int _free;

    void Good()
    {
        _free = 1;
        lock (_gate) { _n = 1; _free = 2; }
        lock (_other) _free = 3;
    }
    void GoodReentrant() { lock (_gate) { lock (_gate) _n++; _n++; } }
    void GoodOuterStays() { lock (_gate) { lock (_other) _n++; _n++; } }
    void GoodTwice() { lock (_gate) _n = 1; lock (_gate) _n = 2; }
    void BadBefore()
    {
        _n = 1; // expect: CAP0002
        lock (_gate) _n = 2;
    }
    void BadAfter()
    {
        lock (_gate) _n = 1;
        _n = 2; // expect: CAP0002
    }
    void BadBetween()
    {
        lock (_gate) _n = 1;
        _n = 2; // expect: CAP0002
        lock (_gate) _n = 3;
    }
    void BadDifferentLock()
    {
        lock (_other)
            _n = 1; // expect: CAP0002
    }
    void BadLocalOfTheSameName()
    {
        var _gate = new object();
        lock (_gate)
            _n = 1; // expect: CAP0002
    }
    void BadParameterOfTheSameName(object _gate)
    {
        lock (_gate)
            _n = 1; // expect: CAP0002
    }
    void GoodLocalOfTheSameName(object _gate) { lock (this._gate) _n = 1; }
    void BadEmptyLock()
    {
        lock (_gate) { }
        _n = 1; // expect: CAP0002
    }
    void BadInTheLockExpression()
    {
        lock (new object[] { _gate }[_n]) // expect: CAP0001
            Console.WriteLine("some element");
    }
}

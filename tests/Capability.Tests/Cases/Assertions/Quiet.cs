// Assertions as code documents its callers, and guards against taking a lock twice.

class Case_4520_private_members_that_assert_their_callers
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly ReaderWriterLockSlim _rw = new(LockRecursionPolicy.SupportsRecursion);
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_lock))] int _l;
    [GuardedBy(nameof(_rw))] int _v;

    void AddLocked(int item)
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _items.Add(item);
    }
    public void GoodAdd(int item)
    {
        lock (_gate) AddLocked(item);
    }
    int CountLocked
    {
        get
        {
            CapabilityAssert.Held(_gate);
            return _items.Count;
        }
    }
    public int GoodCount()
    {
        lock (_gate) return CountLocked;
    }
    void GoodAssertInALoop(int[] items)
    {
        foreach (int item in items)
        {
            Debug.Assert(Monitor.IsEntered(_gate), "the caller holds it");
            _items.Add(item);
        }
    }
    void GoodAssertInTry()
    {
        Debug.Assert(_lock.IsHeldByCurrentThread);
        try { _l++; }
        finally { _l--; }
    }
    void GoodAssertThenLocalFunction()
    {
        Debug.Assert(_lock.IsHeldByCurrentThread);
        Bump();
        void Bump() => _l++;
    }
    void GoodAssertInsideTheLambda(List<int> items)
    {
        items.ForEach(item =>
        {
            Debug.Assert(Monitor.IsEntered(_gate));
            _items.Add(item);
        });
    }
    void GoodAssertWritesThenRead()
    {
        Debug.Assert(_rw.IsWriteLockHeld);
        _v++;
        Console.WriteLine(_v);
    }
    int GoodAssertAny()
    {
        Debug.Assert(_rw.IsReadLockHeld || _rw.IsWriteLockHeld);
        return _v;
    }
    void GoodIfDebug()
    {
        if (!Monitor.IsEntered(_gate))
            throw new InvalidOperationException("take the gate first");
        _items.Clear();
        if (_items.Count == 0) return;
        _items.TrimExcess();
    }
    void GoodRecursion(int depth)
    {
        if (Monitor.IsEntered(_gate))
        {
            if (depth > 0) GoodRecursion(depth - 1);
            _items.Add(depth);
            return;
        }
        lock (_gate) GoodRecursion(depth);
    }
    int GoodReadRecursive()
    {
        bool entered = false;
        if (!_rw.IsReadLockHeld)
        {
            _rw.EnterReadLock();
            entered = true;
        }
        int v = _v;
        if (entered) _rw.ExitReadLock();
        return v;
    }
    [Requires(nameof(_gate))]
    void GoodContractAndAssertion()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        CapabilityAssert.Held(_gate);
        AddLocked(1);
    }
    [Excludes(nameof(_gate))]
    void GoodExcludesAndAssertion()
    {
        Debug.Assert(!Monitor.IsEntered(_gate));
        CapabilityAssert.NotHeld(_gate);
        lock (_gate) _items.Clear();
    }
    [Releases(nameof(_gate))]
    void GoodReleaseAfterAssertion()
    {
        CapabilityAssert.Held(_gate);
        _items.Clear();
        Monitor.Exit(_gate);
    }
    string GoodDebugView() => Monitor.IsEntered(_gate) ? $"{_items.Count} items" : "(not locked)";
    bool GoodPatternOfAQuery() => Monitor.IsEntered(_gate) is true && _items.Count > 0;
    int GoodSwitchOnAQuery() => Monitor.IsEntered(_gate) switch
    {
        true => _items.Count,
        false => -1,
    };
    void BadAssertsTheOtherLock()
    {
        Debug.Assert(_lock.IsHeldByCurrentThread);
        _items.Clear(); // expect: CAP0002
    }
    void BadCallerOfAnAssertingMember()
    {
        AddLocked(1);
        _items.Clear(); // expect: CAP0002
    }
}

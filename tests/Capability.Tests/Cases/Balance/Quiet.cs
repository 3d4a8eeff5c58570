// Balanced in ways that real code uses.

class Case_4260_flags_retries_and_timeouts
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_lock))] int _l;
    [GuardedBy(nameof(_mutex))] int _x;

    bool GoodTryFinally()
    {
        bool taken = false;
        try
        {
            Monitor.TryEnter(_gate, TimeSpan.FromSeconds(1), ref taken);
            if (!taken) return false;
            _n++;
            return true;
        }
        finally
        {
            if (taken) Monitor.Exit(_gate);
        }
    }
    void GoodRetry()
    {
        while (true)
        {
            if (_lock.TryEnter(10))
            {
                try
                {
                    _l++;
                    return;
                }
                finally { _lock.Exit(); }
            }
            Thread.Yield();
        }
    }
    void GoodRetryUntilHeld()
    {
        for (int i = 0; !Monitor.TryEnter(_gate, i); i++)
            Console.WriteLine(i);
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodDoWhile()
    {
        bool taken;
        do taken = Monitor.TryEnter(_gate, 10);
        while (!taken);
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodThrowsOnTimeout()
    {
        if (!Monitor.TryEnter(_gate, 1000)) throw new TimeoutException();
        try { _n++; }
        finally { Monitor.Exit(_gate); }
    }
    void GoodThrowExpression()
    {
        _ = Monitor.TryEnter(_gate, 1000) ? true : throw new TimeoutException();
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodFallsBack()
    {
        if (!_lock.TryEnter()) _lock.Enter();
        _l++;
        _lock.Exit();
    }
    void GoodNamedMutex()
    {
        bool owned = false;
        try
        {
            try { owned = _mutex.WaitOne(1000); }
            catch (AbandonedMutexException) { owned = true; }
            if (owned) _x++;
        }
        finally
        {
            if (owned) _mutex.ReleaseMutex();
        }
    }
    void GoodParameterDecides(bool locked)
    {
        if (locked) Monitor.Enter(_gate);
        try
        {
            Console.WriteLine("either way");
            if (locked) _n++;
        }
        finally
        {
            if (locked) Monitor.Exit(_gate);
        }
    }
    void GoodSeveralTries()
    {
        if (!Monitor.TryEnter(_gate)) return;
        try
        {
            if (!_lock.TryEnter()) return;
            try { _n = ++_l; }
            finally { _lock.Exit(); }
        }
        finally { Monitor.Exit(_gate); }
    }
    void BadFlagIsReset()
    {
        bool taken = false;
        Monitor.Enter(_gate, ref taken); // expect: CAP0024
        taken = false;
        _n++;
        if (taken) Monitor.Exit(_gate);
    }
}

class Case_4261_reader_writer_idioms
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] readonly Dictionary<string, int> _map = new();

    int GoodGetOrCreate(string key)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            if (_map.TryGetValue(key, out int value)) return value;
            _rw.EnterWriteLock();
            try { return _map[key] = key.Length; }
            finally { _rw.ExitWriteLock(); }
        }
        finally { _rw.ExitUpgradeableReadLock(); }
    }
    int GoodReadThenWrite(string key)
    {
        _rw.EnterReadLock();
        try
        {
            if (_map.TryGetValue(key, out int value)) return value;
        }
        finally { _rw.ExitReadLock(); }
        _rw.EnterWriteLock();
        try
        {
            if (_map.TryGetValue(key, out int value)) return value;
            return _map[key] = key.Length;
        }
        finally { _rw.ExitWriteLock(); }
    }
    void GoodDowngrade(string key)
    {
        _rw.EnterUpgradeableReadLock();
        _rw.EnterWriteLock();
        _map[key] = 1;
        _rw.ExitWriteLock();
        Console.WriteLine(_map.Count);
        _rw.ExitUpgradeableReadLock();
    }
    void GoodDowngradeToRead(string key)
    {
        _rw.EnterUpgradeableReadLock();
        _map.TryGetValue(key, out int value);
        _rw.EnterReadLock();
        _rw.ExitUpgradeableReadLock();
        Console.WriteLine(_map.Count + value);
        _rw.ExitReadLock();
    }
    bool GoodTryWrite(string key)
    {
        if (!_rw.TryEnterWriteLock(10)) return false;
        try { return _map.TryAdd(key, 1); }
        finally { _rw.ExitWriteLock(); }
    }
    void GoodModeByParameter(bool write, string key)
    {
        if (write) _rw.EnterWriteLock();
        else _rw.EnterReadLock();
        try
        {
            if (write) _map.Remove(key);
            else Console.WriteLine(_map.ContainsKey(key));
        }
        finally
        {
            if (write) _rw.ExitWriteLock();
            else _rw.ExitReadLock();
        }
    }
    void GoodReleasedByMode()
    {
        _rw.EnterWriteLock();
        _map.Clear();
        if (_rw.IsWriteLockHeld) _rw.ExitWriteLock();
    }
    void BadWritesInTheWrongBranch(bool write, string key)
    {
        if (write) _rw.EnterWriteLock();
        else _rw.EnterReadLock();
        if (!write)
            _map.Remove(key); // expect: CAP0002
        if (write) _rw.ExitWriteLock();
        else _rw.ExitReadLock();
    }
}

class Case_4262_hand_over_hand_and_all_of_them
{
    sealed class Node
    {
        public readonly object Gate = new();
        [GuardedBy(nameof(Gate))] public Node Next;
        [GuardedBy(nameof(Gate))] public int Value;
    }
    readonly Node _head = new();
    readonly object _first = new(), _second = new(), _third = new();
    [GuardedBy(nameof(_first)), GuardedBy(nameof(_second)), GuardedBy(nameof(_third))] int _all;

    void GoodHandOverHand()
    {
        var node = _head;
        Monitor.Enter(node.Gate);
        var next = node.Next;
        if (next != null)
        {
            Monitor.Enter(next.Gate);
            next.Value++;
            Monitor.Exit(next.Gate);
        }
        Monitor.Exit(node.Gate);
    }
    void GoodNestedTryFinally()
    {
        Monitor.Enter(_first);
        try
        {
            Monitor.Enter(_second);
            try
            {
                Monitor.Enter(_third);
                try { _all++; }
                finally { Monitor.Exit(_third); }
            }
            finally { Monitor.Exit(_second); }
        }
        finally { Monitor.Exit(_first); }
    }
    void GoodStackOfLocks()
    {
        lock (_first) lock (_second) lock (_third) _all++;
    }
    void GoodExitInAnyOrder()
    {
        Monitor.Enter(_first);
        Monitor.Enter(_second);
        Monitor.Enter(_third);
        _all++;
        Monitor.Exit(_first);
        Monitor.Exit(_third);
        Monitor.Exit(_second);
    }
    void BadOneIsMissing()
    {
        lock (_first)
            lock (_second)
                _all++; // expect: CAP0002
    }
}

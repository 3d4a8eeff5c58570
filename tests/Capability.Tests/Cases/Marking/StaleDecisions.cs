// What was read in one critical section is not known in the next.

class Case_7041_later_section_relies_on_an_earlier_one
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly ReaderWriterLock _old = new();
    readonly SemaphoreSlim _slot = new(1);
    [GuardedBy(nameof(_gate))] int _balance;
    [GuardedBy(nameof(_gate))] bool _busy;
    [GuardedBy(nameof(_gate))] readonly Queue<int> _queue = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _list = new();
    [GuardedBy(nameof(_gate))] readonly Dictionary<int, int> _map = new();
    [GuardedBy(nameof(_gate))] string _text = "";
    [GuardedBy(nameof(_rw))] int _term;
    [GuardedBy(nameof(_old))] int _age;
    [GuardedBy(nameof(_slot))] int _uses;

    public bool BadCheckThenAct(int amount)
    {
        int balance;
        lock (_gate)
            balance = _balance;
        if (balance < amount)
            return false;
        lock (_gate)
            _balance -= amount; // expect: CAP0112
        return true;
    }
    public void BadLostUpdate()
    {
        int balance;
        lock (_gate)
            balance = _balance;
        lock (_gate)
            _balance = balance + 1; // expect: CAP0112
    }
    public void BadLostUpdateByACall()
    {
        string text;
        lock (_gate)
            text = _text;
        var trimmed = text.Trim();
        lock (_gate)
            _text = trimmed; // expect: CAP0112
    }
    public void BadTestAndSet(Action start)
    {
        bool busy;
        lock (_gate)
            busy = _busy;
        if (!busy)
        {
            lock (_gate)
                _busy = true; // expect: CAP0112
            start();
        }
    }
    public void Idle() { lock (_gate) _busy = false; }
    public void BadReturnInside()
    {
        lock (_gate)
        {
            if (_queue.Count == 0)
                return;
        }
        lock (_gate)
            Console.WriteLine(_queue.Dequeue()); // expect: CAP0112
    }
    public void BadAddAfterMiss(int key)
    {
        bool has;
        lock (_gate)
            has = _map.ContainsKey(key);
        if (!has)
        {
            lock (_gate)
                _map.Add(key, 1); // expect: CAP0112
        }
    }
    public void BadIndex(int n)
    {
        int at;
        lock (_gate)
            at = _list.IndexOf(n);
        lock (_gate)
            _list.RemoveAt(at); // expect: CAP0112
    }
    public void BadReaderThenWriter()
    {
        _rw.EnterReadLock();
        var isFirst = _term == 0;
        _rw.ExitReadLock();
        if (isFirst)
        {
            _rw.EnterWriteLock();
            _term++; // expect: CAP0112
            _rw.ExitWriteLock();
        }
    }
    public void BadUpgrade(int age)
    {
        _old.AcquireReaderLock(-1);
        if (_age == 0)
        {
            var cookie = _old.UpgradeToWriterLock(-1);
            _age = age; // expect: CAP0112
            _old.DowngradeFromWriterLock(ref cookie);
        }
        _old.ReleaseReaderLock();
    }
    public async Task BadSemaphore()
    {
        await _slot.WaitAsync();
        var uses = _uses;
        _slot.Release();
        if (uses > 3)
            return;
        await _slot.WaitAsync();
        _uses++; // expect: CAP0112
        _slot.Release();
    }
    public void BadReleasedInside()
    {
        Monitor.Enter(_gate);
        if (_balance > 0)
        {
            Monitor.Exit(_gate);
            Thread.Yield();
            Monitor.Enter(_gate);
            _balance--; // expect: CAP0112
        }
        Monitor.Exit(_gate);
    }
}

class Case_7042_waiting_under_if
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _items;
    [GuardedBy(nameof(_gate))] bool _busy;
    [GuardedBy(nameof(_gate))] readonly Queue<int> _queue = new();

    public void Bad()
    {
        lock (_gate)
        {
            if (_items == 0)
                Monitor.Wait(_gate);
            _items--; // expect: CAP0112
        }
    }
    public void BadFlag()
    {
        lock (_gate)
        {
            if (_busy)
                Monitor.Wait(_gate);
            _busy = true; // expect: CAP0112
        }
    }
    public int BadQueue()
    {
        lock (_gate)
        {
            if (_queue.Count == 0)
                Monitor.Wait(_gate, 100);
            return _queue.Dequeue(); // expect: CAP0112
        }
    }
    public void Good()
    {
        lock (_gate)
        {
            while (_items == 0)
                Monitor.Wait(_gate);
            _items--;
        }
    }
    public bool GoodAskedAgain()
    {
        lock (_gate)
        {
            if (_items == 0)
                Monitor.Wait(_gate, 100);
            if (_items == 0)
                return false;
            _items--;
            return true;
        }
    }
    public void GoodLoop()
    {
        lock (_gate)
        {
            for (;;)
            {
                if (_queue.Count > 0)
                    break;
                Monitor.Wait(_gate);
            }
            _queue.Dequeue();
        }
    }
    public void GoodOtherState()
    {
        lock (_gate)
        {
            if (_busy)
                Monitor.Wait(_gate);
            _items = 0;
        }
    }
    public void GoodHandshake()
    {
        lock (_gate)
        {
            _items = 1;
            Monitor.Pulse(_gate);
            Monitor.Wait(_gate);
            _items = 0;
        }
    }
    public void Release() { lock (_gate) { _busy = false; _items++; Monitor.PulseAll(_gate); } }
    [Requires(nameof(_gate))] public void GoodWaiting() { while (_busy) Monitor.Wait(_gate); _busy = true; }
}

class Case_7043_sections_that_look_again
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _balance;
    [GuardedBy(nameof(_gate))] int _version;
    [GuardedBy(nameof(_gate))] readonly Dictionary<int, string> _cache = new();
    [GuardedBy(nameof(_gate))] readonly Queue<int> _queue = new();
    [GuardedBy(nameof(_gate))] readonly HashSet<int> _set = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _list = new();
    [GuardedBy(nameof(_gate))] ImmutableDictionary<int, string> _immutable = ImmutableDictionary<int, string>.Empty;
    [GuardedBy(nameof(_gate))] string _text;
    [GuardedBy(nameof(_rw))] int _term;

    public bool Rechecked(int amount)
    {
        lock (_gate)
        {
            if (_balance < amount)
                return false;
        }
        Thread.Yield();
        lock (_gate)
        {
            if (_balance < amount)
                return false;
            _balance -= amount;
            return true;
        }
    }
    public void Versioned()
    {
        while (true)
        {
            int version, balance;
            lock (_gate) { version = _version; balance = _balance; }
            var next = balance * 2;
            lock (_gate)
            {
                if (_version != version)
                    continue;
                _version++;
                _balance = Math.Max(_balance, next);
                return;
            }
        }
    }
    public string Cached(int key)
    {
        lock (_gate)
        {
            if (_cache.TryGetValue(key, out var known))
                return known;
        }
        var made = key.ToString();
        lock (_gate)
            _cache[key] = made;
        return made;
    }
    public string CachedTry(int key)
    {
        string known;
        lock (_gate)
            _cache.TryGetValue(key, out known);
        if (known == null)
        {
            known = key.ToString();
            lock (_gate)
                _cache.TryAdd(key, known);
        }
        return known;
    }
    public void CachedImmutable(int key)
    {
        bool has;
        lock (_gate)
            has = _immutable.ContainsKey(key);
        if (!has)
        {
            lock (_gate)
                _immutable = _immutable.SetItem(key, "");
        }
    }
    public void Seen(int n)
    {
        bool isNew;
        lock (_gate)
            isNew = !_set.Contains(n);
        if (isNew)
        {
            lock (_gate)
                _set.Add(n);
        }
    }
    public void Dropped(int n)
    {
        bool has;
        lock (_gate)
            has = _list.Contains(n);
        if (has)
        {
            lock (_gate)
                _list.Remove(n);
        }
    }
    public int? TryTake()
    {
        bool any;
        lock (_gate)
            any = _queue.Count > 0;
        if (!any)
            return null;
        lock (_gate)
            return _queue.TryDequeue(out var n) ? n : null;
    }
    public void Coalesced()
    {
        bool isUnset;
        lock (_gate)
            isUnset = _text == null;
        if (isUnset)
        {
            lock (_gate)
                _text ??= "made";
        }
    }
    public void AskedByAMember(int amount)
    {
        lock (_gate)
        {
            if (_balance < amount)
                return;
        }
        lock (_gate)
        {
            if (!Allows(amount))
                return;
            _balance -= amount;
        }
    }
    [Requires(nameof(_gate))] bool Allows(int amount) => _balance >= amount;
    public void Upgradeable()
    {
        _rw.EnterUpgradeableReadLock();
        if (_term == 0)
        {
            _rw.EnterWriteLock();
            _term = 1;
            _rw.ExitWriteLock();
        }
        _rw.ExitUpgradeableReadLock();
    }
    public void Nested()
    {
        lock (_gate)
        {
            if (_balance == 0)
            {
                lock (_gate)
                    _balance = 1;
            }
        }
    }
}

class Case_7044_sections_that_undo_or_go_on
{
    readonly object _gate = new(), _other = new();
    [GuardedBy(nameof(_gate))] bool _busy;
    [GuardedBy(nameof(_gate))] int _users;
    [GuardedBy(nameof(_gate))] int _total;
    [GuardedBy(nameof(_gate))] bool _closed;
    [GuardedBy(nameof(_gate))] List<int> _pending = new();
    [GuardedBy(nameof(_other))] int _foreign;

    public void Exclusive(Action work)
    {
        lock (_gate)
        {
            if (_busy)
                return;
            _busy = true;
        }
        try { work(); }
        finally
        {
            lock (_gate)
                _busy = false;
        }
    }
    public void Counted(Action work, int limit)
    {
        lock (_gate)
        {
            if (_users >= limit)
                return;
            _users++;
        }
        try { work(); }
        finally { lock (_gate) _users--; }
    }
    public void CountedAndAsked(Action work)
    {
        int users;
        lock (_gate)
            _users++;
        lock (_gate)
            users = _users;
        if (users > 3)
            work();
        lock (_gate)
            _users--;
    }
    public void CountedOut(Action work)
    {
        lock (_gate)
            _users++;
        lock (_gate)
        {
            if (_users > 3)
                return;
        }
        lock (_gate)
            _users--;
    }
    public void OtherState(int n)
    {
        int users;
        lock (_gate)
            users = _users;
        if (users > 0)
        {
            lock (_gate)
                _total += n;
        }
    }
    public void OtherLock()
    {
        bool closed;
        lock (_gate)
            closed = _closed;
        if (!closed)
        {
            lock (_other)
                _foreign++;
        }
    }
    public void Closed(Action close)
    {
        lock (_gate)
        {
            if (_closed)
                return;
        }
        close();
        lock (_gate)
            _closed = true;
    }
    public void Flush(Action<List<int>> send)
    {
        List<int> batch;
        lock (_gate)
        {
            if (_pending.Count == 0)
                return;
            batch = _pending;
            _pending = new List<int>();
        }
        send(batch);
        lock (_gate)
            _pending.Clear();
    }
    public void Unconditional(int n)
    {
        lock (_gate)
            Console.WriteLine(_total);
        lock (_gate)
            _total += n;
    }
    public void NeitherBranchMatters()
    {
        int total;
        lock (_gate)
            total = _total;
        if (total > 3)
            Console.WriteLine(total);
        lock (_gate)
            _total++;
    }
    public void Loop()
    {
        for (var i = 0; i < 3; i++)
        {
            lock (_gate)
                _total += i;
        }
    }
}

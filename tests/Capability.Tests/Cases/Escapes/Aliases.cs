// A name for guarded state is bound under the lock and used after it.

class Case_3020_locals
{
    readonly object _gate = new();
    readonly object _other = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _log = [];
    [GuardedBy(nameof(_gate))] int[] _row = [];
    [GuardedBy(nameof(_rw))] readonly List<int> _shared = [];

    int GoodInside() { lock (_gate) { var log = _log; log.Add(1); return log.Count; } }
    int GoodInTheNextSection()
    {
        List<int> log;
        lock (_gate) log = _log;
        lock (_gate) return log.Count;
    }
    int GoodElementAfter()
    {
        int first;
        lock (_gate) { var log = _log; first = log[0]; }
        return first;
    }
    bool GoodComparedAfter()
    {
        List<int> log;
        lock (_gate) log = _log;
        return log == null;
    }
    int GoodReplaced()
    {
        List<int> log;
        lock (_gate) log = _log;
        log = [];
        return log.Count;
    }
    int GoodCopied()
    {
        List<int> log;
        lock (_gate) log = _log.ToList();
        return log.Count;
    }
    int GoodOnTheOtherPath(bool live)
    {
        List<int> log = [];
        if (live)
        {
            lock (_gate)
            {
                log = _log;
                return log.Count;
            }
        }

        return log.Count;
    }
    int GoodReadUnderTheReadLock()
    {
        _rw.EnterReadLock();
        try { var log = _shared; return log.Count; }
        finally { _rw.ExitReadLock(); }
    }
    void BadRead()
    {
        List<int> log;
        lock (_gate) log = _log;
        Console.WriteLine(log.Count); // expect: CAP0006
    }
    void BadWrite()
    {
        List<int> log;
        lock (_gate) log = _log;
        log.Add(1); // expect: CAP0006
    }
    void BadForEach()
    {
        List<int> log;
        lock (_gate) log = _log;
        foreach (int entry in log) // expect: CAP0006
            Console.WriteLine(entry);
    }
    int BadConditionalAccess()
    {
        List<int> log;
        lock (_gate) log = _log;
        return log?.Count ?? 0; // expect: CAP0006
    }
    int BadElement()
    {
        int[] row;
        lock (_gate) row = _row;
        return row[0]; // expect: CAP0006
    }
    void BadElementSet()
    {
        int[] row;
        lock (_gate) row = _row;
        row[0] = 1; // expect: CAP0006
    }
    void BadArgument()
    {
        List<int> log;
        lock (_gate) log = _log;
        Console.WriteLine(string.Join(",", log)); // expect: CAP0006
    }
    int BadChain()
    {
        List<int> log;
        lock (_gate) { var first = _log; log = first; }
        return log.Count; // expect: CAP0006
    }
    int BadUnderAnother()
    {
        List<int> log;
        lock (_gate) log = _log;
        lock (_other) return log.Count; // expect: CAP0006
    }
    int BadAfterExit()
    {
        Monitor.Enter(_gate);
        var log = _log;
        Monitor.Exit(_gate);
        return log.Count; // expect: CAP0006
    }
    bool GoodPattern() { lock (_gate) return _log is { } log && log.Count > 0; }
    int BadPattern()
    {
        List<int> found;
        lock (_gate)
        {
            if (_log is not { } log)
                return 0;
            found = log;
        }

        return found.Count; // expect: CAP0006
    }
    void BadWriteUnderTheReadLock()
    {
        _rw.EnterReadLock();
        try { var log = _shared; log.Add(1); } // expect: CAP0002
        finally { _rw.ExitReadLock(); }
    }
    int BadBoundWithoutTheLock()
    {
        var log = _log; // expect: CAP0001
        return log.Count;
    }
}

class Case_3021_views_in_locals
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] readonly int[] _row = new int[4];

    int GoodSpan() { lock (_gate) { Span<int> row = _row; row[0] = 1; return row[1]; } }
    int GoodQuery() { lock (_gate) { var query = _items.Where(x => x > 1); return query.Count(); } }
    int GoodCopy()
    {
        int[] copy;
        lock (_gate) { Span<int> row = _row; copy = row.ToArray(); }
        return copy[0];
    }
    int BadSpan()
    {
        Span<int> row;
        lock (_gate) row = _row;
        return row[0]; // expect: CAP0006
    }
    void BadSpanArgument()
    {
        ReadOnlyMemory<int> row;
        lock (_gate) row = _row.AsMemory(1);
        Console.WriteLine(row.Length); // expect: CAP0006
    }
    int BadQuery()
    {
        IEnumerable<int> query;
        lock (_gate) query = _items.Where(x => x > 1);
        return query.Count(); // expect: CAP0006
    }
    void BadForEach()
    {
        IEnumerable<int> query;
        lock (_gate) query = from x in _items where x > 1 select x;
        foreach (int item in query) // expect: CAP0006
            Console.WriteLine(item);
    }
}

class Case_3022_object_guards
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_own))] readonly List<int> _own = [];

    int GoodLater() { var items = _items; lock (_gate) return items.Count; }
    int GoodSelf() { var own = _own; lock (own) return own.Count; }
    int GoodSelfByName() { var own = _own; lock (_own) return own.Count; }
    void GoodPulse() { var own = _own; lock (own) Monitor.PulseAll(own); }
    int BadRead() { var items = _items; return items.Count; } // expect: CAP0003
    void BadWrite() { var items = _items; items.Add(1); } // expect: CAP0004
    int BadSelf() { var own = _own; return own.Count; } // expect: CAP0003
    int BadAfter()
    {
        List<int> items;
        lock (_gate) items = _items;
        return items.Count; // expect: CAP0006
    }
}

class Case_3023_captured_by_what_runs_later
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    Action _later;

    int GoodInPlace() { lock (_gate) { var items = _items; return new[] { 1, 2 }.Count(x => items.Contains(x)); } }
    void GoodLocks() { lock (_gate) { var items = _items; _later = () => { lock (_gate) items.Add(1); }; } }
    void GoodCopy() { lock (_gate) { var items = _items.ToArray(); _later = () => Console.WriteLine(items.Length); } }
    void GoodInvokedHere() { lock (_gate) { var items = _items; Action add = () => items.Add(1); add(); } }
    void BadStored() { lock (_gate) { var items = _items; _later = () => items.Add(1); } } // expect: CAP0006
    void BadTask() { lock (_gate) { var items = _items; Task.Run(() => items.Clear()); } } // expect: CAP0006
    IEnumerable<int> BadDeferred(int[] other) { lock (_gate) { var items = _items; return other.Where(x => items.Contains(x)); } } // expect: CAP0006
}

class Case_3024_ref_locals
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly int[] _row = new int[4];
    [GuardedBy(nameof(_rw))] int _shared;
    int _free;

    int GoodInside() { lock (_gate) { ref int n = ref _n; n++; return n; } }
    int GoodCopied()
    {
        int copy;
        lock (_gate) { ref int n = ref _n; copy = n; }
        return copy;
    }
    void GoodInTheNextSection()
    {
        Monitor.Enter(_gate);
        ref int n = ref _n;
        Monitor.Exit(_gate);
        lock (_gate) n++;
    }
    void GoodElsewhereAfter()
    {
        Monitor.Enter(_gate);
        ref int n = ref _n;
        n++;
        Monitor.Exit(_gate);
        n = ref _free;
        n++;
    }
    ref int GoodFreeReturn() { return ref _free; }
    ref int GoodParameter(int[] row) => ref row[0];
    void BadElement()
    {
        Monitor.Enter(_gate);
        ref int cell = ref _row[0];
        Monitor.Exit(_gate);
        cell = 1; // expect: CAP0006
    }
    int BadRead()
    {
        Monitor.Enter(_gate);
        ref readonly int n = ref _n;
        Monitor.Exit(_gate);
        return n; // expect: CAP0006
    }
    void BadWriteUnderTheReadLock()
    {
        _rw.EnterReadLock();
        ref int n = ref _shared;
        n++; // expect: CAP0002
        _rw.ExitReadLock();
    }
}

// Cases of acquisitions and releases that do not match, and of copies. FixCase.cs says how to read them.

//// case: an inner acquisition goes with its release
//// fix: CAP0021 RemoveInner
//// title: Remove this acquisition of '_one' and its release
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    void M()
    {
        _one.Wait();
        _n++;
        // again
        _one.Wait();
        _n++;
        _one.Release();
        _one.Release();
    }
}
//// becomes
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    void M()
    {
        _one.Wait();
        _n++;
        // again
        _n++;
        _one.Release();
    }
}

//// case: an inner acquisition with a finally
//// fix: CAP0021 RemoveInner
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    [Requires(nameof(_one))]
    void M()
    {
        _one.Wait();
        try
        {
            _n++;
        }
        finally
        {
            _one.Release();
        }
    }
}
//// becomes
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    [Requires(nameof(_one))]
    void M()
    {
        _n++;
    }
}

//// case: the write side over the read side is no inner acquisition
//// fix: CAP0021 RemoveInner
class C
{
    readonly ReaderWriterLockSlim _rw = new();

    void M()
    {
        _rw.EnterReadLock();
        _rw.EnterWriteLock();
        _rw.ExitWriteLock();
        _rw.ExitReadLock();
    }
}
//// not offered

//// case: the release of the mode that is held
//// fix: CAP0023 MatchingRelease
//// title: Release with 'ExitReadLock'
class C
{
    readonly ReaderWriterLockSlim _rw = new();

    void M()
    {
        _rw.EnterReadLock();
        _rw.ExitWriteLock();
    }
}
//// becomes
class C
{
    readonly ReaderWriterLockSlim _rw = new();

    void M()
    {
        _rw.EnterReadLock();
        _rw.ExitReadLock();
    }
}

//// case: a monitor becomes a lock statement
//// fix: CAP0029 Structured
//// title: Release '_gate' on every way out with 'lock'
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M()
    {
        Monitor.Enter(_gate); // in
        _n = int.Parse("1");
        var n = _n;
        // out
        Monitor.Exit(_gate);
        return n;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M()
    {
        int n;
        lock (_gate) // in
        {
            _n = int.Parse("1");
            n = _n;
            // out
        }
        return n;
    }
}

//// case: a release that an early return forgot
//// fix: CAP0024 Structured
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(bool b)
    {
        Monitor.Enter(_gate);
        if (b)
            return;
        if (_n > 0)
        {
            Monitor.Exit(_gate);
            return;
        }
        _n++;
        Monitor.Exit(_gate);
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(bool b)
    {
        lock (_gate)
        {
            if (b)
                return;
            if (_n > 0)
            {
                return;
            }
            _n++;
        }
    }
}

//// case: a reader-writer lock gets a finally
//// fix: CAP0029 Structured
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    void M()
    {
        _rw.EnterWriteLock();
        _n = int.Parse("1");
        _rw.ExitWriteLock();
    }
}
//// becomes
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    void M()
    {
        _rw.EnterWriteLock();
        try
        {
            _n = int.Parse("1");
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}

//// case: a lock object gets its scope
//// fix: CAP0029 Structured
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _gate.Enter();
        _n = int.Parse("1");
        _gate.Exit();
    }
}
//// becomes
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        using (_gate.EnterScope())
        {
            _n = int.Parse("1");
        }
    }
}

//// case: a member that keeps the lock says so
//// fix: CAP0024 Contract.Stated
//// title: Declare 'M' with [Acquires] for '_gate'
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        Monitor.Enter(_gate);
        _n++;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Acquires(nameof(_gate))]
    void M()
    {
        Monitor.Enter(_gate);
        _n++;
    }
}

//// case: a requirement that is given back
//// fix: CAP0025 Contract.Releases
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))]
    void M()
    {
        _n++;
        Monitor.Exit(_gate);
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Releases(nameof(_gate))]
    void M()
    {
        _n++;
        Monitor.Exit(_gate);
    }
}

//// case: a requirement that is given back on some ways out only
//// fix: CAP0025 Contract.Releases
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))]
    void M(bool b)
    {
        if (b)
            return;
        _n++;
        Monitor.Exit(_gate);
    }
}
//// not offered

//// case: a scope that is dropped
//// fix: CAP0027 AddUsing
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(int scope)
    {
        _gate.EnterScope();
        _n++;
    }
}
//// becomes
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(int scope)
    {
        using var scope1 = _gate.EnterScope();
        _n++;
    }
}

//// case: a scope in a variable
//// fix: CAP0027 AddUsing
//// title: Dispose the scope at the end of the block with 'using'
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        var held = _gate.EnterScope();
        _n++;
    }
}
//// becomes
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        using var held = _gate.EnterScope();
        _n++;
    }
}

//// case: both halves of a pair
//// fix all: CAP0030 Contract.Stated
class C
{
    readonly object _gate = new();

    void Enter()
    {
        Monitor.Enter(_gate);
    }
    void Exit()
    {
        Monitor.Exit(_gate);
    }
}
//// becomes
class C
{
    readonly object _gate = new();

    [Acquires(nameof(_gate))]
    void Enter()
    {
        Monitor.Enter(_gate);
    }
    [Releases(nameof(_gate))]
    void Exit()
    {
        Monitor.Exit(_gate);
    }
}

//// case: a copy of a list
//// fix: CAP0006 Copy
//// title: Return a copy of '_list'
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    List<int> M()
    {
        lock (_gate)
            return _list;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    List<int> M()
    {
        lock (_gate)
            return new List<int>(_list);
    }
}

//// case: a query runs under the guard
//// fix: CAP0006 Copy
//// title: Return what the query finds now
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    IEnumerable<int> M(int least)
    {
        lock (_gate)
            return _list.Where(n => n > least).OrderBy(n => n);
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    IEnumerable<int> M(int least)
    {
        lock (_gate)
            return _list.Where(n => n > least).OrderBy(n => n).ToArray();
    }
}

//// case: a query expression runs under the guard
//// fix: CAP0006 Copy
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    IEnumerable<string> M()
    {
        lock (_gate)
        {
            return from n in _list where n > 1 select n.ToString(); // large ones
        }
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    IEnumerable<string> M()
    {
        lock (_gate)
        {
            return (from n in _list where n > 1 select n.ToString()).ToArray(); // large ones
        }
    }
}

//// case: what is found now is no ordered query
//// fix: CAP0006 Copy
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    IOrderedEnumerable<int> M()
    {
        lock (_gate)
            return _list.OrderBy(n => n);
    }
}
//// not offered

//// case: one branch of two, the other of which is no array
//// fix: CAP0006 Copy
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    IEnumerable<int> M(bool all, IOrderedEnumerable<int> others)
    {
        lock (_gate)
            return all ? _list.OrderBy(n => n) : others;
    }
}
//// not offered

//// case: a query in an async method
//// fix: CAP0006 Copy
class C
{
    readonly SemaphoreSlim _gate = new(1);
    [GuardedBy(nameof(_gate))] List<string> _list = new();

    async Task<IEnumerable<object>> M()
    {
        await _gate.WaitAsync();
        try { return _list.Where(n => n.Length > 1); }
        finally { _gate.Release(); }
    }
}
//// becomes
class C
{
    readonly SemaphoreSlim _gate = new(1);
    [GuardedBy(nameof(_gate))] List<string> _list = new();

    async Task<IEnumerable<object>> M()
    {
        await _gate.WaitAsync();
        try { return _list.Where(n => n.Length > 1).ToArray(); }
        finally { _gate.Release(); }
    }
}

//// case: a copy as an array
//// fix: CAP0006 Copy
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    IEnumerable<int> M()
    {
        lock (_gate)
            return _list;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    IEnumerable<int> M()
    {
        lock (_gate)
            return _list.ToArray();
    }
}

//// case: a copy keeps the comparer
//// fix: CAP0006 Copy
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] Dictionary<string, int> _map = new(StringComparer.Ordinal);

    Dictionary<string, int> M()
    {
        lock (_gate)
            return _map;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] Dictionary<string, int> _map = new(StringComparer.Ordinal);

    Dictionary<string, int> M()
    {
        lock (_gate)
            return new Dictionary<string, int>(_map, _map.Comparer);
    }
}

//// case: a copy of an object that guards itself is made under its guard
//// fix: CAP0006 Copy
class C
{
    [GuardedBy(nameof(_list))] readonly List<int> _list = new();

    IReadOnlyList<int> Items => _list;
}
//// becomes
class C
{
    [GuardedBy(nameof(_list))] readonly List<int> _list = new();

    IReadOnlyList<int> Items
    {
        get
        {
            lock (_list)
            {
                return _list.ToArray();
            }
        }
    }
}

//// case: a requirement that is given back to a caller that took it
//// fix: CAP0025 Contract.Releases
sealed class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))]
    void Leave() // gives back
    {
        _n++;
        Monitor.Exit(_gate);
    } // end

    public void Left()
    {
        Monitor.Enter(_gate);
        Leave();
    }
}
//// becomes
sealed class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Releases(nameof(_gate))]
    void Leave() // gives back
    {
        _n++;
        Monitor.Exit(_gate);
    } // end

    public void Left()
    {
        Monitor.Enter(_gate);
        Leave();
    }
}

//// case: no copy is returned of what callers change through it
//// fix: CAP0006 Copy
//// not offered
class Rule
{
    [PtGuardedBy(nameof(_targets))] readonly List<string> _targets = new();
    public IList<string> Targets => _targets;
}
class User
{
    void M(Rule rule) => rule.Targets.Add("file");
}

//// case: no copy is returned of what an initializer fills
//// fix: CAP0006 Copy
//// not offered
class Rule
{
    [PtGuardedBy(nameof(_targets))] readonly List<string> _targets = new();
    public IList<string> Targets => _targets;
}
class User
{
    Rule M() => new Rule { Targets = { "file" } };
}

//// case: no copy is returned of what is assigned to
//// fix: CAP0006 Copy
//// not offered
class Rule
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] Dictionary<string, int> _map = new();
    public Dictionary<string, int> Get()
    {
        lock (_gate)
            return _map;
    }
}
class User
{
    void M(Rule rule) => rule.Get()["a"] = 1;
}

//// case: a copy can be added to, as the original
//// fix: CAP0006 Copy
class Rule
{
    [PtGuardedBy(nameof(_targets))] readonly List<string> _targets = new();
    public IList<string> Targets => _targets;
    int Count(Rule rule) => rule.Targets.Count + rule.Targets.IndexOf("a") + rule.Others.Count;
    List<int> Others => new List<int>();
    void Add() => Others.Add(1);
}
//// becomes
class Rule
{
    [PtGuardedBy(nameof(_targets))] readonly List<string> _targets = new();
    public IList<string> Targets
    {
        get
        {
            lock (_targets)
            {
                return new List<string>(_targets);
            }
        }
    }
    int Count(Rule rule) => rule.Targets.Count + rule.Targets.IndexOf("a") + rule.Others.Count;
    List<int> Others => new List<int>();
    void Add() => Others.Add(1);
}

//// case: what an object does that guards itself is no call on its monitor
//// fix: CAP0029 Structured
class C
{
    [PtGuardedBy(nameof(_list))] readonly List<int> _list = new();
    int M(int n)
    {
        bool isLong;

        Monitor.Enter(_list);

        // one more
        _list.Add(n);

        isLong = _list.Count > 3;   // or so

        Monitor.Exit(_list);

        return isLong ? 1 : 0;
    }
}
//// becomes
class C
{
    [PtGuardedBy(nameof(_list))] readonly List<int> _list = new();
    int M(int n)
    {
        bool isLong;

        lock (_list)
        {
            // one more
            _list.Add(n);

            isLong = _list.Count > 3;   // or so
        }

        return isLong ? 1 : 0;
    }
}

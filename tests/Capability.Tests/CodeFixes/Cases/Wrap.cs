// Cases of wrapping statements in their guard. FixCase.cs says how to read them.

//// case: one statement
//// fix: CAP0002 Wrap
//// title: Lock '_gate' around this statement
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        Console.WriteLine();
        // counts
        _n++; // once
        Console.WriteLine();
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        Console.WriteLine();
        // counts
        lock (_gate)
        {
            _n++; // once
        }
        Console.WriteLine();
    }
}

//// case: neighbours under the same guard are covered together
//// fix: CAP0002 Wrap
//// title: Lock '_gate' around these statements
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n, _sum;

    void M(int value)
    {
        _n++;
        _sum += value;
        Console.WriteLine();
        _n--;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n, _sum;

    void M(int value)
    {
        lock (_gate)
        {
            _n++;
            _sum += value;
        }
        Console.WriteLine();
        _n--;
    }
}

//// case: a value that is computed from an earlier read keeps the lock
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M()
    {
        var next = _n;
        Console.WriteLine();
        _n = next + 1;
        return next;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M()
    {
        int next;
        lock (_gate)
        {
            next = _n;
            Console.WriteLine();
            _n = next + 1;
        }
        return next;
    }
}

//// case: a nullable declaration keeps its type
//// fix: CAP0001 Wrap
//// nullable
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string? _text;

    int M()
    {
        var text = _text;
        return text?.Length ?? 0;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string? _text;

    int M()
    {
        string? text;
        lock (_gate)
        {
            text = _text;
        }
        return text?.Length ?? 0;
    }
}

//// case: an out variable is declared before
//// fix: CAP0003 Wrap
class C
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly Dictionary<string, int> _map = new();

    int M(string key)
    {
        bool found = _map.TryGetValue(key, out var value);
        return found ? value : 0;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly Dictionary<string, int> _map = new();

    int M(string key)
    {
        bool found;
        int value;
        lock (_gate)
        {
            found = _map.TryGetValue(key, out value);
        }
        return found ? value : 0;
    }
}

//// case: braces at the end of the line, and tabs
//// fix: CAP0002 Wrap
class C {
	readonly object _gate = new();
	[GuardedBy(nameof(_gate))] int _n;

	void M() {
		_n++;
	}
}
//// becomes
class C {
	readonly object _gate = new();
	[GuardedBy(nameof(_gate))] int _n;

	void M() {
		lock (_gate) {
			_n++;
		}
	}
}

//// case: a statement without braces
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(bool b)
    {
        if (b)
            _n++;
        else
            Console.WriteLine();
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(bool b)
    {
        if (b)
        {
            lock (_gate)
            {
                _n++;
            }
        }
        else
            Console.WriteLine();
    }
}

//// case: a condition takes its chain along
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(bool b)
    {
        if (b)
            Console.WriteLine();
        else if (_n > 0)
            Console.WriteLine(1);
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
                Console.WriteLine();
            else if (_n > 0)
                Console.WriteLine(1);
        }
    }
}

//// case: on one line
//// fix: CAP0001 Wrap
class C { readonly object _gate = new(); [GuardedBy(nameof(_gate))] int _n; int M() { return _n; } }
//// becomes
class C { readonly object _gate = new(); [GuardedBy(nameof(_gate))] int _n; int M() { lock (_gate) { return _n; } } }

//// case: an expression body
//// fix: CAP0001 Wrap
//// title: Lock '_gate' around this body
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M() => _n; // now
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M()
    {
        lock (_gate)
        {
            return _n; // now
        }
    }
}

//// case: a property with an arrow
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int Count => _n;
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int Count
    {
        get
        {
            lock (_gate)
            {
                return _n;
            }
        }
    }
}

//// case: an accessor among others on a line
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int Count { set => _n = value; }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int Count { set { lock (_gate) { _n = value; } } }
}

//// case: a lambda
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    Func<int> M() => () => _n;
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    Func<int> M() => () => { lock (_gate) { return _n; } };
}

//// case: a lock object has a scope
//// fix: CAP0002 Wrap
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
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
        using (_gate.EnterScope())
        {
            _n++;
        }
    }
}

//// case: reading needs the read side
//// fix: CAP0001 Wrap
//// title: Lock '_rw' for reading around this statement
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    int M()
    {
        return _n;
    }
}
//// becomes
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    int M()
    {
        _rw.EnterReadLock();
        try
        {
            return _n;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}

//// case: reading and writing together need the write side
//// fix: CAP0001 Wrap
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    void M()
    {
        Console.WriteLine(_n);
        _n = 0;
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
            Console.WriteLine(_n);
            _n = 0;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}

//// case: a semaphore in async code is awaited
//// fix: CAP0002 Wrap
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    async Task M()
    {
        await Task.Yield();
        _n = await Task.FromResult(1);
    }
}
//// becomes
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    async Task M()
    {
        await Task.Yield();
        await _one.WaitAsync();
        try
        {
            _n = await Task.FromResult(1);
        }
        finally
        {
            _one.Release();
        }
    }
}

//// case: a spin lock has a flag
//// fix: CAP0002 Wrap
class C
{
    SpinLock _spin;
    [GuardedBy(nameof(_spin))] int _n;

    void M()
    {
        _n++;
    }
}
//// becomes
class C
{
    SpinLock _spin;
    [GuardedBy(nameof(_spin))] int _n;

    void M()
    {
        bool lockTaken = false;
        try
        {
            _spin.Enter(ref lockTaken);
            _n++;
        }
        finally
        {
            if (lockTaken) _spin.Exit();
        }
    }
}

//// case: a hidden name is written in full
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(object _gate)
    {
        _n++;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(object _gate)
    {
        lock (this._gate)
        {
            _n++;
        }
    }
}

//// case: the lock of another object
//// fix: CAP0002 Wrap
class Account
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Balance;
}
class C
{
    void M(Account from, Account to)
    {
        from.Balance--;
        to.Balance++;
    }
}
//// becomes
class Account
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Balance;
}
class C
{
    void M(Account from, Account to)
    {
        lock (from.Gate)
        {
            from.Balance--;
        }
        to.Balance++;
    }
}

//// case: a raw string keeps its lines
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string _text;

    void M()
    {
        _text = """
            one
              two
            """;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string _text;

    void M()
    {
        lock (_gate)
        {
            _text = """
            one
              two
            """;
        }
    }
}

//// case: top-level statements
//// fix: CAP0002 Wrap
Console.WriteLine();
C.Shared.N++;

class C
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
    public static readonly C Shared = new();
}
//// becomes
Console.WriteLine();
lock (C.Shared.Gate)
{
    C.Shared.N++;
}

class C
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
    public static readonly C Shared = new();
}

//// case: an await cannot be in a lock
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    async Task M()
    {
        _n = await Task.FromResult(1);
    }
}
//// not offered

//// case: a ref local ends with its lock
//// fix: CAP0005 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        Use(ref _n);
    }
    void Use(ref int n) { }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        lock (_gate)
        {
            Use(ref _n);
        }
    }
    void Use(ref int n) { }
}

//// case: a loop that polls would wait for ever
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] bool _done;

    void M()
    {
        while (!_done)
            Thread.Sleep(1);
    }
}
//// not offered

//// case: a live object that is returned is not guarded by a lock around the return
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _list = new();

    List<int> M()
    {
        return _list;
    }
}
//// not offered

//// case: another lock is held, and nobody has said in which order
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new(), _other = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        lock (_other)
            _n++;
    }
}
//// not offered

//// case: a callee that must not find the lock held
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n = Compute();
    }
    [Excludes(nameof(_gate))] int Compute() => 1;
}
//// not offered

//// case: directives inside are not moved
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n =
#if DEBUG
            1;
#else
            2;
#endif
    }
}
//// not offered

//// case: all reports of a file, nested and beside each other
//// fix all: CAP0002 Wrap
class C
{
    readonly object _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n, _m;
    [GuardedBy(nameof(_b))] int _o;

    void M()
    {
        _n++;
        _m++;
        _o++;
        Console.WriteLine();
        _n--;
    }
    void N() => Run(() => _n++, () => { _o--; });
    static void Run(Action one, Action two) => ThreadPool.QueueUserWorkItem(_ => { one(); two(); });
}
//// becomes
class C
{
    readonly object _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n, _m;
    [GuardedBy(nameof(_b))] int _o;

    void M()
    {
        lock (_a)
        {
            _n++;
            _m++;
        }
        lock (_b)
        {
            _o++;
        }
        Console.WriteLine();
        lock (_a)
        {
            _n--;
        }
    }
    void N() => Run(() => { lock (_a) { _n++; } }, () => { lock (_b) { _o--; } });
    static void Run(Action one, Action two) => ThreadPool.QueueUserWorkItem(_ => { one(); two(); });
}

//// case: a file that two projects compile is changed once
//// fix all: CAP0002 Wrap
//// linked
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n++;
    }
#if SECOND
    void Second()
    {
        _n--;
    }
#endif
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        lock (_gate)
        {
            _n++;
        }
    }
#if SECOND
    void Second()
    {
        lock (_gate)
        {
            _n--;
        }
    }
#endif
}

//// case: what an earlier section has found out may have changed
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(int i)
    {
        lock (_gate)
        {
            if (i > _n)
                return;
        }
        _n--;
    }
}
//// not offered

//// case: two locks in one statement, of which nobody has said which comes first
//// fix all: CAP0001 Wrap
class C
{
    readonly object _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _o;

    int M()
    {
        return _n + _o;
    }
    int N()
    {
        return _o + _n;
    }
}
//// becomes
class C
{
    readonly object _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _o;

    int M()
    {
        lock (_a)
        {
            return _n + _o;
        }
    }
    int N()
    {
        lock (_b)
        {
            return _o + _n;
        }
    }
}

//// case: a statement around a section that the same batch has made
//// fix all: CAP0001 Wrap
class C
{
    readonly object _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _o;

    int M()
    {
        if (_n > 0)
        {
            return _o;
        }
        return _o;
    }
}
//// becomes
class C
{
    readonly object _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _o;

    int M()
    {
        lock (_a)
        {
            if (_n > 0)
            {
                return _o;
            }
        }
        lock (_b)
        {
            return _o;
        }
    }
}

//// case: a statement inside of a region
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        #region counting
        _n++;
        #endregion
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        #region counting
        lock (_gate)
        {
            _n++;
        }
        #endregion
    }
}

//// case: a region that begins between what belongs together
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n++;
        #region counting
        _n--;
        #endregion
    }
}
//// not offered

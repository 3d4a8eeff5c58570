// Cases of wrapping in every kind of lock, and in every place that code can stand in. FixCase.cs says how to read them.

//// case: a mutex
//// fix: CAP0002 Wrap
class C
{
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_mutex))] int _n;

    void M()
    {
        _n++;
    }
}
//// becomes
class C
{
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_mutex))] int _n;

    void M()
    {
        _mutex.WaitOne();
        try
        {
            _n++;
        }
        finally
        {
            _mutex.ReleaseMutex();
        }
    }
}

//// case: a semaphore in code that is not async
//// fix: CAP0002 Wrap
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    void M()
    {
        _n++;
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

//// case: the older reader-writer lock
//// fix: CAP0001 Wrap
class C
{
    readonly ReaderWriterLock _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    int M()
    {
        return _n;
    }
}
//// becomes
class C
{
    readonly ReaderWriterLock _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    int M()
    {
        _rw.AcquireReaderLock(-1);
        try
        {
            return _n;
        }
        finally
        {
            _rw.ReleaseReaderLock();
        }
    }
}

//// case: a lock of the user with a scope
//// fix: CAP0002 Wrap
[Capability("lock")]
class Gate
{
    [return: ScopedCapability]
    [Acquires] public Held Hold() => new();
}
[ScopedCapability]
sealed class Held : IDisposable
{
    public void Dispose() { }
}
class C
{
    readonly Gate _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n++;
    }
}
//// becomes
[Capability("lock")]
class Gate
{
    [return: ScopedCapability]
    [Acquires] public Held Hold() => new();
}
[ScopedCapability]
sealed class Held : IDisposable
{
    public void Dispose() { }
}
class C
{
    readonly Gate _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        using (_gate.Hold())
        {
            _n++;
        }
    }
}

//// case: a lock of the user with a pair
//// fix: CAP0002 Wrap
[Capability("lock")]
class Gate
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
}
class C
{
    readonly Gate _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n++;
    }
}
//// becomes
[Capability("lock")]
class Gate
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
}
class C
{
    readonly Gate _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _gate.Enter();
        try
        {
            _n++;
        }
        finally
        {
            _gate.Exit();
        }
    }
}

//// case: a lock of the user that nobody can take
//// fix: CAP0002 Wrap
[Capability("role")]
class Role { }
class C
{
    readonly Role _role = new();
    [GuardedBy(nameof(_role))] int _n;

    void M()
    {
        _n++;
    }
}
//// not offered

//// case: a role is nothing to take
//// fix: CAP0002 Wrap
class C
{
    [GuardedBy(typeof(UIThread))] int _n;

    void M()
    {
        _n++;
    }
}
//// not offered

//// case: a section of a switch
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(int i)
    {
        switch (i)
        {
            case 0:
                _n++;
                break;
            default:
                break;
        }
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(int i)
    {
        switch (i)
        {
            case 0:
                lock (_gate)
                {
                    _n++;
                }
                break;
            default:
                break;
        }
    }
}

//// case: an arm of a switch expression takes the whole statement
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M(int i)
    {
        var result = i switch
        {
            0 => _n,
            _ => 1,
        };
        return result;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M(int i)
    {
        int result;
        lock (_gate)
        {
            result = i switch
            {
                0 => _n,
                _ => 1,
            };
        }
        return result;
    }
}

//// case: a using declaration would end before its time
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string _path;

    int M()
    {
        using var reader = new System.IO.StreamReader(_path);
        return reader.Read();
    }
}
//// not offered

//// case: below a using declaration
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        using var stream = new System.IO.MemoryStream();
        _n = stream.ReadByte();
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        using var stream = new System.IO.MemoryStream();
        lock (_gate)
        {
            _n = stream.ReadByte();
        }
    }
}

//// case: a jump out is no obstacle
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        if (_n > 0)
            goto done;
        Console.WriteLine();
    done:
        Console.WriteLine(1);
    }
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
            if (_n > 0)
                goto done;
        }
        Console.WriteLine();
    done:
        Console.WriteLine(1);
    }
}

//// case: a label stays outside, so that nothing jumps into a lock
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M(bool b)
    {
        if (b)
            goto done;
        Console.WriteLine();
    done:
        _n++;
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
            goto done;
        Console.WriteLine();
    done:
    {
        lock (_gate)
        {
            _n++;
        }
    }
    }
}

//// case: a local function
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    Action M()
    {
        return Add;
        void Add() => _n++;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    Action M()
    {
        return Add;
        void Add()
        {
            lock (_gate)
            {
                _n++;
            }
        }
    }
}

//// case: an async lambda awaits its semaphore
//// fix: CAP0002 Wrap
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    Func<Task> M() => async () => _n = await Task.FromResult(1);
}
//// becomes
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    Func<Task> M() => async () =>
    {
        await _one.WaitAsync();
        try
        {
            _n = await Task.FromResult(1);
        }
        finally
        {
            _one.Release();
        }
    };
}

//// case: the side of a reader-writer lock is not kept across an await
//// fix: CAP0002 Wrap
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    async Task M()
    {
        _n = await Task.FromResult(1);
    }
}
//// not offered

//// case: a statement without await in async code takes a monitor
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    async Task M()
    {
        var value = await Task.FromResult(1);
        _n = value;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    async Task M()
    {
        var value = await Task.FromResult(1);
        lock (_gate)
        {
            _n = value;
        }
    }
}

//// case: what an iterator yields is not under a lock
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    IEnumerable<int> M()
    {
        yield return _n;
    }
}
//// not offered

//// case: a return of a reference
//// fix: CAP0006 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    ref int M()
    {
        return ref _n;
    }
}
//// not offered

//// case: a ref local that is used later
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        ref int n = ref _n;
        n++;
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
        ref int n = ref _n;
        lock (_gate)
        {
            n++;
        }
        Console.WriteLine();
    }
}

//// case: variables of a pattern and of a deconstruction
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] object _value;

    int M()
    {
        var (a, b) = (_value, 2);
        return a is int i ? i : b;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] object _value;

    int M()
    {
        object a;
        int b;
        lock (_gate)
        {
            (a, b) = (_value, 2);
        }
        return a is int i ? i : b;
    }
}

//// case: a variable of a pattern that is used later has no place of its own
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] object _value;

    int M()
    {
        if (_value is not int i)
            return 0;
        return i;
    }
}
//// not offered

//// case: two variables of one declaration
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M()
    {
        int a = _n, b = 2; // both
        return a + b;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M()
    {
        int a;
        int b;
        lock (_gate)
        {
            a = _n; b = 2; // both
        }
        return a + b;
    }
}

//// case: a variable of an anonymous type cannot be declared apart
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int M()
    {
        var both = new { N = _n };
        return both.N;
    }
}
//// not offered

//// case: a constructor's argument for its base
//// fix: CAP0001 Wrap
class B { public B(int n) { } }
class C : B
{
    static readonly object s_gate = new();
    [GuardedBy(nameof(s_gate))] static int s_n;

    C() : base(s_n) { }
}
//// not offered

//// case: a field's initializer has no statement
//// fix: CAP0001 Wrap
static class S
{
    public static readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public static int N;
}
class C
{
    int _n = S.N;
}
//// not offered

//// case: an operator with an arrow
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public static int operator +(C left, int right) => left._n + right;
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public static int operator +(C left, int right)
    {
        lock (left._gate)
        {
            return left._n + right;
        }
    }
}

//// case: an indexer with an arrow
//// fix: CAP0003 Wrap
class C
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly List<int> _list = new();

    int this[int i] => _list[i];
}
//// becomes
class C
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly List<int> _list = new();

    int this[int i]
    {
        get
        {
            lock (_gate)
            {
                return _list[i];
            }
        }
    }
}

//// case: a loop over a guarded collection
//// fix: CAP0003 Wrap
class C
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly List<int> _list = new();

    void M()
    {
        foreach (var item in _list)
        {
            Console.WriteLine(item);
        }
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly List<int> _list = new();

    void M()
    {
        lock (_gate)
        {
            foreach (var item in _list)
            {
                Console.WriteLine(item);
            }
        }
    }
}

//// case: top-level statements with a variable that is used later
//// fix: CAP0001 Wrap
var n = C.Shared.N;
Console.WriteLine(n);

class C
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
    public static readonly C Shared = new();
}
//// becomes
int n;
lock (C.Shared.Gate)
{
    n = C.Shared.N;
}
Console.WriteLine(n);

class C
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
    public static readonly C Shared = new();
}

//// case: a call that needs the lock
//// fix: CAP0011 Wrap
//// title: Lock '_gate' around this statement
class C
{
    readonly object _gate = new();

    [Requires(nameof(_gate))] int Next() => 1;

    int M()
    {
        return Next();
    }
}
//// becomes
class C
{
    readonly object _gate = new();

    [Requires(nameof(_gate))] int Next() => 1;

    int M()
    {
        lock (_gate)
        {
            return Next();
        }
    }
}

//// case: the scope of the lock is no variable of async code before C# 13
//// fix: CAP0002 Wrap
//// language: 12
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    async Task M()
    {
        await Task.Yield();
        _n++;
    }
}
//// becomes
class C
{
    readonly Lock _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    async Task M()
    {
        await Task.Yield();
        _gate.Enter();
        try
        {
            _n++;
        }
        finally
        {
            _gate.Exit();
        }
    }
}

//// case: comments on the line stay where they are
//// fix: CAP0002 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        /* first */ _n /* in */ ++; // last
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        /* first */ lock (_gate) { _n /* in */ ++; } // last
    }
}

//// case: statements that give the lock up themselves are not wrapped in it
//// fix: CAP0001 Wrap
//// not offered
class C
{
    readonly Mutex _gate = new();
    [GuardedBy(nameof(_gate))] object _engine;
    public void Dispose()
    {
        if (_engine != null)
        {
            _engine.ToString();
            _gate.ReleaseMutex();
        }
    }
}

//// case: a monitor that is given up and not taken
//// fix: CAP0001 Wrap
//// not offered
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    void M()
    {
        if (_n > 0)
            Monitor.Exit(_gate);
    }
}

//// case: a monitor nests
//// fix: CAP0001 Wrap
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    void M()
    {
        if (_n > 0)
        {
            Monitor.Enter(_gate);
            try { _n = 0; } finally { Monitor.Exit(_gate); }
        }
    }
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
            if (_n > 0)
            {
                Monitor.Enter(_gate);
                try { _n = 0; } finally { Monitor.Exit(_gate); }
            }
        }
    }
}

//// case: a lambda that becomes a try has lines of its own
//// fix all: CAP0001 Wrap
class C
{
    readonly Mutex _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    int Run(Func<int> f) => f();
    Func<int, int> M() => x => x + _n; // late
    int N(int a)
    {
        return Keep(a, () => a
            + _n) + 1;
    }
    int Keep(int a, Func<int> f) { _kept = f; return a; }
    Func<int> _kept;
}
//// becomes
class C
{
    readonly Mutex _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    int Run(Func<int> f) => f();
    Func<int, int> M() => x =>
    {
        _gate.WaitOne();
        try
        {
            return x + _n;
        }
        finally
        {
            _gate.ReleaseMutex();
        }
    }; // late
    int N(int a)
    {
        return Keep(a, () =>
        {
            _gate.WaitOne();
            try
            {
                return a
                    + _n;
            }
            finally
            {
                _gate.ReleaseMutex();
            }
        }) + 1;
    }
    int Keep(int a, Func<int> f) { _kept = f; return a; }
    Func<int> _kept;
}

//// case: a variable that is never null is declared so
//// fix: CAP0001 Wrap
//// nullable
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string _name = "";
    string M()
    {
        var name = _name;
        return name + "!";
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string _name = "";
    string M()
    {
        string name;
        lock (_gate)
        {
            name = _name;
        }
        return name + "!";
    }
}

//// case: a variable that may become null later on is declared so
//// fix: CAP0001 Wrap
//// nullable
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string _name = "";
    string? M(bool none)
    {
        var name = _name;
        if (none)
            name = null;
        return name;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] string _name = "";
    string? M(bool none)
    {
        string? name;
        lock (_gate)
        {
            name = _name;
        }
        if (none)
            name = null;
        return name;
    }
}

//// case: a lock around what returns a view of the object would guard nothing
//// fix: CAP0003 Wrap
//// not offered
class C
{
    [GuardedBy(nameof(_map))] readonly Dictionary<int, string> _map = new();
    public ICollection<string> Values => _map.Values;
}

//// case: a lock around what returns a query would guard nothing
//// fix: CAP0003 Wrap
//// not offered
class C
{
    [GuardedBy(nameof(_map))] readonly Dictionary<int, string> _map = new();
    public IEnumerable<string> Long() { return _map.Values.Where(v => v.Length > 3).OrderBy(v => v); }
}

//// case: the values of a view are no view
//// fix: CAP0003 Wrap
class C
{
    [GuardedBy(nameof(_map))] readonly Dictionary<int, string> _map = new();
    public int Long() => _map.Values.Where(v => v.Length > 3).Count();
}
//// becomes
class C
{
    [GuardedBy(nameof(_map))] readonly Dictionary<int, string> _map = new();
    public int Long()
    {
        lock (_map)
        {
            return _map.Values.Where(v => v.Length > 3).Count();
        }
    }
}

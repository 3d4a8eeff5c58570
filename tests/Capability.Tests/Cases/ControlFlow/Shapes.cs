// Shapes that analyzers of locks are known to have got wrong: flags with finally, nested functions, several kinds in one body.

class Case_2640_try_and_finally_with_early_exits
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    SpinLock _spin = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_rw))] int _r;
    [GuardedBy(nameof(_spin))] int _s;

    bool GoodTryWithFinally()
    {
        bool taken = false;
        try
        {
            Monitor.TryEnter(_gate, 100, ref taken);
            if (!taken) return false;
            Console.WriteLine(_n);
            if (_n > 3) return true;
            _n++;
            return _n > 2;
        }
        finally
        {
            if (taken) Monitor.Exit(_gate);
        }
    }
    void GoodReentranceGuard()
    {
        bool took = false;
        if (!_rw.IsWriteLockHeld)
        {
            _rw.EnterWriteLock();
            took = true;
        }
        try { _r++; }
        finally
        {
            if (took) _rw.ExitWriteLock();
        }
    }
    int GoodReadGuard()
    {
        bool took = false;
        if (!_rw.IsReadLockHeld && !_rw.IsWriteLockHeld)
        {
            _rw.EnterReadLock();
            took = true;
        }
        try { return _r; }
        finally { if (took) _rw.ExitReadLock(); }
    }
    void GoodSpinWithNestedFinally()
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            try { _s++; Console.WriteLine("inner"); }
            finally { _s--; }
        }
        finally
        {
            try { Console.WriteLine("outer"); }
            finally { if (taken) _spin.Exit(); }
        }
    }
    int GoodTwoKinds() { _rw.EnterReadLock(); try { lock (_gate) return _r + _n; } finally { _rw.ExitReadLock(); } }
    void GoodTwoInOneFinally()
    {
        _rw.EnterWriteLock();
        Monitor.Enter(_gate);
        try { _r = _n++; }
        finally { Monitor.Exit(_gate); _rw.ExitWriteLock(); }
    }
    void GoodSwitchInTheTry(int i)
    {
        Monitor.Enter(_gate);
        try
        {
            switch (i)
            {
                case 0: _n++; return;
                case 1: throw new InvalidOperationException();
                case 2: goto done;
            }
            _n = 2;
        done:
            _n--;
        }
        finally { Monitor.Exit(_gate); }
    }
    void GoodUsingAroundAndInside()
    {
        using var outer = new System.IO.MemoryStream();
        Monitor.Enter(_gate);
        try
        {
            using var inner = new System.IO.MemoryStream(_n);
            outer.WriteByte((byte)_n);
        }
        finally { Monitor.Exit(_gate); }
    }
    void BadTryWithFinally()
    {
        bool taken = false;
        try
        {
            Monitor.TryEnter(_gate, 100, ref taken);
            _n++; // expect: CAP0002
        }
        finally
        {
            if (taken) Monitor.Exit(_gate);
        }
    }
    void BadInTheWrongFinally(bool b)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        if (b)
        {
            try { _n++; }
            finally { Monitor.Exit(_gate); }
        }
    }
    void BadFlagOfAnother()
    {
        bool taken = false, other = Environment.ProcessorCount > 1;
        try { Monitor.TryEnter(_gate, ref taken); if (taken) _n++; }
        finally
        {
            if (other) Monitor.Exit(_gate); // expect: CAP0022
        }
    }
    int BadInnerReturn(bool b)
    {
        _rw.EnterReadLock();
        try
        {
            lock (_gate)
            {
                if (b) return _n;
            }
            return _n; // expect: CAP0001
        }
        finally { _rw.ExitReadLock(); }
    }
}

class Case_2641_functions_in_functions_are_judged_alone
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _later;

    void GoodLambdaInATry()
    {
        Monitor.Enter(_gate);
        try { _later = () => { lock (_gate) _n++; }; _n++; }
        finally { Monitor.Exit(_gate); }
    }
    void GoodLambdaInAFinally() { try { Console.WriteLine("try"); } finally { _later = () => { Monitor.Enter(_gate); try { _n++; } finally { Monitor.Exit(_gate); } }; } }
    void GoodLocalFunctionInALoop(int[] all)
    {
        foreach (int i in all)
        {
            Monitor.Enter(_gate);
            Add(i);
            Monitor.Exit(_gate);
        }
        void Add(int i) => _n += i;
    }
    void GoodStaticLocalFunction(object gate) { Run(gate); static void Run(object g) { lock (g) Console.WriteLine("held"); } }
    void GoodTaskBody() { Task.Run(() => { lock (_gate) { _n++; return _n; } }); }
    void GoodAnonymousMethod() { _later = delegate { lock (_gate) _n++; }; }
    void BadStoredLambdaUnderTheLock()
    {
        lock (_gate)
            _later = () => _n++; // expect: CAP0002
    }
    void BadTaskUnderTheLock()
    {
        lock (_gate)
            Task.Run(() => _n++); // expect: CAP0002
    }
    void BadThreadUnderTheLock()
    {
        lock (_gate)
        {
            new Thread(() =>
            {
                _n++; // expect: CAP0002
            }).Start();
        }
    }
    void BadLeakInALambda()
    {
        _later = () =>
        {
            Monitor.Enter(_gate); // expect: CAP0024
            if (_n > 3) return;
            Monitor.Exit(_gate);
        };
    }
    void BadLockOutsideOfTheLambda()
    {
        Monitor.Enter(_gate);
        _later = () =>
        {
            _n++; // expect: CAP0002
        };
        Monitor.Exit(_gate);
    }
    IEnumerable<int> GoodIterator()
    {
        for (int i = 0; i < 3; i++)
        {
            int n;
            lock (_gate) n = _n++;
            yield return n;
        }
    }
    async Task<int> GoodAsync()
    {
        int n;
        lock (_gate) n = _n;
        await Task.Delay(n);
        lock (_gate) return _n;
    }
    async Task<int> BadAsync()
    {
        lock (_gate) Console.WriteLine(_n);
        await Task.Yield();
        return _n; // expect: CAP0001
    }
    async IAsyncEnumerable<int> BadAsyncIterator()
    {
        await Task.Yield();
        yield return _n; // expect: CAP0001
    }
}

interface ICounter2642
{
    static abstract int Shared { get; }
    int Count { get; }
    int Twice => Count * 2;
}
partial class Case_2642_unusual_bodies : ICounter2642
{
    static readonly object Gate = new();
    [GuardedBy(nameof(Gate))] static int s_n;
    static int ICounter2642.Shared { get { lock (Gate) return s_n; } }
    int ICounter2642.Count => s_n; // expect: CAP0001
    static int GoodExpression => Locked(() => 3);
    static T Locked<T>(Func<T> make) { lock (Gate) { s_n++; return make(); } }
    partial void Changed(int n);
    partial void Changed(int n) { s_n = n; } // expect: CAP0002
    private static partial int Next();
    private static partial int Next() { lock (Gate) return s_n++; }
    public static Case_2642_unusual_bodies operator ++(Case_2642_unusual_bodies x) { lock (Gate) s_n++; return x; }
    public static bool operator true(Case_2642_unusual_bodies x) { lock (Gate) return s_n > 0; }
    public static bool operator false(Case_2642_unusual_bodies x) => s_n == 0; // expect: CAP0001
    static async Task Main(string[] args)
    {
        lock (Gate) s_n = args.Length;
        await Task.Yield();
        s_n++; // expect: CAP0002
    }
}
static class Extensions2643
{
    static readonly object Gate = new();
    [GuardedBy(nameof(Gate))] static int s_n;
    extension(string text)
    {
        public int GoodLength { get { lock (Gate) return s_n + text.Length; } }
        public int BadLength => s_n + text.Length; // expect: CAP0001
        public void BadCount() { s_n++; } // expect: CAP0002
    }
    public static void GoodOld(this string text) { lock (Gate) s_n += text.Length; }
}
class Case_2643_extensions { int Good() => "x".GoodLength + "y".BadLength; }

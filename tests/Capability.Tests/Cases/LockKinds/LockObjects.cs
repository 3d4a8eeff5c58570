// System.Threading.Lock: the lock statement, scopes, Enter and Exit, and what is not its own protocol.

class Case_2320_lock_objects
{
    readonly Lock _lock = new();
    static readonly Lock Shared = new();
    [GuardedBy(nameof(_lock))] int _n;
    [GuardedBy(nameof(Shared))] static int s_n;

    void GoodStatement() { lock (_lock) _n++; }
    void GoodStaticStatement() { lock (Shared) s_n++; }
    void GoodUsing() { using (_lock.EnterScope()) _n++; }
    int GoodUsingDeclaration() { using var scope = _lock.EnterScope(); return _n; }
    void GoodManualScope()
    {
        var scope = _lock.EnterScope();
        try { _n++; }
        finally { scope.Dispose(); }
    }
    void GoodEarlyDispose(bool b)
    {
        using var scope = _lock.EnterScope();
        _n++;
        if (b) scope.Dispose();
        Console.WriteLine("maybe outside");
    }
    void GoodEnterExit() { _lock.Enter(); _n++; _lock.Exit(); }
    void GoodFinally() { _lock.Enter(); try { _n++; } finally { _lock.Exit(); } }
    void GoodTry() { if (_lock.TryEnter()) { _n++; _lock.Exit(); } }
    void GoodTryTimeout() { if (!_lock.TryEnter(TimeSpan.FromSeconds(1))) return; try { _n++; } finally { _lock.Exit(); } }
    void GoodTryLocal() { bool ok = _lock.TryEnter(5); try { if (ok) _n++; } finally { if (ok) _lock.Exit(); } }
    void GoodReentrant() { lock (_lock) { using (_lock.EnterScope()) _n++; _lock.Enter(); _n++; _lock.Exit(); _n++; } }
    void GoodQuery() { if (_lock.IsHeldByCurrentThread) _n++; }
    void GoodAssert() { Debug.Assert(_lock.IsHeldByCurrentThread); _n++; }
    void GoodLocal() { var l = _lock; lock (l) _n++; }
    void GoodTypedLocal() { Lock l = _lock; using (l.EnterScope()) _n++; }
    int GoodReturnInUsing() { using (_lock.EnterScope()) { if (_n > 2) return _n; } return 0; }
    void BadAfterUsing()
    {
        using (_lock.EnterScope()) _n++;
        _n++; // expect: CAP0002
    }
    void BadAfterTheBlockOfADeclaration()
    {
        {
            using var scope = _lock.EnterScope();
            _n++;
        }
        _n++; // expect: CAP0002
    }
    void BadAfterEarlyDispose()
    {
        using var scope = _lock.EnterScope();
        scope.Dispose();
        _n++; // expect: CAP0002
    }
    void BadDiscardedScope()
    {
        _lock.EnterScope(); // expect: CAP0027
    }
    void BadForgottenScope()
    {
        var scope = _lock.EnterScope(); // expect: CAP0027
        _n++;
    }
    void BadTryIgnored()
    {
        _lock.TryEnter(); // expect: CAP0026
        _n++;
        _lock.Exit();
    }
    void BadTryElse()
    {
        if (_lock.TryEnter()) _lock.Exit();
        else _n++; // expect: CAP0002
    }
    void BadQueryElse()
    {
        if (!_lock.IsHeldByCurrentThread)
            _n++; // expect: CAP0002
    }
    void BadStatic()
    {
        lock (_lock)
            s_n++; // expect: CAP0002
    }
}

class Case_2321_balance_of_lock_objects
{
    readonly Lock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;

    void Good(bool b) { _lock.Enter(); if (b) { _n++; _lock.Exit(); return; } _lock.Exit(); }
    void GoodLoop(int count) { for (int i = 0; i < count; i++) { _lock.Enter(); _n++; _lock.Exit(); } }
    void GoodThrow(bool b) { _lock.Enter(); try { if (b) throw new InvalidOperationException(); _n++; } finally { _lock.Exit(); } }
    void GoodFlag(bool b) { if (b) _lock.Enter(); Console.WriteLine(b); if (b) _lock.Exit(); }
    void BadReturn(bool b)
    {
        _lock.Enter(); // expect: CAP0024
        if (b) return;
        _n++;
        _lock.Exit();
    }
    void BadTwice()
    {
        _lock.Enter();
        _n++;
        _lock.Exit();
        _lock.Exit(); // expect: CAP0022
    }
    async Task BadAwait()
    {
        _lock.Enter();
        _n++;
        await Task.Yield(); // expect: CAP0031
        _lock.Exit();
    }
}

class Case_2322_the_monitor_of_a_lock_is_another_capability
{
    readonly Lock _lock = new();
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly ReaderWriterLockSlim _rw = new();
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_lock))] int _l;
    [GuardedBy(nameof(_permit))] int _p;
    [GuardedBy(nameof(_rw))] int _r;
    [GuardedBy(nameof(_mutex))] int _m;

    void GoodLock() { lock (_lock) _l++; }
    void GoodPermit() { _permit.Wait(); _p++; _permit.Release(); }
    void GoodReaderWriter() { _rw.EnterWriteLock(); _r++; _rw.ExitWriteLock(); }
    void GoodMutex() { _mutex.WaitOne(); _m++; _mutex.ReleaseMutex(); }
    void BadMonitorOfALock()
    {
        Monitor.Enter(_lock);
        _l++; // expect: CAP0002
        Monitor.Exit(_lock);
    }
    void BadLockAsObject()
    {
        object gate = _lock;
        lock (gate)
            _l++; // expect: CAP0002
    }
    void BadMonitorOfASemaphore()
    {
        lock (_permit)
            _p++; // expect: CAP0002
    }
    void BadMonitorOfAReaderWriterLock()
    {
        lock (_rw)
            _r++; // expect: CAP0002
    }
    void BadMonitorOfAMutex()
    {
        lock (_mutex)
            _m++; // expect: CAP0002
    }
}

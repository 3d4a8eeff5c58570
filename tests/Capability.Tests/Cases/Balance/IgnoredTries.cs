// Tries whose result nobody looks at, and scope objects nobody keeps.

class Case_4230_results_that_are_never_tested
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_lock))] int _l;
    [GuardedBy(nameof(_rw))] int _v;
    [GuardedBy(nameof(_permit))] int _m;
    [GuardedBy(nameof(_mutex))] int _x;

    void GoodEndless()
    {
        Monitor.TryEnter(_gate, Timeout.Infinite);
        _n++;
        Monitor.Exit(_gate);
        Monitor.TryEnter(_gate, -1);
        _n++;
        Monitor.Exit(_gate);
        Monitor.TryEnter(_gate, Timeout.InfiniteTimeSpan);
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodEndlessOthers()
    {
        _mutex.WaitOne();
        _x++;
        _mutex.ReleaseMutex();
        _mutex.WaitOne(Timeout.Infinite);
        _x++;
        _mutex.ReleaseMutex();
        _permit.Wait(-1);
        _m++;
        _permit.Release();
        _rw.TryEnterWriteLock(Timeout.Infinite);
        _v++;
        _rw.ExitWriteLock();
    }
    async Task GoodEndlessAwait()
    {
        await _permit.WaitAsync(Timeout.Infinite);
        _m++;
        _permit.Release();
    }
    void GoodTestedLater()
    {
        bool entered = _lock.TryEnter();
        Console.WriteLine("tried");
        if (!entered) return;
        _l++;
        _lock.Exit();
    }
    void GoodFlagNeedsNoTest()
    {
        bool taken = false;
        Monitor.Enter(_gate, ref taken);
        _n++;
        Monitor.Exit(_gate);
    }
    void BadStatement()
    {
        Monitor.TryEnter(_gate); // expect: CAP0026
        _n++;
        Monitor.Exit(_gate);
    }
    void BadDiscard()
    {
        _ = Monitor.TryEnter(_gate, 100); // expect: CAP0026
        _n++;
        Monitor.Exit(_gate);
    }
    void BadLocalThatIsNeverRead()
    {
        bool entered = _lock.TryEnter(TimeSpan.FromSeconds(1)); // expect: CAP0026
        _l++;
        _lock.Exit();
    }
    void BadFlag()
    {
        bool taken = false;
        Monitor.TryEnter(_gate, 100, ref taken); // expect: CAP0026
        _n++;
        Monitor.Exit(_gate);
    }
    void BadMutex()
    {
        _mutex.WaitOne(100); // expect: CAP0026
        _x++;
        _mutex.ReleaseMutex();
    }
    void BadPermit()
    {
        _permit.Wait(0); // expect: CAP0026
        _m++;
        _permit.Release();
    }
    async Task BadAwait()
    {
        await _permit.WaitAsync(100); // expect: CAP0026
        _m++;
        _permit.Release();
    }
    void BadReader()
    {
        _rw.TryEnterReadLock(100); // expect: CAP0026
        Console.WriteLine(_v);
    }
}

class Case_4231_scopes_that_nobody_keeps
{
    readonly Lock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;

    void GoodUsing()
    {
        using (_lock.EnterScope())
            _n++;
    }
    void GoodDeclaration()
    {
        using var scope = _lock.EnterScope();
        _n++;
    }
    void GoodDiscardNamed()
    {
        using var _ = _lock.EnterScope();
        _n++;
    }
    void GoodExplicit()
    {
        var scope = _lock.EnterScope();
        try { _n++; }
        finally { scope.Dispose(); }
    }
    void GoodTwoScopes()
    {
        using (_lock.EnterScope()) _n++;
        using (_lock.EnterScope()) _n--;
    }
    void GoodLockStatement()
    {
        lock (_lock)
            _n++;
    }
    void GoodEarlyReturn(bool early)
    {
        using var scope = _lock.EnterScope();
        if (early) return;
        _n++;
    }
    void BadStatement()
    {
        _lock.EnterScope(); // expect: CAP0027
    }
    void BadDiscard()
    {
        _ = _lock.EnterScope(); // expect: CAP0027
    }
    void BadNeverDisposed()
    {
        var scope = _lock.EnterScope(); // expect: CAP0027
        _n++;
    }
    void BadAfterwards()
    {
        using (_lock.EnterScope())
            _n++;
        _n++; // expect: CAP0002
    }
}

// What may be held where an async body or an iterator suspends.

[Capability("affine lock", ThreadAffine = true)]
sealed class Affine4800
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
}
[Capability("free lock")]
sealed class Free4800
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
}
class Case_4800_locks_of_a_thread_across_an_await
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly Mutex _mutex = new();
    readonly Affine4800 _affine = new();
    readonly Free4800 _free = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_mutex))] int _x;
    [GuardedBy(nameof(_free))] int _f;

    static Task Work() => Task.CompletedTask;
    static Task<int> Fetch() => Task.FromResult(1);

    async Task GoodBefore()
    {
        lock (_gate) _n++;
        await Work();
        lock (_gate) _n--;
    }
    async Task GoodTaskKept()
    {
        Task pending;
        lock (_gate)
        {
            _n++;
            pending = Work();
        }
        await pending;
    }
    async Task GoodReleasedAround()
    {
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
        await Work();
        Monitor.Enter(_gate);
        _n--;
        Monitor.Exit(_gate);
    }
    async Task GoodOneBranch(bool wait)
    {
        if (wait)
        {
            await Work();
            return;
        }
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    async Task GoodFreeCapability()
    {
        _free.Enter();
        await Work();
        _f++;
        _free.Exit();
    }
    Task GoodNotAwaited()
    {
        lock (_gate)
        {
            _n++;
            return Work();
        }
    }
    async Task GoodLambdaInside()
    {
        Func<Task> later;
        lock (_gate)
        {
            _n++;
            later = async () => await Work();
        }
        await later();
    }
    async Task BadMonitor()
    {
        Monitor.Enter(_gate);
        await Work(); // expect: CAP0031
        Monitor.Exit(_gate);
    }
    async Task BadLock()
    {
        _lock.Enter();
        await Work(); // expect: CAP0031
        _lock.Exit();
    }
    async Task BadReader()
    {
        _rw.EnterReadLock();
        try
        {
            await Work(); // expect: CAP0031
        }
        finally { _rw.ExitReadLock(); }
    }
    async Task BadMutex()
    {
        _mutex.WaitOne();
        _x++;
        await Work(); // expect: CAP0031
        _mutex.ReleaseMutex();
    }
    async Task BadAffine()
    {
        _affine.Enter();
        await Work(); // expect: CAP0031
        _affine.Exit();
    }
    async Task BadOnlyTheFirst()
    {
        Monitor.Enter(_gate);
        await Work(); // expect: CAP0031
        _n += await Fetch();
        await Work();
        Monitor.Exit(_gate);
    }
    async Task BadOneForEachHold()
    {
        Monitor.Enter(_gate);
        _rw.EnterWriteLock();
        await Work(); // expect: CAP0031 x2
        _rw.ExitWriteLock();
        Monitor.Exit(_gate);
    }
    [Requires(nameof(_gate))]
    async Task BadByContract()
    {
        _n++;
        await Work(); // expect: CAP0031
    }
    async Task BadConditionally(bool wait)
    {
        Monitor.Enter(_gate);
        if (wait)
            await Work(); // expect: CAP0031
        Monitor.Exit(_gate);
    }
    async Task BadInALambda()
    {
        Func<Task> later = async () =>
        {
            Monitor.Enter(_gate);
            await Work(); // expect: CAP0031
            Monitor.Exit(_gate);
        };
        await later();
    }
    async Task BadConfigured()
    {
        Monitor.Enter(_gate);
        await Work().ConfigureAwait(true); // expect: CAP0031
        Monitor.Exit(_gate);
    }
}

class Case_4801_awaits_that_are_hidden_in_statements
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    static async IAsyncEnumerable<int> Numbers()
    {
        await Task.Yield();
        yield return 1;
    }
    sealed class Resource : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => default;
    }

    async Task GoodForeach()
    {
        await foreach (int number in Numbers())
        {
            lock (_gate)
                _n += number;
        }
    }
    async Task GoodUsing()
    {
        await using var resource = new Resource();
        lock (_gate)
            _n++;
    }
    async Task GoodWhenAll(Task[] all)
    {
        lock (_gate) _n = all.Length;
        await Task.WhenAll(all);
    }
    async Task BadForeach()
    {
        Monitor.Enter(_gate);
        await foreach (int number in Numbers()) _n += number; // expect: CAP0031
        Monitor.Exit(_gate);
    }
    async Task BadUsing()
    {
        Monitor.Enter(_gate);
        await using (new Resource()) _n++; // expect: CAP0031
        Monitor.Exit(_gate);
    }
    async Task BadInAnExpression(Task<bool> ready)
    {
        Monitor.Enter(_gate);
        if (_n > 0 && await ready) _n++; // expect: CAP0031
        Monitor.Exit(_gate);
    }
}

class Case_4802_locks_of_a_thread_across_a_yield
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly SemaphoreSlim _permit = new(1, 1);
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_permit))] int _m;

    IEnumerable<int> GoodBetween()
    {
        int n;
        lock (_gate) n = _n;
        yield return n;
        lock (_gate) n = _n;
        yield return n;
    }
    IEnumerable<int> GoodPermit()
    {
        _permit.Wait();
        try { yield return _m; }
        finally { _permit.Release(); }
    }
    IEnumerable<int> GoodBreakUnderTheLock()
    {
        lock (_gate)
        {
            if (_n == 0) yield break;
            _n++;
        }
        yield return 1;
    }
    async IAsyncEnumerable<int> GoodAsyncIterator()
    {
        await _permit.WaitAsync();
        try { yield return _m; }
        finally { _permit.Release(); }
    }
    IEnumerable<int> BadMonitor()
    {
        Monitor.Enter(_gate);
        yield return _n; // expect: CAP0032
        Monitor.Exit(_gate);
    }
    IEnumerable<int> BadReader()
    {
        _rw.EnterReadLock();
        try
        {
            yield return 1; // expect: CAP0032
        }
        finally { _rw.ExitReadLock(); }
    }
    async IAsyncEnumerable<int> BadAsyncIterator()
    {
        await Task.Yield();
        Monitor.Enter(_gate);
        yield return _n; // expect: CAP0032
        Monitor.Exit(_gate);
    }
}

// Asynchronous code that takes no lock across an await it should not, in the shapes people write.

class Case_4820_throttles_caches_and_loops : IAsyncDisposable
{
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly SemaphoreSlim _throttle = new(8);
    readonly SemaphoreSlim _wakeUp = new(0);
    readonly object _gate = new();
    readonly Lock _lock = new();
    [GuardedBy(nameof(_permit))] readonly Dictionary<string, int> _cache = [];
    [GuardedBy(nameof(_gate))] int _pending;
    [GuardedBy(nameof(_lock))] Task _running = Task.CompletedTask;

    static Task<int> Fetch(string key) => Task.FromResult(key.Length);

    async Task<int> GoodGetOrFetch(string key)
    {
        await _permit.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_cache.TryGetValue(key, out int value)) return value;
            value = await Fetch(key).ConfigureAwait(false);
            _cache[key] = value;
            return value;
        }
        finally { _permit.Release(); }
    }
    async Task GoodThrottled(string[] keys)
    {
        await Task.WhenAll(keys.Select(async key =>
        {
            await _throttle.WaitAsync();
            try { await Fetch(key); }
            finally { _throttle.Release(); }
        }));
    }
    async Task GoodCountsAround(string key)
    {
        lock (_gate) _pending++;
        try { await Fetch(key); }
        finally
        {
            lock (_gate) _pending--;
        }
    }
    async Task GoodLoop(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await _wakeUp.WaitAsync(cancel);
            lock (_gate)
            {
                if (_pending == 0) continue;
                _pending--;
            }
            await Fetch("next");
        }
    }
    void GoodWake() => _wakeUp.Release();
    Task GoodStartOnce()
    {
        lock (_lock)
        {
            if (_running.IsCompleted) _running = GoodCountsAround("once");
            return _running;
        }
    }
    async Task GoodAwaitWhatWasShared()
    {
        Task running;
        lock (_lock) running = _running;
        await running;
    }
    async Task<bool> GoodTry(string key)
    {
        if (!await _permit.WaitAsync(TimeSpan.Zero)) return false;
        try { return _cache.Remove(key); }
        finally { _permit.Release(); }
    }
    async Task GoodRetry()
    {
        while (!await _permit.WaitAsync(10)) await Task.Delay(10);
        try { _cache.Clear(); }
        finally { _permit.Release(); }
    }
    async Task GoodTwoPhases(string key)
    {
        int fetched = await Fetch(key);
        await _permit.WaitAsync();
        try { _cache[key] = fetched; }
        finally { _permit.Release(); }
        lock (_gate) _pending = fetched;
    }
    async Task GoodEarlyRelease(string key)
    {
        bool held = false;
        try
        {
            await _permit.WaitAsync();
            held = true;
            _cache[key] = 1;
            _permit.Release();
            held = false;
            await Fetch(key);
        }
        finally
        {
            if (held) _permit.Release();
        }
    }
    async IAsyncEnumerable<int> GoodStream([EnumeratorCancellation] CancellationToken cancel = default)
    {
        int pending;
        lock (_gate) pending = _pending;
        for (int i = 0; i < pending; i++)
        {
            await Task.Delay(1, cancel);
            yield return i;
        }
    }
    async Task GoodConsume()
    {
        await foreach (int i in GoodStream())
        {
            lock (_gate) _pending -= i;
        }
    }
    async ValueTask GoodValueTask()
    {
        await Task.Yield();
        lock (_lock) _running = Task.CompletedTask;
    }
    public async ValueTask DisposeAsync()
    {
        await _permit.WaitAsync();
        try { _cache.Clear(); }
        finally { _permit.Release(); }
        _permit.Dispose();
    }
    async Task GoodSwitch(int kind)
    {
        switch (kind)
        {
            case 0:
                await _permit.WaitAsync();
                _cache.Clear();
                _permit.Release();
                break;
            case 1:
                lock (_gate) _pending = 0;
                break;
            default:
                await Task.Yield();
                break;
        }
    }
    async Task BadReadsTheCache(string key)
    {
        await _permit.WaitAsync();
        _permit.Release();
        Console.WriteLine(_cache[key]); // expect: CAP0001
    }
}

[Capability("async gate")]
sealed class AsyncGate4821
{
    [Acquires]
    [return: ScopedCapability]
    public async ValueTask<Releaser> LockAsync()
    {
        await Task.Yield();
        return new Releaser();
    }
    [TryAcquires(true)] public Task<bool> TryLockAsync(int milliseconds) => Task.FromResult(milliseconds > 0);
    [Releases] public void Unlock() { }
    public sealed class Releaser : IDisposable
    {
        public void Dispose() { }
    }
}
class Case_4821_an_async_lock_of_the_project
{
    readonly AsyncGate4821 _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))]
    async Task GoodStep()
    {
        _n++;
        await Task.Yield();
        _n++;
    }
    async Task Good()
    {
        using (await _gate.LockAsync())
        {
            _n++;
            await GoodStep();
            _n--;
        }
    }
    async Task GoodConfigured()
    {
        using var releaser = await _gate.LockAsync().ConfigureAwait(false);
        await GoodStep().ConfigureAwait(false);
    }
    async Task GoodTry()
    {
        if (!await _gate.TryLockAsync(10)) return;
        try { await GoodStep(); }
        finally { _gate.Unlock(); }
    }
    async Task GoodInALoop(int count)
    {
        for (int i = 0; i < count; i++)
        {
            using (await _gate.LockAsync())
            {
                if (_n > i) break;
                await GoodStep();
            }
        }
    }
    async Task<int> GoodReturns()
    {
        using (await _gate.LockAsync())
            return _n + await Task.FromResult(_n);
    }
    async Task BadStep() { await GoodStep(); } // expect: CAP0011
    async Task BadScope()
    {
        await _gate.LockAsync(); // expect: CAP0027
    }
    async Task BadTwice()
    {
        using (await _gate.LockAsync())
        using (await _gate.LockAsync()) // expect: CAP0021
            _n++;
    }
}

// The asynchronous locks of DotNext.Threading.
// library: DotNext.Threading.library.cs
using DotNext.Threading;

class Case_8020_an_exclusive_lock
{
    readonly AsyncExclusiveLock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;

    async Task Good(CancellationToken token)
    {
        await _lock.AcquireAsync(token);
        try { _n++; }
        finally { _lock.Release(); }
    }
    void GoodTry()
    {
        if (!_lock.TryAcquire())
            return;
        _n++;
        _lock.Release();
    }
    async Task GoodTryAsync()
    {
        if (await _lock.TryAcquireAsync(TimeSpan.FromSeconds(1)))
        {
            _n++;
            _lock.Release();
        }
    }
    async Task GoodScope()
    {
        using (await _lock.AcquireLockAsync())
            _n++;
    }
    void BadSomebodyHoldsIt()
    {
        if (_lock.IsLockHeld)
            _n++; // expect: CAP0002
    }
    async Task BadStillHeld()
    {
        await _lock.AcquireAsync(); // expect: CAP0024
        _n++;
    }
    async Task BadTwice()
    {
        await _lock.AcquireAsync();
        await _lock.AcquireAsync(); // expect: CAP0021
        _n++;
        _lock.Release();
        _lock.Release();
    }
    async Task BadTryForgotten()
    {
        await _lock.TryAcquireAsync(TimeSpan.Zero); // expect: CAP0026
        _n++;
    }
    void BadRelease() => _lock.Release(); // expect: CAP0022
}

class Case_8021_readers_and_writers
{
    readonly AsyncReaderWriterLock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;

    async Task<int> GoodRead()
    {
        await _lock.EnterReadLockAsync();
        try { return _n; }
        finally { _lock.Release(); }
    }
    async Task GoodWrite(CancellationToken token)
    {
        await _lock.EnterWriteLockAsync(token);
        try { _n++; }
        finally { _lock.Release(); }
    }
    async Task GoodUpgrade()
    {
        await _lock.EnterReadLockAsync();
        if (_n == 0)
        {
            await _lock.UpgradeToWriteLockAsync();
            _n++;
            _lock.DowngradeFromWriteLock();
        }
        Use(_n);
        _lock.Release();
    }
    async Task GoodUpgradeToTheEnd()
    {
        await _lock.EnterReadLockAsync();
        await _lock.UpgradeToWriteLockAsync();
        _n++;
        _lock.Release();
    }
    async Task GoodTryUpgrade()
    {
        await _lock.EnterReadLockAsync();
        if (_lock.TryUpgradeToWriteLock())
            _n++;
        _lock.Release();
    }
    async Task GoodScopes()
    {
        using (await _lock.AcquireReadLockAsync())
            Use(_n);
        using (await _lock.AcquireWriteLockAsync(TimeSpan.FromSeconds(1)))
            _n++;
    }
    async Task BadDowngraded()
    {
        await _lock.EnterWriteLockAsync();
        _lock.DowngradeFromWriteLock();
        _n++; // expect: CAP0002
        _lock.Release();
    }
    async Task BadScope()
    {
        using (await _lock.AcquireReadLockAsync())
            _n++; // expect: CAP0002
    }
    void BadOptimistic()
    {
        var stamp = _lock.TryOptimisticRead();
        Use(_n); // expect: CAP0001
        if (_lock.TryEnterWriteLock(stamp))
        {
            _n++;
            _lock.Release();
        }
    }
    void Use(int n) { }
}

class Case_8022_the_mode_is_an_argument
{
    readonly AsyncSharedLock _lock = new(10);
    [GuardedBy(nameof(_lock))] int _n;

    async Task GoodStrong(CancellationToken token)
    {
        await _lock.AcquireAsync(true, token);
        _n++;
        _lock.Release();
    }
    async Task<int> GoodWeak()
    {
        await _lock.AcquireAsync(strongLock: false);
        try { return _n; }
        finally { _lock.Release(); }
    }
    async Task GoodDowngrade()
    {
        await _lock.AcquireAsync(true);
        _n++;
        _lock.Downgrade();
        Use(_n);
        _lock.Release();
    }
    void GoodTry()
    {
        if (_lock.TryAcquire(true))
        {
            _n++;
            _lock.Release();
        }
    }
    async Task BadWeak()
    {
        await _lock.AcquireAsync(false);
        _n++; // expect: CAP0002
        _lock.Release();
    }
    void Use(int n) { }
}

class Case_8023_a_handle
{
    readonly AsyncLock _lock = AsyncLock.Exclusive();
    [GuardedBy(nameof(_lock))] int _n;

    async Task Good(CancellationToken token)
    {
        using (await _lock.AcquireAsync(token))
            _n++;
    }
    async Task GoodTry()
    {
        using var scope = await _lock.TryAcquireAsync(TimeSpan.FromSeconds(1));
        if (!scope.IsEmpty)
            _n++;
    }
    async Task BadTry()
    {
        using var scope = await _lock.TryAcquireAsync(TimeSpan.FromSeconds(1));
        if (scope.IsEmpty)
            _n++; // expect: CAP0002
    }
    async Task BadUntested()
    {
        using var scope = await _lock.TryAcquireAsync(TimeSpan.FromSeconds(1)); // expect: CAP0026
        _n++;
    }
    async Task BadDiscarded(CancellationToken token)
    {
        await _lock.AcquireAsync(token); // expect: CAP0027
    }
}

class Case_8024_the_lock_of_an_object_is_not_its_monitor
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Good()
    {
        lock (_gate)
            _n++;
    }
    async Task GoodAcrossAwait()
    {
        using (await _gate.AcquireLockAsync())
            await Task.Yield();
    }
    async Task Bad()
    {
        using (await _gate.AcquireLockAsync())
            _n++; // expect: CAP0002
    }
}

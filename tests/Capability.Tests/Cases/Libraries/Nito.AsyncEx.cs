// The locks of Nito.AsyncEx.
// library: Nito.AsyncEx.library.cs
using Nito.AsyncEx;

class Case_8000_an_async_lock_is_a_scope
{
    readonly AsyncLock _lock = new();
    readonly AsyncLock _other = new();
    [GuardedBy(nameof(_lock))] int _n;

    async Task GoodAsync()
    {
        using (await _lock.LockAsync())
            _n++;
    }
    async Task GoodWithToken(CancellationToken token)
    {
        using var held = await _lock.LockAsync(token).ConfigureAwait(false);
        _n++;
        await Task.Yield();
        _n++;
    }
    void GoodSync()
    {
        using (_lock.Lock())
            _n++;
    }
    async Task GoodAsTask()
    {
        var pending = _lock.LockAsync().AsTask();
        using (await pending)
            _n++;
    }
    async Task BadAfter()
    {
        using (await _lock.LockAsync())
            _n++;
        _n++; // expect: CAP0002
    }
    async Task BadOther()
    {
        using (await _other.LockAsync())
            _n++; // expect: CAP0002
    }
    async Task BadNotAwaited()
    {
        _lock.LockAsync(); // expect: CAP0027
        await Task.Yield();
    }
    async Task BadDiscarded()
    {
        await _lock.LockAsync(); // expect: CAP0027
        _n++;
    }
    async Task BadTwice()
    {
        using (await _lock.LockAsync())
        using (await _lock.LockAsync()) // expect: CAP0021
            _n++;
    }
    void BadTwiceSync()
    {
        using (_lock.Lock())
        using (_lock.Lock()) // expect: CAP0021
            _n++;
    }
}

class Case_8001_readers_and_writers
{
    readonly AsyncReaderWriterLock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;

    async Task<int> GoodRead()
    {
        using (await _lock.ReaderLockAsync())
            return _n;
    }
    async Task GoodWrite(CancellationToken token)
    {
        using (await _lock.WriterLockAsync(token))
            _n++;
    }
    int GoodSyncRead()
    {
        using (_lock.ReaderLock())
            return _n;
    }
    async Task BadWriteUnderRead()
    {
        using (await _lock.ReaderLockAsync())
            _n++; // expect: CAP0002
    }
    async Task<int> BadUpgrade()
    {
        using (await _lock.ReaderLockAsync())
        using (await _lock.WriterLockAsync()) // expect: CAP0021
            return _n++;
    }
    [RequiresShared(nameof(_lock))] int Peek() => _n;
    [Requires(nameof(_lock))] void Poke() => _n++;
    async Task Calls()
    {
        using (await _lock.ReaderLockAsync())
        {
            Peek();
            Poke(); // expect: CAP0011
        }
        using (await _lock.WriterLockAsync())
        {
            Peek();
            Poke();
        }
    }
}

class Case_8002_semaphores
{
    readonly AsyncSemaphore _one = new(1);
    readonly AsyncSemaphore _signal = new(0);
    readonly SemaphoreSlim _slim = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;
    [GuardedBy(nameof(_slim))] int _m;

    async Task Good()
    {
        await _one.WaitAsync();
        try { _n++; }
        finally { _one.Release(); }
    }
    async Task GoodScope()
    {
        using (await _one.LockAsync())
            _n++;
    }
    async Task GoodExtension(CancellationToken token)
    {
        using (await _slim.LockAsync(token))
            _m++;
        using (_slim.Lock())
            _m++;
    }
    void GoodSignal() => _signal.Release();
    async Task GoodWaitForSignal() => await _signal.WaitAsync();
    async Task BadStillHeld(bool stop)
    {
        await _one.WaitAsync(); // expect: CAP0024
        if (stop)
            return;
        _n++;
        _one.Release();
    }
    async Task BadOtherSemaphore()
    {
        using (await _slim.LockAsync())
            _n++; // expect: CAP0002
    }
}

class Case_8003_a_monitor
{
    readonly AsyncMonitor _monitor = new();
    [GuardedBy(nameof(_monitor))] bool _ready;

    async Task GoodWait()
    {
        using (await _monitor.EnterAsync())
        {
            while (!_ready)
                await _monitor.WaitAsync();
            _ready = false;
        }
    }
    void GoodPulse()
    {
        using (_monitor.Enter())
        {
            _ready = true;
            _monitor.PulseAll();
        }
    }
    void BadPulse() => _monitor.Pulse(); // expect: CAP0011
    async Task BadWait()
    {
        await _monitor.WaitAsync(); // expect: CAP0011
    }
}

// Semaphore and SemaphoreSlim with one permit: no reentrancy, no thread affinity, and signals that guard nothing.

class Case_2360_semaphore
{
    readonly Semaphore _permit = new(1, 1);
    readonly Semaphore _two = new(2, 2);
    [GuardedBy(nameof(_permit))] int _n;
    [GuardedBy(nameof(_two))] int _m; // expect: CAP0302

    void GoodLinear() { _permit.WaitOne(); _n++; _permit.Release(); }
    void GoodFinally() { _permit.WaitOne(); try { _n++; } finally { _permit.Release(); } }
    void GoodTimeout() { if (!_permit.WaitOne(100)) return; _n++; _permit.Release(); }
    void GoodTimeSpan() { if (_permit.WaitOne(TimeSpan.Zero)) { try { _n++; } finally { _permit.Release(); } } }
    void GoodInTurn() { _permit.WaitOne(); _permit.Release(); _permit.WaitOne(); _n++; _permit.Release(); }
    async Task GoodAwait() { _permit.WaitOne(); _n++; await Task.Yield(); _n--; _permit.Release(); }
    void BadNone() { _n++; } // expect: CAP0002
    void BadTwice()
    {
        _permit.WaitOne();
        _permit.WaitOne(); // expect: CAP0021
        _n++;
        _permit.Release();
    }
    void BadIgnored()
    {
        _permit.WaitOne(100); // expect: CAP0026
        _n++;
        _permit.Release();
    }
    void BadLeak(bool b)
    {
        _permit.WaitOne(); // expect: CAP0024
        if (b) return;
        _n++;
        _permit.Release();
    }
    void BadReleasedTwice()
    {
        _permit.WaitOne();
        _permit.Release();
        _permit.Release(); // expect: CAP0022
    }
}

class Case_2361_semaphore_slim
{
    readonly SemaphoreSlim _permit = new(1);
    [GuardedBy(nameof(_permit))] int _n;

    void GoodLinear() { _permit.Wait(); _n++; _permit.Release(); }
    void GoodFinally() { _permit.Wait(); try { _n++; } finally { _permit.Release(); } }
    void GoodToken(CancellationToken token) { _permit.Wait(token); try { _n++; } finally { _permit.Release(); } }
    void GoodTimeout() { if (_permit.Wait(0)) { _n++; _permit.Release(); } }
    void GoodTimeoutAndToken(CancellationToken token) { if (!_permit.Wait(TimeSpan.FromSeconds(1), token)) return; _n++; _permit.Release(); }
    void GoodInfinite() { _permit.Wait(Timeout.Infinite); _n++; _permit.Release(); }
    void GoodCaught(CancellationToken token)
    {
        try { _permit.Wait(token); }
        catch (OperationCanceledException) { return; }
        _n++;
        _permit.Release();
    }
    void BadIgnored()
    {
        _permit.Wait(100); // expect: CAP0026
        _n++;
        _permit.Release();
    }
    void BadTwice()
    {
        _permit.Wait();
        _permit.Wait(); // expect: CAP0021
        _n++;
        _permit.Release();
    }
    void BadCountIsNoQuery()
    {
        if (_permit.CurrentCount == 0)
            _n++; // expect: CAP0002
    }
    void BadTokenInsideTheTry(CancellationToken token)
    {
        try
        {
            _permit.Wait(token);
            _n++;
        }
        finally
        {
            _permit.Release(); // expect: CAP0022
        }
    }
    void BadAfterTheCatch(CancellationToken token)
    {
        try { _permit.Wait(token); }
        catch (OperationCanceledException) { Console.WriteLine("cancelled"); }
        _n++; // expect: CAP0002
        _permit.Release();
    }
    void BadLeak(bool b)
    {
        _permit.Wait(); // expect: CAP0024
        if (b) return;
        _n++;
        _permit.Release();
    }
}

class Case_2362_semaphore_slim_awaited
{
    readonly SemaphoreSlim _permit = new(1, 1);
    [GuardedBy(nameof(_permit))] int _n;

    async Task Good() { await _permit.WaitAsync(); try { _n++; await Task.Yield(); _n--; } finally { _permit.Release(); } }
    async Task GoodConfigured() { await _permit.WaitAsync().ConfigureAwait(false); _n++; _permit.Release(); }
    async Task GoodTimeout() { if (await _permit.WaitAsync(100)) { _n++; _permit.Release(); } }
    async Task GoodTimeoutConfigured() { if (!await _permit.WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false)) return; _n++; _permit.Release(); }
    async Task GoodLocal(CancellationToken token)
    {
        bool got = await _permit.WaitAsync(100, token);
        if (!got) return;
        try { _n++; }
        finally { _permit.Release(); }
    }
    async Task<int> GoodReturn() { await _permit.WaitAsync(); try { return _n; } finally { _permit.Release(); } }
    async Task GoodKeptTask()
    {
        Task turn = _permit.WaitAsync();
        Console.WriteLine("meanwhile");
        await turn;
        _n++;
        _permit.Release();
    }
    async Task BadNotAwaited()
    {
        _permit.WaitAsync(); // expect: CAP0026
        _n++;
        _permit.Release();
        await Task.Yield();
    }
    async Task BadIgnoredTimeout()
    {
        await _permit.WaitAsync(100); // expect: CAP0026
        _n++;
        _permit.Release();
    }
    async Task BadElse()
    {
        if (await _permit.WaitAsync(100)) _permit.Release();
        else _n++; // expect: CAP0002
    }
    async Task BadInsideTheTry()
    {
        try
        {
            await _permit.WaitAsync();
            _n++;
        }
        finally
        {
            _permit.Release(); // expect: CAP0022
        }
    }
    async Task BadTwice()
    {
        await _permit.WaitAsync();
        await _permit.WaitAsync(); // expect: CAP0021
        _n++;
        _permit.Release();
    }
    async Task BadLeak(bool b)
    {
        await _permit.WaitAsync(); // expect: CAP0024
        if (b) return;
        _n++;
        _permit.Release();
    }
    async Task BadAfter()
    {
        await _permit.WaitAsync();
        _permit.Release();
        _n++; // expect: CAP0002
    }
}

class Case_2363_signals_guard_nothing
{
    readonly SemaphoreSlim _ready = new(0);
    readonly SemaphoreSlim _slots = new(4, 4);
    readonly Semaphore _done = new(0, 1);
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly Queue<int> _queue = new();

    void GoodProduce(int item) { lock (_gate) _queue.Enqueue(item); _ready.Release(); }
    int GoodConsume() { _ready.Wait(); lock (_gate) return _queue.Dequeue(); }
    async Task GoodThrottle() { await _slots.WaitAsync(); try { await Task.Yield(); } finally { _slots.Release(); } }
    void GoodSlotsTwice() { _slots.Wait(); _slots.Wait(); _slots.Release(2); }
    void GoodDone() { _done.Release(); }
    void GoodAwaitDone() { _done.WaitOne(); }
    bool GoodTestDone() => _done.WaitOne(0);
    int BadUnderASignal()
    {
        _ready.Wait();
        return _queue.Dequeue(); // expect: CAP0002
    }
}

// Mutex: WaitOne in its spellings, abandoned mutexes, ownership at construction, and mutexes that guard nothing.

class Case_2350_mutex
{
    readonly Mutex _mutex = new();
    [GuardedBy(nameof(_mutex))] int _n;

    void GoodLinear() { _mutex.WaitOne(); _n++; _mutex.ReleaseMutex(); }
    void GoodFinally() { _mutex.WaitOne(); try { _n++; } finally { _mutex.ReleaseMutex(); } }
    void GoodWaitInsideTheTry() { try { _mutex.WaitOne(); _n++; } finally { _mutex.ReleaseMutex(); } }
    void GoodTimeout() { if (_mutex.WaitOne(100)) { _n++; _mutex.ReleaseMutex(); } }
    void GoodTimeSpan() { if (!_mutex.WaitOne(TimeSpan.FromSeconds(1))) return; _n++; _mutex.ReleaseMutex(); }
    void GoodExitContext() { if (_mutex.WaitOne(100, false)) { try { _n++; } finally { _mutex.ReleaseMutex(); } } }
    void GoodTestedAnyway() { if (_mutex.WaitOne()) { _n++; _mutex.ReleaseMutex(); } }
    void GoodInfinite() { _mutex.WaitOne(Timeout.Infinite); _n++; _mutex.ReleaseMutex(); }
    void GoodLocal() { bool ok = _mutex.WaitOne(0); try { if (ok) _n++; } finally { if (ok) _mutex.ReleaseMutex(); } }
    void GoodReentrant() { _mutex.WaitOne(); _mutex.WaitOne(); _n++; _mutex.ReleaseMutex(); _n++; _mutex.ReleaseMutex(); }
    void GoodAbandoned()
    {
        try { _mutex.WaitOne(); }
        catch (AbandonedMutexException) { _n = 0; }
        _n++;
        _mutex.ReleaseMutex();
    }
    void GoodAbandonedWithTimeout()
    {
        bool ok;
        try { ok = _mutex.WaitOne(100); }
        catch (AbandonedMutexException) { ok = true; }
        if (!ok) return;
        _n++;
        _mutex.ReleaseMutex();
    }
    void GoodBoth()
    {
        using var second = new Mutex();
        WaitHandle.WaitAll([_mutex, second]);
        _n++;
        second.ReleaseMutex();
        _mutex.ReleaseMutex();
    }
    void BadIgnoredTimeout()
    {
        _mutex.WaitOne(100); // expect: CAP0026
        _n++;
        _mutex.ReleaseMutex();
    }
    void BadElse()
    {
        if (_mutex.WaitOne(100)) _mutex.ReleaseMutex();
        else _n++; // expect: CAP0002
    }
    void BadLeak(bool b)
    {
        _mutex.WaitOne(); // expect: CAP0024
        if (b) return;
        _n++;
        _mutex.ReleaseMutex();
    }
    void BadTwice()
    {
        _mutex.WaitOne();
        _mutex.ReleaseMutex();
        _mutex.ReleaseMutex(); // expect: CAP0022
    }
    void BadAfter()
    {
        _mutex.WaitOne();
        _mutex.ReleaseMutex();
        _n++; // expect: CAP0002
    }
    void BadAny()
    {
        int got = WaitHandle.WaitAny([_mutex], 100);
        if (got == WaitHandle.WaitTimeout) return;
        _n++; // expect: CAP0002
    }
    void BadWaitHandle(WaitHandle handle)
    {
        handle.WaitOne();
        _n++; // expect: CAP0002
    }
    async Task BadAwait()
    {
        _mutex.WaitOne();
        _n++;
        await Task.Yield(); // expect: CAP0031
        _mutex.ReleaseMutex();
    }
}

class Case_2351_a_mutex_without_annotation_may_be_a_signal
{
    readonly Mutex _signal = new(false, "one instance");
    readonly Mutex _guard = new();
    [GuardedBy(nameof(_guard))] int _n;

    void GoodTakeOnly() { _signal.WaitOne(); }
    void GoodReleaseOnly() { _signal.ReleaseMutex(); }
    bool GoodTest() => _signal.WaitOne(0);
    void GoodIgnored() { _guard.WaitOne(); _n++; _guard.ReleaseMutex(); }
    void BadLeak()
    {
        _guard.WaitOne(); // expect: CAP0024
        _n++;
    }
}

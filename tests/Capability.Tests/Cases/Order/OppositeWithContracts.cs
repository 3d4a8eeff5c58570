// Opposite orders where contracts say what is held, and where an order is declared.

class Case_4831_contracts
{
    readonly object _a = new(), _b = new(), _c = new(), _d = new();
    readonly SemaphoreSlim _free = new(1), _slot = new(1);
    [GuardedBy(nameof(_free))] int _m;
    [GuardedBy(nameof(_slot))] int _k;
    int _n;

    [Requires(nameof(_a))]
    void TakeB() { lock (_b) _n++; }
    void BThenA()
    {
        lock (_b)
            lock (_a) // expect: CAP0043
                _n++;
    }

    [Acquires(nameof(_c))] void Begin() => Monitor.Enter(_c);
    [Releases(nameof(_c))] void End() => Monitor.Exit(_c);
    void CThenD()
    {
        Begin();
        lock (_d) _n++;
        End();
    }
    void DThenC()
    {
        lock (_d)
        {
            Begin(); // expect: CAP0043
            End();
        }
    }

    void FreeThenSlot()
    {
        _free.Wait();
        _slot.Wait();
        _m = _k;
        _slot.Release();
        _free.Release();
    }
    async Task SlotThenFree()
    {
        await _slot.WaitAsync();
        await _free.WaitAsync(); // expect: CAP0043
        _m = _k;
        _free.Release();
        _slot.Release();
    }
}

class Case_4832_declared
{
    [AcquiredBefore(nameof(_b))] readonly object _a = new();
    readonly object _b = new();
    [AcquiredBefore(nameof(_d))] readonly object _c = new();
    readonly object _d = new();
    int _n;

    void AThenB() { lock (_a) lock (_b) _n++; }
    void BThenA()
    {
        lock (_b)
            lock (_a) // expect: CAP0041
                _n++;
    }

    void CThenD() { lock (_c) lock (_d) _n++; }
    void TakeC() { lock (_c) _n++; }
    void DThenCByACall()
    {
        lock (_d)
            TakeC(); // expect: CAP0043
    }
}

class Case_4833_one_thread
{
    readonly object _a = new(), _b = new();
    int _n;
    [Requires(typeof(UIThread))] void GoodAThenB() { lock (_a) lock (_b) _n++; }
    [Requires(typeof(UIThread))] void GoodBThenA() { lock (_b) lock (_a) _n++; }
}

class Case_4834_unchecked
{
    readonly object _a = new(), _b = new();
    int _n;
    void AThenB() { lock (_a) lock (_b) _n++; }
    [NoCapabilityAnalysis("old code")] void GoodWaived() { lock (_b) lock (_a) _n++; }
}

// Semaphores, roles and contracts that live through an async body.

class Case_4810_semaphores_through_awaits
{
    readonly SemaphoreSlim _permit = new(1, 1);
    [GuardedBy(nameof(_permit))] int _m;
    static Task Work() => Task.CompletedTask;

    async Task Good()
    {
        await _permit.WaitAsync();
        try
        {
            _m++;
            await Work();
            _m--;
        }
        finally { _permit.Release(); }
    }
    async Task GoodConfigured()
    {
        await _permit.WaitAsync().ConfigureAwait(false);
        try { _m++; }
        finally { _permit.Release(); }
    }
    async Task GoodTimed()
    {
        if (!await _permit.WaitAsync(100)) return;
        try { _m++; }
        finally { _permit.Release(); }
    }
    async Task GoodTimedInALocal(CancellationToken cancel)
    {
        bool entered = await _permit.WaitAsync(TimeSpan.FromSeconds(1), cancel).ConfigureAwait(false);
        if (entered)
        {
            _m++;
            _permit.Release();
        }
    }
    async Task GoodCancellable(CancellationToken cancel)
    {
        await _permit.WaitAsync(cancel);
        try { _m++; }
        finally { _permit.Release(); }
    }
    async Task GoodPending()
    {
        Task pending = _permit.WaitAsync();
        await Work();
        await pending;
        _m++;
        _permit.Release();
    }
    void GoodBlocking()
    {
        _permit.Wait();
        _m++;
        _permit.Release();
    }
    [Requires(nameof(_permit))]
    async Task GoodContractLasts()
    {
        _m++;
        await Work();
        _m--;
    }
    async Task GoodCaller()
    {
        await _permit.WaitAsync();
        try { await GoodContractLasts(); }
        finally { _permit.Release(); }
    }
    async Task BadAfterwards()
    {
        await _permit.WaitAsync();
        _permit.Release();
        _m++; // expect: CAP0002
    }
    async Task BadFailed()
    {
        if (await _permit.WaitAsync(0)) _permit.Release();
        else
            _m++; // expect: CAP0002
    }
    async Task BadCancellable(CancellationToken cancel)
    {
        try
        {
            await _permit.WaitAsync(cancel);
            _m++;
        }
        finally
        {
            _permit.Release(); // expect: CAP0022
        }
    }
    async Task BadLeft(bool early)
    {
        await _permit.WaitAsync(); // expect: CAP0024
        if (early) return;
        _permit.Release();
    }
    async Task BadTwice()
    {
        await _permit.WaitAsync();
        await _permit.WaitAsync(); // expect: CAP0021
        _m++;
        _permit.Release();
    }
    async Task BadCaller() { await GoodContractLasts(); } // expect: CAP0011
    async Task BadBeforeTheAwait()
    {
        Task pending = _permit.WaitAsync();
        _m++; // expect: CAP0002
        await pending;
        _permit.Release();
    }
}

class Case_4811_contracts_of_async_members_take_effect_at_the_await
{
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly object _gate = new();
    [GuardedBy(nameof(_permit))] int _m;
    [GuardedBy(nameof(_gate))] int _n;

    [Acquires(nameof(_permit))]
    async Task EnterAsync()
    {
        await Task.Yield();
        await _permit.WaitAsync();
    }
    [TryAcquires(true, nameof(_permit))] async Task<bool> TryEnterAsync() => await _permit.WaitAsync(10);
    [Releases(nameof(_permit))] void Exit() => _permit.Release();
    [Requires(nameof(_gate))]
    async Task StartUnderTheLock()
    {
        _n++;
        await Task.Yield(); // expect: CAP0031
    }

    async Task Good()
    {
        await EnterAsync();
        _m++;
        Exit();
    }
    async Task GoodLater()
    {
        var entering = EnterAsync();
        Console.WriteLine("entering");
        await entering;
        _m++;
        Exit();
    }
    async Task GoodTry()
    {
        if (await TryEnterAsync())
        {
            _m++;
            Exit();
        }
    }
    async Task GoodFinally()
    {
        await EnterAsync();
        try
        {
            await Task.Yield();
            _m++;
        }
        finally { Exit(); }
    }
    Task GoodFirstPartRunsUnderTheCaller()
    {
        lock (_gate)
            return StartUnderTheLock();
    }
    async Task BadBeforeTheAwait()
    {
        var entering = EnterAsync();
        _m++; // expect: CAP0002
        await entering;
        Exit();
    }
    async Task BadTry()
    {
        if (!await TryEnterAsync())
        {
            _m++; // expect: CAP0002
            return;
        }
        Exit();
    }
    async Task BadLeft()
    {
        await EnterAsync(); // expect: CAP0024
        _m++;
    }
    Task BadFirstPart() { return StartUnderTheLock(); } // expect: CAP0011
}

class Case_4812_the_user_interface_thread
{
    [GuardedBy(typeof(UIThread))] string _title = "";

    [Requires(typeof(UIThread))] void Show() => Console.WriteLine(_title);
    [Requires(typeof(UIThread))]
    async Task GoodSurvives()
    {
        Show();
        await Task.Yield();
        _title = "loaded";
        Show();
    }
    [Requires(typeof(UIThread))]
    async Task GoodConfiguredToReturn()
    {
        await Task.Delay(1).ConfigureAwait(true);
        Show();
    }
    [Requires(typeof(UIThread))]
    async Task GoodLastThing()
    {
        Show();
        await Task.Delay(1).ConfigureAwait(false);
        Console.WriteLine("anywhere");
    }
    [Requires(typeof(UIThread))]
    async Task BadLost()
    {
        await Task.Delay(1).ConfigureAwait(false);
        _title = "lost"; // expect: CAP0002
    }
    [Requires(typeof(UIThread))]
    async Task BadLostForCalls()
    {
        await Task.Delay(1).ConfigureAwait(false);
        Show(); // expect: CAP0011
    }
    [Requires(typeof(UIThread))]
    void BadOnThePool()
    {
        Task.Run(() => Show()); // expect: CAP0011
    }
    void BadNobodySaysSo() { Show(); } // expect: CAP0011
}

class Case_4813_delegates_for_the_pool
{
    readonly object _gate = new();
    readonly SemaphoreSlim _permit = new(1, 1);
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_permit))] int _m;

    Task GoodLocks() => Task.Run(() => { lock (_gate) _n++; });
    Task GoodWaits() => Task.Run(async () =>
    {
        await _permit.WaitAsync();
        try { _m++; }
        finally { _permit.Release(); }
    });
    async Task GoodLocalFunction()
    {
        await _permit.WaitAsync();
        try { await Add(); }
        finally { _permit.Release(); }

        async Task Add()
        {
            _m++;
            await Task.Yield();
        }
    }
    async Task BadUnderThePermit()
    {
        await _permit.WaitAsync();
        try
        {
            await Task.Run(() => _m++); // expect: CAP0002
        }
        finally { _permit.Release(); }
    }
    async Task BadContinuation(Task first)
    {
        await _permit.WaitAsync();
        await first.ContinueWith(_ => _m++); // expect: CAP0002
        _permit.Release();
    }
    void BadParallel()
    {
        lock (_gate)
            Parallel.For(0, 9, i => _n += i); // expect: CAP0002
    }
}

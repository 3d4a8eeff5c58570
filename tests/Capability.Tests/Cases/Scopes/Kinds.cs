// Adopting, deferring and failing scopes, factories, and scopes that are awaited.

[Capability("latch", Reentrant = false)]
sealed class Latch4410
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
}
[ScopedCapability]
sealed class Adopted4410 : IDisposable
{
    readonly Latch4410 _latch;
    [Requires("latch")] public Adopted4410(Latch4410 latch) => _latch = latch;
    [Releases] public void Dispose() => _latch.Exit();
}
[ScopedCapability]
sealed class Deferred4410 : IDisposable
{
    readonly Latch4410 _latch;
    bool _held;
    [Excludes("latch")] public Deferred4410(Latch4410 latch) => _latch = latch;
    [Acquires]
    public void Take()
    {
        _latch.Enter();
        _held = true;
    }
    [Releases] public void Dispose() { if (_held) _latch.Exit(); }
}
class Case_4410_scopes_that_adopt_and_scopes_that_defer
{
    readonly Latch4410 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    void GoodAdopted()
    {
        _latch.Enter();
        using (new Adopted4410(_latch))
            _n++;
    }
    [Releases(nameof(_latch))]
    void GoodAdoptedFromTheCaller()
    {
        using var hold = new Adopted4410(_latch);
        _n++;
    }
    void GoodDeferredAndTaken()
    {
        using var hold = new Deferred4410(_latch);
        Console.WriteLine("not yet");
        hold.Take();
        _n++;
    }
    void GoodDeferredAndNeverTaken()
    {
        using var hold = new Deferred4410(_latch);
        Console.WriteLine("never");
    }
    void GoodDeferredInOneBranch(bool locked)
    {
        using var hold = new Deferred4410(_latch);
        if (locked)
        {
            hold.Take();
            _n++;
        }
    }
    void BadAdoptsNothing()
    {
        using var hold = new Adopted4410(_latch); // expect: CAP0011
        Console.WriteLine("nothing to adopt");
    }
    [Requires(nameof(_latch))]
    void BadAdoptsWhatTheCallerKeeps()
    {
        using (new Adopted4410(_latch))
            _n++;
    } // expect: CAP0025
    void BadAfterTheAdopter()
    {
        _latch.Enter();
        using (new Adopted4410(_latch))
            _n++;
        _n--; // expect: CAP0002
    }
    void BadDeferredAndNotTaken()
    {
        using var hold = new Deferred4410(_latch);
        _n++; // expect: CAP0002
    }
    void BadDeferredUnderTheLock()
    {
        _latch.Enter();
        using (var hold = new Deferred4410(_latch)) // expect: CAP0012
            Console.WriteLine("already held");
        _latch.Exit();
    }
}

[ScopedCapability]
readonly struct Pass4411(Gatekeeper4411 keeper) : IDisposable
{
    [Releases] public void Dispose() => keeper.Gate.Release();
}
sealed class Token4411(SemaphoreSlim gate) : IDisposable, IAsyncDisposable
{
    public void Dispose() => gate.Release();
    public ValueTask DisposeAsync()
    {
        gate.Release();
        return default;
    }
}
sealed class Gatekeeper4411
{
    public readonly SemaphoreSlim Gate = new(1, 1);
    [GuardedBy(nameof(Gate))] public int N;

    [Acquires(nameof(Gate))]
    public Pass4411 Enter()
    {
        Gate.Wait();
        return new Pass4411(this);
    }
    [Acquires(nameof(Gate))]
    [return: ScopedCapability]
    public Token4411 EnterToken()
    {
        Gate.Wait();
        return new Token4411(Gate);
    }
    [Acquires(nameof(Gate))]
    [return: ScopedCapability]
    public async Task<Token4411> EnterAsync(CancellationToken token = default)
    {
        await Gate.WaitAsync(token);
        return new Token4411(Gate);
    }
    [Acquires(nameof(Gate))]
    [return: ScopedCapability]
    public async ValueTask<IDisposable> EnterQuicklyAsync()
    {
        await Gate.WaitAsync().ConfigureAwait(false);
        return new Token4411(Gate);
    }
}
class Case_4411_factories
{
    readonly Gatekeeper4411 _keeper = new();

    void GoodScopeType()
    {
        using (_keeper.Enter())
            _keeper.N++;
    }
    void GoodScopedResult()
    {
        using var token = _keeper.EnterToken();
        _keeper.N++;
    }
    void GoodExplicit()
    {
        var token = _keeper.EnterToken();
        try { _keeper.N++; }
        finally { token.Dispose(); }
    }
    void GoodAliasOfTheKeeper()
    {
        var keeper = _keeper;
        using (keeper.EnterToken())
            _keeper.N++;
    }
    void BadDiscardedScope()
    {
        _keeper.Enter(); // expect: CAP0027
    }
    void BadDiscardedToken()
    {
        _ = _keeper.EnterToken(); // expect: CAP0027
    }
    void BadOther(Gatekeeper4411 other)
    {
        using (other.EnterToken())
            _keeper.N++; // expect: CAP0002
    }
    void BadAfterwards()
    {
        using (_keeper.Enter())
            _keeper.N++;
        _keeper.N--; // expect: CAP0002
    }
}
class Case_4412_scopes_that_are_awaited
{
    readonly Gatekeeper4411 _keeper = new();

    async Task Good()
    {
        using (await _keeper.EnterAsync())
        {
            _keeper.N++;
            await Task.Yield();
            _keeper.N--;
        }
    }
    async Task GoodDeclaration(CancellationToken cancel)
    {
        using var token = await _keeper.EnterAsync(cancel).ConfigureAwait(false);
        _keeper.N++;
    }
    async Task GoodAwaitUsing()
    {
        await using (await _keeper.EnterAsync())
            _keeper.N++;
    }
    async Task GoodAwaitUsingDeclaration()
    {
        await using var token = await _keeper.EnterAsync();
        _keeper.N++;
    }
    async Task GoodValueTask()
    {
        using (await _keeper.EnterQuicklyAsync())
            _keeper.N++;
    }
    async Task GoodAwaitedLater()
    {
        var pending = _keeper.EnterAsync();
        Console.WriteLine("waiting");
        using (await pending)
            _keeper.N++;
    }
    async Task GoodDisposedAsync()
    {
        var token = await _keeper.EnterAsync();
        try { _keeper.N++; }
        finally { await token.DisposeAsync(); }
    }
    async Task BadTaskIsNotTheScope()
    {
        using (_keeper.EnterAsync()) // expect: CAP0027
            await Task.Yield();
    }
    async Task BadNotAwaited()
    {
        _keeper.EnterAsync(); // expect: CAP0027
        await Task.Yield();
    }
    async Task BadResultDiscarded()
    {
        await _keeper.EnterAsync(); // expect: CAP0027
    }
    async Task BadAfterwards()
    {
        using (await _keeper.EnterAsync())
            _keeper.N++;
        _keeper.N--; // expect: CAP0002
    }
    async Task BadBeforeTheAwait()
    {
        var pending = _keeper.EnterAsync();
        _keeper.N--; // expect: CAP0002
        using (await pending)
            _keeper.N++;
    }
}

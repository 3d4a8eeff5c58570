// The locks of Microsoft.VisualStudio.Threading, and its main thread.
// library: Microsoft.VisualStudio.Threading.library.cs
using Microsoft.VisualStudio.Threading;

class Case_8010_a_semaphore_is_a_scope
{
    readonly AsyncSemaphore _gate = new(1);
    [GuardedBy(nameof(_gate))] int _n;

    async Task Good(CancellationToken token)
    {
        using (await _gate.EnterAsync(token))
            _n++;
    }
    async Task GoodTimeout()
    {
        using var releaser = await _gate.EnterAsync(100).ConfigureAwait(false);
        _n++;
    }
    async Task BadMissingAwait()
    {
        using (_gate.EnterAsync()) // expect: CAP0027
            _n++; // maybe: CAP0002
        await Task.Yield();
    }
    async Task BadAfter()
    {
        using (await _gate.EnterAsync())
            await Task.Yield();
        _n++; // expect: CAP0002
    }
    async Task BadTwice()
    {
        using (await _gate.EnterAsync())
        using (await _gate.EnterAsync()) // expect: CAP0021
            _n++;
    }
}

class Case_8011_three_modes_that_nest
{
    readonly AsyncReaderWriterLock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;

    async Task<int> GoodRead()
    {
        using (await _lock.ReadLockAsync())
            return _n;
    }
    async Task GoodWrite()
    {
        await using (await _lock.WriteLockAsync(AsyncReaderWriterLock.LockFlags.StickyWrite))
            _n++;
    }
    async Task GoodNested()
    {
        using (await _lock.WriteLockAsync())
        using (await _lock.WriteLockAsync())
        using (await _lock.ReadLockAsync())
            _n++;
    }
    async Task GoodUpgradeable()
    {
        using (await _lock.UpgradeableReadLockAsync())
        {
            if (_n > 0)
                return;
            using (await _lock.WriteLockAsync())
                _n++;
            Use(_n);
        }
    }
    async Task GoodEarlyRelease()
    {
        var releaser = await _lock.WriteLockAsync();
        _n++;
        await releaser.ReleaseAsync();
    }
    void GoodAsked()
    {
        if (_lock.IsWriteLockHeld)
            _n++;
        if (_lock.IsReadLockHeld)
            Use(_n);
        Debug.Assert(_lock.IsAnyLockHeld);
        Use(_n);
    }
    async Task BadWriteUnderUpgradeable()
    {
        using (await _lock.UpgradeableReadLockAsync())
            _n++; // expect: CAP0002
    }
    async Task BadUpgrade()
    {
        using (await _lock.ReadLockAsync())
        using (await _lock.WriteLockAsync()) // expect: CAP0021
            _n++;
    }
    void BadAsked()
    {
        if (_lock.IsReadLockHeld)
            _n++; // expect: CAP0002
    }
    void Use(int n) { }
}

class Case_8012_a_reentrant_semaphore_hands_itself_to_what_it_runs
{
    readonly ReentrantSemaphore _gate = ReentrantSemaphore.Create();
    readonly ReentrantSemaphore _other = ReentrantSemaphore.Create();
    [GuardedBy(nameof(_gate))] int _n;

    Task Good() => _gate.ExecuteAsync(async () =>
    {
        _n++;
        await Task.Yield();
        _n++;
    });
    async Task GoodResult(CancellationToken token) => await _gate.ExecuteAsync(() => new ValueTask<int>(_n), token);
    Task GoodOfAnother(Case_8012_a_reentrant_semaphore_hands_itself_to_what_it_runs other) => other._gate.ExecuteAsync(async () => { other._n++; await Task.Yield(); });
    Task BadOther() => _other.ExecuteAsync(async () =>
    {
        _n++; // expect: CAP0002
        await Task.Yield();
    });
    Task BadInstance(Case_8012_a_reentrant_semaphore_hands_itself_to_what_it_runs other) => _gate.ExecuteAsync(async () =>
    {
        other._n++; // expect: CAP0002
        await Task.Yield();
    });
    Task BadNested() => _gate.ExecuteAsync(() => Task.Run(() =>
    {
        _n++; // expect: CAP0002
    }));
}

class Case_8013_switching_to_the_main_thread
{
    readonly JoinableTaskFactory _factory = new();
    [GuardedBy(typeof(UIThread))] int _n;
    [Requires(typeof(UIThread))] void Show() => _n++;

    async Task Good(CancellationToken token)
    {
        await _factory.SwitchToMainThreadAsync(token);
        Show();
        await Task.Yield();
        Show();
    }
    async Task GoodNoThrow()
    {
        await _factory.SwitchToMainThreadAsync(true).NoThrowAwaitable();
        Show();
    }
    [Requires(typeof(UIThread))] void GoodRun() => _factory.Run(async () =>
    {
        Show();
        await Task.Yield();
    });
    async Task GoodThereAndBack()
    {
        await TaskScheduler.Default;
        await _factory.SwitchToMainThreadAsync();
        Show();
    }
    async Task BadBefore()
    {
        Show(); // expect: CAP0011
        await _factory.SwitchToMainThreadAsync();
    }
    async Task BadNotAwaited()
    {
        var later = _factory.SwitchToMainThreadAsync();
        Show(); // expect: CAP0011
        await later;
        Show();
    }
    async Task BadLost()
    {
        await _factory.SwitchToMainThreadAsync();
        await Task.Delay(1).ConfigureAwait(false);
        Show(); // expect: CAP0011
    }
    async Task BadLeft()
    {
        await _factory.SwitchToMainThreadAsync();
        Show();
        await TaskScheduler.Default;
        Show(); // expect: CAP0011
    }
    async Task BadSwitchedAway()
    {
        await _factory.SwitchToMainThreadAsync();
        await TaskScheduler.Default.SwitchTo();
        Show(); // expect: CAP0011
    }
    async Task BadOnSomePaths(bool ui)
    {
        if (ui)
            await _factory.SwitchToMainThreadAsync();
        Show(); // expect: CAP0011
    }
}

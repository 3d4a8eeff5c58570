// The locks of AsyncKeyedLock: the lock of a key is named like an element.
// library: AsyncKeyedLock.library.cs
using AsyncKeyedLock;

class Case_8030_a_lock_for_each_key
{
    readonly AsyncKeyedLocker<string> _locks = new();
    readonly AsyncKeyedLocker<string> _others = new();
    readonly string _id = "";
    [GuardedBy("_locks[_id]")] int _n;
    [GuardedBy("_locks[\"all\"]")] int _all;

    void Good()
    {
        using (_locks.Lock(_id))
            _n++;
        using (_locks.Lock("all"))
            _all++;
    }
    async Task GoodAsync(CancellationToken token)
    {
        using (await _locks.LockAsync(_id))
            _n++;
        using (await _locks.LockAsync(_id, token, true).ConfigureAwait(false))
            _n++;
        using (await _locks.LockAsync("all", ConfigureAwaitOptions.None))
            _all++;
    }
    [Requires("_locks[key]")] void Update(string key) { }
    async Task GoodCall(string key)
    {
        using (await _locks.LockAsync(key))
            Update(key);
    }
    void GoodTwoKeys(string a, string b)
    {
        using (_locks.Lock(a))
        using (_locks.Lock(b))
        {
            Update(a);
            Update(b);
        }
    }
    async Task BadKey(string key)
    {
        using (await _locks.LockAsync(key))
        {
            _n++; // expect: CAP0002
            Update(_id); // expect: CAP0011
        }
    }
    void BadLocker()
    {
        using (_others.Lock(_id))
            _n++; // expect: CAP0002
    }
    void BadReassigned(string key)
    {
        using (_locks.Lock(key))
        {
            Update(key);
            key = "other";
            Update(key); // expect: CAP0011
        }
    }
    void BadTwice()
    {
        using (_locks.Lock(_id))
        using (_locks.Lock(_id)) // expect: CAP0021
            _n++;
    }
    void BadDiscarded()
    {
        _locks.Lock("all"); // expect: CAP0027
    }
}

class Case_8031_five_ways_to_say_whether_it_was_acquired
{
    readonly AsyncKeyedLocker<int> _locks = new();
    [GuardedBy("_locks[1]")] int _n;

    void GoodOut()
    {
        using (_locks.Lock(1, 100, out bool entered))
        {
            if (entered)
                _n++;
        }
    }
    void GoodNull()
    {
        using var scope = _locks.LockOrNull(1, 100);
        if (scope != null)
            _n++;
    }
    async Task GoodNullAsync()
    {
        using var scope = await _locks.LockOrNullAsync(1, TimeSpan.FromSeconds(1));
        if (scope is null)
            return;
        _n++;
    }
    async Task GoodMember()
    {
        using var scope = await _locks.LockAsync(1, 100);
        if (scope.EnteredSemaphore)
            _n++;
    }
    void GoodDelegate() => _locks.TryLock(1, () => _n++, 100);
    async Task GoodDelegateAsync() => await _locks.TryLockAsync(1, async () => { _n++; await Task.Yield(); }, 100);
    void GoodConditional(bool needed)
    {
        using (_locks.ConditionalLock(1, needed))
        {
            if (needed)
                _n++;
        }
    }
    void GoodConditionalConstant()
    {
        using (_locks.ConditionalLock(1, true))
            _n++;
    }
    void BadOut()
    {
        using (_locks.Lock(1, 100, out bool entered)) // expect: CAP0026
            _n++;
    }
    void BadNull()
    {
        using var scope = _locks.LockOrNull(1, 100);
        if (scope == null)
            _n++; // expect: CAP0002
    }
    void BadUntested()
    {
        using var scope = _locks.LockOrNull(1, 100); // expect: CAP0026
        _n++;
    }
    async Task BadMember()
    {
        using var scope = await _locks.LockAsync(1, 100);
        if (!scope.EnteredSemaphore)
            _n++; // expect: CAP0002
    }
    void BadDelegate() => _locks.TryLock(2, () =>
    {
        _n++; // expect: CAP0002
    }, 100);
    void BadConditional(bool needed)
    {
        using (_locks.ConditionalLock(1, needed))
            _n++; // expect: CAP0002
    }
}

class Case_8032_without_a_key
{
    readonly AsyncNonKeyedLocker _lock = new();
    readonly StripedAsyncKeyedLocker<int> _stripes = new();
    [GuardedBy(nameof(_lock))] int _n;
    [GuardedBy("_stripes[3]")] int _m;

    void Good()
    {
        using (_lock.Lock())
            _n++;
    }
    async Task GoodAsync(CancellationToken token)
    {
        using (await _lock.LockAsync(token))
            _n++;
        using (await _stripes.LockAsync(3, token))
            _m++;
    }
    async Task GoodTimeout()
    {
        using var scope = await _lock.LockAsync(TimeSpan.FromSeconds(1));
        if (scope.EnteredSemaphore)
            _n++;
    }
    async Task BadTimeout()
    {
        using var scope = await _lock.LockAsync(TimeSpan.FromSeconds(1)); // expect: CAP0026
        _n++;
    }
    async Task Bad()
    {
        using (await _stripes.LockAsync(3))
            _n++; // expect: CAP0002
    }
}

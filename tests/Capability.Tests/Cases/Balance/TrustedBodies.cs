// Capability types whose own members are trusted, and members that drop a lock and take it back.

[Capability("turnstile")]
sealed class Turnstile4203
{
    int _owner;
    [Acquires] public void Enter() => _owner = 1;
    [Releases] public void Exit() { }
    [TryAcquires(true)] public bool TryEnter() => _owner == 0;
    [AcquiresShared] public void EnterShared() { if (_owner == 0) return; _owner = 2; }
    [Requires] public void Check() => Console.WriteLine(_owner);
    [AssertsCapability] public void AssertEntered() { }
    [Acquires("this")]
    public void EnterNamed()
    {
        _owner = 1;
    } // expect: CAP0025
    [Acquires("this")] public void EnterForwarded() => Enter();
}
class Case_4203_the_implementation_of_a_capability_is_trusted
{
    readonly Turnstile4203 _turnstile = new();
    [GuardedBy(nameof(_turnstile))] int _n;

    void Good()
    {
        _turnstile.Enter();
        _n++;
        _turnstile.Check();
        _turnstile.Exit();
    }
    void GoodTry()
    {
        if (!_turnstile.TryEnter()) return;
        _n++;
        _turnstile.Exit();
    }
    void GoodNamed()
    {
        _turnstile.EnterForwarded();
        _n++;
        _turnstile.Exit();
    }
    void GoodAsserted()
    {
        _turnstile.AssertEntered();
        _n++;
    }
    void BadLeft()
    {
        _turnstile.Enter(); // expect: CAP0024
        _n++;
    }
    void BadTwice()
    {
        _turnstile.Enter();
        _turnstile.Enter(); // expect: CAP0021
        _turnstile.Exit();
    }
    void BadCheck() { _turnstile.Check(); } // expect: CAP0011
    void BadExit(bool again)
    {
        _turnstile.Enter();
        _turnstile.Exit();
        _turnstile.Exit(); // expect: CAP0022
    }
}

class Case_4204_dropped_and_taken_back
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Releases(nameof(_gate)), Acquires(nameof(_gate))]
    void GoodPause()
    {
        Monitor.Exit(_gate);
        try { Thread.Yield(); }
        finally { Monitor.Enter(_gate); }
    }
    [Acquires(nameof(_gate)), Releases(nameof(_gate))] void GoodOtherOrder() => GoodPause();
    void GoodCaller()
    {
        lock (_gate)
        {
            GoodPause();
            _n++;
        }
    }
    void BadCaller()
    {
        GoodPause(); // expect: CAP0022
        _n++; // expect: CAP0002
    }
    [Releases(nameof(_gate)), Acquires(nameof(_gate))]
    void BadTouches()
    {
        Monitor.Exit(_gate);
        _n++; // expect: CAP0002
        Monitor.Enter(_gate);
    }
}

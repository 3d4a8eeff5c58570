// Locks built from locks: the wrapper is the capability, what it is made of is its own business.

[Capability("gate", Reentrant = true, ThreadAffine = true)]
sealed class Gate4250
{
    readonly object _inner = new();
    [Acquires] public void Enter() => Monitor.Enter(_inner);
    [Releases] public void Exit() => Monitor.Exit(_inner);
    [TryAcquires(true)] public bool TryEnter(int milliseconds) => Monitor.TryEnter(_inner, milliseconds);
    [AssertsCapability] public void AssertEntered() => Debug.Assert(Monitor.IsEntered(_inner));
    [Acquires] public Scope EnterScope()
    {
        Monitor.Enter(_inner);
        return new Scope(this);
    }

    [ScopedCapability]
    public readonly ref struct Scope(Gate4250 gate)
    {
        [Releases] public void Dispose() => gate.Exit();
    }
}
class Case_4250_a_wrapped_monitor
{
    readonly Gate4250 _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Good()
    {
        _gate.Enter();
        try { _n++; }
        finally { _gate.Exit(); }
    }
    void GoodScope()
    {
        using (_gate.EnterScope())
            _n++;
    }
    void GoodNests()
    {
        using (_gate.EnterScope())
        {
            _gate.Enter();
            _n++;
            _gate.Exit();
            _n--;
        }
    }
    void GoodTry()
    {
        if (!_gate.TryEnter(10)) return;
        _n++;
        _gate.Exit();
    }
    void BadMonitorOfTheWrapper()
    {
        lock (_gate)
            _n++; // expect: CAP0002
    }
    void BadLeft()
    {
        _gate.Enter(); // expect: CAP0024
        _n++;
    }
    void BadIgnored()
    {
        _gate.TryEnter(10); // expect: CAP0026
        _n++;
    }
    void BadScope()
    {
        _gate.EnterScope(); // expect: CAP0027
    }
}

class Case_4251_members_that_forward_with_contracts
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _v;

    [AcquiresShared(nameof(_rw))] void BeginRead() => _rw.EnterReadLock();
    [ReleasesShared(nameof(_rw))] void EndRead() => _rw.ExitReadLock();
    [Acquires(nameof(_rw))] void BeginWrite() => _rw.EnterWriteLock();
    [Releases(nameof(_rw))] void EndWrite() => _rw.ExitWriteLock();
    [TryAcquiresShared(true, nameof(_rw))] bool TryRead() => _rw.TryEnterReadLock(0);
    [ReleasesGeneric(nameof(_rw))]
    void End()
    {
        if (_rw.IsWriteLockHeld) _rw.ExitWriteLock();
        else _rw.ExitReadLock();
    }

    int GoodRead()
    {
        BeginRead();
        try { return _v; }
        finally { EndRead(); }
    }
    void GoodWrite()
    {
        BeginWrite();
        try { _v++; }
        finally { EndWrite(); }
    }
    void GoodGeneric(bool write)
    {
        BeginRead();
        Console.WriteLine(_v);
        End();
        BeginWrite();
        _v++;
        End();
    }
    int GoodTry()
    {
        if (!TryRead()) return -1;
        int v = _v;
        End();
        return v;
    }
    void BadWriteUnderRead()
    {
        BeginRead();
        _v++; // expect: CAP0002
        EndRead();
    }
    void BadMode()
    {
        BeginWrite();
        _v++;
        EndRead(); // expect: CAP0023
    }
    void BadUpgrade()
    {
        BeginRead();
        BeginWrite(); // expect: CAP0021
        EndWrite();
        EndRead();
    }
    int BadAfterwards()
    {
        BeginRead();
        EndRead();
        return _v; // expect: CAP0001
    }
    void BadGenericNotHeld() { End(); } // expect: CAP0022
}

// Capabilities that must be known not to be held. Off by default.
// enable: CAP0013

class Base4861
{
    protected readonly object Gate = new();
    protected static readonly ReaderWriterLockSlim Registry = new();
}

class Case_4861_calls : Base4861
{
    readonly object _own = new();
    int _n;

    [Requires("!_own")] void Take() { lock (_own) _n++; }
    [Requires("!Gate")] void TakeGate() { lock (Gate) _n++; }
    [Excludes(nameof(_own))] void Excluding() { lock (_own) _n++; }

    [Requires("!_own")] void GoodRequired() => Take();
    [Excludes(nameof(_own))] void GoodExcluded() => Take();
    void GoodAfterARelease()
    {
        lock (_own) _n++;
        Take();
    }
    void GoodAnExclusionIsNoDuty() => Excluding();
    void GoodOtherObject() { var other = new Case_4861_calls(); other.Take(); }
    [Requires("!_own")]
    void GoodAfterABranch(bool b)
    {
        if (b)
            lock (_own) _n++;
        Take();
    }

    void BadUnknown() => Take(); // expect: CAP0013
    void BadOfABase() => TakeGate(); // expect: CAP0013
    void BadOnce()
    {
        Take(); // expect: CAP0013
        Take();
    }
    void BadReleasedOnSomePaths(bool b)
    {
        if (b)
            lock (_own) _n++;
        Take(); // expect: CAP0013
    }
    void BadHeld()
    {
        lock (_own)
            Take(); // expect: CAP0012
    }
}

class Stranger4862
{
    readonly Case_4862_acquisitions _subject = new();
    void Good() => _subject.Free();
}
class Case_4862_acquisitions : Base4861
{
    readonly ReaderWriterLockSlim _rw = new();
    readonly ReaderWriterLockSlim _recursive = new(LockRecursionPolicy.SupportsRecursion);
    readonly object _gate = new();
    SpinLock _spin;
    int _n;

    [Requires("!_rw")] public void Free() { }

    [Excludes(nameof(_rw))]
    void Good()
    {
        _rw.EnterWriteLock();
        _rw.ExitWriteLock();
        _rw.EnterReadLock();
        _rw.ExitReadLock();
    }
    void GoodReentrant()
    {
        lock (_gate) _n++;
        _recursive.EnterReadLock();
        _recursive.ExitReadLock();
    }
    [Acquires(nameof(_rw))] void GoodPromised() => _rw.EnterWriteLock();
    void GoodParameterOfAnotherType(ReaderWriterLockSlim other)
    {
        other.EnterReadLock();
        other.ExitReadLock();
    }
    public Case_4862_acquisitions()
    {
        _rw.EnterWriteLock();
        _rw.ExitWriteLock();
    }

    void Bad()
    {
        _rw.EnterWriteLock(); // expect: CAP0013
        _rw.ExitWriteLock();
        _rw.EnterWriteLock();
        _rw.ExitWriteLock();
    }
    void BadStatic()
    {
        Registry.EnterReadLock(); // expect: CAP0013
        Registry.ExitReadLock();
    }
    void BadSpin()
    {
        var taken = false;
        _spin.Enter(ref taken); // expect: CAP0013
        if (taken) _spin.Exit();
    }
    void BadAfterAFailedTry()
    {
        if (_rw.TryEnterReadLock(1)) // expect: CAP0013
            _rw.ExitReadLock();
    }
}

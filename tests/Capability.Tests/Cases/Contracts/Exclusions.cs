// Members that must be called without a capability.

class Case_4003_exclusions
{
    readonly ReaderWriterLockSlim _rw = new();
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Excludes(nameof(_gate))]
    void Flush()
    {
        lock (_gate)
            _n = 0;
    }
    [Excludes(nameof(_gate), nameof(_rw))] void Callback() => Console.WriteLine("no lock may be held");
    [Excludes(nameof(_gate))] void GoodPassedOn() => Flush();
    void GoodPlain() => Flush();
    void GoodOtherLock()
    {
        lock (_other)
            Callback();
    }
    void GoodAfterwards()
    {
        lock (_gate)
            _n++;
        Flush();
    }
    void GoodOtherInstance(Case_4003_exclusions child)
    {
        lock (_gate)
            child.Flush();
    }
    void GoodMonitorOfTheReaderWriterLock()
    {
        lock (_rw)
            Callback();
    }
    void GoodReleasedForTheCall()
    {
        lock (_gate)
        {
            _n++;
            Monitor.Exit(_gate);
            Flush();
            Monitor.Enter(_gate);
            _n--;
        }
    }
    void BadHeld()
    {
        lock (_gate)
            Flush(); // expect: CAP0012
    }
    void BadChild(Case_4003_exclusions child)
    {
        lock (child._gate)
            child.Flush(); // expect: CAP0012
    }
    void BadReadSide()
    {
        _rw.EnterReadLock();
        Callback(); // expect: CAP0012
        _rw.ExitReadLock();
    }
    [Requires(nameof(_gate))] void BadByContract() { Flush(); } // expect: CAP0012
    void BadAsserted()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        Flush(); // expect: CAP0012
    }
    [Excludes(nameof(_gate))] void BadInsideItIsNotHeld() { _n++; } // expect: CAP0002
}

// Acquired here and released there without a contract: a hint when the other half exists, a warning when it does not.

class Case_4240_pairs_in_one_type
{
    // check: CAP0030
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly ReaderWriterLockSlim _rw = new();
    int _n;

    public void GoodEnter() => Monitor.Enter(_gate); // expect: CAP0030
    public void GoodExit() => Monitor.Exit(_gate); // expect: CAP0030
    public void GoodEnterLock() { _lock.Enter(); } // expect: CAP0030
    public void GoodExitLock() { _lock.Exit(); } // expect: CAP0030
    [Acquires(nameof(_rw))] public void GoodDeclaredEnter() => _rw.EnterWriteLock();
    [Releases(nameof(_rw))] public void GoodDeclaredExit() => _rw.ExitWriteLock();
    void GoodBothInOne()
    {
        Monitor.Enter(_gate);
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodCallsWithoutContractsHaveNoEffect()
    {
        GoodEnter();
        _n++;
        GoodExit();
    }
}

class Case_4245_a_lock_that_guards_something_is_annotated
{
    // check: CAP0030
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public void BadEnter() => Monitor.Enter(_gate); // expect: CAP0024
    public void BadExit() => Monitor.Exit(_gate); // expect: CAP0022
    void BadCallsWithoutContractsHaveNoEffect()
    {
        BadEnter();
        _n++; // expect: CAP0002
        BadExit();
    }
}

class Case_4241_without_the_other_half
{
    // check: CAP0030
    readonly object _gate = new();
    readonly object _other = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodBalanced()
    {
        lock (_other)
            Console.WriteLine("balanced");
        lock (_gate)
            _n++;
    }
    void BadEnter() { Monitor.Enter(_gate); } // expect: CAP0024
    void BadExitOfAnother() { Monitor.Exit(_other); } // expect: CAP0022
    void BadWriter() { _rw.EnterWriteLock(); } // expect: CAP0024
}

sealed class Hall4242
{
    internal readonly object Gate = new();
    public Pass Enter()
    {
        Monitor.Enter(Gate); // expect: CAP0030
        return new Pass(this);
    }
    internal sealed class Pass(Hall4242 hall) : IDisposable
    {
        public void Dispose() => Monitor.Exit(hall.Gate); // expect: CAP0030
    }
}
class Case_4242_the_other_half_is_in_a_nested_type
{
    // check: CAP0030
    readonly Hall4242 _hall = new();
    void Good()
    {
        using (_hall.Enter())
            Console.WriteLine("in the hall");
    }
    void GoodAgain()
    {
        var pass = _hall.Enter();
        pass.Dispose();
    }
}

sealed class Scope4243 : IDisposable
{
    readonly ReaderWriterLockSlim _rw;
    public Scope4243(ReaderWriterLockSlim rw)
    {
        _rw = rw;
        _rw.EnterReadLock(); // expect: CAP0030
    }
    public void Dispose() => _rw.ExitReadLock(); // expect: CAP0030
}
class Case_4243_constructor_and_dispose_of_an_unannotated_scope
{
    // check: CAP0030
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    void GoodNoContractNoEffect()
    {
        using (new Scope4243(_rw))
            Console.WriteLine("reading");
    }
    int GoodDirect()
    {
        _rw.EnterReadLock();
        try { return _n; }
        finally { _rw.ExitReadLock(); }
    }
    int BadItIsNoScopeToTheAnalysis()
    {
        using (new Scope4243(_rw))
            return _n; // expect: CAP0001
    }
}

class Case_4244_released_only_when_nothing_is_thrown
{
    // check: CAP0029
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    static void Work() => Console.WriteLine("may throw");

    void GoodNothingCanThrow()
    {
        Monitor.Enter(_gate);
        _n = 1;
        Monitor.Exit(_gate);
    }
    void GoodFinally()
    {
        Monitor.Enter(_gate);
        try { Work(); }
        finally { Monitor.Exit(_gate); }
    }
    void GoodLock()
    {
        lock (_gate)
            Work();
    }
    void GoodCatchAll()
    {
        Monitor.Enter(_gate);
        try { Work(); }
        catch { Monitor.Exit(_gate); throw; }
        Monitor.Exit(_gate);
    }
    void GoodSwallowed()
    {
        Monitor.Enter(_gate);
        try { Work(); }
        catch (Exception) { _n = -1; }
        Monitor.Exit(_gate);
    }
    void GoodEnteredInsideTheTry()
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_gate, ref taken);
            Work();
        }
        finally { if (taken) Monitor.Exit(_gate); }
    }
    [Acquires(nameof(_gate))]
    void GoodStaysHeld()
    {
        Monitor.Enter(_gate);
        Work();
    }
    void BadCall()
    {
        Monitor.Enter(_gate); // expect: CAP0029
        Work();
        Monitor.Exit(_gate);
    }
    void BadWriter()
    {
        _rw.EnterWriteLock(); // expect: CAP0029
        Work();
        _rw.ExitWriteLock();
    }
    void BadCatchesTooLittle()
    {
        Monitor.Enter(_gate); // expect: CAP0029
        try { Work(); }
        catch (TimeoutException) { _n = -1; }
        Monitor.Exit(_gate);
    }
    void BadBeforeTheTry()
    {
        Monitor.Enter(_gate); // expect: CAP0029
        Work();
        try { Work(); }
        finally { Monitor.Exit(_gate); }
    }
}

// Locks that have no field of their own name at the place of use: a property names them. Evaluating the name of a lock
// is no work that comes between taking it and giving it back.

class Case_9000_released_by_its_property_in_a_finally
{
    // check: CAP0029
    readonly object _gate = new();
    readonly ReaderWriterLock _old = new();
    readonly System.Collections.Hashtable _pages = new();
    object _made;
    object Sync => _gate;
    object Auto { get; } = new();
    ReaderWriterLock Old => _old;
    protected virtual object Open => _gate;
    object Made
    {
        get
        {
            if (_made == null) Interlocked.CompareExchange(ref _made, new object(), null);
            return _made;
        }
    }

    void GoodGetter()
    {
        Monitor.Enter(Sync);
        try { Console.WriteLine("print"); }
        finally { Monitor.Exit(Sync); }
    }
    void GoodGetterWithFlag()
    {
        bool taken = false;
        try
        {
            Monitor.Enter(Sync, ref taken);
            Console.WriteLine("print");
        }
        finally { if (taken) Monitor.Exit(Sync); }
    }
    void GoodTimeout(int patience)
    {
        bool taken = false;
        try
        {
            Monitor.TryEnter(Sync, patience, ref taken);
            if (!taken) throw new TimeoutException("the printer is busy");
            Console.WriteLine("print");
        }
        finally { if (taken) Monitor.Exit(Sync); }
    }
    void GoodAuto()
    {
        Monitor.Enter(Auto);
        try { Console.WriteLine("print"); }
        finally { Monitor.Exit(Auto); }
    }
    void GoodSyncRoot()
    {
        Monitor.Enter(_pages.SyncRoot);
        try { Console.WriteLine("print"); }
        finally { Monitor.Exit(_pages.SyncRoot); }
    }
    void GoodVirtual()
    {
        Monitor.Enter(Open);
        try { Console.WriteLine("print"); }
        finally { Monitor.Exit(Open); }
    }
    void GoodMadeOnDemand()
    {
        bool taken = false;
        try
        {
            Monitor.Enter(Made, ref taken);
            Console.WriteLine("print");
        }
        finally { if (taken) Monitor.Exit(Made); }
    }
    void GoodConstrainedRegion()
    {
        bool held = false;
        try
        {
            try { }
            finally
            {
                Old.AcquireReaderLock(-1);
                held = true;
            }
            Console.WriteLine("print");
        }
        finally { if (held) Old.ReleaseReaderLock(); }
    }
    void BadWithoutFinally()
    {
        Monitor.Enter(Sync); // expect: CAP0029
        Console.WriteLine("print");
        Monitor.Exit(Sync);
    }
}

class Case_9001_released_if_it_is_held
{
    // check: CAP0029
    readonly ReaderWriterLock _old = new();
    readonly ReaderWriterLockSlim _slim = new();

    void GoodOld()
    {
        try
        {
            _old.AcquireWriterLock(-1);
            Console.WriteLine("print");
        }
        finally { if (_old.IsWriterLockHeld) _old.ReleaseWriterLock(); }
    }
    void GoodSlim()
    {
        try
        {
            _slim.EnterWriteLock();
            Console.WriteLine("print");
        }
        finally { if (_slim.IsWriteLockHeld) _slim.ExitWriteLock(); }
    }
    void GoodMonitor()
    {
        try
        {
            Monitor.Enter(_slim);
            Console.WriteLine("print");
        }
        finally { if (Monitor.IsEntered(_slim)) Monitor.Exit(_slim); }
    }
}

class Case_9002_a_trivial_getter_does_not_throw
{
    // check: CAP0029
    readonly object _gate = new();
    volatile int _stage;
    int Stage => _stage;

    void GoodLeavesEarly()
    {
        Monitor.Enter(_gate);
        var stage = Stage;
        if (stage == 3)
        {
            Monitor.Exit(_gate);
            return;
        }
        try { Console.WriteLine("close"); }
        finally { Monitor.Exit(_gate); }
    }
}

class Case_9003_pair_that_names_its_lock_by_a_property
{
    // check: CAP0030
    readonly object _gate = new();
    object Sync => _gate;
    public void Take() => Monitor.Enter(Sync); // expect: CAP0030
    public void Give() => Monitor.Exit(Sync); // expect: CAP0030
}

static class Depot9004
{
    static readonly object s_yard = new();
    internal static object Yard { get { return s_yard; } }
}
class Case_9004_pair_on_a_lock_of_another_class
{
    // check: CAP0030
    static void Take() => Monitor.Enter(Depot9004.Yard); // expect: CAP0030
    static void Give() => Monitor.Exit(Depot9004.Yard); // expect: CAP0030
}

static class Diary9005
{
    // Named like a lock's member, which is what makes the bodies that mention it worth a look.
    internal static void Enter(string place) => Console.WriteLine(place);
}
class Case_9005_mutex_among_other_handles
{
    // Nothing is guarded by it and nothing declared about it: a Mutex may be a signal, taken by who waits for any of them.
    const int Making = 1;
    WaitHandle[] _signals;
    Mutex MakingTurn { get { return (Mutex)_signals[Making]; } }

    void Set()
    {
        _signals = new WaitHandle[2];
        _signals[0] = new ManualResetEvent(false);
        _signals[Making] = new Mutex();
    }
    int Wait() => WaitHandle.WaitAny(_signals, 100);
    void GoodGivenBackAfterAWaitElsewhere(int signal)
    {
        Diary9005.Enter("workshop");
        switch (signal)
        {
            case Making:
                try { Console.WriteLine("make one"); }
                finally { MakingTurn.ReleaseMutex(); }
                break;
        }
    }
    void GoodOwnWait(int patience)
    {
        Diary9005.Enter("workshop");
        if (!MakingTurn.WaitOne(patience, false))
            return;
        try { Console.WriteLine("make one"); }
        finally { MakingTurn.ReleaseMutex(); }
    }
}

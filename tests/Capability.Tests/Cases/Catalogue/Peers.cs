// Situations of the tests of Sonar's rule about locks on all paths that have no case in another file.

class Pair9300
{
    public readonly object Left = new();
    public readonly object Right = new();
    public object Gate { get; } = new();
    public readonly object[] All = [new(), new()];
    public object Find() => Left;
}
class Case_9300_identity_and_questions
{
    readonly Pair9300 _first = new();
    readonly Pair9300 _second = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_rw))] int _m;

    void GoodThroughAPath()
    {
        Monitor.Enter(_first.Left);
        Monitor.Exit(_first.Left);
    }
    void GoodThroughAProperty()
    {
        Monitor.Enter(_first.Gate);
        Monitor.Exit(_first.Gate);
    }
    void GoodThroughAnElement()
    {
        Monitor.Enter(_first.All[0]);
        Monitor.Exit(_first.All[0]);
    }
    void GoodThroughACall()
    {
        Monitor.Enter(_first.Find());
        Monitor.Exit(_first.Find());
    }
    void BadThroughAPath(bool early)
    {
        Monitor.Enter(_first.Left); // expect: CAP0024
        if (early) return;
        Monitor.Exit(_first.Left);
    }
    void BadThroughAProperty(bool early)
    {
        Monitor.Enter(_first.Gate); // expect: CAP0024
        if (early) return;
        Monitor.Exit(_first.Gate);
    }
    void BadThroughAnElement(bool early)
    {
        Monitor.Enter(_first.All[0]); // expect: CAP0024
        if (early) return;
        Monitor.Exit(_first.All[0]);
    }
    void BadOtherObject()
    {
        Monitor.Enter(_first.Left);
        Monitor.Exit(_second.Left); // expect: CAP0022
    }
    void BadIgnoredThenAsked()
    {
        Monitor.TryEnter(_gate); // expect: CAP0026
        if (!Monitor.IsEntered(_gate)) return;
        _n++;
        Monitor.Exit(_gate);
    }
    void BadIgnoredThenByAnotherCondition(bool flag)
    {
        Monitor.TryEnter(_gate); // expect: CAP0026
        if (flag) Monitor.Exit(_gate);
    }
    void GoodReleasedIfHeld()
    {
        if (_rw.IsReadLockHeld) _rw.ExitReadLock();
        if (_rw.IsWriteLockHeld) _rw.ExitWriteLock();
    }
    void GoodReleasesWhatItTook()
    {
        _rw.EnterWriteLock();
        try { _m++; }
        finally { if (_rw.IsWriteLockHeld) _rw.ExitWriteLock(); }
    }
    int GoodReentrancyGuard()
    {
        bool took = false;
        if (!_rw.IsReadLockHeld)
        {
            _rw.EnterReadLock();
            took = true;
        }
        try { return _m; }
        finally { if (took) _rw.ExitReadLock(); }
    }
    int BadReentrancyGuard()
    {
        if (!_rw.IsReadLockHeld) _rw.EnterReadLock(); // expect: CAP0024
        return _m;
    }
    void BadReleasedIfOtherHeld()
    {
        _rw.EnterReadLock();
        if (_rw.IsUpgradeableReadLockHeld) _rw.ExitReadLock();
        Console.WriteLine(_m);
        _rw.ExitReadLock(); // maybe: CAP0022
    }
}
class Case_9301_mutexes_that_are_made_or_opened
{
    int GoodMadeAndReleased()
    {
        var mutex = new Mutex(true);
        try { return 1; }
        finally { mutex.ReleaseMutex(); }
    }
    void GoodMadeFree()
    {
        using var mutex = new Mutex(false);
        mutex.WaitOne();
        mutex.ReleaseMutex();
    }
    void GoodCreatedNew(string name)
    {
        using var mutex = new Mutex(true, name, out bool created);
        if (!created) return;
        Console.WriteLine("the first");
        mutex.ReleaseMutex();
    }
    void GoodCreatedOrWaited(string name)
    {
        using var mutex = new Mutex(true, name, out bool created);
        if (!created) mutex.WaitOne();
        Console.WriteLine("alone");
        mutex.ReleaseMutex();
    }
    void GoodOpened(string name)
    {
        using var mutex = Mutex.OpenExisting(name);
        mutex.WaitOne();
        try { Console.WriteLine("alone"); }
        finally { mutex.ReleaseMutex(); }
    }
    void GoodTriedToOpen(string name)
    {
        if (!Mutex.TryOpenExisting(name, out var mutex)) return;
        if (mutex.WaitOne(100)) mutex.ReleaseMutex();
    }
    void GoodWhatGuardsNothingIsNotJudged(bool early)
    {
        var mutex = new Mutex(true);
        if (early) return;
        mutex.ReleaseMutex();
    }
    void GoodOpenedAndLeftToOthers(string name, bool early)
    {
        var mutex = Mutex.OpenExisting(name);
        mutex.WaitOne();
        if (early) return;
        mutex.ReleaseMutex();
    }
}
class Case_9302_a_mutex_that_guards_is_made
{
    Mutex _mutex = new();
    [GuardedBy(nameof(_mutex))] int _n; // expect: CAP0304

    void GoodMade()
    {
        _mutex = new Mutex(true);
        _n++;
        _mutex.ReleaseMutex();
    }
    void GoodMadeFree()
    {
        _mutex = new Mutex(false);
        _mutex.WaitOne();
        _n++;
        _mutex.ReleaseMutex();
    }
    void GoodMadeByArgumentName()
    {
        _mutex = new Mutex(initiallyOwned: true);
        try { _n++; }
        finally { _mutex.ReleaseMutex(); }
    }
    void BadAfterItsRelease()
    {
        _mutex = new Mutex(true);
        _mutex.ReleaseMutex();
        _n++; // expect: CAP0002
    }
    void BadPutElsewhere(Case_9302_a_mutex_that_guards_is_made other)
    {
        other._mutex = new Mutex(true);
        _n++; // expect: CAP0002
    }
    void BadReplacedWhileHeld()
    {
        _mutex = new Mutex(true);
        _mutex = new Mutex(false);
        _n++; // expect: CAP0002
    }
    void BadMadeFree()
    {
        _mutex = new Mutex(false);
        _n++; // expect: CAP0002
    }
}

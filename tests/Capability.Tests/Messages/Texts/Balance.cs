[Capability("mutex")]
class Mutant
{
    [Acquires] public void Lock() { }
    [Releases] public void Unlock() { }
}

class Pump
{
    private readonly Mutant _mutant = new();
    private readonly object _gate = new();
    private readonly object _log = new();
    private readonly ReaderWriterLockSlim _table = new();
    private readonly SemaphoreSlim _turn = new(1);
    [GuardedBy(nameof(_turn))] private int _n;

    void Twice()
    {
        _mutant./*first*/Lock(); // CAP0013: Acquiring '_mutant' needs it to be known that '_mutant' is not held
        _mutant.Lock(); // CAP0021: Acquiring '_mutant', which is already held <- first
        _mutant.Unlock();
    }

    void Upgrade()
    {
        _table./*read*/EnterReadLock(); // CAP0013: Acquiring '_table' needs it to be known that '_table' is not held
        _table.EnterWriteLock(); // CAP0021: Acquiring '_table', which is already held shared: the write side waits for the read side to be given back <- read
        _table.ExitWriteLock();
        _table.ExitReadLock();
    }

    void Again(bool take)
    {
        if (take)
            _mutant./*maybe*/Lock(); // CAP0013: Acquiring '_mutant' needs it to be known that '_mutant' is not held
        _mutant.Lock(); // CAP0013: Acquiring '_mutant' needs it to be known that '_mutant' is not held | CAP0021: Acquiring '_mutant', which is already held on some paths <- maybe
        _mutant.Unlock();
    }

    void NeverTaken() => _mutant.Unlock(); // CAP0022: Releasing '_mutant', which is not held

    void WrongOne()
    {
        Monitor./*right*/Enter(_gate);
        Monitor.Exit(_log); // CAP0022: Releasing '_log', which is not held; '_gate' is held <- right
    }

    void SometimesTaken(bool take)
    {
        if (take)
            Monitor./*some*/Enter(_gate);
        Monitor.Exit(_gate); // CAP0022: Releasing '_gate', which is not held on every path <- some
    }

    void WrongMode()
    {
        _table./*shared*/EnterReadLock(); // CAP0013: Acquiring '_table' needs it to be known that '_table' is not held
        _table.ExitWriteLock(); // CAP0023: Releasing '_table' exclusively, but it is held shared <- shared
    }

    void Kept() => Monitor.Enter(_gate); // CAP0024: '_gate' is still held at the end of 'Kept'

    void KeptSometimes(bool leave)
    {
        Monitor.Enter(_gate); // CAP0024: '_gate' is still held at the end of 'KeptSometimes' on some paths <- left
        if (leave)
            /*left*/return;
        Monitor.Exit(_gate);
    }

    void KeptWhenThrowing(bool fail)
    {
        Monitor.Enter(_gate); // CAP0024: '_gate' is still held at the end of 'KeptWhenThrowing', where it throws <- thrown
        if (fail)
            /*thrown*/throw new InvalidOperationException();
        Monitor.Exit(_gate);
    }

    [/*promise*/Acquires(nameof(_gate))] void Promised()
    {
    } // CAP0025: 'Promised' promises that '_gate' is held at its end, and here it is not <- promise

    [/*wanted*/Requires(nameof(_gate))] void GivenUp()
    {
        Monitor.Exit(_gate);
    } // CAP0025: 'GivenUp' promises that '_gate' is held at its end, and here it is not <- wanted

    void Untested()
    {
        Monitor.TryEnter(_gate); // CAP0026: Whether '_gate' was acquired is never tested
        Monitor.Exit(_gate);
    }

    async Task Unawaited()
    {
        _turn.WaitAsync(); // CAP0026: Whether '_turn' was acquired is never tested: the task of the acquisition is not awaited
        _n++;
        await Task.Yield();
    }

    void Undisposed(Lock @lock)
    {
        @lock.EnterScope(); // CAP0027: The scope that holds '@lock' is never disposed
    }

    void WhenThrowing()
    {
        Monitor.Enter(_gate); // CAP0029: '_gate' is released at the end, but not when an exception is thrown before that
        Console.WriteLine();
        Monitor.Exit(_gate);
    }
}

class Paired
{
    private readonly object _gate = new();

    public void Begin() => Monitor.Enter(_gate); // CAP0030: 'Begin' acquires '_gate' for 'End': declare it with [Acquires]

    public void End() => Monitor.Exit(_gate); // CAP0030: 'End' releases '_gate' for 'Begin': declare it with [Releases]
}

[ScopedCapability]
sealed class Held : IDisposable
{
    [Acquires("gate")] public Held(object gate) => Monitor.Enter(gate);

    [Releases] public void Dispose() { }
}

class Passing
{
    private readonly object _gate = new();
    private readonly object _log = new();

    void Work([Requires(nameof(_gate))] Held /*scope*/held) { }

    void Wrong()
    {
        using var held = new Held(_log);
        Work(held); // CAP0028: 'held' must manage '_gate'; it manages '_log' <- scope
    }
}

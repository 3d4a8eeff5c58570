using System.Threading;
using Capability;

sealed class Balance
{
    readonly object _gate = new(), _pair = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly Lock _lock = new();
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_one))] int _m;

    public int Parse(string text)
    {
        Monitor.Enter(_gate); // CAP0029
        _n = int.Parse(text);
        var n = _n;
        Monitor.Exit(_gate);
        return n;
    }

    public int Read(string text)
    {
        _rw.EnterReadLock(); // CAP0013: and // CAP0029
        var n = int.Parse(text);
        _rw.ExitReadLock();
        return n;
    }

    public bool TryParse(string text)
    {
        Monitor.Enter(_gate); // CAP0024
        if (text.Length == 0)
            return false;
        _n = text.Length;
        Monitor.Exit(_gate);
        return true;
    }

    public void Wrong()
    {
        _rw.EnterReadLock(); // CAP0013
        _rw.ExitWriteLock(); // CAP0023
    }

    public void Inner()
    {
        _one.Wait(); // CAP0013
        _one.Wait(); // CAP0021
        _m++;
        _one.Release();
        _one.Release();
    }

    public int Dropped()
    {
        _lock.EnterScope(); // CAP0027
        return 1;
    }

    void Enter() => Monitor.Enter(_pair); // CAP0030

    void Exit() => Monitor.Exit(_pair); // CAP0030

    public int Paired()
    {
        Enter();
        try
        {
            return 4;
        }
        finally
        {
            Exit();
        }
    }

    [Requires(nameof(_gate))]
    void Leave()
    {
        _n++;
        Monitor.Exit(_gate);
    } // CAP0025

    public void Take()
    {
        Monitor.Enter(_gate); // CAP0024
    }
}

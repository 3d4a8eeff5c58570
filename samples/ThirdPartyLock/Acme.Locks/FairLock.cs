namespace Acme.Locks;

/// A lock that serves its waiters in the order in which they came.
public sealed class FairLock
{
    readonly object _gate = new();
    long _next;
    long _served;

    public void Take()
    {
        lock (_gate)
        {
            var ticket = _next++;
            while (ticket != _served) Monitor.Wait(_gate);
        }
    }

    public bool TryTake()
    {
        lock (_gate)
        {
            if (_next != _served) return false;
            _next++;
            return true;
        }
    }

    public void Give()
    {
        lock (_gate)
        {
            _served++;
            Monitor.PulseAll(_gate);
        }
    }

    public void Run(Action action)
    {
        Take();
        try
        {
            action();
        }
        finally
        {
            Give();
        }
    }
}

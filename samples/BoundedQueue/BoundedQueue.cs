using Capability;

namespace BoundedQueue;

/// Producers wait while it is full, consumers while it is empty. `Monitor.Wait` gives the lock up and takes it again: what
/// was true before it may be false after it.
sealed class BoundedQueue<T>(int capacity)
{
    readonly object _gate = new();

    [GuardedBy(nameof(_gate))] readonly Queue<T> _items = new();
    [GuardedBy(nameof(_gate))] bool _isCompleted;

    // Right: the condition is tested again each time the thread wakes up.
    public void Add(T item)
    {
        lock (_gate)
        {
            while (_items.Count == capacity) Monitor.Wait(_gate);
            _items.Enqueue(item);
            Monitor.PulseAll(_gate);
        }
    }

    public bool TryTake(out T? item)
    {
        lock (_gate)
        {
            while (_items.Count == 0 && !_isCompleted) Monitor.Wait(_gate);
            if (!_items.TryDequeue(out item)) return false;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _isCompleted = true;
            Monitor.PulseAll(_gate);
        }
    }

    // Wrong: another consumer may have been faster.
    public T TakeOne()
    {
        lock (_gate)
        {
            if (_items.Count == 0) Monitor.Wait(_gate);
            return _items.Dequeue(); // CAP0112: the test was made before the lock was given up; write `while`
        }
    }

    // Wrong: only the holder of the lock may wake the others.
    public void WakeUp() => Monitor.PulseAll(_gate); // CAP0011: throws at run time

    // Wrong: a look without the lock is a guess, and may stay one: nothing makes the compiler look again.
    public bool IsCompleted => _isCompleted; // CAP0001: read without the lock
}

using Capability;

namespace ReaderWriterCache;

/// Many readers at a time, or one writer.
sealed class Cache<TKey, TValue>(Func<TKey, TValue> load) where TKey : notnull
{
    readonly ReaderWriterLockSlim _lock = new();

    [GuardedBy(nameof(_lock))] readonly Dictionary<TKey, TValue> _values = new();

    // Right: looked up under the read side, loaded without any lock, stored under the write side, where it is looked up again.
    public TValue Get(TKey key)
    {
        if (TryFind(key, out var found)) return found;
        var loaded = load(key);
        _lock.EnterWriteLock();
        try
        {
            if (_values.TryGetValue(key, out var first)) return first;
            _values.Add(key, loaded);
            return loaded;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    // Right: reading needs the read side.
    bool TryFind(TKey key, out TValue value)
    {
        _lock.EnterReadLock();
        try
        {
            return _values.TryGetValue(key, out value!);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    // Right: what leaves is a copy.
    public TKey[] Keys()
    {
        _lock.EnterReadLock();
        try
        {
            return _values.Keys.ToArray();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    // Wrong: other readers are in the dictionary while it changes.
    public void Put(TKey key, TValue value)
    {
        _lock.EnterReadLock();
        try
        {
            _values[key] = value; // CAP0002: the read side is held, a write needs the write side
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    // Wrong: the write side waits for all readers, and this thread is one of them.
    public void Forget(TKey key)
    {
        _lock.EnterReadLock();
        if (_values.ContainsKey(key))
        {
            _lock.EnterWriteLock(); // CAP0021: use EnterUpgradeableReadLock where a reader may become a writer
            _values.Remove(key);
            _lock.ExitWriteLock();
        }
        _lock.ExitReadLock();
    }

    // Wrong: the collection of values is a view; it is enumerated when the lock is long gone.
    public IEnumerable<TValue> Values()
    {
        _lock.EnterReadLock();
        try
        {
            return _values.Values; // CAP0006: return a copy
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }
}

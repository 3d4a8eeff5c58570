using Capability;

namespace AsyncLock;

/// State that is changed around an await.
sealed class Journal(TextWriter writer)
{
    readonly AsyncLock _lock = new();
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly ReaderWriterLockSlim _threads = new();

    [GuardedBy(nameof(_lock))] int _lines;
    [GuardedBy(nameof(_permit))] int _bytes;
    [GuardedBy(nameof(_threads))] int _errors;

    // Right: held across the await, given back by `using`.
    public async Task<int> WriteAsync(string line)
    {
        using (await _lock.LockAsync())
        {
            await writer.WriteLineAsync(line);
            return ++_lines;
        }
    }

    // Right: the same with a bare semaphore.
    public async Task CountAsync(int bytes)
    {
        await _permit.WaitAsync();
        try
        {
            await Task.Yield();
            _bytes += bytes;
        }
        finally
        {
            _permit.Release();
        }
    }

    // Wrong: the wait is started, and nobody waits for it.
    public void CountAtOnce(int bytes)
    {
        _permit.WaitAsync(); // CAP0026: await it
        _bytes += bytes;
        _permit.Release();
    }

    // Wrong: nothing is held until the task is done.
    public async Task WriteTooEarly(string line)
    {
        var locked = _lock.LockAsync();
        _lines++; // CAP0002: the lock is on its way
        using (await locked)
            await writer.WriteLineAsync(line);
    }

    // Wrong: this lock belongs to a thread, and the rest of the method may run on another one.
    public async Task FailAsync(string line)
    {
        _threads.EnterWriteLock();
        _errors++;
        await writer.WriteLineAsync(line); // CAP0031: use an async lock, or finish the section before the await
        _threads.ExitWriteLock();
    }
}

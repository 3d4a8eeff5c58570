using System;
using System.Threading;
using System.Threading.Tasks;
using Capability;

namespace BankAccount;

/// A semaphore with one permit: the lock that may be held across an await, and that does not nest.
sealed class Vault
{
    readonly SemaphoreSlim _door = new(1, 1);

    [GuardedBy(nameof(_door))] int _bars;

    // Right: a semaphore belongs to no thread.
    public async Task AddAsync(int bars)
    {
        await _door.WaitAsync();
        try
        {
            _bars += bars;
        }
        finally
        {
            _door.Release();
        }
    }

    // Right: the contract tells callers that this member enters by itself.
    [Excludes(nameof(_door))]
    public int Count()
    {
        _door.Wait();
        try
        {
            return _bars;
        }
        finally
        {
            _door.Release();
        }
    }

    // Right: what follows happens only if the door was entered in time.
    public bool TryAdd(int bars)
    {
        if (!_door.Wait(100)) return false;
        try
        {
            _bars += bars;
            return true;
        }
        finally
        {
            _door.Release();
        }
    }

    // Wrong: after a timeout it changes the state, and gives back a permit it never had.
    public void AddAnyhow(int bars)
    {
        _door.Wait(100); // CAP0026: whether it was entered is never asked
        _bars += bars;
        _door.Release();
    }

    // Wrong: it waits for itself.
    public void Report()
    {
        _door.Wait();
        try
        {
            Console.WriteLine(Count()); // CAP0012: the door is held, and Count enters it again
        }
        finally
        {
            _door.Release();
        }
    }
}

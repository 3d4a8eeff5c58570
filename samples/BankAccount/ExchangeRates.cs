using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Capability;

namespace BankAccount;

/// A cache under a reader-writer lock: many readers, or one writer.
sealed class ExchangeRates
{
    readonly ReaderWriterLockSlim _lock = new();

    [GuardedBy(nameof(_lock))] readonly Dictionary<string, decimal> _rates = new();

    // Right: reading needs the read side.
    public decimal? Find(string currency)
    {
        _lock.EnterReadLock();
        try
        {
            return _rates.TryGetValue(currency, out var rate) ? rate : null;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    // Right: writing needs the write side.
    public void Set(string currency, decimal rate)
    {
        _lock.EnterWriteLock();
        try
        {
            _rates[currency] = rate;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    // Right: the slow part comes first, the lock is held only to store the result.
    public async Task RefreshAsync(string currency, Func<Task<decimal>> fetch) => Set(currency, await fetch());

    // Wrong: readers may run at the same time.
    public void Correct(string currency, decimal rate)
    {
        _lock.EnterReadLock();
        try
        {
            _rates[currency] = rate; // CAP0002: the read side is held, a write needs the write side
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    // Wrong: the lock belongs to a thread, and the code after the await may run on another.
    public async Task RefreshInsideAsync(string currency, Func<Task<decimal>> fetch)
    {
        _lock.EnterWriteLock();
        try
        {
            var rate = await fetch(); // CAP0031: a reader-writer lock is held here
            _rates[currency] = rate;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}

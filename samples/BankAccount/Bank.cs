using System.Collections.Generic;
using System.Threading;
using Capability;

namespace BankAccount;

/// A guarded dictionary, and a transfer that holds two locks of the same kind.
sealed class Bank
{
    readonly object _gate = new();

    [GuardedBy(nameof(_gate))] readonly Dictionary<int, Account> _accounts = new();

    public Account Open(int number)
    {
        var account = new Account(number);
        lock (_gate) _accounts.Add(number, account);
        return account;
    }

    // Right: the lower number first, so that two transfers in opposite directions cannot wait for each other.
    public bool Transfer(Account from, Account to, decimal amount)
    {
        if (from.Number == to.Number) return true;
        if (from.Number < to.Number)
        {
            lock (from.Gate)
            lock (to.Gate)
                return Move(from, to, amount);
        }
        lock (to.Gate)
        lock (from.Gate)
            return Move(from, to, amount);
    }

    [Requires("from.Gate", "to.Gate")]
    static bool Move(Account from, Account to, decimal amount)
    {
        if (!from.Covers(amount)) return false;
        from.Post(-amount);
        to.Post(amount);
        return true;
    }

    // Wrong: the early return leaves the lock entered, and every later call waits for ever.
    public bool CloseForEver(int number)
    {
        Monitor.Enter(_gate); // CAP0024: still held when the account is unknown
        if (!_accounts.ContainsKey(number)) return false;
        _accounts.Remove(number);
        Monitor.Exit(_gate);
        return true;
    }

    // Right: whichever way the block is left, the lock is released.
    public bool Close(int number)
    {
        lock (_gate) return _accounts.Remove(number);
    }
}

using System.Threading;
using Capability;

namespace BankAccount;

/// State under one lock, and a member that leaves the locking to its caller.
sealed class Account(int number)
{
    public readonly Lock Gate = new();

    [GuardedBy(nameof(Gate))] decimal _balance;
    [GuardedBy(nameof(Gate))] int _postings;

    public int Number => number;

    // Right: read and written inside the lock.
    public decimal Balance
    {
        get { lock (Gate) return _balance; }
    }

    public void Deposit(decimal amount)
    {
        lock (Gate) Post(amount);
    }

    // Right: the contract says that the caller holds the lock, so the body needs no lock of its own.
    [Requires(nameof(Gate))]
    public void Post(decimal amount)
    {
        _balance += amount;
        _postings++;
    }

    [Requires(nameof(Gate))]
    public bool Covers(decimal amount) => _balance >= amount;

    // Wrong, three ways.
    public decimal PeekBalance()
    {
        return _balance; // CAP0001: another thread may be in the middle of writing these sixteen bytes
    }

    public void ResetPostings()
    {
        _postings = 0; // CAP0002: a posting that another thread is just counting is lost or resurrected
    }

    public void DepositTwice(decimal amount)
    {
        lock (Gate) Post(amount);
        Post(amount); // CAP0011: the second posting is outside the lock
    }
}

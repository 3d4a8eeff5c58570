using Capability;

namespace LockWrapper;

/// A monitor that gives up after a while instead of waiting for ever. Without arguments `[Acquires]` and `[Releases]` speak of the
/// object itself, and the bodies, which are the lock, are trusted.
[Capability("timed lock", Reentrant = true, ThreadAffine = true)]
sealed class TimedLock
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    readonly object _monitor = new();

    [Acquires]
    public Scope Lock()
    {
        if (!Monitor.TryEnter(_monitor, s_patience)) throw new TimeoutException("a deadlock, probably");
        return new Scope(this);
    }

    [TryAcquires(true)]
    public bool TryLock() => Monitor.TryEnter(_monitor);

    [Releases]
    public void Unlock() => Monitor.Exit(_monitor);

    /// Holds what the method that returned it acquired.
    [ScopedCapability]
    public readonly ref struct Scope
    {
        readonly TimedLock _owner;

        internal Scope(TimedLock owner) => _owner = owner;

        [Releases]
        public void Dispose() => _owner.Unlock();
    }
}

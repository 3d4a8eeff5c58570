// The public surface of DotNext.Threading, as far as its models speak of it.
namespace DotNext.Threading
{
    public class AsyncExclusiveLock : IDisposable
    {
        public bool IsLockHeld { get; }
        public bool TryAcquire() => throw null!;
        public bool TryAcquire(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask<bool> TryAcquireAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask AcquireAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask AcquireAsync(CancellationToken token = default) => throw null!;
        public ValueTask<bool> TryStealAsync(object reason, TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask StealAsync(object reason, TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask StealAsync(object reason = null, CancellationToken token = default) => throw null!;
        public void Release() => throw null!;
        public void Dispose() => throw null!;
    }
    public class AsyncReaderWriterLock : IDisposable
    {
        public readonly struct LockStamp { }
        public bool IsReadLockHeld { get; }
        public bool IsWriteLockHeld { get; }
        public LockStamp TryOptimisticRead() => throw null!;
        public bool TryEnterReadLock() => throw null!;
        public bool TryEnterReadLock(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask<bool> TryEnterReadLockAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask EnterReadLockAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask EnterReadLockAsync(CancellationToken token = default) => throw null!;
        public bool TryEnterWriteLock() => throw null!;
        public bool TryEnterWriteLock(in LockStamp stamp) => throw null!;
        public bool TryEnterWriteLock(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask<bool> TryEnterWriteLockAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask EnterWriteLockAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask EnterWriteLockAsync(CancellationToken token = default) => throw null!;
        public bool TryUpgradeToWriteLock() => throw null!;
        public ValueTask<bool> TryUpgradeToWriteLockAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask UpgradeToWriteLockAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask UpgradeToWriteLockAsync(CancellationToken token = default) => throw null!;
        public ValueTask<bool> TryStealWriteLockAsync(object reason, TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask StealWriteLockAsync(object reason, TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask StealWriteLockAsync(object reason = null, CancellationToken token = default) => throw null!;
        public void DowngradeFromWriteLock() => throw null!;
        public void Release() => throw null!;
        public void Dispose() => throw null!;
    }
    public class AsyncSharedLock : IDisposable
    {
        public AsyncSharedLock(long concurrencyLevel) { }
        public bool TryAcquire(bool strongLock) => throw null!;
        public ValueTask<bool> TryAcquireAsync(bool strongLock, TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask AcquireAsync(bool strongLock, TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask AcquireAsync(bool strongLock, CancellationToken token = default) => throw null!;
        public void Downgrade() => throw null!;
        public void Release() => throw null!;
        public void Dispose() => throw null!;
    }
    public struct AsyncLock : IDisposable
    {
        public static AsyncLock Exclusive() => throw null!;
        public ValueTask<Scope> AcquireAsync(CancellationToken token) => throw null!;
        public ValueTask<Scope> AcquireAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public ValueTask<Scope> TryAcquireAsync(TimeSpan timeout, CancellationToken token = default) => throw null!;
        public void Dispose() => throw null!;
        public struct Scope : IDisposable
        {
            public bool IsEmpty { get; }
            public void Dispose() => throw null!;
        }
    }
    public static class AsyncLockAcquisition
    {
        public static ValueTask<AsyncLock.Scope> AcquireLockAsync(this object obj, CancellationToken token = default) => throw null!;
        public static ValueTask<AsyncLock.Scope> AcquireLockAsync(this object obj, TimeSpan timeout, CancellationToken token = default) => throw null!;
        public static ValueTask<AsyncLock.Scope> AcquireReadLockAsync(this object obj, CancellationToken token = default) => throw null!;
        public static ValueTask<AsyncLock.Scope> AcquireReadLockAsync(this object obj, TimeSpan timeout, CancellationToken token = default) => throw null!;
        public static ValueTask<AsyncLock.Scope> AcquireWriteLockAsync(this object obj, CancellationToken token = default) => throw null!;
        public static ValueTask<AsyncLock.Scope> AcquireWriteLockAsync(this object obj, TimeSpan timeout, CancellationToken token = default) => throw null!;
    }
}

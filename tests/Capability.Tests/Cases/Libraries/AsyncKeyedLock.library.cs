// The public surface of AsyncKeyedLock, as far as its models speak of it.
namespace AsyncKeyedLock
{
    public class AsyncKeyedLockReleaser<TKey> : IDisposable where TKey : notnull
    {
        public void Dispose() => throw null!;
    }
    public class AsyncKeyedLockTimeoutReleaser<TKey> : IDisposable where TKey : notnull
    {
        public bool EnteredSemaphore { get; }
        public void Dispose() => throw null!;
    }
    public readonly struct AsyncNonKeyedLockTimeoutReleaser : IDisposable
    {
        public bool EnteredSemaphore { get; }
        public void Dispose() => throw null!;
    }
    public class StripedAsyncKeyedLockTimeoutReleaser : IDisposable
    {
        public bool EnteredSemaphore { get; }
        public void Dispose() => throw null!;
    }
    public readonly struct AsyncNonKeyedLockReleaser : IDisposable
    {
        public void Dispose() => throw null!;
    }
    public readonly struct StripedAsyncKeyedLockReleaser : IDisposable
    {
        public void Dispose() => throw null!;
    }
    public class AsyncKeyedLocker<TKey> : IDisposable where TKey : notnull
    {
        public bool IsInUse(TKey key) => throw null!;
        public void Dispose() => throw null!;
        public IDisposable Lock(TKey key) => throw null!;
        public IDisposable Lock(TKey key, CancellationToken cancellationToken) => throw null!;
        public IDisposable Lock(TKey key, int millisecondsTimeout, out bool entered) => throw null!;
        public IDisposable Lock(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, out bool entered) => throw null!;
        public IDisposable Lock(TKey key, TimeSpan timeout, out bool entered) => throw null!;
        public IDisposable Lock(TKey key, TimeSpan timeout, CancellationToken cancellationToken, out bool entered) => throw null!;
        public IDisposable LockOrNull(TKey key, int millisecondsTimeout) => throw null!;
        public IDisposable LockOrNull(TKey key, int millisecondsTimeout, CancellationToken cancellationToken) => throw null!;
        public IDisposable LockOrNull(TKey key, TimeSpan timeout) => throw null!;
        public IDisposable LockOrNull(TKey key, TimeSpan timeout, CancellationToken cancellationToken) => throw null!;
        public bool TryLock(TKey key, Action action, int millisecondsTimeout) => throw null!;
        public bool TryLock(TKey key, Action action, int millisecondsTimeout, CancellationToken cancellationToken) => throw null!;
        public bool TryLock(TKey key, Action action, TimeSpan timeout) => throw null!;
        public bool TryLock(TKey key, Action action, TimeSpan timeout, CancellationToken cancellationToken) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockAsync(TKey key, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockAsync(TKey key, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncKeyedLockTimeoutReleaser<TKey>> LockAsync(TKey key, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncKeyedLockTimeoutReleaser<TKey>> LockAsync(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncKeyedLockTimeoutReleaser<TKey>> LockAsync(TKey key, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncKeyedLockTimeoutReleaser<TKey>> LockAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TKey key, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TKey key, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockAsync(TKey key, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockAsync(TKey key, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncKeyedLockTimeoutReleaser<TKey>> LockAsync(TKey key, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncKeyedLockTimeoutReleaser<TKey>> LockAsync(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncKeyedLockTimeoutReleaser<TKey>> LockAsync(TKey key, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncKeyedLockTimeoutReleaser<TKey>> LockAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TKey key, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TKey key, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, CancellationToken cancellationToken) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, int millisecondsTimeout) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, int millisecondsTimeout, CancellationToken cancellationToken) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, TimeSpan timeout) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, TimeSpan timeout, CancellationToken cancellationToken) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
    }
    public class StripedAsyncKeyedLocker<TKey> : IDisposable where TKey : notnull
    {
        public void Dispose() => throw null!;
        public IDisposable Lock(TKey key) => throw null!;
        public IDisposable Lock(TKey key, CancellationToken cancellationToken) => throw null!;
        public IDisposable Lock(TKey key, int millisecondsTimeout, out bool entered) => throw null!;
        public IDisposable Lock(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, out bool entered) => throw null!;
        public IDisposable Lock(TKey key, TimeSpan timeout, out bool entered) => throw null!;
        public IDisposable Lock(TKey key, TimeSpan timeout, CancellationToken cancellationToken, out bool entered) => throw null!;
        public IDisposable LockOrNull(TKey key, int millisecondsTimeout) => throw null!;
        public IDisposable LockOrNull(TKey key, int millisecondsTimeout, CancellationToken cancellationToken) => throw null!;
        public IDisposable LockOrNull(TKey key, TimeSpan timeout) => throw null!;
        public IDisposable LockOrNull(TKey key, TimeSpan timeout, CancellationToken cancellationToken) => throw null!;
        public bool TryLock(TKey key, Action action, int millisecondsTimeout) => throw null!;
        public bool TryLock(TKey key, Action action, int millisecondsTimeout, CancellationToken cancellationToken) => throw null!;
        public bool TryLock(TKey key, Action action, TimeSpan timeout) => throw null!;
        public bool TryLock(TKey key, Action action, TimeSpan timeout, CancellationToken cancellationToken) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Action action, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<bool> TryLockAsync(TKey key, Func<Task> task, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser> LockAsync(TKey key, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser> LockAsync(TKey key, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockTimeoutReleaser> LockAsync(TKey key, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockTimeoutReleaser> LockAsync(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockTimeoutReleaser> LockAsync(TKey key, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockTimeoutReleaser> LockAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser?> LockOrNullAsync(TKey key, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser?> LockOrNullAsync(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser?> LockOrNullAsync(TKey key, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser?> LockOrNullAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser> LockAsync(TKey key, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser> LockAsync(TKey key, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockTimeoutReleaser> LockAsync(TKey key, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockTimeoutReleaser> LockAsync(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockTimeoutReleaser> LockAsync(TKey key, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockTimeoutReleaser> LockAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser?> LockOrNullAsync(TKey key, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser?> LockOrNullAsync(TKey key, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser?> LockOrNullAsync(TKey key, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<StripedAsyncKeyedLockReleaser?> LockOrNullAsync(TKey key, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, CancellationToken cancellationToken) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, int millisecondsTimeout) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, int millisecondsTimeout, CancellationToken cancellationToken) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, TimeSpan timeout) => throw null!;
        public IDisposable ConditionalLock(TKey key, bool getLock, TimeSpan timeout, CancellationToken cancellationToken) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(TKey key, bool getLock, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
    }
    public class AsyncNonKeyedLocker : IDisposable
    {
        public AsyncNonKeyedLocker(int maxCount = 1) { }
        public void Dispose() => throw null!;
        public AsyncNonKeyedLockReleaser Lock() => throw null!;
        public AsyncNonKeyedLockReleaser Lock(CancellationToken cancellationToken) => throw null!;
        public IDisposable Lock(int millisecondsTimeout, out bool entered) => throw null!;
        public IDisposable Lock(int millisecondsTimeout, CancellationToken cancellationToken, out bool entered) => throw null!;
        public IDisposable Lock(TimeSpan timeout, out bool entered) => throw null!;
        public IDisposable Lock(TimeSpan timeout, CancellationToken cancellationToken, out bool entered) => throw null!;
        public IDisposable LockOrNull(int millisecondsTimeout) => throw null!;
        public IDisposable LockOrNull(int millisecondsTimeout, CancellationToken cancellationToken) => throw null!;
        public IDisposable LockOrNull(TimeSpan timeout) => throw null!;
        public IDisposable LockOrNull(TimeSpan timeout, CancellationToken cancellationToken) => throw null!;
        public ValueTask<AsyncNonKeyedLockReleaser> LockAsync(bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncNonKeyedLockReleaser> LockAsync(CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncNonKeyedLockTimeoutReleaser> LockAsync(int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncNonKeyedLockTimeoutReleaser> LockAsync(int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncNonKeyedLockTimeoutReleaser> LockAsync(TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncNonKeyedLockTimeoutReleaser> LockAsync(TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<AsyncNonKeyedLockReleaser> LockAsync(ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncNonKeyedLockReleaser> LockAsync(CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncNonKeyedLockTimeoutReleaser> LockAsync(int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncNonKeyedLockTimeoutReleaser> LockAsync(int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncNonKeyedLockTimeoutReleaser> LockAsync(TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<AsyncNonKeyedLockTimeoutReleaser> LockAsync(TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> LockOrNullAsync(TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public IDisposable ConditionalLock(bool getLock) => throw null!;
        public IDisposable ConditionalLock(bool getLock, CancellationToken cancellationToken) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public IDisposable ConditionalLock(bool getLock, int millisecondsTimeout) => throw null!;
        public IDisposable ConditionalLock(bool getLock, int millisecondsTimeout, CancellationToken cancellationToken) => throw null!;
        public IDisposable ConditionalLock(bool getLock, TimeSpan timeout) => throw null!;
        public IDisposable ConditionalLock(bool getLock, TimeSpan timeout, CancellationToken cancellationToken) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, int millisecondsTimeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, int millisecondsTimeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, TimeSpan timeout, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, TimeSpan timeout, CancellationToken cancellationToken, bool continueOnCapturedContext = false) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, int millisecondsTimeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, int millisecondsTimeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, TimeSpan timeout, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
        public ValueTask<IDisposable> ConditionalLockAsync(bool getLock, TimeSpan timeout, CancellationToken cancellationToken, ConfigureAwaitOptions configureAwaitOptions) => throw null!;
    }
}

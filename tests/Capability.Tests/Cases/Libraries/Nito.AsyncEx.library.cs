// The public surface of Nito.AsyncEx, as far as its models speak of it.
namespace Nito.AsyncEx
{
    public readonly struct AwaitableDisposable<T> where T : IDisposable
    {
        public Task<T> AsTask() => throw null!;
        public global::System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => throw null!;
        public global::System.Runtime.CompilerServices.ConfiguredTaskAwaitable<T> ConfigureAwait(bool continueOnCapturedContext) => throw null!;
    }
    public class AsyncLock
    {
        public AwaitableDisposable<IDisposable> LockAsync() => throw null!;
        public AwaitableDisposable<IDisposable> LockAsync(CancellationToken cancellationToken) => throw null!;
        public IDisposable Lock() => throw null!;
        public IDisposable Lock(CancellationToken cancellationToken) => throw null!;
    }
    public class AsyncReaderWriterLock
    {
        public AwaitableDisposable<IDisposable> ReaderLockAsync() => throw null!;
        public AwaitableDisposable<IDisposable> ReaderLockAsync(CancellationToken cancellationToken) => throw null!;
        public IDisposable ReaderLock() => throw null!;
        public IDisposable ReaderLock(CancellationToken cancellationToken) => throw null!;
        public AwaitableDisposable<IDisposable> WriterLockAsync() => throw null!;
        public AwaitableDisposable<IDisposable> WriterLockAsync(CancellationToken cancellationToken) => throw null!;
        public IDisposable WriterLock() => throw null!;
        public IDisposable WriterLock(CancellationToken cancellationToken) => throw null!;
    }
    public class AsyncSemaphore
    {
        public AsyncSemaphore(long initialCount) { }
        public long CurrentCount { get; }
        public Task WaitAsync() => throw null!;
        public Task WaitAsync(CancellationToken cancellationToken) => throw null!;
        public void Wait() => throw null!;
        public void Wait(CancellationToken cancellationToken) => throw null!;
        public void Release() => throw null!;
        public void Release(long releaseCount) => throw null!;
        public AwaitableDisposable<IDisposable> LockAsync() => throw null!;
        public AwaitableDisposable<IDisposable> LockAsync(CancellationToken cancellationToken) => throw null!;
        public IDisposable Lock() => throw null!;
        public IDisposable Lock(CancellationToken cancellationToken) => throw null!;
    }
    public class AsyncMonitor
    {
        public AwaitableDisposable<IDisposable> EnterAsync() => throw null!;
        public AwaitableDisposable<IDisposable> EnterAsync(CancellationToken cancellationToken) => throw null!;
        public IDisposable Enter() => throw null!;
        public IDisposable Enter(CancellationToken cancellationToken) => throw null!;
        public Task WaitAsync() => throw null!;
        public Task WaitAsync(CancellationToken cancellationToken) => throw null!;
        public void Wait() => throw null!;
        public void Wait(CancellationToken cancellationToken) => throw null!;
        public void Pulse() => throw null!;
        public void PulseAll() => throw null!;
    }
    public static class SemaphoreSlimExtensions
    {
        public static AwaitableDisposable<IDisposable> LockAsync(this SemaphoreSlim @this) => throw null!;
        public static AwaitableDisposable<IDisposable> LockAsync(this SemaphoreSlim @this, CancellationToken cancellationToken) => throw null!;
        public static IDisposable Lock(this SemaphoreSlim @this) => throw null!;
        public static IDisposable Lock(this SemaphoreSlim @this, CancellationToken cancellationToken) => throw null!;
    }
}

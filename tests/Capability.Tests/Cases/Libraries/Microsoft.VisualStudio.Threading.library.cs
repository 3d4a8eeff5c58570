// The public surface of Microsoft.VisualStudio.Threading, as far as its models speak of it.
namespace Microsoft.VisualStudio.Threading
{
    public class AsyncSemaphore : IDisposable
    {
        public AsyncSemaphore(int initialCount) { }
        public int CurrentCount { get; }
        public Task<Releaser> EnterAsync(CancellationToken cancellationToken = default) => throw null!;
        public Task<Releaser> EnterAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => throw null!;
        public Task<Releaser> EnterAsync(int timeout, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
        public readonly struct Releaser : IDisposable
        {
            public void Dispose() => throw null!;
        }
    }
    public class AsyncReaderWriterLock : IDisposable
    {
    public enum LockFlags { None, StickyWrite }
        public bool IsAnyLockHeld { get; }
        public bool IsAnyPassiveLockHeld { get; }
        public bool IsReadLockHeld { get; }
        public bool IsPassiveReadLockHeld { get; }
        public bool IsUpgradeableReadLockHeld { get; }
        public bool IsPassiveUpgradeableReadLockHeld { get; }
        public bool IsWriteLockHeld { get; }
        public bool IsPassiveWriteLockHeld { get; }
        public Awaitable ReadLockAsync(CancellationToken cancellationToken = default) => throw null!;
        public Awaitable UpgradeableReadLockAsync(CancellationToken cancellationToken = default) => throw null!;
        public Awaitable UpgradeableReadLockAsync(LockFlags options, CancellationToken cancellationToken = default) => throw null!;
        public Awaitable WriteLockAsync(CancellationToken cancellationToken = default) => throw null!;
        public Awaitable WriteLockAsync(LockFlags options, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
        public readonly struct Awaitable
        {
            public Awaiter GetAwaiter() => throw null!;
        }
        public class Awaiter : global::System.Runtime.CompilerServices.ICriticalNotifyCompletion
        {
            public bool IsCompleted { get; }
            public Releaser GetResult() => throw null!;
            public void OnCompleted(Action continuation) => throw null!;
            public void UnsafeOnCompleted(Action continuation) => throw null!;
        }
        public readonly struct Releaser : IDisposable, IAsyncDisposable
        {
            public void Dispose() => throw null!;
            public ValueTask DisposeAsync() => throw null!;
            public Task ReleaseAsync() => throw null!;
        }
    }
    public abstract class ReentrantSemaphore : IDisposable
    {
    public enum ReentrancyMode { NotAllowed, NotRecognized, Stack, Freeform }
        public static ReentrantSemaphore Create(int initialCount = 1, JoinableTaskContext joinableTaskContext = null, ReentrancyMode mode = ReentrancyMode.NotAllowed) => throw null!;
        public abstract Task ExecuteAsync(Func<Task> operation, CancellationToken cancellationToken = default);
        public abstract ValueTask<T> ExecuteAsync<T>(Func<ValueTask<T>> operation, CancellationToken cancellationToken = default);
        public void Dispose() => throw null!;
    }
    public class JoinableTaskContext { }
    public class JoinableTask { }
    public enum JoinableTaskCreationOptions { None, LongRunning }
    public class JoinableTaskFactory
    {
        public MainThreadAwaitable SwitchToMainThreadAsync(CancellationToken cancellationToken = default) => throw null!;
        public MainThreadAwaitable SwitchToMainThreadAsync(bool alwaysYield, CancellationToken cancellationToken = default) => throw null!;
        public void Run(Func<Task> asyncMethod) => throw null!;
        public void Run(Func<Task> asyncMethod, JoinableTaskCreationOptions creationOptions) => throw null!;
        public T Run<T>(Func<Task<T>> asyncMethod) => throw null!;
        public T Run<T>(Func<Task<T>> asyncMethod, JoinableTaskCreationOptions creationOptions) => throw null!;
        public JoinableTask RunAsync(Func<Task> asyncMethod) => throw null!;
        public readonly struct MainThreadAwaitable
        {
            public MainThreadAwaitable NoThrowAwaitable() => throw null!;
            public MainThreadAwaiter GetAwaiter() => throw null!;
        }
        public readonly struct MainThreadAwaiter : global::System.Runtime.CompilerServices.ICriticalNotifyCompletion
        {
            public bool IsCompleted { get; }
            public void GetResult() => throw null!;
            public void OnCompleted(Action continuation) => throw null!;
            public void UnsafeOnCompleted(Action continuation) => throw null!;
        }
    }
    public static class AwaitExtensions
    {
        public static TaskSchedulerAwaiter GetAwaiter(this TaskScheduler scheduler) => throw null!;
        public static TaskSchedulerAwaitable SwitchTo(this TaskScheduler scheduler, bool alwaysYield = false) => throw null!;
        public readonly struct TaskSchedulerAwaitable
        {
            public TaskSchedulerAwaiter GetAwaiter() => throw null!;
        }
        public readonly struct TaskSchedulerAwaiter : global::System.Runtime.CompilerServices.ICriticalNotifyCompletion
        {
            public bool IsCompleted { get; }
            public void GetResult() => throw null!;
            public void OnCompleted(Action continuation) => throw null!;
            public void UnsafeOnCompleted(Action continuation) => throw null!;
        }
    }
}

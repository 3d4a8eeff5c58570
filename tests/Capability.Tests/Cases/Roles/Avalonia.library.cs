// The public surface of Avalonia, as far as the models speak of it.
namespace Avalonia
{
    public class AvaloniaObject
    {
        public Avalonia.Threading.Dispatcher Dispatcher { get; }
        public bool CheckAccess() => throw null!;
        public void VerifyAccess() => throw null!;
    }
}
namespace Avalonia.Threading
{
    public readonly struct DispatcherPriority { }
    public class DispatcherOperation
    {
        public global::System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => throw null!;
    }
    public class DispatcherOperation<TResult>
    {
        public global::System.Runtime.CompilerServices.TaskAwaiter<TResult> GetAwaiter() => throw null!;
    }
    public interface IDispatcher
    {
        bool CheckAccess();
        void VerifyAccess();
        void Post(Action action, DispatcherPriority priority = default);
    }
    public class Dispatcher : IDispatcher
    {
        public static Dispatcher UIThread { get; }
        public bool CheckAccess() => throw null!;
        public void VerifyAccess() => throw null!;
        public void Invoke(Action callback) => throw null!;
        public void Invoke(Action callback, DispatcherPriority priority) => throw null!;
        public void Invoke(Action callback, DispatcherPriority priority, CancellationToken cancellationToken) => throw null!;
        public void Invoke(Action callback, DispatcherPriority priority, CancellationToken cancellationToken, TimeSpan timeout) => throw null!;
        public DispatcherOperation InvokeAsync(Action callback) => throw null!;
        public DispatcherOperation InvokeAsync(Action callback, DispatcherPriority priority) => throw null!;
        public DispatcherOperation InvokeAsync(Action callback, DispatcherPriority priority, CancellationToken cancellationToken) => throw null!;
        public TResult Invoke<TResult>(Func<TResult> callback) => throw null!;
        public TResult Invoke<TResult>(Func<TResult> callback, DispatcherPriority priority) => throw null!;
        public TResult Invoke<TResult>(Func<TResult> callback, DispatcherPriority priority, CancellationToken cancellationToken) => throw null!;
        public TResult Invoke<TResult>(Func<TResult> callback, DispatcherPriority priority, CancellationToken cancellationToken, TimeSpan timeout) => throw null!;
        public DispatcherOperation<TResult> InvokeAsync<TResult>(Func<TResult> callback) => throw null!;
        public DispatcherOperation<TResult> InvokeAsync<TResult>(Func<TResult> callback, DispatcherPriority priority) => throw null!;
        public DispatcherOperation<TResult> InvokeAsync<TResult>(Func<TResult> callback, DispatcherPriority priority, CancellationToken cancellationToken) => throw null!;
        public Task InvokeAsync(Func<Task> callback) => throw null!;
        public Task InvokeAsync(Func<Task> action, DispatcherPriority priority) => throw null!;
        public Task<TResult> InvokeAsync<TResult>(Func<Task<TResult>> action) => throw null!;
        public Task<TResult> InvokeAsync<TResult>(Func<Task<TResult>> action, DispatcherPriority priority) => throw null!;
        public void Post(Action action, DispatcherPriority priority = default) => throw null!;
        public void Post(SendOrPostCallback action, object arg, DispatcherPriority priority = default) => throw null!;
    }
}

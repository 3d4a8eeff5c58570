// The public surface of UI toolkits, as far as the models speak of it.
namespace System.Windows.Threading
{
    public enum DispatcherPriority { Normal, Background }
    public class DispatcherOperation
    {
        public global::System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => throw null!;
    }
    public class DispatcherOperation<TResult>
    {
        public global::System.Runtime.CompilerServices.TaskAwaiter<TResult> GetAwaiter() => throw null!;
    }
    public abstract class DispatcherObject
    {
        public Dispatcher Dispatcher { get; }
        public void VerifyAccess() => throw null!;
        public bool CheckAccess() => throw null!;
    }
    public class Dispatcher
    {
        public void VerifyAccess() => throw null!;
        public bool CheckAccess() => throw null!;
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
        public object Invoke(Delegate method, params object[] args) => throw null!;
        public object Invoke(Delegate method, TimeSpan timeout, params object[] args) => throw null!;
        public object Invoke(Delegate method, TimeSpan timeout, DispatcherPriority priority, params object[] args) => throw null!;
        public object Invoke(Delegate method, DispatcherPriority priority, params object[] args) => throw null!;
        public object Invoke(DispatcherPriority priority, Delegate method) => throw null!;
        public object Invoke(DispatcherPriority priority, Delegate method, object arg) => throw null!;
        public object Invoke(DispatcherPriority priority, Delegate method, object arg, params object[] args) => throw null!;
        public object Invoke(DispatcherPriority priority, TimeSpan timeout, Delegate method) => throw null!;
        public object Invoke(DispatcherPriority priority, TimeSpan timeout, Delegate method, object arg) => throw null!;
        public object Invoke(DispatcherPriority priority, TimeSpan timeout, Delegate method, object arg, params object[] args) => throw null!;
        public DispatcherOperation BeginInvoke(Delegate method, params object[] args) => throw null!;
        public DispatcherOperation BeginInvoke(Delegate method, DispatcherPriority priority, params object[] args) => throw null!;
        public DispatcherOperation BeginInvoke(DispatcherPriority priority, Delegate method) => throw null!;
        public DispatcherOperation BeginInvoke(DispatcherPriority priority, Delegate method, object arg) => throw null!;
        public DispatcherOperation BeginInvoke(DispatcherPriority priority, Delegate method, object arg, params object[] args) => throw null!;
    }
}
namespace System.Windows.Forms
{
    public class Control
    {
        public bool InvokeRequired { get; }
        public void Invoke(Action method) => throw null!;
        public object Invoke(Delegate method) => throw null!;
        public object Invoke(Delegate method, params object[] args) => throw null!;
        public T Invoke<T>(Func<T> method) => throw null!;
        public IAsyncResult BeginInvoke(Action method) => throw null!;
        public IAsyncResult BeginInvoke(Delegate method) => throw null!;
        public IAsyncResult BeginInvoke(Delegate method, params object[] args) => throw null!;
        public Task InvokeAsync(Action callback, CancellationToken cancellationToken = default) => throw null!;
        public Task<T> InvokeAsync<T>(Func<T> callback, CancellationToken cancellationToken = default) => throw null!;
        public Task InvokeAsync(Func<CancellationToken, ValueTask> callback, CancellationToken cancellationToken = default) => throw null!;
        public Task<T> InvokeAsync<T>(Func<CancellationToken, ValueTask<T>> callback, CancellationToken cancellationToken = default) => throw null!;
    }
}
namespace Microsoft.UI.Dispatching
{
    public delegate void DispatcherQueueHandler();
    public enum DispatcherQueuePriority { Low, Normal, High }
    public class DispatcherQueue
    {
        public bool HasThreadAccess { get; }
        public bool TryEnqueue(DispatcherQueueHandler callback) => throw null!;
        public bool TryEnqueue(DispatcherQueuePriority priority, DispatcherQueueHandler callback) => throw null!;
    }
}
namespace Windows.System
{
    public delegate void DispatcherQueueHandler();
    public enum DispatcherQueuePriority { Low, Normal, High }
    public class DispatcherQueue
    {
        public bool HasThreadAccess { get; }
        public bool TryEnqueue(Windows.System.DispatcherQueueHandler callback) => throw null!;
        public bool TryEnqueue(Windows.System.DispatcherQueuePriority priority, Windows.System.DispatcherQueueHandler callback) => throw null!;
    }
}
namespace Windows.UI.Core
{
    public delegate void DispatchedHandler();
    public delegate void IdleDispatchedHandler(object e);
    public enum CoreDispatcherPriority { Idle, Low, Normal, High }
    public class IAsyncAction
    {
        public global::System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => throw null!;
    }
    public class CoreDispatcher
    {
        public bool HasThreadAccess { get; }
        public IAsyncAction RunAsync(CoreDispatcherPriority priority, DispatchedHandler agileCallback) => throw null!;
        public IAsyncAction RunIdleAsync(IdleDispatchedHandler agileCallback) => throw null!;
    }
}
namespace Microsoft.Maui.ApplicationModel
{
    public static class MainThread
    {
        public static bool IsMainThread { get; }
        public static void BeginInvokeOnMainThread(Action action) => throw null!;
        public static Task InvokeOnMainThreadAsync(Action action) => throw null!;
        public static Task<T> InvokeOnMainThreadAsync<T>(Func<T> func) => throw null!;
        public static Task InvokeOnMainThreadAsync(Func<Task> funcTask) => throw null!;
        public static Task<T> InvokeOnMainThreadAsync<T>(Func<Task<T>> funcTask) => throw null!;
    }
}
namespace Microsoft.Maui.Dispatching
{
    public interface IDispatcher
    {
        bool IsDispatchRequired { get; }
        bool Dispatch(Action action);
        bool DispatchDelayed(TimeSpan delay, Action action);
    }
    public static class DispatcherExtensions
    {
        public static Task<T> DispatchAsync<T>(this IDispatcher dispatcher, Func<T> func) => throw null!;
        public static Task DispatchAsync(this IDispatcher dispatcher, Action action) => throw null!;
        public static Task<T> DispatchAsync<T>(this IDispatcher dispatcher, Func<Task<T>> funcTask) => throw null!;
        public static Task DispatchAsync(this IDispatcher dispatcher, Func<Task> funcTask) => throw null!;
        public static Task<T> DispatchIfRequiredAsync<T>(this IDispatcher dispatcher, Func<T> func) => throw null!;
        public static Task DispatchIfRequiredAsync(this IDispatcher dispatcher, Action action) => throw null!;
        public static Task<T> DispatchIfRequiredAsync<T>(this IDispatcher dispatcher, Func<Task<T>> funcTask) => throw null!;
        public static Task DispatchIfRequiredAsync(this IDispatcher dispatcher, Func<Task> funcTask) => throw null!;
        public static void DispatchIfRequired(this IDispatcher dispatcher, Action action) => throw null!;
    }
}
namespace Microsoft.AspNetCore.Components
{
    public abstract class Dispatcher
    {
        public void AssertAccess() => throw null!;
        public abstract bool CheckAccess();
        public abstract Task InvokeAsync(Action workItem);
        public abstract Task InvokeAsync(Func<Task> workItem);
        public abstract Task<TResult> InvokeAsync<TResult>(Func<TResult> workItem);
        public abstract Task<TResult> InvokeAsync<TResult>(Func<Task<TResult>> workItem);
    }
    public class ComponentBase
    {
        public Task InvokeAsync(Action workItem) => throw null!;
        public Task InvokeAsync(Func<Task> workItem) => throw null!;
    }
}
namespace UnityEngine
{
    public class Awaitable
    {
        public static MainThreadAwaitable MainThreadAsync() => throw null!;
        public static BackgroundThreadAwaitable BackgroundThreadAsync() => throw null!;
    }
    public readonly struct MainThreadAwaitable
    {
        public UnityAwaiter GetAwaiter() => throw null!;
    }
    public readonly struct BackgroundThreadAwaitable
    {
        public UnityAwaiter GetAwaiter() => throw null!;
    }
    public readonly struct UnityAwaiter : global::System.Runtime.CompilerServices.ICriticalNotifyCompletion
    {
            public bool IsCompleted { get; }
            public void GetResult() => throw null!;
            public void OnCompleted(Action continuation) => throw null!;
            public void UnsafeOnCompleted(Action continuation) => throw null!;
    }
}
namespace Cysharp.Threading.Tasks
{
    public enum PlayerLoopTiming { Update, FixedUpdate }
    public readonly struct UniTask
    {
        public static SwitchToMainThreadAwaitable SwitchToMainThread(CancellationToken cancellationToken = default) => throw null!;
        public static SwitchToMainThreadAwaitable SwitchToMainThread(PlayerLoopTiming timing, CancellationToken cancellationToken = default) => throw null!;
        public static SwitchToThreadPoolAwaitable SwitchToThreadPool() => throw null!;
        public static void Post(Action action, PlayerLoopTiming timing = PlayerLoopTiming.Update) => throw null!;
    }
    public readonly struct SwitchToMainThreadAwaitable
    {
        public UniAwaiter GetAwaiter() => throw null!;
    }
    public readonly struct SwitchToThreadPoolAwaitable
    {
        public UniAwaiter GetAwaiter() => throw null!;
    }
    public readonly struct UniAwaiter : global::System.Runtime.CompilerServices.ICriticalNotifyCompletion
    {
            public bool IsCompleted { get; }
            public void GetResult() => throw null!;
            public void OnCompleted(Action continuation) => throw null!;
            public void UnsafeOnCompleted(Action continuation) => throw null!;
    }
}
namespace Microsoft.VisualStudio.Shell
{
    public static class ThreadHelper
    {
        public static void ThrowIfNotOnUIThread(string callerMemberName = "") => throw null!;
        public static bool CheckAccess() => throw null!;
    }
}
namespace Foundation
{
    public class NSObject
    {
        public void InvokeOnMainThread(Action action) => throw null!;
        public void BeginInvokeOnMainThread(Action action) => throw null!;
    }
    public class NSThread
    {
        public static bool IsMain { get; }
    }
}
namespace UIKit
{
    public class UIApplication
    {
        public static void EnsureUIThread() => throw null!;
    }
}
namespace Android.App
{
    public class Activity
    {
        public void RunOnUiThread(Action action) => throw null!;
    }
}

// The UI thread as toolkits assert it, query it, switch to it and run delegates on it.
// library: Toolkits.library.cs
using System.ComponentModel;

class Case_8100_wpf : System.Windows.Threading.DispatcherObject
{
    [GuardedBy(typeof(UIThread))] string _title = "";
    [Requires(typeof(UIThread))] void Show() => _title = "";
    [Requires(typeof(UIThread))] int Count() => _title.Length;

    void GoodAsserted()
    {
        VerifyAccess();
        Show();
    }
    void GoodAssertedOnDispatcher()
    {
        Dispatcher.VerifyAccess();
        Show();
    }
    void GoodAsked()
    {
        if (CheckAccess())
            Show();
        else
            Dispatcher.Invoke(() => Show());
    }
    void GoodRun()
    {
        Dispatcher.Invoke(Show);
        Dispatcher.Invoke(() => { Show(); _title = "run"; });
        Dispatcher.Invoke(() => Show(), System.Windows.Threading.DispatcherPriority.Background);
        Dispatcher.BeginInvoke((Action)(() => Show()));
        Dispatcher.BeginInvoke(new Action(() => Show()), System.Windows.Threading.DispatcherPriority.Normal);
        Dispatcher.BeginInvoke(System.Windows.Threading.DispatcherPriority.Normal, new Action(delegate { Show(); }));
        int count = Dispatcher.Invoke(() => Count());
        Dispatcher.InvokeAsync(() => _title = "later");
    }
    async Task GoodAsync()
    {
        int count = await Dispatcher.InvokeAsync(() => Count());
        await Dispatcher.InvokeAsync(async () =>
        {
            Show();
            await Task.Yield();
            Show();
        });
    }
    void GoodLocalFunction()
    {
        Dispatcher.Invoke(Update);
        void Update() => Show();
    }
    void GoodEarlyReturn()
    {
        if (!Dispatcher.CheckAccess())
        {
            Dispatcher.BeginInvoke(new Action(GoodEarlyReturn));
            return;
        }
        Show();
    }
    void Bad() => Show(); // expect: CAP0011
    void BadState()
    {
        _title = ""; // expect: CAP0002
    }
    void BadAsked()
    {
        if (!CheckAccess())
            Show(); // expect: CAP0011
    }
    void BadElsewhere() => Dispatcher.Invoke(() => Task.Run(() =>
    {
        Show(); // expect: CAP0011
    }));
    void BadAfter()
    {
        Dispatcher.Invoke(() => Show());
        Show(); // expect: CAP0011
    }
    async Task BadAfterConfigureAwait()
    {
        VerifyAccess();
        await Task.Delay(1).ConfigureAwait(false);
        Show(); // expect: CAP0011
    }
    async Task GoodAfterAwait()
    {
        VerifyAccess();
        await Task.Delay(1);
        Show();
    }
    void BadStored()
    {
        Action later = () => Show(); // expect: CAP0011
        _later = later;
    }
    Action _later;
}

class Case_8101_a_lock_does_not_go_along_to_the_ui_thread
{
    readonly object _gate = new();
    readonly System.Windows.Threading.Dispatcher _dispatcher;
    [GuardedBy(nameof(_gate))] int _n;
    Case_8101_a_lock_does_not_go_along_to_the_ui_thread(System.Windows.Threading.Dispatcher dispatcher) => _dispatcher = dispatcher;

    void Good()
    {
        _dispatcher.InvokeAsync(() =>
        {
            lock (_gate)
                _n++;
        });
    }
    void Bad()
    {
        lock (_gate)
        {
            _n++;
            _dispatcher.InvokeAsync(() =>
            {
                _n++; // expect: CAP0002
            });
        }
    }
}

class Case_8102_windows_forms : System.Windows.Forms.Control
{
    [Requires(typeof(UIThread))] void Show() { }
    [Requires(typeof(UIThread))] string Title() => "";

    void GoodInverted()
    {
        if (InvokeRequired)
            Invoke(Show);
        else
            Show();
    }
    void GoodInvertedReturn()
    {
        if (InvokeRequired)
        {
            BeginInvoke(new Action(GoodInvertedReturn));
            return;
        }
        Show();
    }
    void GoodInvertedLocal()
    {
        bool elsewhere = InvokeRequired;
        if (!elsewhere)
            Show();
    }
    void GoodInterface(ISynchronizeInvoke target)
    {
        if (!target.InvokeRequired)
            Show();
        else
            target.Invoke(new Action(() => Show()), null);
    }
    void GoodAsserted()
    {
        Debug.Assert(!InvokeRequired);
        Show();
    }
    async Task GoodRun(CancellationToken token)
    {
        Invoke(() => Show());
        Invoke((Action)delegate { Show(); });
        string title = Invoke(() => Title());
        await InvokeAsync(() => Show(), token);
        await InvokeAsync(async t => { Show(); await Task.Yield(); Show(); }, token);
    }
    void Bad()
    {
        if (InvokeRequired)
            Show(); // expect: CAP0011
    }
    void BadNotAsked() => Show(); // expect: CAP0011
    void BadAssertedTheOtherWay()
    {
        Debug.Assert(InvokeRequired);
        Show(); // expect: CAP0011
    }
}

class Case_8103_winui_and_uwp
{
    readonly Microsoft.UI.Dispatching.DispatcherQueue _queue = new();
    readonly Windows.UI.Core.CoreDispatcher _core = new();
    [Requires(typeof(UIThread))] void Show() { }

    void Good()
    {
        if (_queue.HasThreadAccess)
            Show();
        else
            _queue.TryEnqueue(() => Show());
        _queue.TryEnqueue(Microsoft.UI.Dispatching.DispatcherQueuePriority.Low, () => { Show(); });
        _queue.TryEnqueue(Show);
    }
    async Task GoodCore()
    {
        await _core.RunAsync(Windows.UI.Core.CoreDispatcherPriority.Normal, () => Show());
        if (_core.HasThreadAccess)
            Show();
    }
    void Bad()
    {
        if (!_queue.HasThreadAccess)
            Show(); // expect: CAP0011
        _queue.TryEnqueue(() => Show());
        Show(); // expect: CAP0011
    }
}

class Case_8104_maui
{
    readonly Microsoft.Maui.Dispatching.IDispatcher _dispatcher;
    Case_8104_maui(Microsoft.Maui.Dispatching.IDispatcher dispatcher) => _dispatcher = dispatcher;
    [Requires(typeof(UIThread))] void Show() { }
    [Requires(typeof(UIThread))] Task ShowAsync() => Task.CompletedTask;

    async Task Good()
    {
        if (Microsoft.Maui.ApplicationModel.MainThread.IsMainThread)
            Show();
        else
            Microsoft.Maui.ApplicationModel.MainThread.BeginInvokeOnMainThread(() => Show());
        await Microsoft.Maui.ApplicationModel.MainThread.InvokeOnMainThreadAsync(Show);
        await Microsoft.Maui.ApplicationModel.MainThread.InvokeOnMainThreadAsync(async () => await ShowAsync());
    }
    async Task GoodDispatcher()
    {
        if (!_dispatcher.IsDispatchRequired)
            Show();
        _dispatcher.Dispatch(() => Show());
        _dispatcher.DispatchDelayed(TimeSpan.Zero, () => Show());
    }
    void Bad()
    {
        if (_dispatcher.IsDispatchRequired)
            Show(); // expect: CAP0011
    }
    async Task BadAsync()
    {
        await ShowAsync(); // expect: CAP0011
    }
}

class Case_8105_dispatcher_extensions
{
    [Requires(typeof(UIThread))] void Show() { }
    [Requires(typeof(UIThread))] int Count() => 0;

    async Task Good(Microsoft.Maui.Dispatching.IDispatcher dispatcher)
    {
        await Microsoft.Maui.Dispatching.DispatcherExtensions.DispatchAsync(dispatcher, () => Show());
        int n = await Microsoft.Maui.Dispatching.DispatcherExtensions.DispatchAsync(dispatcher, () => Count());
        Microsoft.Maui.Dispatching.DispatcherExtensions.DispatchIfRequired(dispatcher, () => Show());
    }
    void Bad(Microsoft.Maui.Dispatching.IDispatcher dispatcher)
    {
        Microsoft.Maui.Dispatching.DispatcherExtensions.DispatchIfRequired(dispatcher, () => Show());
        Show(); // expect: CAP0011
    }
}

class Case_8106_blazor : Microsoft.AspNetCore.Components.ComponentBase
{
    [Requires(typeof(UIThread))] void Show() { }

    async Task Good(Microsoft.AspNetCore.Components.Dispatcher dispatcher)
    {
        await InvokeAsync(Show);
        await InvokeAsync(async () => { await Task.Yield(); Show(); });
        await dispatcher.InvokeAsync(() => Show());
        dispatcher.AssertAccess();
        Show();
    }
    void Bad(Microsoft.AspNetCore.Components.Dispatcher dispatcher)
    {
        if (!dispatcher.CheckAccess())
            Show(); // expect: CAP0011
    }
}

class Case_8107_unity
{
    [Requires(typeof(UIThread))] void Show() { }

    async Task Good()
    {
        await UnityEngine.Awaitable.MainThreadAsync();
        Show();
    }
    async Task GoodUniTask(CancellationToken token)
    {
        await Cysharp.Threading.Tasks.UniTask.SwitchToMainThread(token);
        Show();
        Cysharp.Threading.Tasks.UniTask.Post(() => Show());
    }
    async Task Bad()
    {
        await UnityEngine.Awaitable.MainThreadAsync();
        Show();
        await UnityEngine.Awaitable.BackgroundThreadAsync();
        Show(); // expect: CAP0011
    }
    async Task BadUniTask()
    {
        await Cysharp.Threading.Tasks.UniTask.SwitchToMainThread();
        await Cysharp.Threading.Tasks.UniTask.SwitchToThreadPool();
        Show(); // expect: CAP0011
    }
    [Requires(typeof(UIThread))]
    async Task GoodHandedBack()
    {
        Show();
        await UnityEngine.Awaitable.BackgroundThreadAsync();
        await UnityEngine.Awaitable.MainThreadAsync();
        Show();
    }
}

class Case_8108_other_hosts : Foundation.NSObject
{
    [Requires(typeof(UIThread))] void Show() { }

    void Good(Android.App.Activity activity)
    {
        Microsoft.VisualStudio.Shell.ThreadHelper.ThrowIfNotOnUIThread();
        Show();
        activity.RunOnUiThread(() => Show());
        activity.RunOnUiThread(Show);
    }
    void GoodApple()
    {
        if (Foundation.NSThread.IsMain)
            Show();
        InvokeOnMainThread(() => Show());
        UIKit.UIApplication.EnsureUIThread();
        Show();
    }
    void Bad()
    {
        BeginInvokeOnMainThread(() => Show());
        Show(); // expect: CAP0011
    }
}

// The UI thread of Avalonia, whose dispatcher has a member of the role's name.
// library: Avalonia.library.cs

class Case_8120_avalonia : Avalonia.AvaloniaObject
{
    [GuardedBy(typeof(Capability.UIThread))] int _n;
    [Requires(typeof(Capability.UIThread))] void Show() => _n++;

    async Task Good()
    {
        VerifyAccess();
        Show();
    }
    async Task GoodRun()
    {
        Avalonia.Threading.Dispatcher.UIThread.Post(() => Show());
        Avalonia.Threading.Dispatcher.UIThread.Post(Show);
        await Avalonia.Threading.Dispatcher.UIThread.InvokeAsync(() => Show());
        await Avalonia.Threading.Dispatcher.UIThread.InvokeAsync(async () => { Show(); await Task.Yield(); Show(); });
        Avalonia.Threading.Dispatcher.UIThread.Invoke(() => _n++);
    }
    void GoodAsked(Avalonia.Threading.IDispatcher dispatcher)
    {
        if (dispatcher.CheckAccess())
            Show();
        else
            dispatcher.Post(() => Show());
    }
    void Bad()
    {
        Avalonia.Threading.Dispatcher.UIThread.Post(() => Show());
        Show(); // expect: CAP0011
    }
    void BadAsked()
    {
        if (!Avalonia.Threading.Dispatcher.UIThread.CheckAccess())
            Show(); // expect: CAP0011
    }
}

using Capability;

namespace UiThread;

/// State that needs no lock, because only one thread touches it. The thread is the capability.
sealed class Window(MessageLoop loop)
{
    [GuardedBy(typeof(UIThread))] string _title = "empty";

    [Requires(typeof(UIThread))]
    public string Title => _title;

    [Requires(typeof(UIThread))]
    public void Show(string title) => _title = title;

    // Right: after the await the loop brings the method back to its thread.
    [Requires(typeof(UIThread))]
    public async Task LoadAsync()
    {
        Show("loading");
        Show(await Task.Run(() => "loaded"));
    }

    // Right: from any other thread, a message.
    public void ShowFromAnywhere(string title) => loop.Post(() => Show(title));

    // Right: an assertion is as good as a contract, where the contract cannot be had.
    public void OnPaint(object? sender, EventArgs e)
    {
        loop.VerifyAccess();
        Show("painted");
    }

    // Wrong: nobody says which thread this is.
    public void ShowAtOnce(string title) => Show(title); // CAP0011: post it, or require the role

    // Wrong: ConfigureAwait(false) gives the way back up.
    [Requires(typeof(UIThread))]
    public async Task LoadElsewhere()
    {
        var title = await Task.Run(() => "loaded").ConfigureAwait(false);
        _title = title; // CAP0002: this is a thread of the pool
    }

    // Wrong: the pool's thread is not the UI thread.
    [Requires(typeof(UIThread))]
    public Task ShowInBackground() => Task.Run(() => Show("late")); // CAP0011: a role does not travel with a delegate
}

using System.Collections.Concurrent;
using Capability;

namespace UiThread;

/// The least that a user interface has: one thread that works off messages. The models of WPF, Windows Forms, WinUI, Avalonia,
/// MAUI and others say the same of their members; here the attributes do.
sealed class MessageLoop : SynchronizationContext
{
    readonly BlockingCollection<Action> _messages = new();
    readonly int _thread = Environment.CurrentManagedThreadId;

    /// Is this the thread of the loop?
    public bool CheckAccess() => Environment.CurrentManagedThreadId == _thread;

    [AssertsCapability(typeof(UIThread))]
    public void VerifyAccess()
    {
        if (!CheckAccess()) throw new InvalidOperationException("not on the UI thread");
    }

    /// What is posted runs on the thread of the loop: a lambda that is passed here starts with the role.
    public void Post([Requires(typeof(UIThread))] Action action) => _messages.Add(action);

    public override void Post(SendOrPostCallback callback, object? state) => _messages.Add(() => callback(state));

    public void Quit() => _messages.CompleteAdding();

    public void Run([Requires(typeof(UIThread))] Func<Task> main)
    {
        SetSynchronizationContext(this);
        Post(() => _ = main());
        foreach (var message in _messages.GetConsumingEnumerable()) message();
    }
}

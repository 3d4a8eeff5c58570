using Capability;

namespace EventHandlers;

/// Handlers come and go on any thread, and are called without the lock: they are foreign code, and may come back.
sealed class Topic
{
    readonly Lock _gate = new();

    [GuardedBy(nameof(_gate))] readonly List<Action<string>> _handlers = new();

    public void Subscribe(Action<string> handler)
    {
        lock (_gate) _handlers.Add(handler);
    }

    public void Unsubscribe(Action<string> handler)
    {
        lock (_gate) _handlers.Remove(handler);
    }

    // Right: copied under the lock, called without it.
    public void Publish(string message)
    {
        Action<string>[] handlers;
        lock (_gate)
            handlers = _handlers.ToArray();
        foreach (var handler in handlers) handler(message);
    }

    // Wrong: a handler that subscribes another one changes the list under our feet.
    public void PublishInPlace(string message)
    {
        foreach (var handler in _handlers) handler(message); // CAP0001: enumerated without the lock
    }

    // Wrong: the lock ends where the caller begins.
    public IReadOnlyList<Action<string>> Handlers
    {
        get { lock (_gate) return _handlers; } // CAP0006: the list itself, not what was in it
    }

    // Wrong: what is handed to the pool runs later, when nobody holds the lock any more.
    public void ClearLater()
    {
        lock (_gate)
            ThreadPool.QueueUserWorkItem(_ => _handlers.Clear()); // CAP0002: a delegate starts with nothing held
    }
}

/// An event needs no lock: the compiler adds and removes handlers atomically. But it must be read once.
sealed class Button
{
    public event Action? Clicked;

    // Right: one read.
    public void Click() => Clicked?.Invoke();

    // Wrong: two reads; between them the last handler may have left.
    public void ClickTwice()
    {
        if (Clicked != null)
            Clicked(); // CAP0105: null by now, perhaps
    }
}

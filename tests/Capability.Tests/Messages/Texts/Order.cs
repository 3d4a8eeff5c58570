class Ordered
{
    [/*order*/AcquiredBefore(nameof(_inner))] private readonly object _outer = new();
    private readonly object _inner = new();

    void Wrong()
    {
        lock (/*held*/_inner)
        lock (_outer) // CAP0041: Acquiring '_outer' while holding '_inner': the declared order is the other way round <- order, held
        {
        }
    }
}

class Circle
{
    [AcquiredBefore(nameof(_second))] private readonly object _first = new(); // CAP0042: The declared order has a cycle: '_first' before '_second'; '_second' before '_first' <- back
    [/*back*/AcquiredBefore(nameof(_first))] private readonly object _second = new();
}

class Crossed
{
    private readonly object _a = new();
    private readonly object _b = new();

    void One()
    {
        lock (/*a1*/_a)
        lock (/*b2*/_b)
        {
        }
    }

    void Other()
    {
        lock (/*b1*/_b)
            Inner(); // CAP0043: Two threads can wait for each other: one in 'One' acquires '_a' at Order.cs(28), another in 'Other' acquires '_b' at Order.cs(36); then the one waits for '_b' at Order.cs(29) and the other for '_a' at Order.cs(42) <- a1, b2, b1, a2
    }

    void Inner()
    {
        lock (/*a2*/_a)
        {
        }
    }
}

class Foreign
{
    private readonly object _gate = new();

    public event Action Changed;

    void Raise()
    {
        lock (/*raising*/_gate)
            Changed?.Invoke(); // CAP0044: Calling 'Changed' runs foreign code while '_gate' is held <- raising
    }

    void Sleep()
    {
        lock (/*sleeping*/_gate)
            Thread.Sleep(10); // CAP0045: Calling 'Sleep' may block while '_gate' is held <- sleeping
    }
}

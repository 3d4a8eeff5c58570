// Variables that a pattern declares are names of what they matched, however deep they stand.

sealed class Shelf
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Count;
    public Shelf Next;
    public object[] Gates = [];
}

sealed class Case_4700_a_property_pattern_names_the_lock
{
    public void Good(Shelf shelf)
    {
        if (shelf is { Gate: var gate })
            lock (gate)
                shelf.Count++;
    }

    public void GoodWithTheObjectNamedToo(object thing)
    {
        if (thing is Shelf { Gate: { } gate } shelf)
            lock (gate)
                shelf.Count++;
    }

    public void GoodInASwitch(Shelf shelf)
    {
        switch (shelf)
        {
            case { Gate: var gate } found:
                lock (gate)
                    found.Count++;
                break;
        }
    }

    public void GoodFurtherDown(Shelf shelf)
    {
        if (shelf is { Next: { Gate: var gate } next })
            lock (gate)
                next.Count++;
    }

    public void GoodBySeveralSteps(Shelf shelf)
    {
        if (shelf is { Next.Gate: var gate })
            lock (gate)
                shelf.Next.Count++;
    }

    public void BadWithoutTheLock(Shelf shelf)
    {
        if (shelf is { Gate: var gate, Next: var next })
            lock (gate)
                next.Count++; // expect: CAP0002
    }

    public void BadAfterANewMatch(Shelf shelf, Shelf other)
    {
        if (shelf is not { Gate: var gate })
            return;
        lock (gate)
        {
            if (other is { Gate: var another })
                lock (another)
                    shelf.Count++;
            other.Count++; // expect: CAP0002
        }
    }

    public void BadByAnElement(Shelf shelf)
    {
        if (shelf is { Gates: [var first, ..] })
            lock (first)
                shelf.Count++; // expect: CAP0002
    }
}

// Variables that get another value while a lock is held through them: the object is still locked, under its other name.

sealed class Acc7300
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
    public Acc7300 Next;
}
class Case_7300_another_variable_still_names_the_object
{
    Acc7300 _current = new();
    readonly Acc7300 _first = new();

    void GoodKept(Acc7300 x) { lock (x.Gate) { var y = x; x = x.Next; y.N++; } }
    void GoodCleared(Acc7300 x) { lock (x.Gate) { var y = x; x = null; y.N++; } }
    void GoodAssignedLater(Acc7300 x) { Acc7300 y; lock (x.Gate) { y = x; x = _first; y.N++; } }
    void GoodThird() { lock (_first.Gate) { var y = _first; var z = y; y = null; z.N++; } }
    void GoodReplacedField() { var old = _current; lock (old.Gate) { _current = new Acc7300(); old.N++; } }
    void GoodMonitors(object m) { var y = m; Monitor.Enter(m); m = null; Monitor.Exit(y); }
    void GoodMonitorsByTheAlias(object m) { var y = m; Monitor.Enter(y); m = null; Monitor.Exit(y); }
    void GoodLoop(Acc7300 x) { while (x != null) { lock (x.Gate) { var y = x; x = x.Next; y.N++; } } }
    void GoodWalk(Acc7300 x) { for (var n = x; n != null; n = n.Next) lock (n.Gate) n.N++; }
    void GoodHandOverHand(Acc7300 x)
    {
        var previous = x;
        Monitor.Enter(previous.Gate);
        var current = previous.Next;
        while (current != null)
        {
            Monitor.Enter(current.Gate);
            Monitor.Exit(previous.Gate);
            previous = current;
            current = current.Next;
            previous.N++;
        }
        Monitor.Exit(previous.Gate);
    }
    void BadNewObject(Acc7300 x)
    {
        lock (x.Gate)
        {
            x = x.Next;
            x.N++; // expect: CAP0002
        }
    }
    void BadNewFieldValue()
    {
        var old = _current;
        lock (old.Gate)
        {
            _current = new Acc7300();
            _current.N++; // expect: CAP0002
        }
    }
    void BadAliasMovesOn(Acc7300 x)
    {
        var y = x;
        lock (x.Gate)
        {
            y = y.Next;
            y.N++; // expect: CAP0002
        }
    }
}

class Case_7301_variables_that_are_swapped
{
    readonly Acc7300 _p = new(), _q = new();

    void GoodLockedAfterwards(Acc7300 x, Acc7300 y) { (x, y) = (y, x); lock (x.Gate) x.N++; }
    void GoodLockedBefore(Acc7300 x, Acc7300 y) { lock (x.Gate) { (x, y) = (y, x); y.N++; } }
    void GoodFields() { var x = _p; var y = _q; lock (_p.Gate) { (x, y) = (y, x); y.N++; } }
    void GoodOrdered(Acc7300 x, Acc7300 y)
    {
        if (x.GetHashCode() > y.GetHashCode()) (x, y) = (y, x);
        lock (x.Gate) lock (y.Gate) { x.N--; y.N++; }
    }
    void GoodOrderedByHand(Acc7300 x, Acc7300 y)
    {
        if (x.GetHashCode() > y.GetHashCode()) { var t = x; x = y; y = t; }
        lock (x.Gate) lock (y.Gate) { x.N--; y.N++; }
    }
    void GoodThree(Acc7300 x, Acc7300 y, Acc7300 z) { lock (x.Gate) { (x, y, z) = (z, x, y); y.N++; } }
    void GoodBack(Acc7300 x, Acc7300 y) { lock (x.Gate) { (x, y) = (y, x); (x, y) = (y, x); x.N++; } }
    void BadTheOther(Acc7300 x, Acc7300 y)
    {
        (x, y) = (y, x);
        lock (x.Gate)
            y.N++; // expect: CAP0002
    }
    void BadLockedBefore(Acc7300 x, Acc7300 y)
    {
        lock (x.Gate)
        {
            (x, y) = (y, x);
            x.N++; // expect: CAP0002
        }
    }
    void BadFields()
    {
        var (x, y) = (_p, _q);
        lock (_p.Gate)
        {
            (x, y) = (y, x);
            x.N++; // expect: CAP0002
        }
    }
    void BadChosen(Acc7300 x, Acc7300 y)
    {
        var first = x.GetHashCode() > y.GetHashCode() ? y : x;
        lock (first.Gate)
            x.N++; // expect: CAP0002
    }
}

class Case_7302_flags_in_terms_of_their_old_value
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodOther(bool b) { bool c = !b; if (c) Monitor.Enter(_gate); b = !b; if (b) { _n++; Monitor.Exit(_gate); } }
    void GoodTwice(bool b) { if (b) Monitor.Enter(_gate); b = !b; b = !b; if (b) { _n++; Monitor.Exit(_gate); } }
    void GoodNegated(bool b) { if (b) Monitor.Enter(_gate); b = !b; if (!b) { _n++; Monitor.Exit(_gate); } }
    void GoodSwapped(bool b, bool c) { if (b) Monitor.Enter(_gate); (b, c) = (c, b); if (c) { _n++; Monitor.Exit(_gate); } }
    void GoodNarrowed(bool b) { bool t = Monitor.TryEnter(_gate); bool u = t || b; if (u && t) { _n++; Monitor.Exit(_gate); } }
    void BadNegated(bool b)
    {
        if (b) Monitor.Enter(_gate); // expect: CAP0024
        b = !b;
        if (b) Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadNegatedAccess(bool b)
    {
        bool taken = Monitor.TryEnter(_gate);
        taken = !taken;
        if (taken)
            _n++; // expect: CAP0002
        else
            Monitor.Exit(_gate);
    }
    void BadNarrowed(bool b)
    {
        bool t = Monitor.TryEnter(_gate); // expect: CAP0024
        t = t && b;
        if (t) { _n++; Monitor.Exit(_gate); }
    }
}

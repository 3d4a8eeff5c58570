// What is acquired in, and against, the order that declarations state.

class Case_4801_pairs
{
    [AcquiredBefore(nameof(_inner), nameof(_last))] readonly object _outer = new();
    readonly object _inner = new();
    readonly object _last = new();
    [AcquiredAfter(nameof(_outer))] readonly object _late = new();
    readonly object _free = new();
    int _n;

    void Good()
    {
        lock (_outer)
            lock (_inner)
                lock (_last)
                    lock (_late)
                        _n++;
    }
    void GoodUnrelated()
    {
        lock (_inner)
            lock (_free)
                lock (_last)
                    _n++;
    }
    void GoodOneAfterTheOther()
    {
        lock (_inner)
            _n++;
        lock (_outer)
            _n++;
    }
    void GoodReentrant()
    {
        lock (_outer)
            lock (_inner)
                lock (_outer)
                    _n++;
    }
    void GoodTry()
    {
        lock (_inner)
        {
            var taken = false;
            Monitor.TryEnter(_outer, 100, ref taken);
            if (taken)
                Monitor.Exit(_outer);
        }
    }
    void GoodAsserted()
    {
        lock (_inner)
        {
            Debug.Assert(Monitor.IsEntered(_outer));
            _n++;
        }
    }
    [Requires(nameof(_inner)), Requires(nameof(_outer))] void GoodRequired() => _n++;

    void Bad()
    {
        lock (_inner)
            lock (_outer) // expect: CAP0041
                _n++;
    }
    void BadAfter()
    {
        lock (_late)
            lock (_outer) // expect: CAP0041
                _n++;
    }
    void BadBoth()
    {
        lock (_inner)
            lock (_last)
                lock (_outer) // expect: CAP0041
                    _n++;
    }
    [Requires(nameof(_inner))]
    void BadRequired()
    {
        lock (_outer) // expect: CAP0041
            _n++;
    }
    void BadEndlessTry()
    {
        lock (_inner)
        {
            if (Monitor.TryEnter(_outer, Timeout.Infinite)) // expect: CAP0041
                Monitor.Exit(_outer);
        }
    }
}

class Case_4802_chains_through_other_declarations
{
    [AcquiredBefore(nameof(_b))] readonly object _a = new();
    [AcquiredBefore(nameof(_d))] readonly object _b = new();
    [AcquiredAfter(nameof(_a)), AcquiredBefore(nameof(_d))] readonly Lock _c = new();
    readonly ReaderWriterLockSlim _d = new();
    int _n;

    void Good()
    {
        lock (_a)
            lock (_b)
            {
                _d.EnterReadLock();
                _d.ExitReadLock();
            }
    }
    void GoodSiblings()
    {
        lock (_b)
            lock (_c)
                _n++;
    }
    void BadFarApart()
    {
        _d.EnterWriteLock();
        try
        {
            lock (_a) // expect: CAP0041
                _n++;
        }
        finally { _d.ExitWriteLock(); }
    }
    void BadShared()
    {
        _d.EnterReadLock();
        try
        {
            lock (_c) // expect: CAP0041
                _n++;
        }
        finally { _d.ExitReadLock(); }
    }
    void BadScope()
    {
        _d.EnterReadLock();
        try
        {
            using (_c.EnterScope()) // expect: CAP0041
                _n++;
        }
        finally { _d.ExitReadLock(); }
    }
}

class Case_4803_roots
{
    [AcquiredBefore(nameof(Inner))] public readonly object Outer = new();
    public readonly object Inner = new();
    [AcquiredBefore(nameof(Registry))] readonly object _own = new();
    static readonly object Registry = new();
    [AcquiredAfter(nameof(Registry))] readonly object _registered = new();
    int _n;

    void GoodOtherInstance(Case_4803_roots other)
    {
        lock (other.Inner)
            lock (Outer)
                _n++;
    }
    void GoodTwoOthers(Case_4803_roots left, Case_4803_roots right)
    {
        lock (left.Inner)
            lock (right.Outer)
                _n++;
    }
    void GoodStatic()
    {
        lock (_own)
            lock (Registry)
                lock (_registered)
                    _n++;
    }
    void BadOneOther(Case_4803_roots other)
    {
        lock (other.Inner)
            lock (other.Outer) // expect: CAP0041
                _n++;
    }
    void BadStatic(Case_4803_roots other)
    {
        lock (Registry)
            lock (other._own) // expect: CAP0041
                _n++;
    }
    void BadStaticFirst(Case_4803_roots other)
    {
        lock (other._registered)
            lock (Registry) // expect: CAP0041
                _n++;
    }
    void BadThroughStatic(Case_4803_roots other)
    {
        lock (other._registered)
            lock (_own) // expect: CAP0041
                _n++;
    }
}

class Parent4804
{
    public readonly object Gate = new();
}
class Case_4804_paths_and_properties
{
    readonly Parent4804 _parent = new();
    [AcquiredAfter("_parent.Gate")] readonly object _gate = new();
    [AcquiredBefore(nameof(_gate))] object Sync { get; } = new();
    int _n;

    void Good()
    {
        lock (_parent.Gate)
            lock (_gate)
                _n++;
        lock (Sync)
            lock (_gate)
                _n++;
    }
    void GoodOtherParent(Parent4804 other)
    {
        lock (_gate)
            lock (other.Gate)
                _n++;
    }
    void BadParent()
    {
        lock (_gate)
            lock (_parent.Gate) // expect: CAP0041
                _n++;
    }
    void BadProperty()
    {
        lock (_gate)
            lock (Sync) // expect: CAP0041
                _n++;
    }
}

static class Locks4805
{
    public static readonly object First = new();
    [AcquiredAfter(typeof(Locks4805), nameof(First))] public static readonly object Second = new();
}
static class More4805
{
    [AcquiredAfter("Locks4805.Second")] public static readonly object Third = new();
}
class Case_4805_statics_of_other_types
{
    int _n;
    void Good()
    {
        lock (Locks4805.First)
            lock (Locks4805.Second)
                lock (More4805.Third)
                    _n++;
    }
    void Bad()
    {
        lock (Locks4805.Second)
            lock (Locks4805.First) // expect: CAP0041
                _n++;
    }
    void BadFar()
    {
        lock (More4805.Third)
            lock (Locks4805.First) // expect: CAP0041
                _n++;
    }
}

class Case_4806_circles
{
    [AcquiredBefore(nameof(_b))] readonly object _a = new(); // expect: CAP0042
    [AcquiredBefore(nameof(_a))] readonly object _b = new();
    [AcquiredBefore(nameof(_self))] readonly object _self = new(); // expect: CAP0042
    [AcquiredBefore(nameof(_y), nameof(_z))] readonly object _x = new();
    [AcquiredBefore(nameof(_z))] readonly object _y = new();
    [AcquiredAfter(nameof(_x))] readonly object _z = new();
    [AcquiredAfter(nameof(_n3))] readonly object _n1 = new(); // expect: CAP0042
    [AcquiredAfter(nameof(_n1))] readonly object _n2 = new();
    [AcquiredAfter(nameof(_n2))] readonly object _n3 = new();
    int _n;

    // An order that contradicts itself is one mistake, wherever it is followed.
    void GoodInACircle()
    {
        lock (_a)
            lock (_b)
                _n++;
    }
}

class Case_4807_circle_of_types
{
    readonly Other4807 _other = new();
    [AcquiredBefore("_other.Gate")] readonly object _gate = new();
    void M() { lock (_gate) lock (_other.Gate) Thread.Yield(); }
}
class Other4807
{
    public readonly object Gate = new();
}

class Node4808
{
    [AcquiredBefore("Next.Gate")] public readonly object Gate = new();
    public readonly Node4808 Next;
}
class Case_4808_a_list_is_no_circle
{
    void Good(Node4808 node)
    {
        lock (node.Gate)
            lock (node.Next.Gate)
                Thread.Yield();
    }
    void Bad(Node4808 node)
    {
        lock (node.Next.Gate)
            lock (node.Gate) // expect: CAP0041
                Thread.Yield();
    }
    void BadByTwo(Node4808 node)
    {
        lock (node.Next.Next.Gate)
            lock (node.Gate) // expect: CAP0041
                Thread.Yield();
    }
}

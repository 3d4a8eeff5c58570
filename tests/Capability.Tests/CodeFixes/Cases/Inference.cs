//// case: state that is always under the lock
//// fix: CAP0201 Contract.GuardedBy
//// title: Guard '_count' by '_gate'
class C
{
    readonly object _gate = new();
    /// <summary>How many.</summary>
    private int _count;

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
}
//// becomes
class C
{
    readonly object _gate = new();
    /// <summary>How many.</summary>
    [GuardedBy(nameof(_gate))]
    private int _count;

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
}

//// case: the report is at an access
//// fix: CAP0201 Contract.GuardedBy
class C
{
    readonly object _gate = new();
    int _count; // how many

    public int Peek() => _count;
    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public void D() { lock (_gate) _count = 0; }
    public int E() { lock (_gate) return _count; }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))]
    int _count; // how many

    public int Peek() => _count;
    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public void D() { lock (_gate) _count = 0; }
    public int E() { lock (_gate) return _count; }
}

//// case: members whose callers hold it say so as well
//// fix: CAP0201 Contract.GuardedBy
class C
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) { Outer(); Bump(); } }
    public int D() { lock (_gate) return _count; }
    void Outer() => Bump();

    void Bump()
    {
        _count++;
        _count *= 2;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))]
    int _count;

    public void A() { lock (_gate) { Outer(); Bump(); } }
    public int D() { lock (_gate) return _count; }
    [Requires(nameof(_gate))]
    void Outer() => Bump();

    [Requires(nameof(_gate))]
    void Bump()
    {
        _count++;
        _count *= 2;
    }
}

//// case: a member whose callers hold it need not assert it any more
//// fix: CAP0201 Contract.GuardedBy
class C
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) Bump(); }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
    void Bump()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))]
    int _count;

    public void A() { lock (_gate) Bump(); }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
    [Requires(nameof(_gate))]
    void Bump()
    {
        _count++;
    }
}

//// case: an assertion of more than that stays
//// fix: CAP0201 Contract.GuardedBy
class C
{
    readonly object _gate = new(), _other = new();
    int _count;

    public void A() { lock (_gate) lock (_other) Bump(); }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
    public int E() { lock (_gate) return _count; }
    void Bump()
    {
        Debug.Assert(Monitor.IsEntered(_gate) && Monitor.IsEntered(_other));
        _count++;
    }
}
//// becomes
class C
{
    readonly object _gate = new(), _other = new();
    [GuardedBy(nameof(_gate))]
    int _count;

    public void A() { lock (_gate) lock (_other) Bump(); }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
    public int E() { lock (_gate) return _count; }
    [Requires(nameof(_gate))]
    void Bump()
    {
        Debug.Assert(Monitor.IsEntered(_gate) && Monitor.IsEntered(_other));
        _count++;
    }
}

//// case: one of several variables gets a declaration of its own
//// fix: CAP0201 Contract.GuardedBy
class C
{
    readonly object _gate = new();
    private int _first = 1, _count = 2, _last;

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
    public int E() => _first + _last;
}
//// becomes
class C
{
    readonly object _gate = new();
    private int _first = 1;
    [GuardedBy(nameof(_gate))]
    private int _count = 2;
    private int _last;

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
    public int E() => _first + _last;
}

//// case: all of several variables
//// fix all: CAP0201 Contract.GuardedBy
class C
{
    readonly object _gate = new();
    int _one, _two;

    public void A() { lock (_gate) { _one++; _two++; } }
    public void B() { lock (_gate) { _one--; _two--; } }
    public int D() { lock (_gate) return _one + _two; }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))]
    int _one;
    [GuardedBy(nameof(_gate))]
    int _two;

    public void A() { lock (_gate) { _one++; _two++; } }
    public void B() { lock (_gate) { _one--; _two--; } }
    public int D() { lock (_gate) return _one + _two; }
}

//// case: comments among the variables belong to nobody
//// fix: CAP0201 Contract.GuardedBy
class C
{
    readonly object _gate = new();
    int _first, // the first
        _count; // the other

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count + _first; }
}
//// not offered

//// case: the using directive comes along
//// fix: CAP0201 Contract.GuardedBy
//// no usings
using System;

class C
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
}
//// becomes
using System;
using Capability;

class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))]
    int _count;

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int D() { lock (_gate) return _count; }
}

//// case: the type and the object are named as such
//// fix all: CAP0201 Contract.GuardedBy
class C
{
    static int s_all;
    int _own;

    public void A() { lock (this) _own++; lock (typeof(C)) s_all++; }
    public void B() { lock (this) _own--; lock (typeof(C)) s_all--; }
    public void D() { lock (this) _own = 0; lock (typeof(C)) s_all = 0; }
}
//// becomes
class C
{
    [GuardedBy(typeof(C))]
    static int s_all;
    [GuardedBy("this")]
    int _own;

    public void A() { lock (this) _own++; lock (typeof(C)) s_all++; }
    public void B() { lock (this) _own--; lock (typeof(C)) s_all--; }
    public void D() { lock (this) _own = 0; lock (typeof(C)) s_all = 0; }
}

//// case: a property
//// fix: CAP0201 Contract.GuardedBy
class C
{
    readonly object _gate = new();
    int Count { get; set; }

    public void A() { lock (_gate) Count++; }
    public void B() { lock (_gate) Count--; }
    public int D() { lock (_gate) return Count; }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))]
    int Count { get; set; }

    public void A() { lock (_gate) Count++; }
    public void B() { lock (_gate) Count--; }
    public int D() { lock (_gate) return Count; }
}

//// case: a member that is only called under the lock
//// fix: CAP0202 Contract.Demand
//// title: Declare [Requires] for '_gate'
class C
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) Bump(); }

    // Counts.
    void Bump() { _count++; }
}
//// becomes
class C
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) Bump(); }

    // Counts.
    [Requires(nameof(_gate))]
    void Bump() { _count++; }
}

//// case: the read side
//// fix: CAP0202 Contract.Demand
class C
{
    readonly ReaderWriterLockSlim _lock = new();
    int _count;

    public int A() { _lock.EnterReadLock(); try { return Get(); } finally { _lock.ExitReadLock(); } }
    public void B() { _lock.EnterWriteLock(); try { _count++; } finally { _lock.ExitWriteLock(); } }
    int Get() => _count;
}
//// becomes
class C
{
    readonly ReaderWriterLockSlim _lock = new();
    int _count;

    public int A() { _lock.EnterReadLock(); try { return Get(); } finally { _lock.ExitReadLock(); } }
    public void B() { _lock.EnterWriteLock(); try { _count++; } finally { _lock.ExitWriteLock(); } }
    [RequiresShared(nameof(_lock))]
    int Get() => _count;
}

//// case: the contract takes the place of the assertion
//// fix: CAP0202 Contract.Demand
//// title: Declare [Requires] for '_gate' instead of asserting it
class C
{
    readonly object _gate = new();
    int _count;

    void Bump()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    int _count;

    [Requires(nameof(_gate))]
    void Bump()
    {
        _count++;
    }
}

//// case: an assertion with a comment stays
//// fix: CAP0202 Contract.Demand
class C
{
    readonly object _gate = new();
    int _count;

    void Bump()
    {
        // Callers lock.
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    int _count;

    [Requires(nameof(_gate))]
    void Bump()
    {
        // Callers lock.
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }
}

//// case: accessors say it for themselves
//// fix all: CAP0202 Contract.Demand
class C
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) { Count++; _ = Twice; } }
    int Count
    {
        get => _count;
        set => _count = value;
    }
    int Twice => _count * 2;
}
//// becomes
class C
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) { Count++; _ = Twice; } }
    int Count
    {
        [Requires(nameof(_gate))]
        get => _count;
        [Requires(nameof(_gate))]
        set => _count = value;
    }
    [Requires(nameof(_gate))]
    int Twice => _count * 2;
}

//// case: the evident lock of a thread-safe type
//// fix: CAP0203 Contract.GuardedBy
//// title: Guard '_count' by '_gate'
[ThreadSafe]
class C
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) _count++; }
}
//// becomes
[ThreadSafe]
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))]
    int _count;

    public void A() { lock (_gate) _count++; }
}

//// case: no lock is evident
//// fix: CAP0203 Contract.GuardedBy
[ThreadSafe]
class C
{
    readonly object _one = new(), _two = new();
    int _count;

    public void A() { lock (_one) _count++; }
}
//// not offered

//// case: a field that nobody assigns
//// fix: CAP0203 ReadOnly
//// title: Make '_name' readonly
[ThreadSafe]
class C
{
    readonly object _gate = new();
    private string _name = "a";
    public string Name => _name;
}
//// becomes
[ThreadSafe]
class C
{
    readonly object _gate = new();
    private readonly string _name = "a";
    public string Name => _name;
}

//// case: a field that somebody assigns
//// fix: CAP0203 ReadOnly
[ThreadSafe]
class C
{
    readonly object _gate = new();
    string _name = "a";
    public void Set(string name) => _name = name;
}
//// not offered

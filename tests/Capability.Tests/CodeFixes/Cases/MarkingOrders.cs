// Cases of decisions, orders and calls: snapshots, flags, double checks, right calls, needless marks. FixCase.cs says how to read them.

//// case: a test and a use
//// fix: CAP0105 Snapshot
//// title: Read it once, into a local
class C
{
    [Atomic] string _name = "";

    public int M()
    {
        // by name
        if (_name == null)
            return 0;
        return _name.Length; // as it is now
    }
}
//// becomes
class C
{
    [Atomic] string _name = "";

    public int M()
    {
        // by name
        var name = Volatile.Read(ref _name);
        if (name == null)
            return 0;
        return name.Length; // as it is now
    }
}

//// case: marked reads
//// fix: CAP0105 Snapshot
class C
{
    [Atomic] int _n;

    public int M(int total)
    {
        if (Volatile.Read(ref _n) == 0)
            return 0;
        return total / Volatile.Read(ref _n);
    }
}
//// becomes
class C
{
    [Atomic] int _n;

    public int M(int total)
    {
        var n = Volatile.Read(ref _n);
        if (n == 0)
            return 0;
        return total / n;
    }
}

//// case: all fetches of the decision, in an expression body
//// fix: CAP0105 Snapshot
class C
{
    [Atomic] string _name = "";

    public int Length => _name != null && _name.Length > 3 ? _name.Length : 1;
}
//// becomes
class C
{
    [Atomic] string _name = "";

    public int Length
    {
        get
        {
            var name = Volatile.Read(ref _name);
            return name != null && name.Length > 3 ? name.Length : 1;
        }
    }
}

//// case: a lambda
//// fix: CAP0105 Snapshot
class C
{
    [Atomic] string _name = "";

    public Func<int> M() => () => _name == null ? 0 : _name.Length;
}
//// becomes
class C
{
    [Atomic] string _name = "";

    public Func<int> M() => () => { var name = Volatile.Read(ref _name); return name == null ? 0 : name.Length; };
}

//// case: the bound of a loop
//// fix: CAP0105 Snapshot
class C
{
    [Atomic] int[] _slots = new int[4];

    public int M()
    {
        var sum = 0;
        for (var i = 0; i < _slots.Length; i++)
            sum += _slots[i];
        return sum;
    }
}
//// becomes
class C
{
    [Atomic] int[] _slots = new int[4];

    public int M()
    {
        var sum = 0;
        var slots = Volatile.Read(ref _slots);
        for (var i = 0; i < slots.Length; i++)
            sum += slots[i];
        return sum;
    }
}

//// case: an embedded statement, with a name that is in use
//// fix: CAP0105 Snapshot
class C
{
    [Atomic] string _name = "";

    public int M(bool name)
    {
        if (name)
            return _name == null ? 0 : _name.Length;
        return 1;
    }
}
//// becomes
class C
{
    [Atomic] string _name = "";

    public int M(bool name)
    {
        if (name)
        {
            var name1 = Volatile.Read(ref _name);
            return name1 == null ? 0 : name1.Length;
        }
        return 1;
    }
}

//// case: it is in a local already
//// fix: CAP0105 Snapshot
class C
{
    [Atomic] string _name = "";

    public int M()
    {
        var name = _name;
        if (name == null)
            return 0;
        return _name.Length;
    }
}
//// becomes
class C
{
    [Atomic] string _name = "";

    public int M()
    {
        var name = _name;
        if (name == null)
            return 0;
        return name.Length;
    }
}

//// case: an event that is raised
//// fix: CAP0105 Snapshot
class C
{
    public event EventHandler Changed;

    protected void OnChanged()
    {
        if (Changed != null)
            Changed(this, EventArgs.Empty);
    }
}
//// becomes
class C
{
    public event EventHandler Changed;

    protected void OnChanged()
    {
        var changed = Volatile.Read(ref Changed);
        if (changed != null)
            changed(this, EventArgs.Empty);
    }
}

//// case: an event that its type clears
//// fix: CAP0105 Snapshot
class C
{
    public event Action Changed;

    public void Raise() { if (Changed != null) Changed(); }
    public void Reset() { Changed = null; }
}
//// becomes
class C
{
    public event Action Changed;

    public void Raise() { var changed = Volatile.Read(ref Changed); if (changed != null) changed(); }
    public void Reset() { Changed = null; }
}

//// case: a volatile field
//// fix: CAP0105 Snapshot
//// nullable
class C
{
    volatile string? _name;

    public int M() => _name is null ? 0 : _name.Length;
    public void Set(string? name) => _name = name;
    public void Reset() => _name = null;
}
//// becomes
class C
{
    volatile string? _name;

    public int M()
    {
        var name = _name;
        return name is null ? 0 : name.Length;
    }
    public void Set(string? name) => _name = name;
    public void Reset() => _name = null;
}

//// case: across an await
//// fix: CAP0105 Snapshot
class C
{
    [Atomic] string _name = "";

    public async Task<int> M()
    {
        if (_name == null)
            return 0;
        await Task.Yield();
        return _name.Length;
    }
}
//// becomes
class C
{
    [Atomic] string _name = "";

    public async Task<int> M()
    {
        var name = Volatile.Read(ref _name);
        if (name == null)
            return 0;
        await Task.Yield();
        return name.Length;
    }
}

//// case: what is asked before it is read would be asked after it
//// fix: CAP0105 Snapshot
class C
{
    [Atomic] string _name = "";
    volatile bool _ready;

    public int M() => _ready && _name != null ? _name.Length : 0;
}
//// not offered

//// case: two decisions in one body
//// fix all: CAP0105 Snapshot
class C
{
    [Atomic] string _a = "", _b = "";

    public int M() => (_a == null ? 0 : _a.Length) + (_b == null ? 0 : _b.Length);
    public int N()
    {
        if (_a != null)
            return _a.Length;
        if (_b != null)
            return _b.Length;
        return 0;
    }
}
//// becomes
class C
{
    [Atomic] string _a = "", _b = "";

    public int M()
    {
        var a = Volatile.Read(ref _a);
        var b = Volatile.Read(ref _b);
        return (a == null ? 0 : a.Length) + (b == null ? 0 : b.Length);
    }
    public int N()
    {
        var a = Volatile.Read(ref _a);
        if (a != null)
            return a.Length;
        var b = Volatile.Read(ref _b);
        if (b != null)
            return b.Length;
        return 0;
    }
}

//// case: a flag before its data
//// fix: CAP0109 FlagLast
//// title: Store '_ready' after the data that it publishes
class C
{
    [PublishedBy(nameof(_ready))] int _width, _height;
    volatile bool _ready;

    public void M(int w)
    {
        // visible
        _ready = true; // from here on
        _width = w; // first
        _height = w; // second
        Console.WriteLine(w);
    }
}
//// becomes
class C
{
    [PublishedBy(nameof(_ready))] int _width, _height;
    volatile bool _ready;

    public void M(int w)
    {
        _width = w; // first
        _height = w; // second
        // visible
        _ready = true; // from here on
        Console.WriteLine(w);
    }
}

//// case: a flag before its data, all at once
//// fix all: CAP0109 FlagLast
class C
{
    [PublishedBy(nameof(_ready))] int _width, _height;
    bool _ready;

    public void M(int w) { _ready = true; _width = w; _height = w; }
}
//// becomes
class C
{
    [PublishedBy(nameof(_ready))] int _width, _height;
    bool _ready;

    public void M(int w) { _width = w; _height = w; Volatile.Write(ref _ready, true); }
}

//// case: somebody may leave before the flag would be stored
//// fix: CAP0109 FlagLast
class C
{
    [PublishedBy(nameof(_ready))] int _width;
    volatile bool _ready;

    public void M(int w)
    {
        _ready = true;
        if (w < 0)
            return;
        _width = w;
    }
}
//// not offered

//// case: a plain flag, written
//// fix: CAP0109 VolatileWrite
class C
{
    [PublishedBy(nameof(_ready))] int _width;
    bool _ready;

    public void M(int w)
    {
        _width = w;
        _ready = true;
    }
}
//// becomes
class C
{
    [PublishedBy(nameof(_ready))] int _width;
    bool _ready;

    public void M(int w)
    {
        _width = w;
        Volatile.Write(ref _ready, true);
    }
}

//// case: a plain flag, read
//// fix: CAP0109 VolatileRead
class C
{
    [PublishedBy(nameof(_ready))] int _width;
    bool _ready;

    public int M() => _ready ? _width : 0;
    public void Set(int w) { _width = w; Volatile.Write(ref _ready, true); }
}
//// becomes
class C
{
    [PublishedBy(nameof(_ready))] int _width;
    bool _ready;

    public int M() => Volatile.Read(ref _ready) ? _width : 0;
    public void Set(int w) { _width = w; Volatile.Write(ref _ready, true); }
}

//// case: data that is read too early
//// fix: CAP0109 VolatileRead
class C
{
    [PublishedBy(nameof(_ready))] int _width;
    volatile bool _ready;

    public int M() => _width;
    public void Set(int w) { _width = w; _ready = true; }
}
//// not offered

//// case: a double check by a plain flag
//// fix: CAP0110 DoubleCheck
//// title: Mark the accesses of '_loaded'
class C
{
    readonly object _gate = new();
    bool _loaded;
    int[] _rows;

    public int[] Rows()
    {
        if (!_loaded)
        {
            lock (_gate)
            {
                if (!_loaded)
                {
                    _rows = new int[3];
                    _loaded = true;
                }
            }
        }
        return _rows;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    bool _loaded;
    int[] _rows;

    public int[] Rows()
    {
        if (!Volatile.Read(ref _loaded))
        {
            lock (_gate)
            {
                if (!_loaded)
                {
                    _rows = new int[3];
                    Volatile.Write(ref _loaded, true);
                }
            }
        }
        return _rows;
    }
}

//// case: or the flag is made volatile
//// fix: CAP0110 VolatileField
class C
{
    readonly object _gate = new();
    bool _loaded;
    int[] _rows;

    public int[] Rows()
    {
        if (_loaded)
            return _rows;
        lock (_gate)
        {
            if (_loaded)
                return _rows;
            _rows = new int[3];
            _loaded = true;
        }
        return _rows;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    volatile bool _loaded;
    int[] _rows;

    public int[] Rows()
    {
        if (_loaded)
            return _rows;
        lock (_gate)
        {
            if (_loaded)
                return _rows;
            _rows = new int[3];
            _loaded = true;
        }
        return _rows;
    }
}

//// case: nothing asks again
//// fix: CAP0110 DoubleCheck
class C
{
    readonly object _gate = new();
    List<int> _list;

    public List<int> List()
    {
        if (_list == null)
        {
            lock (_gate)
            {
                // once
                _list = new List<int>();
            }
        }
        return _list;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    List<int> _list;

    public List<int> List()
    {
        if (_list == null)
        {
            lock (_gate)
            {
                // once
                if (_list == null)
                {
                    _list = new List<int>();
                }
            }
        }
        return _list;
    }
}

//// case: nothing asks again after one has left
//// fix: CAP0110 DoubleCheck
class C
{
    readonly object _gate = new();
    List<int> _list;

    public List<int> List()
    {
        if (_list != null)
            return _list;
        lock (_gate)
        {
            _list = new List<int>();
            return _list;
        }
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    List<int> _list;

    public List<int> List()
    {
        if (_list != null)
            return _list;
        lock (_gate)
        {
            if (_list != null) return _list;
            _list = new List<int>();
            return _list;
        }
    }
}

//// case: the object is completed after it is stored
//// fix: CAP0110 DoubleCheck
class C
{
    readonly object _gate = new();
    Dictionary<string, int> _map;

    public Dictionary<string, int> Map()
    {
        if (_map == null)
        {
            lock (_gate)
            {
                if (_map == null)
                {
                    _map = new();
                    _map["a"] = 1;
                    _map["b"] = 2; // last
                }
            }
        }
        return _map;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    Dictionary<string, int> _map;

    public Dictionary<string, int> Map()
    {
        if (_map == null)
        {
            lock (_gate)
            {
                if (_map == null)
                {
                    Dictionary<string, int> map = new();
                    map["a"] = 1;
                    map["b"] = 2; // last
                    _map = map;
                }
            }
        }
        return _map;
    }
}

//// case: a gate that tears
//// fix: CAP0110 DoubleCheck
class C
{
    readonly object _gate = new();
    int? _n;

    public int N()
    {
        if (!_n.HasValue)
            lock (_gate)
                if (!_n.HasValue)
                    _n = Environment.ProcessorCount;
        lock (_gate)
            return _n.Value;
    }
}
//// not offered

//// case: a property that reads its field marked
//// fix: CAP0108 RightCall
class C
{
    int _n;

    int N => Volatile.Read(ref _n);
    public int M() => Volatile.Read(N);
    public void Set(int n) => Volatile.Write(ref _n, n);
}
//// becomes
class C
{
    int _n;

    int N => Volatile.Read(ref _n);
    public int M() => Volatile.Read(ref _n);
    public void Set(int n) => Volatile.Write(ref _n, n);
}

//// case: a property that returns a field
//// fix: CAP0108 RightCall
class C
{
    int _n;

    int N { get { return _n; } }
    public int M() => Volatile.Read(this.N);
    public void Set(int n) => Volatile.Write(ref _n, n);
}
//// becomes
class C
{
    int _n;

    int N { get { return _n; } }
    public int M() => Volatile.Read(ref this._n);
    public void Set(int n) => Volatile.Write(ref _n, n);
}

//// case: a property without a field
//// fix: CAP0108 RightCall
class C
{
    int N { get; set; }
    public int M() => Volatile.Read(N);
}
//// not offered

//// case: an immutable array
//// fix: CAP0108 RightCall
using System.Collections.Immutable;

class C
{
    ImmutableArray<int> _items;

    public void Set(ImmutableArray<int> items) { Interlocked.Exchange(ref _items, items); }
}
//// becomes
using System.Collections.Immutable;

class C
{
    ImmutableArray<int> _items;

    public void Set(ImmutableArray<int> items) { ImmutableInterlocked.InterlockedExchange(ref _items, items); }
}

//// case: a struct has no right call
//// fix: CAP0108 RightCall
class C
{
    decimal _price;

    public void Set(decimal price) { Interlocked.Exchange(ref _price, price); }
}
//// not offered

//// case: a comparand that is read by the call
//// fix all: CAP0108 RightCall
class C
{
    int _a, _b, _c;

    public int Store(int n) => Interlocked.CompareExchange(ref _a, n, _a);
    public void Change(int n)
    {
        Interlocked.CompareExchange(ref _b, Math.Max(_b, n), _b);
    }
    public bool Twice(int n)
    {
        var seen = Volatile.Read(ref _c);
        return Interlocked.CompareExchange(ref _c, Volatile.Read(ref _c) + n, seen) == seen;
    }
}
//// becomes
class C
{
    int _a, _b, _c;

    public int Store(int n) => Interlocked.Exchange(ref _a, n);
    public void Change(int n)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _b);
        }
        while (Interlocked.CompareExchange(ref _b, Math.Max(seen, n), seen) != seen);
    }
    public bool Twice(int n)
    {
        var seen = Volatile.Read(ref _c);
        return Interlocked.CompareExchange(ref _c, seen + n, seen) == seen;
    }
}

//// case: a result that is dropped
//// fix: CAP0108 RightCall
//// title: Decide by what 'Decrement' returns
class C
{
    int _pending;

    public void Finish()
    {
        Interlocked.Decrement(ref _pending); // one less
        if (_pending == 0)
            Console.WriteLine();
    }
}
//// becomes
class C
{
    int _pending;

    public void Finish()
    {
        var pending = Interlocked.Decrement(ref _pending); // one less
        if (pending == 0)
            Console.WriteLine();
    }
}

//// case: an event that is cleared
//// fix: CAP0108 RightCall
class C
{
    readonly object _gate = new();
    public event EventHandler Changed;

    public void Raise() { lock (_gate) Changed?.Invoke(this, EventArgs.Empty); }
    public void Clear() { Changed = null; }
}
//// becomes
class C
{
    readonly object _gate = new();
    public event EventHandler Changed;

    public void Raise() { lock (_gate) Changed?.Invoke(this, EventArgs.Empty); }
    public void Clear() { Interlocked.Exchange(ref Changed, null); }
}

//// case: marks under the lock
//// fix all: CAP0113 Unmark
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] private volatile int _v;
    [GuardedBy(nameof(_gate))] bool _b;

    public int M(int k)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _n);
            Interlocked.Add(ref _n, k // more
                + 1);
            Volatile.Write(ref _b, k > 3);
            Interlocked.Or(ref _n, 4);
            Interlocked.Exchange(ref _n, 7);
            var next = Interlocked.Decrement(ref _n) * 2;
            return Volatile.Read(ref this._n) + next + _v;
        }
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] private int _v;
    [GuardedBy(nameof(_gate))] bool _b;

    public int M(int k)
    {
        lock (_gate)
        {
            _n++;
            _n += k // more
                + 1;
            _b = k > 3;
            _n |= 4;
            _n = 7;
            var next = --_n * 2;
            return this._n + next + _v;
        }
    }
}

//// case: the old value is used
//// fix: CAP0113 Unmark
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public int M() { lock (_gate) return Interlocked.Exchange(ref _n, 7); }
}
//// not offered

//// case: Interlocked wraps where the operator throws
//// fix: CAP0113 Unmark
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public void M() { checked { lock (_gate) Interlocked.Increment(ref _n); } }
}
//// not offered

//// case: races where there are none
//// fix all: CAP0114 Unwaive
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    // How many there may be.
    [DataRacy("set once")]
    readonly int _max = 4;
    [Obsolete, DataRacy("never")] readonly int _min = 1;

    public bool M(int k)
    {
        lock (_gate)
        {
            DataRace.Write(ref _n, k + 1, "a hint");
            return DataRace.Allow(_n + 1, "a hint") * 2 == DataRace.Read(ref _n, "a hint");
        }
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    // How many there may be.
    readonly int _max = 4;
    [Obsolete] readonly int _min = 1;

    public bool M(int k)
    {
        lock (_gate)
        {
            _n = k + 1;
            return (_n + 1) * 2 == _n;
        }
    }
}

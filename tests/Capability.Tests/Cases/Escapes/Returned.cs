// A live object is returned out of the lock that guards it.

class Case_3000_live_objects_returned
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] readonly Dictionary<string, int> _map = [];
    [GuardedBy(nameof(_gate))] int[] _sizes = [];
    [GuardedBy(nameof(_gate))] readonly System.Text.StringBuilder _text = new();
    [GuardedBy(nameof(_gate))] IList<int> _list = new List<int>();
    [GuardedBy(nameof(_gate))] List<int> _cache;

    List<int> GoodCopy() { lock (_gate) return new List<int>(_items); }
    List<int> GoodToList() { lock (_gate) return _items.ToList(); }
    int[] GoodToArray() { lock (_gate) return _items.ToArray(); }
    ImmutableArray<int> GoodImmutable() { lock (_gate) return [.. _items]; }
    List<int> GoodCollectionExpression() { lock (_gate) return [.. _items]; }
    string GoodText() { lock (_gate) return _text.ToString(); }
    int[] GoodClone() { lock (_gate) return (int[])_sizes.Clone(); }
    int[] GoodSlice() { lock (_gate) return _sizes[1..]; }
    int GoodElement() { lock (_gate) return _items[0]; }
    int GoodFirst() { lock (_gate) return _items.Where(x => x > 1).First(); }
    List<int> GoodMaterialized() { lock (_gate) return _items.Where(x => x > 1).ToList(); }
    string[] GoodKeys() { lock (_gate) return _map.Keys.ToArray(); }
    bool GoodComparison(List<int> other) { lock (_gate) return _items == other; }

    List<int> Bad() { lock (_gate) return _items; } // expect: CAP0006
    List<int> BadProperty { get { lock (_gate) return _items; } } // expect: CAP0006
    IReadOnlyList<int> BadReadOnlyView() { lock (_gate) return _items; } // expect: CAP0006
    IEnumerable<int> BadEnumerable() { lock (_gate) { return _items; } } // expect: CAP0006
    int[] BadArray() { lock (_gate) return _sizes; } // expect: CAP0006
    System.Text.StringBuilder BadBuilder() { lock (_gate) return _text; } // expect: CAP0006
    IList<int> BadInterface() { lock (_gate) return _list; } // expect: CAP0006
    List<int> BadLazy() { lock (_gate) return _cache ??= new List<int>(); } // expect: CAP0006
    List<int> BadCoalesce() { lock (_gate) return _cache ?? new List<int>(); } // expect: CAP0006
    List<int> BadConditional(bool which) { lock (_gate) return which ? _items : null; } // expect: CAP0006
    List<int> BadAssigned() { lock (_gate) return _cache = new List<int>(); } // expect: CAP0006
    (List<int>, int) BadTuple() { lock (_gate) return (_items, _items.Count); } // expect: CAP0006
    Task<List<int>> BadTask() { lock (_gate) return Task.FromResult(_items); } // expect: CAP0006
    List<int> BadLocal()
    {
        lock (_gate)
        {
            var items = _items;
            items.Add(1);
            return items; // expect: CAP0006
        }
    }
    List<int> BadOfAnother(Case_3000_live_objects_returned other) { lock (other._gate) return other._items; } // expect: CAP0006
    List<int> BadTry()
    {
        Monitor.Enter(_gate);
        try
        {
            return _items; // expect: CAP0006
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
    List<int> BadUnlocked() { return _items; } // expect: CAP0001
    List<int> BadUnlockedArrow => _items; // expect: CAP0001
    int BadCount => _items.Count; // expect: CAP0001
}

class Case_3001_views_returned
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] readonly Dictionary<string, int> _map = [];
    [GuardedBy(nameof(_gate))] readonly int[] _row = new int[4];

    ReadOnlyMemory<int> GoodCopy() { lock (_gate) return _row.ToArray(); }
    int GoodLastOfSpan() { lock (_gate) return _row.AsSpan()[1]; }
    int GoodSum()
    {
        lock (_gate)
        {
            Span<int> row = _row;
            int sum = 0;
            foreach (int cell in row)
                sum += cell;
            return sum;
        }
    }
    int GoodQuery() { lock (_gate) return (from x in _items where x > 1 select x).Sum(); }
    List<int> GoodSorted() { lock (_gate) return _items.OrderBy(x => x).ToList(); }
    bool GoodContains(string key) { lock (_gate) return _map.Keys.Contains(key); }

    IEnumerable<int> BadWhere() { lock (_gate) return _items.Where(x => x > 1); } // expect: CAP0006
    IEnumerable<int> BadChain() { lock (_gate) return _items.Where(x => x > 1).Select(x => x * 2).Take(3); } // expect: CAP0006
    IEnumerable<int> BadQuery() { lock (_gate) return from x in _items where x > 1 select x; } // expect: CAP0006
    IEnumerable<int> BadSecondOperand(int[] more) { lock (_gate) return more.Concat(_items); } // expect: CAP0006
    IReadOnlyList<int> BadWrapper() { lock (_gate) return _items.AsReadOnly(); } // expect: CAP0006
    IEnumerable<string> BadKeys() { lock (_gate) return _map.Keys; } // expect: CAP0006
    IEnumerator<int> BadEnumerator() { lock (_gate) return _items.GetEnumerator(); } // expect: CAP0006
    Span<int> BadSpan() { lock (_gate) return _row; } // expect: CAP0006
    Span<int> BadAsSpan() { lock (_gate) return _row.AsSpan(1); } // expect: CAP0006
    Memory<int> BadMemory() { lock (_gate) return _row.AsMemory().Slice(1); } // expect: CAP0006
    ArraySegment<int> BadSegment() { lock (_gate) return new ArraySegment<int>(_row, 0, 2); } // expect: CAP0006
    ReadOnlySpan<int> BadListSpan() { lock (_gate) return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_items); } // expect: CAP0006
}

class Case_3002_contracts_that_still_hold_the_guard
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_rw))] readonly List<int> _shared = [];

    [Requires(nameof(_gate))] List<int> GoodRequired() => _items;
    [Requires(nameof(_gate))] IEnumerable<int> GoodQuery() => _items.Where(x => x > 1);
    [Requires(nameof(_gate))] List<int> GoodRequiredProperty => _items;
    [RequiresShared(nameof(_rw))] List<int> GoodShared() => _shared;
    [Requires(nameof(_gate))] void GoodOut(out List<int> items) => items = _items;
    [Acquires(nameof(_gate))]
    List<int> GoodAcquired()
    {
        Monitor.Enter(_gate);
        return _items;
    }
    List<int> GoodAsserted()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        return _items;
    }
    [Requires(nameof(_gate))] ref int GoodReference() => ref _n;
    [Releases(nameof(_gate))]
    List<int> BadReleased()
    {
        var items = _items;
        Monitor.Exit(_gate);
        return items; // expect: CAP0006
    }
}

class Case_3003_synchronized_members
{
    [GuardedBy("this")] readonly List<int> _items = [];
    [MethodImpl(MethodImplOptions.Synchronized)] int GoodCount() => _items.Count;
    [MethodImpl(MethodImplOptions.Synchronized)] List<int> Bad() => _items; // expect: CAP0006
}

class Case_3004_a_class_of_this_compilation_under_an_object_guard
{
    public class Settings { public int Level { get; set; } }
    public class Frozen(int level) { public int Level { get; } = level; public int Other { get; init; } }
    public class Hidden { public int Level { get; private set; } public void Raise() => Level++; }
    public class Disciplined { readonly object _g = new(); [GuardedBy(nameof(_g))] public int Level; }
    [ThreadSafe] public class Safe { public volatile int Level; }
    public class Names : List<string> { }

    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] Settings _settings = new();
    [PtGuardedBy(nameof(_gate))] Frozen _frozen = new(1);
    [PtGuardedBy(nameof(_gate))] Hidden _hidden = new();
    [PtGuardedBy(nameof(_gate))] Disciplined _disciplined = new();
    [PtGuardedBy(nameof(_gate))] Safe _safe = new();
    [PtGuardedBy(nameof(_gate))] ConcurrentDictionary<int, int> _concurrent = new();
    [GuardedBy(nameof(_gate))] Settings _plain = new();
    [GuardedBy(nameof(_gate))] Names _names = new();
    [GuardedBy(nameof(_gate))] ConcurrentDictionary<int, int> _plainConcurrent = new();
    [GuardedBy(nameof(_gate))] IReadOnlyList<int> _readOnly = [];
    [GuardedBy(nameof(_own))] readonly Settings _own = new();

    Frozen GoodFrozen() { lock (_gate) return _frozen; }
    Hidden GoodHidden() { lock (_gate) return _hidden; }
    Disciplined GoodDisciplined() { lock (_gate) return _disciplined; }
    Safe GoodSafe() { lock (_gate) return _safe; }
    ConcurrentDictionary<int, int> GoodConcurrent() { lock (_gate) return _concurrent; }
    ConcurrentDictionary<int, int> GoodPlainConcurrent() { lock (_gate) return _plainConcurrent; }
    Settings GoodUnderAPlainGuard() { lock (_gate) return _plain; }
    IReadOnlyList<int> GoodReadOnly() { lock (_gate) return _readOnly; }
    int GoodMember() { lock (_gate) return _settings.Level; }
    Settings Bad() { lock (_gate) return _settings; } // expect: CAP0006
    Settings BadSelf() { lock (_own) return _own; } // expect: CAP0006
    Names BadDerived() { lock (_gate) return _names; } // expect: CAP0006
}

class Case_3005_accessors_without_any_lock
{
    readonly object _gate = new();
    [GuardedBy(nameof(_items))] readonly List<int> _items = [];
    [PtGuardedBy(nameof(_gate))] readonly int[] _row = [];
    [PtGuardedBy(nameof(_gate))] readonly string _name = "";

    public object GoodSyncRoot => _items;
    public string GoodName => _name;
    public bool GoodIsThere => _items != null;
    public List<int> BadSelf => _items; // expect: CAP0006
    public List<int> BadGetter { get { return _items; } } // expect: CAP0006
    public List<int> BadMethod() => _items; // expect: CAP0006
    public int[] BadPointee => _row; // expect: CAP0006
    public int BadCount => _items.Count; // expect: CAP0003
}

class Case_3006_swaps
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] List<int> _pending = [];
    [GuardedBy(nameof(_gate))] List<int> _front = [];
    [GuardedBy(nameof(_gate))] int[] _row = [];

    List<int> GoodSwap() { lock (_gate) { var taken = _pending; _pending = []; return taken; } }
    List<int> GoodTuple() { lock (_gate) { List<int> taken; (taken, _pending) = (_pending, []); return taken; } }
    List<int> GoodExchange() { lock (_gate) return Interlocked.Exchange(ref _pending, []); }
    List<int> GoodLaterExchange() { lock (_gate) { var taken = _pending; Interlocked.Exchange(ref _pending, []); return taken; } }
    List<int> GoodFinally()
    {
        lock (_gate)
        {
            try { return _pending; }
            finally { _pending = null; }
        }
    }
    List<int> GoodHelper() { lock (_gate) { var taken = _pending; Reset(); return taken; } }
    [Requires(nameof(_gate))] void Reset() => _pending = [];
    void GoodDrain()
    {
        while (true)
        {
            List<int> batch;
            lock (_gate)
            {
                if (_pending.Count == 0)
                    return;
                batch = _pending;
                _pending = [];
            }

            foreach (int item in batch)
                Console.WriteLine(item);
        }
    }
    void GoodNullTested()
    {
        List<int> taken;
        lock (_gate)
        {
            taken = _pending;
            if (taken != null)
                _pending = null;
        }

        if (taken != null)
            taken.Clear();
    }
    int[] GoodGrown()
    {
        lock (_gate)
        {
            var old = _row;
            Array.Resize(ref _row, 10);
            return old;
        }
    }
    List<int> BadSwapOfAnother() { lock (_gate) { var taken = _pending; _front = []; return taken; } } // expect: CAP0006
    List<int> BadNewObject() { lock (_gate) { _pending = []; return _pending; } } // expect: CAP0006
}

class Case_3007_construction
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    public readonly List<int> First;
    static readonly object s_gate = new();
    [GuardedBy(nameof(s_gate))] static readonly List<int> s_items = [];
    static readonly List<int> s_same = s_items;

    public Case_3007_construction() => First = _items;
    public static List<int> GoodFresh()
    {
        var fresh = new Case_3007_construction();
        return fresh._items;
    }
    public static List<int> BadStatic() { lock (s_gate) return s_items; } // expect: CAP0006
}

class Case_3008_lambdas_and_local_functions_that_return
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_own))] readonly List<int> _own = [];

    int GoodInPlace(Dictionary<int, List<int>> map)
    {
        lock (_gate)
            return new[] { 1 }.Sum(x => Items().Count);
        List<int> Items() => _items;
    }
    int GoodLocal()
    {
        lock (_gate)
        {
            return Items().Count;
            List<int> Items() { return _items; }
        }
    }
    Func<int> GoodCount() => () => { lock (_gate) return _items.Count; };
    Func<List<int>> Bad() => () => { lock (_gate) return _items; }; // expect: CAP0006
}

class Case_3009_async
{
    readonly SemaphoreSlim _mutex = new(1);
    [GuardedBy(nameof(_mutex))] readonly List<int> _items = [];

    async Task<int[]> GoodCopy()
    {
        await _mutex.WaitAsync();
        try { return _items.ToArray(); }
        finally { _mutex.Release(); }
    }
    async Task<List<int>> Bad()
    {
        await _mutex.WaitAsync();
        try { return _items; } // expect: CAP0006
        finally { _mutex.Release(); }
    }
}

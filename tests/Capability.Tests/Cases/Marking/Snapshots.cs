// What a lock-free member refers to is a snapshot: it is replaced, never changed.

sealed class Settings { public int Limit { get; set; } public string Name = ""; public int Computed { get => 1; set { lock (this) { } } } }
sealed class Frozen(int limit) { public int Limit => limit; }
[ThreadSafe] sealed class Table { readonly object _gate = new(); [GuardedBy(nameof(_gate))] int _n; public int this[int i] { get { lock (_gate) return _n; } set { lock (_gate) _n = value; } } }

class Case_7031_changed_in_place
{
    readonly object _gate = new();
    [Atomic] List<int> _items = [];
    [Atomic] Dictionary<string, int> _map = new();
    [Atomic] int[] _slots = new int[4];
    [Atomic] Settings _settings = new();
    [WriteGuardedBy(nameof(_gate))] List<int> _guarded = [];

    public void BadAdd(int n) => _items.Add(n); // expect: CAP0111
    public void BadLocal(int n) { var items = _items; items.Add(n); } // expect: CAP0111
    public void BadMarked(int n) { Volatile.Read(ref _items).Add(n); } // expect: CAP0111
    public void BadIndexer(string key) { _map[key] = 1; } // expect: CAP0111
    public void BadElement(int i) { var slots = Volatile.Read(ref _slots); slots[i] = 1; } // expect: CAP0111
    public void BadProperty(int n) { _settings.Limit = n; } // expect: CAP0111
    public void BadField(string name) { var settings = _settings; settings.Name = name; } // expect: CAP0111
    public void BadAfterPublishing(int n)
    {
        var items = new List<int>();
        _items = items;
        items.Add(n); // expect: CAP0111
    }
    public void BadAfterMarkedPublishing(int n)
    {
        var items = new List<int> { n };
        Volatile.Write(ref _items, items);
        items.Clear(); // expect: CAP0111
    }
    public void BadUnderTheLock(int n) { lock (_gate) _guarded.Add(n); } // expect: CAP0111
}

class Case_7032_copied_and_replaced
{
    readonly object _gate = new();
    [Atomic] List<int> _items = [];
    [Atomic] ImmutableList<int> _immutable = [];
    [Atomic] ConcurrentDictionary<string, int> _cache = new();
    [Atomic] Settings _settings = new();
    [Atomic] Frozen _frozen = new(1);
    [Atomic] Table _table = new();
    [Atomic] int[] _slots = new int[4];
    [WriteGuardedBy(nameof(_gate))] List<int> _guarded = [];
    [WriteGuardedBy(nameof(_gate)), PtGuardedBy(nameof(_gate))] List<int> _both = [];
    [Atomic] Func<int> _compute = () => 1;

    public Case_7032_copied_and_replaced() { _items.Add(1); _settings.Limit = 4; }
    public void Add(int n)
    {
        lock (_gate)
        {
            var copy = new List<int>(_guarded) { n };
            copy.Add(n);
            _guarded = copy;
        }
    }
    public void AddToCopy(int n)
    {
        while (true)
        {
            var old = Volatile.Read(ref _items);
            var copy = old.ToList();
            copy.Add(n);
            if (Interlocked.CompareExchange(ref _items, copy, old) == old)
                return;
        }
    }
    public void Immutable(int n) => ImmutableInterlocked.Update(ref _immutable, static (list, n) => list.Add(n), n);
    public void Cache(string key) { _cache[key] = 1; _cache.Clear(); }
    public int Read() => _items[0] + _slots[1];
    public void Initialized() { _settings = new Settings { Limit = 4, Name = "x" }; }
    public void BeforePublishing(int n) { var settings = new Settings(); settings.Limit = n; _settings = settings; }
    public void Taken() { var items = Interlocked.Exchange(ref _items, []); items.Clear(); }
    public void OwnSynchronisation(int i) { _table[i] = 4; }
    public void Both(int n) { lock (_gate) _both.Add(n); }
    public void OfAnother(List<int> items) { items.Add(1); }
    public void Fresh() { var fresh = new Case_7032_copied_and_replaced(); fresh._items.Add(3); }
    public int[] Copy() { var slots = (int[])_slots.Clone(); slots[0] = 1; return slots; }
    public void Renamed() { var items = _items; items = new List<int>(); items.Add(1); }
    public void Invoke() => _compute();
    public void Again(int n) { var items = new List<int>(); _items = items; _items = new List<int>(); items.Add(n); }
    public void Deliberate() => DataRace.Allow(_slots, "a slot each")[0] = 1;
}

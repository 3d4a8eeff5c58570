// CAP0110: double-checked locking. Wrong ones are reported at the outer check, right ones are silent.
class Thing { public int Value; public string Name { get; set; } public static Thing Make() => new(); }

class Case_a_flag_beside_its_data
{
    readonly object _gate = new();
    bool _loaded, _filled, _counted;
    int _state;
    int[] _rows;
    List<int> _items = new();
    Thing _thing;
    public int[] Rows()
    {
        if (!_loaded) // expect: CAP0110
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
    public void Fill()
    {
        if (_filled == false) // expect: CAP0110
            lock (_gate)
                if (!_filled)
                {
                    _items.Add(3);
                    _filled = true;
                }
    }
    public void Start()
    {
        if (_state != 0) return; // expect: CAP0110
        lock (_gate)
        {
            if (_state != 0) return;
            _thing = new Thing();
            _state = 1;
        }
    }
    public void Count()
    {
        if (_counted) // expect: CAP0110
            return;
        lock (_gate)
        {
            if (_counted)
                return;
            CountAll();
            _counted = true;
        }
    }
    void CountAll() { _rows = new int[_items.Count]; }
    public Thing Current { get { lock (_gate) return _thing; } }
}

class Case_a_flag_that_is_ordered
{
    readonly object _gate = new();
    volatile bool _loaded;
    bool _ready;
    int[] _rows, _cols;
    public int[] Rows()
    {
        if (!_loaded)
            lock (_gate)
                if (!_loaded)
                {
                    _rows = new int[3];
                    _loaded = true;
                }
        return _rows;
    }
    public int[] Cols()
    {
        if (!Volatile.Read(ref _ready))
            lock (_gate)
                if (!_ready)
                {
                    _cols = new int[3];
                    Volatile.Write(ref _ready, true);
                }
        return _cols;
    }
}

class Case_a_flag_that_is_marked_on_one_side_only
{
    readonly object _gate = new();
    bool _ready;
    int[] _cols;
    public int[] Cols()
    {
        if (!Volatile.Read(ref _ready)) // expect: CAP0110
            lock (_gate)
                if (!_ready)
                {
                    _cols = new int[3];
                    _ready = true;
                }
        return _cols;
    }
}

class Case_a_reference_that_is_published_whole
{
    static readonly object Gate = new();
    readonly object _gate = new();
    readonly Lock _lock = new();
    static Thing s_instance;
    Thing _one, _two, _three, _four, _five, _six;
    Func<int> _func;
    string _text;
    public static Thing Instance
    {
        get
        {
            if (s_instance == null)
                lock (Gate)
                    if (s_instance == null)
                        s_instance = new Thing();
            return s_instance;
        }
    }
    public Thing One()
    {
        if (_one is not null) return _one;
        lock (_gate)
        {
            if (_one is null) _one = new Thing { Value = 3, Name = "one" };
            return _one;
        }
    }
    public Thing Two()
    {
        var two = _two;
        if (two == null)
            lock (_gate)
            {
                two = _two;
                if (two == null) _two = two = new Thing();
            }
        return two;
    }
    public Thing Three() { if (_three is null) lock (_lock) _three ??= new Thing(); return _three; }
    public Thing Four()
    {
        if (_four == null)
            using (_lock.EnterScope())
                if (_four == null)
                {
                    var four = new Thing();
                    four.Value = 4;
                    four.Name = "four";
                    _four = four;
                }
        return _four;
    }
    public Thing Five()
    {
        if (_five == null)
        {
            Monitor.Enter(_gate);
            try { if (_five == null) _five = Thing.Make(); }
            finally { Monitor.Exit(_gate); }
        }
        return _five;
    }
    public int Six() { if (_six == null) { lock (_gate) { if (_six == null) { _six = new Thing(); } } } return _six.Value; }
    public Func<int> Func => _func ?? Slow();
    Func<int> Slow() { lock (_gate) { return _func ??= () => 1; } }
    public string Text { get { if (_text == null) { lock (_gate) { if (_text == null) { _text = string.Concat("a", "b"); } } } return _text; } }
}

class Case_a_gate_that_tears
{
    readonly object _gate = new();
    int? _hash;
    decimal _rate;
    (int X, int Y)? _origin;
    int _small;
    ImmutableArray<int> _items;
    public int Hash()
    {
        if (!_hash.HasValue) // expect: CAP0110
            lock (_gate)
                if (!_hash.HasValue)
                    _hash = Environment.ProcessorCount;
        return _hash.Value; // maybe: CAP0106
    }
    public decimal Rate()
    {
        if (_rate == 0) // expect: CAP0110
            lock (_gate)
                if (_rate == 0)
                    _rate = Environment.ProcessorCount;
        return _rate; // maybe: CAP0106
    }
    public int Origin()
    {
        if (_origin is null) // expect: CAP0110
            lock (_gate)
                _origin ??= (1, Environment.ProcessorCount);
        return _origin.Value.X; // maybe: CAP0106
    }
    public int Small()
    {
        if (_small == 0)
            lock (_gate)
                if (_small == 0)
                    _small = Environment.ProcessorCount;
        return _small;
    }
    public int Items()
    {
        if (_items.IsDefault)
            lock (_gate)
                if (_items.IsDefault)
                    _items = [1, 2, 3];
        return _items.Length;
    }
}

class Case_nothing_asks_again
{
    readonly object _gate = new();
    readonly SemaphoreSlim _semaphore = new(1);
    Thing _one, _two, _three;
    bool _warned, _logged;
    int _n;
    public Thing One()
    {
        if (_one == null) // expect: CAP0110
            lock (_gate)
                _one = new Thing();
        return _one;
    }
    public Thing Two()
    {
        if (_two != null) return _two; // expect: CAP0110
        lock (_gate)
        {
            _two = Thing.Make();
            return _two;
        }
    }
    public async Task<Thing> Three()
    {
        if (_three != null) return _three; // expect: CAP0110
        await _semaphore.WaitAsync();
        try { _three = await Make(); return _three; }
        finally { _semaphore.Release(); }
    }
    async Task<Thing> Make() { await Task.Yield(); return new Thing(); }
    public void Warn() { if (!_warned) lock (_gate) _warned = true; }
    public void Log() { if (!_logged) lock (_gate) { if (_logged) return; _logged = true; Console.WriteLine("once"); } }
    public void Add() { lock (_gate) _n++; }
}

class Case_the_section_takes_what_is_there_already
{
    readonly object _gate = new();
    Dictionary<string, int> _map = new(), _seen;
    public Dictionary<string, int> Seen()
    {
        var seen = _seen;
        if (seen is null)
            lock (_gate)
                seen = _seen = _map;
        return seen;
    }
    public void Add(string key) { lock (_gate) { if (_seen != null) { _map = new(_map); _seen = null; } _map[key] = 1; } }
}

class Case_the_async_form_is_right
{
    readonly SemaphoreSlim _semaphore = new(1);
    Thing _thing;
    public async Task<Thing> Get()
    {
        if (_thing != null) return _thing;
        await _semaphore.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_thing != null) return _thing;
            var thing = await Make();
            return _thing = thing;
        }
        finally { _semaphore.Release(); }
    }
    async Task<Thing> Make() { await Task.Yield(); return new Thing(); }
}

class Case_the_object_is_changed_after_it_is_seen
{
    readonly object _gate = new();
    Thing _one, _two, _three;
    Dictionary<string, int> _map;
    public Thing One()
    {
        if (_one == null) // expect: CAP0110
            lock (_gate)
                if (_one == null)
                {
                    _one = new Thing();
                    _one.Value = 4;
                }
        return _one;
    }
    public Thing Two()
    {
        if (_two == null) // expect: CAP0110
            lock (_gate)
                if (_two == null)
                {
                    var two = new Thing();
                    _two = two;
                    two.Name = "two";
                }
        return _two;
    }
    public Dictionary<string, int> Map()
    {
        if (_map == null) // expect: CAP0110
            lock (_gate)
                if (_map == null)
                {
                    _map = new();
                    _map["a"] = 1;
                }
        return _map;
    }
    public Thing Three()
    {
        if (_three == null)
            lock (_gate)
                if (_three == null)
                {
                    var three = new Thing { Value = 1 };
                    three.Name = "three";
                    _three = three;
                }
        return _three;
    }
}

class Case_data_that_is_stored_too_late
{
    readonly object _gate = new();
    volatile bool _loaded, _loading;
    Thing _thing, _other, _last;
    int[] _rows;
    int _hits, _width;
    public int[] Rows()
    {
        if (!_loaded) // expect: CAP0110
            lock (_gate)
                if (!_loaded)
                {
                    _loaded = true;
                    _rows = new int[3];
                }
        return _rows;
    }
    public int Width()
    {
        if (_thing == null) // expect: CAP0110
            lock (_gate)
                if (_thing == null)
                {
                    _thing = new Thing();
                    _width = _thing.Value + 3;
                }
        return _width;
    }
    public Thing Other()
    {
        if (_other == null)
            lock (_gate)
                if (_other == null)
                {
                    _rows = new int[4];
                    _other = new Thing();
                    _hits = _other.Value;
                    _loading = false;
                }
        return _other;
    }
    public Thing Last() { if (_last == null) lock (_gate) { if (_last == null) { _last = new Thing(); _hits++; } } return _last; }
    public int Hits() { lock (_gate) return _loading ? 0 : _hits; }
}

class Case_the_lock_is_made_where_it_is_used
{
    object _gate;
    readonly object _fixed = new();
    Thing _thing, _other;
    public Thing Get()
    {
        if (_thing == null) // expect: CAP0110
        {
            if (_gate == null) _gate = new object();
            lock (_gate)
                if (_thing == null)
                    _thing = new Thing();
        }
        return _thing;
    }
    public Thing Other()
    {
        if (_other == null)
            lock (_fixed)
                if (_other == null)
                    _other = new Thing();
        return _other;
    }
}

class Case_the_gate_is_taken_back_elsewhere
{
    readonly object _gate = new();
    Thing _thing, _local, _kept;
    public Thing Get()
    {
        if (_thing == null) // expect: CAP0110
            lock (_gate)
                if (_thing == null)
                    _thing = new Thing();
        return _thing;
    }
    public void Reset() { lock (_gate) { _thing = null; _local = null; } }
    public Thing Local()
    {
        var local = _local;
        if (local == null)
            lock (_gate)
            {
                local = _local;
                if (local == null) _local = local = new Thing();
            }
        return local;
    }
    public Thing Kept()
    {
        if (_kept == null)
            lock (_gate)
                if (_kept == null)
                    _kept = new Thing();
        return _kept;
    }
}

class Case_tear_down_is_no_double_check
{
    readonly object _gate = new();
    Thing _thing;
    bool _open = true, _dirty;
    int[] _rows;
    public void Close()
    {
        if (_thing != null)
            lock (_gate)
                if (_thing != null)
                {
                    _thing = null;
                    _rows = null;
                }
    }
    public void Stop()
    {
        if (!_open) return;
        lock (_gate)
        {
            if (!_open) return;
            _rows = null;
            _open = false;
        }
    }
    public void Flush() { if (_dirty) lock (_gate) if (_dirty) { _rows = new int[3]; _dirty = false; } }
    public void Use(Thing t) { lock (_gate) { _thing = t; _rows = new int[1]; _dirty = true; } }
}

class Case_checks_that_have_nothing_to_do_with_the_section
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    Thing _thing;
    bool _closed, _traced;
    int _n, _m;
    public void Add(Thing thing)
    {
        if (thing == null) return;
        if (_closed) throw new ObjectDisposedException("x");
        lock (_gate) { _thing = thing; _n++; }
    }
    public void AddUnderLock()
    {
        lock (_gate)
        {
            if (_thing == null)
                lock (_rw)
                    _thing = new Thing();
        }
    }
    public Thing ReadFirst()
    {
        _rw.EnterReadLock();
        try { if (_thing != null) return _thing; }
        finally { _rw.ExitReadLock(); }
        _rw.EnterWriteLock();
        try { return _thing ??= new Thing(); }
        finally { _rw.ExitWriteLock(); }
    }
    public void Trace() { if (!_traced) lock (_gate) { if (!_traced) { Console.WriteLine("x"); _traced = true; } } }
    public void Local() { bool done = false; if (!done) lock (_gate) { if (!done) { _m = 3; done = true; } } }
    public void Shut() { lock (_gate) _closed = true; }
}

class Case_a_guarded_gate_is_a_guard_finding
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] bool _loaded;
    [GuardedBy(nameof(_gate))] int _rows;
    public void Load()
    {
        if (!_loaded) // expect: CAP0001
            lock (_gate)
                if (!_loaded)
                {
                    _rows = 3;
                    _loaded = true;
                }
    }
}

class Case_an_answer_is_noted_under_the_lock
{
    readonly HashSet<int> _arrived = new();
    int _expected = 3;
    bool _complete;
    public void Arrive(int who)
    {
        if (_complete) return;
        lock (_arrived)
        {
            _arrived.Add(who);
            _complete = _arrived.Count == _expected;
        }
    }
    public void Leave(int who)
    {
        if (!_complete)
            lock (_arrived) { _arrived.Remove(who); _complete = !(_arrived.Count < _expected); }
    }
}

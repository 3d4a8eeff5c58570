// What may leave a lock, by the idioms of real code: nothing here is reported.

class Case_3060_idioms_that_hand_out_no_live_object
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly SemaphoreSlim _sem = new(1);
    [GuardedBy(nameof(_gate))] Dictionary<string, List<int>> _subs = [];
    [GuardedBy(nameof(_gate))] List<int> _items = [];
    [GuardedBy(nameof(_gate))] Queue<Action> _queue = new();
    [GuardedBy(nameof(_gate))] byte[] _buffer = [];
    [GuardedBy(nameof(_gate))] System.Text.StringBuilder _sb = new();
    [GuardedBy(nameof(_gate))] CancellationTokenSource _cts;
    [GuardedBy(nameof(_gate))] Task _task;
    [GuardedBy(nameof(_gate))] TaskCompletionSource<int> _tcs = new();
    [GuardedBy(nameof(_gate))] Timer _timer;
    [GuardedBy(nameof(_gate))] System.IO.Stream _stream;
    [GuardedBy(nameof(_gate))] IDisposable _d;
    [GuardedBy(nameof(_gate))] ImmutableList<int> _imm = ImmutableList<int>.Empty;
    [GuardedBy(nameof(_gate))] IEnumerable<int> _en = [];
    [GuardedBy(nameof(_gate))] (int, string) _tuple;
    [GuardedBy(nameof(_gate))] Lazy<List<int>> _lazy;
    [GuardedBy(nameof(_gate))] WeakReference<List<int>> _weak;
    [GuardedBy(nameof(_gate))] Exception _error;
    [WriteGuardedBy(nameof(_gate))] List<int> _wg = [];
    List<int> Wg => Volatile.Read(ref _wg);
    List<int> Wg2() { lock (_gate) return _wg; }
    void Run() { Action a; lock (_gate) a = _queue.Dequeue(); a(); }
    void RunAll() { Queue<Action> q; lock (_gate) { q = _queue; _queue = new Queue<Action>(); } while (q.Count > 0) q.Dequeue()(); }
    List<int> Sub(string k) { lock (_gate) { if (!_subs.TryGetValue(k, out var l)) _subs[k] = l = []; return l; } }
    CancellationTokenSource Cts() { lock (_gate) return _cts; }
    Task Tk() { lock (_gate) return _task; }
    Task<int> Tc() { lock (_gate) return _tcs.Task; }
    void Dispose() { System.IO.Stream s; lock (_gate) { s = _stream; _stream = null; } s?.Dispose(); }
    string Text() { System.Text.StringBuilder sb; lock (_gate) { sb = _sb; _sb = new(); } return sb.ToString(); }
    byte[] Grow(int n) { lock (_gate) { if (_buffer.Length < n) Array.Resize(ref _buffer, n); return (byte[])_buffer.Clone(); } }
    void Fill() { lock (_gate) { Span<byte> s = _buffer; s.Clear(); _buffer.AsSpan(1).Fill(2); foreach (ref var b in s) b++; } }
    ImmutableList<int> Imm() { lock (_gate) return _imm; }
    IEnumerable<int> En() { lock (_gate) return _en; }
    Exception Err() { lock (_gate) return _error; }
    List<int> L() { lock (_gate) return _lazy.Value; }
    bool TryTake(out List<int> taken)
    {
        lock (_gate)
        {
            taken = null;
            if (_items.Count == 0) return false;
            taken = _items;
            _items = [];
            return true;
        }
    }
    bool TryTake2(out List<int> taken)
    {
        lock (_gate)
        {
            taken = _items;
            if (taken.Count == 0) { taken = null; return false; }
            _items = new();
        }
        return true;
    }
    List<int> TakeOrNull()
    {
        lock (_gate)
        {
            var t = _items;
            if (t is null) return null;
            _items = null;
            return t;
        }
    }
    List<int> TakeCond(bool c) { lock (_gate) { var t = _items; if (c) { _items = []; return t; } return [.. t]; } }
    void Publish() { List<int> t; lock (_gate) { t = _items; _items = []; } _plain = t; }
    List<int> _plain;
    async Task A() { await _sem.WaitAsync(); try { foreach (var x in _semItems) await Task.Delay(x); } finally { _sem.Release(); } }
    [GuardedBy(nameof(_sem))] readonly List<int> _semItems = [];
    async Task<int> B() { int[] c; await _sem.WaitAsync(); try { c = [.. _semItems]; } finally { _sem.Release(); } await Task.Yield(); return c.Length; }
    int LinqIn() { lock (_gate) { var q = from x in _items join y in _semCopy on x equals y select x; return q.Sum(); } }
    readonly int[] _semCopy = [];
    ILookup<int,int> Lk() { lock (_gate) return _items.ToLookup(x => x); }
    IGrouping<int,int> Gr() { lock (_gate) return _items.GroupBy(x => x).First(); }
    int Max() { lock (_gate) { var e = _items.GetEnumerator(); int m = 0; while (e.MoveNext()) m = Math.Max(m, e.Current); return m; } }
    void ForEach() { lock (_gate) { _items.ForEach(x => Console.WriteLine(x)); foreach (var kv in _subs) kv.Value.Clear(); } }
    void Loc() { lock (_gate) { void Add(int x) { _items.Add(x); } Add(1); List<int> It() => _items; It().Add(2); } }
    void Ten() { var tmp = new List<int>(); lock (_gate) _items = tmp; }
    bool Has(List<int> x) { lock (_gate) return ReferenceEquals(x, _items) || _items.Equals(x); }
    object Sync() => _gate;
    string Join() { lock (_gate) return string.Join(",", _items.Select(x => x + 1)); }
    void Ev() { EventHandler h; lock (_gate) h = _changed; h?.Invoke(this, EventArgs.Empty); }
    [GuardedBy(nameof(_gate))] EventHandler _changed;
    int[] Cnd(bool b) { lock (_gate) return b ? _items.ToArray() : []; }
    string Rd() { _rw.EnterReadLock(); try { return _rwd["x"]; } finally { _rw.ExitReadLock(); } }
    [GuardedBy(nameof(_rw))] readonly Dictionary<string, string> _rwd = [];
    bool TryRd(string k, out string v) { _rw.EnterReadLock(); try { return _rwd.TryGetValue(k, out v); } finally { _rw.ExitReadLock(); } }
    IReadOnlyDictionary<string,string> Snap() { _rw.EnterReadLock(); try { return new Dictionary<string,string>(_rwd); } finally { _rw.ExitReadLock(); } }
    static int Helper(List<int> l) => l.Count;
    int H() { lock (_gate) return Helper(_items); }
    Case_3060_idioms_that_hand_out_no_live_object Clone() { lock (_gate) return new Case_3060_idioms_that_hand_out_no_live_object { _items = new(_items), _buffer = (byte[])_buffer.Clone() }; }
    Case_3060_idioms_that_hand_out_no_live_object Clone2() { var y = (Case_3060_idioms_that_hand_out_no_live_object)MemberwiseClone(); lock (_gate) { y._items = [.. _items]; } return y; }
    void CopyTo(Case_3060_idioms_that_hand_out_no_live_object o) { lock (_gate) lock (o._gate) { o._items.AddRange(_items); } }
    void Move(Case_3060_idioms_that_hand_out_no_live_object o) { lock (_gate) lock (o._gate) { o._items = _items; _items = []; } }
    int LoopLock() { int n = 0; for (int i = 0; i < 3; i++) { List<int> l; lock (_gate) { l = _items; n += l.Count; } } return n; }
    int LoopLock2() { List<int> l = null; int n = 0; for (int i = 0; i < 3; i++) { lock (_gate) { l ??= _items; n += l.Count; } } return n; }
    int Cor(bool b) { List<int> l = _semCopy.ToList(); if (b) { Monitor.Enter(_gate); l = _items; } try { return l.Count; } finally { if (b) Monitor.Exit(_gate); } }
    void Interp() { lock (_gate) Console.WriteLine($"{_items} {_items.Count}"); }
    ReadOnlySpan<char> Sp() { lock (_gate) return _name.AsSpan(); }
    [GuardedBy(nameof(_gate))] string _name = "";
    bool En2() { lock (_gate) { using var e = _subs.GetEnumerator(); return e.MoveNext(); } }
    int Await2(Task<int> t) { lock (_gate) { var l = _items; l.Add(t.Result); return l[0]; } }
    [Requires(nameof(_gate))] IEnumerable<int> Deferred() { foreach (var x in _items.ToArray()) Console.WriteLine(x); return _items; }
    ref struct Win { public Span<byte> S; }
    int Wn() { lock (_gate) { var w = new Win { S = _buffer }; w.S[0] = 1; return w.S.Length; } }
    void Kill() { lock (_gate) { _timer?.Dispose(); _d?.Dispose(); } }
    List<int> Pair() { (List<int> a, int b) p; lock (_gate) { p = ([.. _items], _items.Count); } return p.a; }
}
class Case_3061_elements_with_guarded_members { readonly object _g = new(); [GuardedBy("_g")] readonly List<Inner> _in = [];
 class Inner(Case_3061_elements_with_guarded_members o) { [GuardedBy("o._g")] public readonly List<int> L = []; public int C() { lock (o._g) return L.Count; } } 
 Inner Find() { lock (_g) { foreach (var i in _in) if (i.GetHashCode() > 1) return i; return null; } } }
abstract class Base3062 { protected readonly object Gate = new(); [GuardedBy("Gate")] protected readonly List<int> Items = []; [Requires("Gate")] protected List<int> Raw() => Items; }
class Case_3062_contracts_of_a_base : Base3062 { int N() { lock (Gate) return Raw().Count + Items.Count; } }
interface ISource3063 { [Requires("Gate")] List<int> Items { get; } object Gate { get; } }
class Case_3063_contracts_of_an_interface : ISource3063 { public object Gate { get; } = new(); [GuardedBy("Gate")] readonly List<int> _i = []; [Requires("Gate")] public List<int> Items => _i; }
class Case_3064_pool { readonly object _g = new(); [GuardedBy("_g")] readonly Stack<byte[]> _p = new(); byte[] Rent() { lock (_g) return _p.Count > 0 ? _p.Pop() : new byte[10]; } }
class Case_3065_acquired_for_the_caller : IDisposable { readonly object _g = new(); [GuardedBy("_g")] readonly List<int> _l = []; [Acquires("_g")] public List<int> Enter() { Monitor.Enter(_g); return _l; } [Releases("_g")] public void Dispose() => Monitor.Exit(_g); }
class Case_3066_lent_to_a_callback { readonly object _g = new(); [GuardedBy("_g")] readonly List<int> _l = []; public void Use([InvokedInPlace] Action<List<int>> a) { lock (_g) a(_l); } public T Get<T>([InvokedInPlace] Func<List<int>, T> f) { lock (_g) return f(_l); } }

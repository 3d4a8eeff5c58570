// Construction, primary constructors, async corners, and every way to touch a value.

file class Hidden8971 { public readonly object G = new(); [GuardedBy(nameof(G))] public int N; public static Hidden8971 One = new(); }
class Case_8971_construction
{
    readonly object _g = new();
    [GuardedBy(nameof(_g))] int _n = 1;
    [GuardedBy(nameof(_g))] readonly List<int> _l = new() { 1, 2 };
    [GuardedBy(nameof(_g))] public int P { get; init; }
    [GuardedBy(nameof(_g))] public Case_8971_construction Next { get; set; }
    static readonly object S = new();
    [GuardedBy(nameof(S))] static int s_n = 2;
    static readonly List<Case_8971_construction> All = new();
    static Case_8971_construction() { s_n = 3; }
    public Case_8971_construction() { _n = 2; _l.Add(_n); P = 3; Init(); }
    void Init() { _n = 3; } // expect: CAP0002
    public Case_8971_construction(int x) : this() { _n = x; lock (S) All.Add(this); lock (_g) _n++; }
    public Case_8971_construction(string s) { All.Add(this); _n = s.Length; } // expect: CAP0002
    public Case_8971_construction(bool b) { s_n++; } // expect: CAP0002
    public Case_8971_construction(Action<int> a) { a(_n); Later = () => _n++; } // expect: CAP0002
    Action Later;
    ~Case_8971_construction() { _n = 0; }
    static Case_8971_construction Good1() => new() { P = 3, Next = new() { P = 4, Next = null } };
    static Case_8971_construction Good2() { var c = new Case_8971_construction(); c._n = 3; c._l.Add(2); c.Next = c; return c; }
    static Case_8971_construction Bad1() { var c = new Case_8971_construction(); All.Add(c); c._n = 3; return c; } // expect: CAP0002
    static void Bad2(Case_8971_construction o) { var c = new Case_8971_construction { P = o.P }; } // expect: CAP0001
    static void Bad3(bool b, Case_8971_construction o) { var c = b ? new Case_8971_construction() : o; c._n++; } // expect: CAP0002
    static void Bad4() { var c = new Case_8971_construction(); Task.Run(() => c._n++); } // expect: CAP0002
    static void Good4() { var c = (Case_8971_construction)new Case_8971_construction().MemberwiseClone(); c._n++; }
    static int Bad5() => Hidden8971.One.N; // expect: CAP0001
    static int Good5() { lock (Hidden8971.One.G) return Hidden8971.One.N; }
    static Case_8971_construction[] Good6() => [new() { P = 1 }, new() { P = 2 }];
    static void Good7() { using var e = new Case_8971_construction()._l.GetEnumerator(); }
}
class Case_8972_primary(object gate, [GuardedBy("gate")] int count, List<int> items)
{
    [GuardedBy(nameof(gate))] readonly List<int> _items = items;
    public void Good() { lock (gate) { count++; _items.Add(count); } }
    public int Bad() => count; // expect: CAP0001
    public void Bad2() => _items.Clear(); // expect: CAP0002
    public int Property { get; } = count;
    class Nested(Case_8972_primary outer) { public int Bad() => outer._items.Count; public int Good() { lock (outer.GateOf()) return outer._items.Count; } } // expect: CAP0001
    [ReturnsCapability("gate")] object GateOf() => gate;
}
class Case_8973_async_corners
{
    readonly SemaphoreSlim _s = new(1, 1); readonly object _g = new();
    [GuardedBy(nameof(_s))] int _n;
    [GuardedBy(nameof(_g))] int _m;
    async Task Good1() { try { await _s.WaitAsync(); } catch (OperationCanceledException) { await Task.Yield(); return; } try { _n++; } finally { await Task.Yield(); _n++; _s.Release(); } }
    async Task Bad1(CancellationToken t) { try { await _s.WaitAsync(t); _n++; } finally { _s.Release(); } } // expect: CAP0022
    async Task Good2() { async Task<int> Local() { await _s.WaitAsync(); try { return _n; } finally { _s.Release(); } } await Local(); }
    async Task Good3() { await _s.WaitAsync(); try { await Local(); } finally { _s.Release(); } async Task Local() { _n++; await Task.Yield(); _n++; } }
    IEnumerable<int> Good4() { foreach (var x in Local()) yield return x; IEnumerable<int> Local() { lock (_g) { _m++; } yield return 1; } }
    IEnumerable<int> Bad2() { lock (_g) return Local(); IEnumerable<int> Local() { yield return _m; } } // expect: CAP0001
    async Task<int> Good5() { lock (_g) { return _m; } }
    async Task Good6() { Monitor.Enter(_g); try { _m++; } finally { Monitor.Exit(_g); } await Task.Yield(); }
    async Task Bad3() { Monitor.Enter(_g); try { _m++; await Task.Yield(); } finally { Monitor.Exit(_g); } } // expect: CAP0031
    async Task Good7() { foreach (var t in new[] { 1, 2 }) { await _s.WaitAsync(); try { _n += t; } finally { _s.Release(); } } }
    async Task Good8() { await Task.WhenAny(_s.WaitAsync(), Task.Delay(1)); } 
    Task Good9() { lock (_g) { _m++; return Task.CompletedTask; } }
    async Task Good10() { int n; lock (_g) n = _m; await Task.Delay(n); lock (_g) _m = n; } // expect: CAP0112
    ValueTask<int> Good11() { lock (_g) return new ValueTask<int>(_m); }
    async Task Good12(Func<Task> f) { await _s.WaitAsync(); try { await f(); _n++; } finally { _s.Release(); } }
    async Task Bad4() { _ = _s.WaitAsync(); _n++; _s.Release(); } // expect: CAP0026
    async Task<bool> Good13() { if (!await _s.WaitAsync(0)) return false; _n++; _s.Release(); return true; }
    async Task Good14() { var entered = await _s.WaitAsync(0); try { if (entered) _n++; } finally { if (entered) _s.Release(); } }
}
class Case_8974_dynamic_and_pointers
{
    readonly object _g = new();
    [GuardedBy(nameof(_g))] dynamic _d = 1;
    [GuardedBy(nameof(_g))] int _n;
    [GuardedBy(nameof(_g))] (int A, int B) _t;
    [GuardedBy(nameof(_g))] int[,] _grid = new int[2, 2];
    [GuardedBy(nameof(_g))] DateTime _when;
    [GuardedBy(nameof(_g))] int? _maybe;
    [GuardedBy(nameof(_g))] string _text = "";
    void Good() { lock (_g) { _d.X = 1; _d++; _t.A++; (_t.A, _t.B) = _t; _grid[0, 1]++; _when = _when.AddDays(1); _maybe ??= 3; _text += $"{_n}"; } }
    void Bad1() { _t.A++; } // expect: CAP0002
    void Bad2() { _grid[0, 1] = 2; } // expect: CAP0002
    int Bad3() => _grid[0, 1]; // expect: CAP0001
    int Bad4() => _when.Day; // expect: CAP0001
    int Bad5() => _maybe ?? 0; // expect: CAP0001
    void Bad6() { _maybe ??= 2; } // expect: CAP0002
    bool Bad7() => _text is { Length: > 2 }; // expect: CAP0001
    bool Bad8() => _t is (1, _); // expect: CAP0001
    bool Bad9() => _t == (1, 2); // expect: CAP0001
    void Bad10() { _d = 3; } // expect: CAP0002
    void Bad11() { foreach (var x in _grid) { } } // expect: CAP0001
    unsafe void Bad12() { fixed (int* p = &_n) { } } // expect: CAP0005
    ref int Bad13() => ref _n; // expect: CAP0006
    void Good2() { lock (_g) { ref int r = ref _n; r++; } }
    void Bad14() { ref int r = ref _n; r++; } // expect: CAP0002
    void Bad15() { Interlocked.Increment(ref _n); } // expect: CAP0002
    int Bad16() => Volatile.Read(ref _n); // expect: CAP0001
    System.Linq.Expressions.Expression<Func<int>> Good3() => () => _n;  // expect: CAP0001
    void Good4() { lock (_g) Set(out _n); static void Set(out int n) => n = 1; }
    void Bad17() { Set(out _n); static void Set(out int n) => n = 1; } // expect: CAP0005
    void Bad18() { _ = new Memory<int>(new int[_n]); } // expect: CAP0001
    void Bad19() { (_n, var q) = (1, 2); } // expect: CAP0002
    object Bad20() => new { _n, X = 1 }; // expect: CAP0001
    int Bad21() => -_n; // expect: CAP0001
    int Bad22() => (int)(object)_n; // expect: CAP0001
    void Bad23() { if (_n is var q and > 3) { } } // expect: CAP0001
    void Bad24() { using var d = (IDisposable)_d; } // expect: CAP0001
    void Bad25() => Console.WriteLine(_n); // expect: CAP0001
    void Bad26() { switch (_n) { case 1: break; } } // expect: CAP0001
    int Bad27(int i) => i switch { 1 => _n, _ => 0 }; // expect: CAP0001
    void Bad28() { throw new Exception(_text); } // expect: CAP0001
    void Bad29() { for (_n = 0; ;) { break; } } // expect: CAP0002
    void Bad30() { do { } while (_n > 3); } // expect: CAP0001
    IEnumerable<int> Bad31() { yield return _n; } // expect: CAP0001
}

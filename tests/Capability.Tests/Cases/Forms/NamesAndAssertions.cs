// One lock under several names, assertions in place of locks, structs, events and indexers.

class Case_8961_identity
{
    readonly object _g = new(); readonly object[] _locks = { new(), new() };
    [GuardedBy(nameof(_g))] int _n;
    [GuardedBy("_locks[0]")] int _first;
    [GuardedBy("_locks[i]")] static int s;  // expect: CAP0301
    object Sync => _g;
    object Sync2 { get { return Sync; } }
    [ReturnsCapability(nameof(_g))] object GetGate() => _g;
    void Good1() { lock (Sync2) _n++; }
    void Good2() { lock (GetGate()) _n++; }
    void Good3() { lock (_locks[0]) _first++; }
    void Good4(int i) { var l = _locks[i]; lock (_locks[i]) { lock (l) { } } }
    void Bad1() { lock (_locks[1]) _first++; } // expect: CAP0002
    void Good5() { object g; g = _g; lock (g) _n++; }
    void Good6(bool b) { object g; if (b) g = _g; else g = Sync; lock (g) _n++; }
    void Good7() { var (g, x) = (_g, 1); lock (g) _n += x; }
    void Good8() { if (_g is { } g) lock (g) _n++; }
    void Good9() { ref readonly object g = ref _g; lock (g) _n++; }
    void Good10() { foreach (var g in new[] { _g }) { } lock ((object)_g) _n++; }
    void Good11() { lock (this._g ?? throw new Exception()) _n++; }
    void Bad2() { object g = _g; g = new(); lock (g) _n++; } // expect: CAP0002
    void Bad3(object o) { lock (o) _n++; } // expect: CAP0002
    void Good12(object o) { if (ReferenceEquals(o, _g)) lock (_g) _n++; }
    static Case_8961_identity s_one = new();
    static Case_8961_identity One => s_one;
    void Good13() { lock (One._g) One._n++; }
    void Good14() { var one = One; lock (one._g) one._n++; }
    void Bad4(Case_8961_identity[] all, int i) { lock (all[i]._g) all[i + 1]._n++; } // expect: CAP0002
    void Good15(Case_8961_identity[] all, int i) { lock (all[i]._g) all[i]._n++; }
    void Bad5(Case_8961_identity[] all, int i) { lock (all[i]._g) { i++; all[i]._n++; } } // expect: CAP0002
    void Good16(List<Case_8961_identity> all) { foreach (var a in all) lock (a._g) a._n++; }
    void Good17(Dictionary<string, Case_8961_identity> d) { if (d.TryGetValue("x", out var a)) lock (a._g) a._n++; }
    void Bad6(Dictionary<string, Case_8961_identity> d) { lock (d["x"]._g) d["y"]._n++; } // expect: CAP0002
    void Good18(Case_8961_identity a, Case_8961_identity b) { lock (a._g) lock (b._g) (a._n, b._n) = (b._n, a._n); }
    void Good19(Case_8961_identity o) { using var e = ((IEnumerable<int>)[1]).GetEnumerator(); lock (o._g) while (e.MoveNext()) o._n += e.Current; }
}
[SameCapability("_parent.Gate", "Gate")]
class Child8962 { readonly Case_8962_same _parent; public object Gate { get; } public Child8962(Case_8962_same p) { _parent = p; Gate = p.Gate; } [GuardedBy("_parent.Gate")] public int N; public void Good() { lock (Gate) N++; } public void Good2() { lock (_parent.Gate) N++; } }
class Case_8962_same
{
    public readonly object Gate = new();
    readonly Child8962 _c; public Case_8962_same() { _c = new(this); }
    void Good() { lock (_c.Gate) _c.N++; }
    void Bad() { lock (this) _c.N++; } // expect: CAP0002
}
class Case_8963_assertions
{
    readonly object _g = new(); readonly Lock _l = new(); readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_g))] int _n;
    [GuardedBy(nameof(_rw))] int _r;
    [AssertsCapability(nameof(_g))] void Check() { if (!Monitor.IsEntered(_g)) throw new Exception(); }
    void Good1() { Check(); _n++; }
    void Good2() { Debug.Assert(Monitor.IsEntered(_g), "x"); _n++; }
    void Good3() { CapabilityAssert.Held(_g); _n++; }
    void Good4() { if (!Monitor.IsEntered(_g)) return; _n++; }
    void Good5() { Debug.Assert(_rw.IsWriteLockHeld); _r++; }
    void Good6() { if (_rw.IsReadLockHeld || _rw.IsWriteLockHeld) Console.WriteLine(_r); }
    void Good7() { Trace.Assert(Monitor.IsEntered(_g)); _n++; }
    void Bad1() { Debug.Assert(_rw.IsReadLockHeld); _r++; } // expect: CAP0002
    void Bad2() { CapabilityAssert.NotHeld(_g); _n++; } // expect: CAP0002
    void Bad3() { Debug.Assert(!Monitor.IsEntered(_g)); _n++; } // expect: CAP0002
    void Good8() { bool held = Monitor.IsEntered(_g); if (!held) Monitor.Enter(_g); try { _n++; } finally { if (!held) Monitor.Exit(_g); } }
    int Good9() { Ensure(Monitor.IsEntered(_g)); return _n; }
    static void Ensure([DoesNotReturnIf(false)] bool b) { }
    int Good10() => Monitor.IsEntered(_g) ? _n : 0;
    int Bad4() => Monitor.IsEntered(_g) ? 0 : _n; // expect: CAP0001
    void Good11() { while (!Monitor.IsEntered(_g)) Monitor.Enter(_g); _n++; Monitor.Exit(_g); }
}
sealed class Box8964<T>(T value) { readonly Lock _l = new(); [GuardedBy(nameof(_l))] T _v = value; public T Get() { lock (_l) return _v; } public void Update(Func<T, T> f) { lock (_l) _v = f(_v); } public ref T Raw => ref _v; } // expect: CAP0006
struct Case_8964_structs
{
    readonly object _g; [GuardedBy(nameof(_g))] int _n;
    public Case_8964_structs() { _g = new(); _n = 1; }
    public void Good() { lock (_g) _n++; }
    public readonly int GoodRead() { lock (_g) return _n; }
    public void Bad() => _n++; // expect: CAP0002
    static void Bad2(ref Case_8964_structs s) { s._n++; } // expect: CAP0002
    static void Good2(ref Case_8964_structs s) { lock (s._g) s._n++; }
    static void Good3(Case_8964_structs[] s) { lock (s[0]._g) s[0]._n++; }
    static void Bad3(in Case_8964_structs s) { Console.WriteLine(s._n); } // expect: CAP0001
}
class Case_8965_events_and_indexers
{
    readonly object _g = new();
    [GuardedBy(nameof(_g))] event Action Changed;
    [GuardedBy(nameof(_g))] int this[int i] { get => i; set { } }
    event Action Custom { [Requires("_g")] add { Changed += value; } [Requires("_g")] remove { Changed -= value; } }
    void Good() { Action c; lock (_g) { Changed += Good; c = Changed; this[1]++; Custom += Good; } c?.Invoke(); }
    void Bad() => Changed += Good; // expect: CAP0002
    void Bad2() => Changed?.Invoke(); // expect: CAP0001
    void Bad3() => this[0] = 1; // expect: CAP0002
    int Bad4() => this[0]; // expect: CAP0001
    void Bad5() => Custom -= Good; // expect: CAP0011
    void Good2() { lock (_g) Changed = null; }
    void Bad6() => Changed = null; // expect: CAP0002
}

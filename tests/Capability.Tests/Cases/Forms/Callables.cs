// Lambdas, operators, static abstract members and generics, called with and without what they need.

class Case_8921_lambdas_and_delegates
{
    readonly object _g = new(); readonly Lock _l = new(); readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_g))] int _n;
    [GuardedBy(nameof(_g))] readonly Dictionary<int, string> _map = new();
    [Requires(nameof(_g))] Func<int> _peek;
    static T InPlace<T>([InvokedInPlace] Func<T> f) => f();
    static T Wrap<T>(Func<T> f) { return f(); }
    int Good1() { lock (_g) return InPlace(() => _n); }
    int Good2() { lock (_g) return Wrap(() => Wrap(() => _n)); }
    int Good3() { lock (_g) { Func<int> f = () => _n; return f() + f.Invoke(); } }
    int Good4() { lock (_g) return ((Func<int>)(() => _n))(); }
    int Good5() { lock (_g) return _map.Where(p => p.Key > _n).Select(p => p.Value.Length + _n).Sum(); }
    int Good6() { lock (_g) { _peek = () => _n; return _peek(); } }
    void Good7() { lock (_g) Array.Sort(new int[3], (a, b) => a + _n - b); }
    int Good8() { lock (_g) return _map.TryGetValue(_n, out var v) ? v.Length : InPlace(delegate { return _n; }); }
    void Good9() { lock (_g) { foreach (var x in from p in _map where p.Key == _n orderby p.Value select p.Key + _n) Console.WriteLine(x); } }
    List<int> Good10() { lock (_g) return (from p in _map from q in _map where p.Key == q.Key + _n select _n).ToList(); }
    IEnumerable<int> Bad1() { lock (_g) return _map.Keys.Where(k => k > _n); } // expect: CAP0001, CAP0006
    Func<int> Bad2() { lock (_g) return () => _n; } // expect: CAP0001
    int Bad3() { Func<int> f = () => _n; lock (_g) { } return f(); } // expect: CAP0001
    int Bad4() => _peek(); // expect: CAP0011
    void Bad5() { lock (_g) new Thread(() => _n++).Start(); } // expect: CAP0002
    void Bad6() { lock (_g) ThreadPool.QueueUserWorkItem(_ => _n++); } // expect: CAP0002
    void Bad7() { lock (_g) Parallel.For(0, 3, i => _n += i); } // expect: CAP0002
    Lazy<int> Bad8() { lock (_g) return new Lazy<int>(() => _n); } // expect: CAP0001
    void Bad9() { lock (_g) { using var t = new Timer(_ => _n++, null, 0, 1); } } // expect: CAP0002
    int Good11() { lock (_g) { int Local() => _n; return Local() + Twice(Local); } static int Twice([InvokedInPlace] Func<int> f) => f() + f(); }
    int Bad10() { int Local() => _n; return Local(); } // expect: CAP0001
    int Good12() { lock (_g) { return Rec(3); } int Rec(int d) => d == 0 ? _n : Rec(d - 1); }
    void Good13() { Action<int> a = [Requires("_g")] (int x) => _n = x; lock (_g) a(2); }
    void Bad11() { Action<int> a = [Requires("_g")] (int x) => _n = x; a(2); } // expect: CAP0011
    event Action Changed;
    void Good14() { Changed += () => { lock (_g) _n++; }; }
    void Bad12() { lock (_g) Changed += () => _n++; } // expect: CAP0002
    int Good15() { _rw.EnterReadLock(); try { return Enumerable.Range(0, 3).Aggregate(0, (a, b) => a + b); } finally { _rw.ExitReadLock(); } }
    void Good16(ConcurrentDictionary<int, int> d) { lock (_g) d.GetOrAdd(1, k => _n); }
    void Good17() { lock (_g) { Span<int> s = stackalloc int[3]; s.Sort((a, b) => a - b + _n); } }
    string Good18() { lock (_g) return string.Create(3, this, (span, me) => span.Fill((char)('a' + _n))); }
    void Bad13() { Span<int> s = stackalloc int[3]; s.Sort((a, b) => a - b + _n); } // expect: CAP0001
}
class Operators8922
{
    public readonly object G = new();
    [GuardedBy(nameof(G))] public int N;
    [Requires("a.G", "b.G")] public static Operators8922 operator +(Operators8922 a, Operators8922 b) { a.N += b.N; return a; }
    [Requires("a.G")] public static implicit operator int(Operators8922 a) => a.N;
    [Requires("a.G")] public static bool operator true(Operators8922 a) => a.N > 0;
    [Requires("a.G")] public static bool operator false(Operators8922 a) => a.N == 0;
    [Requires("a.G")] public static Operators8922 operator ++(Operators8922 a) { a.N++; return a; }
    [Requires(nameof(G))] public void operator +=(int n) => N += n;
    [Requires(nameof(G))] public void Deconstruct(out int a, out int b) { a = N; b = N; }
    [Requires(nameof(G))] public int this[int i] { get => N; set => N = value; }
    [Requires(nameof(G))] public IEnumerator<int> GetEnumerator() => new List<int> { N }.GetEnumerator();
}
class Case_8922_operators
{
    void Good(Operators8922 a, Operators8922 b) { lock (a.G) lock (b.G) { var c = a + b; int n = a; if (b) n++; var (x, y) = b; b[2] = a[1]; a += 4; foreach (var z in a) n += z; } }
    void Bad1(Operators8922 a, Operators8922 b) { lock (a.G) { var c = a + b; } } // expect: CAP0011
    int Bad2(Operators8922 a) => a; // expect: CAP0011
    void Bad3(Operators8922 a) { if (a) return; } // expect: CAP0011
    void Bad4(Operators8922 a) { a++; } // expect: CAP0011
    void Bad5(Operators8922 a) { var (x, y) = a; } // expect: CAP0011
    void Bad6(Operators8922 a) { a[1] = 2; } // expect: CAP0011
    int Bad7(Operators8922 a) => a[1]; // expect: CAP0011
    void Bad8(Operators8922 a) { foreach (var x in a) { } } // expect: CAP0011
    bool Bad9(Operators8922 a) => a is (1, 2); // expect: CAP0011
    void Bad10(Operators8922 a) { a += 3; } // expect: CAP0011
    void Bad11(Operators8922 a) { a[1] += 2; } // expect: CAP0011
    long Bad12(Operators8922 a) { long l = a; return l; } // expect: CAP0011
    void Bad13(List<Operators8922> l) { foreach (int x in l) Console.WriteLine(x); } // expect: CAP0011
}
interface IAbs8923<T> where T : IAbs8923<T> { static abstract Lock L { get; } [Requires(nameof(L))] static abstract T operator +(T a, int b); [Requires(nameof(L))] static abstract int Count { get; set; } }
class Abs8923 : IAbs8923<Abs8923> { public static Lock L { get; } = new(); [GuardedBy(nameof(L))] static int s; public static Abs8923 operator +(Abs8923 a, int b) { s += b; return a; } public static int Count { get => s; set => s = value; } }
class Case_8923_static_abstract
{
    T Good<T>(T t) where T : IAbs8923<T> { lock (T.L) { T.Count++; return t + 1; } }
    T Bad<T>(T t) where T : IAbs8923<T> => t + 1; // expect: CAP0011
    void BadCount<T>() where T : IAbs8923<T> { T.Count = 3; } // expect: CAP0011
    void BadOther<T, U>(T t) where T : IAbs8923<T> where U : IAbs8923<U> { lock (U.L) _ = t + 1; } // expect: CAP0011
    Abs8923 GoodDirect(Abs8923 a) { lock (Abs8923.L) return a + 1; }
    Abs8923 BadDirect(Abs8923 a) => a + 1; // expect: CAP0011
}
class Case_8924_generics<T> where T : new()
{
    static readonly object S = new();
    [GuardedBy(nameof(S))] static T s_t;
    readonly object _g = new();
    [GuardedBy(nameof(_g))] T _t = new();
    [PtGuardedBy(nameof(_g))] List<T> _l = new();
    T Good() { lock (S) return s_t; }
    static T GoodOther() { lock (Case_8924_generics<object>.S2) return new(); }
    static readonly object S2 = new();
    int BadOther() { lock (Case_8924_generics<object>.S) return Case_8924_generics<int>.s_t; } // expect: CAP0001
    void Bad() { _l.Add(_t); } // expect: CAP0004, CAP0001
    void Good2() { _l = new(); lock (_g) { _l.Add(_t); _t = default; } }
    bool Bad2(T o) => EqualityComparer<T>.Default.Equals(o, _t); // expect: CAP0001
}
class Acc8925 { public int N; public void operator +=(int n) => N += n; public void operator ++() => N++; }
class Case_8925_instance_operators
{
    readonly object _g = new();
    [GuardedBy(nameof(_g))] Acc8925 _a = new();
    [PtGuardedBy(nameof(_g))] Acc8925 _p = new();
    void Good() { lock (_g) { _a += 3; _a++; _p += 3; } }
    void GoodLocal() { var a = new Acc8925(); a += 3; a++; }
    void Bad() { _a += 3; } // expect: CAP0001
    void Bad2() { _p++; } // expect: CAP0003
}

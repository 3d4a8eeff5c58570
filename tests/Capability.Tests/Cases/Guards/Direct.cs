// Direct accesses: whose guard is meant, by which path, and which lock was taken instead.

static class Journal7000
{
    static readonly object Gate = new();
    [GuardedBy(nameof(Gate))] static int Lines, Words;
    [GuardedBy(nameof(Gate))] static readonly List<string> Text = [];

    static void Good() { lock (Gate) { Lines++; Words += Lines; Text.Add("x"); } }
    [Requires(nameof(Gate))] static void GoodRequires() => Lines = 0;
    static void GoodLocal() { int lines; lock (Gate) lines = Lines; Console.WriteLine(lines); }
    static void GoodQualified() { lock (Journal7000.Gate) Journal7000.Words = 1; }
    static int BadRead() => Lines; // expect: CAP0001
    static void BadSecondOfOneDeclaration() => Words = 1; // expect: CAP0002
    static void BadObject() => Text.Clear(); // expect: CAP0002
}
class Case_7000_static_state_and_several_fields_of_one_declaration
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _a, _b = 2, _c;
    int _d, _e;

    int Good() { lock (_gate) return _a + _b + _c; }
    void GoodOthers() { _d++; _e = _d; }
    int BadFirst() => _a; // expect: CAP0001
    int BadMiddle() => _b; // expect: CAP0001
    int BadLast() => _c; // expect: CAP0001
}

class Case_7001_declared_before_and_after_its_lock
{
    int GoodEarly() { lock (_gate) return _early; }
    int BadEarly() => _early; // expect: CAP0001
    [GuardedBy(nameof(_gate))] int _early;
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _late;
    int GoodLate() { lock (_gate) return _late; }
    int BadLate() => _late; // expect: CAP0001
}

sealed class Leaf7002
{
    public readonly object Mu = new();
    [GuardedBy(nameof(Mu))] public int A;
}
sealed class Tree7002
{
    public readonly Leaf7002 P = new(), Q = new();
    public readonly Tree7002 Inner;
    public readonly object Mu = new();
    [GuardedBy(nameof(Mu))] public int A;
    [GuardedBy("P.Mu")] public int OfP;
}
class Case_7002_paths_to_the_lock_and_to_the_state
{
    readonly Tree7002 _x = new(), _y = new();

    void GoodSamePath() { lock (_x.P.Mu) _x.P.A++; }
    void GoodOwn() { lock (_x.Mu) _x.A++; }
    void GoodDeep() { lock (_x.Inner.P.Mu) _x.Inner.P.A++; }
    void GoodGuardOfAnotherObject() { lock (_x.P.Mu) _x.OfP++; }
    void GoodThroughALocal() { var p = _x.P; lock (p.Mu) { _x.P.A++; _x.OfP++; } }
    void GoodBoth() { lock (_x.Mu) lock (_y.Mu) _x.A = _y.A; }
    void BadOtherBranch() { lock (_x.P.Mu) _x.Q.A++; } // expect: CAP0002
    void BadOtherRoot() { lock (_x.Mu) _y.A++; } // expect: CAP0002
    void BadInnerForOuter() { lock (_x.Inner.Mu) _x.A++; } // expect: CAP0002
    void BadOuterForInner() { lock (_x.Mu) _x.Inner.A++; } // expect: CAP0002
    void BadGuardOfAnotherObject() { lock (_x.Mu) _x.OfP++; } // expect: CAP0002
    void BadGuardOfAnotherRoot() { lock (_y.P.Mu) _x.OfP++; } // expect: CAP0002
    int BadComparesTwo() { lock (_x.Mu) return _x.A - _y.A; } // expect: CAP0001
}

[Capability("latch")]
class Latch7003
{
    [GuardedBy("this")] int _n;
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    void Good() { Enter(); _n++; Exit(); }
    void GoodInTurn() { Enter(); _n = 1; Exit(); Enter(); _n = 2; Exit(); }
    [Requires] void GoodRequires() => _n = 0;
    [RequiresShared] int GoodShared() => _n;
    void GoodAnother(Latch7003 other) { other.Enter(); other._n = 1; other.Exit(); }
    void Bad() => _n++; // expect: CAP0002
    void BadMonitor() { lock (this) _n++; } // expect: CAP0002
    void BadAnother(Latch7003 other) { Enter(); other._n = 1; Exit(); } // expect: CAP0002
    [RequiresShared] void BadShared() => _n = 1; // expect: CAP0002
}
class Case_7003_state_guarded_by_the_capability_it_is_in
{
    readonly Latch7003 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;
    void Good() { _latch.Enter(); _n++; _latch.Exit(); }
    void BadItsMonitor() { lock (_latch) _n++; } // expect: CAP0002
}

class Case_7004_helpers_know_nothing_of_their_callers
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodCaller() { lock (_gate) { Helper(); Declared(); } }
    void Helper() { _n++; } // expect: CAP0002
    [Requires(nameof(_gate))] void Declared() => _n++;
    [NoCapabilityAnalysis] void GoodWaived() => _n++;
    void GoodAsserted() { Debug.Assert(Monitor.IsEntered(_gate)); _n++; }
}

class Case_7005_elements_that_are_locks
{
    readonly Dictionary<string, object> _gates = new() { ["a"] = new(), ["b"] = new() };
    readonly object[] _stripes = [new(), new(), new()];
    [GuardedBy("_gates[\"a\"]")] int _a;
    [GuardedBy("_stripes[0]")] int _first;
    [GuardedBy("_stripes[1]")] int _second;

    void GoodKey() { lock (_gates["a"]) _a++; }
    void GoodIndex() { lock (_stripes[0]) _first++; }
    void GoodBoth() { lock (_stripes[0]) lock (_stripes[1]) _first = _second; }
    void GoodAlias() { var stripe = _stripes[1]; lock (stripe) _second++; }
    void BadKey() { lock (_gates["b"]) _a++; } // expect: CAP0002
    void BadIndex() { lock (_stripes[1]) _first++; } // expect: CAP0002
    void BadArray() { lock (_stripes) _first++; } // expect: CAP0002
}

class Store7006<T> where T : class
{
    static readonly object Gate = new();
    [GuardedBy(nameof(Gate))] static T Last;
    readonly object _own = new();
    [GuardedBy(nameof(_own))] T _value;
    public static T GoodLast() { lock (Gate) return Last; }
    public T GoodValue() { lock (_own) return _value; }
    public void GoodSet(T value) { lock (_own) _value = value; }
    public TResult GoodMap<TResult>(Func<T, TResult> map) { T value; lock (_own) value = _value; return map(value); }
    public static T BadLast() => Last; // expect: CAP0001
    public T BadValue() { lock (Gate) return _value; } // expect: CAP0001
}
class Case_7006_generic_types
{
    void Good() { Store7006<string>.GoodLast(); new Store7006<string>().GoodSet("x"); }
}

[StructLayout7007]
struct Cell7007(object gate)
{
    readonly object _gate = gate;
    [GuardedBy(nameof(_gate))] int _n;
    public void Good() { lock (_gate) _n++; }
    public readonly int GoodRead() { lock (_gate) return _n; }
    public void Bad() => _n++; // expect: CAP0002
}
[AttributeUsage(AttributeTargets.Struct)] sealed class StructLayout7007Attribute : Attribute;
class Case_7007_structs_share_the_lock_they_were_given
{
    readonly object _gate = new();
    void Good() { var cell = new Cell7007(_gate); cell.Good(); }
}

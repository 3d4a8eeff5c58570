// Which members can be guarded state, and how each of them is read and written.

class Case_2030_events
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] event Action Changed;
    event Action Free;

    void GoodSubscribe(Action a) { lock (_gate) Changed += a; }
    void GoodUnsubscribe(Action a) { lock (_gate) Changed -= a; }
    void GoodClear() { lock (_gate) Changed = null; }
    void GoodRaise()
    {
        Action changed;
        lock (_gate) changed = Changed;
        changed?.Invoke();
    }
    void GoodFree(Action a) { Free += a; Free?.Invoke(); Free -= a; }
    string GoodNameOf() => nameof(Changed);
    void BadSubscribe(Action a) { Changed += a; } // expect: CAP0002
    void BadUnsubscribe(Action a) { Changed -= a; } // expect: CAP0002
    void BadClear() { Changed = null; } // expect: CAP0002
    void BadRaise() { Changed?.Invoke(); } // expect: CAP0001
    void BadRaiseDirectly() { Changed(); } // expect: CAP0001
    bool BadTest() { return Changed == null; } // expect: CAP0001
}

class Watcher2030
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public event Action Seen = delegate { };
    public void Raise() { Action seen; lock (Gate) seen = Seen; seen(); }
}
class Case_2031_events_of_other_objects_and_of_guarded_objects
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] System.Diagnostics.Process _process;

    void GoodOther(Watcher2030 watcher, Action a) { lock (watcher.Gate) watcher.Seen += a; }
    void GoodGuardedObject(EventHandler a) { lock (_gate) _process.Exited += a; }
    void BadOther(Watcher2030 watcher, Action a) { watcher.Seen += a; } // expect: CAP0002
    void BadOtherUnderOwnLock(Watcher2030 watcher, Action a)
    {
        lock (_gate)
            watcher.Seen -= a; // expect: CAP0002
    }
    void BadGuardedObject(EventHandler a) { _process.Exited += a; } // expect: CAP0001
}

partial class Case_2032_properties
{
    readonly object _gate = new();
    int _stored;
    [GuardedBy(nameof(_gate))] int Size { get; set; }
    [field: GuardedBy(nameof(_gate))] int Depth { get; set; }
    [GuardedBy(nameof(_gate))] int Clamped { get => field; set => field = Math.Max(0, value); }
    [GuardedBy(nameof(_gate))] int Computed { get => _stored; set => _stored = value; }
    [GuardedBy(nameof(_gate))] partial int Split { get; set; }
    partial int Split { get => _stored + 1; set => _stored = value - 1; }
    int Free { get; set; }

    void GoodWrites()
    {
        lock (_gate)
        {
            Size = 1; Size += 2; Size++;
            Depth = 2;
            Clamped = 3;
            Computed--;
            Split = 4;
            (Size, Depth) = (Depth, Size);
        }
    }
    int GoodReads() { lock (_gate) return Size + Depth + Clamped + Computed + Split; }
    int GoodFree() => Free++ + nameof(Size).Length;
    int BadRead() { return Size; } // expect: CAP0001
    void BadWrite() { Size = 1; } // expect: CAP0002
    void BadCompound() { Size += 1; } // expect: CAP0002
    void BadIncrement() { Size++; } // expect: CAP0002
    int BadFieldTarget() { return Depth; } // expect: CAP0001
    void BadFieldTargetWrite() { Depth = 1; } // expect: CAP0002
    int BadFieldKeyword() { return Clamped; } // expect: CAP0001
    void BadFieldKeywordWrite() { Clamped = 1; } // expect: CAP0002
    int BadComputed() { return Computed; } // expect: CAP0001
    void BadComputedWrite() { Computed = 2; } // expect: CAP0002
    int BadPartial() { return Split; } // expect: CAP0001
    void BadPartialWrite() { Split = 3; } // expect: CAP0002
    bool BadPattern() { return this is { Size: 3 }; } // expect: CAP0001
}

class Case_2033_bodies_of_members_are_bodies
{
    readonly Lock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;
    [GuardedBy(nameof(_lock))] readonly List<int> _items = [];
    [GuardedBy(nameof(_lock))] Action _changed;

    int GoodProperty { get { lock (_lock) return _n; } set { lock (_lock) _n = value; } }
    int this[int i] { get { lock (_lock) return _items[i]; } set { lock (_lock) _items[i] = value; } }
    event Action GoodEvent { add { lock (_lock) _changed += value; } remove { lock (_lock) _changed -= value; } }
    int BadArrow => _n; // expect: CAP0001
    int BadGetter
    {
        get => _n; // expect: CAP0001
        set { lock (_lock) _n = value; }
    }
    int BadSetter
    {
        get { lock (_lock) return _n; }
        set => _n = value; // expect: CAP0002
    }
    int this[string i]
    {
        get { return _items[i.Length]; } // expect: CAP0001
        set { _items[i.Length] = value; } // expect: CAP0002
    }
    event Action BadEvent
    {
        add { _changed += value; } // expect: CAP0002
        remove { _changed -= value; } // expect: CAP0002
    }
    public static int operator +(Case_2033_bodies_of_members_are_bodies left, int right)
    {
        lock (left._lock) return left._n + right;
    }
    public static int operator -(Case_2033_bodies_of_members_are_bodies left, int right)
    {
        return left._n - right; // expect: CAP0001
    }
    public static explicit operator int(Case_2033_bodies_of_members_are_bodies from) => from._n; // expect: CAP0001
    public static explicit operator long(Case_2033_bodies_of_members_are_bodies from) { lock (from._lock) return from._n; }
    public override string ToString() => "n = " + _n; // expect: CAP0001
    public override int GetHashCode() { lock (_lock) return _n; }
    public override bool Equals(object other) => ReferenceEquals(this, other);
}

class Case_2034_captured_parameters_of_a_primary_constructor(int start, [GuardedBy("_gate")] int limit, [GuardedBy("_gate")] List<int> items)
{
    readonly object _gate = new();
    readonly int _copy = limit + items.Count;

    int GoodInitialised { get; } = limit;
    int GoodRead() { lock (_gate) return limit + items.Count + start; }
    void GoodWrite() { lock (_gate) { limit = start; items.Add(limit); } }
    int GoodCopy() => _copy + start;
    int BadRead() { return limit; } // expect: CAP0001
    void BadWrite() { limit++; } // expect: CAP0002
    void BadMutator() { items.Add(1); } // expect: CAP0002
    void BadOut(string text) { int.TryParse(text, out limit); } // expect: CAP0005
}

class Case_2035_static_state
{
    static readonly object Gate = new();
    readonly object _own = new();
    [GuardedBy(nameof(Gate))] static int s_n;
    [GuardedBy(nameof(Gate))] static readonly Dictionary<string, int> Map = [];
    [GuardedBy(nameof(Gate))] int _instance;
    [GuardedBy(typeof(Case_2035_static_state), nameof(Gate))] static int s_named;
    [GuardedBy(nameof(_own))] static int s_impossible; // expect: CAP0305

    static int GoodStatic() { lock (Gate) return s_n; }
    void GoodFromInstance() { lock (Case_2035_static_state.Gate) Case_2035_static_state.s_n++; }
    void GoodInstanceState() { lock (Gate) _instance++; }
    static void GoodNamed() { lock (Gate) s_named = Map.Count; }
    static void GoodMap() { lock (Gate) Map["a"] = 1; }
    static int BadStatic() { return s_n; } // expect: CAP0001
    static void BadMap() { Map["a"] = 1; } // expect: CAP0002
    static void BadNamed() { s_named = 1; } // expect: CAP0002
    void BadUnderAnInstanceLock()
    {
        lock (_own)
            s_n++; // expect: CAP0002
    }
    void BadUnderThis()
    {
        lock (this)
            s_n++; // expect: CAP0002
    }
    void BadUnderTheType()
    {
        lock (typeof(Case_2035_static_state))
            s_n++; // expect: CAP0002
    }
    static void Main()
    {
        lock (Gate)
            s_n = 1;
        Console.WriteLine(s_n); // expect: CAP0001
    }
}

struct Point2036 { public int X, Y; }
record Order2036([GuardedBy("Gate")] List<int> Lines)
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Total { get; set; }
}
class Case_2036_records_initialisers_and_copies
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] Order2036 _order = new([]);
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] Point2036 _place;

    Order2036 GoodFresh() => new([]) { Total = 1, Lines = { 1, 2 } };
    Order2036 GoodInitialiserValue() { lock (_gate) return new([_n]) { Total = _n }; }
    int GoodRead(Order2036 order) { lock (order.Gate) return order.Total + order.Lines.Count; }
    void GoodWrite(Order2036 order) { lock (order.Gate) { order.Total++; order.Lines.Add(1); } }
    Point2036 GoodWith() { lock (_gate) return _place with { X = _n }; }
    Point2036 GoodWithOfALocal(Point2036 place) => place with { X = 3 };
    int BadTotal(Order2036 order) { return order.Total; } // expect: CAP0001
    void BadTotalWrite(Order2036 order) { order.Total = 1; } // expect: CAP0002
    void BadLines(Order2036 order) { order.Lines.Add(1); } // expect: CAP0002
    Order2036 BadInitialiserValue() { return new([]) { Total = _n }; } // expect: CAP0001
    Point2036 BadWithOperand() { return _place with { X = 1 }; } // expect: CAP0001
    Point2036 BadWithValue(Point2036 place) { return place with { X = _n }; } // expect: CAP0001
    object BadAnonymous() { return new { Count = _n }; } // expect: CAP0001
    Dictionary<string, int> BadIndexInitialiser() { return new() { ["a"] = _n }; } // expect: CAP0001
    List<int> BadCollectionInitialiser() { return new() { 1, _n }; } // expect: CAP0001
}

class Cell2037<T>
{
    protected readonly object Gate = new();
    static readonly object Shared = new();
    [GuardedBy(nameof(Gate))] protected T Value;
    [GuardedBy(nameof(Shared))] static int s_count;

    T Good() { lock (Gate) return Value; }
    void GoodStatic() { lock (Shared) s_count++; }
    T Bad() { return Value; } // expect: CAP0001
    void BadStatic() { s_count++; } // expect: CAP0002
}
class Case_2037_generic_and_derived_types : Cell2037<string>
{
    string Good() { lock (Gate) return Value; }
    int GoodOther(Case_2037_generic_and_derived_types other) { lock (other.Gate) return other.Value.Length; }
    void GoodBase() { lock (base.Gate) base.Value = "x"; }
    void Bad() { Value = "x"; } // expect: CAP0002
    int BadOther(Case_2037_generic_and_derived_types other)
    {
        lock (Gate)
            return other.Value.Length; // expect: CAP0001
    }
}

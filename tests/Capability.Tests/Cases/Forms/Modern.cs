// Forms of C# 12 to 14: primary constructors, collection expressions, `field`, extension members, null-conditional
// assignment, partial properties, spans as params, `lock` on Lock.

class Counter7600(object gate, int start)
{
    readonly object _gate = gate;
    [GuardedBy(nameof(_gate))] int _n = start;
    public int Good() { lock (_gate) return _n++; }
    public int Bad() => _n++; // expect: CAP0002
}
class Derived7600(object gate) : Counter7600(gate, 1)
{
    public int GoodOwn() { lock (gate) return gate.GetHashCode(); }
}
class Case_7600_primary_constructors([GuardedBy("_gate")] int count, Lock own)
{
    readonly object _gate = new();
    [GuardedBy(nameof(own))] int _n;
    [GuardedBy(nameof(_gate))] int _initial = count;

    void Good() { lock (_gate) count++; }
    int GoodRead() { lock (_gate) return count + _initial; }
    void GoodLockParameter() { lock (own) _n++; }
    void GoodScope() { using (own.EnterScope()) _n++; }
    void Bad() => count++; // expect: CAP0002
    int BadRead() => count; // expect: CAP0001
    int BadOther() { lock (own) return count; } // expect: CAP0001
    void BadLockParameter() { lock (_gate) _n++; } // expect: CAP0002
    Func<int> BadLater() { lock (_gate) return () => count; } // expect: CAP0001
}

partial class Case_7601_properties_with_and_without_a_body
{
    readonly Lock _lock = new();
    [GuardedBy(nameof(_lock))] partial int Size { get; set; }
    partial int Size { get => field; set => field = value; }
    [GuardedBy(nameof(_lock))] int Trimmed { get => field; set => field = Math.Max(0, value); } = 3;
    [GuardedBy(nameof(_lock))] string Name { get => field ??= ""; init; }
    [GuardedBy(nameof(_lock))] required public int Needed { get; set; }

    void Good() { lock (_lock) { Size = 1; Size++; Trimmed += Size; Needed = Trimmed; } }
    string GoodName() { lock (_lock) return Name; }
    static Case_7601_properties_with_and_without_a_body GoodInitialised() => new() { Needed = 1, Name = "x" };
    int BadRead() => Size; // expect: CAP0001
    void BadWrite() => Size = 1; // expect: CAP0002
    void BadTrimmed() => Trimmed--; // expect: CAP0002
    int BadNeeded() => Needed; // expect: CAP0001
}

sealed class Box7602
{
    public readonly Lock Lock = new();
    [GuardedBy(nameof(Lock))] public int Value;
    [GuardedBy(nameof(Lock))] public readonly List<int> Items = [];
    [GuardedBy(nameof(Lock))] public Box7602 Next;
    public int Free;
}
static class Boxes7602
{
    extension(Box7602 box)
    {
        public int GoodSum { get { lock (box.Lock) return box.Items.Sum() + box.Value; } }
        public int BadSum => box.Value; // expect: CAP0001
        [Requires("box.Lock")] public void Reset() => box.Value = 0;
        public void GoodReset() { lock (box.Lock) box.Reset(); }
        public void BadReset() => box.Reset(); // expect: CAP0011
        public static Box7602 Make() => new() { Value = 1 };
    }
    [Requires("box.Lock")] public static void Clear(this Box7602 box) => box.Items.Clear();
}
class Case_7602_extension_members_and_null_conditional_assignment
{
    readonly Box7602 _box = new();

    void Good() { lock (_box.Lock) { _box?.Value = 1; _box?.Next = null; _box?.Value += 2; } }
    void GoodFree() { _box?.Free = 3; }
    void GoodExtension() { lock (_box.Lock) { _box.Reset(); _box.Clear(); } }
    int GoodProperty() => _box.GoodSum;
    void GoodMade() { var box = Box7602.Make(); box.GoodReset(); }
    void GoodParameter(Box7602 box) { if (box is null) return; lock (box.Lock) box?.Value = 1; }
    void Bad() => _box?.Value = 1; // expect: CAP0002
    void BadCompound() => _box?.Value += 1; // expect: CAP0002
    void BadOther(Box7602 box) { lock (_box.Lock) box?.Value = 1; } // expect: CAP0002
    void BadExtension() => _box.Reset(); // expect: CAP0011
    void BadClassicExtension() => _box.Clear(); // expect: CAP0011
    void BadOtherExtension(Box7602 box) { lock (_box.Lock) box.Reset(); } // expect: CAP0011
}

class Case_7603_collection_expressions_and_params_spans
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] readonly List<int> _items = [1, 2];
    [GuardedBy(nameof(_rw))] int[] _row = [1, 2, 3];
    [GuardedBy(nameof(_rw))] int _n;

    static int Sum(params ReadOnlySpan<int> values) { int sum = 0; foreach (var v in values) sum += v; return sum; }
    static int Count(params IEnumerable<int> values) => values.Count();

    int GoodParams() { _rw.EnterReadLock(); try { return Sum(_n, _row[0], 3); } finally { _rw.ExitReadLock(); } }
    int GoodParamsList() { _rw.EnterReadLock(); try { return Count(_n, _items.Count); } finally { _rw.ExitReadLock(); } }
    int[] GoodSpread() { _rw.EnterReadLock(); try { return [.. _items, .. _row, _n]; } finally { _rw.ExitReadLock(); } }
    void GoodReplace() { _rw.EnterWriteLock(); try { _row = [.. _items, 4]; } finally { _rw.ExitWriteLock(); } }
    int GoodOwn(int[] row) => Sum([.. row, 1]);
    int GoodListPattern() { _rw.EnterReadLock(); try { return _row is [var first, .., var last] ? first + last : 0; } finally { _rw.ExitReadLock(); } }
    int BadParams() => Sum(_n, 1); // expect: CAP0001
    int BadParamsList() => Count(_n); // expect: CAP0001
    int[] BadSpread() => [0, .. _items]; // expect: CAP0001
    void BadReplace() => _row = [1]; // expect: CAP0002
    bool BadListPattern() => _row is [1, ..]; // expect: CAP0001
}

class Case_7604_lock_on_lock
{
    readonly Lock _lock = new();
    static readonly Lock Shared = new();
    [GuardedBy(nameof(_lock))] int _n;
    [GuardedBy(nameof(Shared))] static int _all;

    void GoodStatement() { lock (_lock) _n++; }
    void GoodStatic() { lock (Shared) _all++; }
    void GoodNested() { lock (_lock) lock (_lock) _n++; }
    void GoodMixed() { lock (_lock) { using (_lock.EnterScope()) _n++; _n++; } }
    void GoodAlias() { var l = _lock; lock (l) _n++; }
    void GoodEnter() { _lock.Enter(); try { _n++; } finally { _lock.Exit(); } }
    int GoodReturn() { lock (_lock) return _n; }
    IEnumerable<int> GoodIterator() { int n; lock (_lock) n = _n; yield return n; }
    async Task<int> GoodAsync() { int n; lock (_lock) n = _n; await Task.Yield(); lock (_lock) return _n + n; }
    void BadStatement() { lock (Shared) _n++; } // expect: CAP0002
    void BadObject() { object o = _lock; lock (o) _n++; } // expect: CAP0002
    int BadAfter() { lock (_lock) { } return _n; } // expect: CAP0001
    IEnumerable<int> BadIterator() { lock (_lock) _n++; yield return _n; } // expect: CAP0001
}

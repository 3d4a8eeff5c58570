// CAP0102: state that is declared lock-free is written plainly, or handed to code that will.
class Snapshot { public int Size; }

class Case_3020_writes_of_atomic_state
{
    [Atomic] int _count;
    [Atomic] bool _stop;
    [Atomic] double _rate;
    [Atomic] volatile int _phase;
    [Atomic] int _left, _right;

    public void Set(int n) { _count = n; } // expect: CAP0102
    public void Stop() { _stop = true; } // expect: CAP0102
    public int Chain(int n) => _count = n; // expect: CAP0102
    public void Rate(double d) { this._rate = d; } // expect: CAP0102
    public void Either(bool b) { _count = b ? 1 : 2; } // expect: CAP0102
    public void Pair(int a, int b) { (_left, _right) = (a, b); } // expect: CAP0102 x2
    public Action Later() => () => _stop = true; // expect: CAP0102
    public void SetPhase(int n) { _phase = n; }
    public void Marked(int n) { Volatile.Write(ref _count, n); Volatile.Write(ref _stop, true); Volatile.Write(ref _rate, 0.5); }
    public int Exchanged(int n) => Interlocked.Exchange(ref _count, n);
    public void Reset() { Interlocked.Exchange(ref _rate, 0); Interlocked.And(ref _count, 0); }
    public Action MarkedLater() => () => Volatile.Write(ref _stop, true);
}

class Case_3021_references_are_published_plainly
{
    [Atomic] Snapshot _current = new();
    [Atomic] string _name;
    [Atomic] Action _callback;

    public void Publish(int n) { _current = new Snapshot { Size = n }; }
    public void Set(Snapshot s) => _current = s;
    public void Clear() { _current = null; _name = null; }
    public void Name(string s) { _name = s.Trim(); }
    public void On(Action a) { _callback = a; }
}

class Case_3022_by_reference
{
    [Atomic] int _level;
    [Atomic] Snapshot _current;
    static void Fill(ref int n) => n = 3;
    static bool Get(out Snapshot s) { s = new(); return true; }

    public void Ref() { Fill(ref _level); } // expect: CAP0102
    public bool Out() { return int.TryParse("3", out _level); } // expect: CAP0102
    public bool OutOfAReference() => Get(out _current); // expect: CAP0102
    public void Lazily() => LazyInitializer.EnsureInitialized(ref _current, () => new Snapshot());
    public void Marked() { int n = 0; Fill(ref n); Volatile.Write(ref _level, n); }
    public void Local() { ref int level = ref _level; level = 4; } // expect: CAP0102
    public void LocalMarked() { ref int level = ref _level; Volatile.Write(ref level, 4); }
}

static class OwnAtomics
{
    public static void Max(ref int location, int value)
    {
        int seen = Volatile.Read(ref location);
        while (value > seen)
        {
            int before = Interlocked.CompareExchange(ref location, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
    public static void Twice(ref int location) { Up(ref location); Up(ref location); }
    static void Up<T>(ref T location) where T : struct { }
    public static void Up(ref int location) => Interlocked.Increment(ref location);
    public static void Half(ref int location) { Interlocked.Increment(ref location); location = 0; }
}

class Case_3027_own_atomic_operations
{
    [Atomic] int _max;
    [Atomic] int _count;
    public void Report(int n) => OwnAtomics.Max(ref _max, n);
    public void Up() { OwnAtomics.Up(ref _count); OwnAtomics.Twice(ref _count); }
    public void Local() { Add(ref _count, 2); static void Add(ref int location, int n) => Interlocked.Add(ref location, n); }
    public void Half() { OwnAtomics.Half(ref _count); } // expect: CAP0102
}

class Case_3023_writes_under_the_lock_are_plain
{
    readonly object _gate = new();
    [WriteGuardedBy(nameof(_gate))] int _epoch;
    [WriteGuardedBy(nameof(_gate))] Snapshot _current;
    [WriteGuardedBy(nameof(_gate))] public bool IsClosed { get; private set; }
    static void Fill(ref int n) => n = 3;

    public void Set(int n) { lock (_gate) _epoch = n; }
    public void Up() { lock (_gate) { _epoch++; _epoch += 2; _epoch = _epoch * 2; _current ??= new(); } }
    public void Close() { lock (_gate) IsClosed = true; }
    public void Ref() { lock (_gate) Fill(ref _epoch); }
    public void Marked(int n) { lock (_gate) Volatile.Write(ref _epoch, n); }
    public void Outside(int n) { _epoch = n; } // expect: CAP0002
    public void OutsideMarked(int n) { Volatile.Write(ref _epoch, n); } // expect: CAP0002
    public void OutsideUpdate() { _epoch++; } // expect: CAP0002
    public void RefOutside() { Fill(ref _epoch); } // expect: CAP0005
}

class Case_3024_construction
{
    [Atomic] int _a = 1;
    [Atomic] static int s_b = 2;
    [Atomic] int _c;
    static Case_3024_construction() { s_b = 3; }
    public Case_3024_construction() { _a = 2; _c++; Init(); }
    public int C { init => _c = value; }
    void Init() { _c = 5; } // expect: CAP0102
    public static Case_3024_construction Of(int n) => new() { _a = n, C = n };
    public static void Reset() { s_b = 0; } // expect: CAP0102
}

class Case_3025_structs_that_hold_lock_free_state
{
    struct Slot { [Atomic] public int Value; }
    Slot _slot;
    readonly Slot[] _slots = new Slot[8];

    public void Set(int n) { _slot.Value = n; } // expect: CAP0102
    public void SetAt(int i, int n) { _slots[i].Value = n; } // expect: CAP0102
    public void Mark(int i, int n) { Volatile.Write(ref _slots[i].Value, n); Volatile.Write(ref _slot.Value, n); }
    public int Get(int i) => Volatile.Read(ref _slots[i].Value);
    static Slot Local() { var slot = new Slot(); slot.Value = 3; return slot; }
}

class Case_3026_static_state
{
    [Atomic] static int s_state;
    [Atomic, ThreadStatic] static int t_depth;
    public static void Set() { s_state = 1; } // expect: CAP0102
    public static void Mark() => Volatile.Write(ref s_state, 1);
    public static void Exchange() => Interlocked.Exchange(ref Case_3026_static_state.s_state, 1);
}

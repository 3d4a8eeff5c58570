// CAP0103 without any annotation: `volatile` does not join a read and a write.
sealed class Item { public Item Next; }

class Case_3060_updates_of_a_volatile_field
{
    volatile int _count;
    volatile bool _dirty;
    volatile int _generation;
    volatile Item _head;
    volatile int _plain;
    int _free;
    public volatile int Shared;

    public void Up() { _count++; } // expect: CAP0103
    public int Down() => --_count; // expect: CAP0103
    public void Dirty(bool b) { _dirty |= b; } // expect: CAP0103
    public void Next() { _generation = _generation + 1; } // expect: CAP0103
    public void Push(Item item) { item.Next = _head; _head = item; }
    public void Pop() { _head = _head.Next; } // expect: CAP0103
    public void Set(int n) { _plain = n; _dirty = false; _head = null; }
    public void Free() { _free++; }
    public void Atomically() => Interlocked.Increment(ref _count);
    public Action Later() => () => _count += 2; // expect: CAP0103
    public Case_3060_updates_of_a_volatile_field() { _count++; _plain += 2; }
}

class Case_3061_updates_from_elsewhere
{
    public void Up(Case_3060_updates_of_a_volatile_field other) { other.Shared++; } // expect: CAP0103
    public void Set(Case_3060_updates_of_a_volatile_field other) { other.Shared = 1; }
}

class Case_3062_all_writes_under_one_lock
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly object _other = new();
    volatile int _version;
    volatile int _count;
    volatile int _mixed;
    volatile int _two;
    volatile int _loose;
    volatile int _constructed = 3;

    public int Version => _version;
    public void Bump() { lock (_gate) _version++; }
    public void Reset() { lock (_gate) _version = 0; }
    public void BumpTwice() { Monitor.Enter(_gate); try { _version += 2; } finally { Monitor.Exit(_gate); } }
    public void Count() { using (_lock.EnterScope()) _count++; }
    public void CountDown() { lock (_lock) _count--; }
    public void Mixed() { lock (_gate) _mixed++; } // expect: CAP0103
    public void MixedReset() { lock (_other) _mixed = 0; }
    public void Two() { lock (_gate) lock (_other) _two++; }
    public void TwoReset() { lock (_other) _two = 0; }
    public void Loose() { lock (_gate) _loose++; } // expect: CAP0103
    public void LooseByReference() { Interlocked.Exchange(ref _loose, 0); }
    public void Constructed() { lock (_gate) _constructed++; }
    public Case_3062_all_writes_under_one_lock() { _constructed = 4; _version = 1; }
}

class Case_3063_the_lock_of_another_object_is_another_lock
{
    public readonly object Gate = new();
    volatile int _n;
    volatile int _m;
    public void Mine() { lock (Gate) _n++; } // expect: CAP0103
    public void Theirs(Case_3063_the_lock_of_another_object_is_another_lock other) { lock (other.Gate) _n = 0; }
    static readonly object s_gate = new();
    public void Static() { lock (s_gate) _m++; }
    public void StaticOther(Case_3063_the_lock_of_another_object_is_another_lock other) { lock (s_gate) other._m++; }
}

class Case_3064_declared_disciplines_come_first
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] volatile int _guarded;
    [WriteGuardedBy(nameof(_gate))] volatile int _written;
    [DataRacy("statistics")] volatile int _hits;
    public void Up() { lock (_gate) { _guarded++; _written++; } }
    public void Guarded() { _guarded++; } // expect: CAP0002
    public void Written() { _written++; } // expect: CAP0002
    public void Hit() { _hits++; }
}

class Case_3065_lazy_fields_are_not_spoken_of
{
    volatile Item _item;
    static volatile Item s_instance;
    public Item Get() => _item ??= new Item();
    public static Item Instance { get { if (s_instance == null) s_instance = new Item(); return s_instance; } } // maybe: CAP0105
    public void Stop() { if (_item != null) _item = null; }
}

class Case_3067_each_thread_has_its_own
{
    [ThreadStatic] static volatile int t_depth;
    [ThreadStatic] static volatile Item t_item;
    static volatile int s_shared;
    public static void Enter() { t_depth++; t_item = new Item(); }
    public static void Leave() { t_depth = t_depth - 1; t_item = null; }
    public static bool HasNext() => t_item != null && t_item.Next != null;
    public static void Count() { s_shared++; } // expect: CAP0103
}

class Case_3066_in_several_parts
{
    partial class Part
    {
        volatile int _n;
        volatile int _m;
        public void Up() { lock (this) _n++; } // expect: CAP0103
        public void UpOther() { lock (this) _m++; }
    }
    partial class Part
    {
        public void Reset() { _n = 0; }
        public void ResetOther() { lock (this) _m = 0; }
    }
}

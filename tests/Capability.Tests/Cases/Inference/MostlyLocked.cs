// State that is used under one lock nearly everywhere: what is proposed, and where.
// check: CAP0201, CAP0202

class Case_3001_every_access_under_the_lock_is_said_at_the_declaration
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void Add() { lock (_gate) _count++; }
    public void Remove() { lock (_gate) _count--; }
    public int Count { get { lock (_gate) return _count; } }
}

class Case_3002_two_accesses_are_too_few
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) _count++; }
    public int Count { get { lock (_gate) return _count; } }
}

class Case_3003_nobody_writes_it
{
    readonly object _gate = new();
    int _limit = 5;

    public Case_3003_nobody_writes_it(int limit) { _limit = limit; }
    public int A() { lock (_gate) return _limit; }
    public int B() { lock (_gate) return _limit + 1; }
    public int C() { lock (_gate) return _limit + 2; }
}

class Case_3004_constructors_do_not_count
{
    readonly object _gate = new();
    int _count = 1; // expect: CAP0201

    public Case_3004_constructors_do_not_count() { _count = 2; _count++; Console.WriteLine(_count); }
    ~Case_3004_constructors_do_not_count() { _count = 0; }
    public void Add() { lock (_gate) _count++; }
    public void Remove() { lock (_gate) _count--; }
    public int Count { get { lock (_gate) return _count; } }
}

class Case_3005_a_lambda_of_a_constructor_counts
{
    readonly object _gate = new();
    int _count;

    public Case_3005_a_lambda_of_a_constructor_counts(List<Action> later)
    {
        later.Add(() => _count++); // expect: CAP0201
    }

    public void Add() { lock (_gate) _count++; }
    public void Remove() { lock (_gate) _count--; }
    public void Set() { lock (_gate) _count = 3; }
    public int Count { get { lock (_gate) return _count; } }
}

class Case_3006_statics
{
    static readonly object s_gate = new();
    static int s_count; // expect: CAP0201

    static Case_3006_statics() { s_count = 7; }
    public static void Add() { lock (s_gate) s_count++; }
    public static void Remove() { lock (s_gate) s_count--; }
    public static int Count { get { lock (s_gate) return s_count; } }
}

class Case_3007_a_static_under_the_lock_of_an_instance_is_under_none
{
    readonly object _gate = new();
    static int s_count;

    public void Add() { lock (_gate) s_count++; }
    public void Remove() { lock (_gate) s_count--; }
    public int Count { get { lock (_gate) return s_count; } }
}

class Case_3008_instance_state_under_a_static_lock
{
    static readonly object s_gate = new();
    int _count; // expect: CAP0201

    public void Add() { lock (s_gate) _count++; }
    public void Remove() { lock (s_gate) _count--; }
    public int Count { get { lock (s_gate) return _count; } }
}

class Case_3009_auto_properties
{
    readonly object _gate = new();
    int Count { get; set; } // expect: CAP0201
    int Fixed { get; } = 4;

    public void Add() { lock (_gate) { Count++; Console.WriteLine(Fixed); } }
    public void Remove() { lock (_gate) { Count--; Console.WriteLine(Fixed); } }
    public int Read() { lock (_gate) return Count + Fixed; }
}

class Case_3010_a_collection_that_the_lock_protects
{
    readonly object _gate = new();
    readonly List<int> _items = new(); // expect: CAP0201
    readonly Dictionary<string, int> _map = new(); // expect: CAP0201
    readonly int[] _slots = new int[4]; // expect: CAP0201

    public void Add(int item) { lock (_gate) { _items.Add(item); _map["a"] = item; _slots[0]++; } }
    public void Remove(int item) { lock (_gate) { _items.Remove(item); _map.Remove("a"); _slots[1] = 2; } }
    public int Count() { lock (_gate) return _items.Count + _map.Count + _slots[2]; }
}

class Case_3011_what_nobody_changes_is_no_state
{
    readonly object _gate = new();
    readonly string _name = "a";
    readonly List<int> _read = new() { 1, 2 };
    readonly ConcurrentDictionary<string, int> _own = new();
    readonly ImmutableArray<int> _fixed = ImmutableArray<int>.Empty;
    const int Limit = 4;

    public int A() { lock (_gate) { _own["a"] = 1; return _read.Count + _name.Length + _fixed.Length + Limit; } }
    public int B() { lock (_gate) { _own["b"] = 1; return _read[0] + _name.Length + _fixed.Length + Limit; } }
    public int C() { lock (_gate) { _own["c"] = 1; return _read[1] + _name.Length + _fixed.Length + Limit; } }
}

class Case_3012_volatile_and_marked_state_has_a_discipline
{
    readonly object _gate = new();
    volatile bool _stopped;
    int _hits;
    object _cache;

    public void A() { lock (_gate) { _stopped = true; Interlocked.Increment(ref _hits); _cache = new object(); } }
    public void B() { lock (_gate) { _stopped = false; _hits = 0; _cache = null; } }
    public void C() { lock (_gate) { Console.WriteLine(_stopped); _hits = 1; _cache = new object(); } }
    public object D() { lock (_gate) return _cache ?? _hits; }
    public object Peek() => Volatile.Read(ref _cache);
}

class Case_3013_what_is_declared_is_not_proposed
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _guarded;
    [WriteGuardedBy(nameof(_gate))] bool _written;
    [DataRacy("statistics")] int _racy;

    public void A() { lock (_gate) { _guarded++; _written = true; _racy++; } }
    public void B() { lock (_gate) { _guarded--; _written = false; _racy--; } }
    public void C() { lock (_gate) { _guarded = 0; _written = true; _racy = 0; } }
}

class Case_3014_events_take_care_of_themselves
{
    readonly object _gate = new();
    event Action Changed;

    public void A(Action a) { lock (_gate) Changed += a; }
    public void B(Action a) { lock (_gate) Changed -= a; }
    public void C() { lock (_gate) Changed?.Invoke(); }
}

class Case_3015_the_one_access_outside
{
    readonly Lock _gate = new();
    int _count;

    public void Add() { lock (_gate) _count++; }
    public void Remove() { using (_gate.EnterScope()) _count--; }
    public void Reset() { _gate.Enter(); try { _count = 0; } finally { _gate.Exit(); } }
    public int Count { get { lock (_gate) return _count; } }
    public override string ToString() => _count.ToString(); // expect: CAP0201
}

class Case_3016_released_before_the_access
{
    readonly object _gate = new();
    int _count;

    public void Add()
    {
        Monitor.Enter(_gate);
        _count++;
        Monitor.Exit(_gate);
        Console.WriteLine(_count); // expect: CAP0201
    }

    public void A() { lock (_gate) _count--; }
    public void B() { lock (_gate) _count = 0; }
    public int C() { lock (_gate) return _count; }
}

class Case_3017_a_try_counts_where_it_succeeded
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public bool TryAdd()
    {
        if (!Monitor.TryEnter(_gate))
            return false;
        try { _count++; }
        finally { Monitor.Exit(_gate); }
        return true;
    }

    public void B() { lock (_gate) _count = 0; }
    public int C() { lock (_gate) return _count; }
}

class Case_3018_reading_shared_and_writing_exclusively
{
    readonly ReaderWriterLockSlim _lock = new();
    int _value; // expect: CAP0201

    public int Read() { _lock.EnterReadLock(); try { return _value; } finally { _lock.ExitReadLock(); } }
    public int Peek() { _lock.EnterUpgradeableReadLock(); try { return _value; } finally { _lock.ExitUpgradeableReadLock(); } }
    public void Write(int value) { _lock.EnterWriteLock(); try { _value = value; } finally { _lock.ExitWriteLock(); } }
}

class Case_3019_a_write_under_the_read_side_is_outside
{
    readonly ReaderWriterLockSlim _lock = new();
    int _value;

    public int A() { _lock.EnterReadLock(); try { return _value; } finally { _lock.ExitReadLock(); } }
    public int B() { _lock.EnterReadLock(); try { return _value; } finally { _lock.ExitReadLock(); } }
    public void C(int value) { _lock.EnterWriteLock(); try { _value = value; } finally { _lock.ExitWriteLock(); } }
    public void D(int value) { _lock.EnterWriteLock(); try { _value = value; } finally { _lock.ExitWriteLock(); } }
    public void E()
    {
        _lock.EnterReadLock();
        try { _value = 4; } // expect: CAP0201
        finally { _lock.ExitReadLock(); }
    }
}

class Case_3020_the_lock_that_more_accesses_are_under
{
    readonly object _one = new(), _two = new();
    int _count;

    public void A() { lock (_one) lock (_two) _count++; }
    public void B() { lock (_two) _count--; }
    public void C() { lock (_two) _count = 0; }
    public void D() { lock (_two) Console.WriteLine(_count); }
    public void E() { lock (_one) Console.WriteLine(_count); } // expect: CAP0201
}

class Case_3021_no_lock_has_four_fifths
{
    readonly object _one = new(), _two = new();
    int _count;

    public void A() { lock (_one) _count++; }
    public void B() { lock (_two) _count--; }
    public void C() { lock (_one) _count = 0; }
    public void D() { lock (_two) _count = 1; }
    public void E() { lock (_one) _count = 2; }
}

class Case_3022_a_lock_that_is_replaced_is_none
{
    object _gate = new();
    int _count;

    public void Swap() { _gate = new object(); }
    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public void C() { lock (_gate) _count = 0; }
}

class Case_3023_a_lock_that_is_set_by_the_constructor_only
{
    object _gate;
    int _count; // expect: CAP0201

    public Case_3023_a_lock_that_is_set_by_the_constructor_only(object gate) { _gate = gate; }
    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public void C() { lock (_gate) _count = 0; }
}

class Case_3024_a_semaphore_for_one_is_a_lock
{
    readonly SemaphoreSlim _one = new(1, 1), _many = new(4);
    int _count; // expect: CAP0201
    int _loose;

    public void A() { _one.Wait(); try { _count++; } finally { _one.Release(); } }
    public async Task B() { await _one.WaitAsync(); try { await Task.Yield(); _count--; } finally { _one.Release(); } }
    public async Task C() { await _one.WaitAsync(); _count = 0; _one.Release(); }
    public void D() { _many.Wait(); try { _loose++; } finally { _many.Release(); } }
    public void E() { _many.Wait(); try { _loose--; } finally { _many.Release(); } }
    public void F() { _many.Wait(); try { _loose = 0; } finally { _many.Release(); } }
}

class Case_3025_the_object_itself_and_the_type
{
    int _own; // expect: CAP0201
    static int s_all; // expect: CAP0201

    public void A() { lock (this) _own++; lock (typeof(Case_3025_the_object_itself_and_the_type)) s_all++; }
    public void B() { lock (this) _own--; lock (typeof(Case_3025_the_object_itself_and_the_type)) s_all--; }
    public void C() { lock (this) _own = 0; lock (typeof(Case_3025_the_object_itself_and_the_type)) s_all = 0; }
}

class Case_3026_synchronized_methods
{
    int _own; // expect: CAP0201

    [MethodImpl(MethodImplOptions.Synchronized)] public void A() => _own++;
    [MethodImpl(MethodImplOptions.Synchronized)] public void B() => _own--;
    [MethodImpl(MethodImplOptions.Synchronized)] public int C() => _own;
}

class Case_3027_a_collection_that_is_its_own_lock
{
    readonly List<int> _items = new();

    public void A() { lock (_items) _items.Add(1); }
    public void B() { lock (_items) _items.Clear(); }
    public void C() { lock (_items) Console.WriteLine(_items[0]); }
    public void D() { lock (_items) Console.WriteLine(_items.Count); }
    public int Count => _items.Count; // expect: CAP0201
}

class Case_3028_a_lambda_runs_later_and_in_place
{
    readonly object _gate = new();
    readonly List<int> _all = new(); // expect: CAP0201
    int _sum; // expect: CAP0201
    int _later;

    public void A() { lock (_gate) _all.ForEach(item => _sum += item); }
    public void B() { lock (_gate) { _sum = 0; _all.Clear(); _later = 1; } }
    public int C() { lock (_gate) return _sum + _all.Count + _later; }
    public Action D() { lock (_gate) { _later = 2; return () => _later++; } }
    public Action E() { lock (_gate) return () => _later--; }
}

struct Case_3029_structs
{
    readonly object _gate;
    int _count; // expect: CAP0201

    public Case_3029_structs(object gate) { _gate = gate; _count = 0; }
    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int C() { lock (_gate) return _count; }
}

class Case_3030_generic<T>
{
    readonly object _gate = new();
    static readonly object s_gate = new();
    readonly List<T> _items = new(); // expect: CAP0201
    static T s_last; // expect: CAP0201

    public void A(T item) { lock (_gate) _items.Add(item); lock (s_gate) s_last = item; }
    public void B(T item) { lock (_gate) _items.Remove(item); lock (s_gate) s_last = default; }
    public T C() { lock (s_gate) { lock (_gate) if (_items.Count > 0) return _items[0]; return s_last; } }
}

class Case_3031_partial
{
    partial class Parts
    {
        readonly object _gate = new();
        int _count; // expect: CAP0201

        public void A() { lock (_gate) _count++; }
    }

    partial class Parts
    {
        public void B() { lock (_gate) _count--; }
        public int C() { lock (_gate) return _count; }
    }
}

class Case_3032_nested_types
{
    readonly object _gate = new();
    Node _head; // expect: CAP0201

    sealed class Node
    {
        public Node Next;
        public int Value;
    }

    sealed class Reader(Case_3032_nested_types owner)
    {
        public bool IsEmpty() { lock (owner._gate) return owner._head == null; }
    }

    public void Push(int value) { lock (_gate) _head = new Node { Next = _head, Value = value }; }
    public void Clear() { lock (_gate) _head = null; }
}

class Case_3033_objects_with_their_own_lock
{
    public sealed class Account
    {
        public readonly object Gate = new();
        public decimal Balance; // expect: CAP0201
    }

    readonly Account _one = new(), _two = new();

    public void A() { lock (_one.Gate) _one.Balance++; lock (_two.Gate) _two.Balance--; }
    public decimal B(Account other) { lock (other.Gate) return other.Balance; }
    public Account C() => new Account { Balance = 4 };
}

class Case_3034_the_lock_of_another_object_is_another_lock
{
    public sealed class Account
    {
        public readonly object Gate = new();
        public decimal Balance;
    }

    public void A(Account one, Account two) { lock (one.Gate) two.Balance++; }
    public void B(Account one, Account two) { lock (one.Gate) two.Balance--; }
    public decimal C(Account one, Account two) { lock (two.Gate) return one.Balance; }
}

class Case_3035_a_deliberate_race_is_no_access_to_count
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int C() { lock (_gate) return _count; }
    public int D() => DataRace.Read(ref _count, "statistics");
}

class Case_3036_bodies_that_nobody_checks
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int C() { lock (_gate) return _count; }
    [NoCapabilityAnalysis("legacy")] public int D() => _count;
}

[NoCapabilityAnalysis("legacy")]
class Case_3037_types_that_nobody_checks
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int C() { lock (_gate) return _count; }
}

class Case_3038_each_thread_has_its_own
{
    static readonly object s_gate = new();
    [ThreadStatic] static int t_count;

    public void A() { lock (s_gate) t_count++; }
    public void B() { lock (s_gate) t_count--; }
    public int C() { lock (s_gate) return t_count; }
}

class Case_3039_objects_made_here_are_nobody_elses
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int C() { lock (_gate) return _count; }
    public static Case_3039_objects_made_here_are_nobody_elses Make()
    {
        var made = new Case_3039_objects_made_here_are_nobody_elses { _count = 4 };
        made._count = 5;
        return made;
    }
}

class Case_3040_contracts_hold_locks_too
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    [Requires(nameof(_gate))] public void A() => _count++;
    [Acquires(nameof(_gate))] public void Begin() { Monitor.Enter(_gate); _count++; }
    [Releases(nameof(_gate))] public void End() { _count--; Monitor.Exit(_gate); }
}

record Case_3041_records(string Name)
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int C() { lock (_gate) return _count; }
}

class Case_3155_an_operand_that_is_kept_while_the_other_one_branches
{
    readonly object _gate = new();
    int _count;
    string _text = "";

    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public string C(bool one) { lock (_gate) return _count + (one ? " a " : " b ") + _count; }
    public int D() => _count; // expect: CAP0201
    public void E(string text) { lock (_gate) _text = _text + (text ?? " a "); }
    public string F() { lock (_gate) return _text + (_count > 0 ? _text : "b"); }
    public string G() => _text; // expect: CAP0201
}

// Members that are called with a lock held and do not say so, or that assert it.
// check: CAP0201, CAP0202

class Case_3101_a_helper_and_what_it_calls
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) Step(); }
    void Step() { Bump(); } // expect: CAP0202
    void Bump() { _count++; } // expect: CAP0202
}

class Case_3102_one_call_without_the_lock
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) Bump(); }
    public void Race() => Bump();
    void Bump() { _count++; }
}

class Case_3103_nobody_calls_it
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) _count++; }
    void Bump() { _count++; }
}

class Case_3104_a_helper_that_calls_itself
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) Down(4); }
    void Down(int n) { if (n > 0) { _count++; Down(n - 1); } } // expect: CAP0202
}

class Case_3105_helpers_that_call_each_other
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) Even(4); }
    void Even(int n) { if (n > 0) { _count++; Odd(n - 1); } } // expect: CAP0202
    void Odd(int n) { if (n > 0) { _count--; Even(n - 1); } } // expect: CAP0202
}

class Case_3106_helpers_that_only_call_each_other
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) _count++; }
    void Even(int n) { if (n > 0) { _count++; Odd(n - 1); } }
    void Odd(int n) { if (n > 0) { _count--; Even(n - 1); } }
}

class Case_3107_a_helper_that_becomes_a_delegate
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) Bump(); }
    public Action Later() => Bump;
    void Bump() { _count++; }
}

interface IBumper3108 { void Bump(); }

class Case_3108_members_of_an_interface : IBumper3108
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) { ((IBumper3108)this).Bump(); } }
    void IBumper3108.Bump() { _count++; }
}

class Case_3109_implicit_implementation : IBumper3108
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) Bump(); }
    public void Bump() { _count++; }
}

class Case_3110_virtual_members
{
    readonly object _gate = new();
    int _count;

    internal void Add() { lock (_gate) { Bump(); Jump(); } }
    private protected virtual void Bump() { _count++; }
    private protected void Jump() { _count--; } // expect: CAP0202
}

public class Case_3111_visible_outside
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) { Bump(); Hop(); Jump(); } }
    public void Bump() { _count++; }
    protected void Hop() { _count++; }
    internal void Jump() { _count--; } // expect: CAP0202
}

class Case_3112_a_constructor_calls_it_too
{
    readonly object _gate = new();
    int _count;

    public Case_3112_a_constructor_calls_it_too() { Bump(); }
    public void Add() { lock (_gate) Bump(); }
    void Bump() { _count++; } // expect: CAP0202
}

class Case_3113_only_a_constructor_calls_it
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public Case_3113_only_a_constructor_calls_it() { Initialize(); }
    void Initialize() { _count = 4; _count++; _count++; }
    public void A() { lock (_gate) _count++; }
    public void B() { lock (_gate) _count--; }
    public int C() { lock (_gate) return _count; }
}

class Case_3114_it_locks_for_itself
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) Bump(); }
    void Bump() { lock (_gate) _count++; }
}

class Case_3153_it_gives_the_lock_back_for_a_while
{
    readonly object _gate = new();
    int _count;

    public void Add() { lock (_gate) { Pause(); _count++; } }
    void Pause()
    {
        _count++;
        Monitor.Exit(_gate); // expect: CAP0022
        Thread.Sleep(1);
        Monitor.Enter(_gate); // expect: CAP0024
        _count--;
    }
    void Asserts()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
        Monitor.Exit(_gate);
        Thread.Sleep(1);
        Monitor.Enter(_gate); // expect: CAP0024
    }
}

class Case_3154_it_takes_the_lock_again
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void Add() { lock (_gate) { Again(); _count++; } }
    void Again() // expect: CAP0202
    {
        _count++;
        lock (_gate) _count--;
        Monitor.Enter(_gate);
        Monitor.Exit(_gate);
    }
    void Asserts() // expect: CAP0202
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
        lock (_gate) _count--;
    }
}

class Case_3115_it_touches_nothing_that_changes
{
    readonly object _gate = new();
    readonly string _name = "a";
    int _limit = 4;

    public void Add() { lock (_gate) { Show(); Compute(4); } }
    void Show() { Console.WriteLine(_name + _limit); }
    static int Compute(int n) => n + 1;
}

class Case_3116_properties_and_indexers
{
    readonly object _gate = new();
    int _count;
    readonly List<int> _items = new();

    public void Add() { lock (_gate) { Count++; _items.Add(Last); this[0] = 4; } }
    int Count
    {
        get => _count; // expect: CAP0202
        set => _count = value; // expect: CAP0202
    }
    int Last => _items[0]; // expect: CAP0202
    int this[int i] { set => _items[i] = value; }
}

class Case_3117_statics
{
    static readonly object s_gate = new();
    static int s_count;

    public static void Add() { lock (s_gate) Bump(); }
    static void Bump() { s_count++; } // expect: CAP0202
}

class Case_3118_the_lock_of_another_object
{
    readonly object _gate = new();
    int _count;

    public void Merge(Case_3118_the_lock_of_another_object other) { lock (_gate) other.Bump(); }
    public void Join(Case_3118_the_lock_of_another_object other) { lock (other._gate) other.Jump(); }
    void Bump() { _count++; }
    void Jump() { _count--; } // expect: CAP0202
}

class Case_3119_called_shared_and_exclusively
{
    readonly ReaderWriterLockSlim _lock = new();
    int _value;

    public int A() { _lock.EnterReadLock(); try { return Get(); } finally { _lock.ExitReadLock(); } }
    public void B() { _lock.EnterWriteLock(); try { Set(Get() + 1); } finally { _lock.ExitWriteLock(); } }
    int Get() => _value; // expect: CAP0202
    void Set(int value) => _value = value; // expect: CAP0202
}

class Case_3120_async_members
{
    readonly object _gate = new();
    readonly SemaphoreSlim _one = new(1);
    int _count, _other;

    public void A() { lock (_gate) _ = BumpAsync(); }
    public async Task B() { await _one.WaitAsync(); try { await JumpAsync(); } finally { _one.Release(); } }
    async Task BumpAsync() { _count++; await Task.Yield(); _count--; }
    async Task JumpAsync() { _other++; await Task.Yield(); _other--; } // expect: CAP0202
}

class Case_3121_iterators
{
    readonly object _gate = new();
    readonly List<int> _items = new();

    public void A() { lock (_gate) foreach (var item in All()) _items.Add(item); }
    IEnumerable<int> All() { foreach (var item in _items) yield return item; }
}

class Case_3122_a_lambda_calls_it_later
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) Bump(); }
    public Action B() { lock (_gate) return () => Bump(); }
    void Bump() { _count++; }
}

class Case_3123_a_local_function_calls_it
{
    readonly object _gate = new();
    int _count;

    public void A()
    {
        lock (_gate)
            Inner();
        void Inner() => Bump();
    }

    void Bump() { _count++; } // expect: CAP0202
}

class Case_3124_a_parameter_is_the_lock
{
    int _count;

    public void A(object gate) { lock (gate) Bump(gate); }
    public void B(object gate) { lock (gate) Bump(gate); }
    void Bump(object sync) { _count++; }
}

class Case_3125_an_assertion_first
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    int _count, _other;

    public void A() { lock (_gate) Bump(); }
    public void B() { Bump(); Jump(); }
    public void C() { lock (_lock) Jump(); }

    void Bump() // expect: CAP0202
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }

    void Jump() // expect: CAP0202
    {
        CapabilityAssert.Held(_lock);
        _other++;
    }
}

public class Case_3126_assertions_that_stay
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void Visible()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }

    void Late()
    {
        Console.WriteLine("late");
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }

    [Requires(nameof(_gate))]
    void Declared()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }

    protected virtual void Virtual()
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }
}

class Case_3127_accesses_of_a_covered_member_count
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void A() { lock (_gate) { Bump(); Bump(); } }
    public int B() { lock (_gate) return _count; }
    void Bump() { _count++; _count *= 2; } // expect: CAP0202
}

class Case_3128_declared_state_is_reported_instead
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _declared;
    int _other;

    public void A() { lock (_gate) Bump(); }
    void Bump()
    {
        _declared++; // expect: CAP0002
        _other++;
    }
}

class Case_3129_a_call_that_lacks_a_declared_requirement
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) Outer(); }
    void Outer()
    {
        _count++;
        Inner(); // expect: CAP0011
    }

    [Requires(nameof(_gate))] void Inner() { }
}

class Case_3130_released_and_taken_again
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) { Monitor.Exit(_gate); Bump(); Monitor.Enter(_gate); } }
    void Bump() { _count++; }
}

class Case_3131_generic_helpers<T>
{
    readonly object _gate = new();
    readonly List<T> _items = new();

    public void A(T item) { lock (_gate) Put(item, 4); }
    void Put<U>(T item, U more) { _items.Add(item); } // expect: CAP0202
}

class Case_3132_partial_methods
{
    partial class Parts
    {
        readonly object _gate = new();
        int _count;

        public void A() { lock (_gate) Bump(); }
        partial void Bump();
    }

    partial class Parts
    {
        partial void Bump() { _count++; } // expect: CAP0202
    }
}

class Case_3133_one_of_two_locks_matters
{
    readonly object _outer = new(), _gate = new();
    int _count; // expect: CAP0201

    public void A() { lock (_outer) lock (_gate) Bump(); }
    public void B() { lock (_outer) lock (_gate) Bump(); }
    public int C() { lock (_gate) return _count; }
    public void D() { lock (_gate) _count = 0; }
    void Bump() { _count++; } // expect: CAP0202
}

class Case_3134_nested_types_call_it
{
    readonly object _gate = new();
    int _count;

    sealed class Holder(Case_3134_nested_types_call_it owner)
    {
        public void Add() { lock (owner._gate) owner.Bump(); }
    }

    void Bump() { _count++; } // expect: CAP0202
}

class Case_3135_unchecked_callers
{
    readonly object _gate = new();
    int _count;

    public void A() { lock (_gate) Bump(); }
    [NoCapabilityAnalysis("legacy")] public void B() => Bump();
    void Bump() { _count++; }
}

class Case_3136_a_local_of_the_caller_is_no_name
{
    int _count;

    public void A(object[] gates) { var gate = gates[0]; lock (gate) Bump(); }
    void Bump() { _count++; }
}

class Case_3137_what_is_declared_is_not_proposed
{
    readonly object _gate = new();
    int _count; // expect: CAP0201

    public void A() { lock (_gate) { Bump(); Count++; } }
    [Requires(nameof(_gate))] void Bump() { _count++; }
    [Requires(nameof(_gate))] int Count { get => _count; set => _count = value; }
}

class Case_3138_members_that_are_called_without_their_name
{
    readonly object _gate = new();
    int _count;

    internal ref struct Walk(Case_3138_members_that_are_called_without_their_name owner)
    {
        public int Current => owner._count;
        public bool MoveNext() { owner._count++; return owner._count < 9; }
        public Walk GetEnumerator() => this;
    }

    void Deconstruct(out int one, out int two) => one = two = _count;
    public void A() { lock (_gate) { Deconstruct(out _, out _); new Walk(this).MoveNext(); } }
    public void B() { foreach (var n in new Walk(this)) Console.WriteLine(n); var (one, two) = this; }
}

class Case_3139_an_assertion_before_declared_state
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _count;

    public void A() { lock (_gate) Bump(); }
    void Bump() // expect: CAP0202
    {
        Debug.Assert(Monitor.IsEntered(_gate));
        _count++;
    }
}

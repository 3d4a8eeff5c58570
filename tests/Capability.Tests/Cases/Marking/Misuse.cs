// CAP0108: what compiles and does not do what it says.
struct Pair { public int A, B; }
enum Mode { Off, On }

class Case_the_type_is_one_that_cannot_be_exchanged
{
    decimal _price;
    DateTime _when;
    Guid _id;
    int? _limit;
    Pair _pair;
    (int, int) _range;
    Mode _mode;
    bool _flag;
    char _letter;
    byte _byte;
    double _rate;
    nint _handle;
    string _text;
    public void Price(decimal p) => Interlocked.Exchange(ref _price, p); // expect: CAP0108
    public void When(DateTime w) => Interlocked.Exchange(ref _when, w); // expect: CAP0108
    public void Id(Guid id) => Interlocked.CompareExchange(ref _id, id, default); // expect: CAP0108
    public void Limit(int? l) => Interlocked.Exchange(ref _limit, l); // expect: CAP0108
    public void Both(Pair p) => Interlocked.Exchange(ref _pair, p); // expect: CAP0108
    public void Range() => Interlocked.Exchange(ref _range, (1, 2)); // expect: CAP0108
    public void Fine()
    {
        Interlocked.Exchange(ref _mode, Mode.On);
        Interlocked.Exchange(ref _flag, true);
        Interlocked.Exchange(ref _letter, 'a');
        Interlocked.CompareExchange(ref _byte, (byte)1, (byte)0);
        Interlocked.Exchange(ref _rate, 1.5);
        Interlocked.Exchange(ref _handle, 1);
        Interlocked.Exchange(ref _text, "x");
    }
}

class Case_a_type_parameter_that_admits_such_types<T> where T : IComparable
{
    T _value;
    public T Swap(T v) => Interlocked.Exchange(ref _value, v); // expect: CAP0108
    public static S Take<S>(ref S place) where S : struct => Interlocked.Exchange(ref place, default); // expect: CAP0108
    public static S TakeObject<S>(ref S place) where S : class => Interlocked.Exchange(ref place, null);
    public static E TakeEnum<E>(ref E place) where E : struct, Enum => Interlocked.Exchange(ref place, default);
    public static P TakePair<P>(ref P place) where P : Case_a_type_that_is_a_class => Interlocked.Exchange(ref place, null);
}
class Case_a_type_that_is_a_class { }

class Case_a_temporary_instead_of_the_location
{
    int _n;
    readonly int _fixed = 1;
    int Count => _n; // maybe: CAP0104
    static long s_total;
    static long Total() => s_total; // maybe: CAP0104
    ref int Place => ref _n;
    public int Read() => Volatile.Read(Count); // expect: CAP0108
    public long ReadTotal() => Interlocked.Read(Total()); // expect: CAP0108
    public int ReadSum(int n) => Volatile.Read(n + 1); // expect: CAP0108
    public int ReadField() => Volatile.Read(ref _n);
    public int ReadFixed() => Volatile.Read(in _fixed);
    public int ReadPlace() => Volatile.Read(ref Place);
    public long ReadStatic() => Interlocked.Read(ref s_total);
    public void Set() { Volatile.Write(ref _n, 2); Volatile.Write(ref s_total, 3); }
}

class Case_a_copy_that_nobody_else_sees
{
    Pair _pair;
    int _n;
    public int Local()
    {
        var n = _n;
        Interlocked.Increment(ref n); // expect: CAP0108
        return n;
    }
    public int OfStruct()
    {
        var pair = _pair;
        return Interlocked.Add(ref pair.A, 2); // expect: CAP0108
    }
    public int Parameter(int n) => Volatile.Read(ref n); // expect: CAP0108
    public void Store(int n) { _n = n; _pair.A = n; }
}

class Case_locals_that_others_do_see
{
    static void Keep(ref int n) { }
    int _n;
    public int Captured(int[] items)
    {
        var sum = 0;
        Parallel.ForEach(items, i => Interlocked.Add(ref sum, i));
        return Volatile.Read(ref sum);
    }
    public int ByReference(ref int n) => Interlocked.Increment(ref n);
    public int RefLocal()
    {
        ref var n = ref _n;
        return Interlocked.Increment(ref n);
    }
    public unsafe int Pointed()
    {
        int n = 0;
        int* p = &n;
        Hand(p);
        return Volatile.Read(ref n);
    }
    static unsafe void Hand(int* p) { }
    public int OfArray()
    {
        var cells = new int[2];
        Parallel.For(0, 10, i => Interlocked.Increment(ref cells[i % 2]));
        return Volatile.Read(ref cells[0]);
    }
    public int InLocalFunction()
    {
        var n = 0;
        Task.Run(Add).Wait();
        return Interlocked.Increment(ref n);
        void Add() => Interlocked.Increment(ref n);
    }
    public int OfObject() { var box = new StrongBox<int>(); Task.Run(() => box.Value = 1); return Interlocked.Increment(ref box.Value); }
    public unsafe int OfPointer(int* p) => Interlocked.Increment(ref *p) + Interlocked.Increment(ref p[1]);
    public int OfSpan(Span<int> span) => Interlocked.Increment(ref span[0]);
}

class Case_comparand_and_value_of_two_reads
{
    int _max, _n;
    string _name;
    static int Next(int v) => v + 1;
    public void Direct() => Interlocked.CompareExchange(ref _n, Next(_n), _n); // expect: CAP0108
    public void Fresh(int v) => Interlocked.CompareExchange(ref _n, v, Volatile.Read(ref _n)); // expect: CAP0108
    public void Second()
    {
        var old = Volatile.Read(ref _n);
        Interlocked.CompareExchange(ref _n, _n + 1, old); // expect: CAP0108
    }
    public void SecondLocal()
    {
        var old = Volatile.Read(ref _n);
        var next = Volatile.Read(ref _n) + 1; // expect: CAP0108
        Interlocked.CompareExchange(ref _n, next, old);
    }
    public void Loop()
    {
        int old;
        do { old = _n; } while (Interlocked.CompareExchange(ref _n, Next(old), old) != old);
    }
    public void LoopWithResult()
    {
        var old = Volatile.Read(ref _n);
        while (true)
        {
            var next = Next(old);
            var seen = Interlocked.CompareExchange(ref _n, next, old);
            if (seen == old) return;
            old = seen;
        }
    }
    public void Max(int v)
    {
        int old;
        while (v > (old = Volatile.Read(ref _max)) && Interlocked.CompareExchange(ref _max, v, old) != old) { }
    }
    public void OfOther() => Interlocked.CompareExchange(ref _max, _n, 0); // maybe: CAP0104
    public bool TrySet(string name) => Interlocked.CompareExchange(ref _name, name, null) == null;
    public void InStep()
    {
        int old, next;
        do { next = Next(old = Volatile.Read(ref _n)); } while (Interlocked.CompareExchange(ref _n, next, old) != old);
    }
}

class Case_a_boxed_comparand_is_equal_to_nothing
{
    object _state = 0;
    object _free = "free";
    static readonly object Idle = 0;
    public bool TryStart() => Interlocked.CompareExchange(ref _state, "busy", 0) is int; // expect: CAP0108
    public bool TryStartRight() => Interlocked.CompareExchange(ref _state, "busy", Idle) == Idle;
    public bool TryNull() => Interlocked.CompareExchange(ref _free, this, null) == null;
}

class Case_an_element_of_an_array_of_somebody_else
{
    readonly object[] _slots = new object[4];
    object[] _given;
    public static void Put(object[] slots, object value) => Volatile.Write(ref slots[0], value); // expect: CAP0108
    protected object TakeOf(IComparable[] items) => Interlocked.Exchange(ref items[1], null); // expect: CAP0108
    public object Own(int i) => Interlocked.Exchange(ref _slots[i], null);
    public string Sealed(string[] names) => Interlocked.Exchange(ref names[0], null);
    public int Numbers(int[] numbers) => Interlocked.Increment(ref numbers[0]);
    static object PrivateOf(object[] slots) => Interlocked.Exchange(ref slots[0], null);
    public object Local() { var slots = new object[2]; return PrivateOf(slots) ?? Interlocked.Exchange(ref slots[1], null); }
    public void Give(object[] given) => _given = given;
}

class Case_an_event_that_is_cleared
{
    readonly object _gate = new();
    int _n;
    public event Action Changed, Closed;
    public event EventHandler Ended;
    public void Reset() { lock (_gate) _n = 0; Changed = null; } // expect: CAP0108
    public void ResetThis() { this.Closed = default; } // expect: CAP0108
    public void ResetRight() => Interlocked.Exchange(ref Ended, null);
    public void Dispose() { Changed = null; Closed = null; }
    public void Set(Action a) { Changed += a; Changed -= a; Closed?.Invoke(); Ended?.Invoke(this, EventArgs.Empty); Changed?.Invoke(); }
}

class Case_events_of_one_thread_may_be_cleared
{
    public event Action Changed;
    public void Clear() { Changed = null; }
    public void Raise() => Changed?.Invoke();
}

class Case_the_result_is_what_decides
{
    int _pending, _seen, _limit;
    static void Done() { }
    public void Finish()
    {
        Interlocked.Decrement(ref _pending);
        if (_pending == 0) // expect: CAP0108
            Done();
    }
    public void FinishMarked()
    {
        Interlocked.Add(ref _pending, -2);
        if (Volatile.Read(ref _pending) <= 0) // expect: CAP0108
            Done();
    }
    public void FinishRight() { if (Interlocked.Decrement(ref _pending) == 0) Done(); }
    public void Count() { Interlocked.Increment(ref _seen); if (_limit > 3) Done(); }
    public void CountThenLook() { Interlocked.Increment(ref _seen); Done(); if (Volatile.Read(ref _seen) > 3) Done(); }
    public void Limit(int n) { _limit = n; Interlocked.Exchange(ref _seen, 0); if (Volatile.Read(ref _seen) > 0) Done(); }
}

class Case_marks_that_are_right
{
    int _n;
    long _total;
    object _o;
    ImmutableArray<int> _items = [];
    int[] _cells = new int[4];
    static int s_count;
    public void All(int i)
    {
        Interlocked.Increment(ref _n);
        Interlocked.Add(ref _total, 5);
        Volatile.Write(ref _o, new object());
        Interlocked.Exchange(ref _cells[i], 1);
        Interlocked.Increment(ref s_count);
        ImmutableInterlocked.Update(ref _items, x => x.Add(1));
        ImmutableInterlocked.InterlockedExchange(ref _items, []);
        LazyInitializer.EnsureInitialized(ref _o, () => new object());
        _ = Volatile.Read(ref _n) + Interlocked.Read(ref _total);
    }
}

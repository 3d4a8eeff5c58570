// The tables of .NET, row by row: what the runtime promises, what each type and each call of the API can do, how often a form fetches.
using System.Runtime.InteropServices;

sealed class Tariff { public int Size; public int Next; public int[] Rows = []; }
enum Shade : byte { Light, Dark }
enum Wide : long { Near, Far }
struct Pair2 { public int A, B; }

class Case_9410_ordered_by_fences
{
    [Atomic] bool _ready;
    [Atomic] int _n;
    int _data;
    public void PublishForAll(int n) { _data = n; Interlocked.MemoryBarrierProcessWide(); _ready = true; }
    public int ReadForAll() { int n = _n; Interlocked.MemoryBarrierProcessWide(); return n + _data; }
    public void PublishByBoth(int n) { _data = n; Volatile.ReadBarrier(); Volatile.WriteBarrier(); _ready = true; }
    public void PublishSeveral(int n) { _data = n; int twice = n * 2; Volatile.WriteBarrier(); _n = twice; }
    public void ReadBarrierOnly(int n) { _data = n; Volatile.ReadBarrier(); _ready = true; } // expect: CAP0102
    public int WriteBarrierOnly() { int n = _n; Volatile.WriteBarrier(); return n + _data; } // expect: CAP0101
    public int AfterTheData() { int n = _n; int data = _data; Volatile.ReadBarrier(); return n + data; } // expect: CAP0101
}

class Case_9411_reads_are_never_introduced_but_merged
{
    Tariff _tariff = new();
    int _state;
    bool _done;
    [Atomic] Tariff _shared = new();
    public void Set(Tariff tariff) { _tariff = tariff; _shared = tariff; _state = 1; _done = true; }
    public int Snapshot() { var tariff = _shared; return tariff == null ? 0 : tariff.Size; }
    public int PlainSnapshot() { var tariff = _tariff; return tariff == null ? 0 : tariff.Size; }
    public int TwoFetches() => _shared == null ? 0 : _shared.Size; // expect: CAP0105
    public void MergedForEver() { while (_state == 0) { } } // expect: CAP0107
    public void Counted() { int n = 0; while (!_done) n++; } // expect: CAP0107
    bool _marked;
    public void Mark() => Volatile.Write(ref _marked, true);
    public void ReadEachTime() { while (!Volatile.Read(ref _marked)) { } }
    public void Called() { while (_state == 0) Thread.Yield(); }
}

class Case_9412_objects_are_published_whole
{
    [Atomic] Tariff _tariff = new();
    [Atomic] int _last;
    readonly object _gate = new();
    Tariff _lazy;
    static readonly Tariff s_first = new() { Size = 3 };
    static int s_count = 3;
    static Case_9412_objects_are_published_whole() { s_count = 4; }
    public Case_9412_objects_are_published_whole() { _last = 3; _tariff = new Tariff { Size = 2 }; }
    public Case_9412_objects_are_published_whole(List<Func<int>> all) { all.Add(() => _last); } // expect: CAP0101
    public void Publish(int n) { var tariff = new Tariff(); tariff.Size = n; _tariff = tariff; }
    public int Follow() => _tariff.Size;
    public static int First() => s_first.Size + s_count;
    public Tariff Lazy()
    {
        if (_lazy == null)
            lock (_gate)
                if (_lazy == null)
                    _lazy = new Tariff { Size = 3 };
        return _lazy;
    }
    public void ChangedAfterwards(int n)
    {
        var tariff = new Tariff();
        _tariff = tariff;
        tariff.Size = n; // expect: CAP0111
    }
}

class Case_9420_types_of_one_word
{
    [Atomic] bool _bool; [Atomic] byte _byte; [Atomic] sbyte _sbyte; [Atomic] short _short; [Atomic] ushort _ushort; [Atomic] char _char; [Atomic] int _int; [Atomic] uint _uint;
    [Atomic] long _long; [Atomic] ulong _ulong; [Atomic] nint _nint; [Atomic] nuint _nuint; [Atomic] float _float; [Atomic] double _double; [Atomic] Shade _shade; [Atomic] Wide _wide;
    [Atomic] string _string; [Atomic] Action _action; [Atomic] int[] _array; [Atomic] IComparable _interface; [Atomic] Tariff _object;
    [Atomic] DateTime _date; [Atomic] TimeSpan _span; [Atomic] DateOnly _day; [Atomic] Half _half; [Atomic] ImmutableArray<int> _items = []; [Atomic] CancellationToken _token;

    public void Bool(bool v) { _bool = v; } // expect: CAP0102
    public void Byte(byte v) { _byte = v; } // expect: CAP0102
    public void SByte(sbyte v) { _sbyte = v; } // expect: CAP0102
    public void Short(short v) { _short = v; } // expect: CAP0102
    public void UShort(ushort v) { _ushort = v; } // expect: CAP0102
    public void Char(char v) { _char = v; } // expect: CAP0102
    public void Int(int v) { _int = v; } // expect: CAP0102
    public void UInt(uint v) { _uint = v; } // expect: CAP0102
    public void Long(long v) { _long = v; } // expect: CAP0102
    public void ULong(ulong v) { _ulong = v; } // expect: CAP0102
    public void NInt(nint v) { _nint = v; } // expect: CAP0102
    public void NUInt(nuint v) { _nuint = v; } // expect: CAP0102
    public void Float(float v) { _float = v; } // expect: CAP0102
    public void Double(double v) { _double = v; } // expect: CAP0102
    public void Shade(Shade v) { _shade = v; } // expect: CAP0102
    public void Wide(Wide v) { _wide = v; } // expect: CAP0102
    public void References(string s, Action a, int[] r, IComparable c, Tariff t) { _string = s; _action = a; _array = r; _interface = c; _object = t; }
    public void OneFieldOfThePlatform(DateTime d, TimeSpan t, DateOnly o, Half h, CancellationToken c) { _date = d; _span = t; _day = o; _half = h; _token = c; _items = [1]; }
    public void Marked()
    {
        Volatile.Write(ref _bool, true); Volatile.Write(ref _byte, 1); Volatile.Write(ref _sbyte, 1); Volatile.Write(ref _short, 1); Volatile.Write(ref _ushort, 1); Volatile.Write(ref _int, 1);
        Volatile.Write(ref _uint, 1); Volatile.Write(ref _long, 1); Volatile.Write(ref _ulong, 1); Volatile.Write(ref _nint, 1); Volatile.Write(ref _nuint, 1); Volatile.Write(ref _float, 1);
        Volatile.Write(ref _double, 1); Volatile.Write(ref _string, ""); Interlocked.Exchange(ref _char, 'x'); Interlocked.Exchange(ref _shade, default(Shade)); Interlocked.Exchange(ref _wide, default(Wide));
        Interlocked.Exchange(ref _bool, true); Interlocked.Exchange(ref _byte, (byte)1); Interlocked.Exchange(ref _sbyte, (sbyte)1); Interlocked.Exchange(ref _short, (short)1);
        Interlocked.Exchange(ref _ushort, (ushort)1); Interlocked.Exchange(ref _nint, 1); Interlocked.Exchange(ref _nuint, 1u); Interlocked.Exchange(ref _float, 1); Interlocked.Exchange(ref _double, 1);
        Interlocked.Increment(ref _int); Interlocked.Increment(ref _uint); Interlocked.Increment(ref _long); Interlocked.Increment(ref _ulong); Interlocked.Add(ref _uint, 2); Interlocked.Add(ref _ulong, 2);
        Interlocked.Or(ref _int, 1); Interlocked.Or(ref _uint, 1); Interlocked.And(ref _long, 1); Interlocked.And(ref _ulong, 1); Interlocked.Exchange(ref _action, null); Interlocked.Exchange(ref _array, null);
    }
}

class Case_9421_types_of_several_words
{
    [Atomic] decimal _decimal; // expect: CAP0106
    [Atomic] Guid _guid; // expect: CAP0106
    [Atomic] DateTimeOffset _offset; // expect: CAP0106
    [Atomic] Int128 _int128; // expect: CAP0106
    [Atomic] (long, long) _tuple; // expect: CAP0106
    [Atomic] Pair2 _pair; // expect: CAP0106
    [Atomic] bool? _maybe; // expect: CAP0106
    [Atomic] int? _maybeInt; // expect: CAP0106
    [Atomic] long? _maybeLong; // expect: CAP0106
    [Atomic] DateTime? _maybeDate; // expect: CAP0106
    [Atomic] Memory<int> _memory; // expect: CAP0106
    [Atomic] ArraySegment<byte> _segment; // expect: CAP0106
    [Atomic] KeyValuePair<string, string> _entry; // expect: CAP0106
    [GuardedBy(nameof(_gate))] decimal _guarded;
    readonly object _gate = new();
    readonly decimal _fixed = 3;
    public void Swap(decimal d, Guid g, (long, long) t) { _decimal = d; _guid = g; _tuple = t; }
    public decimal Guarded() { lock (_gate) return _guarded; }
    public decimal Fixed() => _fixed;
}

class Case_9422_exchanges_that_throw
{
    decimal _decimal; DateTime _date; TimeSpan _span; DateOnly _day; Half _half; Int128 _int128; DateTimeOffset _offset; Guid _guid; bool? _maybe; Pair2 _pair; (long, long) _tuple;
    ImmutableArray<int> _items = []; Memory<int> _memory; ArraySegment<byte> _segment; KeyValuePair<string, string> _entry; CancellationToken _token;
    readonly object _gate = new();
    public void Decimal() => Interlocked.Exchange(ref _decimal, 1); // expect: CAP0108
    public void Date() => Interlocked.Exchange(ref _date, default); // expect: CAP0108
    public void Span() => Interlocked.CompareExchange(ref _span, default, default); // expect: CAP0108
    public void Day() => Interlocked.Exchange(ref _day, default); // expect: CAP0108
    public void Half() => Interlocked.Exchange(ref _half, default); // expect: CAP0108
    public void Int128() => Interlocked.Exchange(ref _int128, default); // expect: CAP0108
    public void Offset() => Interlocked.Exchange(ref _offset, default); // expect: CAP0108
    public void Guid() => Interlocked.CompareExchange(ref _guid, default, default); // expect: CAP0108
    public void Maybe() => Interlocked.Exchange(ref _maybe, true); // expect: CAP0108
    public void Pair() => Interlocked.Exchange(ref _pair, default); // expect: CAP0108
    public void Tuple() => Interlocked.Exchange(ref _tuple, default); // expect: CAP0108
    public void Items() => Interlocked.Exchange(ref _items, []); // expect: CAP0108
    public void Memory() => Interlocked.Exchange(ref _memory, default); // expect: CAP0108
    public void Segment() => Interlocked.Exchange(ref _segment, default); // expect: CAP0108
    public void Entry() => Interlocked.Exchange(ref _entry, default); // expect: CAP0108
    public void Token() => Interlocked.Exchange(ref _token, default); // expect: CAP0108
    public void ItemsRight() => ImmutableInterlocked.InterlockedExchange(ref _items, []);
    public void DecimalRight() { lock (_gate) _decimal = 1; }
}

unsafe class Case_9423_type_parameters_and_pointers<T, TClass, TStruct> where TClass : class where TStruct : struct
{
    [Atomic] TClass _class;
    [Atomic] T _any;
    [Atomic] TStruct _struct;
    [Atomic] int* _pointer;
    T _free;
    TStruct _freeStruct;
    TClass _freeClass;
    public void Any(T v) => Interlocked.Exchange(ref _free, v); // expect: CAP0108
    public void Struct(TStruct v) => Interlocked.CompareExchange(ref _freeStruct, v, default); // expect: CAP0108
    public void Class(TClass v) { Interlocked.Exchange(ref _freeClass, v); Volatile.Write(ref _class, v); _class = v; }
    public void Unknown(T v, TStruct s) { _any = v; _struct = s; }
    public int* Pointer() => _pointer; // expect: CAP0101
}

class Case_9430_calls_that_do_not_do_what_they_say
{
    readonly object _gate = new();
    object _state = 0;
    string _name = "";
    int _n, _limit;
    object[] _given = [];
    volatile int _count;
    int Count => _n; // maybe: CAP0104
    static readonly object Idle = 0;
    public event Action Changed;
    static int Next(int n) => n + 1;
    public void Give(object[] given) { _given = given; }
    public void Boxed() => Interlocked.CompareExchange(ref _state, "busy", 0); // expect: CAP0108
    public void Fresh() => Interlocked.CompareExchange(ref _state, "busy", new object()); // expect: CAP0108
    public void Built(string a, string b) => Interlocked.CompareExchange(ref _name, "busy", a + b); // expect: CAP0108
    public void Interpolated(int n) => Interlocked.CompareExchange(ref _name, "busy", $"step {n}"); // expect: CAP0108
    public int Property() => Volatile.Read(Count); // expect: CAP0108
    public void Twice() => Interlocked.CompareExchange(ref _n, Next(_n), _n); // expect: CAP0108
    public object Element(object[] slots) => Interlocked.Exchange(ref slots[0], null); // expect: CAP0108
    public object GivenElement() => Interlocked.Exchange(ref _given[0], null); // expect: CAP0108
    public void Update() { _count++; } // expect: CAP0103
    public void Clear() { Changed = null; } // expect: CAP0108
    public void Dropped() { Interlocked.Decrement(ref _limit); if (Volatile.Read(ref _limit) == 0) Clear(); } // expect: CAP0108
    public bool SameObject() => Interlocked.CompareExchange(ref _state, "busy", Idle) == Idle;
    public bool SameText(string seen) => Interlocked.CompareExchange(ref _name, "busy", seen) == seen;
    public bool Literal() => (object)Interlocked.CompareExchange(ref _name, "busy", "idle") == (object)"idle";
    public void ByLoop() { int seen; do { seen = _n; } while (Interlocked.CompareExchange(ref _n, Next(seen), seen) != seen); }
    public void Subscribe(Action a) { Changed += a; Changed?.Invoke(); }
    public void Returned() { if (Interlocked.Decrement(ref _limit) == 0) Interlocked.Increment(ref _count); }
    public void Locked() { lock (_gate) _given = []; }
}

class Case_9431_references_to_lock_free_variables
{
    [Atomic] volatile int _level;
    [Atomic] int _plain;
    [Atomic] int[] _cells = new int[4];
    static void Fill(ref int n) => n = 3;
    static int Twice(in int n) => n * 2;
    public void Ref() => Fill(ref _level); // expect: CAP0102
    public void Out(string s) => int.TryParse(s, out _level); // expect: CAP0102
    public int In() => Twice(in _level); // expect: CAP0101
    public int Implicit() => Twice(_level); // expect: CAP0101
    public void RefPlain() => Fill(ref _plain); // expect: CAP0102
    public void Local() { ref int level = ref _level; level = 4; } // expect: CAP0102
    public int LocalRead() { ref int level = ref _level; return level; } // expect: CAP0101
    public void Exchange() => Interlocked.Exchange(ref _level, 3);
    public int Snapshot() { int level = _level; return Twice(in level); }
    public void Marked() { ref int level = ref _level; Volatile.Write(ref level, 4); }
    public int Element(int i) => Volatile.Read(ref _cells[i]);
    public int TwoFetches() => _cells[_cells.Length - 1]; // expect: CAP0105
    public int OneFetch() { var cells = _cells; return cells[cells.Length - 1]; }
}

class Case_9432_locations_that_can_be_marked
{
    struct Slot { [Atomic] public int Value; public readonly int Get() => Volatile.Read(in Value); }
    [Atomic] static int s_count = 3;
    [ThreadStatic] static int t_depth;
    [ThreadStatic] static decimal t_last;
    static readonly object s_gate = new();
    readonly int _fixed = 3;
    readonly Slot[] _slots = new Slot[4];
    [Atomic] int _n;
    ref int Place => ref _n;
    static Case_9432_locations_that_can_be_marked() { s_count = 4; s_count++; }
    public static void Static() { s_count = 5; } // expect: CAP0102
    public static void StaticUpdate() { s_count++; } // expect: CAP0103
    public void Element(int i) { _slots[i].Value = 3; } // expect: CAP0102
    public void ElementMarked(int i) => Volatile.Write(ref _slots[i].Value, 3);
    public int Fixed() => _fixed + Volatile.Read(in _fixed);
    public int ByReference() => Volatile.Read(ref Place);
    public int OfSpan(Span<int> span) => Interlocked.Increment(ref span[0]);
    public static decimal Depth() { t_depth++; while (t_depth > 3) { } lock (s_gate) t_last = t_depth; return t_last; }
    public static decimal Last() => t_last;
    public int Captured(int[] items)
    {
        int sum = 0;
        Parallel.ForEach(items, i => Interlocked.Add(ref sum, i));
        return Volatile.Read(ref sum);
    }
    public void WaitForCaptured()
    {
        bool done = false;
        new Thread(() => done = true).Start();
        while (!done) { } // expect: CAP0107
    }
}

class Case_9433_an_enum_as_its_number
{
    [Atomic] Shade _shade;
    [Atomic] Shade _other;
    public Shade Get() => (Shade)Volatile.Read(ref Unsafe.As<Shade, byte>(ref _shade));
    public bool TrySet(Shade from, Shade to) => Interlocked.CompareExchange(ref Unsafe.As<Shade, byte>(ref _shade), (byte)to, (byte)from) == (byte)from;
    public Shade Plain() => _other; // expect: CAP0101
    public byte PlainNumber() => Unsafe.As<Shade, byte>(ref _other); // expect: CAP0101
}

class Case_9440_one_fetch
{
    [Atomic] string _text = "";
    [Atomic] int[] _rows = [];
    [Atomic] object _gate = new();
    [Atomic] IDisposable _scope;
    [Atomic] Action _action;
    [Atomic] Tariff _tariff = new();
    volatile Tariff _volatile = new();
    public event Action Changed;
    public void Set(string text, int[] rows, Tariff tariff) { _text = text; _rows = rows; _tariff = tariff; _volatile = tariff; _volatile = null; _action = null; _scope = null; _gate = rows; }
    public int? Conditional() => _text?.Length;
    public int Pattern() => _text is { } text ? text.Length : 0;
    public bool Property() => _text is { Length: > 3 };
    public bool List() => _rows is [1, .., 2];
    public int Type() => _gate is string text ? text.Length : 0;
    public int Switch() => _text switch { null => 0, { Length: 1 } => 1, _ => 2 };
    public int SwitchStatement() { switch (_text) { case "a": return 1; case null: return 2; default: return 3; } }
    public int Each() { int sum = 0; foreach (int row in _rows) sum += row; return sum; }
    public void Lock() { lock (_gate) { } }
    public void Using() { using (_scope) { } }
    public void Raise() { Changed?.Invoke(); _action?.Invoke(); }
    public void Increment(int i) { var rows = _rows; _ = rows[i]; _ = _rows[i]; }
    public int Last() => _rows[^1];
    public int[] Range() => _rows[1..];
    public string Coalesce() => _text ?? "none";
    public int Volatile_() => _volatile is { } tariff ? tariff.Size : 0;
    public int TwoOfOne() => _tariff == null ? 0 : _tariff.Size; // expect: CAP0105
}

class Case_9441_two_fetches
{
    [Atomic] string _text = "";
    [Atomic] int[] _rows = [];
    volatile Tariff _volatile = new();
    public event Action Changed;
    public void Set(string text, int[] rows, Tariff tariff) { _text = text; _rows = rows; _volatile = tariff; _volatile = null; }
    public bool And() => _text != null && _text.Length > 3; // expect: CAP0105
    public bool Or() => _text is null || _text.Length > 3; // expect: CAP0105
    public int Ternary() => _text != null ? _text.Length : 0; // expect: CAP0105
    public int Loop() { int sum = 0; for (int i = 0; i < _rows.Length; i++) sum += _rows[i]; return sum; } // expect: CAP0105
    public int Pattern() { if (_text is { Length: > 3 }) return _text.Length; return 0; } // expect: CAP0105
    public int Volatile_() => _volatile != null ? _volatile.Size : 0; // expect: CAP0105
    public void Raise() { if (Changed != null) Changed(); } // expect: CAP0105
    public int Once() { var text = _text; return text != null && text.Length > 3 ? text.Length : 0; }
    public int LoopOnce() { int sum = 0; var rows = _rows; for (int i = 0; i < rows.Length; i++) sum += rows[i]; return sum; }
    public int LengthOnly() { int n = 0; for (int i = 0; i < _rows.Length; i++) n += i; return n; }
}

class Case_9442_fetched_by_address
{
    readonly object _gate = new();
    int? _limit;
    Pair2 _pair;
    DateTimeOffset _at;
    (int, int) _range;
    static int Sum(in Pair2 pair) => pair.A + pair.B;
    public void Set(int n) { lock (_gate) { _limit = n; _pair = new Pair2 { A = n, B = n }; _at = default; _range = (n, n); } }
    public string Conditional() => _limit?.ToString(); // expect: CAP0106
    public int Coalesce() => _limit ?? 3; // expect: CAP0106
    public int Value() { if (_limit.HasValue) return _limit.Value; return 0; } // expect: CAP0106
    public string Call() => _pair.ToString(); // expect: CAP0106
    public bool Equal() => _at.Equals(default); // expect: CAP0106
    public int Implicit() => Sum(_pair); // expect: CAP0106
    public int Deconstruct() { var (a, b) = _range; return a + b; } // expect: CAP0106
    public bool Compare() => _range == (1, 2); // expect: CAP0106
    public bool Is() => _limit is 3; // expect: CAP0106
    public int Locked() { lock (_gate) return _limit ?? _pair.A; }
    public int Copied() { int? limit; lock (_gate) limit = _limit; return limit?.GetHashCode() ?? 0; }
    public bool HasAny() => _limit.HasValue || _limit is null;
}

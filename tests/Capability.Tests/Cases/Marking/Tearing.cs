// CAP0106 where a discipline is declared: nobody can read such a type in one piece without the lock.
using System.Collections.Immutable;

struct Empty { }
struct Two { public short A, B; }
struct One { public long Value; }
struct Nested { public One Inner; }
struct Record(int a) { public readonly int A = a; }
readonly record struct Key(string Name);
readonly record struct Pair(string Name, int Size);
enum Tiny : byte { A }

class Case_3080_disciplines_of_tearing_types
{
    readonly object _gate = new();
    [Atomic] decimal _decimal; // expect: CAP0106
    [Atomic] Guid _guid; // expect: CAP0106
    [Atomic] bool? _nullable; // expect: CAP0106
    [Atomic] (int, int) _tuple; // expect: CAP0106
    [Atomic] Two _two; // expect: CAP0106
    [Atomic] Pair _pair; // expect: CAP0106
    [WriteGuardedBy(nameof(_gate))] DateTimeOffset _at; // expect: CAP0106
    [WriteGuardedBy(nameof(_gate))] KeyValuePair<string, string> _entry; // expect: CAP0106
    [WriteGuardedBy(nameof(_gate))] Memory<byte> _memory; // expect: CAP0106
    [WriteGuardedBy(nameof(_gate))] public decimal Price { get; private set; } // expect: CAP0106
    [Atomic] Int128 _wide; // expect: CAP0106

    [Atomic] int _int;
    [Atomic] long _long;
    [Atomic] double _double;
    [Atomic] Tiny _enum;
    [Atomic] string _string;
    [Atomic] int[] _array;
    [Atomic] nint _native;
    [Atomic] DateTime _date;
    [Atomic] TimeSpan _span;
    [Atomic] ImmutableArray<int> _immutable;
    [Atomic] CancellationToken _token;
    [Atomic] One _one;
    [Atomic] Nested _nested;
    [Atomic] Record _record;
    [Atomic] Key _key;
    [Atomic] Empty _empty;
    [Atomic] object _box;
    [GuardedBy(nameof(_gate))] decimal _guarded;
    [SetOnce] decimal _once;
    [WriteGuardedBy(nameof(_gate))] public DateTime Date { get; private set; }

    public decimal Get() => _decimal;
    public void Set(Guid g) { _guid = g; lock (_gate) { Price++; _at = default; } }
}

class Case_3081_generic<T, TClass, TStruct> where TClass : class where TStruct : struct
{
    [Atomic] TClass _class;
    [Atomic] T _unknown;
    [Atomic] TStruct _struct;
    [Atomic] List<T> _list;
    [Atomic] T? _maybe;
    [Atomic] TStruct? _nullable; // expect: CAP0106
    public T Get() => _unknown;
    public void Set(T t) { _unknown = t; }
}

class Case_3082_intended_races_still_tear
{
    readonly object _gate = new();
    [DataRacy("statistics")] decimal _sum;
    [DataRacy("statistics")] int? _last;
    [DataRacy("statistics")] long _count;
    [DataRacy("statistics")] Key _key;
    [GuardedBy(nameof(_gate))] decimal _total;
    [GuardedBy(nameof(_gate))] int _rows;

    public void Add(decimal d) { _sum += d; } // expect: CAP0106
    public decimal Sum() => _sum; // expect: CAP0106
    public void Last(int n) { _last = n; } // expect: CAP0106
    public decimal About() => DataRace.Read(ref _total, "diagnostics"); // expect: CAP0106
    public Case_3082_intended_races_still_tear() { _sum = 1; _last = 3; }
    public void Count() { _count++; }
    public long Counted() => _count;
    public void Named(Key k) { _key = k; }
    public int Rows() => DataRace.Read(ref _rows, "diagnostics");
    public void Total(decimal d) { lock (_gate) { _total += d; _sum = d; } }
}

unsafe class Case_3083_pointers_and_buffers
{
    [Atomic] int* _pointer;
    [Atomic] delegate*<int, int> _function;
    struct Buffer { public fixed byte Bytes[16]; }
    [Atomic] Buffer _buffer; // expect: CAP0106
    [InlineArray(4)] struct Row { int _first; }
    [Atomic] Row _row; // expect: CAP0106
}

class Case_3084_half_typed
{
    // What does not compile is not judged; a struct from another assembly is judged by its fields.
    [Atomic] System.Collections.Specialized.BitVector32 _bits; // maybe: CAP0106
    [Atomic] System.Runtime.InteropServices.GCHandle _handle;
}

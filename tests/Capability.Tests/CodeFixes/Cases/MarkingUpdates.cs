// Cases of changes that become one operation: the table of forms, row by row. FixCase.cs says how to read them.

//// case: steps
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] int _i;
    [Atomic] uint _u;
    [Atomic] long _l;
    [Atomic] ulong _ul;

    public void Statements() { _i++; --_u; ++_l; _ul--; }
    public int Before() => _i++;
    public int After() => ++_i;
    public long BeforeDown() { var y = _l--; return y; }
    public int Part(int n) => n * _i++ + 1;
    public void Loop(int n) { for (var k = 0; k < n; k++, _i++) { } }
    public Action Later() => () => _i++;
    public Func<int> Value() => () => _i++;
    public void Static() => S++;
    [Atomic] static int S;
}
//// becomes
class C
{
    [Atomic] int _i;
    [Atomic] uint _u;
    [Atomic] long _l;
    [Atomic] ulong _ul;

    public void Statements() { Interlocked.Increment(ref _i); Interlocked.Decrement(ref _u); Interlocked.Increment(ref _l); Interlocked.Decrement(ref _ul); }
    public int Before() => Interlocked.Increment(ref _i) - 1;
    public int After() => Interlocked.Increment(ref _i);
    public long BeforeDown() { var y = Interlocked.Decrement(ref _l) + 1; return y; }
    public int Part(int n) => n * (Interlocked.Increment(ref _i) - 1) + 1;
    public void Loop(int n) { for (var k = 0; k < n; k++, Interlocked.Increment(ref _i)) { } }
    public Action Later() => () => Interlocked.Increment(ref _i);
    public Func<int> Value() => () => Interlocked.Increment(ref _i) - 1;
    public void Static() => Interlocked.Increment(ref S);
    [Atomic] static int S;
}

//// case: sums and differences
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] int _i;
    [Atomic] uint _u;
    [Atomic] long _l;
    [Atomic] ulong _ul;

    int F() => 3;
    public void Sum(int n) { _i += n; _l += n; _u += 5; _ul += 5; }
    public void Difference(int n, uint u, byte b) { _i -= n; _l -= n; _u -= u; _ul -= u; _i -= b; _u -= 5; _i -= 5; }
    public int Value(int n) => _i += n + 1;
    public int ValueOfDifference(int n) => _i -= n + 1;
    public void Called() { _i += F(); }
    public async Task Awaited(Task<int> n) { _i += await n; }
}
//// becomes
class C
{
    [Atomic] int _i;
    [Atomic] uint _u;
    [Atomic] long _l;
    [Atomic] ulong _ul;

    int F() => 3;
    public void Sum(int n) { Interlocked.Add(ref _i, n); Interlocked.Add(ref _l, n); Interlocked.Add(ref _u, 5); Interlocked.Add(ref _ul, 5); }
    public void Difference(int n, uint u, byte b) { Interlocked.Add(ref _i, -n); Interlocked.Add(ref _l, -(long)n); Interlocked.Add(ref _u, unchecked(0u - u)); Interlocked.Add(ref _ul, unchecked(0ul - u)); Interlocked.Add(ref _i, -b); Interlocked.Add(ref _u, unchecked(0u - 5)); Interlocked.Add(ref _i, -5); }
    public int Value(int n) => Interlocked.Add(ref _i, n + 1);
    public int ValueOfDifference(int n) => Interlocked.Add(ref _i, -(n + 1));
    public void Called() { Interlocked.Add(ref _i, F()); }
    public async Task Awaited(Task<int> n) { Interlocked.Add(ref _i, await n); }
}

//// case: bits
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] int _i;
    [Atomic] ulong _ul;

    public void Or(int f) { _i |= f; _ul |= 4; }
    public void And(int f) { _i &= ~f; }
    public int OrValue(int f) => _i |= f;
    public bool AndValue(int f) => (_i &= f) == 0;
}
//// becomes
class C
{
    [Atomic] int _i;
    [Atomic] ulong _ul;

    public void Or(int f) { Interlocked.Or(ref _i, f); Interlocked.Or(ref _ul, 4); }
    public void And(int f) { Interlocked.And(ref _i, ~f); }
    public int OrValue(int f) => Interlocked.Or(ref _i, f) | f;
    public bool AndValue(int f) => (Interlocked.And(ref _i, f) & f) == 0;
}

//// case: an operand of a value is not evaluated twice
//// fix: CAP0103 Interlocked
//// title: Use a compare-exchange loop
class C
{
    [Atomic] int _i;

    int F() => 3;
    public int M()
    {
        return _i |= F();
    }
}
//// becomes
class C
{
    [Atomic] int _i;

    int F() => 3;
    public int M()
    {
        var value = F();
        int seen, next;
        do
        {
            seen = Volatile.Read(ref _i);
            next = seen | value;
        }
        while (Interlocked.CompareExchange(ref _i, next, seen) != seen);
        return next;
    }
}

//// case: other operators
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _i;

    public void M(int f)
    {
        // turn around
        _i ^= f; // all of it
    }
}
//// becomes
class C
{
    [Atomic] int _i;

    public void M(int f)
    {
        // turn around
        int seen;
        do
        {
            seen = Volatile.Read(ref _i);
        }
        while (Interlocked.CompareExchange(ref _i, seen ^ f, seen) != seen); // all of it
    }
}

//// case: in braces at the end of the line
//// fix: CAP0103 Interlocked
class C {
    [Atomic] int _i;

    public void M(int f) {
        if (f > 0)
            _i *= f + 1;
    }
}
//// becomes
class C {
    [Atomic] int _i;

    public void M(int f) {
        if (f > 0)
        {
            int seen;
            do {
                seen = Volatile.Read(ref _i);
            } while (Interlocked.CompareExchange(ref _i, seen * (f + 1), seen) != seen);
        }
    }
}

//// case: all other operators, on one line
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] int _i;
    [Atomic] uint _u;

    public void M(int f) { _i *= f; _i <<= 2; _i %= f + 1; _u >>= f; _i /= 2; }
}
//// becomes
class C
{
    [Atomic] int _i;
    [Atomic] uint _u;

    public void M(int f) { int seen; do { seen = Volatile.Read(ref _i); } while (Interlocked.CompareExchange(ref _i, seen * f, seen) != seen); int seen1; do { seen1 = Volatile.Read(ref _i); } while (Interlocked.CompareExchange(ref _i, seen1 << 2, seen1) != seen1); int seen2; do { seen2 = Volatile.Read(ref _i); } while (Interlocked.CompareExchange(ref _i, seen2 % (f + 1), seen2) != seen2); uint seen3; do { seen3 = Volatile.Read(ref _u); } while (Interlocked.CompareExchange(ref _u, seen3 >> f, seen3) != seen3); int seen4; do { seen4 = Volatile.Read(ref _i); } while (Interlocked.CompareExchange(ref _i, seen4 / 2, seen4) != seen4); }
}

//// case: small numbers
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] byte _b;
    [Atomic] short _s;
    [Atomic] char _c;
    [Atomic] nint _n;

    public void Byte() { _b++; }
    public void Short(short n) { _s += n; }
    public void Char() { _c++; }
    public void Native(int n) { _n -= n; }
    public byte Value() => _b++;
}
//// becomes
class C
{
    [Atomic] byte _b;
    [Atomic] short _s;
    [Atomic] char _c;
    [Atomic] nint _n;

    public void Byte() { byte seen; do { seen = Volatile.Read(ref _b); } while (Interlocked.CompareExchange(ref _b, (byte)(seen + 1), seen) != seen); }
    public void Short(short n) { short seen; do { seen = Volatile.Read(ref _s); } while (Interlocked.CompareExchange(ref _s, (short)(seen + n), seen) != seen); }
    public void Char() { char seen; do { seen = _c; } while (Interlocked.CompareExchange(ref _c, (char)(seen + 1), seen) != seen); }
    public void Native(int n) { nint seen; do { seen = Volatile.Read(ref _n); } while (Interlocked.CompareExchange(ref _n, seen - n, seen) != seen); }
    public byte Value()
    {
        byte seen;
        do
        {
            seen = Volatile.Read(ref _b);
        }
        while (Interlocked.CompareExchange(ref _b, (byte)(seen + 1), seen) != seen);
        return seen;
    }
}

//// case: numbers that are compared by their bits
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] double _d;

    public void Add(double n)
    {
        _d += n;
    }
}
//// becomes
class C
{
    [Atomic] double _d;

    public void Add(double n)
    {
        double seen;
        do
        {
            seen = Volatile.Read(ref _d);
        }
        while (!Interlocked.CompareExchange(ref _d, seen + n, seen).Equals(seen));
    }
}

//// case: an enum
//// fix: CAP0103 Interlocked
[Flags] enum Bits { None, One, Two }
class C
{
    [Atomic] Bits _bits;

    public void Add(Bits f)
    {
        _bits |= f;
    }
}
//// becomes
[Flags] enum Bits { None, One, Two }
class C
{
    [Atomic] Bits _bits;

    public void Add(Bits f)
    {
        Bits seen;
        do
        {
            seen = _bits;
        }
        while (Interlocked.CompareExchange(ref _bits, seen | f, seen) != seen);
    }
}

//// case: truth values
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] bool _a;
    [Atomic] bool _b;

    bool F() => true;
    public void Or() { _a |= F(); }
    public void And(bool x, bool y) { _b &= x || y; }
    public void Embedded(bool c, bool f)
    {
        if (c)
            _a |= f;
        else
            _b &= f;
    }
}
//// becomes
class C
{
    [Atomic] bool _a;
    [Atomic] bool _b;

    bool F() => true;
    public void Or() { if (F()) Volatile.Write(ref _a, true); }
    public void And(bool x, bool y) { if (!(x || y)) Volatile.Write(ref _b, false); }
    public void Embedded(bool c, bool f)
    {
        if (c)
        {
            if (f)
                Volatile.Write(ref _a, true);
        }
        else
        {
            if (!f)
                Volatile.Write(ref _b, false);
        }
    }
}

//// case: strings and delegates are compared as references
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] string _log = "";
    [Atomic] Action _handlers;

    public void Log(string s)
    {
        _log += s;
    }

    public void On(Action a)
    {
        _handlers += a;
    }
}
//// becomes
class C
{
    [Atomic] string _log = "";
    [Atomic] Action _handlers;

    public void Log(string s)
    {
        string seen;
        do
        {
            seen = Volatile.Read(ref _log);
        }
        while (!object.ReferenceEquals(Interlocked.CompareExchange(ref _log, seen + s, seen), seen));
    }

    public void On(Action a)
    {
        Action seen;
        do
        {
            seen = Volatile.Read(ref _handlers);
        }
        while (!object.ReferenceEquals(Interlocked.CompareExchange(ref _handlers, seen + a, seen), seen));
    }
}

//// case: what is immutable
//// fix: CAP0103 Interlocked
using System.Collections.Immutable;

class C
{
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;

    public void Add(int n) => _list = _list.Add(n);
}
//// becomes
using System.Collections.Immutable;

class C
{
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;

    public void Add(int n)
    {
        ImmutableList<int> seen;
        do
        {
            seen = Volatile.Read(ref _list);
        }
        while (Interlocked.CompareExchange(ref _list, seen.Add(n), seen) != seen);
    }
}

//// case: what has effects is done once
//// fix: CAP0103 Interlocked
using System.Collections.Immutable;

class C
{
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;

    int Create() => 3;
    public void Add()
    {
        _list = _list.Add(Create());
    }
}
//// becomes
using System.Collections.Immutable;

class C
{
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;

    int Create() => 3;
    public void Add()
    {
        var value = Create();
        ImmutableList<int> seen;
        do
        {
            seen = Volatile.Read(ref _list);
        }
        while (Interlocked.CompareExchange(ref _list, seen.Add(value), seen) != seen);
    }
}

//// case: copied, changed and published by several statements
//// fix: CAP0103 Interlocked
//// title: Repeat it until nobody has written in between
class C
{
    [Atomic] Dictionary<string, int> _map = new();

    public void Put(string key, int value)
    {
        var map = _map;
        if (map.Count > 100)
            return;
        // a copy
        var copy = new Dictionary<string, int>(map);
        copy[key] = value;
        _map = copy; // for all
    }
}
//// becomes
class C
{
    [Atomic] Dictionary<string, int> _map = new();

    public void Put(string key, int value)
    {
        while (true)
        {
            var map = _map;
            if (map.Count > 100)
                return;
            // a copy
            var copy = new Dictionary<string, int>(map);
            copy[key] = value;
            if (Interlocked.CompareExchange(ref _map, copy, map) == map) break; // for all
        }
    }
}

//// case: the local gets another value
//// fix: CAP0103 Interlocked
using System.Collections.Immutable;

class C
{
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;

    public void Add(int n)
    {
        var list = Volatile.Read(ref _list);
        list = list.Add(n);
        Volatile.Write(ref _list, list);
    }
}
//// becomes
using System.Collections.Immutable;

class C
{
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;

    public void Add(int n)
    {
        while (true)
        {
            var list = Volatile.Read(ref _list);
            var seen = list;
            list = list.Add(n);
            if (Interlocked.CompareExchange(ref _list, list, seen) == seen) break;
        }
    }
}

//// case: what somebody else sees is not done again
//// fix: CAP0103 Interlocked
using System.Collections.Immutable;

class C
{
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;

    public void Add(int n)
    {
        var list = _list;
        Console.WriteLine(list.Count);
        _list = list.Add(n);
    }
}
//// not offered

//// case: what may have effects is not done again
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _n;

    int Next(int n) => n + 1;
    public void M() { _n = Next(_n); }
}
//// not offered

//// case: what is computed only sometimes is not computed before
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _n;

    int F() => 1;
    public void M(bool b) { _n = b ? _n ^ F() : 0; }
}
//// not offered

//// case: a sum that is written out
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] int _n;
    [Atomic] int _m;
    volatile int _v;

    public void M(int n)
    {
        _n = _n + n;
        _n = 1 + _n;
        _n = _n - 1;
        Volatile.Write(ref _m, Volatile.Read(ref _m) + n);
        _m = _m + _m;
        _v = _v + 1;
    }
}
//// becomes
class C
{
    [Atomic] int _n;
    [Atomic] int _m;
    volatile int _v;

    public void M(int n)
    {
        Interlocked.Add(ref _n, n);
        Interlocked.Increment(ref _n);
        Interlocked.Decrement(ref _n);
        Interlocked.Add(ref _m, n);
        int seen;
        do
        {
            seen = Volatile.Read(ref _m);
        }
        while (Interlocked.CompareExchange(ref _m, seen + seen, seen) != seen);
        Interlocked.Increment(ref _v);
    }
}

//// case: a record
//// fix: CAP0103 Interlocked
//// nullable
record State(int Count, string? Name);
class C
{
    [Atomic] State _state = new(0, null);

    public void Next()
    {
        _state = _state with { Count = _state.Count + 1 };
    }
}
//// becomes
record State(int Count, string? Name);
class C
{
    [Atomic] State _state = new(0, null);

    public void Next()
    {
        State seen;
        do
        {
            seen = Volatile.Read(ref _state);
        }
        while (!object.ReferenceEquals(Interlocked.CompareExchange(ref _state, seen with { Count = seen.Count + 1 }, seen), seen));
    }
}

//// case: Interlocked does not check
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _n;

    public void M(int n)
    {
        checked
        {
            _n += n;
        }
    }
}
//// becomes
class C
{
    [Atomic] int _n;

    public void M(int n)
    {
        checked
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref _n);
            }
            while (Interlocked.CompareExchange(ref _n, seen + n, seen) != seen);
        }
    }
}

//// case: a checked expression does not reach what stands before it
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _n;

    public int M() => checked(_n++);
}
//// not offered

//// case: receivers are evaluated once
//// fix all: CAP0103 Interlocked
class Node { [Atomic] public int Size; public Node Next; }
class C
{
    Node _node = new();
    readonly Node _fixed = new();

    Node F() => _node;
    public void Method() { F().Size++; }
    public void Loop()
    {
        F().Size ^= 4;
    }
    public void Field()
    {
        _node.Next.Size *= 2;
    }
    public void Stable()
    {
        _fixed.Size *= 2;
    }
}
//// becomes
class Node { [Atomic] public int Size; public Node Next; }
class C
{
    Node _node = new();
    readonly Node _fixed = new();

    Node F() => _node;
    public void Method() { Interlocked.Increment(ref F().Size); }
    public void Loop()
    {
        var owner = F();
        int seen;
        do
        {
            seen = Volatile.Read(ref owner.Size);
        }
        while (Interlocked.CompareExchange(ref owner.Size, seen ^ 4, seen) != seen);
    }
    public void Field()
    {
        var owner = _node.Next;
        int seen;
        do
        {
            seen = Volatile.Read(ref owner.Size);
        }
        while (Interlocked.CompareExchange(ref owner.Size, seen * 2, seen) != seen);
    }
    public void Stable()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _fixed.Size);
        }
        while (Interlocked.CompareExchange(ref _fixed.Size, seen * 2, seen) != seen);
    }
}

//// case: a volatile field is read as it is
//// fix: CAP0103 Interlocked
class C
{
    volatile int _n;

    public int M()
    {
        return _n ^= 3;
    }
}
//// becomes
class C
{
    volatile int _n;

    public int M()
    {
        int seen, next;
        do
        {
            seen = _n;
            next = seen ^ 3;
        }
        while (Interlocked.CompareExchange(ref _n, next, seen) != seen);
        return next;
    }
}

//// case: names that are in use
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _n;

    public int M(int seen)
    {
        var next = seen;
        return _n *= next;
    }
}
//// becomes
class C
{
    [Atomic] int _n;

    public int M(int seen)
    {
        var next = seen;
        int seen1, next1;
        do
        {
            seen1 = Volatile.Read(ref _n);
            next1 = seen1 * next;
        }
        while (Interlocked.CompareExchange(ref _n, next1, seen1) != seen1);
        return next1;
    }
}

//// case: unless set, with a value that is there
//// fix all: CAP0103 Interlocked
class C
{
    [Atomic] string _name;

    public void Set(string name) { _name ??= name; }
    public string Get(string name) => _name ??= name;
    public int Length() => (_name ??= "none").Length;
}
//// becomes
class C
{
    [Atomic] string _name;

    public void Set(string name) { Interlocked.CompareExchange(ref _name, name, null); }
    public string Get(string name) => Interlocked.CompareExchange(ref _name, name, null) ?? name;
    public int Length() => (Interlocked.CompareExchange(ref _name, "none", null) ?? "none").Length;
}

//// case: unless set, with a value that is made
//// fix: CAP0103 Interlocked
//// title: Use 'LazyInitializer.EnsureInitialized'
//// nullable
class C
{
    [Atomic] List<int>? _list;

    List<int> Make() => new();
    public List<int> List => _list ??= Make();
}
//// becomes
class C
{
    [Atomic] List<int>? _list;

    List<int> Make() => new();
    public List<int> List => LazyInitializer.EnsureInitialized(ref _list, () => Make());
}

//// case: unless set, with a value that may be null
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] string _name;

    string Find() => Console.ReadLine();
    public void Set()
    {
        _name ??= Find();
    }
}
//// becomes
class C
{
    [Atomic] string _name;

    string Find() => Console.ReadLine();
    public void Set()
    {
        if (_name == null)
            Interlocked.CompareExchange(ref _name, Find(), null);
    }
}

//// case: unless set, with a value that may be null and is used
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] string _name;

    string Find() => Console.ReadLine();
    public string Get() => _name ??= Find();
}
//// not offered

//// case: a test, and nothing but the write
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _state;

    public void M()
    {
        if (Volatile.Read(ref _state) == 2)
            Volatile.Write(ref _state, 3);
    }
}
//// becomes
class C
{
    [Atomic] int _state;

    public void M()
    {
        Interlocked.CompareExchange(ref _state, 3, 2);
    }
}

//// case: a test, a write, and more
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _state;

    public void M(bool b)
    {
        if (b && _state == 0)
        {
            _state = 1;
            Console.WriteLine();
        }
    }
}
//// becomes
class C
{
    [Atomic] int _state;

    public void M(bool b)
    {
        if (b && Interlocked.CompareExchange(ref _state, 1, 0) == 0)
        {
            Console.WriteLine();
        }
    }
}

//// case: the first who comes
//// fix: CAP0103 Interlocked
//// title: Use 'Interlocked.Exchange'
class C
{
    [Atomic] bool _started;

    public bool TryStart()
    {
        if (Volatile.Read(ref _started))
            return false;
        Volatile.Write(ref _started, true);
        return true;
    }
}
//// becomes
class C
{
    [Atomic] bool _started;

    public bool TryStart()
    {
        if (Interlocked.Exchange(ref _started, true))
            return false;
        return true;
    }
}

//// case: the first who comes, by a block
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] bool _started;

    public void Start()
    {
        if (!_started)
        {
            _started = true;
            Console.WriteLine("first");
        }
    }
}
//// becomes
class C
{
    [Atomic] bool _started;

    public void Start()
    {
        if (!Interlocked.Exchange(ref _started, true))
        {
            Console.WriteLine("first");
        }
    }
}

//// case: a null test
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] object _owner;

    public bool TryTake(object me)
    {
        if (_owner is not null)
            return false;
        _owner = me;
        return true;
    }
}
//// becomes
class C
{
    [Atomic] object _owner;

    public bool TryTake(object me)
    {
        if (Interlocked.CompareExchange(ref _owner, me, null) is not null)
            return false;
        return true;
    }
}

//// case: a literal zero is no member of an enum
//// fix: CAP0103 Interlocked
enum State { None, Running }
class C
{
    [Atomic] State _state;

    public void M()
    {
        if (_state == 0)
        {
            _state = State.Running;
            Console.WriteLine();
        }
    }
}
//// becomes
enum State { None, Running }
class C
{
    [Atomic] State _state;

    public void M()
    {
        if (Interlocked.CompareExchange(ref _state, State.Running, default(State)) == 0)
        {
            Console.WriteLine();
        }
    }
}

//// case: what is tested first would be written before the rest is known
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] int _state;

    public void M(bool b)
    {
        if (_state == 0 && b)
        {
            _state = 1;
            Console.WriteLine();
        }
    }
}
//// not offered

//// case: work that was done before the write would be done by two
//// fix: CAP0103 Interlocked
class C
{
    [Atomic] bool _started;

    public void Start()
    {
        if (!_started)
        {
            Console.WriteLine("first");
            _started = true;
        }
    }
}
//// not offered

//// case: an older framework: no bits, no unsigned numbers
//// fix: CAP0103 Interlocked
//// framework: netstandard2.0
class C
{
    [Capability.Atomic] int _i;

    public void M(int f)
    {
        _i |= f;
    }
}
namespace Capability { class AtomicAttribute : System.Attribute { } }
//// becomes
using System.Threading;

class C
{
    [Capability.Atomic] int _i;

    public void M(int f)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _i);
        }
        while (Interlocked.CompareExchange(ref _i, seen | f, seen) != seen);
    }
}
namespace Capability { class AtomicAttribute : System.Attribute { } }

//// case: an older framework has no exchange of truth values
//// fix: CAP0103 Interlocked
//// framework: netstandard2.0
class C
{
    [Capability.Atomic] bool _started;

    public bool M()
    {
        if (_started)
            return false;
        _started = true;
        return true;
    }
}
namespace Capability { class AtomicAttribute : System.Attribute { } }
//// not offered

//// case: an older framework has no exchange of small numbers
//// fix: CAP0103 Interlocked
//// framework: netstandard2.0
class C
{
    [Capability.Atomic] byte _b;
    [Capability.Atomic] uint _u;

    public void M() { _b++; }
}
namespace Capability { class AtomicAttribute : System.Attribute { } }
//// not offered

//// case: set once, unless set
//// fix: CAP0115 Interlocked
class C
{
    [SetOnce] object _owner;

    public void Take(object me) { _owner ??= me; }
}
//// becomes
class C
{
    [SetOnce] object _owner;

    public void Take(object me) { Interlocked.CompareExchange(ref _owner, me, null); }
}

//// case: a test right after the change goes by its result
//// fix: CAP0103 Interlocked
class C
{
    volatile int _state;
    void M()
    {
        _state += 2;    // two at once
        if (_state == 5)
            Console.WriteLine(_state);
    }
}
//// becomes
class C
{
    volatile int _state;
    void M()
    {
        var state = Interlocked.Add(ref _state, 2);    // two at once
        if (state == 5)
            Console.WriteLine(_state);
    }
}

//// case: a test of something else stays
//// fix: CAP0103 Interlocked
class C
{
    volatile int _state;
    int _other;
    void M()
    {
        _state++;
        if (_other == 5)
            _other = 0;
    }
}
//// becomes
class C
{
    volatile int _state;
    int _other;
    void M()
    {
        Interlocked.Increment(ref _state);
        if (_other == 5)
            _other = 0;
    }
}

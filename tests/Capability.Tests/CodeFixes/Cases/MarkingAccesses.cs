// Cases of plain reads and writes that become marked ones. FixCase.cs says how to read them.

//// case: a read
//// fix: CAP0101 VolatileRead
//// title: Read by 'Volatile.Read'
class C
{
    [Atomic] int _n;

    // The count.
    public int N => _n; // now
}
//// becomes
class C
{
    [Atomic] int _n;

    // The count.
    public int N => Volatile.Read(ref _n); // now
}

//// case: a read by a path, in the middle of an expression
//// fix: CAP0101 VolatileRead
class Node { [Atomic] public bool Done; public Node Next; }
class C
{
    readonly Node _first = new();

    public bool M(bool b) => b && !this._first.Next.Done /* yet */ || b;
}
//// becomes
class Node { [Atomic] public bool Done; public Node Next; }
class C
{
    readonly Node _first = new();

    public bool M(bool b) => b && !Volatile.Read(ref this._first.Next.Done) /* yet */ || b;
}

//// case: the using directive that is missing
//// fix: CAP0101 VolatileRead
//// no usings
using System;
using Capability;

class C
{
    [Atomic] long _n;

    public long N() => _n + Environment.TickCount;
}
//// becomes
using System;
using System.Threading;
using Capability;

class C
{
    [Atomic] long _n;

    public long N() => Volatile.Read(ref _n) + Environment.TickCount;
}

//// case: a type of the same name is in the way
//// fix: CAP0101 VolatileRead
class Volatile { }
class C
{
    [Atomic] int _n;

    public int N() => _n;
}
//// becomes
class Volatile { }
class C
{
    [Atomic] int _n;

    public int N() => global::System.Threading.Volatile.Read(ref _n);
}

//// case: in an interpolation, a pattern, a switch, a lambda, an await
//// fix all: CAP0101 VolatileRead
class C
{
    [Atomic] int _n;
    [Atomic] bool _b;

    public string Text() => $"{_n:X} of {_b}";
    public bool Pattern() => _n is > 3 and < 5;
    public int Arm() => _n switch { 0 => 1, var n when n > 5 => 2, _ => 3 };
    public Func<int> Later() => () => _n;
    public async Task<int> Async() { await Task.Delay(_n); return await Task.FromResult(_n); }
    public IEnumerable<int> Each() { yield return _n; }
    public int Local() { int Get() => _n; return Get(); }
    public int Query() => (from i in new[] { 1, 2 } where i > _n select i).Count();
    public int Both(int i) { switch (_n) { case 1: return i; default: return -i; } }
}
//// becomes
class C
{
    [Atomic] int _n;
    [Atomic] bool _b;

    public string Text() => $"{Volatile.Read(ref _n):X} of {Volatile.Read(ref _b)}";
    public bool Pattern() => Volatile.Read(ref _n) is > 3 and < 5;
    public int Arm() => Volatile.Read(ref _n) switch { 0 => 1, var n when n > 5 => 2, _ => 3 };
    public Func<int> Later() => () => Volatile.Read(ref _n);
    public async Task<int> Async() { await Task.Delay(Volatile.Read(ref _n)); return await Task.FromResult(Volatile.Read(ref _n)); }
    public IEnumerable<int> Each() { yield return Volatile.Read(ref _n); }
    public int Local() { int Get() => Volatile.Read(ref _n); return Get(); }
    public int Query() => (from i in new[] { 1, 2 } where i > Volatile.Read(ref _n) select i).Count();
    public int Both(int i) { switch (Volatile.Read(ref _n)) { case 1: return i; default: return -i; } }
}

//// case: a value that is passed by in is a snapshot of it
//// fix all: CAP0101 VolatileRead
class C
{
    [Atomic] int _n;

    static int Use(in int n) => n + n;
    public int Implicit() => Use(_n);
    public int Explicit() => Use(in _n);
}
//// becomes
class C
{
    [Atomic] int _n;

    static int Use(in int n) => n + n;
    public int Implicit() => Use(Volatile.Read(ref _n));
    public int Explicit() => Use(Volatile.Read(ref _n));
}

//// case: a readonly member of a struct reads in
//// fix: CAP0101 VolatileRead
struct S
{
    [Atomic] int _n;

    public readonly int Get() => _n;
    public void Set(int n) => Volatile.Write(ref _n, n);
}
//// becomes
struct S
{
    [Atomic] int _n;

    public readonly int Get() => Volatile.Read(in _n);
    public void Set(int n) => Volatile.Write(ref _n, n);
}

//// case: under nullable
//// fix: CAP0101 VolatileRead
//// nullable
class C
{
    [Atomic] bool _closed;
    string? _name;

    public string Name() => _closed ? throw new ObjectDisposedException(nameof(C)) : _name ?? "";
    public void Set(string? name) => _name = name;
}
//// becomes
class C
{
    [Atomic] bool _closed;
    string? _name;

    public string Name() => Volatile.Read(ref _closed) ? throw new ObjectDisposedException(nameof(C)) : _name ?? "";
    public void Set(string? name) => _name = name;
}

//// case: a property has no location
//// fix: CAP0101 VolatileRead
class C
{
    readonly object _gate = new();
    [WriteGuardedBy(nameof(_gate))] public int N { get; set; }

    public int M() => N + 1;
}
//// not offered

//// case: a part of a conditional access has no location
//// fix: CAP0101 VolatileRead
class Node { [Atomic] public int Size; }
class C
{
    public int? M(Node node) => node?.Size;
}
//// not offered

//// case: a pattern has no location
//// fix: CAP0101 VolatileRead
class Node { [Atomic] public int Size; }
class C
{
    public bool M(Node node) => node is { Size: > 4 };
}
//// not offered

//// case: no overload takes a char
//// fix: CAP0101 VolatileRead
class C
{
    [Atomic] char _c;

    public char M() => _c;
}
//// not offered

//// case: a char is made volatile
//// fix: CAP0101 VolatileField
//// title: Make '_c' volatile
class C
{
    // The last one.
    [Atomic] private char _c; // may be 0

    public char M() => _c;
}
//// becomes
class C
{
    // The last one.
    [Atomic] private volatile char _c; // may be 0

    public char M() => _c;
}

//// case: so is an enum of at most 32 bits
//// fix all: CAP0101 VolatileField
enum Color : byte { Red, Green }
class C
{
    [Atomic] Color _color;

    public Color Get() => _color;
    public bool IsRed() => _color == Color.Red;
}
//// becomes
enum Color : byte { Red, Green }
class C
{
    [Atomic] volatile Color _color;

    public Color Get() => _color;
    public bool IsRed() => _color == Color.Red;
}

//// case: a long is not
//// fix: CAP0101 VolatileField
class C
{
    [Atomic] long _n;

    public long Get() => _n;
}
//// not offered

//// case: nor what is passed by reference: the callee would access it plainly
//// fix: CAP0101 VolatileField
class C
{
    [Atomic] int _n;

    public int Get() => _n;
    public void Set(string s) => int.TryParse(s, out _n);
}
//// not offered

//// case: nor what somebody reads by Volatile
//// fix: CAP0101 VolatileField
class C
{
    [Atomic] int _n;

    public int Get() => _n;
    public int Other() => Volatile.Read(ref _n);
}
//// not offered

//// case: what Interlocked takes may be volatile
//// fix: CAP0101 VolatileField
class C
{
    [Atomic] int _n;

    public int Get() => _n;
    public int Next() => Interlocked.Increment(ref _n);
}
//// becomes
class C
{
    [Atomic] volatile int _n;

    public int Get() => _n;
    public int Next() => Interlocked.Increment(ref _n);
}

//// case: one of several variables of a declaration is not made volatile
//// fix: CAP0101 VolatileField
class C
{
    [Atomic] int _n, _m;

    public int Get() => _n;
    public int Other() => Volatile.Read(ref _m);
}
//// not offered

//// case: state with a lock is read without it by Volatile.Read
//// fix: CAP0101 VolatileRead
class C
{
    readonly object _gate = new();
    [WriteGuardedBy(nameof(_gate))] int _n;

    public int Get() => _n;
    public void Set() { lock (_gate) _n++; }
}
//// becomes
class C
{
    readonly object _gate = new();
    [WriteGuardedBy(nameof(_gate))] int _n;

    public int Get() => Volatile.Read(ref _n);
    public void Set() { lock (_gate) _n++; }
}

//// case: most of its accesses are plain by right, so it is not made volatile
//// fix: CAP0101 VolatileField
class C
{
    readonly object _gate = new();
    [WriteGuardedBy(nameof(_gate))] int _n;

    public int Get() => _n;
    public void Set() { lock (_gate) _n++; }
}
//// not offered

//// case: a deliberate race, with a reason to fill in
//// fix: CAP0101 RaceMarker
//// title: Mark this access as a deliberate data race
class C
{
    [Atomic] int _n;

    public int N() => _n + 1;
}
//// becomes
class C
{
    [Atomic] int _n;

    public int N() => DataRace.Read(ref _n, "TODO: say why this race is harmless") + 1;
}

//// case: a reason is for one place, so that all are read by Volatile.Read
//// fix all: CAP0101 RaceMarker
class C
{
    [Atomic] int _n;

    public int N() => _n + 1;
    public override string ToString() => "C" + _n;
}
//// becomes
class C
{
    [Atomic] int _n;

    public int N() => Volatile.Read(ref _n) + 1;
    public override string ToString() => "C" + Volatile.Read(ref _n);
}

//// case: in an expression tree code is data
//// fix: CAP0101 VolatileRead
class C
{
    [Atomic] int _n;

    public System.Linq.Expressions.Expression<Func<int>> M() => () => _n;
}
//// not offered

//// case: a write
//// fix: CAP0102 VolatileWrite
//// title: Write by 'Volatile.Write'
class C
{
    [Atomic] bool _done;

    public void M()
    {
        // last
        _done = true; // for good
    }
}
//// becomes
class C
{
    [Atomic] bool _done;

    public void M()
    {
        // last
        Volatile.Write(ref _done, true); // for good
    }
}

//// case: a value over several lines, with comments
//// fix: CAP0102 VolatileWrite
class C
{
    [Atomic] int _n;

    public void M(int a, int b)
    {
        this._n =
            a // first
            + b; // second
    }
}
//// becomes
class C
{
    [Atomic] int _n;

    public void M(int a, int b)
    {
        Volatile.Write(ref this._n,
            a // first
            + b); // second
    }
}

//// case: the receiver is evaluated once
//// fix: CAP0102 VolatileWrite
class Node { [Atomic] public int Size; }
class C
{
    Node Next() => new();

    public void M(int n) { Next().Size = n; }
}
//// becomes
class Node { [Atomic] public int Size; }
class C
{
    Node Next() => new();

    public void M(int n) { Volatile.Write(ref Next().Size, n); }
}

//// case: expression bodies, lambdas, constants of other types
//// fix all: CAP0102 VolatileWrite
class C
{
    [Atomic] byte _b;
    [Atomic] long _l;
    [Atomic] float _f;
    [Atomic] bool _done;

    public void Byte() => _b = 5;
    public void Long(int n) => _l = n;
    public Action Later() => () => _f = 1;
    public bool Done { set => _done = value; }
    public async Task Async(Task<int> task) => _l = await task;
    public void Either(bool b) { if (b) _b = 1; else _b = 2; }
}
//// becomes
class C
{
    [Atomic] byte _b;
    [Atomic] long _l;
    [Atomic] float _f;
    [Atomic] bool _done;

    public void Byte() => Volatile.Write(ref _b, 5);
    public void Long(int n) => Volatile.Write(ref _l, n);
    public Action Later() => () => Volatile.Write(ref _f, 1);
    public bool Done { set => Volatile.Write(ref _done, value); }
    public async Task Async(Task<int> task) => Volatile.Write(ref _l, await task);
    public void Either(bool b) { if (b) Volatile.Write(ref _b, 1); else Volatile.Write(ref _b, 2); }
}

//// case: a value that is used is written first
//// fix: CAP0102 VolatileWrite
class C
{
    [Atomic] int _n;

    public int M(int n)
    {
        return _n = n;
    }
}
//// becomes
class C
{
    [Atomic] int _n;

    public int M(int n)
    {
        Volatile.Write(ref _n, n);
        return n;
    }
}

//// case: a value that is computed is kept
//// fix: CAP0102 VolatileWrite
class C
{
    [Atomic] int _n;

    int Compute() => 4;
    public int M() => _n = Compute();
}
//// becomes
class C
{
    [Atomic] int _n;

    int Compute() => 4;
    public int M()
    {
        int n = Compute();
        Volatile.Write(ref _n, n);
        return n;
    }
}

//// case: two in one statement
//// fix all: CAP0102 VolatileWrite
class C
{
    [Atomic] int _a, _b;

    public void M(int n)
    {
        _a = _b = n;
    }
}
//// becomes
class C
{
    [Atomic] int _a, _b;

    public void M(int n)
    {
        Volatile.Write(ref _b, n);
        Volatile.Write(ref _a, n);
    }
}

//// case: what is evaluated before it stays before it
//// fix: CAP0102 VolatileWrite
class C
{
    [Atomic] int _n;

    int Compute() => 4;
    public int M() { return Compute() + (_n = Compute()); }
}
//// not offered

//// case: a deconstruction
//// fix: CAP0102 VolatileWrite
class C
{
    [Atomic] int _n;

    public void M((int, int) pair) { (_n, _) = pair; }
}
//// not offered

//// case: out
//// fix: CAP0102 VolatileWrite
class C
{
    [Atomic] int _n;

    public bool M(string s) => int.TryParse(s, out _n);
}
//// not offered

//// case: a deliberate race in a write
//// fix: CAP0102 RaceMarker
class C
{
    [Atomic] int _n;

    public void M(int n) { _n = n; }
}
//// becomes
class C
{
    [Atomic] int _n;

    public void M(int n) { DataRace.Write(ref _n, n, "TODO: say why this race is harmless"); }
}

//// case: what is marked elsewhere
//// fix all: CAP0104 VolatileRead
class C
{
    int _n;

    public int Next() => Interlocked.Increment(ref _n);
    public bool IsUsed() => _n > 0;
    public int Twice() => _n + _n;
}
//// becomes
class C
{
    int _n;

    public int Next() => Interlocked.Increment(ref _n);
    public bool IsUsed() => Volatile.Read(ref _n) > 0;
    public int Twice() => Volatile.Read(ref _n) + Volatile.Read(ref _n);
}

//// case: a write of what is marked elsewhere
//// fix: CAP0104 VolatileWrite
class C
{
    bool _closed;

    public void Close() { _closed = true; }
    public bool IsClosed => Volatile.Read(ref _closed);
}
//// becomes
class C
{
    bool _closed;

    public void Close() { Volatile.Write(ref _closed, true); }
    public bool IsClosed => Volatile.Read(ref _closed);
}

//// case: a change of what is marked elsewhere
//// fix: CAP0104 Interlocked
class C
{
    int _n;

    public void Down(int seen) { _n -= seen; }
    public int Next() => Interlocked.Increment(ref _n);
}
//// becomes
class C
{
    int _n;

    public void Down(int seen) { Interlocked.Add(ref _n, -seen); }
    public int Next() => Interlocked.Increment(ref _n);
}

//// case: a loop that waits
//// fix: CAP0107 VolatileRead
class C
{
    bool _done;

    public void Wait() { while (!_done) { } }
    public void Done() { _done = true; }
    public bool IsDone => _done;
}
//// becomes
class C
{
    bool _done;

    public void Wait() { while (!Volatile.Read(ref _done)) { } }
    public void Done() { Volatile.Write(ref _done, true); }
    public bool IsDone => Volatile.Read(ref _done);
}

//// case: or the field is made volatile
//// fix: CAP0107 VolatileField
class C
{
    static bool s_done;

    public void Wait() { while (!s_done) { } }
    public void Done() { s_done = true; }
}
//// becomes
class C
{
    static volatile bool s_done;

    public void Wait() { while (!s_done) { } }
    public void Done() { s_done = true; }
}

//// case: a property that waits
//// fix: CAP0107 VolatileRead
class C
{
    public bool Done { get; set; }

    public void Wait() { while (!Done) { } }
}
//// not offered

//// case: a variable that a lambda sets
//// fix: CAP0107 VolatileRead
class C
{
    public void Wait()
    {
        var done = false;
        Task.Run(() => done = true);
        while (!done) { }
    }
}
//// becomes
class C
{
    public void Wait()
    {
        var done = false;
        Task.Run(() => done = true);
        while (!Volatile.Read(ref done)) { }
    }
}

//// case: native numbers in an older framework
//// fix: CAP0101 VolatileRead
//// framework: netstandard2.0
class C
{
    [Capability.Atomic] nint _n;
    [Capability.Atomic] string _s;

    public nint M() => _n;
}
namespace Capability { class AtomicAttribute : System.Attribute { } }
//// becomes
using System.Threading;

class C
{
    [Capability.Atomic] nint _n;
    [Capability.Atomic] string _s;

    public nint M() => Volatile.Read(ref _n);
}
namespace Capability { class AtomicAttribute : System.Attribute { } }

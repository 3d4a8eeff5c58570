// Kinds of types: records, structs, ref structs, generic math, static abstract members, nested generics, interfaces.

record Note7610(string Text)
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _reads;
    [GuardedBy(nameof(_gate))] public int Reads { get; init; }
    public string Good() { lock (_gate) { _reads++; return Text; } }
    public int Bad() => _reads; // expect: CAP0001
    public Note7610 GoodCopy() => this with { Text = "x" };
    public override string ToString() { lock (_gate) return Text + _reads; }
    protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append(_reads); return true; } // expect: CAP0001
}
sealed record Longer7610(string Text, int Length) : Note7610(Text);
readonly record struct Pair7610(object Gate, int[] Row)
{
    public int Good() { lock (Gate) return Row[0]; }
}
class Case_7610_records
{
    void Good(Note7610 a) { var b = a with { Reads = 3 }; Console.WriteLine(a == b); Console.WriteLine(b.Good()); }
    void GoodNew() { var n = new Note7610("x") { Reads = 1 }; Console.WriteLine(n); }
    int Bad(Note7610 a) => a.Reads; // expect: CAP0001
}

[Capability("gate")]
interface IGate7611
{
    [Acquires] void Enter();
    [Releases] void Exit();
    [TryAcquires(true)] bool TryEnter();
    [Requires] void Work() { }
}
sealed class Spin7611 : IGate7611
{
    public void Enter() { }
    public void Exit() { }
    public bool TryEnter() => true;
}
class Case_7611_capabilities_behind_interfaces_and_type_parameters<TGate> where TGate : IGate7611, new()
{
    readonly IGate7611 _gate = new Spin7611();
    readonly TGate _own = new();
    readonly Spin7611 _spin = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_own))] int _m;
    [GuardedBy(nameof(_spin))] int _k;

    void Good() { _gate.Enter(); _n++; _gate.Exit(); }
    void GoodTypeParameter() { _own.Enter(); _m++; _own.Exit(); }
    void GoodImplementation() { _spin.Enter(); _k++; _spin.Exit(); }
    void GoodTry() { if (_gate.TryEnter()) { _n++; _gate.Exit(); } }
    void GoodTryOfTheImplementation() { if (_spin.TryEnter()) { _k++; _spin.Exit(); } }
    void GoodThroughTheInterface() { IGate7611 gate = _spin; gate.Enter(); _k++; gate.Exit(); }
    void GoodDefaultMember() { _gate.Enter(); _gate.Work(); _gate.Exit(); }
    void Bad() => _n++; // expect: CAP0002
    void BadOther() { _own.Enter(); _n++; _own.Exit(); } // expect: CAP0002
    void BadDefaultMember() => _gate.Work(); // expect: CAP0011
    void BadLeft() { _own.Enter(); _m++; } // expect: CAP0024
    void BadTwice() { _spin.Exit(); _k = 1; } // expect: CAP0022, CAP0002
}

interface IShape7612<TSelf> where TSelf : IShape7612<TSelf>
{
    static abstract object Gate { get; }
    [Requires(nameof(Gate))] static abstract void Touch();
    static virtual int Count => 0;
}
sealed class Circle7612 : IShape7612<Circle7612>
{
    static readonly object Sync = new();
    public static object Gate => Sync;
    [GuardedBy(nameof(Gate))] static int _touched;
    public static void Touch() => _touched++;
    static void Good() { lock (Gate) Touch(); }
    static void GoodField() { lock (Sync) { Touch(); _touched = 0; } }
    static void Bad() => _touched = 0; // expect: CAP0002
}
class Case_7612_static_abstract_members
{
    static void Good<T>() where T : IShape7612<T> { lock (T.Gate) T.Touch(); }
    static void GoodDirect() { lock (Circle7612.Gate) Circle7612.Touch(); }
    static int GoodFree<T>() where T : IShape7612<T> => T.Count;
    static void Bad<T>() where T : IShape7612<T> { T.Touch(); } // expect: CAP0011
    static void BadDirect() { Circle7612.Touch(); } // expect: CAP0011
}

ref struct Cursor7613
{
    public readonly Lock Gate;
    public Span<int> Cells;
    public ref int First;
    [GuardedBy(nameof(Gate))] public int Position;
    public Cursor7613(Lock gate, int[] row) { Gate = gate; Cells = row; First = ref row[0]; Position = 0; }
    public int Good() { lock (Gate) return Position + Cells[0] + First; }
    public void GoodMove() { lock (Gate) { Position++; First = 3; } }
    public int Bad() => Position; // expect: CAP0001
}
class Case_7613_ref_structs
{
    readonly Lock _lock = new();
    [GuardedBy(nameof(_lock))] int _n;
    void Good(int[] row) { var cursor = new Cursor7613(_lock, row); lock (cursor.Gate) cursor.Position++; }
    void GoodSameLock(int[] row) { var cursor = new Cursor7613(_lock, row); cursor.GoodMove(); lock (_lock) _n += cursor.Good(); }
    void Bad(Cursor7613 cursor) { cursor.Position++; } // expect: CAP0002
    void BadOther(Cursor7613 cursor) { lock (_lock) cursor.Position++; } // expect: CAP0002
}

class Outer7614<T>
{
    protected static readonly object Gate = new();
    readonly object _own = new();
    [GuardedBy(nameof(Gate))] protected static int Count;
    public class Inner
    {
        readonly Outer7614<T> _outer = new();
        [GuardedBy("_outer._own")] int _n;
        void Good() { lock (_outer._own) _n++; }
        void GoodStatic() { lock (Gate) Count++; }
        void Bad() { lock (this) _n++; } // expect: CAP0002
        void BadStatic() { lock (_outer._own) Count++; } // expect: CAP0002
    }
}
sealed class Case_7614_nested_types_of_generic_types : Outer7614<int>
{
    void Good() { lock (Gate) Count++; }
    void GoodQualified() { lock (Outer7614<int>.Gate) Outer7614<int>.Count++; }
    void BadOtherConstruction() { lock (Outer7614<int>.Gate) Case_7614_nested_types_of_generic_types.Other(); }
    static void Other() { lock (Outer7614<int>.Gate) Count--; }
    void Bad() => Count = 0; // expect: CAP0002
}

// Newer and rarer syntax around guarded state: aliases, interpolated string handlers, null-conditional assignment, partial
// members, `field`, collection expressions, ref structs, records.

using Gate = System.Object;
using Locked = Capability.GuardedByAttribute;
using static Statics8901;

static class Statics8901 { public static readonly Lock SGate = new(); [GuardedBy(nameof(SGate))] public static int SCount; [Requires("Statics8901.SGate")] public static void SBump() => SCount++; }
class Case_8901_using_alias_and_static
{
    readonly Gate _g = new();
    [Locked(nameof(_g))] int _n;
    [Locked("SGate")] int _m;
    void Good() { lock (_g) _n++; }
    void GoodStatic() { lock (SGate) { SCount++; _m++; SBump(); } }
    void Bad() { _n++; } // expect: CAP0002
    void BadStatic() { SCount++; } // expect: CAP0002
    void BadCall() { SBump(); } // expect: CAP0011
    void BadM() { lock (_g) _m++; } // expect: CAP0002
}

[InterpolatedStringHandler]
ref struct Handler8902
{
    public Handler8902(int literal, int holes, Case_8902_interpolated_string_handlers owner, out bool on) { on = true; lock (owner.G) owner.N++; }
    public Handler8902(int literal, int holes) { }
    public void AppendLiteral(string s) { }
    public void AppendFormatted<T>(T t) { }
}
class Case_8902_interpolated_string_handlers
{
    public readonly object G = new();
    [GuardedBy(nameof(G))] public int N;
    void Log([InterpolatedStringHandlerArgument("")] Handler8902 h) { }
    [Requires(nameof(G))] string Text() => N.ToString();
    string Good() { lock (G) return $"{N}: {Text()}"; }
    string Bad() => $"{N}"; // expect: CAP0001
    string BadCall() => $"a{Text()}b"; // expect: CAP0011
    void GoodLog() { lock (G) Log($"{N}"); }
    void BadLog() { Log($"{N}"); } // expect: CAP0001
    void GoodDeferredFormat() { FormattableString f; lock (G) f = $"{N}"; Console.WriteLine(f); }
}

class Case_8903_null_conditional_assignment
{
    public readonly object G = new();
    [GuardedBy(nameof(G))] public int N;
    [GuardedBy(nameof(G))] public int[] Row;
    public Case_8903_null_conditional_assignment Next;
    void Good(Case_8903_null_conditional_assignment o) { if (o != null) lock (o.G) { o?.N = 3; o?.Row?[0] = 2; } }
    void GoodNext(Case_8903_null_conditional_assignment o) { lock (o.Next.G) o.Next?.N = 3; }
    void Bad(Case_8903_null_conditional_assignment o) { o?.N = 3; } // expect: CAP0002
    void BadRow(Case_8903_null_conditional_assignment o) { o?.Row?[0] = 2; } // expect: CAP0002
    void BadValue(Case_8903_null_conditional_assignment o) { lock (o.G) o?.N = N; } // expect: CAP0001
    void BadCompound(Case_8903_null_conditional_assignment o) { o?.N -= 1; } // expect: CAP0002
}

partial class Case_8904_partial_members
{
    readonly object _g = new();
    [GuardedBy(nameof(_g))] public partial int P { get; set; }
    public partial int P { get => field; set => field = value; }
    [Requires(nameof(_g))] partial void Work();
    partial void Work() => P++;
    void Good() { lock (_g) { P = 2; Work(); } }
    void Bad() { P = 2; } // expect: CAP0002
    void BadWork() { Work(); } // expect: CAP0011
    [Requires(nameof(_g))] public partial int this[int i] { get; }
    public partial int this[int i] { get => P + i; }
    int BadIdx() => this[2]; // expect: CAP0011
    int GoodIdx() { lock (_g) return this[2]; }
    public partial event Action Changed;
    public partial event Action Changed { add { lock (_g) P++; } remove { P--; } } // expect: CAP0002
}
partial class Case_8905_partial_constructors
{
    static readonly object S = new();
    [GuardedBy(nameof(S))] static int _made;
    [Requires(nameof(S))] public partial Case_8905_partial_constructors(int n);
    public partial Case_8905_partial_constructors(int n) { _made += n; }
    static object Good() { lock (S) return new Case_8905_partial_constructors(2); }
    static object Bad() => new Case_8905_partial_constructors(2); // expect: CAP0011
}

class Case_8906_field_keyword
{
    readonly Lock _l = new();
    [GuardedBy(nameof(_l))] int _n;
    public int Lazy { get { lock (_l) return field == 0 ? field = _n : field; } }
    [GuardedBy(nameof(_l))] public string Name { get => field ?? "x"; set { field = value.Trim(); } }
    public int Wrong { get => field + _n; set => field = value; } // expect: CAP0001
    void Good() { lock (_l) Name += "x"; }
    void Bad() => Name += "x"; // expect: CAP0002
    string BadRead() => Name; // expect: CAP0001
    [field: GuardedBy("_l")] public int Auto { get; set; }
    void BadAuto() => Auto++; // expect: CAP0002
}

class Case_8907_collection_expressions
{
    readonly object _g = new();
    [GuardedBy(nameof(_g))] List<int> _l = [1, 2, 3];
    [GuardedBy(nameof(_g))] readonly int[] _a = [1];
    int[] Good() { lock (_g) return [.. _l, .. _a]; }
    List<int> Bad() => [.. _l]; // expect: CAP0001
    Span<int> BadSpan() { lock (_g) return _a; } // expect: CAP0006
    void GoodParams() { lock (_g) Take(_l.Count, _a[0]); }
    void BadParams() { Take(_a[0]); } // expect: CAP0001
    static void Take(params ReadOnlySpan<int> s) { }
    void BadWrite() { _l = [.. _l, 4]; } // expect: CAP0001, CAP0002
}

ref struct Cursor8908(Lock l)
{
    public readonly Lock L = l;
    [GuardedBy(nameof(L))] public int N;
    public ref int Slot;
    [Requires(nameof(L))] public void Step() => N++;
    public void Good() { lock (L) { N++; Step(); } }
    public void Bad() { Step(); } // expect: CAP0011
    public void Dispose() { lock (L) N = 0; }
}
class Case_8908_ref_structs
{
    readonly Lock _l = new();
    void Good() { using var c = new Cursor8908(_l); lock (_l) c.Step(); }
    void GoodFresh() { using var c = new Cursor8908(_l); c.Step(); }
    void Bad2(scoped ref Cursor8908 c) { c.N = 1; } // expect: CAP0002
    void Good2(scoped ref Cursor8908 c) { lock (c.L) c.N = 1; }
}

record struct Point8909(object Gate) { [GuardedBy(nameof(Gate))] public int X; public void Good() { lock (Gate) X++; } public int Bad() => X; } // expect: CAP0001
record Base8909(object Gate, [property: GuardedBy("Gate")] int N) { public int Good() { lock (Gate) return N; } public int Bad() => N; } // expect: CAP0001
record Derived8909(object Gate, int N, string S) : Base8909(Gate, N) { int Bad2() => N; } // expect: CAP0001
class Case_8909_records
{
    int Bad(Base8909 b) => b.N; // expect: CAP0001
    int BadPattern(Base8909 b) => b is { N: 3 } ? 1 : 2; // expect: CAP0001
    int GoodPattern(Base8909 b) { lock (b.Gate) return b is { N: 3 } ? 1 : 2; }
    Base8909 GoodWith(Base8909 b) => b with { Gate = new() };
}

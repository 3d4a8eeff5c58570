// Members and state that other types name: what only the whole compilation tells.
// check: CAP0201, CAP0202

class Shared3201
{
    internal readonly object Gate = new();
    internal int Count;
    internal int Loose;

    internal void Own() { lock (Gate) { Count++; Loose++; } }
}

class Case_3201_fields_that_other_types_use
{
    readonly Shared3201 _shared = new();

    void A() { lock (_shared.Gate) { _shared.Count++; _shared.Loose++; } }
    void B(Shared3201 other) { lock (other.Gate) { other.Count = 0; other.Loose = 0; } }
    int C(Shared3201 other) { lock (other.Gate) return other.Count; }
    int D() => _shared.Count; // expect: CAP0201
    int E() => _shared.Loose + _shared.Loose;
}

class Case_3202_a_helper_for_other_types
{
    internal readonly object Gate = new();
    int _count;

    internal void Bump() { _count++; } // expect: CAP0202
    internal void Hop() { _count++; }
    public void Own() { lock (Gate) { Bump(); Hop(); } }
}

class User3202
{
    void A(Case_3202_a_helper_for_other_types bumper) { lock (bumper.Gate) bumper.Bump(); }
    void B(Case_3202_a_helper_for_other_types bumper) { bumper.Hop(); }
}

class Case_3203_state_behind_a_helper_for_other_types
{
    internal readonly object Gate = new();
    int _count; // expect: CAP0201

    internal void Bump() { _count++; } // expect: CAP0202
    public void A() { lock (Gate) _count = 0; }
    public int B() { lock (Gate) return _count; }
    public int C() { lock (Gate) return _count + 1; }
}

class User3203
{
    void A(Case_3203_state_behind_a_helper_for_other_types bumper) { lock (bumper.Gate) bumper.Bump(); }
}

class Base3204
{
    protected readonly object Gate = new();
    protected int Count;
}

class Case_3204_state_of_a_base_that_locks_nothing_itself : Base3204
{
    public void A() { lock (Gate) Count++; }
    public void B() { lock (Gate) Count--; }
    public int C() { lock (Gate) return Count; }
}

public class Case_3260_what_other_assemblies_can_touch_is_guarded_by_what_they_can_take
{
    readonly object _gate = new();
    internal readonly object Inner = new();
    public readonly object Gate = new();
    protected object Root { get; } = new();

    public int Limit { get; set; } = 100;
    public int Seen { get; private set; }
    public int Loose;
    public static int s_all;
    protected int Kept;
    protected internal string Name { get; set; } = "";
    public int Open; // expect: CAP0201
    protected int Derived; // expect: CAP0201
    public int Own { get; set; } // expect: CAP0201
    internal int Ours; // expect: CAP0201
    int _count; // expect: CAP0201

    public void A()
    {
        lock (_gate) { Limit *= 2; Seen++; Kept++; _count++; Ours++; }
        lock (Inner) { Loose++; s_all++; Name += "a"; }
        lock (Gate) Open++;
        lock (Root) Derived++;
        lock (this) Own++;
    }

    public void B()
    {
        lock (_gate) { Limit /= 2; Seen--; Kept--; _count--; Ours--; }
        lock (Inner) { Loose--; s_all--; Name = ""; }
        lock (Gate) Open--;
        lock (Root) Derived--;
        lock (this) Own--;
    }

    public int C()
    {
        lock (_gate) lock (Inner) lock (Gate) lock (Root) lock (this)
            return Limit + Seen + Kept + _count + Ours + Loose + s_all + Name.Length + Open + Derived + Own;
    }

    sealed class Hidden
    {
        readonly object _gate = new();
        public int Count { get; set; } // expect: CAP0201

        public void A() { lock (_gate) Count++; }
        public void B() { lock (_gate) Count--; }
        public int C() { lock (_gate) return Count; }
    }
}

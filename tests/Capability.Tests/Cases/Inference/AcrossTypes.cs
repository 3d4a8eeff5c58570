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

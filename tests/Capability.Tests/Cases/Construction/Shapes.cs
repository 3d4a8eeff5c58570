// Objects under construction: exempt until they are seen by others; the rest of a constructor is checked.

class Base7800
{
    protected readonly object Gate = new();
    [GuardedBy(nameof(Gate))] protected int Count;
    public Base7800() { Count = 1; Init(); }
    protected virtual void Init() { }
    public static Base7800 Last;
}
class Case_7800_constructors : Base7800
{
    static readonly object Global = new();
    [GuardedBy(nameof(Global))] static int _made;
    [GuardedBy(nameof(Gate))] int _n = 1;
    [GuardedBy(nameof(Gate))] readonly List<int> _items = [1, 2];
    readonly Case_7800_constructors _other;
    Func<int> _later;

    public Case_7800_constructors() { _n++; _items.Add(3); Count = _n; lock (Global) _made++; }
    public Case_7800_constructors(int n) : this() { _n = n; lock (this) _n++; }
    public Case_7800_constructors(Case_7800_constructors other) { _n = 2; lock (other.Gate) _n = other._n; _other = other; }
    public Case_7800_constructors(string s) { Own(); void Own() => _n = s.Length; }
    public Case_7800_constructors(long l) { _n = 1; _later = () => { lock (Gate) return _n; }; }
    public Case_7800_constructors(byte b) { _items.ForEach(i => _n += i); }
    public Case_7800_constructors(char c) { _made++; } // expect: CAP0002
    public Case_7800_constructors(float f, Case_7800_constructors other) { _n = other._n; } // expect: CAP0001
    public Case_7800_constructors(double d)
    {
        Last = this;
        _n = 3; // expect: CAP0002
    }
    public Case_7800_constructors(decimal m) { _later = () => _n; } // expect: CAP0001
    public Case_7800_constructors(object o) { Task.Run(() => _n++); } // expect: CAP0002
    public Case_7800_constructors(int[] row)
    {
        Monitor.Enter(Global); // expect: CAP0024
        _made = row.Length;
    }
    static Case_7800_constructors() { _made = 1; }
    ~Case_7800_constructors() { _n = 0; lock (Global) _made--; }
}

sealed class Made7801
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
    [GuardedBy(nameof(Gate))] public List<int> Items { get; init; } = [];
    [Requires(nameof(Gate))] public void Fill() => N = 1;
    public Made7801 GoodClone() { var copy = (Made7801)MemberwiseClone(); copy.N = 1; return copy; }
}
class Case_7801_fresh_objects
{
    Made7801 _field;
    readonly List<Made7801> _all = [];
    static void Publish(Made7801 made) { }

    Made7801 GoodNew() { var made = new Made7801(); made.N = 1; made.Items.Add(2); return made; }
    Made7801 GoodInitialiser() => new() { N = 1, Items = { 1, 2 } };
    Made7801 GoodInitialiserList() => new() { Items = [1, 2], N = 2 };
    void GoodThenPublished() { var made = new Made7801(); made.N = 1; _field = made; }
    void GoodThenAdded() { var made = new Made7801 { N = 2 }; made.N++; _all.Add(made); }
    void GoodConditional(bool b) { var made = b ? new Made7801() : new Made7801 { N = 1 }; made.N = 2; }
    void GoodBothBranches(bool b) { Made7801 made; if (b) made = new(); else made = new() { N = 1 }; made.N++; Publish(made); }
    void GoodAlias() { var made = new Made7801(); var again = made; again.N = 1; made.N = 2; }
    void GoodRequirement() { var made = new Made7801(); made.Fill(); Publish(made); }
    void GoodParameterReplaced(Made7801 made) { made = new Made7801(); made.N = 1; }
    void GoodCoalesce() { var made = _field; if (made == null) { made = new Made7801(); made.N = 1; _field = made; } }
    void GoodLocked() { var made = new Made7801(); _field = made; lock (made.Gate) made.N = 1; }
    void GoodLoop(int i) { while (i-- > 0) { var made = new Made7801(); made.N = i; _all.Add(made); } }
    void BadPublished() { var made = new Made7801(); _field = made; made.N = 1; } // expect: CAP0002
    void BadAdded() { var made = new Made7801(); _all.Add(made); made.N = 1; } // expect: CAP0002
    void BadPassed() { var made = new Made7801(); Publish(made); made.N = 1; } // expect: CAP0002
    void BadCaptured() { var made = new Made7801(); Task.Run(() => Publish(made)); made.N = 1; } // expect: CAP0002
    void BadOnOneBranch(bool b) { var made = b ? new Made7801() : _field; made.N = 1; } // expect: CAP0002
    void BadAlias() { var made = new Made7801(); var again = made; _field = made; again.N = 1; } // expect: CAP0002
    void BadRequirement() { var made = new Made7801(); _field = made; made.Fill(); } // expect: CAP0011
    void BadInTheNextRound(int i)
    {
        var made = new Made7801();
        while (i-- > 0)
        {
            made.N = i; // expect: CAP0002
            _all.Add(made);
        }
    }
}

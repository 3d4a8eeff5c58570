// While an object is built nobody else sees it, until it escapes. Static constructors, initialisers, init and finalizers alike.

static class Registry2800
{
    static readonly ConcurrentBag<object> s_all = [];
    public static event Action Changed = delegate { };
    public static object Last;
    public static void Add(object o) => s_all.Add(o);
    public static void Raise() => Changed();
}

class Case_2800_constructors
{
    readonly object _gate = new();
    static readonly object Shared = new();
    [GuardedBy(nameof(_gate))] int _n = 3;
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [1];
    [GuardedBy(nameof(_gate))] int Size { get; set; } = 4;
    [PtGuardedBy(nameof(_gate))] readonly int[] _row = new int[2];
    [GuardedBy(nameof(Shared))] static int s_n = 5;

    public Case_2800_constructors()
    {
        _n = 1;
        _n++;
        _items.Add(_n);
        Size = _items.Count;
        _row[0] = Size;
        int.TryParse("3", out _n);
        Describe();
        this.Describe();
        Reset();
        _n = 2;
        lock (_gate) _n = 3;
        lock (this) _n = 4;
        Console.WriteLine(_n);
        _n = 5;
    }
    public Case_2800_constructors(int n) : this() { _n = n; }
    public Case_2800_constructors(Case_2800_constructors other)
    {
        lock (other._gate) _n = other._n;
        _items.AddRange(new int[_n]);
    }
    public Case_2800_constructors(Case_2800_constructors other, bool bad)
    {
        _n = 1;
        _n += // the own state is exempt, the state of the other is not
            other._n; // expect: CAP0001
        other._n = 2; // expect: CAP0002
        other.Reset(); // expect: CAP0011
        if (bad) other._items.Clear(); // expect: CAP0002
    }
    public Case_2800_constructors(string text)
    {
        _n = text.Length;
        s_n++; // expect: CAP0002
        lock (Shared) s_n--;
    }
    public Case_2800_constructors(bool leak)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        if (leak) return;
        _n = 1;
        Monitor.Exit(_gate);
    }
    public Case_2800_constructors(long released)
    {
        _n = (int)released;
        Monitor.Exit(Shared); // expect: CAP0022
    }
    void Describe() => Console.WriteLine("new");
    [Requires(nameof(_gate))] void Reset() => _n = 0;
    void GoodAfterwards() { lock (_gate) Reset(); }
    void BadAfterwards() { Reset(); } // expect: CAP0011
    void BadLikeAConstructor() { _n = 1; } // expect: CAP0002
}

class Case_2801_this_escapes
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [Requires(nameof(_gate))] void Reset() => _n = 0;
    void Run() { lock (_gate) _n++; }

    Case_2801_this_escapes(int passed)
    {
        _n = 1;
        Registry2800.Add(this);
        _n = passed; // expect: CAP0002
    }
    Case_2801_this_escapes(long stored)
    {
        _n = 1;
        Registry2800.Last = this;
        _n = 2; // expect: CAP0002
    }
    Case_2801_this_escapes(string subscribed)
    {
        _n = 1;
        Registry2800.Changed += Run;
        _n = 2; // expect: CAP0002
    }
    Case_2801_this_escapes(double started)
    {
        _n = 1;
        new Thread(Run).Start();
        _n = 2; // expect: CAP0002
    }
    Case_2801_this_escapes(float captured)
    {
        _n = 1;
        Task.Run(() => Run());
        _n = 2; // expect: CAP0002
    }
    Case_2801_this_escapes(bool onOnePath)
    {
        _n = 1;
        if (onOnePath) Registry2800.Add(this);
        _n = 2; // expect: CAP0002
    }
    Case_2801_this_escapes(char required)
    {
        Reset();
        Registry2800.Add(this);
        Reset(); // expect: CAP0011
    }
    Case_2801_this_escapes(byte lambda)
    {
        _n = 1;
        Registry2800.Changed += () => _n = 2; // expect: CAP0002
    }
    Case_2801_this_escapes(short alias)
    {
        var self = this;
        self._n = 1;
        Registry2800.Add(self);
        _n = 2; // expect: CAP0002
    }
    Case_2801_this_escapes(sbyte good)
    {
        _n = 1;
        Registry2800.Add(_n = 2);
        Registry2800.Add(nameof(_n));
        if (this is { _n: 2 }) _n = 3;
        Run();
        _n = 4;
        Registry2800.Add(this);
        lock (_gate) _n = 5;
    }
    Case_2801_this_escapes(ushort goodLast) { _n = 1; Registry2800.Add(this); }
    Case_2801_this_escapes(uint goodOtherBranch)
    {
        if (goodOtherBranch > 3) { Registry2800.Add(this); return; }
        _n = 1;
    }
}

class Case_2802_static_constructors_and_initialisers
{
    static readonly object Shared = new();
    [GuardedBy(nameof(Shared))] static int s_n = 1;
    [GuardedBy(nameof(Shared))] static readonly List<int> Items = [s_n];
    static readonly int s_copy = s_n + Items.Count;
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    readonly int _bad = s_n; // expect: CAP0001
    int BadProperty { get; } = Items.Count; // expect: CAP0001

    static Case_2802_static_constructors_and_initialisers()
    {
        s_n = 2;
        Items.Add(s_n);
        s_n = s_copy;
    }
    static int GoodLater() { lock (Shared) return s_n; }
    static int BadLater() { return s_n; } // expect: CAP0001
    int GoodOwn() { lock (_gate) return _n; }
}
class Other2803
{
    public static readonly object Shared = new();
    [GuardedBy(nameof(Shared))] public static int Count;
}
class Case_2803_static_constructor_and_the_state_of_another_type
{
    static readonly object Shared = new();
    [GuardedBy(nameof(Shared))] static int s_n;
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    static Case_2803_static_constructor_and_the_state_of_another_type()
    {
        s_n = 1;
        lock (Other2803.Shared) s_n = Other2803.Count;
        Other2803.Count = 1; // expect: CAP0002
    }
    static Case_2803_static_constructor_and_the_state_of_another_type GoodFresh() => new() { _n = 3 };
    static void GoodOther() { lock (Other2803.Shared) Other2803.Count++; }
    static void BadInstance(Case_2803_static_constructor_and_the_state_of_another_type x) { x._n = 1; } // expect: CAP0002
}

class Case_2804_init_accessors_and_finalizers
{
    readonly object _gate = new();
    static readonly object Shared = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(Shared))] static int s_live;
    public int Start { get { lock (_gate) return _n; } init => _n = value; }
    public int Twice { init { _n = value; _n *= 2; } }
    public int BadStart
    {
        get => _n; // expect: CAP0001
        init => _n = value;
    }
    public int BadSetter
    {
        get { lock (_gate) return _n; }
        set => _n = value; // expect: CAP0002
    }
    public int BadStatic { init => s_live = value; } // expect: CAP0002

    ~Case_2804_init_accessors_and_finalizers()
    {
        _n = 0;
        lock (Shared) s_live--;
        s_live++; // expect: CAP0002
    }
    static Case_2804_init_accessors_and_finalizers Good() => new() { Start = 1, Twice = 2 };
}

class Base2805
{
    protected readonly object Gate = new();
    [GuardedBy(nameof(Gate))] protected int Value;
    protected Base2805(int value) => Value = value;
    [Requires(nameof(Gate))] protected void Clear() => Value = 0;
}
class Case_2805_derived_constructors : Base2805
{
    [GuardedBy(nameof(Gate))] int _own;
    Case_2805_derived_constructors() : base(1) { Value = 2; base.Value++; _own = Value; Clear(); }
    Case_2805_derived_constructors(Case_2805_derived_constructors other) : base(other._own) { } // expect: CAP0001
    void Good() { lock (Gate) { Clear(); _own = Value; } }
    void Bad() { Value = 1; } // expect: CAP0002
    void BadCall() { Clear(); } // expect: CAP0011
}

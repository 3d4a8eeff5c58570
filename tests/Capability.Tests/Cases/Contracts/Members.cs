// Contracts of constructors, properties, accessors, indexers, events, operators and conversions.

class Registry4010
{
    internal static readonly object s_gate = new();
    [GuardedBy(nameof(s_gate))] static int s_made;

    [Requires(nameof(s_gate))] public Registry4010() => s_made++;
    [Excludes(nameof(s_gate))]
    public Registry4010(int made)
    {
        lock (s_gate)
            s_made = made;
    }
}
class Derived4010 : Registry4010
{
    [Requires(typeof(Registry4010), nameof(s_gate))] public Derived4010(string name) : base() { }
    public Derived4010(int made) : base(made) { }
}
class Case_4010_constructors
{
    static Registry4010 s_last;

    void Good()
    {
        lock (Registry4010.s_gate)
        {
            s_last = new Registry4010();
            s_last = new();
            s_last = new Derived4010("by name");
        }
    }
    void GoodExcluding()
    {
        s_last = new Registry4010(3);
        s_last = new Derived4010(4);
    }
    void BadNew() { s_last = new Registry4010(); } // expect: CAP0011
    void BadTargetTypedNew() { s_last = new(); } // expect: CAP0011
    void BadDerived() { s_last = new Derived4010("by name"); } // expect: CAP0011
    void BadExcluding()
    {
        lock (Registry4010.s_gate)
            s_last = new Registry4010(3); // expect: CAP0012
    }
    class Unlucky : Registry4010
    {
        public Unlucky() : base() { } // expect: CAP0011
        public Unlucky(string name) : this() { }
        public Unlucky(int made) : base(made) { }
    }
}

class Meter4011
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int _value;
    [GuardedBy(nameof(Gate))] readonly int[] _cells = new int[4];

    [Requires(nameof(Gate))] public int Value { get => _value; set => _value = value; }
    public int Limit
    {
        get { lock (Gate) return _value; }
        [Requires(nameof(Gate))] set => _value = value;
    }
    [Requires(nameof(Gate))] public int this[int i] { get => _cells[i]; set => _cells[i] = value; }
    [Requires(nameof(Gate))] public int Doubled => _value * 2;
}
class Case_4011_properties_accessors_and_indexers
{
    readonly Meter4011 _meter = new();

    void Good()
    {
        lock (_meter.Gate)
        {
            _meter.Value = 1;
            _meter.Value++;
            _meter[0] = _meter[1] + _meter.Doubled;
            _meter[2] += 3;
            _meter.Limit = 4;
        }
        Console.WriteLine(_meter.Limit);
    }
    string GoodNameof() => nameof(_meter.Value) + nameof(Meter4011.Doubled);
    Meter4011 GoodInitialiserOfAFreshObject() => new Meter4011 { Value = 3, Limit = 4 };
    int BadGet() { return _meter.Value; } // expect: CAP0011
    void BadSet() { _meter.Value = 1; } // expect: CAP0011
    void BadIncrement() { _meter.Value++; } // expect: CAP0011
    void BadSetterOnly() { _meter.Limit = 1; } // expect: CAP0011
    int BadArrow() { return _meter.Doubled; } // expect: CAP0011
    int BadIndexerGet() { return _meter[0]; } // expect: CAP0011
    void BadIndexerSet() { _meter[0] = 1; } // expect: CAP0011
    bool BadPattern() { return _meter is { Value: 3 }; } // expect: CAP0011
    int BadConditional() { return _meter?.Value ?? 0; } // expect: CAP0011
}

class Bell4012
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] Action _rung;

    public event Action Rung
    {
        [Requires(nameof(Gate))] add => _rung += value;
        [Requires(nameof(Gate))] remove => _rung -= value;
    }
    public event Action Muted
    {
        [Excludes(nameof(Gate))] add { lock (Gate) _rung += value; }
        remove { lock (Gate) _rung -= value; }
    }
}
class Case_4012_event_accessors
{
    readonly Bell4012 _bell = new();
    static void Listen() { }

    void Good()
    {
        lock (_bell.Gate)
        {
            _bell.Rung += Listen;
            _bell.Rung -= Listen;
            _bell.Muted -= Listen;
        }
        _bell.Muted += Listen;
        _bell.Muted -= Listen;
    }
    void BadAdd() { _bell.Rung += Listen; } // expect: CAP0011
    void BadRemove() { _bell.Rung -= Listen; } // expect: CAP0011
    void BadExcluded()
    {
        lock (_bell.Gate)
            _bell.Muted += Listen; // expect: CAP0012
    }
}

class Money4013
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int _cents;

    [Requires("a.Gate", "b.Gate")] public static int operator +(Money4013 a, Money4013 b) => a._cents + b._cents;
    [Requires("a.Gate")] public static int operator -(Money4013 a) => -a._cents;
    [Requires("a.Gate")] public static bool operator true(Money4013 a) => a._cents > 0;
    [Requires("a.Gate")] public static bool operator false(Money4013 a) => a._cents <= 0;
    [Requires("a.Gate")] public static implicit operator int(Money4013 a) => a._cents;
    [Requires("a.Gate")] public static explicit operator string(Money4013 a) => a._cents.ToString();
}
class Case_4013_operators_and_conversions
{
    readonly Money4013 _mine = new();
    readonly Money4013 _yours = new();

    int Good()
    {
        lock (_mine.Gate)
            lock (_yours.Gate)
            {
                int sum = _mine + _yours;
                sum += _yours + _mine;
                sum += -_mine;
                if (_mine) sum++;
                int converted = _yours;
                return sum + converted + ((string)_mine).Length;
            }
    }
    bool GoodReferenceIsNoConversion() => _mine is null || ReferenceEquals(_mine, _yours);
    object GoodBoxingIsNoConversion() => (object)_mine;
    int BadBoth() { return _mine + _yours; } // expect: CAP0011
    int BadRight()
    {
        lock (_mine.Gate)
            return _mine + _yours; // expect: CAP0011
    }
    int BadLeft()
    {
        lock (_yours.Gate)
            return _mine + _yours; // expect: CAP0011
    }
    int BadUnary() { return -_mine; } // expect: CAP0011
    int BadImplicit() { return _mine; } // expect: CAP0011
    string BadExplicit() { return (string)_mine; } // expect: CAP0011
    void BadTrue()
    {
        if (_mine) // expect: CAP0011
            Console.WriteLine("rich");
    }
}

class Case_4014_statics_and_both_spellings_of_their_lock
{
    static readonly object s_gate = new();
    static readonly object s_other = new();
    [GuardedBy(nameof(s_gate))] static int s_n;

    [Requires(nameof(s_gate))] static void Bump() => s_n++;
    [Requires("Case_4014_statics_and_both_spellings_of_their_lock.s_gate")] void BumpQualified() => s_n++;
    [Requires(typeof(Case_4014_statics_and_both_spellings_of_their_lock), nameof(s_gate))] void BumpOwned() => s_n++;

    void Good()
    {
        lock (s_gate)
        {
            Bump();
            BumpQualified();
        }
        lock (Case_4014_statics_and_both_spellings_of_their_lock.s_gate)
        {
            Case_4014_statics_and_both_spellings_of_their_lock.Bump();
            BumpOwned();
        }
    }
    void GoodOfAnyInstance(Case_4014_statics_and_both_spellings_of_their_lock other)
    {
        lock (s_gate)
            other.BumpQualified();
    }
    void BadStatic() { Bump(); } // expect: CAP0011
    void BadOther()
    {
        lock (s_other)
            BumpQualified(); // expect: CAP0011
    }
    void BadMonitorOfThis()
    {
        lock (this)
            BumpOwned(); // expect: CAP0011
    }
}

// Straight lines: pairs, wrappers, the same lock listed twice, unusual members, aliases that release.

[Capability("latch")]
class Latch7200
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    [AcquiresShared] public void EnterShared() { }
    [ReleasesShared] public void ExitShared() { }
    [ReleasesGeneric] public void ExitAny() { }
}
static class Global7200
{
    public static readonly object Gate = new();
    public static readonly Latch7200 Latch = new();
}
class Case_7200_pairs_directly_and_through_wrappers
{
    readonly Latch7200 _latch = new(), _second = new();
    [GuardedBy(nameof(_latch))] int _n;

    [Acquires(nameof(_latch))] void Begin() => _latch.Enter();
    [Releases(nameof(_latch))] void End() => _latch.Exit();
    [Acquires(typeof(Global7200), nameof(Global7200.Latch))] static void BeginAll() => Global7200.Latch.Enter();
    [Releases(typeof(Global7200), nameof(Global7200.Latch))] static void EndAll() => Global7200.Latch.Exit();

    void GoodDirect() { _latch.Enter(); _n++; _latch.Exit(); }
    void GoodWrapped() { Begin(); _n++; End(); }
    void GoodWrappedThenDirect() { Begin(); _n++; _latch.Exit(); }
    void GoodDirectThenWrapped() { _latch.Enter(); _n++; End(); }
    void GoodGlobal() { BeginAll(); EndAll(); BeginAll(); Global7200.Latch.Exit(); }
    void GoodTwoLocks() { _latch.Enter(); _second.Enter(); _n++; _latch.Exit(); _second.Exit(); }
    void BadNothingHeld() { _latch.Exit(); } // expect: CAP0022
    void BadNothingHeldThroughAWrapper() { End(); } // expect: CAP0022
    void BadTwice() { _latch.Enter(); _latch.Exit(); End(); } // expect: CAP0022
    void BadAgain() { Begin(); _latch.Enter(); _n++; End(); } // expect: CAP0021
    void BadAgainThroughAWrapper() { _latch.Enter(); Begin(); _n++; End(); } // expect: CAP0021
    void BadLeft() { Begin(); _n++; } // expect: CAP0024
    void BadOther() { _latch.Enter(); _n++; _second.Exit(); } // expect: CAP0022
    void BadGlobalForOwn() { BeginAll(); End(); } // expect: CAP0022
}

class Case_7201_parameters_name_the_lock
{
    readonly Latch7200 _a = new(), _b = new();

    [Acquires("latch")] static void Begin(Latch7200 latch) => latch.Enter();
    [Releases("latch")] static void End(Latch7200 latch) => latch.Exit();

    void Good() { Begin(_a); End(_a); Begin(_b); End(_b); }
    void GoodCrosswise() { Begin(_a); Begin(_b); End(_a); End(_b); }
    void GoodNamedArguments() { Begin(latch: _a); End(latch: _a); }
    void GoodOwnMethod() { Begin(_a); _a.Exit(); }
    void BadOther() { Begin(_a); End(_b); } // expect: CAP0022
    void BadTwice() { Begin(_a); Begin(_a); End(_a); } // expect: CAP0021
    // check: CAP0030
    void BadLeft(Latch7200 latch) { Begin(latch); } // expect: CAP0030
}

class Case_7202_unusual_members
{
    static readonly object Gate = new();
    [GuardedBy(nameof(Gate))] static int _n;
    int _value;

    public static Case_7202_unusual_members operator +(Case_7202_unusual_members a, int b)
    {
        Monitor.Enter(Gate); // expect: CAP0024
        _n += b;
        return a;
    }
    public static Case_7202_unusual_members operator -(Case_7202_unusual_members a, int b) { Monitor.Enter(Gate); _n -= b; Monitor.Exit(Gate); return a; }
    public static Case_7202_unusual_members operator ++(Case_7202_unusual_members a) { Monitor.Exit(Gate); return a; } // expect: CAP0022
    public static Case_7202_unusual_members operator --(Case_7202_unusual_members a) { lock (Gate) _n--; return a; }
    public static implicit operator int(Case_7202_unusual_members a) { lock (Gate) return _n; }
    public static explicit operator long(Case_7202_unusual_members a)
    {
        Monitor.Enter(Gate); // expect: CAP0024
        return _n;
    }
    public int this[int i] { get { lock (Gate) return _n; } set { lock (Gate) _n = value; } }
    public int this[string i]
    {
        get { lock (Gate) return _n; }
        set
        {
            Monitor.Enter(Gate); // expect: CAP0024
            _n = value;
        }
    }
    public event Action Changed { add { lock (Gate) _n++; } remove { Monitor.Exit(Gate); } } // expect: CAP0022
    public int Property { get => _value; init { lock (Gate) _value = _n = value; } }
    public Case_7202_unusual_members() { lock (Gate) _n = 0; }
    public Case_7202_unusual_members(int n)
    {
        Monitor.Enter(Gate); // expect: CAP0024
        _n = n;
    }
    ~Case_7202_unusual_members() { lock (Gate) _n--; }
    static Case_7202_unusual_members() { lock (Gate) _n = 0; }
}

class Case_7203_aliases_release_what_they_stand_for
{
    readonly Latch7200 _latch = new(), _other = new();
    [GuardedBy(nameof(_latch))] int _n;

    void GoodLocal() { var latch = _latch; latch.Enter(); _n++; latch.Exit(); }
    void GoodMixed() { var latch = _latch; latch.Enter(); _n++; _latch.Exit(); }
    void GoodOtherWayRound() { _latch.Enter(); var latch = _latch; _n++; latch.Exit(); }
    void GoodTwoAliases() { var a = _latch; var b = a; a.Enter(); _n++; b.Exit(); }
    void GoodCast() { object o = _latch; ((Latch7200)o).Enter(); _n++; _latch.Exit(); }
    void GoodAs() { object o = _latch; (o as Latch7200).Enter(); _n++; _latch.Exit(); }
    void GoodNullForgiving() { _latch!.Enter(); _n++; (_latch!).Exit(); }
    void GoodReassignedAfterwards() { var latch = _latch; latch.Enter(); _n++; latch.Exit(); latch = _other; latch.Enter(); latch.Exit(); }
    void GoodOldObject() { var latch = _latch; latch.Enter(); latch = null; _n++; _latch.Exit(); }
    void GoodInALoop(int count) { for (int i = 0; i < count; i++) { var latch = _latch; latch.Enter(); _n++; latch.Exit(); } }
    void BadReassigned() { var latch = _latch; latch.Enter(); latch = _other; latch.Exit(); } // expect: CAP0022
    void BadOtherAlias() { var latch = _other; latch.Enter(); _n++; latch.Exit(); } // expect: CAP0002
    void BadReassignedBefore() { var latch = _latch; latch = _other; latch.Enter(); _n++; latch.Exit(); } // expect: CAP0002
    void BadConditionally(bool b)
    {
        var latch = _latch;
        if (b) latch = _other;
        latch.Enter();
        _n++; // expect: CAP0002
        latch.Exit();
    }
}

class Case_7204_listed_more_than_once_acts_once
{
    readonly Latch7200 _a = new(), _b = new();
    [GuardedBy(nameof(_a)), GuardedBy(nameof(_b))] int _n;

    [Acquires(nameof(_a)), Acquires(nameof(_b))] void Stacked() { _a.Enter(); _b.Enter(); }
    [Acquires(nameof(_a), nameof(_b))] void Listed() { _a.Enter(); _b.Enter(); }
    [Releases(nameof(_b), nameof(_a))] void Release() { _b.Exit(); _a.Exit(); }
    [Acquires(nameof(_a)), Acquires(nameof(_a))] void Repeated() { _a.Enter(); } // expect: CAP0307

    void Good() { Stacked(); _n++; Release(); }
    void GoodListed() { Listed(); _n++; Release(); }
    void GoodRepeated() { Repeated(); _a.Exit(); }
    void GoodSplit() { Listed(); _a.Exit(); _b.Exit(); }
    void BadOneLeft() { Listed(); _n++; _a.Exit(); } // expect: CAP0024
    void BadOneHeldBefore() { _a.Enter(); Listed(); _n++; Release(); } // expect: CAP0021
    void BadOneMissing() { _a.Enter(); Release(); } // expect: CAP0022
}

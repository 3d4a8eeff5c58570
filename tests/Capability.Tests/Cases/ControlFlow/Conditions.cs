// A branch on a value and a later branch on the same unchanged value agree; a value that changed in between tells nothing.

class Case_2620_flags
{
    readonly object _gate = new();
    readonly bool _shared;
    static readonly bool s_shared = Environment.ProcessorCount > 1;
    const bool Always = true;
    [GuardedBy(nameof(_gate))] int _n;
    bool _changes;
    public Case_2620_flags(bool shared) => _shared = shared;
    public void Change(bool b) => _changes = b;

    void GoodParameter(bool b) { if (b) Monitor.Enter(_gate); Console.WriteLine(b); if (b) { _n++; Monitor.Exit(_gate); } }
    void GoodLocal(int i) { bool b = i > 3; if (b) Monitor.Enter(_gate); if (b) _n++; if (b) Monitor.Exit(_gate); }
    void GoodReadonlyField() { if (_shared) Monitor.Enter(_gate); if (_shared) { _n++; Monitor.Exit(_gate); } }
    void GoodStaticReadonlyField() { if (s_shared) Monitor.Enter(_gate); if (s_shared) { _n++; Monitor.Exit(_gate); } }
    void GoodConstant() { if (Always) Monitor.Enter(_gate); _n++; if (Always) Monitor.Exit(_gate); }
    void GoodNegated(bool b) { if (!b) Monitor.Enter(_gate); if (b) return; _n++; Monitor.Exit(_gate); }
    void GoodNegatedLocal(bool b) { bool not = !b; if (not) Monitor.Enter(_gate); if (!b) { _n++; Monitor.Exit(_gate); } }
    void GoodAnd(bool a, bool b) { if (a && b) Monitor.Enter(_gate); Console.WriteLine(a); if (a && b) { _n++; Monitor.Exit(_gate); } }
    void GoodAndNested(bool a, bool b) { if (a) { if (b) Monitor.Enter(_gate); } if (a && b) { _n++; Monitor.Exit(_gate); } }
    void GoodOr(bool a, bool b) { if (a || b) Monitor.Enter(_gate); Console.WriteLine(a); if (!a && !b) return; _n++; Monitor.Exit(_gate); }
    void GoodStoredAnd(bool a, bool b) { bool both = a && b; if (both) Monitor.Enter(_gate); if (both) { _n++; Monitor.Exit(_gate); } }
    void GoodConditional(bool b) { if (b) Monitor.Enter(_gate); int n = b ? _n : 0; if (b) Monitor.Exit(_gate); Console.WriteLine(n); }
    void GoodComparedWithTrue(bool b) { if (b == true) Monitor.Enter(_gate); if (b != false) { _n++; Monitor.Exit(_gate); } }
    void GoodSetByEachBranch(int i)
    {
        bool taken;
        if (i > 3) { Monitor.Enter(_gate); taken = true; }
        else taken = false;
        Console.WriteLine(i);
        if (taken) { _n++; Monitor.Exit(_gate); }
    }
    void GoodThreeWays(bool b) { if (b) Monitor.Enter(_gate); else Monitor.Enter(_gate); _n++; if (b) Monitor.Exit(_gate); else Monitor.Exit(_gate); }
    void GoodFinally(bool b) { if (b) Monitor.Enter(_gate); try { Console.WriteLine(b); } finally { if (b) Monitor.Exit(_gate); } }
    void GoodLoopBetween(bool b, int[] all) { if (b) Monitor.Enter(_gate); foreach (int i in all) Console.WriteLine(i); if (b) { _n++; Monitor.Exit(_gate); } }

    void BadOtherFlag(bool a, bool b)
    {
        if (a) Monitor.Enter(_gate);
        if (b)
            _n++; // expect: CAP0002
        if (a) Monitor.Exit(_gate);
    }
    void BadUntested(bool b)
    {
        if (b) Monitor.Enter(_gate);
        _n++; // expect: CAP0002
        if (b) Monitor.Exit(_gate);
    }
    void BadOpposite(bool b)
    {
        if (b) Monitor.Enter(_gate);
        if (!b)
            _n++; // expect: CAP0002
        if (b) Monitor.Exit(_gate);
    }
    void BadReassigned(bool b)
    {
        if (b) Monitor.Enter(_gate);
        b = Environment.ProcessorCount > 1;
        if (b) Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadMutableField()
    {
        if (_changes) Monitor.Enter(_gate);
        Console.WriteLine("others may change it");
        if (_changes) Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadHalfOfAnAnd(bool a, bool b)
    {
        if (a && b) Monitor.Enter(_gate);
        if (a)
            _n++; // expect: CAP0002
        if (a && b) Monitor.Exit(_gate);
    }
    void BadHalfOfAnOr(bool a, bool b)
    {
        if (a) Monitor.Enter(_gate);
        if (a || b)
            _n++; // expect: CAP0002
        if (a) Monitor.Exit(_gate);
    }
    void BadChangedByRef(bool b)
    {
        if (b) Monitor.Enter(_gate);
        Flip(ref b);
        if (b) Monitor.Exit(_gate); // expect: CAP0022
    }
    static void Flip(ref bool b) => b = !b;
}

enum Mode2621 { None, Read, Write }
class Case_2621_tests_of_other_values
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodNull(object o) { if (o != null) Monitor.Enter(_gate); Console.WriteLine(o); if (o != null) { _n++; Monitor.Exit(_gate); } }
    void GoodIsNull(object o) { if (o is not null) Monitor.Enter(_gate); if (o == null) return; _n++; Monitor.Exit(_gate); }
    void GoodHasValue(int? i) { if (i.HasValue) Monitor.Enter(_gate); if (!i.HasValue) return; _n = i.Value; Monitor.Exit(_gate); }
    void GoodNullableNull(int? i) { if (i != null) Monitor.Enter(_gate); if (i.HasValue) { _n++; Monitor.Exit(_gate); } }
    void GoodInt(int i) { if (i == 3) Monitor.Enter(_gate); Console.WriteLine(i); if (i == 3) { _n++; Monitor.Exit(_gate); } }
    void GoodReversed(int i) { if (3 == i) Monitor.Enter(_gate); if (i != 3) return; _n++; Monitor.Exit(_gate); }
    void GoodRelational(int i) { if (i > 3) Monitor.Enter(_gate); Console.WriteLine(i); if (i > 3) { _n++; Monitor.Exit(_gate); } }
    void GoodChar(char c) { if (c is 'x') Monitor.Enter(_gate); if (c == 'x') { _n++; Monitor.Exit(_gate); } }
    void GoodEnum(Mode2621 m) { if (m == Mode2621.Write) Monitor.Enter(_gate); if (m is Mode2621.Write) { _n++; Monitor.Exit(_gate); } }
    void GoodSwitch(Mode2621 m)
    {
        switch (m) { case Mode2621.Write: Monitor.Enter(_gate); break; default: Console.WriteLine(m); break; }
        switch (m) { case Mode2621.Write: _n++; Monitor.Exit(_gate); break; }
    }
    void GoodSwitchAndIf(Mode2621 m)
    {
        switch (m) { case Mode2621.None: return; case Mode2621.Write: Monitor.Enter(_gate); break; }
        if (m == Mode2621.Write) { _n++; Monitor.Exit(_gate); }
    }
    void GoodAllCases(Mode2621 m)
    {
        switch (m) { case Mode2621.Read: Monitor.Enter(_gate); break; case Mode2621.Write: Monitor.Enter(_gate); break; default: return; }
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodSwitchExpression(Mode2621 m)
    {
        bool take = m switch { Mode2621.Write => true, _ => false };
        if (take) Monitor.Enter(_gate);
        Console.WriteLine(m);
        if (take) { _n++; Monitor.Exit(_gate); }
    }
    void BadOtherConstant(int i)
    {
        if (i == 3) Monitor.Enter(_gate);
        if (i == 4)
            _n++; // expect: CAP0002
        if (i == 3) Monitor.Exit(_gate);
    }
    void BadOtherBound(int i)
    {
        if (i > 3) Monitor.Enter(_gate);
        if (i > 2)
            _n++; // expect: CAP0002
        if (i > 3) Monitor.Exit(_gate);
    }
    void BadOtherCase(Mode2621 m)
    {
        switch (m)
        {
            case Mode2621.Write: Monitor.Enter(_gate); break;
        }
        if (m == Mode2621.Read)
            _n++; // expect: CAP0002
        if (m == Mode2621.Write) Monitor.Exit(_gate);
    }
    void BadChangedInt(int i)
    {
        if (i == 3) Monitor.Enter(_gate);
        i++;
        if (i == 3) Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadReassignedReference(object o)
    {
        if (o != null) Monitor.Enter(_gate);
        o = Environment.ProcessPath;
        if (o != null) Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadWithoutDefault(Mode2621 m)
    {
        switch (m)
        {
            case Mode2621.Read: Monitor.Enter(_gate); break;
            case Mode2621.Write: Monitor.Enter(_gate); break;
        }
        _n++; // expect: CAP0002
        if (m != Mode2621.None) Monitor.Exit(_gate);
    }
    void BadTwoCalls()
    {
        if (Console.KeyAvailable) Monitor.Enter(_gate);
        if (Console.KeyAvailable) Monitor.Exit(_gate); // expect: CAP0022
    }
}

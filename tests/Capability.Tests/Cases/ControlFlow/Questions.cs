// The same question about the same unchanged value has the same answer, however it is asked.

enum Mode7500 { Plain, Shared, Exclusive }
sealed class Case_7500_questions
{
    readonly object _gate = new();
    readonly bool _always;
    readonly object _target;
    bool _changing;
    [GuardedBy(nameof(_gate))] int _n;
    static void Work() { }

    void GoodFlag(bool b) { if (b) Monitor.Enter(_gate); Work(); if (b) { _n++; Monitor.Exit(_gate); } }
    void GoodField() { if (_always) Monitor.Enter(_gate); Work(); if (_always) { _n++; Monitor.Exit(_gate); } }
    void GoodNull(object o) { if (o != null) Monitor.Enter(_gate); Work(); if (o is not null) { _n++; Monitor.Exit(_gate); } }
    void GoodReadonlyFieldNull() { if (_target is { }) Monitor.Enter(_gate); Work(); if (_target != null) { _n++; Monitor.Exit(_gate); } }
    void GoodType(object o) { if (o is string) Monitor.Enter(_gate); Work(); if (o is string) { _n++; Monitor.Exit(_gate); } }
    void GoodTypePattern(object o) { if (o is string or int) Monitor.Enter(_gate); Work(); if (o is string or int) { _n++; Monitor.Exit(_gate); } }
    void GoodNotType(object o) { if (o is not IDisposable) Work(); else Monitor.Enter(_gate); if (o is IDisposable) { _n++; Monitor.Exit(_gate); } }
    void GoodEnum(Mode7500 m) { if (m == Mode7500.Shared) Monitor.Enter(_gate); Work(); if (m is Mode7500.Shared) { _n++; Monitor.Exit(_gate); } }
    void GoodEitherEnum(Mode7500 m) { if (m is Mode7500.Shared or Mode7500.Exclusive) Monitor.Enter(_gate); Work(); if (m is Mode7500.Shared or Mode7500.Exclusive) { _n++; Monitor.Exit(_gate); } }
    void GoodSwitch(Mode7500 m)
    {
        switch (m) { case Mode7500.Shared: case Mode7500.Exclusive: Monitor.Enter(_gate); break; }
        Work();
        switch (m) { case Mode7500.Plain: break; case Mode7500.Shared: case Mode7500.Exclusive: _n++; Monitor.Exit(_gate); break; }
    }
    void GoodRange(int i) { if (i > 3) Monitor.Enter(_gate); Work(); if (!(i <= 3)) { _n++; Monitor.Exit(_gate); } }
    void GoodRangePattern(int i) { if (i is > 3 and < 9) Monitor.Enter(_gate); Work(); if (i is > 3 and < 9) { _n++; Monitor.Exit(_gate); } }
    void GoodHasValue(int? i) { if (i.HasValue) Monitor.Enter(_gate); Work(); if (i is not null) { _n++; Monitor.Exit(_gate); } }
    void GoodLocal(int i) { bool shared = i > 3 && _always; if (shared) Monitor.Enter(_gate); Work(); if (shared) { _n++; Monitor.Exit(_gate); } }
    void GoodBothConditions(bool b, bool c) { if (b && c) Monitor.Enter(_gate); Work(); if (b && c) { _n++; Monitor.Exit(_gate); } }
    void GoodEitherCondition(bool b, bool c) { if (b || c) Monitor.Enter(_gate); Work(); if (b || c) { _n++; Monitor.Exit(_gate); } }
    void GoodEmptyString(string s) { if (s == "") Monitor.Enter(_gate); Work(); if (s is "") { _n++; Monitor.Exit(_gate); } }
    void GoodTryParse(string s) { bool ok = int.TryParse(s, out int i); if (ok) Monitor.Enter(_gate); Work(); if (ok) { _n = i; Monitor.Exit(_gate); } }

    void BadChangingField()
    {
        if (_changing) Monitor.Enter(_gate);
        Work();
        if (_changing)
        {
            _n++; // expect: CAP0002
            Monitor.Exit(_gate);
        }
    }
    void BadOtherType(object o)
    {
        if (o is string) Monitor.Enter(_gate);
        if (o is IDisposable)
            _n++; // expect: CAP0002
        if (o is string) Monitor.Exit(_gate);
    }
    void BadReassigned(object o)
    {
        if (o is string) Monitor.Enter(_gate);
        o = _target;
        if (o is string)
            Monitor.Exit(_gate); // expect: CAP0022
    }
    void BadOtherRange(int i)
    {
        if (i > 3) Monitor.Enter(_gate);
        if (i > 2)
            _n++; // expect: CAP0002
        if (i > 3) Monitor.Exit(_gate);
    }
    void BadOpposite(Mode7500 m)
    {
        if (m is Mode7500.Shared or Mode7500.Exclusive) Monitor.Enter(_gate);
        if (m is not (Mode7500.Shared or Mode7500.Exclusive))
            _n++; // expect: CAP0002
        if (m is Mode7500.Shared or Mode7500.Exclusive) Monitor.Exit(_gate);
    }
    void BadChangedInALoop(int i)
    {
        if (i > 3) Monitor.Enter(_gate);
        while (i-- > 0) Work();
        if (i > 3)
            Monitor.Exit(_gate); // expect: CAP0022
    }
}

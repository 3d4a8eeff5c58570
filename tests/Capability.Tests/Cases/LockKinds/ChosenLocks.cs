// Which lock it is: chosen by a condition, reached through null tests, copied, by reference, out of arrays and tuples.

sealed class Part7900
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
}
class Case_7900_chosen_locks
{
    readonly object _a = new(), _b = new();
    readonly Part7900 _part = new();
    readonly (object First, object Second) _pair = (new(), new());
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy("_pair.First")] int _m;
    static object Pick(object x, object y) => x;

    void GoodSameChoice(bool b) { lock (b ? _a : _b) { if (b) _n++; } }
    void GoodSameChoiceMonitor(bool b) { var l = b ? _a : _b; Monitor.Enter(l); if (b) _n++; Monitor.Exit(l); }
    void GoodBothChoicesAreIt(bool b) { lock (b ? _a : this._a) _n++; }
    void GoodCoalesce(object o) { object l = null; lock (l ?? _a) _n++; }
    void GoodCoalesceOfItself() { lock (_a ?? throw new InvalidOperationException()) _n++; }
    void GoodSwitch(int i) { lock (i switch { 0 => _a, _ => _b }) { if (i == 0) _n++; } }
    void GoodConditionalAccess() { if (_part?.Gate is { } gate) lock (gate) _part.N++; }
    void GoodParenthesised() { lock (((_a))) _n++; }
    void GoodCast() { lock ((object)_a) _n++; }
    void GoodTuple() { lock (_pair.First) _m++; }
    void GoodTupleAlias() { var (first, _) = (_a, _b); lock (first) _n++; }
    void GoodTupleLocal() { var t = (Gate: _a, 3); lock (t.Gate) _n++; } // expect: CAP0002
    void GoodOut() { Get(out var gate); lock (gate) Console.WriteLine("some lock"); }
    void Get(out object gate) => gate = _a;
    void GoodAssignedInTheLock() { object l; lock (l = _a) _n++; }
    void GoodLocalOfALocal() { var x = _a; var y = x; lock (y) { x = null; _n++; } }
    void GoodSuppressed() { lock (_a!) _n++; }
    void GoodUsingStaticOrder() { lock (_b) lock (_a) _n++; }
    void GoodInterpolation() { lock (_a) Console.WriteLine($"{_n:D} {(_n > 1 ? _n : 0)}"); }

    void BadOtherChoice(bool b) { lock (b ? _a : _b) { if (!b) _n++; } } // expect: CAP0002
    void BadUnknownChoice(bool b)
    {
        lock (b ? _a : _b)
            _n++; // expect: CAP0002
    }
    void GoodPicked() { lock (Pick(_a, _b)) _n++; }
    void BadPicked() { lock (Pick(_b, _a)) _n++; } // expect: CAP0002
    void BadSecondOfThePair() { lock (_pair.Second) _m++; } // expect: CAP0002
    void BadPartOfAnother(Part7900 part) { lock (part?.Gate ?? _a) _n++; } // expect: CAP0002
    void BadOut() { Get(out var gate); lock (gate) _n++; } // expect: CAP0002
    void BadNewObject() { lock (new object()) _n++; } // expect: CAP0002
    void BadBoxed() { lock ((object)_n) { } } // expect: CAP0001
}

struct Spinner7901
{
    public SpinLock Lock;
    [GuardedBy(nameof(Lock))] public int N;
}
class Case_7901_locks_that_are_structs
{
    SpinLock _spin = new();
    Spinner7901 _spinner;
    [GuardedBy(nameof(_spin))] int _n;

    static void Enter([NotNull] ref SpinLock spin) { }
    void Good() { bool t = false; _spin.Enter(ref t); _n++; if (t) _spin.Exit(); }
    void GoodByReference() { ref SpinLock spin = ref _spin; bool t = false; spin.Enter(ref t); _n++; spin.Exit(); }
    void GoodNested() { bool t = false; _spinner.Lock.Enter(ref t); _spinner.N++; _spinner.Lock.Exit(); }
    void GoodTry() { bool t = false; _spin.TryEnter(10, ref t); if (t) { _n++; _spin.Exit(false); } }
    void GoodQuery() { if (_spin.IsHeldByCurrentThread) _n++; }
    void GoodOwnLocal() { var spin = new SpinLock(); bool t = false; spin.Enter(ref t); spin.Exit(); }
    void BadCopy() { var spin = _spin; bool t = false; spin.Enter(ref t); _n++; spin.Exit(); } // expect: CAP0002
    void BadQuery() { if (_spin.IsHeld) _n++; } // expect: CAP0002
    void BadOther() { bool t = false; _spinner.Lock.Enter(ref t); _n++; _spinner.Lock.Exit(); } // expect: CAP0002
}

[Capability("latch")]
sealed class Latch7902
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
}
[ScopedCapability]
sealed class Held7902 : IDisposable
{
    readonly Latch7902 _latch;
    [Acquires("latch")] public Held7902(Latch7902 latch) { latch.Enter(); _latch = latch; }
    [Releases] public void Dispose() => _latch.Exit();
}
class Case_7902_scopes_that_are_there_or_not
{
    readonly Latch7902 _a = new();
    readonly Lock _lock = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_lock))] int _k;

    void GoodConditional(bool b) { using (b ? new Held7902(_a) : null) { if (b) _n++; } }
    void GoodConditionalDeclared(bool b) { using var held = b ? new Held7902(_a) : null; if (held != null) _n++; }
    void GoodNullable(bool b) { Held7902 held = null; try { if (b) held = new Held7902(_a); if (b) _n++; } finally { held?.Dispose(); } }
    void GoodHandedOn() { var held = new Held7902(_a); var same = held; try { _n++; } finally { same.Dispose(); } }
    [Acquires(nameof(_a))] [return: ScopedCapability] Held7902 GoodFactory() => new(_a);
    void GoodFromAFactory() { using var held = GoodFactory(); _n++; }
    void GoodTwoScopes() { using (new Held7902(_a)) using (_lock.EnterScope()) _n = _k; }
    void GoodInSwitch(int i) { switch (i) { case 0: { using var held = new Held7902(_a); _n++; break; } default: break; } }
    void GoodScopeLocal() { var scope = _lock.EnterScope(); try { _k++; } finally { scope.Dispose(); } }
    void GoodGotoOut() { using (new Held7902(_a)) { _n++; goto end; } end: ; }
    int GoodReturn() { using (new Held7902(_a)) return _n; }
    void GoodDiscardedVariable() { using var _ = new Held7902(_a); _n++; }
    void BadConditional(bool b) { using (b ? new Held7902(_a) : null) _n++; } // expect: CAP0002
    void BadAfter() { using (new Held7902(_a)) { } _n++; } // expect: CAP0002
    void BadDiscarded() { _ = new Held7902(_a); } // expect: CAP0027
    void BadNeverDisposed() { var held = new Held7902(_a); _n++; } // expect: CAP0027
    void BadStatement() { _lock.EnterScope(); } // expect: CAP0027
    void BadDisposedInOneBranch(bool b)
    {
        var held = new Held7902(_a); // expect: CAP0027
        if (b) held.Dispose();
    }
}

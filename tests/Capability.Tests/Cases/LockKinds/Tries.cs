// Results of tries: every form of test, results that are kept, changed, lost, or tested twice.

[Capability("latch")]
class Latch7400
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    [TryAcquires(true)] public bool TryEnter() => true;
    [TryAcquires(false)] public bool IsBusy() => false;
    [TryAcquires(true, When = "taken")] public void TryEnter(ref bool taken) { }
    [TryAcquiresShared(true)] public bool TryEnterShared() => true;
    [ReleasesShared] public void ExitShared() { }
}
class Case_7400_forms_of_the_test
{
    readonly Latch7400 _a = new();
    [GuardedBy(nameof(_a))] int _n;
    static void Work() { }

    void GoodIf() { if (_a.TryEnter()) { _n++; _a.Exit(); } }
    void GoodNotReturn() { if (!_a.TryEnter()) return; _n++; _a.Exit(); }
    void GoodEqualsTrue() { if (_a.TryEnter() == true) { _n++; _a.Exit(); } }
    void GoodTrueEquals() { if (true == _a.TryEnter()) { _n++; _a.Exit(); } }
    void GoodEqualsFalse() { if (_a.TryEnter() == false) return; _n++; _a.Exit(); }
    void GoodNotEqualsFalse() { if (_a.TryEnter() != false) { _n++; _a.Exit(); } }
    void GoodIsTrue() { if (_a.TryEnter() is true) { _n++; _a.Exit(); } }
    void GoodIsNotTrue() { if (_a.TryEnter() is not true) return; _n++; _a.Exit(); }
    void GoodSwitchStatement() { switch (_a.TryEnter()) { case true: _n++; _a.Exit(); break; case false: break; } }
    void GoodSwitchDefault() { switch (_a.TryEnter()) { case false: return; default: _n++; _a.Exit(); break; } }
    int GoodSwitchExpression() => _a.TryEnter() switch { true => Take(), false => 0 };
    [Releases(nameof(_a))] int Take() { int n = _n; _a.Exit(); return n; }
    int GoodTernary() => _a.TryEnter() ? Take() : 0;
    int GoodNegatedTernary() => !_a.TryEnter() ? 0 : Take();
    void GoodAnd(bool b) { if (b && _a.TryEnter()) { _n++; _a.Exit(); } }
    void GoodOrReturn(bool b) { if (!b || !_a.TryEnter()) return; _n++; _a.Exit(); }
    void GoodNotAnd(bool b) { if (!(b && _a.TryEnter())) return; _n++; _a.Exit(); }
    void GoodAssigned() { bool t; if (t = _a.TryEnter()) { _n++; _a.Exit(); } }
    void GoodAssignedInAnd(bool b) { bool t; if (b && (t = _a.TryEnter())) { _n++; _a.Exit(); } }
    void GoodWhile() { while (_a.TryEnter()) { _n++; _a.Exit(); } }
    void GoodSpin() { while (!_a.TryEnter()) Work(); _n++; _a.Exit(); }
    void GoodDo() { bool t; do { t = _a.TryEnter(); } while (!t); _n++; _a.Exit(); }
    void GoodFor(int i) { for (bool t = _a.TryEnter(); t && i > 0; i--) { _n++; _a.Exit(); t = _a.TryEnter(); } if (i > 0) return; } // expect: CAP0024
    void GoodForOnce(int i) { for (bool t = _a.TryEnter(); t; t = false) { _n++; _a.Exit(); } }
    void GoodInverted() { if (_a.IsBusy()) return; _n++; _a.Exit(); }
    void GoodInvertedElse() { if (!_a.IsBusy()) { _n++; _a.Exit(); } }
    void GoodFlag() { bool t = false; _a.TryEnter(ref t); if (t) { _n++; _a.Exit(); } }
    void GoodTryFinally() { bool t = _a.TryEnter(); try { if (t) _n++; } finally { if (t) _a.Exit(); } }
    void GoodThrow() { _ = _a.TryEnter() ? true : throw new TimeoutException(); _n++; _a.Exit(); }
    void GoodDebugAssert() { bool t = _a.TryEnter(); Debug.Assert(t); _n++; _a.Exit(); }
    void GoodShared() { if (_a.TryEnterShared()) { Console.WriteLine(_n); _a.ExitShared(); } }
    void BadElse() { if (_a.TryEnter()) _a.Exit(); else _n++; } // expect: CAP0002
    void BadBefore() { bool t = _a.TryEnter(); _n++; if (t) _a.Exit(); } // expect: CAP0002
    void BadInverted() { if (_a.IsBusy()) { _n++; } else _a.Exit(); } // expect: CAP0002
    void BadOr(bool b) { if (b || _a.TryEnter()) { _n++; } } // expect: CAP0002
    void BadShared() { if (_a.TryEnterShared()) { _n++; _a.ExitShared(); } } // expect: CAP0002
    void BadExitInElse() { if (!_a.TryEnter()) _a.Exit(); else { _n++; _a.Exit(); } } // expect: CAP0022
    void BadLeft() { if (_a.TryEnter()) _n++; } // expect: CAP0024
    void BadIgnored() { _a.TryEnter(); } // expect: CAP0026
    void BadFlagIgnored() { bool t = false; _a.TryEnter(ref t); } // expect: CAP0026
    void BadDiscarded() { _ = _a.TryEnter(); } // expect: CAP0026
    void BadTernary() => Console.WriteLine(_a.TryEnter() ? 1 : _n); // expect: CAP0024, CAP0001
}

class Case_7401_results_that_travel
{
    readonly Latch7400 _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _m;

    void GoodLocal() { bool t = _a.TryEnter(); if (t) { _n++; _a.Exit(); } }
    void GoodCopy() { bool t = _a.TryEnter(); bool u = t; if (u) { _n++; _a.Exit(); } }
    void GoodNegatedCopy() { bool t = _a.TryEnter(); bool failed = !t; if (failed) return; _n++; _a.Exit(); }
    void GoodDoubleNegation() { bool t = !!_a.TryEnter(); if (!!t) { _n++; _a.Exit(); } }
    void GoodReassignedNegation() { bool t = _a.TryEnter(); t = !t; if (!t) { _n++; _a.Exit(); } }
    void GoodUnrelatedLoop(int i) { bool t = _a.TryEnter(); while (i-- > 0) { } if (t) { _n++; _a.Exit(); } }
    void GoodTwiceTested() { bool t = _a.TryEnter(); int x = 0; if (!t) x = 1; if (!t) return; _n += x; _a.Exit(); }
    void GoodTwoResults() { bool t = _a.TryEnter(); bool u = _b.TryEnter(); if (t) { _n++; _a.Exit(); } if (u) { _m++; _b.Exit(); } }
    void GoodTwoResultsCrosswise() { bool t = _a.TryEnter(); bool u = _b.TryEnter(); if (u) { if (t) { _n = _m++; _a.Exit(); } _b.Exit(); } else if (t) _a.Exit(); }
    void GoodOneOrTheOther(bool b) { if (b) { if (!_a.TryEnter()) return; } else _a.Enter(); _n++; _a.Exit(); }
    void GoodBoth() { if (_a.TryEnter() && _b.TryEnter()) { _n = _m; _b.Exit(); _a.Exit(); } } // expect: CAP0024
    void GoodBothReleased() { if (_a.TryEnter()) { if (_b.TryEnter()) { _n = _m; _b.Exit(); } _a.Exit(); } }
    void GoodResultOfATuple() { var (t, u) = (_a.TryEnter(), 1); if (t) { _n += u; _a.Exit(); } }
    void GoodPattern() { if (_a.TryEnter() is var t && t) { _n++; _a.Exit(); } }
    void GoodConditional(bool b) { bool t = b && _a.TryEnter(); if (t) { _n++; _a.Exit(); } }
    void GoodConditionalExpression(bool b) { bool t = b ? _a.TryEnter() : false; if (t) { _n++; _a.Exit(); } }
    void BadReassigned(bool b)
    {
        bool t = _a.TryEnter();
        t = b;
        if (t)
            _n++; // expect: CAP0002
    }
    void BadOtherResult()
    {
        bool t = _a.TryEnter(), u = _b.TryEnter();
        if (t)
            _m++; // expect: CAP0002
        if (t) _a.Exit();
        if (u) _b.Exit();
    }
    void BadReleasedBeforeTheTest()
    {
        bool t = _a.TryEnter();
        if (t) _a.Exit();
        if (t)
            _n++; // expect: CAP0002
    }
}

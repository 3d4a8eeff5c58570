// Where branches come together: what both hold, what one holds, and what a later test of the same value tells.

[Capability("latch")]
sealed class Latch7210
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    [AcquiresShared] public void EnterShared() { }
    [ReleasesShared] public void ExitShared() { }
    [ReleasesGeneric] public void ExitAny() { }
    [AssertsCapability] public void AssertHeld() { }
    [AssertsSharedCapability] public void AssertHeldShared() { }
}
class Case_7210_both_branches_and_one_branch
{
    readonly Latch7210 _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _m;
    static void Work() { }

    void GoodUnlockInBoth(bool b) { _a.Enter(); if (b) _a.Exit(); else _a.Exit(); }
    void GoodLockInBoth(bool b) { if (b) { Work(); _a.Enter(); } else _a.Enter(); _n++; _a.Exit(); }
    void GoodEmptyBranches(bool b, bool c) { _a.Enter(); if (b) { if (c) { } else { } } _n++; _a.Exit(); }
    void GoodSwitchBranches(int i) { switch (i) { case 0: _a.Enter(); break; case 1: Work(); _a.Enter(); break; default: _a.Enter(); break; } _n++; _a.Exit(); }
    void GoodConditionalExpression(bool b) { (b ? _a : _b).Enter(); Work(); (b ? _a : _b).Exit(); }
    void GoodDeadBranch() { _a.Enter(); if (false) _a.Exit(); _n++; _a.Exit(); }
    void GoodThrowingBranch(bool b) { if (b) throw new Exception(); _a.Enter(); _n++; _a.Exit(); }
    void GoodFailFast(bool b) { _a.Enter(); if (!b) Environment.FailFast("no"); _n++; _a.Exit(); }
    void GoodCorrelated(bool b) { if (b) _a.Enter(); Work(); if (b) { _n++; _a.Exit(); } }
    void GoodCorrelatedNot(bool b) { if (!b) Work(); else _a.Enter(); if (!b) return; _n++; _a.Exit(); }
    void BadOrderOfTwo(bool b)
    {
        if (b) { _a.Enter(); _b.Enter(); }
        else { _b.Enter(); _a.Enter(); } // expect: CAP0043
        _n++;
        _a.Exit();
        _b.Exit();
    }
    void BadOneEach(bool b)
    {
        if (b)
            _a.Enter(); // expect: CAP0024
        else
            _b.Enter(); // expect: CAP0024
    }
    void BadUnlockInOne(bool b)
    {
        _a.Enter(); // expect: CAP0024
        if (b) _a.Exit();
    }
    void BadLockInOne(bool b)
    {
        if (b) _a.Enter();
        Work();
        _a.Exit(); // expect: CAP0022
    }
    void BadChangedInBetween(bool b)
    {
        if (b) _a.Enter(); // expect: CAP0024
        b = !b;
        if (b) _a.Exit(); // expect: CAP0022
    }
    void BadOtherCondition(bool b, bool c)
    {
        if (b) _a.Enter();
        if (c) _a.Exit(); // expect: CAP0022
    }
}

class Case_7211_modes_that_meet
{
    readonly Latch7210 _a = new();
    [GuardedBy(nameof(_a))] int _n;
    static void Work(int n) { }

    void GoodBothShared(bool b) { if (b) _a.EnterShared(); else { Work(1); _a.EnterShared(); } Work(_n); _a.ExitShared(); }
    void GoodReadEither(bool b) { if (b) _a.EnterShared(); else _a.Enter(); Work(_n); _a.ExitAny(); }
    void GoodWriteWhereExclusive(bool b) { if (b) _a.EnterShared(); else _a.Enter(); if (!b) _n++; _a.ExitAny(); }
    void GoodExitByMode(bool b) { if (b) _a.EnterShared(); else _a.Enter(); Work(_n); if (b) _a.ExitShared(); else _a.Exit(); }
    void GoodGenericOfShared() { _a.EnterShared(); Work(_n); _a.ExitAny(); }
    void GoodGenericOfExclusive() { _a.Enter(); _n++; _a.ExitAny(); }
    void BadWriteEither(bool b)
    {
        if (b) _a.EnterShared(); else _a.Enter();
        _n++; // expect: CAP0002
        _a.ExitAny();
    }
    void BadExclusiveAsShared() { _a.Enter(); _n++; _a.ExitShared(); } // expect: CAP0023
    void BadSharedAsExclusive() { _a.EnterShared(); Work(_n); _a.Exit(); } // expect: CAP0023
    void BadReleasedAfterwards() { _a.Enter(); _n++; _a.ExitShared(); Work(_n); } // expect: CAP0023, CAP0001
    void BadSharedUnderExclusive() { _a.Enter(); _a.EnterShared(); _n++; _a.ExitShared(); _a.Exit(); } // expect: CAP0021
    void BadExclusiveUnderShared() { _a.EnterShared(); _a.Enter(); _n++; _a.Exit(); _a.ExitShared(); } // expect: CAP0021
}

class Case_7212_assertions_that_meet_holds
{
    readonly Latch7210 _a = new();
    [GuardedBy(nameof(_a))] int _n;
    static void Work(int n) { }

    void GoodBoth(bool b) { if (b) _a.AssertHeld(); else { Work(1); _a.AssertHeld(); } _n++; }
    void GoodAssertOrLock(bool b) { if (b) _a.AssertHeld(); else _a.Enter(); _n++; _a.Exit(); }
    void GoodShared() { _a.AssertHeldShared(); Work(_n); }
    void GoodAgain() { _a.AssertHeld(); _a.AssertHeld(); _n++; }
    void GoodUnderALock() { _a.Enter(); _a.AssertHeld(); _n++; _a.Exit(); }
    [Requires(nameof(_a))] void GoodUnderAContract() { _a.AssertHeld(); _n++; }
    [Releases(nameof(_a))] void GoodReleasing() { _a.AssertHeld(); _a.Exit(); }
    void GoodAssertedThenReleased() { _a.AssertHeld(); _n++; _a.Exit(); }
    void GoodStrengthened() { _a.AssertHeldShared(); Work(_n); _a.AssertHeld(); _n++; }
    [RequiresShared(nameof(_a))] void GoodStrengthenedContract() { _a.AssertHeld(); _n++; }
    void BadOneSide(bool b)
    {
        if (b) _a.AssertHeld();
        _n++; // expect: CAP0002
    }
    void BadShared() { _a.AssertHeldShared(); _n++; } // expect: CAP0002
    void BadWeaker(bool b)
    {
        if (b) _a.AssertHeld(); else _a.AssertHeldShared();
        _n++; // expect: CAP0002
    }
    void BadLockLeft(bool b)
    {
        if (b) _a.AssertHeld();
        else
            _a.Enter(); // expect: CAP0024
        _n++;
    }
    void BadRelock() { _a.AssertHeld(); _a.Exit(); _a.Enter(); _n++; } // expect: CAP0024
}

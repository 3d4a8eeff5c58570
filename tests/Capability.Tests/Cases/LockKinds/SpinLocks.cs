// SpinLock (a struct with a flag by reference, not reentrant) and [MethodImpl(Synchronized)].

class Case_2380_spin_lock
{
    SpinLock _spin = new();
    SpinLock _other;
    [GuardedBy(nameof(_spin))] int _n;

    void GoodFlag()
    {
        bool taken = false;
        try { _spin.Enter(ref taken); _n++; }
        finally { if (taken) _spin.Exit(); }
    }
    void GoodLinear() { bool taken = false; _spin.Enter(ref taken); _n++; _spin.Exit(); }
    void GoodFence() { bool taken = false; _spin.Enter(ref taken); _n++; _spin.Exit(useMemoryBarrier: false); }
    void GoodTry() { bool taken = false; _spin.TryEnter(ref taken); if (taken) { _n++; _spin.Exit(); } }
    void GoodTryTimeout() { bool taken = false; _spin.TryEnter(10, ref taken); if (!taken) return; _n++; _spin.Exit(); }
    void GoodTryTimeSpan()
    {
        bool taken = false;
        try { _spin.TryEnter(TimeSpan.FromMilliseconds(1), ref taken); if (taken) _n++; }
        finally { if (taken) _spin.Exit(); }
    }
    void GoodInTurn() { bool a = false; _spin.Enter(ref a); _n++; _spin.Exit(); bool b = false; _spin.Enter(ref b); _n++; _spin.Exit(); }
    void GoodTwoLocks() { bool a = false, b = false; _spin.Enter(ref a); _other.Enter(ref b); _n++; _other.Exit(); _spin.Exit(); }
    void GoodQuery() { if (_spin.IsHeldByCurrentThread) _n++; }
    void BadNone() { _n++; } // expect: CAP0002
    void BadOther()
    {
        bool taken = false;
        _other.Enter(ref taken);
        _n++; // expect: CAP0002
        _other.Exit();
    }
    void BadTwice()
    {
        bool a = false, b = false;
        _spin.Enter(ref a);
        _spin.Enter(ref b); // expect: CAP0021
        _n++;
        _spin.Exit();
    }
    void BadUntested()
    {
        bool taken = false;
        _spin.TryEnter(ref taken); // expect: CAP0026
        _n++;
        _spin.Exit();
    }
    void BadPolarity()
    {
        bool taken = false;
        _spin.TryEnter(ref taken);
        if (!taken)
            _n++; // expect: CAP0002
        if (taken) _spin.Exit();
    }
    void BadIsHeldIsNoQuery()
    {
        if (_spin.IsHeld)
            _n++; // expect: CAP0002
    }
    void BadLeak(bool b)
    {
        bool taken = false;
        _spin.Enter(ref taken); // expect: CAP0024
        if (b) return;
        _n++;
        _spin.Exit();
    }
    void BadReleasedTwice()
    {
        bool taken = false;
        _spin.Enter(ref taken);
        _spin.Exit();
        _spin.Exit(); // expect: CAP0022
    }
}

class Case_2390_synchronized_methods
{
    [GuardedBy("this")] int _n;
    [GuardedBy(typeof(Case_2390_synchronized_methods))] static int s_n;
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _m;

    [MethodImpl(MethodImplOptions.Synchronized)] void Good() { _n++; }
    [MethodImpl(MethodImplOptions.Synchronized)] int GoodArrow() => _n;
    [MethodImpl(MethodImplOptions.Synchronized | MethodImplOptions.NoInlining)] void GoodWithOthers() { if (_n > 3) return; _n++; }
    [MethodImpl(MethodImplOptions.Synchronized)] static void GoodStatic() { s_n++; }
    [MethodImpl(MethodImplOptions.Synchronized)] void GoodThrows() { if (_n == 0) throw new InvalidOperationException(); _n--; }
    [MethodImpl(MethodImplOptions.Synchronized)] void GoodWaits() { while (_n == 0) Monitor.Wait(this); _n--; }
    [MethodImpl(MethodImplOptions.Synchronized)] void GoodNested() { lock (this) _n++; _n--; }
    int GoodAccessors
    {
        [MethodImpl(MethodImplOptions.Synchronized)] get => _n;
        [MethodImpl(MethodImplOptions.Synchronized)] set => _n = value;
    }
    void GoodLockThis() { lock (this) _n++; }
    static void GoodLockType() { lock (typeof(Case_2390_synchronized_methods)) s_n++; }
    void BadPlain() { _n++; } // expect: CAP0002
    static void BadPlainStatic() { s_n++; } // expect: CAP0002
    [MethodImpl(MethodImplOptions.NoInlining)] void BadOtherOption() { _n++; } // expect: CAP0002
    [MethodImpl(MethodImplOptions.Synchronized)] void BadInstanceForStatic() { s_n++; } // expect: CAP0002
    [MethodImpl(MethodImplOptions.Synchronized)] static void BadStaticForInstance(Case_2390_synchronized_methods x) { x._n++; } // expect: CAP0002
    [MethodImpl(MethodImplOptions.Synchronized)] void BadOtherInstance(Case_2390_synchronized_methods x) { x._n++; } // expect: CAP0002
    [MethodImpl(MethodImplOptions.Synchronized)] void BadOtherLock() { _m++; } // expect: CAP0002
    void BadLockThisForType()
    {
        lock (this)
            s_n++; // expect: CAP0002
    }
    [MethodImpl(MethodImplOptions.Synchronized)]
    Action BadLambdaRunsLater() => () => _n++; // expect: CAP0002
    int HalfSynchronized
    {
        [MethodImpl(MethodImplOptions.Synchronized)] get => _n;
        set => _n = value; // expect: CAP0002
    }
}

// State with several guards, requirements of any one, assertions of one or the other, branches that hold different ones.

class Case_6050_one_of_several
{
    readonly object a = new();
    readonly object b = new();
    readonly object c = new();
    [GuardedBy(nameof(a), nameof(b))] int _n;
    [GuardedBy(nameof(a)), GuardedBy(nameof(b))] int _s;
    [GuardedBy(nameof(a))] int _one;
    [RequiresAny(nameof(a), nameof(b))] int Any() => _n;
    [RequiresAny(nameof(a), nameof(b), nameof(c))] void Three() { }
    [Requires(nameof(a))] void NeedA() { }
    [RequiresShared(nameof(a))] void NeedAShared() { }
    [Requires(nameof(a), nameof(b))] void NeedBoth() { }
    [Excludes(nameof(a))] void NotA() { }

    void G1() { lock (a) { var x = _n; Any(); Three(); } }
    void G2() { lock (b) { var x = _n; Any(); } }
    void G3() { lock (a) lock (b) _n++; }
    void B1() { lock (a) _n++; } // expect: CAP0002
    void B2() { lock (c) { var x = _n; } } // expect: CAP0001
    void B3() { lock (c) Any(); } // expect: CAP0011
    void G4() { lock (c) Three(); }
    void B4() { lock (a) { var x = _s; } } // expect: CAP0001
    void G5() { lock (a) lock (b) _s++; }
    void G6() { Debug.Assert(Monitor.IsEntered(a) || Monitor.IsEntered(b)); var x = _n; Any(); Three(); }
    void B6() { Debug.Assert(Monitor.IsEntered(a) || Monitor.IsEntered(b)); _n++; } // expect: CAP0002
    void B7() { Debug.Assert(Monitor.IsEntered(a) || Monitor.IsEntered(c)); var x = _n; } // expect: CAP0001
    void G8() { Debug.Assert(Monitor.IsEntered(a) || Monitor.IsEntered(b) || Monitor.IsEntered(c)); Three(); }
    void B8() { Debug.Assert(Monitor.IsEntered(a) || Monitor.IsEntered(b) || Monitor.IsEntered(c)); Any(); } // expect: CAP0011
    void G9(bool f) { if (f) Monitor.Enter(a); else Monitor.Enter(b); try { var x = _n; } finally { if (f) Monitor.Exit(a); else Monitor.Exit(b); } }
    void B9(bool f) { if (f) Monitor.Enter(a); else Monitor.Enter(b); try { _n++; } finally { if (f) Monitor.Exit(a); else Monitor.Exit(b); } } // expect: CAP0002
    void B10(bool f) { if (f) Monitor.Enter(a); var x = _n; if (f) Monitor.Exit(a); } // expect: CAP0001
    [RequiresAny(nameof(a), nameof(b))] int G11() => _n + Any();
    [RequiresAny(nameof(a), nameof(b))] void B11() { _n++; } // expect: CAP0002
    [RequiresAny(nameof(a), nameof(b))] void B12() { NeedA(); } // expect: CAP0011
    [RequiresAny(nameof(a), nameof(b))] void B13() { NeedAShared(); } // expect: CAP0011
    [RequiresAny(nameof(a), nameof(b))] void G14() { lock (a) { _one++; } Any(); }
    [RequiresAny(nameof(a), nameof(b))] void G15() { lock (a) lock (b) { _n++; } }
    [RequiresAny(nameof(a), nameof(b))] void G16() { Monitor.Enter(c); Monitor.Exit(c); Any(); }
    [RequiresAny(nameof(a), nameof(b))] void B17() { NotA(); } // expect: CAP0012
    [Requires(nameof(a)), RequiresAny(nameof(b), nameof(c))] void G18() { _one++; var x = _n; }
    [RequiresAny(nameof(a))] int G19() => _one;
    [RequiresAny(nameof(a))] void B19() { _one++; } // expect: CAP0002
    int G20() { if (Monitor.IsEntered(a) || Monitor.IsEntered(b)) return _n; return 0; }
    int B20() { if (Monitor.IsEntered(a) && Monitor.IsEntered(c)) return _n; return _n; } // expect: CAP0001
    int G21() { if (!Monitor.IsEntered(a) && !Monitor.IsEntered(b)) throw new Exception(); return _n; }
    void G22() { if (Monitor.IsEntered(a) && Monitor.IsEntered(b)) _n++; }
    int G23(int k) { switch (k) { case 0: Monitor.Enter(a); break; default: Monitor.Enter(b); break; } try { return _n; } finally { if (k == 0) Monitor.Exit(a); else Monitor.Exit(b); } }
    [RequiresAny(nameof(a), nameof(b), If = "must")] int G24(bool must) => must ? _n : 0;
    [RequiresAny(nameof(a), nameof(b))] void G26(List<int> l) { l.ForEach(x => Console.WriteLine(_n + x)); }
    [RequiresAny(nameof(a), nameof(b))] void B26() { Task.Run(() => _n); } // expect: CAP0001
}
class Case_6051_one_of_several_in_some_mode
{
    readonly ReaderWriterLockSlim _rw = new();
    readonly object _o = new();
    [GuardedBy(nameof(_rw), nameof(_o))] int _n;
    void G1() { _rw.EnterReadLock(); try { var x = _n; } finally { _rw.ExitReadLock(); } }
    void B1() { _rw.EnterReadLock(); try { lock (_o) _n++; } finally { _rw.ExitReadLock(); } } // expect: CAP0002
    void G2() { _rw.EnterWriteLock(); try { lock (_o) _n++; } finally { _rw.ExitWriteLock(); } }
    void G3() { Debug.Assert(_rw.IsReadLockHeld || Monitor.IsEntered(_o)); var x = _n; }
    void G4() { Debug.Assert(_rw.IsReadLockHeld || _rw.IsWriteLockHeld); var x = _n; }
    void B4() { Debug.Assert(_rw.IsReadLockHeld || _rw.IsWriteLockHeld); lock (_o) _n++; } // expect: CAP0002
    [RequiresAny(nameof(_rw), nameof(_o))] int Any() => _n;
    void G5() { _rw.EnterReadLock(); try { Any(); } finally { _rw.ExitReadLock(); } }
}

// Contracts that depend on an argument, on a result, or speak of the object that comes back.
#nullable disable // a result that may be null tells whether a try succeeded

class Node6052 { public readonly object Gate = new(); [GuardedBy(nameof(Gate))] public int V; public bool Ok; }
class Case_6052_conditions_results_and_objects
{
    readonly object _g = new();
    readonly SemaphoreSlim _s = new(1);
    [GuardedBy(nameof(_g))] int _n;
    [Acquires(nameof(_g), If = "now")] void Enter(bool now) { if (now) Monitor.Enter(_g); }
    [Releases(nameof(_g), If = "now")] void Exit(bool now) { if (now) Monitor.Exit(_g); }
    [Acquires(nameof(_g), If = "!free")] void EnterNot(bool free) { if (!free) Monitor.Enter(_g); }
    [Requires(nameof(_g), If = "held")] void Put(bool held) { if (held) _n++; else lock (_g) _n++; }
    void G1() { Enter(true); _n++; Exit(true); }
    void B1() { Enter(false); _n++; } // expect: CAP0002
    void G2(bool x) { Enter(x); try { if (x) _n++; } finally { Exit(x); } }
    void B2(bool x) { Enter(x); _n++; Exit(x); } // expect: CAP0002
    void B3(bool x) { Enter(x); } // expect: CAP0024
    void G4(bool x) { EnterNot(!x); if (x) { _n++; Monitor.Exit(_g); } }
    void G5() { Put(false); lock (_g) Put(true); }
    void B5() { Put(true); } // expect: CAP0011
    void B6(bool x) { Put(x); } // expect: CAP0011
    void G6(bool x) { if (x) lock (_g) Put(x); else Put(x); }
    void G7(bool x, bool y) { var z = x && y; Enter(z); if (z) _n++; Exit(z); }
    void G8(string s) { Enter(s != null); if (s != null) { _n++; Exit(true); } }
    void G9(bool x) { Enter(now: x); Exit(now: x); }
    [Requires(nameof(_g), If = "held")] void Opt(bool held = false) { if (held) _n++; }
    void G10() { Opt(); }
    void B10() { Opt(true); } // expect: CAP0011

    [Acquires("return.Gate")] Node6052 Locked() { var n = new Node6052(); Monitor.Enter(n.Gate); return n; }
    [Acquires("n.Gate")] void LockedOut(out Node6052 n) { n = new Node6052(); Monitor.Enter(n.Gate); }
    [TryAcquires(true, "n.Gate")] bool TryLockedOut(out Node6052 n) { n = new Node6052(); return Monitor.TryEnter(n.Gate); }
    [TryAcquires(true, "return.Gate")] Node6052 TryLocked() { var n = new Node6052(); return Monitor.TryEnter(n.Gate) ? n : null; }
    void R1() { var n = Locked(); n.V++; Monitor.Exit(n.Gate); }
    void R2() { LockedOut(out var n); n.V++; Monitor.Exit(n.Gate); }
    void R3() { if (TryLockedOut(out var n)) { n.V++; Monitor.Exit(n.Gate); } }
    void R4() { var n = TryLocked(); if (n != null) { n.V++; Monitor.Exit(n.Gate); } }
    void R5() { if (TryLocked() is { } n) { n.V++; Monitor.Exit(n.Gate); } }
    void R6() { Locked(); } // expect: CAP0024
    void R7() { var n = Locked(); n.V++; } // expect: CAP0024
    void R8() { var n = Locked(); try { n.V++; } finally { Monitor.Exit(n.Gate); } n.V++; } // expect: CAP0002
    void R9() { if (!TryLockedOut(out var n)) { n.V++; return; } Monitor.Exit(n.Gate); } // expect: CAP0002
    [Acquires("return.Gate")] Node6052 R10() { var n = new Node6052(); return n; } // expect: CAP0025
    [Acquires("n.Gate")] void R11(out Node6052 n) { n = new Node6052(); } // expect: CAP0025
    [Acquires("return.Gate")] async Task<Node6052> R12() { await Task.Yield(); var n = new Node6052(); Monitor.Enter(n.Gate); return n; }
    async Task R13() { var n = await R12(); n.V++; Monitor.Exit(n.Gate); }
    bool X(out Node6052 n, bool c) { n = null; if (c) return false; n = Locked(); return true; } // expect: CAP0024
    [TryAcquires(true, nameof(_g))] bool T1() => Monitor.TryEnter(_g);
    [TryAcquires(false, nameof(_g))] bool T2() { if (Monitor.TryEnter(_g)) return false; return true; }
    [TryAcquires(true, nameof(_g))] bool T3() { if (Monitor.TryEnter(_g)) return false; return true; } // expect: CAP0024, CAP0025
    [TryAcquires(true, nameof(_g))] bool T4(bool c) { if (c) { Monitor.Enter(_g); return true; } return false; }
    [TryAcquires(true, nameof(_g), When = "ok")] void T5(ref bool ok) { Monitor.TryEnter(_g, ref ok); }
    [TryAcquires(true, nameof(_g))] async Task<bool> T6() { await Task.Yield(); return Monitor.TryEnter(_g); }
    [TryAcquires(true, nameof(_g))] bool T7() { var r = Monitor.TryEnter(_g); return r; }
    [TryAcquires(true, nameof(_g))] bool T8() { bool r = false; Monitor.TryEnter(_g, ref r); return r; }
    [TryAcquires(true, nameof(_g))] bool T9() { if (!Monitor.TryEnter(_g)) return false; if (_n > 3) { Monitor.Exit(_g); return false; } return true; }
    [TryAcquires(true, nameof(_s))] async Task<bool> T10() => await _s.WaitAsync(0);
    void U1() { if (T2()) return; _n++; Monitor.Exit(_g); }
    void U2() { bool ok = false; T5(ref ok); if (ok) { _n++; Monitor.Exit(_g); } }
    void U3() { var r = T1(); if (r) { _n++; Monitor.Exit(_g); } }
    void U4() { if (T1() == false) return; _n++; Monitor.Exit(_g); }
    void U5() { if (T1() is true) { _n++; Monitor.Exit(_g); } }
    void U6() { while (!T1()) Thread.Yield(); _n++; Monitor.Exit(_g); }
    void U7(bool c) { if (c && T1()) { _n++; Monitor.Exit(_g); } }
    void U8() { var x = T1() ? _n : 0; if (x > 0) { } } // expect: CAP0024
    void U9() { switch (T1()) { case true: _n++; Monitor.Exit(_g); break; } }
}

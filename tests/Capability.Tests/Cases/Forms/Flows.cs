// Scopes, conditions and exceptions in ordinary shapes.

[ScopedCapability]
ref struct Hold8931
{
    readonly Lock _l; bool _held;
    [Acquires("l")] public Hold8931(Lock l) { _l = l; l.Enter(); _held = true; }
    [Releases] public void Dispose() { if (_held) { _held = false; _l.Exit(); } }
    [Releases] public void Early() { _held = false; _l.Exit(); }
    [Acquires] public void Again() { _l.Enter(); _held = true; }
}
class Case_8931_scopes
{
    readonly Lock _l = new(), _k = new();
    [GuardedBy(nameof(_l))] int _n;
    [Acquires(nameof(_l))] Hold8931 Enter() => new(_l);
    [Acquires(nameof(_l))] [return: ScopedCapability] IDisposable EnterBoxed() { _l.Enter(); return null; }
    void Good1() { using var h = Enter(); _n++; }
    void Good2() { using (var h = new Hold8931(_l)) { _n++; h.Early(); h.Again(); _n++; } }
    void Good3(bool b) { using var h = b ? Enter() : new Hold8931(_l); _n++; }
    void Good4() { var h = Enter(); try { _n++; } finally { h.Dispose(); } }
    int Good5() { using (EnterBoxed()) return _n; }
    void Good6() { foreach (var i in new[] { 1, 2 }) { using var h = Enter(); if (i == 1) continue; _n++; break; } }
    void Good7() { using (Enter()) using (new Hold8931(_k)) _n++; }
    int Good8(int x) { switch (x) { case 1: { using var h = Enter(); return _n; } default: using (Enter()) return _n; } }
    void Bad1() { Enter(); _n++; } // expect: CAP0027
    void Bad2() { var h = Enter(); _n++; } // expect: CAP0027
    void Bad3() { using (var h = Enter()) h.Early(); _n++; } // expect: CAP0002
    void Bad4() { using (var h = Enter()) { h.Early(); h.Early(); } } // expect: CAP0022
    void Bad5() { using var h = new Hold8931(_k); _n++; } // expect: CAP0002
    void Bad6() { using var h = Enter(); h.Early(); _n++; } // expect: CAP0002
    void Bad8(bool b) { if (b) { using var h = Enter(); } _n++; } // expect: CAP0002
    void Good9() { Hold8931 h = default; try { h = Enter(); _n++; } finally { h.Dispose(); } }
}
class Case_8932_conditions
{
    readonly object _g = new(); readonly SemaphoreSlim _s = new(1, 1);
    [GuardedBy(nameof(_g))] int _n;
    [GuardedBy(nameof(_s))] int _m;
    enum Mode { A, B, C }
    void Good1(Mode m) { if (m == Mode.A) Monitor.Enter(_g); try { if (m is Mode.A) _n++; } finally { if (m == Mode.A) Monitor.Exit(_g); } }
    void Good2(int? x) { if (x.HasValue) Monitor.Enter(_g); if (x is not null) { _n++; Monitor.Exit(_g); } }
    void Good3(string s) { bool locked = !string.IsNullOrEmpty(s); if (locked) Monitor.Enter(_g); if (locked) { _n++; Monitor.Exit(_g); } }
    void Good4(bool a, bool b) { if (a && b) Monitor.Enter(_g); if (a && b) { _n++; Monitor.Exit(_g); } }
    void Good5(bool a) { if (!a) return; Monitor.Enter(_g); if (a) _n++; Monitor.Exit(_g); }
    void Good6() { if (Monitor.TryEnter(_g) is var ok && ok) { _n++; Monitor.Exit(_g); } }
    void Good7() { var ok = Monitor.TryEnter(_g, 0) || Monitor.TryEnter(_g, 100); if (!ok) return; _n++; Monitor.Exit(_g); }
    void Good8() { while (!Monitor.TryEnter(_g)) Thread.Yield(); _n++; Monitor.Exit(_g); }
    void Good9() { if (!_s.Wait(10)) { _s.Wait(); } _m++; _s.Release(); }
    void Good10() { switch (Monitor.TryEnter(_g)) { case true: _n++; Monitor.Exit(_g); break; case false: break; } }
    int Good11() => Monitor.TryEnter(_g) ? Take() : -1;
    [Releases(nameof(_g))] int Take() { try { return _n; } finally { Monitor.Exit(_g); } }
    void Good12(object o) { var taken = false; try { if (o is string { Length: > 3 }) Monitor.Enter(_g, ref taken); if (taken) _n++; } finally { if (taken) Monitor.Exit(_g); } }
    void Good13(bool b) { using (b ? new Freed(_g) : null) Console.WriteLine(); }
    sealed class Freed(object g) : IDisposable { public void Dispose() { lock (g) { } } }
    void Good14(bool b) { if (b) goto locked; Monitor.Enter(_g); locked: if (!b) { _n++; Monitor.Exit(_g); } }
    bool Good15() { bool got; if (got = Monitor.TryEnter(_g)) { _n++; Monitor.Exit(_g); } return got; }
    void Good16() { for (var got = false; ; got = Monitor.TryEnter(_g)) { if (!got) continue; _n++; Monitor.Exit(_g); break; } }
    void Good17(int tries) { bool got = false; while (tries-- > 0 && !(got = Monitor.TryEnter(_g, 1))) { } if (!got) return; _n++; Monitor.Exit(_g); }
    void Good18(bool a, bool b) { var both = a | b; if (both) Monitor.Enter(_g); if (both) Monitor.Exit(_g); }
    void Bad1(bool a, bool b) { if (a || b) Monitor.Enter(_g); if (a) { _n++; } if (a || b) Monitor.Exit(_g); _n--; } // expect: CAP0002
    void Bad2(bool a) { if (a) Monitor.Enter(_g); a = !a; if (a) Monitor.Exit(_g); } // expect: CAP0022, CAP0024
    void Bad3() { if (!Monitor.TryEnter(_g)) { _n++; return; } Monitor.Exit(_g); } // expect: CAP0002
    void Bad4() { if (Monitor.TryEnter(_g) | true) { _n++; Monitor.Exit(_g); } } // expect: CAP0002
    void Bad5(Mode m) { switch (m) { case Mode.A: Monitor.Enter(_g); break; } _n++; if (m == Mode.A) Monitor.Exit(_g); } // expect: CAP0002
}
class Case_8933_exceptions
{
    readonly object _g = new(); readonly Lock _l = new();
    [GuardedBy(nameof(_g))] int _n;
    void Good1() { try { Monitor.Enter(_g); _n++; } catch (Exception) { throw; } finally { if (Monitor.IsEntered(_g)) Monitor.Exit(_g); } }
    void Good2() { lock (_g) try { _n++; } catch { _n--; throw; } finally { _n = 0; } }
    void Good3() { Monitor.Enter(_g); try { _n++; return; } catch (InvalidOperationException e) when (Log(e)) { _n = 2; } finally { Monitor.Exit(_g); } bool Log(Exception e) => true; }
    void Bad1() { try { lock (_g) throw new Exception(); } catch { _n++; } } // expect: CAP0002
    void Bad2() { Monitor.Enter(_g); try { if (_n > 2) throw new Exception(); } finally { Monitor.Exit(_g); _n++; } } // expect: CAP0002
    void Bad3(bool b) { Monitor.Enter(_g); if (b) throw new Exception(); Monitor.Exit(_g); } // expect: CAP0024
    void Good9() { try { Monitor.Enter(_g); Work(); Monitor.Exit(_g); } catch { Monitor.Exit(_g); } }
    void Work() { }
    void Good4() { try { Work(); } finally { lock (_g) _n++; } }
    void Good5() { bool ok = false; Monitor.Enter(_g); try { Work(); ok = true; } finally { if (!ok) Monitor.Exit(_g); } _n++; Monitor.Exit(_g); }
    int Good6() { try { Monitor.Enter(_g); try { return _n; } finally { Monitor.Exit(_g); } } catch (ThreadInterruptedException) { return -1; } }
    void Good7() { try { lock (_g) { _n++; throw new Exception(); } } catch (Exception e) when (Swallow(e)) { } }
    static bool Swallow(Exception e) => true;
    void GoodFilterRunsFirst() { try { lock (_g) { throw new Exception(); } } catch (Exception) when (_n > 0) { } }
    void Good8() { try { } finally { Monitor.Enter(_g); try { _n++; } finally { Monitor.Exit(_g); } } }
}

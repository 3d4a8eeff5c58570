// Factories, adopted, deferred, inverse and retaken scopes, results that may be null, tasks of scopes.
#nullable disable // a result that may be null tells whether a try succeeded

[Capability("latch")]
class Latch6045
{
    [Acquires] public void Enter() { }
    [AcquiresShared] public void EnterShared() { }
    [TryAcquires(true)] public bool TryEnter() => true;
    [ReleasesGeneric] public void Exit() { }
}
[ScopedCapability]
sealed class Hold6045 : IDisposable
{
    [Acquires("latch")] public Hold6045(Latch6045 latch) { latch.Enter(); }
    [AcquiresShared("latch")] public Hold6045(Latch6045 latch, bool shared) { latch.EnterShared(); }
    [Excludes("latch")] public Hold6045(Latch6045 latch, int deferred) { }
    [Requires("latch")] public Hold6045(Latch6045 latch, string adopted) { }
    [RequiresShared("latch")] public Hold6045(Latch6045 latch, char adopted) { }
    [Releases] public void Exit() { }
    [Acquires] public void Enter() { }
    [AcquiresShared] public void EnterShared() { }
    [TryAcquires(true)] public bool TryEnter() => true;
    [ReleasesGeneric] public void Dispose() { }
}
[ScopedCapability]
sealed class Inverse6045 : IDisposable
{
    [Releases("latch")] public Inverse6045(Latch6045 latch) { latch.Exit(); }
    [Releases] public void Dispose() { }
    [Acquires] public void Unlock() { }
    [Releases] public void Lock() { }
}
[ScopedCapability]
sealed class Swap6045 : IDisposable
{
    [Releases("from"), Acquires("to")] public Swap6045(Latch6045 from, Latch6045 to) { from.Exit(); to.Enter(); }
    [Releases] public void Dispose() { }
}
class Case_6045_what_scopes_take_adopt_defer_and_give_back
{
    readonly Latch6045 _a = new();
    readonly Latch6045 _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _m;
    [Acquires(nameof(_a))] Hold6045 Make() { var h = new Hold6045(_a); return h; }
    [Acquires(nameof(_a))] Hold6045 Make2() => new Hold6045(_a);
    [AcquiresShared(nameof(_a))] Hold6045 MakeShared() => new Hold6045(_a, true);
    [Requires(nameof(_a))] Hold6045 Adopt() => new Hold6045(_a, "");
    [TryAcquires(true, nameof(_a))] Hold6045 TryMake() => _a.TryEnter() ? new Hold6045(_a, "") : null;
    [Acquires(nameof(_a))] [return: ScopedCapability] IDisposable MakeI() => new Hold6045(_a);
    [TryAcquires(true, nameof(_a))] [return: ScopedCapability] IDisposable TryMakeI() => _a.TryEnter() ? new Hold6045(_a, "") : null;
    [Acquires(nameof(_a))] [return: ScopedCapability] async Task<IDisposable> MakeT() { await Task.Yield(); return new Hold6045(_a); }
    [Acquires(nameof(_a))] [return: ScopedCapability] async ValueTask<IDisposable> MakeV() { await Task.Yield(); return new Hold6045(_a); }
    [TryAcquires(true, nameof(_a))] [return: ScopedCapability] async Task<IDisposable> TryMakeT() { await Task.Yield(); return _a.TryEnter() ? new Hold6045(_a, "") : null; }

    void G1() { using var h = Make(); _n++; }
    void G2() { using (Make2()) _n++; }
    int G3() { using (MakeShared()) return _n; }
    void B3() { using (MakeShared()) _n++; } // expect: CAP0002
    void G4() { _a.Enter(); using var h = Adopt(); _n++; }
    void B4() { using var h = Adopt(); _n++; } // expect: CAP0011
    void G5() { using var h = TryMake(); if (h != null) _n++; }
    void G5b() { using (var h = TryMake()) { if (h is null) return; _n++; } }
    void G5c() { using (var h = TryMake()) { if (h is { } x) _n++; } }
    void B5() { using var h = TryMake(); _n++; } // expect: CAP0026
    void B5b() { using (var h = TryMake()) { if (h is not null) _n++; } _n++; } // expect: CAP0002
    void G6() { using (MakeI()) _n++; }
    void G7() { using var h = TryMakeI(); if (h == null) return; _n++; }
    void G7b() { var h = TryMakeI(); if (h == null) return; try { _n++; } finally { h.Dispose(); } }
    void B7() { var h = TryMakeI(); if (h == null) return; _n++; } // expect: CAP0027
    void B8() { Make(); } // expect: CAP0027
    void B9() { var h = Make(); _n++; } // expect: CAP0027
    void B10(bool c) { var h = Make(); _n++; if (c) h.Dispose(); } // expect: CAP0027
    async Task G11() { using (await MakeT()) _n++; }
    async Task G11b() { using var h = await MakeT().ConfigureAwait(false); _n++; }
    async Task G12() { using (await MakeV()) _n++; }
    async Task G13() { using var h = await TryMakeT(); if (h != null) _n++; }
    async Task B13() { using var h = await TryMakeT(); _n++; } // expect: CAP0026
    async Task B14() { MakeT(); } // expect: CAP0027
    async Task B15() { using (MakeT()) await Task.Yield(); } // expect: CAP0027
    async Task B16() { await MakeT(); } // expect: CAP0027
    async Task G17() { var t = MakeT(); using var h = await t; _n++; }
    void G18(bool c) { using var h = new Hold6045(_a, 1); if (c) { h.Enter(); _n++; } }
    void B18(bool c) { using var h = new Hold6045(_a, 1); if (c) h.Enter(); _n++; } // expect: CAP0002
    void G19() { using var h = new Hold6045(_a); h.Exit(); h.EnterShared(); var x = _n; }
    void B19() { using var h = new Hold6045(_a); h.Exit(); h.EnterShared(); _n++; } // expect: CAP0002
    void B20() { using var h = new Hold6045(_a); h.Exit(); h.Exit(); } // expect: CAP0022
    void B21() { using var h = new Hold6045(_a); h.Enter(); } // expect: CAP0021
    void B21b() { using var h = new Hold6045(_a); _a.Enter(); } // expect: CAP0021
    void G22(bool c) { using var h = new Hold6045(_a); if (c) h.Exit(); }
    void B22(bool c) { using var h = new Hold6045(_a); if (c) h.Exit(); h.Exit(); } // expect: CAP0022
    void G23() { using var h = new Hold6045(_a); _a.Exit(); h.Enter(); _n++; }
    void G24() { using var h = new Hold6045(_a, 1); if (h.TryEnter()) _n++; }
    void B24() { using var h = new Hold6045(_a, 1); h.TryEnter(); _n++; } // expect: CAP0026
    void B25() { using var h = new Hold6045(_a, 1); if (!h.TryEnter()) _n++; } // expect: CAP0002
    [Releases(nameof(_a))] void G26() { using var h = new Hold6045(_a, ""); _n++; }
    [Requires(nameof(_a))] void B26() { using var h = new Hold6045(_a, ""); _n++; } // expect: CAP0025
    [Requires(nameof(_a))] void G27() { using (new Inverse6045(_a)) Thread.Yield(); _n++; }
    [Requires(nameof(_a))] void B27() { using (new Inverse6045(_a)) _n++; } // expect: CAP0002
    void G28() { using (new Hold6045(_a)) { _n++; using (new Inverse6045(_a)) Thread.Yield(); _n++; } }
    void B28() { using (new Inverse6045(_a)) Thread.Yield(); } // expect: CAP0022
    [Requires(nameof(_a))] void G29() { using (new Swap6045(_a, _b)) _m++; _n++; }
    [Requires(nameof(_a))] void B29() { using (new Swap6045(_a, _b)) _n++; } // expect: CAP0002
    void B30(bool c) { Hold6045 h; if (c) h = new Hold6045(_a); else h = new Hold6045(_b); using (h) _n++; } // expect: CAP0002
    void G31() { Hold6045 h = null; try { h = Make(); _n++; } finally { h?.Dispose(); } }
    void G32() { var h = Make(); try { _n++; } finally { h.Dispose(); } }
    void G33() { using Hold6045 h = Make(), i = new Hold6045(_b); _n++; _m++; }
    Hold6045 _field;
    void G34() { _field = new Hold6045(_a); _n++; }
    void G35(List<Hold6045> all) { all.Add(new Hold6045(_a)); }
    void G36() { foreach (var i in new[] { 1, 2 }) { using var h = new Hold6045(_a); if (i == 1) continue; if (i == 2) break; _n++; } }
    [Requires(nameof(_a))] void G37() { using var i = new Inverse6045(_a); i.Lock(); _n++; }
    [Requires(nameof(_a))] void B37() { using (var i = new Inverse6045(_a)) { i.Lock(); i.Unlock(); _n++; } } // expect: CAP0002
    [Requires(nameof(_a))] void B38() { using (var i = new Inverse6045(_a)) { i.Unlock(); } } // expect: CAP0022
    void G39() { using (var h = TryMake()) if (h is null) throw new Exception(); else _n++; }
    Hold6045 G40() => new Hold6045(_a);
    bool G41(out Hold6045 h) { h = null; return false; }
    void G42() { using (var h = new Hold6045(_a)) { Hold6045 same = h; same.Exit(); } using (new Hold6045(_a)) _n++; }
    async Task G43() { await using var x = new AsyncHold6045(_a); _n++; }
    async Task B43() { await using (var x = new AsyncHold6045(_a)) { } _n++; } // expect: CAP0002
}
[ScopedCapability]
sealed class AsyncHold6045 : IAsyncDisposable
{
    [Acquires("latch")] public AsyncHold6045(Latch6045 latch) { latch.Enter(); }
    [Releases] public ValueTask DisposeAsync() => default;
}

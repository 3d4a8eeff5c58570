// Contracts on delegate types, fields and parameters; what is converted to them, what is kept of what was promised in place.

[Requires("s.Gate")] delegate void OnShelf6060(Shelf6060 s);
[Requires("s.Gate"), Requires("s.Other")] delegate void OnBoth6060(Shelf6060 s);
class Shelf6060 { public readonly object Gate = new(); public readonly object Other = new(); [GuardedBy(nameof(Gate))] public int V; [Requires(nameof(Gate))] public void Bump() => V++; [Requires(nameof(Gate))] public Action Locked; public event Action Ev; 
  [Requires(nameof(Gate))] public event Action LockedEv; }
static class Shelves6060 { [Requires("s.Gate")] public static void Inc(this Shelf6060 s) => s.V++; }
class Case_6060_contracts_of_delegates
{
    readonly object _g = new();
    readonly object _h = new();
    [GuardedBy(nameof(_g))] int _n;
    Action _plain;
    [Requires(nameof(_g))] Action _need;
    [RequiresShared(nameof(_g))] Action _needShared;
    [Acquires(nameof(_g))] Action _enter;
    [Releases(nameof(_g))] Action _exit;
    [TryAcquires(true, nameof(_g))] Func<bool> _try;
    [Excludes(nameof(_g))] Action _without;
    [Requires(nameof(_g))] Action<Shelf6060> _needS;

    [Requires(nameof(_g))] void Need() => _n++;
    [RequiresShared(nameof(_g))] int NeedShared() => _n;
    [RequiresShared(nameof(_g))] void NeedSharedV() { }
    [Acquires(nameof(_g))] void Enter() => Monitor.Enter(_g);
    [Releases(nameof(_g))] void Exit() => Monitor.Exit(_g);
    [TryAcquires(true, nameof(_g))] bool Try() => Monitor.TryEnter(_g);
    void Free() { }
    [Excludes(nameof(_g))] void Without() { lock (_g) _n++; }

    void G1() { lock (_g) _need(); _enter(); _n++; _exit(); if (_try()) { _n++; _exit(); } _without(); }
    void B1() { _need(); } // expect: CAP0011
    void B2() { _enter(); } // expect: CAP0024
    void B3() { _exit(); } // expect: CAP0022
    void B4() { lock (_g) _without(); } // expect: CAP0012
    void B5() { _try(); } // expect: CAP0026
    void G6(Shelf6060 s) { lock (s.Gate) { s.Locked(); s.Locked?.Invoke(); } }
    void B6(Shelf6060 s) { s.Locked(); } // expect: CAP0011
    void B6b(Shelf6060 s, Shelf6060 t) { lock (t.Gate) s.Locked(); } // expect: CAP0011
    void G7(OnShelf6060 f, Shelf6060 s) { lock (s.Gate) { f(s); f.Invoke(s); f?.Invoke(s); } }
    void B7(OnShelf6060 f, Shelf6060 s) { f(s); } // expect: CAP0011
    void G8(object gate, [Requires("gate")] Action<object> f, object x) { lock (gate) f(x); }
    void B8(object gate, [Requires("gate")] Action<object> f, object x) { lock (x) f(x); } // expect: CAP0011
    void G9() { lock (_g) G8(_g, o => _n++, _h); }
    void G9b() { G8(_g, o => _n++, _h); }
    void B9() { G8(_h, o => _n++, _g); } // expect: CAP0002
    void G10() { _need = Need; _need = Free; _need = NeedSharedV; _needShared = NeedSharedV; _enter = Enter; _exit = Exit; _try = Try; _without = Without; }
    void B10() { _needShared = Need; } // expect: CAP0306
    void B11() { _enter = Free; } // expect: CAP0306
    void B12() { _enter = Exit; } // expect: CAP0306
    void B13() { _plain = Enter; } // expect: CAP0306
    void B14() { _plain = Without; } // expect: CAP0306
    void B15() { _without = Need; } // expect: CAP0306
    void B16(Case_6060_contracts_of_delegates other) { other._need = Need; } // expect: CAP0306
    void G16(Case_6060_contracts_of_delegates other) { other._need = other.Need; var same = this; same._need = Need; }
    void B17() { new Thread(Need).Start(); } // expect: CAP0306
    void B18() { Task.Run(Need); } // expect: CAP0306
    void B19(Shelf6060 s) { s.Ev += Need; } // expect: CAP0306
    void G19(Shelf6060 s) { s.Ev -= Need; _plain -= Need; if (_plain == Need) { } }
    void B20() { _plain += Need; } // expect: CAP0306
    void B21(bool c) { _plain = c ? Need : Free; } // expect: CAP0306
    void G21(bool c) { _need = c ? Need : Free; }
    void B22() { Action[] all = { Free, Need }; } // expect: CAP0306
    void B23() { var l = new List<Action> { Free, Need }; } // expect: CAP0306
    void B24() { Action a = Need; _plain = a; } // expect: CAP0306
    void G24() { Action a = Need; _need = a; }
    void G25() { Action a = Need; lock (_g) Run(a); }
    void B25() { Action a = Need; Run(a); } // expect: CAP0011
    void Run([InvokedInPlace] Action a) => a();
    void G26() { lock (_g) { Run(Need); Run(() => _n++); Run([Requires(nameof(_g))] () => _n++); } }
    void B26() { Run([Requires(nameof(_g))] () => _n++); } // expect: CAP0011
    void G27() { lock (_g) { void F() => _n++; Run(F); } }
    void G28() { [Requires(nameof(_g))] void F() => _n++; lock (_g) { Run(F); F(); } }
    void B28() { [Requires(nameof(_g))] void F() => _n++; Run(F); } // expect: CAP0011
    void B29() { [Requires(nameof(_g))] void F() => _n++; _plain = F; } // expect: CAP0306
    void G30() { OnShelf6060 f = s => s.V++; f = s => { s.Bump(); }; OnShelf6060 e = Shelves6060.Inc; OnShelf6060 d = delegate (Shelf6060 s) { s.V++; }; }
    void B30(OnShelf6060 f) { _plainS = new Action<Shelf6060>(f); } // expect: CAP0306
    void B30b(OnShelf6060 f) { _plainS = f.Invoke; } // expect: CAP0306
    Action<Shelf6060> _plainS;
    void B31(Shelf6060 s) { Action<Shelf6060> g = Shelves6060.Inc; g(s); } // expect: CAP0011
    Action<Shelf6060> B32() => Shelves6060.Inc; // expect: CAP0306
    void B33(Shelf6060 s) { _plain = s.Inc; } // expect: CAP0306
    void G33(Shelf6060 s) { s.Locked = s.Inc; s.Locked = s.Bump; }
    void B34(Shelf6060 s, Shelf6060 t) { s.Locked = t.Bump; } // expect: CAP0306
    void G35() { OnBoth6060 b = Shelves6060.Inc; }
    OnShelf6060 B35(OnBoth6060 f) { return new OnShelf6060(f); } // expect: CAP0306
    void G36() { Func<int> f = () => { lock (_g) return _n; }; }
    void G37() { ((Action)Need).ToString(); Action a = Need; if (a != null) lock (_g) a(); }
    void G38() { lock (_g) { Action a = Need; a?.Invoke(); } }
    void G38b() { Action a = () => _n++; lock (_g) a?.Invoke(); }
    void B39() { Action a = Need; a(); } // expect: CAP0011
    Action B40 => Need; // expect: CAP0306
    static Func<Case_6060_contracts_of_delegates, Action> G41 = c => c.Free;
    static Func<Case_6060_contracts_of_delegates, Action> B41 = c => c.Need; // expect: CAP0306
    Action B42() { Action a = () => Need(); return a; } // expect: CAP0011
    Lazy<int> B43() => new Lazy<int>(NeedShared); // expect: CAP0306
    event Action Mine { [Requires(nameof(_g))] add { _n++; } remove { } }
    void B44() { Mine += Free; } // expect: CAP0011
    void G44() { lock (_g) Mine += Free; Mine -= Free; }
    void T1([InvokedInPlace] Action s) { var a = s; _plain = a; } // expect: CAP0306
    void T2([InvokedInPlace] Action s) { _plain = _plain + s; } // expect: CAP0306
    void T3([InvokedInPlace] Action s) { _plain = s ?? Free; } // expect: CAP0306
    void T4([InvokedInPlace] Action s) { void F() => s(); F(); Action g = () => s(); g(); Run(() => s()); }
    void T5([InvokedInPlace] Action s) { void F() => s(); _plain = F; } // expect: CAP0306
    Action T6([InvokedInPlace] Action s) => s; // expect: CAP0306
    Action T7([InvokedInPlace] Action s) => () => s(); // expect: CAP0306
    void T8([InvokedInPlace] Action s, out Action o) { o = s; } // expect: CAP0306
    void T9([InvokedInPlace] Action s, Action[] o) { o[0] = s; } // expect: CAP0306
    void T10([InvokedInPlace] Action s) { Ev2 += s; } // expect: CAP0306
    event Action Ev2;
    void T11([InvokedInPlace] Action s) { if (s == null) return; s(); var t = s; t(); }
    Action T12([InvokedInPlace] Func<Action> s) { return s(); }
    async Task T13([InvokedInPlace] Func<Task> s) { await s(); }
    IEnumerable<Action> T14([InvokedInPlace] Action s) { yield return s; } // expect: CAP0306
    void T15([InvokedInPlace] Action<int> s, List<int> l) { l.ForEach(s); foreach (var i in l.Where(x => { s(x); return true; })) { } }
}

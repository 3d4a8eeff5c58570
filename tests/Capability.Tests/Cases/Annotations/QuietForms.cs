// Annotations in the forms that mean something: nothing is reported at any of them.

namespace Deep5240.Inner
{
    static class Locks
    {
        public static readonly object Gate = new();
        public static class Nested { public static readonly object Gate = new(); }
        [Capability("role")] public static class Role { }
    }
}
[Capability("latch")]
class Latch5240
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    [TryAcquires(true)] public bool TryEnter() => true;
    [AssertsCapability] public void Check() { }
    [Excludes] public void Outside() { }
    [Requires] public void Inside() { }
}
sealed class Deeper5240 : Latch5240
{
    [Requires] public void Also() { }
}
class Owner5240
{
    public readonly object Gate = new();
    public Owner5240 Parent { get; }
    public object Sync => Gate;
    public object GetGate() => Gate;
}
abstract class Case_5240_names_that_resolve<T>
{
    protected readonly object Gate = new();
    static readonly object SGate = new();
    readonly Owner5240 _owner = new();
    readonly object[] _stripes = [new(), new()];
    readonly ImmutableArray<object> _fixed = [new()];
    readonly Dictionary<int, object> _byKey = new() { [1] = new() };
    readonly Latch5240 _latch = new();
    const int One = 1;
    object Name { get; } = new();
    [GuardedBy("Gate")] int _a;
    [GuardedBy("this.Gate")] int _b;
    [GuardedBy(" Gate ")] int _c;
    [GuardedBy("_owner.Gate")] int _d;
    [GuardedBy("_owner.Parent.Parent.Gate")] int _e;
    [GuardedBy("_owner.Sync")] int _f;
    [GuardedBy("_owner.GetGate()")] int _g;
    [GuardedBy("_stripes[0]")] int _h;
    [GuardedBy("_stripes[One]")] int _i;
    [GuardedBy("_fixed[0]")] int _j;
    [GuardedBy("Deep5240.Inner.Locks.Gate")] int _k;
    [GuardedBy("Deep5240.Inner.Locks.Nested.Gate")] int _l;
    [GuardedBy("global::Deep5240.Inner.Locks.Gate")] int _global;
    [GuardedBy(typeof(Deep5240.Inner.Locks), nameof(Deep5240.Inner.Locks.Gate))] int _m;
    [GuardedBy(typeof(Deep5240.Inner.Locks.Nested), "Gate")] int _n;
    [GuardedBy(typeof(Deep5240.Inner.Locks.Role))] int _o;
    [GuardedBy("Deep5240.Inner.Locks.Role")] int _p;
    [GuardedBy(nameof(Name))] int _q;
    [GuardedBy(nameof(_latch))] int _r;
    [GuardedBy("this")] int _s;
    [GuardedBy(typeof(Case_5240_names_that_resolve<>))] int _t;
    [GuardedBy(nameof(SGate))] static int _u;
    [GuardedBy(nameof(_v))] readonly List<T> _v = [];
    [GuardedBy("Gate", "SGate")] int _w;
    [GuardedBy("Gate"), GuardedBy("SGate")] int _x;
    [PtGuardedBy("Gate")] T[] _y;
    [WriteGuardedBy("Gate")] int _z;

    [Requires("Gate")] protected abstract void R1();
    [Requires("!Gate")] protected abstract void R2();
    [Requires("Gate", "!SGate")] protected abstract void R3();
    [Requires("owner.Gate")] protected abstract void R4(Owner5240 owner);
    [Requires("owner.Parent.Gate")] protected static void R5(Owner5240 owner) { }
    [Requires("gates[i]")] protected abstract void R6(object[] gates, int i);
    [Requires("gates[0]")] protected abstract void R7(object[] gates);
    [RequiresShared("_latch")] protected abstract void R8();
    [RequiresAny("Gate", "SGate")] protected abstract void R9();
    [Acquires("return.Gate")] protected abstract Owner5240 A1();
    [Acquires("made.Gate")] protected abstract void A2(out Owner5240 made);
    [Acquires("Gate", If = "really")] protected abstract void A3(bool really);
    [Acquires("Gate", If = "!not")] protected abstract void A4(bool not);
    [TryAcquires(true, "Gate")] protected abstract bool T1();
    [TryAcquires(false, "Gate")] protected abstract Task<bool> T2();
    [TryAcquires(true, "Gate")] protected abstract ValueTask<bool> T3();
    [TryAcquires(true, "Gate", When = "taken")] protected abstract void T4(ref bool taken);
    [TryAcquires(true, "Gate", When = "taken")] protected abstract int T5(out bool taken);
    [TryAcquires(true, "Gate"), TryAcquires(false, "SGate")] protected abstract bool T6();
    [Releases("Gate"), Acquires("Gate")] protected abstract void B1();
    [Releases("Gate"), Acquires("SGate")] protected abstract void B2();
    [Requires("Gate"), Acquires("SGate")] protected abstract void B3();
    [Requires("Gate"), Excludes("SGate")] protected abstract void B4();
    [ReleasesGeneric("_latch")] protected abstract void B5();
    [AssertsCapability("Gate")] protected abstract void S1();
    [AssertsSharedCapability("_latch")] protected abstract void S2();
    [ReturnsCapability("Gate")] protected abstract object G1();
    [ReturnsCapability("_owner.Gate")] protected abstract object G2 { get; }
    [Excludes("Gate")] protected abstract int E1 { get; set; }
    [Requires("Gate")] protected abstract int this[int i] { get; }
    [Requires("Gate")] protected abstract event Action Changed;
    void P1([Requires("Gate")] Action action) { }
    void P2([InvokedInPlace] Action action) => action();
    [Requires("Gate")] Action _callback;
    [AcquiredBefore("SGate")] readonly object _first = new();
    [AcquiredAfter("Gate")] readonly Lock _second = new();

    [GuardedBy("Gat")] int _wrong1; // expect: CAP0301
    [GuardedBy("_owner.Gate.X")] int _wrong2; // expect: CAP0301
    [GuardedBy("_owner.GetGate(1)")] int _wrong3; // expect: CAP0301
    [Requires("Gate")] protected static void Wrong4() { } // expect: CAP0301
    [Acquires("Gate", If = "maybe")] protected abstract void Wrong5(int maybe); // expect: CAP0303
    [TryAcquires(true, "Gate")] protected abstract void Wrong6(); // expect: CAP0303
    [TryAcquires(true, "Gate"), TryAcquires(false, "Gate")] protected abstract bool Wrong7(); // expect: CAP0307
    [Requires("Gate"), Excludes("this.Gate")] protected abstract void Wrong8(); // expect: CAP0307
    [GuardedBy("Gate")] static int _wrong9; // expect: CAP0305
}

class Case_5241_pairs_that_say_what_they_do
{
    // check: CAP0030
    readonly object _gate = new(), _plain = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly Lock _lock = new();
    readonly SemaphoreSlim _signal = new(0);
    [GuardedBy(nameof(_gate))] int _n;

    [Acquires(nameof(_gate))] void GoodEnter() => Monitor.Enter(_gate);
    [Releases(nameof(_gate))] void GoodExit() => Monitor.Exit(_gate);
    [AcquiresShared(nameof(_rw))] void GoodEnterRead() => _rw.EnterReadLock();
    [ReleasesShared(nameof(_rw))] void GoodExitRead() => _rw.ExitReadLock();
    [TryAcquires(true, nameof(_lock))] bool GoodTry() => _lock.TryEnter();
    [Releases(nameof(_lock))] void GoodExitLock() => _lock.Exit();
    void GoodBoth() { Monitor.Enter(_plain); try { } finally { Monitor.Exit(_plain); } }
    void GoodStatement() { lock (_plain) { } }
    void GoodScope() { using (_lock.EnterScope()) { } }
    void GoodSignal() => _signal.Release();
    void GoodAwaitsTheSignal() => _signal.Wait();
    void GoodCalls() { GoodEnter(); _n++; GoodExit(); }
    void GoodCallsInFinally() { GoodEnter(); try { _n++; } finally { GoodExit(); } }
    void GoodCallsTry() { if (GoodTry()) GoodExitLock(); }
    void GoodCallsShared() { GoodEnterRead(); GoodExitRead(); }
    [NoCapabilityAnalysis] void GoodWaived() => Monitor.Enter(_plain);
    void BadEnter() => Monitor.Enter(_plain); // expect: CAP0030
    void BadExit() => Monitor.Exit(_plain); // expect: CAP0030
}

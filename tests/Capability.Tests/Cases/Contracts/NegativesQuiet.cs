// What is known not to be held, and where nobody has to know it.
// enable: CAP0013

[Capability("latch")]
sealed class Latch4863
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    [TryAcquires(true)] public bool TryEnter() => true;
}
class Case_4863_not_held
{
    readonly Latch4863 _a = new();
    readonly object _reentrant = new();
    [GuardedBy(nameof(_a))] int _n;
    static void Work() { }

    [Requires("!_a")] void Take() { _a.Enter(); _n++; _a.Exit(); }
    [Excludes(nameof(_a))] void GoodExcludes() => Take();
    [Requires("!_a")] void GoodRequires() => Take();
    [Requires("!_a")] void GoodTwice() { Take(); Take(); }
    [Requires("!_a")] void GoodTakes() { _a.Enter(); _n++; _a.Exit(); Take(); }
    [Requires("!_a")] void GoodInABranch(bool b) { if (b) Take(); else Work(); }
    [Requires("!_a")] void GoodInALoop(int i) { while (i-- > 0) Take(); }
    [Requires("!_a")] void GoodTry() { if (_a.TryEnter()) { _n++; _a.Exit(); } Work(); }
    [Requires(nameof(_a))] void GoodAfterRelease() { _a.Exit(); Take(); _a.Enter(); }
    [Releases(nameof(_a))] void GoodReleasing() { _a.Exit(); Take(); }
    [Acquires(nameof(_a))] void GoodAcquiring() { Work(); _a.Enter(); }
    void GoodReentrant() { lock (_reentrant) lock (_reentrant) Work(); }
    void GoodNothing() => Work();
    void GoodLocalLatch() { var own = new Latch4863(); own.Enter(); own.Exit(); }
    void GoodOtherObject(Case_4863_not_held other) => Work();
    [Excludes(nameof(_a))] void GoodLocalFunction() { Inner(); void Inner() => Work(); }
    void BadCall() => Take(); // expect: CAP0013
    void BadTakes() { _a.Enter(); _n++; _a.Exit(); } // expect: CAP0013
    void BadFirstOfTwo() { Take(); Take(); } // expect: CAP0013
}

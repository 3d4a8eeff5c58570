// Requirements and exclusions at calls, and bodies that promise.

[Capability("latch")]
class Latch8100
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    [AcquiresShared] public void EnterShared() { }
    [ReleasesShared] public void ExitShared() { }
    [AssertsCapability] public void AssertHeld() { }
}
sealed class Cell8100
{
    public readonly Latch8100 Mu = new(), Other = new();
    [GuardedBy(nameof(Mu))] public int N;
    public Cell8100 Child;
    [Requires(nameof(Mu))] public void Write() => N++;
    [RequiresShared(nameof(Mu))] public int Read() => N;
    [Requires(nameof(Mu), nameof(Other))] public void Both() => N++;
    [Requires(nameof(Mu)), RequiresShared(nameof(Other))] public void Mixed() => N++;
    [Excludes(nameof(Mu))] public void Outside() { Mu.Enter(); N++; Mu.Exit(); }
    [Requires("other.Mu")] public static void Use(Cell8100 other) => other.N++;
    [Requires(nameof(Mu)), Requires("other.Mu")] public void Copy(Cell8100 other) => N = other.N;
    [Requires("Child.Mu")] public void ForChild() => Child.N++;
    [Requires("a.Mu", "b.Mu")] public static int operator +(Cell8100 a, Cell8100 b) => a.N + b.N;
    [Requires(nameof(Mu))] public int this[int i] { get => N + i; set => N = i + value; }
    [Requires("left.Mu"), Excludes("right.Mu")] public static void Move(Cell8100 left, Cell8100 right) { }
}
class Case_8100_calls
{
    readonly Cell8100 _x = new(), _y = new();

    void GoodExact() { _x.Mu.Enter(); _x.Write(); _x.Mu.Exit(); }
    int GoodSharedByShared() { _x.Mu.EnterShared(); int n = _x.Read(); _x.Mu.ExitShared(); return n; }
    int GoodSharedByExclusive() { _x.Mu.Enter(); int n = _x.Read(); _x.Mu.Exit(); return n; }
    void GoodBoth() { _x.Mu.Enter(); _x.Other.Enter(); _x.Both(); _x.Mixed(); _x.Mu.Exit(); _x.Other.Exit(); }
    void GoodMixed() { _x.Mu.Enter(); _x.Other.EnterShared(); _x.Mixed(); _x.Other.ExitShared(); _x.Mu.Exit(); }
    void GoodArgument() { _x.Mu.Enter(); Cell8100.Use(_x); Cell8100.Use(other: _x); _x.Mu.Exit(); }
    void GoodTwo() { _x.Mu.Enter(); _y.Mu.Enter(); _x.Copy(_y); _y.Copy(_x); int sum = _x + _y; _x.Mu.Exit(); _y.Mu.Exit(); }
    void GoodSelf() { _x.Mu.Enter(); _x.Copy(_x); _x.Mu.Exit(); }
    void GoodChild() { var child = _x.Child; child.Mu.Enter(); _x.ForChild(); child.Mu.Exit(); }
    void GoodIndexer() { _x.Mu.Enter(); _x[1] = _x[2]; _x[3]++; _x.Mu.Exit(); }
    void GoodExcluded() { _x.Outside(); _y.Mu.Enter(); _x.Outside(); _y.Mu.Exit(); }
    void GoodExcludedAfterwards() { _x.Mu.Enter(); _x.Mu.Exit(); _x.Outside(); }
    void GoodMove() { _x.Mu.Enter(); Cell8100.Move(_x, _y); _x.Mu.Exit(); }
    void GoodAsserted() { _x.Mu.AssertHeld(); _x.Write(); _x[0] = 1; }
    [Requires("x.Mu")] void GoodForwarded(Cell8100 x) { x.Write(); Cell8100.Use(x); }
    [Requires("x.Mu")] void GoodForwardedRenamed(Cell8100 x) { var same = x; same.Write(); }
    void BadNone() => _x.Write(); // expect: CAP0011
    int BadNoneShared() => _x.Read(); // expect: CAP0011
    void BadShared() { _x.Mu.EnterShared(); _x.Write(); _x.Mu.ExitShared(); } // expect: CAP0011
    void BadOtherObject() { _y.Mu.Enter(); _x.Write(); _y.Mu.Exit(); } // expect: CAP0011
    void BadOneOfTwo() { _x.Mu.Enter(); _x.Both(); _x.Mu.Exit(); } // expect: CAP0011
    void BadNeither() => _x.Both(); // expect: CAP0011
    void BadModeOfOne() { _x.Mu.EnterShared(); _x.Other.Enter(); _x.Mixed(); _x.Other.Exit(); _x.Mu.ExitShared(); } // expect: CAP0011
    void BadArgument() { _x.Mu.Enter(); Cell8100.Use(_y); _x.Mu.Exit(); } // expect: CAP0011
    void BadCopy() { _x.Mu.Enter(); _x.Copy(_y); _x.Mu.Exit(); } // expect: CAP0011
    int BadOperator() { _x.Mu.Enter(); int n = _x + _y; _x.Mu.Exit(); return n; } // expect: CAP0011
    int BadIndexer() => _x[1]; // expect: CAP0011
    void BadIndexerSet() => _x[1] = 2; // expect: CAP0011
    void BadChild() { _x.Mu.Enter(); _x.ForChild(); _x.Mu.Exit(); } // expect: CAP0011
    void BadExcluded() { _x.Mu.Enter(); _x.Outside(); _x.Mu.Exit(); } // expect: CAP0012
    void BadExcludedShared() { _x.Mu.EnterShared(); _x.Outside(); _x.Mu.ExitShared(); } // expect: CAP0012
    void BadMove() { _x.Mu.Enter(); _y.Mu.Enter(); Cell8100.Move(_x, _y); _y.Mu.Exit(); _x.Mu.Exit(); } // expect: CAP0012
    void BadReassignedArgument(Cell8100 x) { x.Mu.Enter(); x = _y; Cell8100.Use(x); _y.Mu.Exit(); } // expect: CAP0011
}

class Case_8101_bodies_that_promise
{
    readonly Latch8100 _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _m;
    static bool Fails() => true;

    [Requires(nameof(_a))] void GoodKeeps() { _n++; }
    [Requires(nameof(_a))] void GoodPauses() { _n++; _a.Exit(); _a.Enter(); _n--; }
    [Requires(nameof(_a))] void GoodPausesInALoop(int i) { while (i-- > 0) { _a.Exit(); _a.Enter(); } _n++; }
    [RequiresShared(nameof(_a))] int GoodShared() => _n;
    [Acquires(nameof(_a))] void GoodAcquires() => _a.Enter();
    [Acquires(nameof(_a))] void GoodAcquiresInBranches(bool b) { if (b) _a.Enter(); else { _a.Enter(); _n++; } }
    [Acquires(nameof(_a))] void GoodAcquiresOrThrows(bool b) { if (b) throw new InvalidOperationException(); _a.Enter(); }
    [Acquires(nameof(_a))] void GoodAcquiresThrough() => GoodAcquires();
    [Acquires(nameof(_a), nameof(_b))] void GoodAcquiresBoth() { _a.Enter(); _b.Enter(); _n = _m; }
    [AcquiresShared(nameof(_a))] void GoodAcquiresShared() => _a.EnterShared();
    [Releases(nameof(_a))] void GoodReleases() { _n++; _a.Exit(); }
    [Releases(nameof(_a))] void GoodReleasesInFinally() { try { _n++; } finally { _a.Exit(); } }
    [ReleasesShared(nameof(_a))] void GoodReleasesShared() { Console.WriteLine(_n); _a.ExitShared(); }
    [Releases(nameof(_a)), Acquires(nameof(_b))] void GoodHandsOver() { _n++; _b.Enter(); _a.Exit(); _m++; }
    [Requires(nameof(_a)), Acquires(nameof(_b))] void GoodTakesAnother() { _b.Enter(); _m = _n; }
    [Releases(nameof(_a)), AcquiresShared(nameof(_a))] void GoodDowngrades() { _n++; _a.Exit(); _a.EnterShared(); }
    [Requires(nameof(_a))] void GoodNeverReturns() { _a.Exit(); Environment.Exit(1); }
    [Requires(nameof(_a))] void GoodAlwaysThrows() => throw new NotSupportedException();
    [Acquires(nameof(_a))] void GoodAcquiresAnAlias() { var a = _a; a.Enter(); }
    [Excludes(nameof(_a))] void GoodExcludes() { _a.Enter(); _n++; _a.Exit(); }
    [NoCapabilityAnalysis, Acquires(nameof(_a))] void GoodWaived() { }
    void GoodCallsWaived() { GoodWaived(); _n++; _a.Exit(); }

    [Requires(nameof(_a))] void BadDrops() { _n++; _a.Exit(); } // expect: CAP0025
    [Requires(nameof(_a))] void BadDropsInOneBranch(bool b) { if (b) _a.Exit(); } // expect: CAP0025
    [RequiresShared(nameof(_a))] void BadDropsShared() { _a.ExitShared(); } // expect: CAP0025
    [Acquires(nameof(_a))] void BadNothing() { } // expect: CAP0025
    [Acquires(nameof(_a))] void BadOther() { _b.Enter(); } // expect: CAP0025
    [Acquires(nameof(_a))] void BadSometimes(bool b) { if (b) _a.Enter(); } // expect: CAP0025
    [Acquires(nameof(_a), nameof(_b))] void BadOneOfTwo() { _a.Enter(); } // expect: CAP0025
    [Acquires(nameof(_a))] void BadTakesAndDrops() { _a.Enter(); _n++; _a.Exit(); } // expect: CAP0025
    [Releases(nameof(_a))] void BadKeeps() { _n++; } // expect: CAP0024
    [Releases(nameof(_a))] void BadReleasesTwice() { _a.Exit(); _a.Exit(); } // expect: CAP0022
    [Releases(nameof(_a))] void BadUsesAfterwards() { _a.Exit(); _n++; } // expect: CAP0002
    [Acquires(nameof(_a))] void BadUsesBefore() { _n++; _a.Enter(); } // expect: CAP0002
    [RequiresShared(nameof(_a))] void BadWritesShared() => _n++; // expect: CAP0002
    [Excludes(nameof(_a))] void BadUsesExcluded() => _n++; // expect: CAP0002
    [Acquires(nameof(_a))] void BadReturnsEarly()
    {
        if (Fails()) return; // expect: CAP0025
        _a.Enter();
    }
}

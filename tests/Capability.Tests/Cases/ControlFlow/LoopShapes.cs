// Loops: taken and given back per round, kept around, left early, entered with and without.

[Capability("latch")]
sealed class Latch7540
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
    [AcquiresShared] public void EnterShared() { }
    [ReleasesShared] public void ExitShared() { }
    [TryAcquires(true)] public bool TryEnter() => true;
}
class Case_7540_loops
{
    readonly Latch7540 _a = new();
    readonly object _m = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_m))] int _k;
    static void Work() { }

    void GoodRounds(int i) { _a.Enter(); while (i-- > 0) { _a.Exit(); Work(); _a.Enter(); } _n++; _a.Exit(); }
    void GoodRoundsOfADo(int i) { _a.Enter(); do { _n++; _a.Exit(); _a.Enter(); } while (i-- > 0); _a.Exit(); }
    void GoodBreakHeld(int i) { while (true) { _a.Enter(); if (i-- < 0) break; _a.Exit(); } _n++; _a.Exit(); }
    void GoodContinueReleased(int i) { while (i-- > 0) { _a.Enter(); if (i == 3) { _a.Exit(); continue; } _n++; _a.Exit(); } }
    void GoodFlag(int i) { bool held = false; while (i-- > 0) { if (!held) { _a.Enter(); held = true; } _n++; } if (held) _a.Exit(); }
    void GoodEndless() { _a.Enter(); for (; ; ) _n++; }
    void GoodEndlessWithThrow() { while (true) { _a.Enter(); _n++; _a.Exit(); if (Environment.TickCount == 3) throw new Exception(); } }
    void GoodForEach(int[] row) { foreach (int i in row) { _a.Enter(); _n += i; _a.Exit(); } }
    void GoodNestedLoops(int[][] rows) { foreach (var row in rows) { _a.Enter(); foreach (int i in row) _n += i; _a.Exit(); } }
    void GoodRetry() { for (int i = 0; i < 3; i++) { if (!_a.TryEnter()) continue; try { _n++; return; } finally { _a.Exit(); } } }
    void GoodGoto(int i) { again: _a.Enter(); _n++; _a.Exit(); if (i-- > 0) goto again; }
    void GoodGotoOutOfTwo(int[][] rows) { foreach (var row in rows) foreach (int i in row) { _a.Enter(); if (i == 0) { _a.Exit(); goto done; } _n++; _a.Exit(); } done: ; }
    void GoodAlternating(int i) { bool held = false; while (i-- > 0) { if (held) { _n++; _a.Exit(); held = false; } else { _a.Enter(); held = true; } } if (held) _a.Exit(); }
    void GoodMonitorDeepensAndComesBack(int i) { lock (_m) while (i-- > 0) lock (_m) _k++; }
    void GoodWaitLoop() { lock (_m) { while (_k == 0) Monitor.Wait(_m); _k--; } }
    void GoodSharedRounds(int i) { _a.EnterShared(); while (i-- > 0) { _a.ExitShared(); _a.Enter(); _n++; _a.Exit(); _a.EnterShared(); } _a.ExitShared(); }

    void BadLeftEachRound(int i)
    {
        while (i-- > 0)
            _a.Enter(); // expect: CAP0021
        _a.Exit();
    }
    void BadReleasedEachRound(int i)
    {
        _a.Enter();
        do _a.Exit(); // expect: CAP0022
        while (i-- > 0);
    }
    void BadContinueReleased(int i)
    {
        _a.Enter();
        while (i-- > 0)
        {
            _n++; // expect: CAP0002
            _a.Exit();
            if (i == 3) continue;
            _a.Enter();
        }
        _a.Exit();
    }
    void BadBreakReleased(int i)
    {
        _a.Enter();
        while (i-- > 0)
        {
            _a.Exit();
            if (i == 3) break;
            _a.Enter();
        }
        _n++; // expect: CAP0002
        _a.Exit();
    }
    void BadAfterTheLoop(int i)
    {
        for (; i > 0; i--) { _a.Enter(); _n++; _a.Exit(); }
        _n++; // expect: CAP0002
    }
    void BadMonitorLeftOnBreak(int i)
    {
        while (i-- > 0)
        {
            Monitor.Enter(_m); // expect: CAP0024
            if (i == 3) break;
            Monitor.Exit(_m);
        }
    }
}

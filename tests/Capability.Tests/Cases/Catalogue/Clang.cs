// Situations of the Clang thread-safety test suite that have no case in another file.

sealed class Global9100
{
    public readonly object Gate = new();
    public static readonly Global9100 Instance = new();
}
[Capability("latch", Reentrant = false)]
class Latch9100
{
    [Acquires] public void Enter() { }
    [AcquiresShared] public void EnterShared() { }
    [TryAcquires(true)] public bool TryEnter() => true;
    [TryAcquiresShared(true)] public bool TryEnterShared() => true;
    [Releases] public void Exit() { }
    [ReleasesShared] public void ExitShared() { }
    [Releases, AcquiresShared] public void Demote() { }
    [ReleasesShared, Acquires] public void Promote() { }
    [AssertsCapability] public void AssertHeld() { }
    [AssertsSharedCapability] public void AssertShared() { }
}
struct Local9100
{
    public readonly object Gate;
    [GuardedBy(nameof(Gate))] public int Value;
    public Local9100(object gate) => Gate = gate;
}
sealed class NeedsTheGate9100(object gate) : IDisposable
{
    readonly object _gate = gate;
    [Requires("Global9100.Instance.Gate")] public void Dispose() => Console.WriteLine(_gate);
}
partial class Case_9100_direct_access_and_calls
{
    static readonly object s_gate = new();
    [GuardedBy(nameof(s_gate))] static int s_n;
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(s_gate))] static void GoodStatic() => s_n++;
    static void BadStatic() => s_n++; // expect: CAP0002

    [Releases(nameof(_gate))]
    int GoodReadsBeforeTheRelease()
    {
        int n = _n;
        Monitor.Exit(_gate);
        return n;
    }
    [Releases(nameof(_gate))]
    int BadReadsAfterTheRelease()
    {
        Monitor.Exit(_gate);
        return _n; // expect: CAP0001
    }
    [Acquires(nameof(_gate))]
    int GoodReadsAfterTheAcquisition()
    {
        Monitor.Enter(_gate);
        return _n;
    }

    void GoodParenthesised() { lock (_gate) ((this)).Needs(); }
    void BadParenthesised() => ((this)).Needs(); // expect: CAP0011
    [Requires(nameof(_gate))] void Needs() => _n++;

    static void GoodLockOfAValue(object gate)
    {
        var value = new Local9100(gate);
        lock (value.Gate) value.Value++;
    }
    static void GoodEnterLockOfAValue(object gate)
    {
        var value = new Local9100(gate);
        Monitor.Enter(value.Gate);
        value.Value++;
        Monitor.Exit(value.Gate);
    }
    static void BadLockOfAValueIsLeft(object gate)
    {
        var value = new Local9100(gate);
        Monitor.Enter(value.Gate); // expect: CAP0024
        value.Value++;
    }

    [Requires("Global9100.Instance.Gate")] static void NeedsTheGlobal() { }
    static void GoodGlobal() { lock (Global9100.Instance.Gate) NeedsTheGlobal(); }
    static void BadGlobal(Global9100 other) { lock (other.Gate) NeedsTheGlobal(); } // expect: CAP0011

    void GoodDisposedAfterAnAssertion()
    {
        Debug.Assert(Monitor.IsEntered(Global9100.Instance.Gate));
        using var needs = new NeedsTheGate9100(_gate);
    }
    void GoodDisposedUnderTheGate()
    {
        lock (Global9100.Instance.Gate)
            using (new NeedsTheGate9100(_gate)) Console.WriteLine("under it");
    }
    void BadDisposed()
    {
        using (new NeedsTheGate9100(_gate)) Console.WriteLine("without it"); // expect: CAP0011
    }

    [NoCapabilityAnalysis("shows what happens")] partial void GoodWaivedByTheDeclaration();
    partial void GoodWaivedByTheDeclaration() => _n++;
    partial void BadNotWaived();
    partial void BadNotWaived() => _n++; // expect: CAP0002
    [Requires(nameof(_gate))] partial void GoodRequiredByTheDeclaration();
    partial void GoodRequiredByTheDeclaration() => _n++;
    void BadCallsThePart() => GoodRequiredByTheDeclaration(); // expect: CAP0011
}
class Case_9110_loops_and_modes
{
    readonly Latch9100 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    void GoodContinueAfterTakingAgain(int[] work)
    {
        _latch.Enter();
        foreach (int item in work)
        {
            if (item > 0)
            {
                _latch.Exit();
                if (item > 1)
                {
                    _latch.Enter();
                    continue;
                }
                _latch.Enter();
            }
            _n += item;
        }
        _latch.Exit();
    }
    void GoodPromoteAndDemoteInEachRound(int[] work)
    {
        _latch.EnterShared();
        foreach (int item in work)
        {
            if (_n == item) continue;
            _latch.Promote();
            _n = item;
            _latch.Demote();
        }
        _latch.ExitShared();
    }
    void BadDemotedAtTheEndOfTheRound(int[] work)
    {
        _latch.Enter();
        foreach (int item in work)
        {
            _n = item; // expect: CAP0002
            _latch.Demote();
        }
        _latch.ExitShared(); // maybe: CAP0023
    }
    void GoodDemoted()
    {
        _latch.Enter();
        _n++;
        _latch.Demote();
        Console.WriteLine(_n);
        _latch.ExitShared();
    }
    void BadWritesAfterDemoting()
    {
        _latch.Enter();
        _latch.Demote();
        _n++; // expect: CAP0002
        _latch.ExitShared();
    }
    void GoodPromoted()
    {
        _latch.EnterShared();
        _latch.Promote();
        _n++;
        _latch.Exit();
    }
    void BadPromotesWhileExclusive()
    {
        _latch.Enter();
        _latch.Promote(); // expect: CAP0023
        _n++;
        _latch.Exit();
    }
    void BadDemotesWhileShared()
    {
        _latch.EnterShared();
        _latch.Demote(); // expect: CAP0023
        Console.WriteLine(_n);
        _latch.ExitShared();
    }
    void BadDemotesNothing() => _latch.Demote(); // expect: CAP0022
}
class Case_9130_tries_and_aliases
{
    readonly Latch9100 _latch = new();
    readonly Func<Latch9100> _find = () => new Latch9100();
    [GuardedBy(nameof(_latch))] int _n;
    Latch9100 _other = new();

    [TryAcquires(true, nameof(_latch)), TryAcquiresShared(false, nameof(_latch))] // expect: CAP0307
    bool Either() => _latch.TryEnter();

    void GoodResultAfterTheObjectWasReplaced(Latch9100 latch)
    {
        bool taken = latch.TryEnter();
        var kept = latch;
        latch = new Latch9100();
        if (taken) kept.Exit();
        latch.Enter();
        latch.Exit();
    }
    void GoodLatchedOutOfALoop()
    {
        bool taken = false;
        for (int i = 0; i < 10 && !taken; i++)
            taken = _latch.TryEnter();
        if (taken)
        {
            _n++;
            _latch.Exit();
        }
    }
    void GoodBrokenOutOfALoop()
    {
        while (true)
            if (_latch.TryEnter())
                break;
        _n++;
        _latch.Exit();
    }
    void BadLatchedAndNotReleased()
    {
        bool taken = false;
        for (int i = 0; i < 10 && !taken; i++)
            taken = _latch.TryEnter(); // expect: CAP0024
        if (taken) _n++;
    }
    void GoodTriedByOneNameReleasedByAnother()
    {
        var alias = _latch;
        if (!alias.TryEnter()) return;
        _n++;
        var again = alias;
        again.Exit();
    }
    void BadOfADelegate()
    {
        lock (_find()) _n++; // expect: CAP0002
    }
    void GoodSelfAssigned()
    {
        var latch = _latch;
        latch = latch;
        latch.Enter();
        _n++;
        latch.Exit();
    }
    void GoodChosenOnce()
    {
        var latch = _latch;
        latch = Choose(latch);
        latch.Enter();
        latch.Exit();
    }
    void BadChosenIsAnother()
    {
        var latch = _latch;
        latch = Choose(latch);
        latch.Enter();
        _n++; // expect: CAP0002
        latch.Exit();
    }
    Latch9100 Choose(Latch9100 latch) => _other ?? latch;
    [Acquires("latch")] static void EnterAndReplace(ref Latch9100 latch) => latch.Enter();
    void GoodEnteredByReference()
    {
        var latch = _latch;
        EnterAndReplace(ref latch);
        _latch.Exit();
    }
    void BadEnteredByReference()
    {
        var latch = _latch;
        EnterAndReplace(ref latch); // expect: CAP0024
        Console.WriteLine(latch);
    }
}
[Capability("role")]
static class Writer9131 { }
class Case_9131_what_must_not_be_held
{
    readonly Latch9100 _latch = new();

    [Excludes(nameof(_latch))] void Free() => Console.WriteLine("free of it");
    void GoodFailed()
    {
        if (_latch.TryEnter()) _latch.Exit();
        else Free();
    }
    void GoodReleased()
    {
        bool taken = _latch.TryEnter();
        if (taken) _latch.Exit();
        Free();
    }
    void BadWhileItMayBeHeld()
    {
        bool taken = _latch.TryEnter();
        Free(); // expect: CAP0012
        if (taken) _latch.Exit();
    }
    [Requires("!Writer9131")] static void NotTheWriter() => Console.WriteLine("anybody else");
    [Requires("!Writer9131")] static void GoodAnybody() => NotTheWriter();
    static void GoodUnknown() => NotTheWriter();
    [Requires(typeof(Writer9131))] static void BadWriter() => NotTheWriter(); // expect: CAP0012
}
class Case_9132_names_in_contracts_of_local_functions
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodNamed()
    {
        lock (_gate) Local();
        [Requires(nameof(_gate))] void Local() => _n++;
    }
    void GoodOfALocal()
    {
        var own = new Latch9100();
        own.Enter();
        Local();
        own.Exit();
        [Requires(nameof(own))] void Local() => Console.WriteLine(own);
    }
    void BadOfALocal(Latch9100 own)
    {
        Local(); // expect: CAP0011
        [Requires(nameof(own))] void Local() => Console.WriteLine(own);
    }
    void BadName()
    {
        lock (_gate) Local();
        [Requires("_gaet")] void Local() => _n++; // expect: CAP0301
    }
}

// Scope objects of the Clang thread-safety test suite that have no case in another file.

[Capability("latch", Reentrant = false)]
class Latch9120
{
    [Acquires] public void Enter() { }
    [AcquiresShared] public void EnterShared() { }
    [Releases] public void Exit() { }
    [ReleasesShared] public void ExitShared() { }
    [AssertsCapability] public void AssertHeld() { }
    [AssertsSharedCapability] public void AssertShared() { }
}
[ScopedCapability]
sealed class Hold9120 : IDisposable
{
    readonly Latch9120 _latch;
    [Acquires("latch")] public Hold9120(Latch9120 latch) { latch.Enter(); _latch = latch; }
    [Excludes("latch")] public Hold9120(Latch9120 latch, int deferred) { _latch = latch; Console.WriteLine(deferred); }
    [Acquires] public void Take() => _latch.Enter();
    [AcquiresShared] public void TakeShared() => _latch.EnterShared();
    [Releases] public void Drop() => _latch.Exit();
    [ReleasesGeneric] public void Dispose() { }
}
[ScopedCapability]
sealed class ByHand9120
{
    readonly Latch9120 _latch;
    [Acquires("latch")] public ByHand9120(Latch9120 latch) { latch.Enter(); _latch = latch; }
    [Releases] public void Finish() => _latch.Exit();
}
sealed class NoScope9120 : IDisposable
{
    readonly Latch9120 _latch;
    [Acquires("latch")] public NoScope9120(Latch9120 latch) { latch.Enter(); _latch = latch; }
    [Releases(nameof(_latch))] public void Dispose() => _latch.Exit();
}
class Case_9120_scopes_in_loops
{
    readonly Latch9120 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    void GoodTakenAndDroppedInEachRound(int[] work)
    {
        using var hold = new Hold9120(_latch, 0);
        foreach (int item in work)
        {
            hold.Take();
            _n += item;
            hold.Drop();
        }
    }
    void GoodDroppedAndTakenInEachRound(int[] work)
    {
        using var hold = new Hold9120(_latch);
        foreach (int item in work)
        {
            _n += item;
            hold.Drop();
            hold.Take();
        }
        _n++;
    }
    void GoodDroppedBeforeTheBreak(int[] work)
    {
        using var hold = new Hold9120(_latch);
        foreach (int item in work)
        {
            _n += item;
            if (item > 0) continue;
            hold.Drop();
            break;
        }
    }
    void BadAfterTheBreak(int[] work)
    {
        using var hold = new Hold9120(_latch);
        foreach (int item in work)
            if (item == 0)
            {
                hold.Drop();
                break;
            }
        _n++; // expect: CAP0002
    }
    void BadDroppedInALoop(int[] work)
    {
        using var hold = new Hold9120(_latch);
        foreach (int item in work)
            hold.Drop(); // expect: CAP0022
    }
}
class Case_9121_scopes_and_branches
{
    readonly Latch9120 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    int GoodSharedInOneBranch(bool shared)
    {
        using var hold = new Hold9120(_latch, 0);
        if (shared) hold.TakeShared();
        else hold.Take();
        return _n;
    }
    void BadSharedInOneBranch(bool shared)
    {
        using var hold = new Hold9120(_latch, 0);
        if (shared) hold.TakeShared();
        else hold.Take();
        _n++; // expect: CAP0002
    }
    void GoodTakenOrAsserted(bool take)
    {
        using var hold = new Hold9120(_latch, 0);
        if (take) hold.Take();
        else _latch.AssertHeld();
        _n++;
    }
    void BadTakenOrAssertedShared(bool take)
    {
        using var hold = new Hold9120(_latch, 0);
        if (take) hold.Take();
        else _latch.AssertShared();
        _n++; // expect: CAP0002
    }
    int GoodTakenOrAssertedSharedReads(bool take)
    {
        using var hold = new Hold9120(_latch, 0);
        if (take) hold.Take();
        else _latch.AssertShared();
        return _n;
    }
    void GoodDroppedByHandAndTakenByTheScope()
    {
        using var hold = new Hold9120(_latch);
        _latch.Exit();
        Console.WriteLine("without it");
        hold.Take();
        _n++;
    }
    void GoodDroppedByTheScopeAndTakenByHand()
    {
        using var hold = new Hold9120(_latch);
        hold.Drop();
        _latch.Enter();
        _n++;
        hold.Drop();
    }
}
class Case_9122_scopes_without_an_end_and_objects_that_are_none
{
    readonly Latch9120 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    void GoodFinished()
    {
        var hold = new ByHand9120(_latch);
        _n++;
        hold.Finish();
    }
    void GoodFinishedInBoth(bool early)
    {
        var hold = new ByHand9120(_latch);
        if (early)
        {
            hold.Finish();
            return;
        }
        _n++;
        hold.Finish();
    }
    void BadNeverFinished()
    {
        var hold = new ByHand9120(_latch); // expect: CAP0027
        _n++;
    }
    void GoodNoScopeOverItsMember()
    {
        var hold = new NoScope9120(_latch);
        _n++;
        _latch.Exit();
    }
    void BadNoScopeIsLeft()
    {
        var hold = new NoScope9120(_latch); // expect: CAP0024
        _n++;
    }
}
class Case_9123_scopes_as_arguments
{
    readonly Latch9120 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    void Drops([Releases(nameof(_latch))] Hold9120 hold, int times = 1, string why = "") => hold.Drop();
    void Needs([Requires(nameof(_latch))] Hold9120 hold, bool twice = false) => _n++;

    void GoodDefaults()
    {
        using var hold = new Hold9120(_latch);
        Needs(hold);
        Needs(hold, twice: true);
        Drops(hold);
    }
    void GoodNamed()
    {
        using var hold = new Hold9120(_latch);
        Drops(why: "named", hold: hold);
    }
    void BadAfterwards()
    {
        using var hold = new Hold9120(_latch);
        Drops(hold);
        _n++; // expect: CAP0002
    }
    void BadDropped()
    {
        using var hold = new Hold9120(_latch);
        Drops(hold);
        Needs(hold); // expect: CAP0011
    }
}
[ScopedCapability]
sealed class WithItsOwn9124 : IDisposable
{
    public readonly Latch9120 Other = new();
    readonly Latch9120 _latch;
    [Acquires("latch")] public WithItsOwn9124(Latch9120 latch) { latch.Enter(); _latch = latch; }
    [Acquires(nameof(Other))] public void TakeOther() => Other.Enter();
    [Releases(nameof(Other))] public void DropOther() => Other.Exit();
    [Requires(nameof(Other))] public void NeedsOther() { }
    [Releases] public void Dispose() => _latch.Exit();
}
partial class Case_9124_a_lock_beside_the_managed_one_and_parts_of_members
{
    readonly Latch9120 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    void GoodOther()
    {
        using var hold = new WithItsOwn9124(_latch);
        hold.TakeOther();
        hold.NeedsOther();
        _n++;
        hold.DropOther();
    }
    [Acquires(nameof(_latch))] WithItsOwn9124 Make() => new(_latch);
    void GoodOtherDirectly()
    {
        using var hold = new WithItsOwn9124(_latch);
        hold.Other.Enter();
        hold.NeedsOther();
        hold.DropOther();
    }
    void BadNeedsOther()
    {
        using var hold = Make();
        hold.NeedsOther(); // expect: CAP0011
    }
    void BadDropsOther()
    {
        using var hold = new WithItsOwn9124(_latch);
        hold.DropOther(); // expect: CAP0022
    }
    void BadOtherIsLeft()
    {
        using var hold = new WithItsOwn9124(_latch);
        hold.TakeOther(); // expect: CAP0024
    }
    partial void GoodPart([Requires(nameof(_latch))] Hold9120 hold);
    partial void GoodPart(Hold9120 hold) => _n++;
    void GoodCallsThePart()
    {
        using var hold = new Hold9120(_latch);
        GoodPart(hold);
    }
    void BadCallsThePart()
    {
        using var hold = new Hold9120(_latch);
        hold.Drop();
        GoodPart(hold); // expect: CAP0011
    }
}

// Scope objects that are passed to methods which say what they must manage.

[Capability("latch")]
class Latch6040
{
    [Acquires] public void Enter() { }
    [AcquiresShared] public void EnterShared() { }
    [Releases] public void Exit() { }
    [ReleasesShared] public void ExitShared() { }
}
[ScopedCapability]
sealed class Hold6040 : IDisposable
{
    [Acquires("latch")] public Hold6040(Latch6040 latch) { latch.Enter(); }
    [Acquires("first", "second")] public Hold6040(Latch6040 first, Latch6040 second) { first.Enter(); second.Enter(); }
    [AcquiresShared("latch")] public Hold6040(Latch6040 latch, bool shared) { latch.EnterShared(); }
    [Excludes("latch")] public Hold6040(Latch6040 latch, int deferred) { }
    [Requires("latch")] public Hold6040(Latch6040 latch, string adopted) { }
    [Releases] public void Exit() { }
    [Acquires] public void Enter() { }
    [AcquiresShared] public void EnterShared() { }
    [ReleasesGeneric] public void Dispose() { }
}

class Case_6040_bodies
{
    readonly Latch6040 _a = new();
    readonly Latch6040 _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _m;

    void GoodRequired([Requires(nameof(_a))] Hold6040 hold) => _n++;
    void GoodDropAndRetake([Requires(nameof(_a))] Hold6040 hold)
    {
        _n++;
        hold.Exit();
        hold.Enter();
        _n++;
    }
    void BadBetween([Requires(nameof(_a))] Hold6040 hold)
    {
        hold.Exit();
        _n++; // expect: CAP0002
        hold.Enter();
    }
    void BadNotRetaken([Requires(nameof(_a))] Hold6040 hold)
    {
        _n++;
        hold.Exit();
    } // expect: CAP0025
    int GoodShared([RequiresShared(nameof(_a))] Hold6040 hold) => _n;
    void BadShared([RequiresShared(nameof(_a))] Hold6040 hold) { _n++; } // expect: CAP0002
    void GoodReleased([Releases(nameof(_a))] Hold6040 hold)
    {
        _n++;
        hold.Exit();
    }
    void GoodDisposed([Releases(nameof(_a))] Hold6040 hold)
    {
        _n++;
        hold.Dispose();
    }
    void BadNotReleased([Releases(nameof(_a))] Hold6040 hold) // expect: CAP0024
    {
        _n++;
    }
    void BadTakenTwice([Releases(nameof(_a))] Hold6040 hold)
    {
        hold.Enter(); // expect: CAP0021
        hold.Exit();
    }
    void GoodAcquired([Acquires(nameof(_a))] Hold6040 hold)
    {
        hold.Enter();
        _n++;
    }
    void BadBeforeAcquired([Acquires(nameof(_a))] Hold6040 hold)
    {
        _n++; // expect: CAP0002
        hold.Enter();
    }
    void BadNotAcquired([Acquires(nameof(_a))] Hold6040 hold)
    {
    } // expect: CAP0025
    void BadReleasedFirst([Acquires(nameof(_a))] Hold6040 hold)
    {
        hold.Exit(); // expect: CAP0022
        hold.Enter();
    }
    void GoodExcluded([Excludes(nameof(_a))] Hold6040 hold)
    {
        hold.Enter();
        _n++;
        hold.Exit();
    }
    void BadExcludedLeft([Excludes(nameof(_a))] Hold6040 hold)
    {
        hold.Enter(); // expect: CAP0024
        _n++;
    }
    void BadExcludedReleased([Excludes(nameof(_a))] Hold6040 hold)
    {
        hold.Exit(); // expect: CAP0022
    }
    void GoodBoth([Requires(nameof(_a), nameof(_b))] Hold6040 hold)
    {
        _n++;
        _m++;
        hold.Exit();
        hold.Enter();
        _n = _m = 0;
    }
}

class Case_6041_calls
{
    readonly Latch6040 _a = new();
    readonly Latch6040 _b = new();
    [GuardedBy(nameof(_a))] int _n;

    void Need([Requires(nameof(_a))] Hold6040 hold) => _n++;
    void NeedShared([RequiresShared(nameof(_a))] Hold6040 hold, int more = 1) { }
    void NeedBoth([Requires(nameof(_a), nameof(_b))] Hold6040 hold) => _n++;
    void Drop([Releases(nameof(_a))] Hold6040 hold) => hold.Exit();
    void Take([Acquires(nameof(_a))] Hold6040 hold) => hold.Enter();
    void Without([Excludes(nameof(_a))] Hold6040 hold) { }
    static void NeedOf(Case_6041_calls other, [Requires("other._a")] Hold6040 hold) => other._n++;

    void GoodMatching()
    {
        using var hold = new Hold6040(_a);
        Need(hold);
        NeedShared(hold);
        _n++;
        NeedOf(this, hold);
    }
    void GoodSetWithoutOrder()
    {
        using (var hold = new Hold6040(_b, _a))
            NeedBoth(hold);
        _n++; // expect: CAP0002
    }
    void GoodDropped()
    {
        using var hold = new Hold6040(_a);
        Drop(hold);
        Take(hold);
        _n++;
    }
    void BadAfterDrop()
    {
        using var hold = new Hold6040(_a);
        Drop(hold);
        _n++; // expect: CAP0002
    }
    void BadAfterUsing()
    {
        using (var hold = new Hold6040(_a))
            Need(hold);
        _n++; // expect: CAP0002
    }
    void GoodTaken()
    {
        using var hold = new Hold6040(_a, 1);
        Without(hold);
        Take(hold);
        _n++;
    }
    void GoodTakenIsDisposed()
    {
        using (var hold = new Hold6040(_a, 1))
            Take(hold);
        using (var again = new Hold6040(_a))
            _n++;
    }
    void BadDeferred()
    {
        using var hold = new Hold6040(_a, 1);
        Need(hold); // expect: CAP0011
    }
    void BadSharedScope()
    {
        using var hold = new Hold6040(_a, shared: true);
        NeedShared(hold);
        Need(hold); // expect: CAP0011
    }
    void BadHeldScope()
    {
        using var hold = new Hold6040(_a);
        Without(hold); // expect: CAP0012
    }
    void BadDroppedTwice()
    {
        using var hold = new Hold6040(_a);
        Drop(hold);
        Drop(hold); // expect: CAP0022
    }
    void BadTakenTwice()
    {
        using var hold = new Hold6040(_a);
        Take(hold); // expect: CAP0021
    }
    void BadOtherLatch()
    {
        using var hold = new Hold6040(_b);
        Need(hold); // expect: CAP0028
    }
    void BadFewer()
    {
        using var hold = new Hold6040(_a);
        NeedBoth(hold); // expect: CAP0028
    }
    void BadMore()
    {
        using var hold = new Hold6040(_a, _b);
        Need(hold); // expect: CAP0028
    }
    void BadReleasesOther()
    {
        using var hold = new Hold6040(_b);
        Drop(hold); // expect: CAP0028
    }
    void BadOtherInstance(Case_6041_calls other)
    {
        using var hold = new Hold6040(_a);
        NeedOf(other, hold); // expect: CAP0028
    }
    void BadForward(Hold6040 hold)
    {
        Need(hold); // expect: CAP0028
    }
    void GoodForward([Requires(nameof(_a))] Hold6040 hold)
    {
        Need(hold);
        NeedShared(hold);
    }
    void BadForwardMore([Requires(nameof(_a), nameof(_b))] Hold6040 hold)
    {
        Need(hold); // expect: CAP0028
    }
    Hold6040 _kept;
    void GoodUnknownScope()
    {
        using var hold = new Hold6040(_a);
        Need(_kept);
    }
    void BadUnknownScope()
    {
        Need(_kept); // expect: CAP0011
    }
    void GoodAlias()
    {
        using var hold = new Hold6040(_a);
        var same = hold;
        Need(same);
    }
}

// Scopes with members of their own that release early and take again.

[Capability("latch")]
sealed class Latch4402
{
    [Acquires] public void Enter() { }
    [Releases] public void Exit() { }
}
[ScopedCapability]
sealed class Flexible4402 : IDisposable
{
    readonly Latch4402 _latch;
    bool _held;
    [Acquires("latch")]
    public Flexible4402(Latch4402 latch)
    {
        latch.Enter();
        _latch = latch;
        _held = true;
    }
    [Acquires]
    public void Take()
    {
        _latch.Enter();
        _held = true;
    }
    [Releases]
    public void Release()
    {
        _latch.Exit();
        _held = false;
    }
    [Releases] public void Dispose() { if (_held) _latch.Exit(); }
}
class Case_4402_members_that_release_early_and_take_again
{
    readonly Latch4402 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    void GoodEarly()
    {
        using var hold = new Flexible4402(_latch);
        _n++;
        hold.Release();
        Console.WriteLine("without it");
    }
    void GoodEarlyInOneBranch(bool early)
    {
        using var hold = new Flexible4402(_latch);
        if (early) hold.Release();
        else _n++;
    }
    void GoodAgain()
    {
        using var hold = new Flexible4402(_latch);
        hold.Release();
        hold.Take();
        _n++;
    }
    void GoodEndsReleased()
    {
        var hold = new Flexible4402(_latch);
        try { _n++; }
        finally
        {
            hold.Release();
            hold.Dispose();
        }
    }
    void BadAfterTheRelease()
    {
        using var hold = new Flexible4402(_latch);
        hold.Release();
        _n++; // expect: CAP0002
    }
    void BadReleasedTwice()
    {
        using var hold = new Flexible4402(_latch);
        hold.Release();
        hold.Release(); // expect: CAP0022
    }
    void BadTakenTwice()
    {
        using var hold = new Flexible4402(_latch);
        hold.Take(); // expect: CAP0021
        _n++;
    }
    void BadInOneBranch(bool early)
    {
        using var hold = new Flexible4402(_latch);
        if (early) hold.Release();
        _n++; // expect: CAP0002
    }
}

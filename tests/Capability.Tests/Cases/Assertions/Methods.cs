// Assertion methods: the product's own, those of the project, and methods that only look like one.

class Case_4510_capability_assert
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_lock))] int _l;
    [GuardedBy(nameof(_rw))] int _v;

    void GoodMonitor()
    {
        CapabilityAssert.Held(_gate);
        _n++;
    }
    void GoodLock()
    {
        CapabilityAssert.Held(_lock);
        _l++;
    }
    void GoodWriter()
    {
        CapabilityAssert.Held(_rw);
        _v++;
    }
    int GoodReader()
    {
        CapabilityAssert.HeldShared(_rw);
        return _v;
    }
    [Requires(nameof(_gate))]
    void GoodUnderItsContract()
    {
        CapabilityAssert.Held(_gate);
        _n++;
    }
    void GoodNotHeld()
    {
        CapabilityAssert.NotHeld(_gate);
        lock (_gate)
            _n++;
    }
    void BadReaderWrites()
    {
        CapabilityAssert.HeldShared(_rw);
        _v++; // expect: CAP0002
    }
    void BadNotHeld()
    {
        CapabilityAssert.NotHeld(_gate);
        _n++; // expect: CAP0002
    }
    void BadOther()
    {
        CapabilityAssert.Held(_gate);
        _l++; // expect: CAP0002
    }
    [RequiresShared(nameof(_rw))]
    void BadSharedAssertionDoesNotUpgrade()
    {
        CapabilityAssert.HeldShared(_rw);
        _v++; // expect: CAP0002
    }
}

[Capability("lease")]
sealed class Lease4511
{
    [AssertsCapability] public void AssertOwned() { }
    [AssertsSharedCapability] public void AssertVisible() { }
    [Acquires] public void Take() { }
    [Releases] public void Give() { }
}
class Case_4511_assertion_methods_of_the_project
{
    readonly object _gate = new();
    readonly Lease4511 _lease = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_lease))] int _m;
    [GuardedBy(nameof(_rw))] int _v;

    [AssertsCapability(nameof(_gate))] void AssertGate() => Debug.Assert(Monitor.IsEntered(_gate));
    [AssertsSharedCapability(nameof(_rw))] void AssertReading() => Debug.Assert(_rw.IsReadLockHeld);
    [AssertsCapability(nameof(_gate), nameof(_rw))]
    void AssertBoth()
    {
        AssertGate();
        Debug.Assert(_rw.IsWriteLockHeld);
    }
    [AssertsCapability("owner._gate")] static void AssertGateOf(Case_4511_assertion_methods_of_the_project owner) => owner.AssertGate();
    void Check() => Debug.Assert(Monitor.IsEntered(_gate));
    bool IsMine() => Monitor.IsEntered(_gate);

    void GoodGate()
    {
        AssertGate();
        _n++;
    }
    void GoodBoth()
    {
        AssertBoth();
        _n++;
        _v++;
    }
    void GoodLease()
    {
        _lease.AssertOwned();
        _m++;
    }
    int GoodShared()
    {
        AssertReading();
        return _v;
    }
    int GoodLeaseShared()
    {
        _lease.AssertVisible();
        return _m;
    }
    void GoodArgument(Case_4511_assertion_methods_of_the_project other)
    {
        AssertGateOf(other);
        other._n++;
        AssertGateOf(this);
        _n++;
    }
    void GoodReleasedByHand()
    {
        _lease.AssertOwned();
        _m++;
        _lease.Give();
    }
    void GoodAssertedThenTakenAgain()
    {
        AssertGate();
        lock (_gate)
            _n++;
        _n--;
    }
    void BadWithoutTheAttribute()
    {
        Check();
        _n++; // expect: CAP0002
    }
    void BadQueryWithoutTheAttribute()
    {
        if (IsMine())
            _n++; // expect: CAP0002
    }
    void BadSharedWrites()
    {
        AssertReading();
        _v++; // expect: CAP0002
    }
    void BadLeaseSharedWrites()
    {
        _lease.AssertVisible();
        _m++; // expect: CAP0002
    }
    void BadArgument(Case_4511_assertion_methods_of_the_project other)
    {
        AssertGateOf(other);
        _n++; // expect: CAP0002
    }
    void BadAfterTheRelease()
    {
        _lease.AssertOwned();
        _lease.Give();
        _m++; // expect: CAP0002
    }
}

static class Ensure4512
{
    public static void That([DoesNotReturnIf(false)] bool condition)
    {
        if (!condition) throw new InvalidOperationException();
    }
    public static void That(string why, [DoesNotReturnIf(false)] bool condition) => That(condition);
    public static void Perhaps(bool condition) => Console.WriteLine(condition);
    [DoesNotReturn] public static void Fail() => throw new InvalidOperationException();
}
class Case_4512_methods_that_do_not_return
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodThat()
    {
        Ensure4512.That(Monitor.IsEntered(_gate));
        _n++;
    }
    void GoodSecondParameter()
    {
        Ensure4512.That("the gate is yours", Monitor.IsEntered(_gate));
        _n++;
    }
    void GoodNamedArgument()
    {
        Ensure4512.That(condition: Monitor.IsEntered(_gate), why: "the gate is yours");
        _n++;
    }
    void GoodFail()
    {
        if (!Monitor.IsEntered(_gate)) Ensure4512.Fail();
        _n++;
    }
    void GoodThrowExpression()
    {
        bool held = Monitor.IsEntered(_gate) ? true : throw new InvalidOperationException();
        _n++;
        Console.WriteLine(held);
    }
    void GoodNothingIsLeftOnThatPath(bool broken)
    {
        Monitor.Enter(_gate);
        if (broken) Environment.FailFast("broken");
        _n++;
        Monitor.Exit(_gate);
    }
    void BadPerhaps()
    {
        Ensure4512.Perhaps(Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
    void BadThatNot()
    {
        Ensure4512.That(!Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
}

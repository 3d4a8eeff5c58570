// Scope types: what their constructors take, when it is given back, and the shapes of using.

[Capability("latch")]
sealed class Latch4400
{
    [Acquires] public void Enter() { }
    [AcquiresShared] public void EnterShared() { }
    [Releases] public void Exit() { }
    [ReleasesShared] public void ExitShared() { }
}
[ScopedCapability]
sealed class Hold4400 : IDisposable
{
    readonly Latch4400 _latch;
    [Acquires("latch")]
    public Hold4400(Latch4400 latch)
    {
        latch.Enter();
        _latch = latch;
    }
    [Releases] public void Dispose() => _latch.Exit();
}
[ScopedCapability]
readonly struct Look4400 : IDisposable
{
    readonly Latch4400 _latch;
    [AcquiresShared("latch")]
    public Look4400(Latch4400 latch)
    {
        latch.EnterShared();
        _latch = latch;
    }
    [ReleasesShared] public void Dispose() => _latch.ExitShared();
}
[ScopedCapability]
readonly ref struct Both4400
{
    readonly Latch4400 _a, _b;
    [Acquires("a", "b")]
    public Both4400(Latch4400 a, Latch4400 b)
    {
        a.Enter();
        b.Enter();
        (_a, _b) = (a, b);
    }
    [Releases]
    public void Dispose()
    {
        _b.Exit();
        _a.Exit();
    }
}

class Case_4400_using_in_every_spelling
{
    readonly Latch4400 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;

    void GoodStatement()
    {
        using (new Hold4400(_latch))
            _n++;
    }
    void GoodNamed()
    {
        using (var hold = new Hold4400(_latch))
            _n++;
    }
    void GoodDeclaration()
    {
        using var hold = new Hold4400(_latch);
        _n++;
    }
    void GoodTargetTyped()
    {
        using Hold4400 hold = new(_latch);
        _n++;
    }
    void GoodExistingLocal()
    {
        var hold = new Hold4400(_latch);
        using (hold)
            _n++;
    }
    void GoodInterfaceTyped()
    {
        using (IDisposable hold = new Hold4400(_latch))
            _n++;
    }
    void GoodFinally()
    {
        var hold = new Hold4400(_latch);
        try { _n++; }
        finally { hold.Dispose(); }
    }
    void GoodConditionalDispose()
    {
        Hold4400 hold = null;
        try
        {
            hold = new Hold4400(_latch);
            _n++;
        }
        finally { hold?.Dispose(); }
    }
    int GoodReturnsInside()
    {
        using (new Hold4400(_latch))
            return _n;
    }
    void GoodInALoop(int count)
    {
        for (int i = 0; i < count; i++)
        {
            using var hold = new Hold4400(_latch);
            if (_n > 3) continue;
            if (_n > 2) break;
            _n++;
        }
    }
    void GoodThrows()
    {
        using var hold = new Hold4400(_latch);
        if (_n == 0) throw new InvalidOperationException();
    }
    void GoodInOneBranch(bool locked)
    {
        if (locked)
        {
            using var hold = new Hold4400(_latch);
            _n++;
        }
        Console.WriteLine(locked);
    }
    void BadAfterTheStatement()
    {
        using (new Hold4400(_latch))
            _n++;
        _n--; // expect: CAP0002
    }
    void BadAfterTheBlock()
    {
        {
            using var hold = new Hold4400(_latch);
            _n++;
        }
        _n--; // expect: CAP0002
    }
    void BadBefore()
    {
        _n--; // expect: CAP0002
        using var hold = new Hold4400(_latch);
        _n++;
    }
    void BadDiscarded()
    {
        new Hold4400(_latch); // expect: CAP0027
    }
    void BadAssignedToDiscard()
    {
        _ = new Hold4400(_latch); // expect: CAP0027
    }
    void BadNeverDisposed()
    {
        var hold = new Hold4400(_latch); // expect: CAP0027
        _n++;
    }
    void BadTwice()
    {
        using var outer = new Hold4400(_latch);
        using var inner = new Hold4400(_latch); // expect: CAP0021
        _n++;
    }
}

class Case_4401_which_locks_and_modes_a_scope_holds
{
    readonly Latch4400 _left = new(), _right = new();
    [GuardedBy(nameof(_left))] int _l;
    [GuardedBy(nameof(_right))] int _r;
    [GuardedBy(nameof(_left), nameof(_right))] int _both;

    [Requires(nameof(_left), nameof(_right))] void Swap() => (_l, _r) = (_r, _l);

    void GoodTwoScopes()
    {
        using (new Hold4400(_left))
        using (new Hold4400(_right))
            Swap();
    }
    void GoodOneScopeForBoth()
    {
        using var both = new Both4400(_left, _right);
        Swap();
        _both++;
    }
    int GoodShared()
    {
        using (new Look4400(_left))
            return _l + _both;
    }
    void GoodSharedThenExclusive()
    {
        using (new Look4400(_left)) Console.WriteLine(_l);
        using (new Hold4400(_left)) _l++;
    }
    void GoodOther(Case_4401_which_locks_and_modes_a_scope_holds other)
    {
        using (new Hold4400(other._left))
            other._l++;
    }
    void BadShared()
    {
        using (new Look4400(_left))
            _l++; // expect: CAP0002
    }
    void BadOtherLock()
    {
        using (new Hold4400(_left))
            _r++; // expect: CAP0002
    }
    void BadOtherInstance(Case_4401_which_locks_and_modes_a_scope_holds other)
    {
        using (new Hold4400(_left))
            other._l++; // expect: CAP0002
    }
    void BadInnerIsOver()
    {
        using (new Hold4400(_left))
        {
            using (new Hold4400(_right))
                _r++;
            Swap(); // expect: CAP0011
        }
    }
    void BadSwallowedLambda()
    {
        using var both = new Both4400(_left, _right);
        _l++;
        Action later = () => _r++; // expect: CAP0002
        s_later = later;
    }
    static Action s_later;
}

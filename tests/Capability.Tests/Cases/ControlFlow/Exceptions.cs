// Exceptions are paths: what is held in catch and finally, which releases run on which exit, what throw leaves behind.

static class Jobs2600
{
    public static void Work() { }
    public static void Check(bool ok) { if (!ok) throw new InvalidOperationException(); }
    [DoesNotReturn] public static void Fail() => throw new InvalidOperationException();
    public static void Ensure([DoesNotReturnIf(false)] bool ok) { if (!ok) throw new InvalidOperationException(); }
}

class Case_2600_catch_and_finally
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodCatchReleasesAndRethrows()
    {
        Monitor.Enter(_gate);
        try { Jobs2600.Work(); }
        catch
        {
            Monitor.Exit(_gate);
            throw;
        }
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodReleaseInTryAndInCatch()
    {
        Monitor.Enter(_gate);
        try
        {
            Jobs2600.Work();
            Monitor.Exit(_gate);
        }
        catch (Exception)
        {
            _n = 0;
            Monitor.Exit(_gate);
        }
    }
    void GoodHeldInCatchAndFinally()
    {
        Monitor.Enter(_gate);
        try { Jobs2600.Work(); }
        catch (Exception) when (_n > 3) { _n = 0; }
        catch (TimeoutException) { _n = 1; }
        finally { _n++; Monitor.Exit(_gate); }
    }
    void GoodNestedFinally()
    {
        Monitor.Enter(_gate);
        try
        {
            try { Jobs2600.Work(); }
            finally { _n++; }
            _n--;
        }
        finally { Monitor.Exit(_gate); }
    }
    void GoodLockInTheFinally() { try { Jobs2600.Work(); } finally { lock (_gate) _n++; } }
    void GoodTakenInTheCatch() { try { Jobs2600.Work(); } catch (Exception) { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); throw; } }
    int GoodReturnsThroughFinally(bool b)
    {
        Monitor.Enter(_gate);
        try
        {
            if (b) return _n;
            Jobs2600.Work();
            return 0;
        }
        finally { Monitor.Exit(_gate); }
    }
    void GoodManualFlag()
    {
        bool taken = false;
        try
        {
            Jobs2600.Work();
            Monitor.Enter(_gate);
            taken = true;
            _n++;
            Jobs2600.Work();
        }
        finally
        {
            if (taken) Monitor.Exit(_gate);
        }
    }
    void BadSwallowedWithoutRelease()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        try
        {
            Jobs2600.Work();
            _n++;
            Monitor.Exit(_gate);
        }
        catch (Exception) { Console.WriteLine("swallowed"); }
    }
    void BadReleasedTwiceByTheCatch()
    {
        Monitor.Enter(_gate);
        try
        {
            _n++;
            Monitor.Exit(_gate);
            Jobs2600.Work();
        }
        catch (Exception)
        {
            Monitor.Exit(_gate); // expect: CAP0022
        }
    }
    void BadReleasedTwiceByTheFinally()
    {
        Monitor.Enter(_gate);
        try
        {
            _n++;
            Monitor.Exit(_gate);
        }
        finally
        {
            Monitor.Exit(_gate); // expect: CAP0022
        }
    }
    void BadAfterTheFinally()
    {
        Monitor.Enter(_gate);
        try { Jobs2600.Work(); }
        finally { Monitor.Exit(_gate); }
        _n++; // expect: CAP0002
    }
    void BadLaterInTheFinally()
    {
        Monitor.Enter(_gate);
        try { Jobs2600.Work(); }
        finally
        {
            Monitor.Exit(_gate);
            _n++; // expect: CAP0002
        }
    }
    void BadInTheCatchOfAReleasedTry()
    {
        Monitor.Enter(_gate);
        try
        {
            try { Jobs2600.Work(); }
            finally { Monitor.Exit(_gate); }
        }
        catch (Exception)
        {
            _n = 0; // expect: CAP0002
        }
    }
}

class Case_2601_throw_is_an_exit
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodReleasedFirst(bool b) { Monitor.Enter(_gate); if (b) { Monitor.Exit(_gate); throw new InvalidOperationException(); } _n++; Monitor.Exit(_gate); }
    void GoodInFinally(bool b) { Monitor.Enter(_gate); try { if (b) throw new InvalidOperationException(); _n++; } finally { Monitor.Exit(_gate); } }
    void GoodBefore(bool b) { if (b) throw new InvalidOperationException(); Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); }
    void GoodCaughtHere(bool b)
    {
        Monitor.Enter(_gate);
        try { if (b) throw new InvalidOperationException(); }
        catch (InvalidOperationException) { _n = 0; }
        Monitor.Exit(_gate);
    }
    void GoodInALock(bool b) { lock (_gate) { if (b) throw new InvalidOperationException(); _n++; } }
    [Requires(nameof(_gate))] void GoodOfTheCaller(bool b) { if (b) throw new InvalidOperationException(); _n++; }
    string GoodThrowExpression(string s) { lock (_gate) return s ?? throw new ArgumentNullException(nameof(s)); }
    void GoodCallsMayThrow(bool b) { Monitor.Enter(_gate); Jobs2600.Check(b); _n++; Monitor.Exit(_gate); }
    void BadThrow(bool b)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        if (b) throw new InvalidOperationException();
        _n++;
        Monitor.Exit(_gate);
    }
    void BadThrowExpression(string s)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        string t = s ?? throw new ArgumentNullException(nameof(s));
        _n = t.Length;
        Monitor.Exit(_gate);
    }
    void BadRethrow()
    {
        Monitor.Enter(_gate); // expect: CAP0024
        try { Jobs2600.Work(); }
        catch (TimeoutException)
        {
            _n = 0;
            throw;
        }
        Monitor.Exit(_gate);
    }
    void BadThrowFromTheSwitch(int i)
    {
        Monitor.Enter(_gate); // expect: CAP0024
        _n = i switch { 0 => 1, 1 => 2, _ => throw new ArgumentException("i") };
        Monitor.Exit(_gate);
    }
}

class Case_2602_calls_that_do_not_return
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodFail(bool b) { if (!b) Jobs2600.Fail(); else Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); }
    void GoodFailFast(bool b) { Monitor.Enter(_gate); if (b) Environment.FailFast("broken"); _n++; Monitor.Exit(_gate); }
    void GoodTryOrFail() { if (!Monitor.TryEnter(_gate)) Jobs2600.Fail(); _n++; Monitor.Exit(_gate); }
    void GoodEnsure() { Jobs2600.Ensure(Monitor.IsEntered(_gate)); _n++; }
    void GoodEnsureTry() { bool ok = Monitor.TryEnter(_gate); Jobs2600.Ensure(ok); _n++; Monitor.Exit(_gate); }
    void GoodThrowHelper(object o) { lock (_gate) { if (o == null) Jobs2600.Fail(); _n++; } }
    void GoodEndless() { lock (_gate) _n++; while (true) { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); } }
    void BadReturningHelper()
    {
        if (!Monitor.IsEntered(_gate)) Jobs2600.Work();
        _n++; // expect: CAP0002
    }
    void BadOtherCondition(bool b)
    {
        Jobs2600.Ensure(b);
        _n++; // expect: CAP0002
    }
    void BadCheckIsNotAnnotated()
    {
        Jobs2600.Check(Monitor.IsEntered(_gate));
        _n++; // expect: CAP0002
    }
}

class Case_2603_released_normally_but_not_on_exceptions
{
    // check: CAP0029
    readonly object _gate = new();
    readonly SemaphoreSlim _permit = new(1, 1);
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_permit))] int _m;

    void GoodNothingThrows() { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); }
    void GoodFinally() { Monitor.Enter(_gate); try { Jobs2600.Work(); } finally { Monitor.Exit(_gate); } }
    void GoodLock() { lock (_gate) Jobs2600.Work(); }
    void GoodCallAfterwards() { Monitor.Enter(_gate); _n++; Monitor.Exit(_gate); Jobs2600.Work(); }
    void GoodCatchAll() { Monitor.Enter(_gate); try { Jobs2600.Work(); } catch { Monitor.Exit(_gate); throw; } Monitor.Exit(_gate); }
    void GoodPermit() { _permit.Wait(); try { _m++; Jobs2600.Work(); } finally { _permit.Release(); } }
    void GoodFlag() { bool t = false; try { Monitor.Enter(_gate, ref t); Jobs2600.Work(); } finally { if (t) Monitor.Exit(_gate); } }
    void GoodReader() { _rw.EnterReadLock(); try { Jobs2600.Work(); } finally { _rw.ExitReadLock(); } }
    [Requires(nameof(_gate))] void GoodOfTheCaller() { _n++; Jobs2600.Work(); }
    void BadCall()
    {
        Monitor.Enter(_gate); // expect: CAP0029
        Jobs2600.Work();
        Monitor.Exit(_gate);
    }
    void BadBeforeTheTry()
    {
        Monitor.Enter(_gate); // expect: CAP0029
        Jobs2600.Work();
        try { _n++; }
        finally { Monitor.Exit(_gate); }
    }
    void BadCatchOfOneType()
    {
        Monitor.Enter(_gate); // expect: CAP0029
        try { Jobs2600.Work(); }
        catch (TimeoutException) { _n = 0; }
        Monitor.Exit(_gate);
    }
    void BadReader()
    {
        _rw.EnterReadLock(); // expect: CAP0029
        Jobs2600.Work();
        _rw.ExitReadLock();
    }
}

// Orders that are kept: declared pairs and chains, released before, other objects, tries, contracts.

class Case_4870_orders_that_are_kept
{
    [AcquiredBefore(nameof(_second), nameof(_third))] readonly object _first = new();
    [AcquiredBefore(nameof(_third))] readonly object _second = new();
    readonly object _third = new();
    readonly object _free = new();
    [AcquiredAfter(nameof(_first))] readonly ReaderWriterLockSlim _rw = new();
    static void Work() { }

    void GoodPair() { lock (_first) lock (_second) Work(); }
    void GoodChain() { lock (_first) lock (_second) lock (_third) Work(); }
    void GoodSkips() { lock (_first) lock (_third) Work(); }
    void GoodAlone() { lock (_third) Work(); lock (_second) Work(); lock (_first) Work(); }
    void GoodReleasedBefore() { Monitor.Enter(_third); Monitor.Exit(_third); lock (_first) Work(); }
    void GoodUnrelated() { lock (_free) lock (_first) Work(); }
    void GoodUnrelatedInside() { lock (_second) lock (_free) Work(); }
    void GoodAgain() { lock (_first) lock (_second) lock (_first) Work(); }
    void GoodTry() { lock (_second) if (Monitor.TryEnter(_first)) Monitor.Exit(_first); }
    void GoodReadSide() { lock (_first) { _rw.EnterReadLock(); _rw.ExitReadLock(); } }
    void GoodBranches(bool b) { if (b) lock (_first) Work(); else lock (_second) Work(); }
    void GoodLoop(int i) { while (i-- > 0) lock (_first) lock (_second) Work(); }
    [Requires(nameof(_first))] void GoodRequires() { lock (_second) Work(); }
    [Requires(nameof(_second), nameof(_first))] void GoodListedInAnyOrder() { lock (_third) Work(); }
    void GoodAsserted() { Debug.Assert(Monitor.IsEntered(_first)); lock (_second) Work(); }
    void GoodOtherObject(Case_4870_orders_that_are_kept other) { lock (other._second) Work(); lock (_first) Work(); }
    void GoodExitInAnyOrder() { Monitor.Enter(_first); Monitor.Enter(_second); Monitor.Exit(_first); Monitor.Exit(_second); }
    void GoodScopes() { lock (_first) { using var s = new System.IO.MemoryStream(); lock (_third) Work(); } }
    void GoodFinally() { Monitor.Enter(_first); try { lock (_second) Work(); } finally { Monitor.Exit(_first); } }
    void GoodLambda(List<int> row) { lock (_first) row.ForEach(_ => { lock (_second) Work(); }); }
    void GoodLater() { lock (_third) { Action later = () => { lock (_first) Work(); }; Task.Run(later); } }
    void GoodLocalFunction() { lock (_first) Inner(); void Inner() { lock (_third) Work(); } }
    void BadPair() { lock (_second) lock (_first) Work(); } // expect: CAP0041
    void BadChain() { lock (_third) lock (_first) Work(); } // expect: CAP0041
    [Requires(nameof(_third))] void BadRequires() { lock (_second) Work(); } // expect: CAP0041
}

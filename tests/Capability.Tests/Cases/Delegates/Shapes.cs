// Lambdas, local functions and method groups: which run here, which run later, and what they bring themselves.

class Case_7700_lambdas
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _stored;
    static void Later(Action action) { }
    event Action Raised;

    void GoodLocksItself() { _stored = () => { lock (_gate) _n++; }; }
    void GoodLocksItselfUnderTheLock() { lock (_gate) _stored = () => { lock (_gate) _n++; }; }
    void GoodInvokedHere() { lock (_gate) ((Action)(() => _n++))(); }
    void GoodLocal() { Action a = () => _n++; lock (_gate) a(); }
    void GoodLocalTwice() { Action a = () => _n++; lock (_gate) { a(); a.Invoke(); a?.Invoke(); } }
    void GoodForEach(List<int> row) { lock (_gate) row.ForEach(x => _n += x); }
    int GoodTerminal(int[] row) { lock (_gate) return row.Count(x => x > _n); }
    void GoodSort(int[] row) { lock (_gate) Array.Sort(row, (a, b) => a - b + _n); }
    void GoodNested(List<List<int>> rows) { lock (_gate) rows.ForEach(row => row.ForEach(x => _n += x)); }
    void GoodCopy() { int n; lock (_gate) n = _n; Later(() => Console.WriteLine(n)); }
    void GoodStaticLambda() { Later(static () => Console.WriteLine("free")); }
    void GoodAnonymousMethod() { Action a = delegate { _n++; }; lock (_gate) a(); }
    void GoodExpression() { System.Linq.Expressions.Expression<Func<int>> e = () => 3; lock (_gate) _n = e.Compile()(); }
    [Requires(nameof(_gate))] void GoodWithARequirement(List<int> row) { row.ForEach(x => _n += x); }
    void GoodContract() { var a = [Requires(nameof(_gate))] () => { _n++; }; lock (_gate) a(); }
    void GoodWaived() { Later([NoCapabilityAnalysis] () => _n++); }
    void BadStored() { lock (_gate) _stored = () => _n++; } // expect: CAP0002
    void BadPassed() { lock (_gate) Later(() => _n++); } // expect: CAP0002
    void BadEvent() { lock (_gate) Raised += () => _n++; } // expect: CAP0002
    void BadTask() { lock (_gate) Task.Run(() => _n++); } // expect: CAP0002
    void BadThread() { lock (_gate) new Thread(() => _n++).Start(); } // expect: CAP0002
    void BadParallel() { lock (_gate) Parallel.For(0, 3, i => _n += i); } // expect: CAP0002
    Func<int> BadReturned() { lock (_gate) return () => _n; } // expect: CAP0001
    void BadWrongLock(List<int> row) { lock (row) row.ForEach(x => _n += x); } // expect: CAP0002
    void BadInvokedOutside() { Action a = () => _n++; lock (_gate) a(); a(); } // expect: CAP0002
    void BadContract() { var a = [Requires(nameof(_gate))] () => { _n++; }; a(); } // expect: CAP0011
    IEnumerable<int> BadDeferred(int[] row) { lock (_gate) return row.Where(x => x > _n); } // expect: CAP0001
    void BadLazy() { lock (_gate) { var lazy = new Lazy<int>(() => _n); Console.WriteLine(lazy.Value); } } // expect: CAP0001
}

class Case_7701_local_functions
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodCalledUnderTheLock() { lock (_gate) Add(); void Add() => _n++; }
    void GoodEverywhere(bool b) { lock (_gate) { Add(); if (b) Add(); } void Add() => _n++; }
    void GoodChain() { lock (_gate) First(); void First() => Second(); void Second() => _n++; }
    void GoodRecursive(int depth) { lock (_gate) Add(depth); void Add(int d) { _n++; if (d > 0) Add(d - 1); } }
    void GoodMutual(int depth) { lock (_gate) Even(depth); void Even(int d) { _n++; if (d > 0) Odd(d - 1); } void Odd(int d) { _n--; if (d > 0) Even(d - 1); } }
    void GoodLocksItself() { Add(); void Add() { lock (_gate) _n++; } }
    void GoodDeclaredOnly() { lock (_gate) Add(); [Requires(nameof(_gate))] void Add() => _n++; }
    void GoodStatic(Case_7701_local_functions other) { lock (other._gate) Add(other); static void Add(Case_7701_local_functions o) => o._n++; }
    int GoodReturns() { lock (_gate) return Get(); int Get() => _n; }
    void GoodGeneric() { lock (_gate) Add(1); void Add<T>(T t) => _n++; }
    void GoodNeverCalled() { void Unused() { lock (_gate) _n++; } }
    void GoodInPlace(List<int> row) { lock (_gate) row.ForEach(Add); void Add(int x) => _n += x; }
    void GoodInFinally() { try { } finally { lock (_gate) Add(); } void Add() => _n++; }
    void GoodBegin() { Begin(); _n++; End(); void Begin() => Monitor.Enter(_gate); void End() => Monitor.Exit(_gate); }
    void BadOnce() { lock (_gate) Add(); Add(); void Add() => _n++; } // expect: CAP0002
    void BadNever() { Add(); void Add() => _n++; } // expect: CAP0002
    void BadConverted() { lock (_gate) Task.Run(Add); void Add() => _n++; } // expect: CAP0002
    void BadDeclared() { Add(); [Requires(nameof(_gate))] void Add() => _n++; } // expect: CAP0011
    void BadOther(Case_7701_local_functions other) { lock (_gate) Add(other); static void Add(Case_7701_local_functions o) => o._n++; } // expect: CAP0002
    void BadChain() { First(); void First() => Second(); void Second() => _n++; } // expect: CAP0002
    void BadIterator() { lock (_gate) foreach (var x in Get()) { } IEnumerable<int> Get() { yield return _n; } } // expect: CAP0001
    async Task BadAsync() { Monitor.Enter(_gate); var t = Get(); Monitor.Exit(_gate); await t; async Task Get() { await Task.Yield(); _n++; } } // expect: CAP0002
}

class Case_7702_method_groups
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    Action<int> _kept;

    [Requires(nameof(_gate))] void Add(int x) => _n += x;
    void Locked(int x) { lock (_gate) _n += x; }

    void GoodInPlace(List<int> row) { lock (_gate) row.ForEach(Add); }
    void GoodLocked() { _kept = Locked; }
    void GoodLockedInPlace(List<int> row) { row.ForEach(Locked); }
    void GoodLocal() { Action<int> add = Add; lock (_gate) add(1); }
    void GoodOwnObject(List<int> row) { lock (_gate) row.ForEach(_items.Add); }
    void BadInPlace(List<int> row) { row.ForEach(Add); } // expect: CAP0011
    void BadKept() { lock (_gate) _kept = Add; } // expect: CAP0306
    void BadTask() { lock (_gate) Task.Factory.StartNew(o => Locked(1), null).ContinueWith(t => Add(1)); } // expect: CAP0011
}

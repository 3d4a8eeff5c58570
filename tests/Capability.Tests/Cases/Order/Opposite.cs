// Members that acquire the same locks in opposite orders, in code without a single annotation.

class Case_4811_directly
{
    readonly object _a = new(), _b = new(), _c = new(), _d = new(), _e = new(), _f = new();
    static readonly object Registry = new();
    readonly Lock _fast = new();
    readonly ReaderWriterLockSlim _rw = new();
    int _n;

    void AThenB() { lock (_a) lock (_b) _n++; }
    void BThenA()
    {
        lock (_b)
            lock (_a) // expect: CAP0043
                _n++;
    }
    void BThenAOncePerPair() { lock (_b) lock (_a) _n++; }

    void GoodSequence()
    {
        lock (_c) _n++;
        lock (_d) _n++;
    }
    void GoodOppositeSequence()
    {
        lock (_d) lock (_c) _n++;
    }

    void StaticThenOwn() { lock (Registry) lock (_e) _n++; }
    void OwnThenStatic()
    {
        lock (_e)
        {
            Monitor.Enter(Registry); // expect: CAP0043
            Monitor.Exit(Registry);
        }
    }

    void ScopeThenWrite()
    {
        using (_fast.EnterScope())
        {
            _rw.EnterWriteLock();
            _rw.ExitWriteLock();
        }
    }
    void ReadThenScope()
    {
        _rw.EnterReadLock();
        try
        {
            using (_fast.EnterScope()) // expect: CAP0043
                _n++;
        }
        finally { _rw.ExitReadLock(); }
    }

    void GoodReentrant() { lock (_f) lock (_a) lock (_f) _n++; }
}

class Case_4812_through_calls
{
    readonly object _log = new(), _index = new(), _cache = new(), _disk = new(), _x = new(), _y = new(), _p = new(), _q = new(), _s = new(), _t = new();
    readonly List<int> _items = new();
    int _n;

    void Write() { lock (_log) _n++; }
    void PassOn() => PassFurther();
    void PassFurther() { if (_n > 0) Write(); }
    void IndexThenLog() { lock (_index) PassOn(); }
    void LogThenIndex()
    {
        lock (_log)
            lock (_index) // expect: CAP0043
                _n++;
    }

    int Size { get { lock (_disk) return _n; } }
    void CacheThenDisk() { lock (_cache) _n = Size; }
    void DiskThenCache()
    {
        lock (_disk)
            Touch(); // expect: CAP0043
    }
    void Touch() { lock (_cache) _n++; }

    void XThenLater()
    {
        lock (_x)
        {
            Action later = () => { lock (_y) _n++; };
            ThreadPool.QueueUserWorkItem(_ => later());
        }
    }
    void GoodYThenX() { lock (_y) lock (_x) _n++; }

    void PThenEach()
    {
        lock (_p)
            _items.ForEach(i => { lock (_q) _n += i; });
    }
    void QThenP()
    {
        lock (_q)
            lock (_p) // expect: CAP0043
                _n++;
    }

    int this[int i] { get { lock (_t) return i; } }
    void SThenIndexer() { lock (_s) _n = this[1]; }
    void TThenS()
    {
        lock (_t)
            lock (_s) // expect: CAP0043
                _n++;
    }
}

class Store4813
{
    public readonly object Gate = new();
    public Cache4813 Cache;
    int _n;
    public void Save() { lock (Gate) _n++; }
    public void Flush()
    {
        lock (Gate)
            Cache.Drop();
    }
}
class Cache4813
{
    readonly object _sync = new();
    readonly Store4813 _store = new();
    int _n;
    public void Drop() { lock (_sync) _n = 0; }
    public void Evict()
    {
        lock (_sync)
            _store.Save(); // expect: CAP0043
    }
}
class Case_4813_between_types { }

class Base4814
{
    readonly object _first = new(), _second = new();
    int _n;
    public virtual void Take() { lock (_second) _n++; }
    public void Outer() { lock (_first) Take(); }
    public void GoodOpposite() { lock (_second) lock (_first) _n++; }
}
class Derived4814 : Base4814
{
    public override void Take() { }
}
class Case_4814_what_may_not_run_is_not_followed
{
    readonly object _a = new(), _b = new();
    int _n;

    async Task LaterAsync()
    {
        await Task.Yield();
        lock (_b) _n++;
    }
    Task Start() { lock (_a) return LaterAsync(); }
    void GoodOpposite() { lock (_b) lock (_a) _n++; }

    IEnumerable<int> Items()
    {
        Monitor.Enter(_a);
        Monitor.Exit(_a);
        yield return 1;
    }
    IEnumerable<int> GoodIterator() { lock (_b) return Items(); }
}

class Case_4815_gates_modes_and_tries
{
    readonly object _all = new(), _a = new(), _b = new(), _c = new(), _d = new();
    readonly ReaderWriterLockSlim _gate = new(), _x = new(), _y = new(), _z = new();
    int _n;

    void GoodOuter() { lock (_all) Inner(); }
    void Inner() { lock (_a) lock (_b) _n++; }
    void GoodOuterToo() { lock (_all) { lock (_b) lock (_a) _n++; } }

    void GoodWaits() { lock (_c) lock (_d) _n++; }
    void GoodTries()
    {
        lock (_d)
        {
            if (!Monitor.TryEnter(_c, 10)) return;
            try { _n++; }
            finally { Monitor.Exit(_c); }
        }
    }

    void GoodReaders()
    {
        _x.EnterReadLock();
        _y.EnterReadLock();
        _y.ExitReadLock();
        _x.ExitReadLock();
    }
    void GoodReadersToo()
    {
        _y.EnterReadLock();
        _x.EnterReadLock();
        _x.ExitReadLock();
        _y.ExitReadLock();
    }
    void WriterOfZ()
    {
        _x.EnterReadLock();
        _z.EnterWriteLock();
        _z.ExitWriteLock();
        _x.ExitReadLock();
    }
    void GoodReaderOfZ()
    {
        _z.EnterReadLock();
        _x.EnterReadLock();
        _x.ExitReadLock();
        _z.ExitReadLock();
    }
}

class Case_4816_shared_gate_keeps_nobody_out
{
    readonly ReaderWriterLockSlim _gate = new();
    readonly object _a = new(), _b = new();
    int _n;

    void AThenB()
    {
        _gate.EnterReadLock();
        lock (_a) lock (_b) _n++;
        _gate.ExitReadLock();
    }
    void BThenA()
    {
        _gate.EnterReadLock();
        lock (_b)
            lock (_a) // expect: CAP0043
                _n++;
        _gate.ExitReadLock();
    }
}

class Account4817
{
    public readonly object Gate = new(), Log = new();
}
class Case_4817_instances
{
    int _n;
    void GoodTransfer(Account4817 from, Account4817 to) { lock (from.Gate) lock (to.Gate) _n++; }
    void GoodTransferBack(Account4817 from, Account4817 to) { lock (to.Gate) lock (from.Gate) _n++; }

    void GateThenLogOfAnother(Account4817 from, Account4817 to) { lock (from.Gate) lock (to.Log) _n++; }
    void GoodLogThenGateOfAnother(Account4817 from, Account4817 to) { lock (from.Log) lock (to.Gate) _n++; }

    void GoodUnknown(object one, object two) { lock (one) lock (two) _n++; }
    void GoodUnknownToo(object one, object two) { lock (two) lock (one) _n++; }
    void GoodElements(object[] locks) { lock (locks[0]) lock (locks[1]) _n++; }
    void GoodElementsToo(object[] locks) { lock (locks[1]) lock (locks[0]) _n++; }
}
class Case_4818_one_instance
{
    int _n;
    void GateThenLog(Account4817 one) { lock (one.Gate) lock (one.Log) _n++; }
    void LogThenGate(Account4817 one)
    {
        lock (one.Log)
            lock (one.Gate) // expect: CAP0043
                _n++;
    }
}

class Case_4819_construction
{
    static readonly object Registry = new();
    readonly object _own = new();
    int _n;
    public Case_4819_construction()
    {
        lock (_own)
            lock (Registry)
                _n++;
    }
    void GoodOpposite() { lock (Registry) lock (_own) _n++; }
}

class Case_4820_parameters_of_callees
{
    readonly object _a = new(), _b = new();
    int _n;
    static void With(object gate, Action action) { lock (gate) action(); }
    static int Take(Case_4820_parameters_of_callees other) { lock (other._b) return other._n; }
    void AThenB() { lock (_a) _n = Take(this); }
    void BThenA()
    {
        lock (_b)
            lock (_a) // expect: CAP0043
                _n++;
    }
}

class Case_4821_signals
{
    readonly SemaphoreSlim _ready = new(0);
    readonly object _gate = new();
    int _n;
    void GoodWaits() { lock (_gate) { _ready.Wait(); _n++; _ready.Release(); } }
    void GoodTakes() { _ready.Wait(); lock (_gate) _n++; _ready.Release(); }
}

class Case_4822_private_members_run_under_what_their_callers_hold
{
    readonly object _all = new(), _a = new(), _b = new(), _c = new(), _d = new(), _e = new(), _f = new();
    int _n;

    public void Outer() { lock (_all) Middle(); }
    public void OuterToo() { lock (_all) Middle(); }
    void Middle() => AThenB();
    void AThenB() { lock (_a) lock (_b) _n++; }
    public void GoodBThenA() { lock (_all) lock (_b) lock (_a) _n++; }

    public void SometimesUnder() { lock (_all) CThenD(); }
    public void SometimesNot() => CThenD();
    void CThenD() { lock (_c) lock (_d) _n++; }
    public void DThenC()
    {
        lock (_all)
            lock (_d)
                lock (_c) // expect: CAP0043
                    _n++;
    }

    public void Start()
    {
        lock (_all) EThenF();
        new Thread(EThenF).Start();
    }
    void EThenF() { lock (_e) lock (_f) _n++; }
    public void FThenE()
    {
        lock (_all)
            lock (_f)
                lock (_e) // expect: CAP0043
                    _n++;
    }
}

// Callbacks, handlers, timers and queries as ordinary code writes them.

class Case_4630_callbacks_that_lock_for_themselves : IDisposable
{
    readonly object _gate = new();
    readonly Timer _timer;
    readonly Action<int> _report;
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly List<Action> _handlers = [];
    [GuardedBy(nameof(_gate))] readonly Dictionary<int, string> _names = [];

    public Case_4630_callbacks_that_lock_for_themselves()
    {
        _report = value => { lock (_gate) _n = value; };
        _timer = new Timer(_ => GoodTick(), null, 0, 1000);
    }
    void GoodTick()
    {
        lock (_gate) _n++;
    }
    public void Dispose() => _timer.Dispose();
    void GoodRaiseOutside()
    {
        Action[] copy;
        lock (_gate) copy = _handlers.ToArray();
        foreach (var handler in copy) handler();
    }
    void GoodSubscribe(Action handler)
    {
        lock (_gate) _handlers.Add(handler);
    }
    IDisposable GoodSubscription(Action handler)
    {
        GoodSubscribe(handler);
        return new Subscription(() => { lock (_gate) _handlers.Remove(handler); });
    }
    void GoodReport() => _report(3);
    void GoodThreads()
    {
        var threads = Enumerable.Range(0, 4).Select(i => new Thread(() => GoodTick())).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads) thread.Join();
    }
    Task GoodContinuation(Task<int> task) => task.ContinueWith(done => { lock (_gate) _n = done.Result; });
    void GoodParallel(int[] items) => Parallel.ForEach(items, item => { lock (_gate) _n += item; });
    List<string> GoodQueryOverGuardedState(int[] ids)
    {
        lock (_gate)
            return ids.Where(id => _names.ContainsKey(id)).Select(id => _names[id]).OrderBy(name => name.Length + _n).ToList();
    }
    string GoodFind(string prefix)
    {
        lock (_gate)
            return _names.Values.FirstOrDefault(name => name.StartsWith(prefix) && _n > 0);
    }
    int GoodGroups()
    {
        lock (_gate)
            return _names.GroupBy(pair => pair.Value.Length + _n).Count();
    }
    int GoodAggregate(int[] items)
    {
        lock (_gate)
            return items.Aggregate(_n, (sum, item) => sum + item * _n);
    }
    HashSet<int> GoodSet(int[] items)
    {
        lock (_gate)
            return items.Select(item => item % (_n + 1)).ToHashSet();
    }
    bool GoodConvertAndExists(List<int> items)
    {
        lock (_gate)
            return items.ConvertAll(item => item + _n).Exists(item => item > _n) || Array.Exists(items.ToArray(), item => item == _n);
    }
    void GoodLocalFunctionAfterItsLock()
    {
        lock (_gate)
        {
            Step(1);
            for (int i = 0; i < 3; i++) Step(i);
        }
        void Step(int by)
        {
            _n += by;
            if (_n > 100) Reset();
        }
        void Reset() => _n = 0;
    }
    void GoodStaticLambda()
    {
        lock (_gate)
            _handlers.ForEach(static handler => handler());
    }
    void GoodCapturedCopy()
    {
        int copy;
        lock (_gate) copy = _n;
        Task.Run(() => Console.WriteLine(copy));
    }
    void GoodConditionalDelegate(bool add, List<int> items)
    {
        lock (_gate)
        {
            if (add) items.ForEach(item => _n += item);
            else items.ForEach(item => _n -= item);
        }
    }
    void GoodLockInsideAndOutside()
    {
        Action bump = () => { lock (_gate) _n++; };
        bump();
        lock (_gate) bump();
        _later = bump;
    }
    Action _later;
    void BadTick() { _later = () => _n++; } // expect: CAP0002

    sealed class Subscription(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}

delegate bool Filter4631(int value);
class Case_4631_delegates_that_need_nothing
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _limit;
    [GuardedBy(nameof(_rw))] Filter4631 _filter = value => value > 0;
    static readonly Filter4631 s_none = _ => false;

    Filter4631 GoodReturned() => value => value > 10;
    Filter4631 GoodGuardedDelegate()
    {
        _rw.EnterReadLock();
        try { return _filter; }
        finally { _rw.ExitReadLock(); }
    }
    void GoodReplace(Filter4631 filter)
    {
        _rw.EnterWriteLock();
        try { _filter = filter ?? s_none; }
        finally { _rw.ExitWriteLock(); }
    }
    bool GoodInvokedUnderTheLock(int value)
    {
        _rw.EnterReadLock();
        try { return _filter(value) && value < _limit; }
        finally { _rw.ExitReadLock(); }
    }
    bool GoodInvokedOutside(int value) => GoodGuardedDelegate()(value);
    void GoodCombine(Filter4631 more)
    {
        _rw.EnterWriteLock();
        try { _filter += more; }
        finally { _rw.ExitWriteLock(); }
    }
    int GoodInPlaceReads(int[] values)
    {
        _rw.EnterReadLock();
        try { return values.Count(value => value < _limit); }
        finally { _rw.ExitReadLock(); }
    }
    void GoodInPlaceWrites(List<int> values)
    {
        _rw.EnterWriteLock();
        try { values.ForEach(value => _limit = Math.Max(_limit, value)); }
        finally { _rw.ExitWriteLock(); }
    }
    void BadInPlaceWrites(List<int> values)
    {
        _rw.EnterReadLock();
        try
        {
            values.ForEach(value => _limit = Math.Max(_limit, value)); // expect: CAP0002
        }
        finally { _rw.ExitReadLock(); }
    }
}

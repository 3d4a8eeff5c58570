// Where a lambda runs decides what it holds: in place, later, or where its local is called.

class Case_4600_delegates_that_run_later_start_with_nothing
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _stored;
    event Action Changed;

    void Keep(Action action) => _stored = action;
    Action GoodOwnLock() => () =>
    {
        lock (_gate)
            _n++;
    };
    Task GoodTask() => Task.Run(() =>
    {
        lock (_gate)
            _n++;
    });
    void GoodThread()
    {
        lock (_gate)
        {
            _n = 0;
            new Thread(() => { lock (_gate) _n++; }).Start();
        }
    }
    void GoodUntouched()
    {
        lock (_gate)
            Keep(() => Console.WriteLine("no guarded state"));
    }
    void GoodNameof()
    {
        Keep(() => Console.WriteLine(nameof(_n)));
    }
    void GoodStoredAfterCapture()
    {
        int copy;
        lock (_gate) copy = _n;
        Keep(() => Console.WriteLine(copy));
    }
    void BadStored()
    {
        lock (_gate)
            _stored = () => _n++; // expect: CAP0002
    }
    void BadPassedOn()
    {
        lock (_gate)
            Keep(() => _n++); // expect: CAP0002
    }
    void BadTask()
    {
        lock (_gate)
            Task.Run(() => _n++); // expect: CAP0002
    }
    void BadThread()
    {
        lock (_gate)
            new Thread(() => _n++).Start(); // expect: CAP0002
    }
    void BadEvent()
    {
        lock (_gate)
            Changed += () => _n++; // expect: CAP0002
    }
    Func<int> BadReturned()
    {
        lock (_gate)
            return () => _n; // expect: CAP0001
    }
    [Requires(nameof(_gate))] void BadUnderAContract() { _stored = () => _n++; } // expect: CAP0002
    void BadLazy()
    {
        lock (_gate)
        {
            var lazy = new Lazy<int>(() => _n); // expect: CAP0001
            Console.WriteLine(lazy.Value);
        }
    }
    void BadReleasedInside()
    {
        Keep(() =>
        {
            lock (_gate) _n++;
            _n--; // expect: CAP0002
        });
    }
    void BadCallsTheContract()
    {
        lock (_gate)
            Keep(() => Bump()); // expect: CAP0011
    }
    [Requires(nameof(_gate))] void Bump() => _n++;
}

class Case_4601_methods_that_run_their_delegate_in_place
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    readonly ConcurrentDictionary<string, int> _cache = new();
    ImmutableList<int> _list = [];

    void GoodForEach()
    {
        lock (_gate)
        {
            _items.ForEach(item => _n += item);
            Array.ForEach(_items.ToArray(), item => _n += item);
        }
    }
    int GoodTerminalOperators(int[] items)
    {
        lock (_gate)
            return items.Count(item => item > _n) + items.Sum(item => item * _n) + items.First(item => item != _n);
    }
    bool GoodAnyAll(int[] items)
    {
        lock (_gate)
            return items.Any(item => item > _n) || items.All(item => item == _n);
    }
    Dictionary<int, int> GoodToDictionary(int[] items)
    {
        lock (_gate)
            return items.ToDictionary(item => item, item => item + _n);
    }
    int GoodListMethods()
    {
        lock (_gate)
            return _items.RemoveAll(item => item > _n) + _items.FindIndex(item => item == _n);
    }
    int GoodGetOrAdd(string key)
    {
        lock (_gate)
            return _cache.GetOrAdd(key, _ => _n);
    }
    void GoodUpdater()
    {
        lock (_gate)
            ImmutableInterlocked.Update(ref _list, list => list.Add(_n));
    }
    string GoodCreate()
    {
        lock (_gate)
            return string.Create(4, this, (span, self) => span.Fill((char)('0' + _n)));
    }
    void GoodNestedInPlace(int[][] rows)
    {
        lock (_gate)
            Array.ForEach(rows, row => Array.ForEach(row, cell => _n += cell));
    }
    void GoodSortComparison()
    {
        lock (_gate)
            _items.Sort((a, b) => (a - _n).CompareTo(b - _n));
    }
    int BadOutside(int[] items) { return items.Count(item => item > _n); } // expect: CAP0001
    void BadForEach(List<int> items) { items.ForEach(item => _n += item); } // expect: CAP0002
    void BadWrongLock(List<int> items)
    {
        lock (items)
            items.ForEach(item => _n += item); // expect: CAP0002
    }
    void BadStoredInsideAnInPlaceOne(List<Action> later, int[] items)
    {
        lock (_gate)
            Array.ForEach(items, item => later.Add(() => _n += item)); // expect: CAP0002
    }
    int BadReaderInPlace()
    {
        return _cache.GetOrAdd("key", _ => _n); // expect: CAP0001
    }
}

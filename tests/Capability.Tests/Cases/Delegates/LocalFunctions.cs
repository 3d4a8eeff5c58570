// Local functions are judged where they are called; iterators and queries where they run.

class Case_4610_local_functions
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _kept;

    void Good()
    {
        lock (_gate)
        {
            Bump();
            Bump();
        }
        void Bump() => _n++;
    }
    void GoodThroughAnother()
    {
        lock (_gate)
            Outer();

        void Outer() => Inner();
        void Inner() => _n++;
    }
    void GoodNested()
    {
        lock (_gate)
            Outer();

        void Outer()
        {
            Inner();
            void Inner() => _n++;
        }
    }
    void GoodRecursive(int depth)
    {
        lock (_gate)
            Descend(depth);

        void Descend(int left)
        {
            _n++;
            if (left > 0) Descend(left - 1);
        }
    }
    void GoodMutuallyRecursive(int depth)
    {
        lock (_gate)
            Even(depth);

        void Even(int left) { _n++; if (left > 0) Odd(left - 1); }
        void Odd(int left) { _n--; if (left > 0) Even(left - 1); }
    }
    void GoodCommonPart()
    {
        lock (_gate)
            Bump();
        lock (_other)
            lock (_gate)
                Bump();
        void Bump() => _n++;
    }
    void GoodConvertedButLocking()
    {
        _kept = Bump;
        Bump();
        void Bump()
        {
            lock (_gate)
                _n++;
        }
    }
    void GoodFromAnInPlaceLambda(List<int> items)
    {
        lock (_gate)
            items.ForEach(item => Add(item));
        void Add(int item) => _n += item;
    }
    [Requires(nameof(_gate))]
    void GoodUnderAContract()
    {
        Bump();
        void Bump() => _n++;
    }
    void BadOneOfTwo()
    {
        lock (_gate)
            Bump();
        Bump();
        void Bump() => _n++; // expect: CAP0002
    }
    void BadNoCommonPart()
    {
        lock (_gate)
            Bump();
        lock (_other)
            Bump();
        void Bump() => _n++; // expect: CAP0002
    }
    void BadConverted()
    {
        lock (_gate)
            _kept = Bump;
        void Bump() => _n++; // expect: CAP0002
    }
    void BadCalledAndConverted()
    {
        lock (_gate)
            Bump();
        _kept = Bump;
        void Bump() => _n++; // expect: CAP0002
    }
    void BadRecursive(int depth)
    {
        Descend(depth);
        void Descend(int left)
        {
            _n++; // expect: CAP0002
            if (left > 0) Descend(left - 1);
        }
    }
    void BadFromALambdaThatRunsLater()
    {
        lock (_gate)
            _kept = () => Bump();
        void Bump() => _n++; // expect: CAP0002
    }
}

class Case_4611_iterators
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];

    IEnumerable<int> GoodSnapshot()
    {
        int[] copy;
        lock (_gate) copy = _items.ToArray();
        foreach (int item in copy)
            yield return item;
    }
    IEnumerable<int> GoodLocksForEach(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int item;
            lock (_gate) item = _n++;
            yield return item;
        }
    }
    int GoodConsumed()
    {
        lock (_gate)
            return _n + GoodSnapshot().Count();
    }
    IEnumerable<int> GoodLocalIteratorLocks()
    {
        return Run();
        IEnumerable<int> Run()
        {
            int n;
            lock (_gate) n = _n;
            yield return n;
        }
    }
    IEnumerable<int> BadUnlocked()
    {
        yield return _n; // expect: CAP0001
    }
    IEnumerable<int> BadLocalIterator()
    {
        lock (_gate)
            return Run();
        IEnumerable<int> Run()
        {
            yield return _n; // expect: CAP0001
        }
    }
    IEnumerable<int> BadAfterTheLock()
    {
        lock (_gate) _n++;
        yield return 1;
        _n--; // expect: CAP0002
    }
}

class Case_4612_deferred_queries
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    List<int> GoodInOneStatement(int[] items)
    {
        lock (_gate)
            return items.Where(item => item > _n).Select(item => item + _n).ToList();
    }
    List<int> GoodQuerySyntax(int[] items)
    {
        lock (_gate)
            return (from item in items where item > _n orderby item - _n select item + _n).ToList();
    }
    int GoodCount(int[] items)
    {
        lock (_gate)
            return items.Where(item => item > _n).Distinct().Count();
    }
    void GoodForeach(int[] items)
    {
        lock (_gate)
            foreach (int item in items.Where(item => item > _n).Take(3))
                _n += item;
    }
    IEnumerable<int> GoodOwnCopy(int[] items)
    {
        int limit;
        lock (_gate) limit = _n;
        return items.Where(item => item > limit);
    }
    IEnumerable<int> GoodLocksInside(int[] items) => items.Where(item =>
    {
        lock (_gate)
            return item > _n;
    });
    IEnumerable<int> BadReturned(int[] items)
    {
        lock (_gate)
            return items.Select(item => item + _n); // expect: CAP0001
    }
    IEnumerable<int> BadQuerySyntax(int[] items)
    {
        lock (_gate)
            return from item in items where item > _n select item; // expect: CAP0001
    }
    int BadConsumedAfterTheLock(int[] items)
    {
        IEnumerable<int> query;
        lock (_gate)
            query = items.Where(item => item > _n); // expect: CAP0001
        return query.Count();
    }
    int BadOutside(int[] items)
    {
        return items.Where(item => item > _n).Count(); // expect: CAP0001
    }
}

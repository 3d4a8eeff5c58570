#nullable enable

// Where nullable warnings are on, as in every new project, the compiler draws `lock` on a Lock differently.

class Case_2330_locks_with_nullable_warnings
{
    readonly Lock _lock = new();
    readonly Lock _other = new();
    [GuardedBy(nameof(_lock))] int _n;
    [GuardedBy(nameof(_other))] int _m;

    public void Statement()
    {
        lock (_lock) _n++;
        _n++; // expect: CAP0002
    }
    public int Expression()
    {
        lock (_lock) return _n;
    }
    public int Branches(bool b)
    {
        lock (_lock)
        {
            if (b) return _n;
            _n++;
        }
        if (!b) _n++; // expect: CAP0002
        return 0;
    }
    public void Nested()
    {
        lock (_lock)
        {
            lock (_other)
            {
                _m = _n;
            }
            _n++;
            _m++; // expect: CAP0002
        }
        _m++; // expect: CAP0002
    }
    public void Again()
    {
        lock (_lock) lock (_lock) _n++;
        _n++; // expect: CAP0002
    }
    public void Loops(int[] values)
    {
        foreach (var value in values)
        {
            if (value == 0) _n++; // expect: CAP0002
            lock (_lock)
            {
                if (value == 1) continue;
                if (value == 2) break;
                for (var i = 0; i < value; i++) _n += i;
            }
        }
        _n++; // expect: CAP0002
    }
    public void Exceptions()
    {
        try
        {
            lock (_lock)
            {
                _n++;
                if (_n > 3) throw new InvalidOperationException();
            }
        }
        catch (InvalidOperationException)
        {
            _n++; // expect: CAP0002
        }
        finally
        {
            _m++; // expect: CAP0002
        }
    }
    public void TryInside()
    {
        lock (_lock)
        {
            try
            {
                Console.WriteLine(_n);
            }
            catch (InvalidOperationException)
            {
                _n++;
            }
            finally
            {
                _n--;
            }
        }
    }
    public void Delegates(List<int> items)
    {
        lock (_lock)
        {
            items.ForEach(i => _n += i);
            Add();
            Action later = () => _n++; // expect: CAP0002
            Task.Run(later);
        }

        void Add() => _n++;
    }
    public int Lambda() => Array.Find(new[] { 1 }, i =>
    {
        lock (_lock) return _n == i;
    });
    public Action Stored() => () =>
    {
        lock (_lock) _n++;
        _n++; // expect: CAP0002
    };
    [Requires(nameof(_lock))] void Locked() => _n++;
    public void Calls(Case_2330_locks_with_nullable_warnings that)
    {
        lock (_lock) Locked();
        lock (that._lock) that.Locked();
        lock (that._lock) Locked(); // expect: CAP0011
        var alias = _lock;
        lock (alias) Locked();
        Locked(); // expect: CAP0011
    }
    [Excludes(nameof(_lock))] void Free() { }
    public void Excluded()
    {
        lock (_lock) Free(); // expect: CAP0012
        Free();
    }
}

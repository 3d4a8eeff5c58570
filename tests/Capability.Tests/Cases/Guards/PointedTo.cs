// A guard on the object a variable refers to, not on the variable: PtGuardedBy, both guards together, and the self guard.

class Basket2050
{
    public int Weight;
    public string Label { get; set; }
    public void Shake() { }
}
class Case_2050_the_object_is_guarded_the_variable_is_not
{
    readonly ReaderWriterLockSlim _rw = new();
    [PtGuardedBy(nameof(_rw))] List<int> _list = [];
    [PtGuardedBy(nameof(_rw))] int[] _row = new int[4];
    [PtGuardedBy(nameof(_rw))] Basket2050 _basket = new();

    void GoodVariable(List<int> list) { _list = list; }
    void GoodSwap() { (_list, _row) = ([], []); }
    bool GoodNullTest() => _list == null || _row is null || _basket is not { };
    void GoodCoalesce() { _list ??= []; }
    int GoodReads()
    {
        _rw.EnterReadLock();
        int n = _list.Count + _list[0] + _row[0] + _row.Length + _basket.Weight + _basket.Label.Length;
        _rw.ExitReadLock();
        return n;
    }
    void GoodWrites()
    {
        _rw.EnterWriteLock();
        _list.Add(1); _list[0]++; _row[0] = 2; _basket.Weight = 3; _basket.Label = "x";
        _rw.ExitWriteLock();
    }
    void GoodUnknownMethodUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _basket.Shake();
        _rw.ExitReadLock();
    }
    int BadCount() { return _list.Count; } // expect: CAP0003
    int BadItem() { return _list[0]; } // expect: CAP0003
    int BadElement() { return _row[0]; } // expect: CAP0003
    int BadLength() { return _row.Length; } // expect: CAP0003
    int BadField() { return _basket.Weight; } // expect: CAP0003
    string BadConditional() { return _basket?.Label; } // expect: CAP0003
    void BadMethod() { _basket.Shake(); } // expect: CAP0003
    void BadForEach()
    {
        foreach (int item in _list) // expect: CAP0003
            Console.WriteLine(item);
    }
    int[] BadSpread() { return [.. _row]; } // expect: CAP0003
    void BadAdd() { _list.Add(1); } // expect: CAP0004
    void BadItemSet() { _list[0] = 1; } // expect: CAP0004
    void BadElementSet() { _row[0] = 1; } // expect: CAP0004
    void BadElementIncrement() { _row[0]++; } // expect: CAP0004
    void BadFieldSet() { _basket.Weight += 1; } // expect: CAP0004
    void BadSetter() { _basket.Label = "x"; } // expect: CAP0004
    void BadConditionalSet() { _basket?.Weight = 1; } // expect: CAP0004
    void BadAddUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _list.Add(1); // expect: CAP0004
        _rw.ExitReadLock();
    }
    void BadSetterUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _basket.Label = "x"; // expect: CAP0004
        _rw.ExitReadLock();
    }
}

class Case_2051_two_different_guards_for_variable_and_object
{
    readonly object _swap = new();
    readonly object _content = new();
    [GuardedBy(nameof(_swap)), PtGuardedBy(nameof(_content))] List<int> _list = [];

    void GoodReplace() { lock (_swap) _list = []; }
    int GoodRead() { lock (_swap) lock (_content) return _list.Count; }
    void GoodAdd() { lock (_swap) lock (_content) _list.Add(1); }
    bool GoodNullTest() { lock (_swap) return _list == null; }
    void BadReplace()
    {
        lock (_content)
            _list = []; // expect: CAP0002
    }
    int BadReadWithoutTheVariable()
    {
        lock (_content)
            return _list.Count; // expect: CAP0001
    }
    int BadReadWithoutTheObject()
    {
        lock (_swap)
            return _list.Count; // expect: CAP0003
    }
    void BadAddWithoutTheObject()
    {
        lock (_swap)
            _list.Add(1); // expect: CAP0004
    }
    void BadAddWithoutTheVariable()
    {
        lock (_content)
            _list.Add(1); // expect: CAP0001
    }
    bool BadNullTest()
    {
        lock (_content)
            return _list == null; // expect: CAP0001
    }
}

class Case_2052_self_guard
{
    [GuardedBy(nameof(_items))] readonly List<int> _items = [];
    [GuardedBy(nameof(_items))] int _total;
    [GuardedBy("this._row")] readonly int[] _row = new int[4];
    readonly object _other = new();

    void GoodAdd() { lock (_items) { _items.Add(1); _total++; } }
    int GoodRead() { lock (this._items) return _items.Count + _total; }
    int GoodRow() { lock (_row) return _row[0]++; }
    void GoodParenthesised() { lock ((_items)) _items.Clear(); }
    void GoodThroughALocal()
    {
        var items = _items;
        lock (items)
        {
            items.Add(1);
            _items.Add(2);
            _total++;
        }
    }
    bool GoodNullTest() => _items != null;
    void GoodPulse() { lock (_items) Monitor.PulseAll(_items); }
    int BadRead() { return _items.Count; } // expect: CAP0003
    void BadAdd() { _items.Add(1); } // expect: CAP0004
    void BadRow() { _row[0] = 1; } // expect: CAP0004
    void BadOtherState() { _total++; } // expect: CAP0002
    void BadUnderAnother()
    {
        lock (_other)
            _items.Add(1); // expect: CAP0004
    }
    void BadUnderTheOtherSelf()
    {
        lock (_row)
            _items.Add(1); // expect: CAP0004
    }
    void BadUnderThis()
    {
        lock (this)
            _items.Clear(); // expect: CAP0004
    }
    void BadAfter()
    {
        lock (_items) _items.Add(1);
        _items.Add(2); // expect: CAP0004
    }
}

class Case_2053_sync_root_and_this
{
    [GuardedBy("_old.SyncRoot")] readonly System.Collections.ArrayList _old = [];
    [GuardedBy("this")] int _n;

    void GoodSyncRoot() { lock (_old.SyncRoot) _old.Add(1); }
    void GoodThis() { lock (this) _n++; }
    int GoodThisOfAnother(Case_2053_sync_root_and_this other) { lock (other) return other._n; }
    [MethodImpl(MethodImplOptions.Synchronized)] void GoodSynchronized() => _n++;
    void BadSyncRoot() { _old.Add(1); } // expect: CAP0002
    void BadSyncRootUnderThis()
    {
        lock (this)
            _old.Add(1); // expect: CAP0002
    }
    void BadThis() { _n++; } // expect: CAP0002
    int BadThisOfAnother(Case_2053_sync_root_and_this other)
    {
        lock (this)
            return other._n; // expect: CAP0001
    }
}

class Case_2054_object_guards_as_arguments
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly List<int> _list = [];
    [GuardedBy(nameof(_own))] readonly List<int> _own = [];
    readonly List<int> _free = [];

    static int Sum(List<int> list) => list.Sum();

    int Good() { lock (_gate) return Sum(_list); }
    int GoodExtension() { lock (_gate) return _list.Count(x => x > 1); }
    int GoodSelf() { lock (_own) return Sum(_own); }
    int GoodFree() => Sum(_free);
    bool GoodReferenceComparison() => _list == _free;
    int Bad() { return Sum(_list); } // expect: CAP0003
    int BadExtension() { return _list.Count(x => x > 1); } // expect: CAP0003
    int BadSelf() { return Sum(_own); } // expect: CAP0003
}

class Case_8850_an_object_that_guards_itself_is_replaced_under_its_lock
{
    [GuardedBy("_rows")] int[] _rows = Array.Empty<int>();
    void GoodGrow(int n)
    {
        lock (_rows)
        {
            var longer = new int[_rows.Length + 1];
            _rows.CopyTo(longer.AsSpan());
            longer[0] = n;
            _rows = longer;
        }
    }
    void GoodReplace(int n) { lock (_rows) _rows = new int[n]; }
    int GoodRead() { lock (_rows) return _rows[0]; }
    void GoodReturn(int n) { lock (_rows) { if (n == 0) return; _rows = new int[n]; } }
    int BadRead() => _rows[0]; // expect: CAP0003
    void BadAfter(int n) { lock (_rows) { _rows = new int[n]; _rows[0] = 1; } } // expect: CAP0004
    void BadOutside() { lock (_rows) { } _rows[0]++; } // expect: CAP0004
}

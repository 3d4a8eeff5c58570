// A live object is handed out otherwise: by reference, through a parameter, into a member that others see, element-wise.

class Case_3040_reference_returns
{
    struct Cell { public int Value; }
    class Node { public int Value; public Node Next; }

    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] Cell _cell;
    [GuardedBy(nameof(_gate))] readonly int[] _row = new int[4];
    [PtGuardedBy(nameof(_gate))] readonly int[] _slots = new int[4];
    [GuardedBy(nameof(_rw))] int _shared;
    int _free;

    [Requires(nameof(_gate))] ref int GoodRequired() => ref _n;
    [Requires(nameof(_gate))] ref int GoodElement(int i) => ref _row[i];
    [Requires(nameof(_gate))] ref int GoodSlot(int i) => ref _slots[i];
    [Requires(nameof(_gate))] ref int this[int i] => ref _row[i];
    [RequiresShared(nameof(_rw))] ref readonly int GoodReadOnly() => ref _shared;
    [Acquires(nameof(_gate))]
    ref int GoodAcquired()
    {
        Monitor.Enter(_gate);
        return ref _n;
    }
    ref int GoodFree() => ref _free;
    int GoodValue() { lock (_gate) return _n; }
    ref int BadUnlocked() => ref _n; // expect: CAP0006
    ref int BadLocked() { lock (_gate) return ref _n; } // expect: CAP0006
    ref int BadElement(int i) { lock (_gate) return ref _row[i]; } // expect: CAP0006
    ref int BadSlot(int i) => ref _slots[i]; // expect: CAP0006
    ref int BadStructField() { lock (_gate) return ref _cell.Value; } // expect: CAP0006
    ref readonly int BadReadOnly() => ref _n; // expect: CAP0006
    ref int BadProperty => ref _n; // expect: CAP0006
    [RequiresShared(nameof(_rw))] ref int BadShared() => ref _shared; // expect: CAP0006
    ref int BadLocal()
    {
        lock (_gate)
        {
            ref int n = ref _n;
            n++;
            return ref n; // expect: CAP0006
        }
    }
    [Releases(nameof(_gate))]
    ref int BadReleased()
    {
        Monitor.Exit(_gate);
        return ref _n; // expect: CAP0006
    }
}

class Case_3041_parameters
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] List<int> _pending = [];

    void GoodCopy(out List<int> items) { lock (_gate) items = [.. _items]; }
    void GoodSwap(out List<int> items) { lock (_gate) { items = _pending; _pending = []; } }
    void GoodReplaced(ref List<int> items)
    {
        lock (_gate)
        {
            items = _items;
            items.Add(1);
            items = [];
        }
    }
    void GoodByValue(List<int> items) { lock (_gate) { items = _items; items.Add(1); } }
    bool GoodElement(out int first) { lock (_gate) { first = _items[0]; return true; } }
    void BadOut(out List<int> items)
    {
        lock (_gate)
            items = _items; // expect: CAP0006
    }
    void BadRef(ref List<int> items)
    {
        lock (_gate)
            items = _items; // expect: CAP0006
    }
    void BadDeconstructed(out List<int> items, out int count)
    {
        lock (_gate)
            (items, count) = (_items, _items.Count); // expect: CAP0006
    }
}

class Case_3042_stored
{
    public List<int> Published { get; set; }
    readonly object _gate = new();
    readonly object _second = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] List<int> _pending = [];
    [GuardedBy(nameof(_gate))] List<int> _previous;
    [GuardedBy(nameof(_gate))] readonly List<List<int>> _history = [];
    [GuardedBy(nameof(_second))] List<int> _elsewhere;
    List<int> _plain;
    readonly List<int>[] _slots = new List<int>[2];
    static List<int> s_last;
    List<int> _custom;
    List<int> Custom { get => _custom; set => _custom = [.. value]; }

    void GoodOtherMember() { lock (_gate) _previous = _items; }
    void GoodElementUnderTheSameGuard() { lock (_gate) _history[0] = _items; }
    void GoodArgument() { lock (_gate) _history.Add(_items); }
    void GoodCopy() { lock (_gate) _plain = [.. _items]; }
    void GoodSwap() { lock (_gate) { _plain = _pending; _pending = []; } }
    void GoodTakenBack() { lock (_gate) { _plain = _items; _plain.Add(1); _plain = null; } }
    void GoodSetterThatCopies() { lock (_gate) Custom = _items; }
    void GoodCount() { lock (_gate) s_last = new List<int>(_items.Count); }
    void GoodFreshObject()
    {
        lock (_gate)
        {
            var local = new Case_3042_stored { Published = _previous };
            local._plain.Clear();
        }
    }
    void Bad()
    {
        lock (_gate)
            _plain = _items; // expect: CAP0006
    }
    void BadStatic()
    {
        lock (_gate)
            s_last = _items; // expect: CAP0006
    }
    void BadProperty()
    {
        lock (_gate)
            Published = _items; // expect: CAP0006
    }
    void BadElement()
    {
        lock (_gate)
            _slots[0] = _items; // expect: CAP0006
    }
    void BadOnOnePath(bool publish)
    {
        lock (_gate)
        {
            if (publish)
                _plain = _items; // expect: CAP0006
        }
    }
    void BadThroughALocal()
    {
        lock (_gate)
        {
            var items = _items;
            _plain = items; // expect: CAP0006
        }
    }
    void BadUnderAnotherGuard()
    {
        lock (_gate)
            lock (_second)
                _elsewhere = _items; // expect: CAP0006
    }
    [Requires(nameof(_gate))]
    void BadUnderAContract()
    {
        _plain = _items; // expect: CAP0006
    }
}

class Case_3043_iterators
{
    readonly SemaphoreSlim _mutex = new(1);
    [GuardedBy(nameof(_mutex))] readonly List<int> _items = [];
    [GuardedBy(nameof(_mutex))] readonly List<List<int>> _lists = [];

    IEnumerable<int> GoodElements()
    {
        _mutex.Wait();
        foreach (int item in _items)
            yield return item;
        _mutex.Release();
    }
    IEnumerable<List<int>> GoodListsThatAreElements()
    {
        _mutex.Wait();
        foreach (var list in _lists)
            yield return list;
        _mutex.Release();
    }
    IEnumerable<int[]> GoodCopy()
    {
        _mutex.Wait();
        yield return _items.ToArray();
        _mutex.Release();
    }
    IEnumerable<List<int>> Bad()
    {
        _mutex.Wait();
        yield return _items; // expect: CAP0006
        _mutex.Release();
    }
}

class Case_3044_elements_are_no_part_of_the_guarded_object
{
    public class Entry { public int Count; public List<int> Items { get; } = []; }
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly Dictionary<string, List<int>> _lists = [];
    [GuardedBy(nameof(_gate))] readonly List<Entry> _entries = [];
    [GuardedBy(nameof(_gate))] readonly int[][] _rows = [];

    List<int> GoodFetched(string key) { lock (_gate) return _lists[key]; }
    List<int> GoodTried(string key) { lock (_gate) return _lists.TryGetValue(key, out var list) ? list : null; }
    Entry GoodEntry() { lock (_gate) return _entries[0]; }
    Entry GoodFirst() { lock (_gate) return _entries.FirstOrDefault(e => e.Count > 1); }
    int[] GoodRow(int i) { lock (_gate) return _rows[i]; }
    void GoodUsedAfter()
    {
        Entry entry;
        lock (_gate) entry = _entries[0];
        entry.Items.Add(1);
    }
    void GoodSnapshot()
    {
        Entry[] entries;
        lock (_gate) entries = _entries.ToArray();
        foreach (var entry in entries)
            entry.Items.Clear();
    }
}

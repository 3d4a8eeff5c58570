// Guarded structs, arrays, collections and paths: what writes the guarded state and what only reads it.

struct Point2020
{
    public int X;
    public int Y { get; set; }
    public Point2020(int x) { X = x; Y = x; }
    public void Move() => X++;
    public readonly int Length() => X + Y;
}
struct Frame2020
{
    public Point2020 Min;
    public Point2020 Max;
}
static class Points2020
{
    public static void Flip(ref this Point2020 point) => point.X = -point.X;
    public static int Area(in this Point2020 point) => point.X * point.Y;
    public static int Sum(this Point2020 point) => point.X + point.Y;
}

class Case_2020_fields_and_members_of_guarded_structs
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] Point2020 _point;
    [GuardedBy(nameof(_rw))] Frame2020 _frame;
    [GuardedBy(nameof(_rw))] TimeSpan _span;

    void GoodWrites()
    {
        _rw.EnterWriteLock();
        _point.X = 1;
        _point.Y++;
        _point.Move();
        _point.Flip();
        _frame.Min.X = 2;
        _frame.Max = new Point2020(3);
        _frame.Min.Move();
        _span = _span.Add(TimeSpan.FromSeconds(1));
        _rw.ExitWriteLock();
    }
    int GoodReadsUnderTheReadLock()
    {
        _rw.EnterReadLock();
        int n = _point.X + _point.Y + _point.Length() + _point.Area() + _point.Sum() + _frame.Max.X + _span.Days;
        _rw.ExitReadLock();
        return n;
    }
    int GoodOnACopy()
    {
        _rw.EnterReadLock();
        var copy = _point;
        _rw.ExitReadLock();
        copy.X = 3;
        copy.Move();
        return copy.Length();
    }
    void GoodOwnStruct(Point2020 point)
    {
        point.X = 3;
        point.Move();
    }
    int BadField() { return _point.X; } // expect: CAP0001
    void BadFieldWrite() { _point.X = 1; } // expect: CAP0002
    void BadFieldIncrement() { _point.X++; } // expect: CAP0002
    void BadSetter() { _point.Y = 1; } // expect: CAP0002
    void BadMutatingMethod() { _point.Move(); } // expect: CAP0002
    int BadReadOnlyMethod() { return _point.Length(); } // expect: CAP0001
    void BadNestedWrite() { _frame.Min.X = 1; } // expect: CAP0002
    int BadNestedRead() { return _frame.Min.X; } // expect: CAP0001
    void BadNestedMutatingMethod() { _frame.Max.Move(); } // expect: CAP0002
    int BadStructOfTheRuntime() { return _span.Days; } // expect: CAP0001
    void BadRefThis() { _point.Flip(); } // expect: CAP0005
    int BadInThis() { return _point.Area(); } // expect: CAP0005
    int BadByValueThis() { return _point.Sum(); } // expect: CAP0001
    void BadWriteUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _point.X = 1; // expect: CAP0002
        _rw.ExitReadLock();
    }
    void BadMutatingMethodUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _point.Move(); // expect: CAP0002
        _rw.ExitReadLock();
    }
}

class Case_2021_arrays_ranges_and_spreads
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] readonly int[] _row = new int[8];
    [GuardedBy(nameof(_rw))] readonly int[,] _grid = new int[2, 2];
    [GuardedBy(nameof(_rw))] readonly Point2020[] _points = new Point2020[2];
    [GuardedBy(nameof(_rw))] string _text = "";

    void GoodWrites(int i)
    {
        _rw.EnterWriteLock();
        _row[i] = 1; _row[^1]++; _row[i] += 2;
        _grid[0, 1] = 3;
        _points[0].X = 4;
        _points[1].Move();
        (_row[0], _row[1]) = (_row[1], _row[0]);
        _rw.ExitWriteLock();
    }
    int GoodReads(int i)
    {
        _rw.EnterReadLock();
        int n = _row[i] + _row[^1] + _row.Length + _grid[0, 1] + _points[0].X + _text[1..].Length;
        int[] copy = [.. _row, _row[0]];
        _rw.ExitReadLock();
        return n + copy[0];
    }
    int GoodElementOfAnother(int[] row) => row[0] + row[^1] + row[1..].Length;
    int BadElement() { return _row[0]; } // expect: CAP0001
    int BadFromEnd() { return _row[^1]; } // expect: CAP0001
    int BadLength() { return _row.Length; } // expect: CAP0001
    string BadRange() { return _text[1..]; } // expect: CAP0001
    int[] BadSpread() { return [.. _row]; } // expect: CAP0001
    int[] BadCollectionElement() { return [1, _row[0], 2]; } // expect: CAP0001
    void BadElementWrite() { _row[0] = 1; } // expect: CAP0002
    void BadElementFromEnd() { _row[^1] = 1; } // expect: CAP0002
    void BadElementIncrement() { _row[0]++; } // expect: CAP0002
    void BadGrid() { _grid[0, 0] = 1; } // expect: CAP0002
    void BadFieldOfAnElement() { _points[0].X = 1; } // expect: CAP0002
    void BadMethodOfAnElement() { _points[0].Move(); } // expect: CAP0002
    void BadElementUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _row[0] = 1; // expect: CAP0002
        _rw.ExitReadLock();
    }
}

class Case_2022_collections
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] readonly List<int> _list = [];
    [GuardedBy(nameof(_rw))] readonly Dictionary<string, int> _map = [];
    [GuardedBy(nameof(_rw))] readonly HashSet<int> _set = [];
    [GuardedBy(nameof(_rw))] readonly Queue<int> _queue = new();
    [GuardedBy(nameof(_rw))] ImmutableList<int> _frozen = [];

    void GoodWrites()
    {
        _rw.EnterWriteLock();
        _list.Add(1); _list[0] = 2; _list.Clear();
        _map["a"] = 1; _map["a"]++; _map.Remove("a");
        _set.UnionWith([1]); _queue.Enqueue(1); _queue.Dequeue();
        _frozen = _frozen.Add(1);
        _rw.ExitWriteLock();
    }
    int GoodReads()
    {
        _rw.EnterReadLock();
        int n = _list.Count + _list[0] + _list.IndexOf(1) + (_map.TryGetValue("a", out int a) ? a : 0) + _queue.Peek();
        bool any = _map.ContainsKey("a") || _set.Contains(1) || _list.Any(x => x > 2) || _list.Exists(x => x == n);
        var more = _frozen.Add(n);
        _rw.ExitReadLock();
        return any ? more.Count : n;
    }
    List<int> GoodQuery()
    {
        _rw.EnterReadLock();
        try { return (from x in _list where x > 1 select x).ToList(); }
        finally { _rw.ExitReadLock(); }
    }
    int BadCount() { return _list.Count; } // expect: CAP0001
    int BadItem() { return _list[0]; } // expect: CAP0001
    bool BadLookup() { return _map.TryGetValue("a", out _); } // expect: CAP0001
    int BadPeek() { return _queue.Peek(); } // expect: CAP0001
    bool BadExtension() { return _list.Any(); } // expect: CAP0001
    int BadCountOfTheImmutable() { return _frozen.Count; } // expect: CAP0001
    void BadAdd() { _list.Add(1); } // expect: CAP0002
    void BadItemSet() { _list[0] = 1; } // expect: CAP0002
    void BadItemIncrement() { _map["a"]++; } // expect: CAP0002
    void BadRemove() { _map.Remove("a"); } // expect: CAP0002
    bool BadTryAdd() { return _map.TryAdd("a", 1); } // expect: CAP0002
    bool BadSetAdd() { return _set.Add(1); } // expect: CAP0002
    int BadDequeue() { return _queue.Dequeue(); } // expect: CAP0002
    void BadConditionalAdd() { _list?.Add(1); } // expect: CAP0002
    void BadSort() { _list.Sort(); } // expect: CAP0002
    void BadAddUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _list.Add(1); // expect: CAP0002
        _rw.ExitReadLock();
    }
    void BadMapUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _map["a"] = 1; // expect: CAP0002
        _rw.ExitReadLock();
    }
    void BadQueueUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _queue.TryDequeue(out _); // expect: CAP0002
        _rw.ExitReadLock();
    }
}

class Parcel2023
{
    public int Weight;
    public Point2020 Place;
    public Parcel2023 Next { get; set; }
    public int[] Stamps { get; set; } = [];
}
class Case_2023_paths_through_references
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] Parcel2023 _first = new();

    int GoodReads()
    {
        _rw.EnterReadLock();
        int n = _first.Weight + _first.Place.X + _first.Next.Weight;
        _rw.ExitReadLock();
        return n;
    }
    void GoodWrites()
    {
        _rw.EnterWriteLock();
        _first.Weight = 1;
        _first.Place.X = 2;
        _first.Next = new Parcel2023 { Weight = 3 };
        _first?.Weight = 4;
        _first = null;
        _rw.ExitWriteLock();
    }
    void GoodTwoReferencesAreARead()
    {
        _rw.EnterReadLock();
        _first.Next.Weight = 1;
        _rw.ExitReadLock();
    }
    void GoodOther(Parcel2023 other) { other.Weight = 1; other.Next.Next = other; other?.Place.X = 3; }
    int BadRead() { return _first.Weight; } // expect: CAP0001
    int BadLongRead() { return _first.Next.Next.Weight; } // expect: CAP0001
    int? BadConditionalRead() { return _first?.Next?.Weight; } // expect: CAP0001
    void BadWrite() { _first.Weight = 1; } // expect: CAP0002
    void BadConditionalWrite() { _first?.Weight = 1; } // expect: CAP0002
    void BadStructFieldWrite() { _first.Place.X = 1; } // expect: CAP0002
    void BadStructMethod() { _first.Place.Move(); } // expect: CAP0002
    void BadSetter() { _first.Next = null; } // expect: CAP0002
    void BadTwoReferences() { _first.Next.Weight = 1; } // expect: CAP0001
    void BadThisPrefix() { this._first.Weight++; } // expect: CAP0002
    void BadWriteUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _first.Weight = 1; // expect: CAP0002
        _rw.ExitReadLock();
    }
}

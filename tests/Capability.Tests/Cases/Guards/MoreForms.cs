// Reads and writes in forms that are easily forgotten.

struct Vec8000
{
    public int X;
    public static Vec8000 operator +(Vec8000 a, int b) => new() { X = a.X + b };
    public static Vec8000 operator ++(Vec8000 a) => a + 1;
    public static bool operator true(Vec8000 a) => a.X != 0;
    public static bool operator false(Vec8000 a) => a.X == 0;
    public static implicit operator int(Vec8000 a) => a.X;
    public readonly int Length => X;
    public override readonly string ToString() => X.ToString();
}
sealed class Sum8000
{
    public int Total;
    public void operator +=(int n) => Total += n;
    public void operator ++() => Total++;
}
record Person8000(string Name, int Age);
class Case_8000_operators_patterns_and_copies
{
    readonly ReaderWriterLockSlim _rw = new();
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] Vec8000 _vec;
    [GuardedBy(nameof(_gate))] int? _maybe;
    [GuardedBy(nameof(_gate))] Person8000 _person = new("x", 1);
    [GuardedBy(nameof(_gate))] dynamic _dynamic;
    [GuardedBy(nameof(_gate))] decimal _money;
    [GuardedBy(nameof(_gate))] Sum8000 _sum = new();
    [GuardedBy(nameof(_gate))] string _text = "";
    [GuardedBy(nameof(_gate))] int[][] _jagged = [[1]];

    void Good() { lock (_gate) { _vec += 1; _vec++; _maybe++; _maybe += 2; _money *= 2; _dynamic = 3; _jagged[0][0]++; _sum += 2; } }
    int GoodReads() { lock (_gate) return _vec + (_maybe ?? 0) + _person.Age + (int)_money + _jagged[0].Length + _text.Length; }
    string GoodPattern() { lock (_gate) return _person is { Name: { Length: > 2 } name, Age: var age } ? name + age : ""; }
    string GoodSwitch() { lock (_gate) return _person switch { ("x", _) => "x", { Age: 3 } => "3", null => "", _ => "y" }; }
    Person8000 GoodWith() { lock (_gate) return _person with { Age = 2 }; }
    void GoodOwnCopy() { Vec8000 vec; lock (_gate) vec = _vec; vec.X++; vec += 2; }
    void GoodQuery(int[] row) { lock (_gate) Console.WriteLine((from i in row where i > _money let j = i + _maybe orderby j descending select j + _vec.X).ToArray().Length); }
    void BadOperatorWrite() => _vec += 1; // expect: CAP0002
    void BadIncrementOperator() => _vec++; // expect: CAP0002
    int BadConversion() => _vec; // expect: CAP0001
    int BadTrue() { if (_vec) return 1; return 0; } // expect: CAP0001
    void BadLifted() => _maybe++; // expect: CAP0002
    bool BadLiftedComparison() => _maybe > 3; // expect: CAP0001
    bool BadPattern() => _person is { Age: 3 }; // expect: CAP0001
    int BadSwitch() => _person switch { null => 0, _ => 1 }; // expect: CAP0001
    Person8000 BadWith() => _person with { Age = 2 }; // expect: CAP0001
    void BadDynamic() => _dynamic.Call(); // expect: CAP0001
    int BadJagged() => _jagged[0][0]; // expect: CAP0001
    string BadInterpolation() => $"{_vec}"; // expect: CAP0001
    string BadConcatenation() => "x" + _text; // expect: CAP0001
    bool BadEquality(Person8000 p) => p == _person; // expect: CAP0001
    bool BadTypeTest() => _dynamic is string; // expect: CAP0001
    IEnumerable<int> BadQuery(int[] row) { lock (_gate) return from i in row where i > _money select i; } // expect: CAP0001
}

class Case_8001_statement_heads
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] System.IO.Stream _stream;
    static void Work(int i = 0) { }

    void GoodFor() { lock (_gate) for (int i = _n; i < _n; i += _n) Work(); }
    void GoodForEach() { lock (_gate) foreach (int i in _items) Work(i); }
    void GoodUsing() { lock (_gate) using (_stream) Work(); }
    void GoodSwitch() { lock (_gate) switch (_n) { case 1 when _items.Count > 2: break; } }
    int GoodThrow() { lock (_gate) return _n > 3 ? _n : throw new Exception(_n.ToString()); }
    void GoodCopyThenLoop() { int[] copy; lock (_gate) copy = [.. _items]; foreach (int i in copy) Work(i); }
    void GoodNameOf() { Work(nameof(_n).Length + nameof(_items.Count).Length + sizeof(int)); }
    void GoodDefault() { Work(default(int)); Console.WriteLine(typeof(Case_8001_statement_heads)); }
    void BadForInit() { for (int i = _n; i < 3; i++) Work(); } // expect: CAP0001
    void BadForCondition() { for (int i = 0; i < _n; i++) Work(); } // expect: CAP0001
    void BadForStep() { for (int i = 0; i < 3; i += _n) Work(); } // expect: CAP0001
    void BadWhile() { while (_n > 0) Work(); } // expect: CAP0001
    void BadDo() { do Work(); while (_n > 0); } // expect: CAP0001
    void BadForEach() { foreach (int i in _items) Work(i); } // expect: CAP0001
    void BadUsing() { using (_stream) Work(); } // expect: CAP0001
    void BadSwitch() { switch (_n) { case 1: break; } } // expect: CAP0001
    void BadWhen(int i) { switch (i) { case 1 when _n > 2: break; } } // expect: CAP0001
    void BadThrow() => throw new Exception(_n.ToString()); // expect: CAP0001
    void BadFilter() { try { Work(); } catch (Exception) when (_n > 1) { } } // expect: CAP0001
    void BadGotoCase(int i) { switch (i) { case 1: goto case 2; case 2: Work(_n); break; } } // expect: CAP0001
    int BadTernary(bool b) => b ? _n : 0; // expect: CAP0001
    int BadCoalesce(int? i) => i ?? _n; // expect: CAP0001
    void BadDiscard() => _ = _n; // expect: CAP0001
    (int, int) BadTuple() => (1, _n); // expect: CAP0001
    object BadAnonymous() => new { _n }; // expect: CAP0001
    void BadArgumentByName() => Work(i: _n); // expect: CAP0001
    int BadIndex(int[] row) => row[_n]; // expect: CAP0001
    int BadRange(int[] row) => row[.._n].Length; // expect: CAP0001
    int[] BadSize() => new int[_n]; // expect: CAP0001
    unsafe void BadStackAlloc() { int* p = stackalloc int[_n]; } // expect: CAP0001
    void BadLockHead() { lock (_items) Work(_n); } // expect: CAP0001 x2
    async Task BadAwait() => await Task.Delay(_n); // expect: CAP0001
    IEnumerable<int> BadYield() { yield return _n; } // expect: CAP0001
}

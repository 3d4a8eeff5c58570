// Guarded objects that do not leave, or leave as copies: returned, stored, passed, captured, seen through refs and spans.

sealed class Settings3090
{
    public string Name { get; set; } = "";
}
sealed record FrozenText3090(string Text);
class Case_3090_what_is_returned
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] readonly Dictionary<string, List<int>> _map = [];
    [GuardedBy(nameof(_gate))] int[] _row = new int[4];
    [GuardedBy(nameof(_gate))] ImmutableArray<int> _fixed = [];
    [GuardedBy(nameof(_gate))] string _text = "";
    [GuardedBy(nameof(_gate))] readonly System.Text.StringBuilder _builder = new();
    [GuardedBy(nameof(_gate))] (int, string) _pair;
    [GuardedBy(nameof(_gate))] Func<int> _make = () => 1;

    int[] GoodArray() { lock (_gate) return _items.ToArray(); }
    List<int> GoodList() { lock (_gate) return [.. _items]; }
    List<int> GoodNewList() { lock (_gate) return new List<int>(_items); }
    IReadOnlyList<int> GoodImmutable() { lock (_gate) return _items.ToImmutableArray(); }
    ImmutableArray<int> GoodFixed() { lock (_gate) return _fixed; }
    int GoodCount() { lock (_gate) return _items.Count; }
    int GoodElement() { lock (_gate) return _items[0]; }
    List<int> GoodFetched() { lock (_gate) return _map["a"]; }
    bool GoodTryGet(out List<int> found) { lock (_gate) return _map.TryGetValue("a", out found); }
    string GoodText() { lock (_gate) return _text; }
    string GoodBuilt() { lock (_gate) return _builder.ToString(); }
    (int, string) GoodPair() { lock (_gate) return _pair; }
    Func<int> GoodDelegate() { lock (_gate) return _make; }
    int[] GoodClone() { lock (_gate) return (int[])_row.Clone(); }
    int[] GoodSwap() { lock (_gate) { var old = _row; _row = new int[4]; return old; } }
    int GoodSum() { lock (_gate) return _items.Where(i => i > 2).Sum(); }
    List<int> GoodFiltered() { lock (_gate) return _items.Where(i => i > 2).ToList(); }
    string GoodJoined() { lock (_gate) return string.Join(",", _items); }
    KeyValuePair<string, List<int>>[] GoodPairs() { lock (_gate) return _map.ToArray(); }
    int GoodMax() { lock (_gate) return _row.AsSpan().Length + _row.Max(); }
    int[] GoodSlice() { lock (_gate) return _row[1..]; }
    [Requires(nameof(_gate))] List<int> GoodUnderAContract() => _items;
    object GoodNull() { lock (_gate) return _items.Count == 0 ? null : _items[0]; }
    bool GoodCompared(List<int> other) { lock (_gate) return ReferenceEquals(_items, other) || _items == other; }
    List<int> GoodRange() { lock (_gate) return _items.GetRange(0, 2); }
    int[] GoodReversed() { lock (_gate) return _items.AsEnumerable().Reverse().ToArray(); }
    HashSet<int> GoodSet() { lock (_gate) return _items.ToHashSet(); }
    Dictionary<string, int> GoodProjected() { lock (_gate) return _map.ToDictionary(pair => pair.Key, pair => pair.Value.Count); }
    string[] GoodKeys() { lock (_gate) return [.. _map.Keys]; }
    int? GoodFirst() { lock (_gate) return _items.Count > 0 ? _items[0] : null; }
    char GoodCharacter() { lock (_gate) return _builder[0]; }
    IEnumerable<int> GoodIterator() { int[] copy; lock (_gate) copy = [.. _items]; foreach (int i in copy) yield return i; }
    Task<int> GoodTask() { lock (_gate) return Task.FromResult(_items.Count); }
    bool GoodAny() { lock (_gate) return _items.Any() || _map.ContainsKey("a"); }
    int GoodTernary(bool b) { lock (_gate) return b ? _items.Count : _row.Length; }
    ReadOnlyMemory<int> GoodMemoryOfACopy() { lock (_gate) return _row.ToArray().AsMemory(); }
    FrozenText3090 GoodWrapped() { lock (_gate) return new(_builder.ToString()); }
    List<int> BadList() { lock (_gate) return _items; } // expect: CAP0006
    IEnumerable<int> BadQuery() { lock (_gate) return _items.Where(i => i > 2); } // expect: CAP0006
    int[] BadRow() { lock (_gate) return _row; } // expect: CAP0006
}

class Case_3091_what_is_used_or_kept_inside
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] List<int> _other = [];
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly int[] _row = new int[4];
    [PtGuardedBy(nameof(_gate))] readonly Settings3090 _settings = new();
    int[] _copy = [];
    static void Show(IEnumerable<int> items) { }
    static int Read(in int n) => n;
    static void Set(out int n) => n = 1;
    static void Bump(ref int n) => n++;
    static int Sum(ReadOnlySpan<int> row) => row.Length;

    void GoodPassed() { lock (_gate) Show(_items); }
    void GoodLocal() { lock (_gate) { var items = _items; items.Add(1); } }
    void GoodSameGuard() { lock (_gate) _other = _items; }
    void GoodCopyKept() { lock (_gate) _copy = [.. _items]; }
    void GoodLambdaHere() { lock (_gate) _row.ToList().ForEach(i => _items.Add(i)); }
    void GoodLambdaThatLocks() { Action add = () => { lock (_gate) _items.Add(1); }; Task.Run(add); }
    void GoodRefInside() { lock (_gate) { ref int n = ref _n; n++; } }
    void GoodSpanInside() { lock (_gate) { Span<int> row = _row; row[0] = 1; } }
    int GoodSpanPassed() { lock (_gate) return Sum(_row); }
    void GoodIn() { lock (_gate) Read(in _n); }
    void GoodOut() { lock (_gate) Set(out _n); }
    void GoodRef() { lock (_gate) Bump(ref _n); }
    void GoodRefElement() { lock (_gate) Bump(ref _row[1]); }
    void GoodRefLocalCopy() { int n; lock (_gate) n = _n; Bump(ref n); Read(in n); Set(out n); }
    void GoodInterlocked() { lock (_gate) Interlocked.Increment(ref _n); }
    unsafe void GoodFixed() { lock (_gate) fixed (int* p = _row) *p = 1; }
    void GoodForEach() { lock (_gate) foreach (ref int cell in _row.AsSpan()) cell++; }
    void GoodSettings() { lock (_gate) _settings.Name = "x"; }
    void GoodSettingsVariable() { var known = _settings != null; Console.WriteLine(known); }
    string GoodSettingsRead() { lock (_gate) return _settings.Name; }
    void GoodSettingsPassed() { lock (_gate) Console.WriteLine(_settings); }
    void GoodSettingsInitial() { lock (_gate) { _settings.Name ??= "y"; _settings.Name += "z"; } }
    void GoodEnumerator() { lock (_gate) { using var e = ((IEnumerable<int>)_items).GetEnumerator(); while (e.MoveNext()) Console.WriteLine(e.Current); } }
    void GoodChain() { lock (_gate) foreach (int i in _items.Where(i => i > _n).Select(i => i + _n)) Console.WriteLine(i); }
    [Requires(nameof(_gate))] ref int GoodRefReturn() => ref _n;
    [Requires(nameof(_gate))] void GoodRefOfARefReturn() => GoodRefReturn()++;
    void BadRef() => Bump(ref _n); // expect: CAP0005
    void BadElement() => Bump(ref _row[0]); // expect: CAP0005
    void BadSettings() => _settings.Name = "x"; // expect: CAP0004
    void BadSettingsCompound() => _settings.Name += "x"; // expect: CAP0004
    void BadSpan() { Span<int> row; lock (_gate) row = _row; row[0] = 1; } // expect: CAP0006
    ref int BadRefReturn() { lock (_gate) return ref _n; } // expect: CAP0006
}

// Contracts in every kind of type and member, called as they should be.

struct Counter4080
{
    readonly object _gate;
    [GuardedBy(nameof(_gate))] int _n;
    public Counter4080(object gate)
    {
        _gate = gate;
        _n = 0;
    }
    public readonly object Gate => _gate;
    [Requires(nameof(_gate))] public void Bump() => _n++;
    [RequiresShared(nameof(_gate))] public readonly int Peek() => _n;
}
record Track4080(string Name)
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int _plays;
    [Requires(nameof(Gate))] public void Play() => _plays++;
    public int Plays { get { lock (Gate) return _plays; } }
}
static class Journal4080
{
    static readonly object s_gate = new();
    [GuardedBy(nameof(s_gate))] static readonly List<string> s_lines = ["start"];
    [GuardedBy(nameof(s_gate))] static int s_count = 1;
    static Journal4080() => s_count = s_lines.Count;

    [Requires(nameof(s_gate))]
    static void Write(string line)
    {
        s_lines.Add(line);
        s_count++;
    }
    public static void GoodWrite(string line)
    {
        lock (s_gate) Write(line);
    }
    public static void GoodWriteAll(IEnumerable<string> lines)
    {
        lock (s_gate)
            foreach (string line in lines)
                Write(line);
    }
}
class Case_4080_structs_records_and_static_types
{
    Counter4080 _counter = new(new object());
    readonly Track4080 _track = new("one");

    void GoodStruct()
    {
        lock (_counter.Gate)
        {
            _counter.Bump();
            Console.WriteLine(_counter.Peek());
        }
    }
    void GoodRecord()
    {
        lock (_track.Gate) _track.Play();
        Console.WriteLine(_track.Plays);
    }
    void GoodFreshCopy()
    {
        var copy = _track with { Name = "two" };
        copy.Play();
    }
    void GoodFreshInALoop(int count)
    {
        for (int i = 0; i < count; i++)
        {
            var track = new Track4080("new");
            track.Play();
        }
    }
    void GoodStatic() => Journal4080.GoodWrite("line");
    void BadStruct() { _counter.Bump(); } // expect: CAP0011
    void BadRecord() { _track.Play(); } // expect: CAP0011
}

interface IRepository4081<TKey, TItem>
{
    object Sync { get; }
    [Requires(nameof(Sync))] TItem this[TKey key] { get; set; }
    [Requires(nameof(Sync))] event Action<TItem> Changed;
    [Requires(nameof(Sync))] bool TryGet(TKey key, out TItem item);
    [Requires(nameof(Sync))] TItem GetOrAdd<TState>(TKey key, TState state, [InvokedInPlace] Func<TKey, TState, TItem> create);
}
class Case_4081_a_generic_interface : IRepository4081<string, int>
{
    readonly object _sync = new();
    [GuardedBy(nameof(_sync))] readonly Dictionary<string, int> _items = [];
    [GuardedBy(nameof(_sync))] Action<int> _changed;

    public object Sync => _sync;
    public int this[string key]
    {
        get => _items[key];
        set
        {
            _items[key] = value;
            _changed?.Invoke(value);
        }
    }
    public event Action<int> Changed
    {
        add => _changed += value;
        remove => _changed -= value;
    }
    public bool TryGet(string key, out int item) => _items.TryGetValue(key, out item);
    public int GetOrAdd<TState>(string key, TState state, [InvokedInPlace] Func<string, TState, int> create)
        => _items.TryGetValue(key, out int item) ? item : _items[key] = create(key, state);

    void GoodUse()
    {
        lock (Sync)
        {
            this["a"] = 1;
            this["a"] += 2;
            Changed += Console.WriteLine;
            if (TryGet("b", out int b)) this["c"] = b;
            GetOrAdd("d", 3, (key, three) => _items.Count + three);
        }
    }
    static void GoodUseAny<TKey, TItem>(IRepository4081<TKey, TItem> items, TKey key, TItem item)
    {
        lock (items.Sync)
        {
            items[key] = item;
            items.Changed += _ => { };
            items.GetOrAdd(key, item, (_, value) => value);
        }
    }
    static int GoodInterfaceOfInt(IRepository4081<string, int> items)
    {
        lock (items.Sync)
            return items.TryGet("a", out int a) ? a : items["b"];
    }
    void BadIndexer() { this["a"] = 1; } // expect: CAP0011
    void BadEvent() { Changed += Console.WriteLine; } // expect: CAP0011
    static bool BadAny(IRepository4081<int, int> items) { return items.TryGet(1, out _); } // expect: CAP0011
    static int BadOther(IRepository4081<int, int> a, IRepository4081<int, int> b)
    {
        lock (a.Sync)
            return b[1]; // expect: CAP0011
    }
}

class Case_4082_calls_in_unusual_places
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))] int Next() => ++_n;
    [Requires(nameof(_gate))] bool Some() => _n > 0;
    [Requires(nameof(_gate))] static int Offset(Case_4082_calls_in_unusual_places of, object _gate) => of.GetHashCode();
    static int Add(int a, int b = 1) => a + b;

    void GoodArguments()
    {
        lock (_gate)
            Console.WriteLine(Add(Next(), b: Next()) + Add(Some() ? Next() : 0));
    }
    void GoodConditions()
    {
        lock (_gate)
        {
            for (int i = Next(); Some() && i < 10; i += Next()) Console.WriteLine(i);
            while (Some() && Next() < 20) ;
            if (Some() || Next() > 0) Next();
        }
    }
    int[] GoodCollections()
    {
        lock (_gate)
            return [Next(), .. new[] { Next(), Next() }];
    }
    object GoodInitialisers()
    {
        lock (_gate)
            return new { First = Next(), Second = new List<int> { Next() } };
    }
    string GoodThrows(string text)
    {
        lock (_gate)
            return text ?? throw new InvalidOperationException(Next().ToString());
    }
    int GoodChecked()
    {
        lock (_gate)
            unchecked { return checked(Next() * Next()); }
    }
    void GoodParameterHidesTheField(object other)
    {
        lock (other)
            Offset(this, other);
    }
    int GoodSwitch()
    {
        lock (_gate)
        {
            switch (Next())
            {
                case 1 when Some(): return Next();
                case > 10: goto default;
                default: return 0;
            }
        }
    }
    void BadHiddenParameter(object other)
    {
        lock (_gate)
            Offset(this, other); // expect: CAP0011
    }
    int BadInAnArgument() { return Add(Next()); } // expect: CAP0011
}

// What a thread-safe type has to declare.

[ThreadSafe]
class Case_3301_fields
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    SpinLock _spin;
    int _plain; // expect: CAP0203
    static string s_name; // expect: CAP0203
    object _replaced; // expect: CAP0203
    readonly string _text = "";
    readonly int _number = 4;
    const int Limit = 3;
    volatile bool _stopped;
    [ThreadStatic] static int t_own;
    [GuardedBy(nameof(_gate))] int _guarded;
    [WriteGuardedBy(nameof(_gate))] int _written;
    [Atomic] int _atomic;
    [DataRacy("statistics")] int _racy;
    [SetOnce] string _once;
}

[ThreadSafe]
class Case_3302_objects
{
    readonly object _gate = new();
    readonly List<int> _list = new(); // expect: CAP0203
    readonly int[] _array = new int[3]; // expect: CAP0203
    readonly System.Text.StringBuilder _builder = new(); // expect: CAP0203
    readonly ConcurrentDictionary<int, int> _own = new();
    readonly ImmutableArray<int> _fixed = ImmutableArray<int>.Empty;
    readonly ImmutableList<int> _frozen = ImmutableList<int>.Empty;
    readonly Action _action = () => { };
    [PtGuardedBy(nameof(_gate))] readonly List<int> _guarded = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _both = new();

}

[ThreadSafe]
class Case_3303_properties
{
    readonly object _gate = new();
    public int Set { get; set; } // expect: CAP0203
    public int Init { get; init; }
    public int Get { get; } = 3;
    public List<int> Items { get; } = new(); // expect: CAP0203
    public int Computed => Set;
    [GuardedBy(nameof(_gate))] public int Guarded { get; set; }
    public event Action Happened;
    public void Raise() => Happened?.Invoke();
}

class Case_3304_not_declared
{
    int _plain;
    static string s_name;
    readonly List<int> _list = new();
    public int Property { get; set; }
}

[ThreadSafe]
class Base3305
{
    readonly int _fixed = 3;
}

class Case_3305_a_derived_type_inherits_the_duty : Base3305
{
    int _plain; // expect: CAP0203
    readonly string _name = "";
}

class Plain3306
{
    int _plain;
}

[ThreadSafe]
class Case_3306_state_of_a_plain_base : Plain3306 // expect: CAP0203
{
    readonly int _fixed = 4;
}

class Empty3307
{
    readonly int _fixed = 4;
}

[ThreadSafe]
class Case_3307_a_base_without_state : Empty3307
{
}

[ThreadSafe]
struct Case_3308_structs
{
    int _plain; // expect: CAP0203
    readonly int _fixed;
    public Case_3308_structs(int n) { _plain = n; _fixed = n; }
}

[ThreadSafe]
record Case_3309_records(string Name, int Count)
{
    int _plain; // expect: CAP0203
}

[ThreadSafe]
class Case_3310_parameters_of_the_type(int count, int step, int unused, // expect: CAP0203
    int other)
{
    public void Next() => count += step;
    public int Other => other;
}

class Case_3311_parts
{
    [ThreadSafe]
    partial class Parts
    {
        readonly int _fixed = 4;
    }

    partial class Parts
    {
        int _plain; // expect: CAP0203
    }
}

[ThreadSafe]
[NoCapabilityAnalysis("legacy")]
class Case_3312_unchecked
{
    int _plain;
}

[ThreadSafe]
class Case_3313_nested_types_answer_for_themselves
{
    readonly int _fixed = 4;

    class Node
    {
        int _plain;
    }
}

[ThreadSafe]
class Case_3314_everything_is_declared<T>
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _side = new();
    [GuardedBy(nameof(_gate))] readonly Queue<T> _waiting = new();
    [GuardedBy(nameof(_gate))] int _count;
    [GuardedBy(nameof(_side))] T _latest;
    [Atomic] int _hits;
    volatile bool _closed;

    public void Put(T item) { lock (_gate) { _waiting.Enqueue(item); _count++; } }
    public bool TryTake(out T item) { lock (_gate) { _count--; return _waiting.TryDequeue(out item); } }
    public int Count { get { lock (_gate) return _count; } }
    public void Clear() { lock (_gate) { _waiting.Clear(); _count = 0; } }
    public T Latest() { _side.EnterReadLock(); try { return _latest; } finally { _side.ExitReadLock(); } }
    public void Publish(T item) { _side.EnterWriteLock(); try { _latest = item; } finally { _side.ExitWriteLock(); } }
    public void Hit() => Interlocked.Increment(ref _hits);
    public int Hits() => Volatile.Read(ref _hits);
    public void Close() => _closed = true;
    public bool IsClosed => _closed;
}

[ThreadSafe]
sealed class Case_3315_nothing_changes
{
    readonly string _name;
    readonly int _width, _height;
    readonly ImmutableDictionary<string, int> _map;
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    public Case_3315_nothing_changes(string name, int width, int height) { _name = name; _width = width; _height = height; _map = ImmutableDictionary<string, int>.Empty; }
    Case_3315_nothing_changes(Case_3315_nothing_changes other, ImmutableDictionary<string, int> map) { _name = other._name; _width = other._width; _height = other._height; _map = map; }
    public string Name => _name;
    public int Area => _width * _height;
    public int Circumference => 2 * (_width + _height);
    public bool IsSquare => _width == _height;
    public Case_3315_nothing_changes With(string key, int value) => new(this, _map.SetItem(key, value));
    public Case_3315_nothing_changes Without(string key) => new(this, _map.Remove(key));
    public int this[string key] => _map[key];
    public bool Has(string key) => _map.ContainsKey(key);
    public static bool IsLate(TimeSpan time) => time > s_limit;
    public override string ToString() => _name + " " + _width + "x" + _height;
}

[ThreadSafe]
class Case_3316_the_objects_take_care_of_themselves
{
    readonly ConcurrentDictionary<string, int> _map = new();
    readonly ConcurrentQueue<string> _queue = new();
    readonly Lazy<string> _lazy = new(() => "");
    readonly CancellationTokenSource _stop = new();
    public event Action Changed;

    public void Set(string key, int value) { _map[key] = value; Changed?.Invoke(); }
    public int Get(string key) => _map.GetOrAdd(key, _ => 0);
    public bool Remove(string key) => _map.TryRemove(key, out _);
    public void Push(string item) => _queue.Enqueue(item);
    public string Pop() => _queue.TryDequeue(out var item) ? item : null;
    public string Text => _lazy.Value;
    public void Stop() => _stop.Cancel();
    public bool IsStopped => _stop.IsCancellationRequested;
}

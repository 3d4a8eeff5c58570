// CAP0104: plain here, marked elsewhere in the type.

class Case_reads_and_writes_beside_marked_ones
{
    int _active;
    long _total;
    bool _stopped;
    static int s_count;
    public void Begin() => Interlocked.Increment(ref _active);
    public bool IsIdle() { return _active == 0; } // expect: CAP0104
    public void Reset() { _active = 0; } // expect: CAP0104
    public void Skip() { _active++; } // expect: CAP0104
    public void Add(long n) { Interlocked.Add(ref _total, n); _total += n; } // expect: CAP0104
    public void Stop() { _stopped = true; } // expect: CAP0104
    public bool IsStopped() => Volatile.Read(ref _stopped);
    public static void Count() => Interlocked.Increment(ref s_count);
    public static int Counted => s_count; // expect: CAP0104
}

class Case_in_another_part_and_in_nested_types
{
    partial class Parts
    {
        int _n;
        class Inner
        {
            readonly Parts _outer = new();
            public int Peek() => _outer._n; // expect: CAP0104
        }
    }
    partial class Parts
    {
        public void Add() => Interlocked.Increment(ref _n);
        public Func<int> Later() => () => _n; // expect: CAP0104
    }
}

class Case_every_access_is_marked
{
    int _n;
    volatile int _v;
    public void Add() { Interlocked.Increment(ref _n); Interlocked.Increment(ref _v); _v = 3; }
    public int Get() => Volatile.Read(ref _n) + _v;
    public void Set(int n) => Volatile.Write(ref _n, n);
}

class Case_construction_is_for_one_thread
{
    int _n = 1;
    static int s_n;
    int Value { get; init; }
    static Case_construction_is_for_one_thread() { s_n = 3; }
    public Case_construction_is_for_one_thread(int n) { _n = n; if (_n > 3) _n = 3; }
    public static Case_construction_is_for_one_thread Make() { var made = new Case_construction_is_for_one_thread(1); made._n = 5; return made; }
    public static Case_construction_is_for_one_thread MakeWith() => new(2) { _n = 7 };
    ~Case_construction_is_for_one_thread() { if (_n > 0) _n = 0; }
    public void Add() { Interlocked.Increment(ref _n); Interlocked.Increment(ref s_n); }
}

class Case_marked_in_the_constructor_only
{
    int _n;
    public Case_marked_in_the_constructor_only() { Volatile.Write(ref _n, 3); }
    public int Get() => _n;
    public void Set(int n) { _n = n; }
}

class Case_a_look_before_the_exchange_decides
{
    int _state, _max, _disposed;
    public bool TryStart()
    {
        if (_state != 0) return false;
        return Interlocked.CompareExchange(ref _state, 1, 0) == 0;
    }
    public bool TryBoth() => _state == 0 && Interlocked.CompareExchange(ref _state, 1, 0) == 0;
    public void Max(int v)
    {
        var old = _max;
        while (v > old)
        {
            var seen = Interlocked.CompareExchange(ref _max, v, old);
            if (seen == old) return;
            old = seen;
        }
    }
    public void Dispose()
    {
        if (_disposed == 1 || Interlocked.Exchange(ref _disposed, 1) == 1) return;
    }
}

class Case_what_is_only_shown
{
    int _hits, _n;
    public void Hit() { Interlocked.Increment(ref _hits); Interlocked.Increment(ref _n); }
    public override string ToString() { return "hits " + Total(); string Total() => _hits.ToString(); }
    public string Text() => $"{_hits} hits, {_n}";
    public string Sum() => "n = " + _n;
    public void Check() { Debug.Assert(_n >= 0, "n"); if (Volatile.Read(ref _n) < 0) throw new InvalidOperationException("bad: " + _n); }
    string DebuggerDisplay => Count(_n);
    static string Count(int n) => n.ToString();
    sealed class HitsDebugView(Case_what_is_only_shown shown) { public int Hits => shown._hits; }
    sealed class HitsView(Case_what_is_only_shown shown) { public int Hits => shown._hits; } // expect: CAP0104
}

class Case_plain_under_the_lock_of_all_writes
{
    readonly object _gate = new();
    int _version, _mixed, _counted;
    public void Bump() { lock (_gate) { _version = _version + 1; Volatile.Write(ref _mixed, 1); } }
    public int Version => Volatile.Read(ref _version);
    public int VersionLocked() { lock (_gate) return _version + _mixed; }
    public int MixedOutside() { return _mixed; } // expect: CAP0104
    public void Count() => Interlocked.Increment(ref _counted);
    public int CountedLocked() { lock (_gate) return _counted; }
    public void ResetCounted() { lock (_gate) _counted = 0; } // expect: CAP0104
    void BumpHeld() { _version++; }
    public void BumpTwice() { lock (_gate) { BumpHeld(); BumpHeld(); } }
}

class Case_references_are_published_by_a_plain_store
{
    object _current = new();
    string _name;
    public void Swap(object o) => Interlocked.Exchange(ref _current, o);
    public object Current => _current;
    public void SetName(string n) { Volatile.Write(ref _name, n); _name = n; }
}

class Case_what_is_only_measured
{
    static long s_opened;
    long _closed;
    sealed class Events : System.Diagnostics.Tracing.EventSource
    {
        static long s_seen;
        public static void Seen() => Interlocked.Increment(ref s_seen);
        public long Total() => s_seen;
    }
    public static void Opened() => Interlocked.Increment(ref s_opened);
    public void Closed() => Interlocked.Increment(ref _closed);
    public void Register(System.Diagnostics.Metrics.Meter meter)
    {
        meter.CreateObservableCounter("opened", () => s_opened);
        meter.CreateObservableGauge("closed", () => _closed);
    }
}

class Case_a_barrier_orders_plain_accesses
{
    int _value;
    public void Set(int v) => Interlocked.Exchange(ref _value, v);
    public int Get() { Interlocked.MemoryBarrier(); return _value; }
}

class Case_set_by_whoever_comes_first
{
    int _id;
    static int s_last;
    public int Id { get { if (_id == 0) Interlocked.CompareExchange(ref _id, Interlocked.Increment(ref s_last), 0); return _id; } }
}

class Case_an_assertion_by_another_name
{
    int _shares;
    static void Ensure(bool condition, string message) { if (!condition) throw new InvalidOperationException(message); }
    public void Share() => Interlocked.Increment(ref _shares);
    public void Release() { Ensure(_shares > 0, "shared"); Interlocked.Decrement(ref _shares); }
}

class Case_intended_and_declared_races
{
    [DataRacy("statistics")] int _hits;
    int _n, _m;
    public void Hit() { Interlocked.Increment(ref _hits); Interlocked.Increment(ref _n); Interlocked.Increment(ref _m); }
    public int Hits() => _hits;
    [DataRacy("a hint")] public int N() => _n;
    public int M() => DataRace.Read(ref _m, "a hint");
    public int M2() => DataRace.Allow(_m, "a hint");
}

class Case_other_locations_of_the_same_name
{
    public class Node { public int Count; public int[] Cells = new int[3]; }
    readonly Node _node = new();
    int[] _cells = new int[3];
    public void Add(Node node) { Interlocked.Increment(ref node.Count); Interlocked.Increment(ref _cells[0]); }
    public int Get(Node node) => node.Count + _cells.Length + _cells[1];
    public void Replace() { _cells = new int[4]; }
    public string Name() => nameof(_cells);
}

class Case_passed_by_reference_to_somebody_else
{
    int _n;
    static void Update(ref int n) => Interlocked.Increment(ref n);
    public void Add() { Interlocked.Increment(ref _n); Update(ref _n); }
    public unsafe void Pin() { fixed (int* p = &_n) { } }
}

class Case_an_update_is_told_once
{
    int _n, _most;
    public void Add() => Interlocked.Increment(ref _n);
    public void Most(int n) => Interlocked.Exchange(ref _most, n);
    public void Double() { _n = _n * 2; } // expect: CAP0104
    public void AtLeast(int n) { _most = Math.Max(_most, n); } // expect: CAP0104
    public void Twice() { _n = _n + _n; } // expect: CAP0104
    public void Other() { _n = _most; } // expect: CAP0104 x2
}

class Case_who_alone_writes_reads_what_he_wrote
{
    long _done, _lent;
    public long Done => Volatile.Read(ref _done);
    public void Next() => Volatile.Write(ref _done, _done + 1);
    public void Skip(int n) { Volatile.Write(ref _done, checked(_done + n)); }
    public void Lend() => Interlocked.Increment(ref _lent);
    public void Copy() => Volatile.Write(ref _done, _lent); // expect: CAP0104
    public void Take() => Interlocked.Exchange(ref _lent, _lent - 1); // expect: CAP0104
}

class Case_one_body_writes_and_reads_what_it_wrote
{
    long _shipped, _sent, _both;
    public long Shipped => Volatile.Read(ref _shipped);
    public long Sent => Volatile.Read(ref _sent);
    public void Ship(long n)
    {
        if (n > _shipped) Volatile.Write(ref _shipped, n);
        Console.WriteLine(_shipped > 3);
        if (_sent == 0) Interlocked.Increment(ref _sent); // expect: CAP0104
        if (n > _both) Volatile.Write(ref _both, n); // expect: CAP0104
    }
    public void Restart() => Volatile.Write(ref _both, 0);
}

class Case_prepared_for_the_constructor
{
    readonly object _gate = new();
    int _state, _late;
    public Case_prepared_for_the_constructor() { Prepare(); PrepareLate(); }
    void Prepare() { _state = 1; }
    void PrepareLate() { _late = 1; } // expect: CAP0104
    public void Again() => PrepareLate();
    public void Close() { lock (_gate) { if (_state == 1) _state = 2; } }
    public bool IsOpen => Volatile.Read(ref _state) == 1;
    public bool IsLate => Volatile.Read(ref _late) == 1;
}

class Case_asked_only_to_throw
{
    int _disposed;
    public void Dispose() => Interlocked.Exchange(ref _disposed, 1);
    public int Use() { ObjectDisposedException.ThrowIf(_disposed != 0, this); return 3; }
    public int UseIf() => _disposed != 0 ? 0 : 3; // expect: CAP0104
}

class Case_ordered_by_threads_that_end_or_begin
{
    int _sum, _rounds, _left;
    readonly ManualResetEventSlim _all = new();
    void Work() { Interlocked.Add(ref _sum, 2); Interlocked.Increment(ref _rounds); if (Interlocked.Decrement(ref _left) == 0) _all.Set(); }
    public int Run(Thread[] threads)
    {
        _sum = 0;
        _left = threads.Length;
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        _rounds = 0;
        return _sum;
    }
    public async Task<int> RunTasks(int n)
    {
        _sum = 0;
        await Task.WhenAll(Enumerable.Range(0, n).Select(_ => Task.Run(Work))).ConfigureAwait(false);
        return _sum;
    }
    public int RunInPlace(int n) { _sum = 0; Parallel.For(0, n, _ => Work()); return _sum; }
    public int RunUntilSignalled(int n)
    {
        _left = n;
        for (int i = 0; i < n; i++) ThreadPool.QueueUserWorkItem(_ => Work());
        _all.Wait();
        return _rounds;
    }
    public int Waited(Task[] tasks) { Task.WaitAll(tasks); return _sum; }
    public int TooEarly(Thread thread) { var sum = _sum; thread.Join(); return sum; } // expect: CAP0104
    public void TooLate(Thread thread) { thread.Start(); _sum = 0; } // expect: CAP0104
    public int InTheThread() { int seen = 0; var thread = new Thread(() => seen = _sum); thread.Start(); thread.Join(); return seen; } // expect: CAP0104
    public async Task<int> NotAwaited(Task[] tasks) { var all = Task.WhenAll(tasks); await Task.Yield(); return _sum + all.Id; } // expect: CAP0104
}

class Case_structs_are_values
{
    struct Ticket
    {
        long _word;
        public bool IsOpen => (_word & 1) != 0;
        public void Close() { _word &= ~1L; }
        public bool TryOpen()
        {
            while (true)
            {
                var old = this;
                var next = old;
                next._word |= 1;
                if (Interlocked.CompareExchange(ref _word, next._word, old._word) == old._word) return old._word == 0;
            }
        }
        public static long Of(Ticket ticket) => ticket._word;
        public static long In(ref Ticket ticket) => ticket._word; // expect: CAP0104
    }
    struct Counter
    {
        int _n;
        public void Up() => Interlocked.Increment(ref _n);
        public int Count => _n; // expect: CAP0104
        public void Clear() { _n = 0; } // expect: CAP0104
    }
    sealed class Desk
    {
        Counter _counter;
        Ticket _ticket;
        public bool Serve() { _counter.Up(); var mine = _ticket; return mine.IsOpen && Ticket.Of(mine) > 0 && Ticket.In(ref _ticket) == _counter.Count; }
    }
}

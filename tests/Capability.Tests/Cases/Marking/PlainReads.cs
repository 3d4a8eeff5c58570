// CAP0101: state that is declared lock-free is read plainly. What is a marked read, and where none is needed.
using System.Collections.Immutable;

enum Phase { None, Running, Done }
sealed class Config { public int Size; public string Name = ""; public Config Next; }

class Case_3000_reads_of_atomic_state
{
    [Atomic] int _count;
    [Atomic] bool _stop;
    [Atomic] long _total;
    [Atomic] char _last;
    [Atomic] Phase _phase;
    [Atomic] volatile bool _done;

    public int Count() { return _count; } // expect: CAP0101
    public bool Stop => _stop; // expect: CAP0101
    public string Text() => $"total {_total}"; // expect: CAP0101
    public bool IsDigit() => char.IsDigit(_last); // expect: CAP0101
    public bool IsDone() { return _phase is Phase.Done; } // expect: CAP0101
    public int Sum(int n) { return n + this._count; } // expect: CAP0101
    public int Switch() => _phase switch { Phase.Done => 1, _ => 0 }; // expect: CAP0101
    public Func<int> Later() => () => _count; // expect: CAP0101
    public int Local() { int Read() => _count; return Read(); } // expect: CAP0101
    public bool Finished() => _done;
    public int Marked() => Volatile.Read(ref _count);
    public bool MarkedStop() => Volatile.Read(ref _stop);
    public long MarkedTotal() => Interlocked.Read(ref _total);
    public int MarkedByUpdate() => Interlocked.CompareExchange(ref _count, 0, 0);
    public int MarkedByAdd() => Interlocked.Add(ref _count, 0);
    public Func<int> MarkedLater() => () => Volatile.Read(ref _count);
    public string NameOf() => nameof(_count);
}

class Case_3001_reads_of_write_guarded_state
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [WriteGuardedBy(nameof(_gate))] int _epoch;
    [WriteGuardedBy(nameof(_rw))] int _term;
    [WriteGuardedBy(nameof(_gate))] public int Level { get; private set; }
    [WriteGuardedBy(nameof(_gate))] volatile int _turn;

    public int Epoch() { return _epoch; } // expect: CAP0101
    public int EpochUnderTheOther() { lock (_rw) return _epoch; } // expect: CAP0101
    public int TermAfter() { _rw.EnterReadLock(); _rw.ExitReadLock(); return _term; } // expect: CAP0101
    public int LevelPlain() { return Level; } // expect: CAP0101
    public int EpochHeld() { lock (_gate) return _epoch; }
    public int TermShared() { _rw.EnterReadLock(); try { return _term; } finally { _rw.ExitReadLock(); } }
    public int TermExclusive() { _rw.EnterWriteLock(); try { return _term; } finally { _rw.ExitWriteLock(); } }
    [Requires(nameof(_gate))] int EpochRequired() => _epoch;
    public int EpochMarked() => Volatile.Read(ref _epoch);
    public int LevelHeld() { lock (_gate) return Level; }
    public int Turn() => _turn;
    public void Step() { lock (_gate) { _epoch++; _turn++; Level += 2; } }
    public bool Try(out int epoch)
    {
        epoch = 0;
        if (!Monitor.TryEnter(_gate))
            return false;
        epoch = _epoch;
        Monitor.Exit(_gate);
        return true;
    }
}

class Case_3002_references_are_snapshots
{
    readonly object _gate = new();
    [Atomic] Config _config = new();
    [Atomic] Action _callback;
    [Atomic] int[] _table = new int[4];
    [Atomic] string _name = "";
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;
    [WriteGuardedBy(nameof(_gate))] Config _fallback;

    public Config Current => _config;
    public int Size() => _config.Size;
    public string NameOrEmpty() => _config?.Name ?? "";
    public bool IsSet() => _fallback != null;
    public int Snapshot() { var c = _config; return c == null ? 0 : c.Size; }
    public void Raise() => _callback?.Invoke();
    public int At(int i) => _table[i];
    public int Length() => _name.Length;
    public int Total() { int n = 0; foreach (var i in _list) n += i; return n; }
    public bool Is(out Config c) => (c = _fallback) is { Size: > 0 };
    public void WaitFor()
    {
        while (_fallback == null) // expect: CAP0101
            Thread.Sleep(1);
    }
    public void WaitMarked()
    {
        while (Volatile.Read(ref _fallback) == null)
            Thread.Sleep(1);
    }
    public int Chain() { int n = 0; for (var c = _config; c != null; c = c.Next) n++; return n; }
}

class Case_3003_nobody_else_sees_it_yet
{
    [Atomic] int _count = 1;
    [Atomic] static int s_count = Environment.ProcessorCount;
    static readonly int s_twice;

    static Case_3003_nobody_else_sees_it_yet() { s_twice = s_count * 2; }
    public Case_3003_nobody_else_sees_it_yet() { if (_count == 1) _count = 2; }
    ~Case_3003_nobody_else_sees_it_yet() { Console.WriteLine(_count); }
    public static Case_3003_nobody_else_sees_it_yet Create(int n)
    {
        var made = new Case_3003_nobody_else_sees_it_yet { _count = n };
        made._count += made._count;
        return made;
    }
    public static int CreateAndPublish(List<Case_3003_nobody_else_sees_it_yet> all)
    {
        var made = new Case_3003_nobody_else_sees_it_yet();
        all.Add(made);
        return made._count; // expect: CAP0101
    }
    public Case_3003_nobody_else_sees_it_yet(List<Func<int>> all) { all.Add(() => _count); } // expect: CAP0101
    public static int Static() { return s_count; } // expect: CAP0101
}

class Case_3004_the_comparand_of_a_compare_exchange
{
    [Atomic] int _max;
    [Atomic] int _state;

    public void Raise(int n)
    {
        int seen = _max;
        while (n > seen)
        {
            int before = Interlocked.CompareExchange(ref _max, n, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
    public void Add(int n)
    {
        int old;
        do
        {
            old = _state;
        }
        while (Interlocked.CompareExchange(ref _state, old + n, old) != old);
    }
    public bool Other(int n)
    {
        int seen = _max; // expect: CAP0101
        return Interlocked.CompareExchange(ref _state, n, seen) == seen;
    }
}

class Case_3005_by_reference
{
    [Atomic] int _level;
    static int Twice(in int n) => n * 2;
    static int Once(ref readonly int n) => n;

    public int In() => Twice(in _level); // expect: CAP0101
    public int Implicit() => Twice(_level); // expect: CAP0101
    public int RefReadonly() => Once(in _level); // expect: CAP0101
    public int Copy() { int level = Volatile.Read(ref _level); return Twice(in level); }
    public int Local() { ref int level = ref _level; return Volatile.Read(ref level); }
    public int Unmarked() { ref int level = ref _level; return level; } // expect: CAP0101
}

class Case_3006_what_reinterprets_a_location
{
    [Atomic] Phase _phase;
    [Atomic] Phase _other;

    public Phase Get() => (Phase)Volatile.Read(ref Unsafe.As<Phase, int>(ref _phase));
    public void Set(Phase p) => Volatile.Write(ref Unsafe.As<Phase, int>(ref _phase), (int)p);
    public bool TrySet(Phase from, Phase to) => Interlocked.CompareExchange(ref Unsafe.As<Phase, int>(ref _phase), (int)to, (int)from) == (int)from;
    public int Wrong() => Unsafe.As<Phase, int>(ref _other); // maybe: CAP0101
}

class Case_3007_intended_races
{
    readonly object _gate = new();
    [Atomic] int _count;
    [WriteGuardedBy(nameof(_gate))] int _epoch;
    [DataRacy("statistics")] int _hits;

    public override string ToString() => $"about {DataRace.Read(ref _count, "diagnostics")} and {DataRace.Allow(_epoch, "diagnostics")}";
    public int Both(bool b) => DataRace.Allow(b ? _count : _epoch, "a hint");
    public void Set(int n) => DataRace.Write(ref _count, n, "a hint");
    public int Hits() { _hits++; return _hits; }
    [DataRacy("a dump")] public string Dump() { string Inner() => _count + "/" + _epoch; return Inner(); }
    [DataRacy("a dump")] public IEnumerable<int> Dumps() { yield return _count; }
    public int Next() => DataRace.Read(ref _count, "a hint") + _count; // expect: CAP0101
}

class Case_3008_types_that_nothing_can_mark
{
    [Atomic] DateTime _at;
    [Atomic] TimeSpan _delay;
    [Atomic] ImmutableArray<int> _all = ImmutableArray<int>.Empty;
    [Atomic] Id _id;
    struct Id { public int Value; }

    public DateTime At() => _at;
    public TimeSpan Delay() => _delay;
    public int Length() => _all.Length;
    public int Value() => _id.Value;
    public void Set(DateTime at) { _at = at; }
}

class Case_3009_generic<T> where T : class
{
    [Atomic] T _value;
    [Atomic] int _version;

    public T Get() => _value;
    public T Marked() => Volatile.Read(ref _value);
    public int Version() { return _version; } // expect: CAP0101
    public int OfAnother(Case_3009_generic<string> other) { return other._version; } // expect: CAP0101
    public int OfAnotherMarked(Case_3009_generic<string> other) => Volatile.Read(ref other._version);
}

class Case_3010_under_any_lock_atomic_state_is_marked
{
    readonly object _gate = new();
    [Atomic] int _n;
    public int Read() { lock (_gate) return _n; } // expect: CAP0101
    public int Marked() { lock (_gate) return Volatile.Read(ref _n); }
}

class Case_3011_a_property_over_marked_state
{
    [Atomic] int _n;
    public int N { get => Volatile.Read(ref _n); set => Volatile.Write(ref _n, value); }
    public int Twice() => N + N; // expect: CAP0105
    public int Once() { var n = N; return n + n; }
    public void Up() { N = 3; }
}

class Case_3012_a_loop_that_counts_does_not_wait
{
    [Atomic] int _count = 4;
    [Atomic] int[] _rows = new int[4];
    [Atomic] Config _config;
    public void Set(int n) { Volatile.Write(ref _count, n); _rows = new int[n]; _config = new Config(); }
    public int Bound() { int n = 0; for (int i = 0; i < _rows.Length; i++) n += i; return n; }
    public int Down() { int n = _rows.Length; while (n > _rows.Length / 2) n--; return n; }
    public int Marked() { int n = 0; for (int i = 0; i < Volatile.Read(ref _count); i++) n += i; return n; }
    public int Plain() { int n = 0; for (int i = 0; i < _count; i++) n += i; return n; } // expect: CAP0101
    public int PlainDown() { int n = 10; while (n > _count) n--; return n; } // expect: CAP0101
    public void Bounded() { int tries = 0; while (_config == null && tries < 10) { tries++; Thread.Sleep(1); } } // expect: CAP0101
    public void Kept() { Config config; while ((config = _config) == null) Thread.Sleep(1); Console.WriteLine(config.Size); } // maybe: CAP0101
    public void UntilTrue() { SpinWait.SpinUntil(() => _config != null); } // expect: CAP0101
    public void UntilTrueMarked() { SpinWait.SpinUntil(() => Volatile.Read(ref _config) != null); }
    public bool Once() => new[] { 1, 2 }.Any(n => _config != null);
}

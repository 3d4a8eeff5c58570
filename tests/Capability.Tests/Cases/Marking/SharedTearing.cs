// CAP0106 without annotations: a type that shows that the field is shared.
struct Span2 { public long From, To; public long Length() => To - From; }
readonly struct Id(long value) { public readonly long Value = value; }

class Case_written_under_a_lock_and_read_without
{
    readonly object _gate = new();
    decimal _price;
    int? _limit;
    Guid _id;
    (int, int) _range;
    Span2 _span;
    DateTimeOffset _at;
    Id _single;
    DateTime _when;
    TimeSpan _delay;
    ImmutableArray<int> _items = [];
    public void Set(decimal p, Span2 s)
    {
        lock (_gate)
        {
            _price = p; _limit = 3; _id = Guid.NewGuid(); _range = (1, 2); _span = s; _at = DateTimeOffset.Now;
            _single = new Id(3); _when = DateTime.Now; _delay = TimeSpan.Zero; _items = [1];
        }
    }
    public decimal Price() { return _price; } // expect: CAP0106
    public int Limit() { return _limit ?? 0; } // expect: CAP0106
    public string LimitText() { return _limit?.ToString(); } // expect: CAP0106
    public Guid Id() => _id; // expect: CAP0106
    public (int, int) Range => _range; // expect: CAP0106
    public long Length() { return _span.Length(); } // expect: CAP0106
    public void Clear() { _price = 0; } // expect: CAP0106
    public void Add(decimal d) { _price += d; } // expect: CAP0106
    public DateTimeOffset At() => _at; // expect: CAP0106
    public Id Single() => _single;
    public DateTime When() => _when;
    public TimeSpan Delay() => _delay;
    public ImmutableArray<int> Items() => _items;
    public bool HasLimit() => _limit.HasValue;
    public bool IsLimited() => _limit != null;
    public bool IsFree() => _limit is null;
    public long From() => _span.From;
    public decimal PriceLocked() { lock (_gate) return _price; }
}

class Case_all_under_the_lock
{
    readonly object _gate = new();
    readonly Lock _lock = new();
    decimal _price, _sum;
    int? _last;
    public Case_all_under_the_lock(decimal p) { _price = p; _last = null; }
    public void Set(decimal p) { lock (_gate) { _price = p; Note(p); } using (_lock.EnterScope()) _sum = p; }
    public decimal Get() { lock (this._gate) return _price; }
    public decimal Sum() { using (_lock.EnterScope()) return _sum; }
    void Note(decimal p) { _last = (int)p; }
    public int? Last() { lock (_gate) return LastHeld(); }
    int? LastHeld() => _last;
    public void AddLocked(decimal p) { _price += p; }
    public decimal Entered()
    {
        Monitor.Enter(_gate);
        try { return _price; }
        finally { Monitor.Exit(_gate); }
    }
    public decimal Tried() { if (Monitor.TryEnter(_gate)) { try { return _price; } finally { Monitor.Exit(_gate); } } return 0; }
    public decimal Asserted() { Debug.Assert(Monitor.IsEntered(_gate)); return _price; }
    [Requires(nameof(_gate))] public decimal Demanded() { return _price; }
    [RequiresShared(nameof(_gate))] public decimal DemandedByArrow => _price;
    [Capability.Releases("_gate")] public decimal GivenBack() { var price = _price; Monitor.Exit(_gate); return price; }
    public decimal Price { [Requires(nameof(_gate))] get => _price; [Requires(nameof(_gate))] set { _price = value; } }
}

class Case_other_requirements_do_not_speak_of_locks
{
    readonly object _gate = new();
    decimal _price;
    public void Set(decimal p) { lock (_gate) _price = p; }
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode("reflects")] public decimal Trimmed() { return _price; } // expect: CAP0106
    [System.Diagnostics.CodeAnalysis.RequiresDynamicCode("emits")] public decimal Emitted() => _price; // expect: CAP0106
    [System.Runtime.Versioning.RequiresPreviewFeatures] public decimal Previewed() => _price; // expect: CAP0106
    [RequiresAny(nameof(_gate))] public decimal Demanded() => _price;
    [global::Capability.RequiresSharedAttribute(nameof(_gate))] public decimal DemandedInFull() => _price;
    [AssertsCapability(nameof(_gate))] public void Checks() { Debug.Assert(Monitor.IsEntered(_gate)); _price++; }
}

class Case_a_private_member_that_one_caller_calls_without
{
    readonly object _gate = new();
    decimal _price;
    public void Set(decimal p) { lock (_gate) { _price = p; Change(); } }
    public void SetQuickly() { Change(); }
    void Change() { _price++; } // expect: CAP0106
}

class Case_the_only_writer_reads_its_own_value
{
    readonly object _gate = new();
    decimal _last;
    public decimal Next(decimal p) { lock (_gate) { _last = p; } return _last; }
    public decimal Last() { lock (_gate) return _last; }
}

class Case_never_written_under_a_lock
{
    readonly object _gate = new();
    decimal _price;
    int _n;
    public void Set(decimal p) { _price = p; lock (_gate) _n++; }
    public decimal Get() => _price;
    public decimal GetLocked() { lock (_gate) return _price; }
}

class Case_used_on_a_thread_that_nobody_waits_for
{
    decimal _price, _own, _before;
    Timer _timer;
    public void Start()
    {
        _before = 3;
        _timer = new Timer(_ => { _price += 1; Use(_before); });
        _price = 0;
    }
    static void Use(decimal d) { }
    public decimal Price() { return _price; } // expect: CAP0106
    public decimal Before() => _before;
    public void Fire() { Task.Run(() => { decimal d = 3; Use(d); }); }
    public decimal Own() => _own;
    public void SetOwn() => _own = 3;
}

class Case_used_in_a_task_that_is_awaited
{
    decimal _price, _sum;
    public async Task Load() { await Task.Run(() => { _price = 3; }); Use(_price); }
    public Task Start() => Task.Run(() => _sum = 3);
    static void Use(decimal d) { }
    public decimal Price() => _price;
    public decimal Sum() => _sum;
}

[ThreadSafe]
class Case_of_a_thread_safe_type_is_told_at_the_declaration
{
    readonly object _gate = new();
    decimal _price; // maybe: CAP0203
    public void Set(decimal p) { lock (_gate) _price = p; }
    public decimal Get() => _price;
}

class Case_one_thread_one_value
{
    static readonly object Gate = new();
    [ThreadStatic] static decimal t_last;
    readonly decimal _fixed = 3;
    public static void Note(decimal d) { lock (Gate) t_last = d; }
    public static decimal Last() => t_last;
    public decimal Fixed() => _fixed;
}

class Case_under_other_locks_than_a_lock_statement
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly SemaphoreSlim _semaphore = new(1);
    SpinLock _spin;
    decimal _price;
    (int, int)? _range;
    public void Set(decimal p) { lock (_gate) { _price = p; _range = ((int)p, 2); } }
    public decimal ReadLock() { _rw.EnterReadLock(); try { return _price; } finally { _rw.ExitReadLock(); } }
    public decimal Waited() { _semaphore.Wait(); try { return _price; } finally { _semaphore.Release(); } }
    public async Task<decimal> WaitedAsync() { await _semaphore.WaitAsync(); try { return _price; } finally { _semaphore.Release(); } }
    public decimal Spun() { var taken = false; _spin.Enter(ref taken); try { return _price; } finally { if (taken) _spin.Exit(); } }
    public (int, int)? Entered() { Monitor.Enter(_gate); var range = _range; Monitor.Exit(_gate); return range; }
    [MethodImpl(MethodImplOptions.Synchronized)] public decimal Synchronized() => _price;
    public decimal PriceUnderLock() => _price;
    public bool HasRange() => _range is not null;
    public bool IsEmpty() => !_range.HasValue;
    public string Name() => nameof(_price);
    public int Nested() { lock (_gate) { return Inner(); } int Inner() => (int)_price; }
}

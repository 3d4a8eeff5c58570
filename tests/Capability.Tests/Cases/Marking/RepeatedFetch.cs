// One decision reads lock-free state once, into a local.

sealed class Rate(int percent) { public int Percent => percent; public Rate Next => new(percent + 1); public int Host, Port; }

class Case_7001_tested_and_used_by_two_reads
{
    [Atomic] Rate _rate = new(0);
    [Atomic] int _workers = 4;
    [Atomic] int[] _slots = new int[4];

    public void Set(Rate rate, int n) { _rate = rate; Volatile.Write(ref _workers, n); _slots = new int[n]; }

    public int BadTernary() { return _rate == null ? 0 : _rate.Percent; } // expect: CAP0105
    public int BadEarlyReturn()
    {
        if (_rate is null)
            return 0;
        return _rate.Percent; // expect: CAP0105
    }
    public void BadArgument(Action<Rate> use)
    {
        if (_rate != null)
            use(_rate); // expect: CAP0105
    }
    public int BadThroughALocal(int n)
    {
        var isIdle = Volatile.Read(ref _workers) == 0;
        if (isIdle)
            return n;
        var part = n / Volatile.Read(ref _workers); // expect: CAP0105
        return part;
    }
    public int BadSnapshotThatIsNotUsed()
    {
        var rate = _rate;
        if (rate == null)
            return 0;
        return _rate.Percent; // expect: CAP0105
    }
    public int BadLoopBound()
    {
        var sum = 0;
        for (var i = 0; i < _slots.Length; i++)
            sum += _slots[i]; // expect: CAP0105
        return sum;
    }
    public int BadThreeAreOneMistake() => _rate != null && _rate.Percent > 0 ? _rate.Percent : 1; // expect: CAP0105
    public int BadLast() => _slots[_slots.Length - 1]; // expect: CAP0105
    public bool BadOneQuestionInTwoParts() => Volatile.Read(ref _workers) == 1 || Volatile.Read(ref _workers) == 2; // expect: CAP0105
    public string BadChain()
    {
        if (Volatile.Read(ref _workers) == 0)
            return "idle";
        else if (Volatile.Read(ref _workers) == 1) // expect: CAP0105
            return "one";
        return "many";
    }
    public async Task<int> BadAcrossAwait()
    {
        if (_rate == null)
            return 0;
        await Task.Yield();
        return _rate.Percent; // expect: CAP0105
    }
    public int BadTwoReadsInOneExpression() => _rate.Host + _rate.Port; // expect: CAP0105
}

class Case_7002_read_once
{
    [Atomic] Rate _rate = new(0);
    [Atomic] int _workers = 4;
    [Atomic] int[] _slots = new int[4];

    public void Set(Rate rate, int n) { _rate = rate; Volatile.Write(ref _workers, n); _slots = new int[n]; }

    public int Snapshot() { var rate = _rate; return rate == null ? 0 : rate.Percent; }
    public int Pattern() => _rate is { } rate ? rate.Percent : 0;
    public int PatternOfTheProperty() => _rate is { Percent: > 3 } ? 1 : 0;
    public int? Conditional() => _rate?.Percent;
    public int Coalesced() => (_rate ?? new Rate(1)).Percent;
    public int Switched() => Volatile.Read(ref _workers) switch { 0 => 1, 1 => 2, _ => 3 };
    public int Loop() { var sum = 0; var slots = _slots; for (var i = 0; i < slots.Length; i++) sum += slots[i]; return sum; }
    public int Each() { var sum = 0; foreach (var slot in _slots) sum += slot; return sum; }
    public int Two(int n) => n > 0 ? _rate.Percent : _slots.Length;
    public int OnEitherPath(bool b) { if (b) return _rate.Percent; return _rate.Host; }
    public int OneAfterTheOther()
    {
        var sum = _rate.Percent;
        sum += _rate.Host;
        return sum;
    }
    public int NotOfTheSameObject(Case_7002_read_once other) => _rate != null ? other._rate.Percent : 0;
    public void Measured(Action work)
    {
        var before = Volatile.Read(ref _workers);
        work();
        var after = Volatile.Read(ref _workers);
        Console.WriteLine(after - before);
    }
}

class Case_7003_asked_again_on_purpose
{
    readonly object _gate = new();
    [Atomic] Rate _rate = new(0);
    [Atomic] bool _stopped;
    [Atomic] int _state;
    [WriteGuardedBy(nameof(_gate))] Rate _shared;

    public void Set(Rate rate) { _rate = rate; Volatile.Write(ref _stopped, true); Volatile.Write(ref _state, 1); Volatile.Write(ref _stopped, false); }

    public void Work(Action step)
    {
        if (Volatile.Read(ref _stopped))
            return;
        step();
        if (Volatile.Read(ref _stopped))
            return;
        step();
    }
    public void Loop(Action step)
    {
        while (!Volatile.Read(ref _stopped))
        {
            step();
            if (Volatile.Read(ref _stopped))
                break;
            step();
        }
    }
    public int SnapshotAskedItself(Action step)
    {
        if (_rate == null)
            return 0;
        step();
        var rate = _rate;
        return rate == null ? 0 : rate.Percent;
    }
    public void Wait()
    {
        while (Volatile.Read(ref _state) == 0)
            Thread.Sleep(1);
        Console.WriteLine(Volatile.Read(ref _state));
    }
    public void WaitByACall()
    {
        if (Volatile.Read(ref _state) == 0)
            SpinWait.SpinUntil(() => Volatile.Read(ref _state) != 0);
        Console.WriteLine(Volatile.Read(ref _state));
    }
    public void AskedByAnotherCall(Action<Func<bool>> ask)
    {
        if (Volatile.Read(ref _state) == 0)
            ask(() => 10 / Volatile.Read(ref _state) > 1);
    }
    public int UnderTheLock()
    {
        if (_shared != null)
        {
            lock (_gate)
            {
                if (_shared != null)
                    return _shared.Percent;
            }
        }
        return 0;
    }
    public int AllUnderTheLock() { lock (_gate) return _shared == null ? 0 : _shared.Percent; }
    public void SetShared(Rate rate) { lock (_gate) _shared = rate; }
    public bool StillTheSame() { var seen = _rate; Thread.Yield(); return seen == _rate; }
    public void Update()
    {
        while (true)
        {
            var old = Volatile.Read(ref _state);
            if (Interlocked.CompareExchange(ref _state, old + 1, old) == old)
                return;
        }
    }
    public void Take()
    {
        if (_rate != null)
            Interlocked.Exchange(ref _rate, null)?.ToString();
    }
    public bool TryStart() => Volatile.Read(ref _state) == 0 && Interlocked.CompareExchange(ref _state, 1, 0) == 0;
    public int SetHere()
    {
        if (_rate == null)
            _rate = new Rate(1); // expect: CAP0103
        return _rate.Percent;
    }
    public int CreatedByAnother()
    {
        if (_rate == null)
            Create();
        return _rate.Percent;
    }
    public int CreatedByAnotherBefore()
    {
        if (_rate == null)
        {
            Create();
            return _rate.Percent;
        }
        return 0;
    }
    void Create() => Set(new Rate(5));
    public void Asserted() { Debug.Assert(_rate != null); Console.WriteLine(_rate.Percent); }
    [DataRacy("statistics")] public string Dump() => _rate != null ? _rate.Percent.ToString() : "";
    public string Deliberate() => DataRace.Allow(_rate != null ? _rate.Percent : 0, "statistics").ToString();
}

class Case_7004_set_once_or_not_shared_yet
{
    [SetOnce] Rate _rate;
    [Atomic] Rate _created;
    [Atomic, DataRacy("hint")] Rate _hint;
    readonly object _gate = new();
    public int Percent() => _rate != null ? _rate.Percent : 0;
    public bool TrySet(Rate rate) => Interlocked.CompareExchange(ref _rate, rate, null) == null;
    public Rate Created()
    {
        if (_created != null)
            return _created;
        Interlocked.CompareExchange(ref _created, new Rate(1), null);
        return _created;
    }
    public Case_7004_set_once_or_not_shared_yet() { if (_created == null) _created = new Rate(3); Console.WriteLine(_created.Percent); }
    public static int Fresh()
    {
        var fresh = new Case_7004_set_once_or_not_shared_yet();
        return fresh._created != null ? fresh._created.Percent : 0;
    }
}

class Case_7005_read_by_a_property
{
    [Atomic] Rate _rate = new(0);
    [Atomic] int _workers = 4;
    [Atomic] Rate _lazy;
    public Rate Current => _rate;
    int Workers => Volatile.Read(ref _workers);
    int Counted { get { return Volatile.Read(ref _workers); } }
    Rate Lazy => _lazy ?? new Rate(1);
    public void Set(Rate rate, int n) { _rate = rate; Volatile.Write(ref _workers, n); _lazy = rate; }
    public int Good() => Current is { } rate ? rate.Percent : 0;
    public int GoodOnce(int n) { var workers = Workers; return workers == 0 ? n : n / workers; }
    public int GoodOther() => Lazy != null ? Lazy.Percent : 0;
    public int GoodSeparate(int n) => n == 0 ? Workers : Counted;
}

class Case_7006_used_by_others
{
    readonly Case_7007_shared _shared = new();
    public int Bad() => _shared.Current != null ? _shared.Current.Percent : 0; // expect: CAP0105
    public int BadMarked(int n) => _shared.Workers == 0 ? n : n / _shared.Workers; // expect: CAP0105
    public int GoodOfTwo(Case_7007_shared other) => _shared.Current != null ? other.Current.Percent : 0;
}

class Case_7007_shared
{
    [Atomic] Rate _rate = new(0);
    [Atomic] int _workers;
    public Rate Current => _rate;
    public int Workers => Volatile.Read(ref _workers);
    public void Set(Rate rate, int n) { _rate = rate; Volatile.Write(ref _workers, n); }
    public int BadMixed() => _rate != null ? Current.Percent : 0; // expect: CAP0105
    public int BadMixedMarked(int n) => Workers == 0 ? n : n / Volatile.Read(ref _workers); // expect: CAP0105
}

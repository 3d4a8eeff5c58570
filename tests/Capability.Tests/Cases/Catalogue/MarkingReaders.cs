// Sections of readers, as the kernel has them: RCU by a capability that is no lock, sequence locks by their shape.
sealed class Plan9450 { public int Size { get; set; } }

[Capability("read section", Reentrant = true)]
sealed class Section9450
{
    [AcquiresShared] public void Enter() { }
    [ReleasesShared] public void Exit() { }
    [AssertsSharedCapability] public void AssertInside() { }
    [Excludes] public void WaitForReaders() { }
}
[ScopedCapability]
sealed class Reading9450 : IDisposable
{
    readonly Section9450 _section;
    [AcquiresShared("section")] public Reading9450(Section9450 section) { _section = section; section.Enter(); }
    [ReleasesGeneric] public void Dispose() => _section.Exit();
}

class Case_9450_read_sections
{
    readonly Section9450 _readers = new(), _others = new();
    readonly object _update = new();
    [PtGuardedBy(nameof(_readers))] Plan9450 _plan = new();
    [PtGuardedBy(nameof(_readers), nameof(_update))] Plan9450 _either = new();

    public int GoodInside() { _readers.Enter(); int size = _plan.Size; _readers.Exit(); return size; }
    public int GoodScope() { using (new Reading9450(_readers)) return _plan.Size; }
    public int GoodNested()
    {
        _readers.Enter();
        _others.Enter();
        _readers.Enter();
        int size = _plan.Size;
        _readers.Exit();
        _others.Exit();
        size += _plan.Size;
        _readers.Exit();
        return size;
    }
    public void GoodUpdate() { lock (_update) { _plan = new Plan9450 { Size = 3 }; _either = new Plan9450(); } }
    public bool IsThere() => _plan != null;
    public int GoodAsserted() { _readers.AssertInside(); return _plan.Size; }
    [RequiresShared(nameof(_readers))] int GoodRequired() => _plan.Size;
    public int GoodCall() { _readers.Enter(); int size = GoodRequired(); _readers.Exit(); return size; }
    [AcquiresShared(nameof(_others), nameof(_readers))] void GoodEnterBoth() { _others.Enter(); _readers.Enter(); }
    [ReleasesShared(nameof(_others), nameof(_readers))] void GoodExitBoth() { _readers.Exit(); _others.Exit(); }
    public int GoodStrongerFlavour() { GoodEnterBoth(); int size = GoodRequired(); GoodExitBoth(); return size; }
    public int GoodUnderTheUpdateLock() { lock (_update) return _either.Size; }
    public int GoodEither() { _readers.Enter(); int size = _either.Size; _readers.Exit(); return size; }
    [RequiresAny(nameof(_readers), nameof(_update))] int GoodAny() => _either.Size;
    public void GoodWait() { _readers.Enter(); _readers.Exit(); _readers.WaitForReaders(); }

    public int BadOutside() => _plan.Size; // expect: CAP0003
    public int BadAfter() { _readers.Enter(); _readers.Exit(); return _plan.Size; } // expect: CAP0003
    public int BadOtherDomain() { _others.Enter(); int size = _plan.Size; _others.Exit(); return size; } // expect: CAP0003
    public int BadFlavour() { _others.Enter(); int size = GoodRequired(); _others.Exit(); return size; } // expect: CAP0011
    public int BadScope() { using (new Reading9450(_readers)) { } return _plan.Size; } // expect: CAP0003
    public void BadChange() { _readers.Enter(); _plan.Size = 3; _readers.Exit(); } // expect: CAP0004
    public int BadTooFew() { _readers.Enter(); _readers.Enter(); int size = _plan.Size; _readers.Exit(); return size; } // expect: CAP0024
    public void BadTooMany() { _readers.Enter(); _readers.Exit(); _readers.Exit(); } // expect: CAP0022
    public int BadKept()
    {
        _readers.Enter();
        var plan = _plan;
        _readers.Exit();
        return plan.Size; // expect: CAP0006
    }
    public void BadWait() { _readers.Enter(); _readers.WaitForReaders(); _readers.Exit(); } // expect: CAP0012
    public int BadNeither() => _either.Size; // expect: CAP0003
}

class Case_9451_readers_of_a_sequence_lock
{
    int _version;
    long _x, _y;
    readonly object _gate = new();
    public void Write(long x, long y)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _version);
            _x = x;
            _y = y;
            Interlocked.Increment(ref _version);
        }
    }
    public (long, long) Read()
    {
        while (true)
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            var (x, y) = (_x, _y);
            Volatile.ReadBarrier();
            if (version == Volatile.Read(ref _version))
                return (x, y);
        }
    }
    public (long, long) ReadLocked() { lock (_gate) return (_x, _y); }
    public long ReadAndWrite()
    {
        while (true)
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            long x = _x;
            _y = x; // expect: CAP0116
            Volatile.ReadBarrier();
            if (version == Volatile.Read(ref _version))
                return x;
        }
    }
    public long ReadAfter()
    {
        int version;
        long x;
        do
        {
            version = Volatile.Read(ref _version);
            x = _x;
            Volatile.ReadBarrier();
        }
        while ((version & 1) != 0 || version != Volatile.Read(ref _version));
        return x + _y; // expect: CAP0116
    }
    public long ReadWithoutBarrier()
    {
        while (true)
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            long x = _x;
            if (version == Volatile.Read(ref _version)) // expect: CAP0116
                return x;
        }
    }
    public long UsedTooEarly(long[] rows)
    {
        while (true)
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            long x = rows[_x]; // expect: CAP0116
            Volatile.ReadBarrier();
            if (version == Volatile.Read(ref _version))
                return x;
        }
    }
    static long Log(long x) { Console.WriteLine(x); return x; }
    public long PassedTooEarly()
    {
        while (true)
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            long x = _x, twice = x * 2;
            Log(twice); // expect: CAP0116
            Volatile.ReadBarrier();
            if (version == Volatile.Read(ref _version))
                return x;
        }
    }
    public long BoundTooEarly()
    {
        while (true)
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            long x = _x, sum = 0;
            for (long i = 0; i < x; i++) // expect: CAP0116
                sum += i;
            Volatile.ReadBarrier();
            if (version == Volatile.Read(ref _version))
                return sum;
        }
    }
    public long UsedInTime(long[] rows)
    {
        while (true)
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            long x = _x, y = Math.Max(_y, x);
            Volatile.ReadBarrier();
            if (version == Volatile.Read(ref _version))
                return Log(rows[x] + y);
            Log(version);
        }
    }
}

[Capability("latch", Reentrant = false)]
sealed class Latch9452
{
    [Acquires] public void Enter() { }
    [AcquiresShared] public void EnterShared() { }
    [Releases] public void Exit() { }
    [ReleasesShared] public void ExitShared() { }
    [Releases, AcquiresShared] public void Downgrade() { }
}

class Case_9452_downgraded
{
    readonly Latch9452 _latch = new();
    [GuardedBy(nameof(_latch))] int _n;
    public int Good() { _latch.Enter(); _n = 3; _latch.Downgrade(); int n = _n; _latch.ExitShared(); return n; }
    public int GoodShared() { _latch.EnterShared(); int n = _n; _latch.ExitShared(); return n; }
    public void BadWrite() { _latch.Enter(); _latch.Downgrade(); _n = 3; _latch.ExitShared(); } // expect: CAP0002
    public void BadRelease() { _latch.Enter(); _latch.Downgrade(); _latch.Exit(); } // expect: CAP0023
    public void BadTwice() { _latch.Enter(); _latch.Downgrade(); _latch.Downgrade(); _latch.ExitShared(); } // expect: CAP0023
    public void BadNever() { _latch.Enter(); _latch.Downgrade(); } // expect: CAP0024
}

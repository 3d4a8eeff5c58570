// CAP0116: sequence locks, recognised by their shape.

class Case_both_sides_are_right
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
    public void WriteWithBarrier(long x, long y)
    {
        lock (_gate)
        {
            Volatile.Write(ref _version, _version + 1); // maybe: CAP0104
            Volatile.WriteBarrier();
            _x = x;
            _y = y;
            Volatile.Write(ref _version, _version + 1); // maybe: CAP0104
        }
    }
    public (long, long) Read()
    {
        while (true)
        {
            var version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            var x = _x;
            var y = _y;
            Volatile.ReadBarrier();
            if (version == Volatile.Read(ref _version))
                return (x, y);
        }
    }
    public (long, long) ReadWithFence()
    {
        long x, y;
        int version;
        do
        {
            version = Volatile.Read(ref _version);
            x = _x;
            y = _y;
            Interlocked.MemoryBarrier();
        }
        while ((version & 1) != 0 || version != _version); // maybe: CAP0104
        return (x, y);
    }
    public (long, long) ReadMarked()
    {
        var spin = new SpinWait();
        for (;;)
        {
            int version = Volatile.Read(ref _version);
            if ((version & 1) == 0)
            {
                var x = Volatile.Read(ref _x);
                var y = Volatile.Read(ref _y);
                if (Volatile.Read(ref _version) == version)
                    return (x, y);
            }
            spin.SpinOnce();
        }
    }
}

class Case_an_acquire_of_the_second_read_is_not_enough
{
    int _version;
    long _x, _y;
    public void Write(long x, long y)
    {
        Interlocked.Increment(ref _version);
        _x = x;
        _y = y;
        Interlocked.Increment(ref _version);
    }
    public (long, long) Read()
    {
        while (true)
        {
            var version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            var x = _x;
            var y = _y;
            if (version == Volatile.Read(ref _version)) // expect: CAP0116
                return (x, y);
        }
    }
}

class Case_the_first_read_is_plain
{
    int _version;
    long _x, _y;
    public void Write(long x, long y)
    {
        Interlocked.Increment(ref _version);
        _x = x;
        _y = y;
        Interlocked.Increment(ref _version);
    }
    public (long, long) Read()
    {
        while (true)
        {
            var version = _version; // expect: CAP0116
            if ((version & 1) != 0)
                continue;
            var (x, y) = (_x, _y);
            Interlocked.MemoryBarrier();
            if (version == Volatile.Read(ref _version))
                return (x, y);
        }
    }
}

class Case_a_writer_at_work_is_not_noticed
{
    volatile int _version;
    long _x, _y;
    readonly object _gate = new();
    public void Write(long x, long y)
    {
        lock (_gate)
        {
            _version++; // expect: CAP0116
            _x = x;
            _y = y;
            _version++;
        }
    }
    public (long, long) Read()
    {
        long x, y;
        int version;
        do
        {
            version = _version; // expect: CAP0116
            x = _x;
            y = _y;
            Volatile.ReadBarrier();
        }
        while (version != _version);
        return (x, y);
    }
}

class Case_a_value_is_used_too_early_or_too_late
{
    volatile int _version;
    long _x, _y, _last;
    public void Write(long x)
    {
        Interlocked.Increment(ref _version);
        _x = x;
        _y = x + 1;
        Interlocked.Increment(ref _version);
    }
    public long ReadEarly()
    {
        while (true)
        {
            var version = _version;
            if ((version & 1) != 0) continue;
            _last = _x; // expect: CAP0116
            Volatile.ReadBarrier();
            if (version == _version) return _last;
        }
    }
    public long ReadLate()
    {
        int version;
        long x;
        do
        {
            version = _version;
            x = _x;
            Volatile.ReadBarrier();
        }
        while ((version & 1) != 0 || version != _version);
        return x + _x; // expect: CAP0116
    }
}

class Case_the_writer_leaves_out_a_step
{
    int _version;
    long _x, _y;
    public void WriteReleased(long x, long y)
    {
        Volatile.Write(ref _version, 1); // expect: CAP0116
        _x = x;
        _y = y;
        Volatile.Write(ref _version, 2);
    }
    public void WritePlainEnd(long x, long y)
    {
        Interlocked.Increment(ref _version);
        _x = x;
        _y = y;
        _version++; // expect: CAP0116
    }
    public void WriteOutside(long x, long y)
    {
        Interlocked.Increment(ref _version);
        _x = x;
        Interlocked.Increment(ref _version);
        _y = y; // expect: CAP0116
    }
    public (long, long) Read()
    {
        while (true)
        {
            var version = Volatile.Read(ref _version);
            if ((version & 1) != 0)
                continue;
            var (x, y) = (_x, _y);
            Interlocked.MemoryBarrier();
            if (version == Volatile.Read(ref _version))
                return (x, y);
        }
    }
}

class Case_versions_that_are_no_sequence_locks
{
    int _version;
    int[] _items = new int[4];
    int _size, _state;
    public void Add(int item) { _items[_size++] = item; _version++; }
    public void ForEach(Action<int> action)
    {
        int version = _version;
        for (int i = 0; i < _size; i++)
        {
            if (version != _version)
                break;
            action(_items[i]);
        }
        if (version != _version)
            throw new InvalidOperationException();
    }
    public IEnumerator<int> GetEnumerator()
    {
        int version = _version;
        for (int i = 0; i < _size; i++)
        {
            if (version != _version)
                throw new InvalidOperationException();
            yield return _items[i];
        }
    }
}

class Case_loops_of_compare_and_exchange
{
    int _state, _limit = 3;
    public bool TryEnter()
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state >= _limit)
                return false;
            if (Interlocked.CompareExchange(ref _state, state + 1, state) == state)
                return true;
        }
    }
    public int Settle()
    {
        int last;
        do { last = Volatile.Read(ref _state); Thread.Sleep(1); } while (last != Volatile.Read(ref _state));
        return last;
    }
    public void Leave() => Interlocked.Decrement(ref _state);
}

class Case_counters_that_are_changed_twice
{
    int _calls;
    int _x;
    public void Work()
    {
        Interlocked.Increment(ref _calls);
        _x = 3;
        Interlocked.Decrement(ref _calls);
    }
    public int X => _x;
    public int Calls => Volatile.Read(ref _calls);
    public void Reset() { Interlocked.Exchange(ref _calls, 0); _x = 0; }
    public void TwiceInARow() { Interlocked.Increment(ref _calls); Interlocked.Increment(ref _calls); }
    public int Difference() { int before = Volatile.Read(ref _calls); Work(); return Volatile.Read(ref _calls) - before; }
    public bool Same(int calls) => calls == Volatile.Read(ref _calls);
}

class Case_readers_in_other_forms
{
    volatile int _version;
    volatile int _x, _y;
    long _a, _b;
    readonly object _gate = new();
    public void Write(int x, int y)
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _version);
            _x = x;
            _y = y;
            _a = x;
            _b = y;
            Interlocked.Increment(ref _version);
        }
    }
    public (int, int) ReadVolatile()
    {
        while (true)
        {
            var version = _version;
            if ((version & 1) == 1) continue;
            var (x, y) = (_x, _y);
            if (version == _version) return (x, y);
        }
    }
    public (long, long) ReadFenced()
    {
        while (true)
        {
            var version = _version;
            if ((version & 1) == 1) continue;
            var (a, b) = (_a, _b);
            if (version == Interlocked.CompareExchange(ref _version, 0, 0)) return (a, b);
        }
    }
    public (long, long) ReadOrLock()
    {
        for (var tries = 0; tries < 5; tries++)
        {
            var version = _version;
            if ((version & 1) == 1) continue;
            var (a, b) = (_a, _b);
            Volatile.ReadBarrier();
            if (version == _version) return (a, b);
        }
        lock (_gate) return (_a, _b);
    }
    public (long, long) ReadLocked() { lock (_gate) return (_a, _b); }
}

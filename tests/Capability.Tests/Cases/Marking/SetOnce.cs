// CAP0115: set-once state is written where it may have been set already.
sealed class Handler { }

class Case_3120_writes_that_may_come_second
{
    readonly object _gate = new();
    [SetOnce] Handler _handler;
    [SetOnce] int _id;
    [SetOnce] public string Name { get; private set; }

    public void Set(Handler h) { _handler = h; } // expect: CAP0115
    public void SetUnderTheLock(Handler h) { lock (_gate) _handler = h; } // expect: CAP0115
    public void SetIfUnset(Handler h) { if (_handler == null) _handler = h; } // expect: CAP0115
    public Handler Lazy() => _handler ??= new Handler(); // expect: CAP0115
    public void SetName(string s) { Name = s; } // expect: CAP0115
    public void Clear() { _handler = null; } // expect: CAP0115
    public void Exchange(Handler h) { Interlocked.Exchange(ref _handler, h); } // expect: CAP0115
    public bool Parse(string s) => int.TryParse(s, out _id); // maybe: CAP0115
    public void Next() { _id++; } // expect: CAP0115
    public void TestedBefore(Handler h)
    {
        bool isUnset;
        lock (_gate)
            isUnset = _handler == null;
        if (isUnset)
        {
            lock (_gate)
                _handler = h; // expect: CAP0115
        }
    }
    public void Twice(Handler a, Handler b)
    {
        lock (_gate)
        {
            if (_handler != null)
                return;
            _handler = a;
            _handler = b; // expect: CAP0115
        }
    }
}

class Case_3121_writes_that_come_first
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [SetOnce] Handler _handler = null;
    [SetOnce] Handler _built;
    [SetOnce] int _id;
    [SetOnce] int _flag;
    [SetOnce] string _text;
    [SetOnce] public string Name { get; private set; }
    [SetOnce] static Handler s_handler = new();
    readonly int _size = Environment.ProcessorCount;

    public Case_3121_writes_that_come_first() { _built = new Handler(); Name = "x"; }
    static Case_3121_writes_that_come_first() { s_handler = new Handler(); }
    public bool TrySet(Handler h) => Interlocked.CompareExchange(ref _handler, h, null) == null;
    public Handler Ensure() => LazyInitializer.EnsureInitialized(ref _handler, () => new Handler());
    public Handler Lazy() { lock (_gate) return _handler ??= new Handler(); }
    public void SetIfUnset(Handler h) { lock (_gate) { if (_handler == null) _handler = h; } }
    public void SetOrThrow(Handler h)
    {
        lock (_gate)
        {
            if (_handler is not null)
                throw new InvalidOperationException();
            _handler = h;
        }
    }
    public Handler DoubleChecked()
    {
        if (_handler == null)
        {
            lock (_gate)
            {
                if (_handler == null)
                    _handler = new Handler();
            }
        }
        return _handler;
    }
    public void ByALocal(Handler h)
    {
        _rw.EnterWriteLock();
        try
        {
            var handler = _handler;
            if (handler == null)
                _handler = h;
        }
        finally { _rw.ExitWriteLock(); }
    }
    public bool First() => Interlocked.Exchange(ref _flag, 1) == 0;
    public string Text() => _text ??= _size.ToString();
    public Handler Read() => _handler;
    public int Both() => _id + Name.Length;
    public static Case_3121_writes_that_come_first Of(string s) => new() { Name = s, _id = 3 };
    [Requires(nameof(_gate))] void SetRequired(Handler h) { if (_handler == null) _handler = h; }
}

class Case_3122_guarded_too
{
    readonly object _gate = new();
    [SetOnce, GuardedBy(nameof(_gate))] Handler _guarded;
    [SetOnce, WriteGuardedBy(nameof(_gate))] Handler _written;
    [Atomic, SetOnce] int _id;
    public void Set(Handler h) { lock (_gate) { if (_guarded == null) _guarded = h; _written ??= h; } }
    public void Unlocked(Handler h) { _guarded = h; } // expect: CAP0002
    public void WrittenUnlocked(Handler h) { if (_written == null) _written = h; } // expect: CAP0002
    public Handler Written() => _written;
    public int Id() => _id;
    public bool TrySet(int id) => Interlocked.CompareExchange(ref _id, id, 0) == 0;
}

// Spans, pointers and references into guarded state.

unsafe class Case_3080_pointers
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly byte[] _buffer = new byte[4];
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] string _name = "";
    [PtGuardedBy(nameof(_gate))] readonly byte[] _row = new byte[4];
    byte* _saved;

    void Good()
    {
        lock (_gate)
        {
            fixed (byte* p = _buffer)
            {
                *p = 1;
                p[1] = 2;
            }
        }
    }
    int GoodCopied() { lock (_gate) { fixed (byte* p = &_row[1]) return *p; } }
    void GoodText() { lock (_gate) { fixed (char* p = _name) Console.WriteLine(*p); } }
    byte* BadReturned()
    {
        lock (_gate)
        {
            fixed (byte* p = _buffer)
                return p; // expect: CAP0006
        }
    }
    void BadUsedAfter()
    {
        byte* q;
        lock (_gate)
        {
            fixed (byte* p = _buffer)
                q = p;
        }

        *q = 1; // expect: CAP0006
    }
    void BadStored()
    {
        lock (_gate)
        {
            fixed (byte* p = &_buffer[0])
                _saved = p; // expect: CAP0006
        }
    }
    void BadFixed()
    {
        fixed (byte* p = _buffer) // expect: CAP0005
            *p = 1;
    }
    void BadFixedObject()
    {
        fixed (byte* p = _row) // expect: CAP0005
            *p = 1;
    }
    void BadFixedValue()
    {
        fixed (int* p = &_n) // expect: CAP0005
            *p = 1;
    }
}

class Case_3081_spans
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly byte[] _buffer = new byte[4];
    [PtGuardedBy(nameof(_gate))] readonly byte[] _row = new byte[4];
    [GuardedBy(nameof(_rw))] readonly byte[] _shared = new byte[4];

    void Good()
    {
        lock (_gate)
        {
            Span<byte> span = _buffer;
            span[0] = 1;
            span[1..].Clear();
            _row.AsSpan().Fill(2);
        }
    }
    int GoodReadUnderTheReadLock()
    {
        _rw.EnterReadLock();
        try { ReadOnlySpan<byte> span = _shared; return span[0]; }
        finally { _rw.ExitReadLock(); }
    }
    byte[] GoodCopy() { lock (_gate) { Span<byte> span = _buffer; return span[1..].ToArray(); } }
    byte GoodElement() { lock (_gate) { Span<byte> span = _buffer; return span[^1]; } }
    Span<byte> BadSlice() { lock (_gate) { Span<byte> span = _buffer; return span.Slice(1); } } // expect: CAP0006
    Span<byte> BadRange() { lock (_gate) { Span<byte> span = _buffer; return span[1..]; } } // expect: CAP0006
    ref byte BadElement() { lock (_gate) { Span<byte> span = _buffer; return ref span[0]; } } // expect: CAP0006
    Span<int> BadOfAField() { lock (_gate) return new Span<int>(ref _n); } // expect: CAP0006
    Span<int> BadCreated() { lock (_gate) return System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref _n, 1); } // expect: CAP0006
    void BadWithoutTheLock() { Span<byte> span = _buffer; span[0] = 1; } // expect: CAP0001
    void BadObjectWithoutTheLock() { Span<byte> span = _row; span[0] = 1; } // expect: CAP0004
    int BadObjectReadWithoutTheLock() { Span<byte> span = _row; return span[0]; } // expect: CAP0003
    void BadWriteUnderTheReadLock()
    {
        _rw.EnterReadLock();
        try
        {
            Span<byte> span = _shared;
            span[0] = 1; // expect: CAP0002
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}

class Case_3082_references_from_calls
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly Dictionary<string, int> _counts = [];
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] int _m;
    int _free;

    void Good(string key)
    {
        lock (_gate)
        {
            ref int count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
            count++;
        }
    }
    ref int GoodFree(bool first, int[] other) => ref first ? ref _free : ref other[0];
    [Requires(nameof(_gate))] ref int GoodRequired(string key) => ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(_counts, key);
    [Requires(nameof(_gate))] ref int GoodConditional(bool first) => ref first ? ref _n : ref _m;
    ref int BadReturned(string key)
    {
        lock (_gate)
            return ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(_counts, key); // expect: CAP0006
    }
    ref int BadConditional(bool first) { lock (_gate) return ref first ? ref _n : ref _free; } // expect: CAP0006
    void BadUsedAfter(string key)
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_gate, ref taken);
            ref int count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
            count++;
            Monitor.Exit(_gate);
            taken = false;
            count--; // expect: CAP0006
        }
        finally
        {
            if (taken)
                Monitor.Exit(_gate);
        }
    }
}

class Case_3083_published_by_marked_writes
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] List<int> _pending = [];
    List<int> _snapshot;

    void GoodCopy() { lock (_gate) Volatile.Write(ref _snapshot, [.. _items]); }
    void GoodSwap() { lock (_gate) { Volatile.Write(ref _snapshot, _pending); _pending = []; } }
    List<int> GoodTaken() { lock (_gate) return Interlocked.Exchange(ref _pending, []); }
    void BadWrite() { lock (_gate) Volatile.Write(ref _snapshot, _items); } // expect: CAP0006
    void BadExchange() { lock (_gate) Interlocked.Exchange(ref _snapshot, _items); } // expect: CAP0006
}

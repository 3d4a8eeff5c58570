// A loop-free body is watched while it is solved; waiting by a call; a permit that travels.

class Case_9050_paths_without_loops
{
    readonly object _gate = new();
    readonly SemaphoreSlim _permit = new(1);
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_permit))] int _m;
    int Good(string text, bool fast)
    {
        var taken = false;
        try
        {
            if (!fast) Monitor.Enter(_gate, ref taken);
            if (taken) _n++;
            return text switch { null => 0, { Length: > 3 } when taken => _n, _ => 1 };
        }
        catch (FormatException) when (taken) { return _n; }
        catch (OverflowException) { if (taken) { _n = 0; } throw; }
        finally { if (taken) Monitor.Exit(_gate); }
    }
    int Bad(string text, bool fast)
    {
        var taken = false;
        try
        {
            if (!fast) Monitor.Enter(_gate, ref taken);
            _n++; // expect: CAP0002
            return text.Length;
        }
        catch (FormatException) { return _n; } // no cascade
        finally { if (taken) Monitor.Exit(_gate); }
    }
    async Task<int> GoodEarly(CancellationToken token)
    {
        if (!await _permit.WaitAsync(10, token)) return -1;
        try { if (_m > 3) return _m; _m++; }
        finally { _permit.Release(); }
        return 0;
    }
}

class Case_9051_waiting_by_a_call
{
    bool _ready;
    [PublishedBy(nameof(_ready))] string _text;
    void Set(string text) { _text = text; Volatile.Write(ref _ready, true); }
    bool IsReady() => Volatile.Read(ref _ready);
    string GoodLambda() { SpinWait.SpinUntil(() => Volatile.Read(ref _ready)); return _text; }
    string GoodBlock() { SpinWait.SpinUntil(() => { return Volatile.Read(ref _ready); }); return _text; }
    string GoodTimed() => SpinWait.SpinUntil(() => Volatile.Read(ref _ready), 10) ? _text : null;
    string BadTimed() { SpinWait.SpinUntil(() => Volatile.Read(ref _ready), 10); return _text; } // expect: CAP0109
}

class Case_9052_comparands
{
    string _name = "";
    object _owner;
    string Good(string next) => Interlocked.CompareExchange(ref _name, next, string.Empty);
    object GoodNew() => Interlocked.CompareExchange(ref _owner, new(), null) ?? new object();
    object GoodDefault(object next) => Interlocked.CompareExchange(ref _owner, next, default);
    string GoodConstant(string next) => Interlocked.CompareExchange(ref _name, next, $"{"a"}b");
    object Bad(object next) => Interlocked.CompareExchange(ref _owner, next, new()); // expect: CAP0108
}

using System;
using System.Threading;
using Capability;

/// State without a lock, or with one on one side only.
sealed class Marks
{
    readonly object _gate = new();
    [Atomic] int _hits;
    [WriteGuardedBy(nameof(_gate))] int _limit;
    [GuardedBy(nameof(_gate))] int _held = 1;
    [SetOnce] object? _owner;
    [PublishedBy(nameof(_ready))] int _width;
    volatile bool _ready;
    volatile string? _text = "abc";
    volatile int _turns;
    int _mixed, _late;
    bool _stop, _loaded;
    int[]? _rows;

    public int Hits => _hits; // CAP0101

    public int Limit => _limit; // CAP0101

    public void Restrict()
    {
        lock (_gate)
            _limit = 8;
    }

    public void Reset() => _hits = 0; // CAP0102

    public void Hit() => _hits++; // CAP0103

    public void Turn() => _turns++; // CAP0103

    public int Length() => _text == null ? 0 : _text.Length; // CAP0105

    public void Hush() => _text = null;

    public void Say(string? text) => _text = text;

    public void Mix() => Interlocked.Increment(ref _mixed);

    public void Unmix() => _mixed = 5; // CAP0104

    public void Stop() => _stop = true;

    public int Wait()
    {
        while (!_stop) { } // CAP0107
        return 1;
    }

    int Late => _late; // CAP0104

    public int Copied() => Volatile.Read(Late); // CAP0108

    public void Delay() => Volatile.Write(ref _late, 3);

    public void Publish(int width)
    {
        _ready = true;
        _width = width; // CAP0109
    }

    public int Width() => _ready ? _width : 0;

    public int[]? Rows()
    {
        if (!_loaded) // CAP0110
        {
            lock (_gate)
            {
                if (!_loaded)
                {
                    _rows = new int[3];
                    _loaded = true;
                }
            }
        }

        return _rows;
    }

    public int Held()
    {
        lock (_gate)
            return Volatile.Read(ref _held); // CAP0113
    }

    public int Allowed()
    {
        lock (_gate)
            return DataRace.Read(ref _held, "nobody else is there"); // CAP0114
    }

    public object? Take(object me)
    {
        _owner ??= me; // CAP0115
        return _owner;
    }
}

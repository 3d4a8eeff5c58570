// Data that a flag publishes: written before the flag is set, read after it said so, and the flag is marked.

class Case_7021_writer
{
    [PublishedBy(nameof(_ready))] int _width, _height;
    volatile bool _ready;
    [PublishedBy(nameof(_done))] string _name;
    int _done;

    public void Good(int w) { _width = w; _height = w; _ready = true; }
    public void GoodMarked(string name) { _name = name; Volatile.Write(ref _done, 1); }
    public void GoodExchange(string name) { _name = name; Interlocked.Exchange(ref _done, 1); }
    public void GoodBarrier(string name) { _name = name; Interlocked.MemoryBarrier(); _done = 1; }
    public void GoodOnEachPath(int w, bool b) { if (b) { _width = w; _height = 1; } else { _width = 1; _height = w; } _ready = true; }
    public void GoodAgain(int w) { _ready = false; _width = w; _height = w; _ready = true; }
    public void GoodReadBack(int w) { _width = w; _height = _width * 2; _ready = true; }
    public void BadLate(int w)
    {
        _width = w;
        _ready = true;
        _height = w; // expect: CAP0109
    }
    public void BadLateOnSomePath(int w, bool b)
    {
        if (b)
            _ready = true;
        _width = w; // expect: CAP0109
        _ready = true;
    }
    public void BadLateMarked(string name)
    {
        Volatile.Write(ref _done, 1);
        _name = name; // expect: CAP0109
    }
    public void BadPlain(string name)
    {
        _name = name;
        _done = 1; // expect: CAP0109
    }
    public void Unset() { Volatile.Write(ref _done, 0); _ready = false; }
    public Case_7021_writer() { _ready = true; _width = 1; _height = 2; _done = 1; _name = ""; }
    public static Case_7021_writer Create() { var fresh = new Case_7021_writer(); fresh._ready = true; fresh._width = 4; return fresh; }
}

class Case_7022_reader
{
    [PublishedBy(nameof(_ready))] int _width;
    volatile bool _ready;
    [PublishedBy(nameof(_done))] string _name;
    int _done;
    [PublishedBy("!_closed")] int _size;
    volatile bool _closed = true;
    [PublishedBy(nameof(_map))] int _count;
    volatile Dictionary<int, int> _map;

    public void Write() { _width = 1; _ready = true; _name = ""; Volatile.Write(ref _done, 1); _size = 1; _closed = false; _count = 1; _map = new(); }

    public int Good() => _ready ? _width : 0;
    public int GoodEarly() { if (!_ready) return 0; Console.WriteLine(); return _width + _width; }
    public string GoodMarked() => Volatile.Read(ref _done) == 1 ? _name : "";
    public string GoodRelation() => Volatile.Read(ref _done) > 0 ? _name : "";
    public string GoodLocal() { var done = Volatile.Read(ref _done); return done != 0 ? _name : ""; }
    public int GoodLocalFlag() { var ready = _ready; return ready ? _width : 0; }
    public int GoodInverted() => !_closed ? _size : 0;
    public int GoodReference() => _map != null ? _count : 0;
    public int GoodPattern() => _map is { } map ? _count + map.Count : 0;
    public int GoodThrow() { if (!_ready) throw new InvalidOperationException(); return _width; }
    public int GoodLoop() { while (!_ready) Thread.Sleep(1); return _width; }
    public int GoodDeliberate() => DataRace.Read(ref _width, "statistics");
    public int GoodBoth() => _ready && Volatile.Read(ref _done) == 1 ? _width + _name.Length : 0;
    public int BadNoFlag() => _width; // expect: CAP0109
    public int BadOther() => _closed ? _width : 0; // expect: CAP0109
    public int BadAnswer() => _ready ? 0 : _width; // expect: CAP0109
    public int BadBefore()
    {
        var width = _width; // expect: CAP0109
        return _ready ? width : 0;
    }
    public string BadPlainFlag() => _done == 1 ? _name : ""; // expect: CAP0109
    public int BadInverted() => _closed ? _size : 0; // expect: CAP0109
    public int BadAfterTheJoin()
    {
        if (_ready)
            Console.WriteLine(_width);
        return _width; // expect: CAP0109
    }
}

class Case_7023_under_one_lock
{
    readonly object _gate = new();
    [PublishedBy(nameof(_loaded))] string _name;
    bool _loaded;
    public void Load(string name) { lock (_gate) { _loaded = true; _name = name; } }
    public string Name() { lock (_gate) return _loaded ? _name : ""; }
    public bool IsLoaded() { lock (_gate) return _loaded; }
    public string Bad() => _loaded ? _name : ""; // expect: CAP0109
}

class Case_7024_waited_for_by_a_call
{
    [PublishedBy(nameof(_ready))] int _width;
    bool _ready;
    [PublishedBy(nameof(_phase))] string _name;
    volatile int _phase;
    volatile bool _other;
    public void Write() { _width = 1; Volatile.Write(ref _ready, true); _name = ""; _phase = 2; _other = true; }

    public int Good() { SpinWait.SpinUntil(() => Volatile.Read(ref _ready)); return _width; }
    public string GoodVolatile() { SpinWait.SpinUntil(() => _phase == 2); return _name; }
    public string GoodBoth() { SpinWait.SpinUntil(() => _other && _phase != 0); return _name; }
    public string GoodNot() { SpinWait.SpinUntil(() => !(_phase == 0 || !_other)); return _name; }
    public int GoodInTime() { if (SpinWait.SpinUntil(() => Volatile.Read(ref _ready), 100)) return _width; return 0; }
    public int GoodNotInTime() { if (!SpinWait.SpinUntil(() => Volatile.Read(ref _ready), TimeSpan.FromSeconds(1))) return 0; return _width; }
    public int BadInTime() { SpinWait.SpinUntil(() => Volatile.Read(ref _ready), 100); return _width; } // expect: CAP0109
    public int BadOther() { SpinWait.SpinUntil(() => _other); return _width; } // expect: CAP0109
    public string BadEither() { SpinWait.SpinUntil(() => _other || _phase != 0); return _name; } // expect: CAP0109
    public string BadUnset() { SpinWait.SpinUntil(() => _phase == 0); return _name; } // expect: CAP0109
    public int BadPlain() { SpinWait.SpinUntil(() => _ready); return _width; } // expect: CAP0109
}

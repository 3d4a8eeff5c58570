// check: CAP0114
// Declared races that are races: nothing is said about the marker.

class Case_3210_races_that_are_there
{
    readonly object _gate = new(), _other = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [WriteGuardedBy(nameof(_gate))] int _epoch;
    [Atomic] int _free;
    [DataRacy("statistics")] int _hits;
    [DataRacy("statistics")] static long _all;
    [DataRacy("a hint")] bool _idle;

    public int GoodRead() => DataRace.Read(ref _n, "a hint");
    public void GoodWrite() => DataRace.Write(ref _n, 1, "a hint");
    public int GoodAllow() => DataRace.Allow(_n + _epoch, "a hint");
    public int GoodCount() => DataRace.Allow(_items.Count, "a hint");
    public int GoodAfterTheLock() { lock (_gate) _n++; return DataRace.Read(ref _n, "a hint"); }
    public int GoodUnderAnotherLock() { lock (_other) return DataRace.Read(ref _n, "a hint"); }
    public int GoodFree() => DataRace.Read(ref _free, "a hint");
    public int GoodInALambda() { Func<int> later = () => DataRace.Read(ref _n, "a hint"); return later(); }
    public bool GoodInACondition() { if (DataRace.Allow(_n > 3, "a hint")) return true; return false; }
    public int GoodInALoop(int i) { int sum = 0; while (i-- > 0) sum += DataRace.Read(ref _n, "a hint"); return sum; }
    public void GoodHits() => _hits++;
    public int GoodHitsRead() => _hits;
    public void GoodAll() => _all += 2;
    public bool GoodIdle() => _idle;
    public void GoodIdleSet() => _idle = true;
    public int GoodElse(bool b) { if (b) lock (_gate) return _n; return DataRace.Read(ref _n, "a hint"); }
    public bool GoodEither() => DataRace.Allow(_n > 3 || _epoch > 3, "a hint");
    public bool GoodBoth() => DataRace.Allow(_items.Count > 0 && _n > 0 && _free > 0, "a hint");
    public int GoodChosen(bool b) => DataRace.Allow(b ? _n : _items.Count, "a hint");
    public int GoodFirst(int? n) => DataRace.Allow(n ?? _n, "a hint");
    public string GoodText() => DataRace.Allow(_items is { Count: > 3 } ? _items[0].ToString() : _n.ToString(), "a hint");
    public int BadBeside(bool b) => DataRace.Allow(b ? _n : 0, "a hint") + _n; // expect: CAP0001
    public int BadHeldEither(bool b) { lock (_gate) return DataRace.Allow(b ? _n : 0, "no"); } // expect: CAP0114
    public int BadHeld() { lock (_gate) return DataRace.Read(ref _n, "no"); } // expect: CAP0114
}

// check: CAP0114
// CAP0114: a race is declared deliberate where there is none.
class Case_3110_calls_without_a_race
{
    readonly object _gate = new();
    readonly ReaderWriterLockSlim _rw = new();
    readonly int _fixed = 3;
    const int Size = 4;
    [GuardedBy(nameof(_gate))] int _count;
    [GuardedBy(nameof(_rw))] int _rows;
    [WriteGuardedBy(nameof(_gate))] int _epoch;
    [Atomic] int _free;
    int _unknown;
    volatile int _marked;
    readonly List<int> _list = new();

    public int Held() { lock (_gate) return DataRace.Read(ref _count, "no"); } // expect: CAP0114
    public void HeldWrite() { lock (_gate) DataRace.Write(ref _count, 1, "no"); } // expect: CAP0114
    public int HeldShared() { _rw.EnterReadLock(); try { return DataRace.Allow(_rows + 1, "no"); } finally { _rw.ExitReadLock(); } } // expect: CAP0114
    public int Fixed() => DataRace.Read(in _fixed, "no"); // expect: CAP0114
    public int Constant() => DataRace.Allow(Size, "no"); // expect: CAP0114
    public int Local(int n) { int twice = n * 2; return DataRace.Allow(twice + n, "no"); } // expect: CAP0114
    public int Marked() => DataRace.Allow(Volatile.Read(ref _free), "no"); // expect: CAP0114
    public int MarkedField() => DataRace.Allow(_marked, "no"); // expect: CAP0114
    public Case_3110_calls_without_a_race() { DataRace.Write(ref _count, 1, "no"); } // expect: CAP0114

    public int Racy() => DataRace.Read(ref _count, "a hint");
    public void RacyWrite() => DataRace.Write(ref _count, 2, "a hint");
    public int RacyFree() => DataRace.Read(ref _free, "a hint");
    public int RacyEpoch() => DataRace.Allow(_epoch, "a hint");
    public int Unknown() => DataRace.Read(ref _unknown, "a hint");
    public int Half() { lock (_gate) return DataRace.Allow(_count + _free, "a hint"); }
    public int HalfUnknown() { lock (_gate) return DataRace.Allow(_count + _unknown, "a hint"); }
    public int Count() => DataRace.Allow(_list.Count, "a hint");
    public int Element(int[] row) => DataRace.Allow(row[0], "a hint");
    public int Called() => DataRace.Allow(Racy(), "a hint");
    public int SomePaths(bool b)
    {
        if (b) Monitor.Enter(_gate);
        int n = DataRace.Read(ref _count, "a hint");
        if (b) Monitor.Exit(_gate);
        return n;
    }
    public void WriteUnderTheReadLock() { _rw.EnterReadLock(); DataRace.Write(ref _rows, 1, "a hint"); _rw.ExitReadLock(); }
    public int ByReference(ref int n) => DataRace.Read(ref n, "a hint");
    public int Captured()
    {
        int n = 0;
        var thread = new Thread(() => n++);
        thread.Start();
        return DataRace.Read(ref n, "a hint");
    }
}

class Case_3111_declarations_without_a_race
{
    [DataRacy("never changes")] readonly int _size = 3; // expect: CAP0114
    [DataRacy("never changes")] const int Max = 3; // expect: CAP0114
    [DataRacy("never changes")] public int Level { get; } // expect: CAP0114
    [DataRacy("statistics")] int _hits;
    [DataRacy("its elements change")] readonly int[] _row = new int[3];
    [DataRacy("statistics")] public int Hits { get; set; }
    [DataRacy("a dump")] public string Dump() => _hits + "/" + Hits + _row[0];
}

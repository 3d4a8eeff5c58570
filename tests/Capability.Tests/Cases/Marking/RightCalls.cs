// What Volatile and Interlocked are for, type by type and form by form, beside one call each that does something else.

class Case_7090_marked_calls_by_type
{
    decimal _price;
    void BadType(decimal price) => Interlocked.Exchange(ref _price, price); // expect: CAP0108
    static bool ReadBool(ref bool place) => Volatile.Read(ref place);
    static byte ReadByte(ref byte place) => Volatile.Read(ref place);
    static sbyte ReadSbyte(ref sbyte place) => Volatile.Read(ref place);
    static short ReadShort(ref short place) => Volatile.Read(ref place);
    static ushort ReadUshort(ref ushort place) => Volatile.Read(ref place);
    static int ReadInt(ref int place) => Volatile.Read(ref place);
    static uint ReadUint(ref uint place) => Volatile.Read(ref place);
    static long ReadLong(ref long place) => Volatile.Read(ref place);
    static ulong ReadUlong(ref ulong place) => Volatile.Read(ref place);
    static nint ReadNint(ref nint place) => Volatile.Read(ref place);
    static nuint ReadNuint(ref nuint place) => Volatile.Read(ref place);
    static float ReadFloat(ref float place) => Volatile.Read(ref place);
    static double ReadDouble(ref double place) => Volatile.Read(ref place);
    static void WriteBool(ref bool place, bool value) => Volatile.Write(ref place, value);
    static void WriteByte(ref byte place, byte value) => Volatile.Write(ref place, value);
    static void WriteSbyte(ref sbyte place, sbyte value) => Volatile.Write(ref place, value);
    static void WriteShort(ref short place, short value) => Volatile.Write(ref place, value);
    static void WriteUshort(ref ushort place, ushort value) => Volatile.Write(ref place, value);
    static void WriteInt(ref int place, int value) => Volatile.Write(ref place, value);
    static void WriteUint(ref uint place, uint value) => Volatile.Write(ref place, value);
    static void WriteLong(ref long place, long value) => Volatile.Write(ref place, value);
    static void WriteUlong(ref ulong place, ulong value) => Volatile.Write(ref place, value);
    static void WriteNint(ref nint place, nint value) => Volatile.Write(ref place, value);
    static void WriteNuint(ref nuint place, nuint value) => Volatile.Write(ref place, value);
    static void WriteFloat(ref float place, float value) => Volatile.Write(ref place, value);
    static void WriteDouble(ref double place, double value) => Volatile.Write(ref place, value);
    static int IncrementInt(ref int place) => Interlocked.Increment(ref place);
    static int AddInt(ref int place, int value) => Interlocked.Add(ref place, value);
    static int OrInt(ref int place, int value) => Interlocked.Or(ref place, value);
    static bool ReplaceInt(ref int place, int value, int known) => Interlocked.CompareExchange(ref place, value, known) == known;
    static uint IncrementUint(ref uint place) => Interlocked.Increment(ref place);
    static uint AddUint(ref uint place, uint value) => Interlocked.Add(ref place, value);
    static uint OrUint(ref uint place, uint value) => Interlocked.Or(ref place, value);
    static bool ReplaceUint(ref uint place, uint value, uint known) => Interlocked.CompareExchange(ref place, value, known) == known;
    static long IncrementLong(ref long place) => Interlocked.Increment(ref place);
    static long AddLong(ref long place, long value) => Interlocked.Add(ref place, value);
    static long OrLong(ref long place, long value) => Interlocked.Or(ref place, value);
    static bool ReplaceLong(ref long place, long value, long known) => Interlocked.CompareExchange(ref place, value, known) == known;
    static ulong IncrementUlong(ref ulong place) => Interlocked.Increment(ref place);
    static ulong AddUlong(ref ulong place, ulong value) => Interlocked.Add(ref place, value);
    static ulong OrUlong(ref ulong place, ulong value) => Interlocked.Or(ref place, value);
    static bool ReplaceUlong(ref ulong place, ulong value, ulong known) => Interlocked.CompareExchange(ref place, value, known) == known;
    static float ExchangeFloat(ref float place, float value) => Interlocked.Exchange(ref place, value);
    static double ExchangeDouble(ref double place, double value) => Interlocked.Exchange(ref place, value);
    static nint ExchangeNint(ref nint place, nint value) => Interlocked.Exchange(ref place, value);
    static object ExchangeObject(ref object place, object value) => Interlocked.Exchange(ref place, value);
    static string ExchangeString(ref string place, string value) => Interlocked.Exchange(ref place, value);
}

class Case_7091_compare_exchange_loops
{
    readonly Dictionary<string, int> _empty = new();
    Dictionary<string, int> _map = new();
    object _owner;
    long _max;
    string _name = "";
    void BadComparand(object next) => Interlocked.CompareExchange(ref _owner, next, new object()); // expect: CAP0108
    bool Take() => Interlocked.CompareExchange(ref _owner, new object(), null) == null;
    bool Give(object owner) => ReferenceEquals(Interlocked.CompareExchange(ref _owner, null, owner), owner);
    void Max(long value)
    {
        var seen = Interlocked.Read(ref _max);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref _max, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
    void MaxByDo(long value)
    {
        long seen;
        do seen = Volatile.Read(ref _max);
        while (value > seen && Interlocked.CompareExchange(ref _max, value, seen) != seen);
    }
    void Put(string key, int value)
    {
        while (true)
        {
            var old = Volatile.Read(ref _map);
            var next = new Dictionary<string, int>(old) { [key] = value };
            if (Interlocked.CompareExchange(ref _map, next, old) == old)
                return;
        }
    }
    Dictionary<string, int> Swap() => Interlocked.Exchange(ref _map, new Dictionary<string, int>());
    Dictionary<string, int> SwapFor(Dictionary<string, int> next) => Interlocked.Exchange(ref _map, next);
    bool IsFirst(string name) => Interlocked.CompareExchange(ref _name, name, "") == "";
    Dictionary<string, int> Reset() => Interlocked.Exchange(ref _map, _empty);
}

class Case_7092_state_that_is_written_marked
{
    [Atomic] int _count;
    [Atomic] long _total;
    [Atomic] bool _stop;
    [Atomic] double _rate = 1;
    [Atomic] string _name = "";
    [Atomic] volatile int _phase;
    readonly object _gate = new();
    [WriteGuardedBy(nameof(_gate))] int _level;
    public Case_7092_state_that_is_written_marked(int n) { _count = n; _total = n; _stop = false; }
    void Bad() { _count = 0; } // expect: CAP0102
    void Set(int n) => Volatile.Write(ref _count, n);
    void Exchange(int n) => Interlocked.Exchange(ref _count, n);
    void Clear() => Interlocked.And(ref _count, 0);
    void Count() => Interlocked.Increment(ref _count);
    void Sum(long n) => Interlocked.Add(ref _total, n);
    void SetTotal(long n) { Volatile.Write(ref _total, n); }
    void Stop() { Volatile.Write(ref _stop, true); }
    void StopOnce() { if (!Interlocked.Exchange(ref _stop, true)) Console.WriteLine("stopped"); }
    void Rate(double d) { Interlocked.Exchange(ref _rate, d); }
    void Name(string s) { _name = s; }
    void Phase(int n) { _phase = n; }
    void Deliberately(int n) { DataRace.Write(ref _count, n, "a hint"); }
    void Level(int n) { lock (_gate) Volatile.Write(ref _level, n); }
    void LevelIf(int n) { lock (_gate) { if (_level < n) Volatile.Write(ref _level, n); } }
    Action Later(int n) => () => Volatile.Write(ref _count, n);
    static Case_7092_state_that_is_written_marked Make() => new(1) { _count = 5, _rate = 0.5 };
    void Several(int n)
    {
        for (var i = 0; i < n; i++)
            Volatile.Write(ref _total, i);
    }
}

class Case_7093_state_that_is_set_once
{
    readonly object _gate = new();
    [SetOnce] string _text;
    [SetOnce] object _owner;
    void Bad(string s) { _text = s; } // expect: CAP0115
    public Case_7093_state_that_is_set_once(object owner) { _owner = owner; }
    bool TrySet(string s) => Interlocked.CompareExchange(ref _text, s, null) is null;
    string Get() { lock (_gate) return _text ??= Environment.MachineName; }
    int Length() => _text?.Length ?? 0;
    bool IsOf(object owner) => _owner == owner;
    string Describe() => $"{_text}: {_owner}";
}

// State that cannot tear, or that no two threads share without a lock.

struct One3200 { public int Value; }
struct Wrapped3200 { public One3200 Inner; }
struct Two3200 { public int Low, High; }
enum Level3200 { Low, High }
class Case_3200_nothing_tears
{
    readonly object _gate = new();
    int _int; bool _flag; object _reference; string _text; Level3200 _level; One3200 _one; Wrapped3200 _wrapped; nint _native;
    float _float; char _char; ImmutableArray<int> _array = []; Action _action; int[] _row = []; byte _byte;
    decimal _money; Guid _id; int? _maybe; (int, int) _pair; Two3200 _two; DateTimeOffset _when;
    readonly decimal _fixed = 1;
    [GuardedBy(nameof(_gate))] decimal _guarded;

    void SetAll()
    {
        lock (_gate)
        {
            _int = 1; _flag = true; _reference = _gate; _text = "x"; _level = Level3200.High; _one = default; _wrapped = default; _native = 1;
            _float = 1; _char = 'x'; _array = [1]; _action = SetAll; _row = [1]; _byte = 1;
            _money = 1; _id = Guid.NewGuid(); _maybe = 1; _pair = (1, 2); _two = default; _when = default; _guarded = 1;
        }
    }
    public int GoodInt() => _int;
    public bool GoodFlag() => _flag;
    public object GoodReference() => _reference;
    public string GoodText() => _text;
    public Level3200 GoodEnum() => _level;
    public One3200 GoodOneField() => _one;
    public Wrapped3200 GoodWrapped() => _wrapped;
    public nint GoodNative() => _native;
    public float GoodFloat() => _float;
    public char GoodChar() => _char;
    public ImmutableArray<int> GoodImmutableArray() => _array;
    public Action GoodDelegate() => _action;
    public int[] GoodArray() => _row;
    public byte GoodByte() => _byte;
    public decimal GoodReadonly() => _fixed;
    public decimal GoodUnderTheLock() { lock (_gate) return _money; }
    public Guid GoodIdUnderTheLock() { lock (_gate) return _id; }
    public int? GoodMaybeUnderTheLock() { lock (_gate) return _maybe; }
    public (int, int) GoodPairUnderTheLock() { lock (_gate) return _pair; }
    public Two3200 GoodTwoUnderTheLock() { lock (_gate) return _two; }
    public int GoodFieldUnderTheLock() { lock (_gate) return _two.Low; }
    public DateTimeOffset GoodWhenUnderTheLock() { lock (_gate) return _when; }
    public void GoodWriteUnderTheLock() { lock (_gate) { _money++; _two.High = 2; } }
    public decimal GoodGuarded() { lock (_gate) return _guarded; }
    public decimal GoodLocal(decimal d) { decimal twice = d * 2; return twice; }
    public (int, int) GoodLocalTuple(int n) { var t = (n, n); t.Item1++; return t; }
    public Two3200 GoodParameter(Two3200 two) { two.Low++; return two; }
    public decimal GoodCopy() { decimal copy; lock (_gate) copy = _money; return copy + 1; }
    public string GoodName() => nameof(_money) + nameof(_two.Low);
    public decimal BadRead() => _money; // expect: CAP0106
    public Two3200 BadTwo() => _two; // expect: CAP0106
}
class Case_3201_nobody_shares_it
{
    decimal _money; Two3200 _two; int? _maybe;
    static readonly Guid Id = Guid.NewGuid();
    [ThreadStatic] static decimal _own;
    public void GoodSet(decimal money) => _money = money;
    public decimal GoodGet() => _money;
    public void GoodTwo() => _two = new Two3200 { Low = 1, High = 2 };
    public int GoodTwoRead() => _two.Low + _two.High;
    public int GoodMaybe() => _maybe ?? 0;
    public void GoodMaybeSet() => _maybe = 3;
    public Guid GoodStatic() => Id;
    public decimal GoodThreadStatic() => _own;
}

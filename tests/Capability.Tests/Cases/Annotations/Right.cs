// Every place an annotation may stand, annotated rightly: no report at the annotation, and the state is guarded.

class Case_5230_where_guards_may_stand(int captured, [GuardedBy("_gate")] int guarded)
{
    readonly object _gate = new();
    readonly object _content = new();
    [GuardedBy(nameof(_gate))] int _field = captured;
    [GuardedBy(nameof(_gate))] public int Auto { get; set; }
    [GuardedBy(nameof(_gate))] public int PrivateSet { get; private set; }
    [field: GuardedBy(nameof(_gate))] public int ByItsField { get; set; }
    [GuardedBy(nameof(_gate))] public event Action Changed;
    [GuardedBy(nameof(_gate))] int? _nullable;
    [GuardedBy(nameof(_gate))] (int Low, int High) _pair;
    [GuardedBy(nameof(_gate))] int _a, _b;
    [PtGuardedBy(nameof(_content))] readonly List<int> _items = [];
    [PtGuardedBy(nameof(_content))] int[] _array = [];
    [GuardedBy(nameof(_gate)), PtGuardedBy(nameof(_content))] List<int> _both = [];
    [GuardedBy(nameof(_self))] readonly List<int> _self = [];
    [GuardedBy(nameof(_gate))] readonly List<int> _readonlyReference = [];

    void GoodFields()
    {
        lock (_gate)
        {
            _field++;
            _nullable = _field;
            _pair = (1, 2);
            _pair.Low = _nullable.Value;
            _a = _b = 1;
            _readonlyReference.Add(1);
        }
    }
    void GoodProperties()
    {
        lock (_gate)
        {
            Auto++;
            PrivateSet = Auto;
            ByItsField = PrivateSet;
            Changed?.Invoke();
            Changed += GoodFields;
        }
    }
    void GoodParameter()
    {
        lock (_gate) guarded++;
    }
    void GoodObjects()
    {
        lock (_content)
        {
            _items.Add(1);
            _array[0]++;
        }
        lock (_self) _self.Add(1);
        lock (_gate)
            lock (_content)
                _both.Add(1);
    }
    void GoodVariableOfAGuardedObject()
    {
        _array = new int[3];
        bool any = _items != null;
        Console.WriteLine(any);
    }
    void BadField() { _field++; } // expect: CAP0002
    void BadAuto() { Auto++; } // expect: CAP0002
    int BadPrivateSet() { return PrivateSet; } // expect: CAP0001
    void BadByItsField() { ByItsField = 1; } // expect: CAP0002
    void BadSubscribe() { Changed += GoodFields; } // expect: CAP0002
    void BadNullable() { _nullable = null; } // expect: CAP0002
    void BadTuple() { _pair.Low = 1; } // expect: CAP0002
    void BadSecondVariable() { _b = 1; } // expect: CAP0002
    void BadParameter() { guarded++; } // expect: CAP0002
    void BadObject() { _items.Add(1); } // expect: CAP0004
    int BadObjectRead() { return _items.Count; } // expect: CAP0003
    void BadElement() { _array[0] = 1; } // expect: CAP0004
    void BadSelf() { _self.Add(1); } // expect: CAP0004
    int BadSelfRead() { return _self.Count; } // expect: CAP0003
}

class Case_5231_where_contracts_may_stand
{
    readonly object _gate = new();
    static readonly object s_gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(s_gate))] public Case_5231_where_contracts_may_stand() { }
    Case_5231_where_contracts_may_stand(int n) => _n = n;
    [Requires(nameof(_gate))] void Method() => _n++;
    [Requires(nameof(_gate))] T Generic<T>(T value) => _n > 0 ? value : default;
    [Requires(nameof(_gate))] int Property => _n;
    int Accessor { [Requires(nameof(_gate))] get => _n; [Requires(nameof(_gate))] set => _n = value; }
    [Requires(nameof(_gate))] int this[int i] => _n + i;
    [Requires("a._gate")] public static int operator ~(Case_5231_where_contracts_may_stand a) => a._n;
    [Requires(nameof(_gate))] async Task NotAwaiting() => _n++;
    [Requires(nameof(_gate)), Excludes(nameof(s_gate))] void Both() => _n--;
    [Requires(typeof(Case_5231_where_contracts_may_stand), nameof(s_gate))] void Owner() { }
    [Requires("_gate", "s_gate")] void List() => _n++;
    [Requires(new[] { "_gate", "s_gate" })] void Array() => _n++;

    static Case_5231_where_contracts_may_stand GoodCreate()
    {
        lock (s_gate)
            return new Case_5231_where_contracts_may_stand();
    }
    static Case_5231_where_contracts_may_stand GoodCreateOther() => new(3);
    void GoodUnderOne()
    {
        lock (_gate)
        {
            Method();
            Generic("value");
            Accessor = Property + this[1] + ~this;
            NotAwaiting();
            Both();
        }
    }
    void GoodUnderBoth()
    {
        lock (_gate)
            lock (s_gate)
            {
                Owner();
                List();
                Array();
            }
    }
    void BadConstructor() { GC.KeepAlive(new Case_5231_where_contracts_may_stand()); } // expect: CAP0011
    void BadMethod() { Method(); } // expect: CAP0011
    void BadGeneric() { Generic(1); } // expect: CAP0011
    int BadIndexer() { return this[1]; } // expect: CAP0011
    int BadOperator() { return ~this; } // expect: CAP0011
    Task BadAsync() { return NotAwaiting(); } // expect: CAP0011
    void BadHalfOfAList()
    {
        lock (_gate)
            List(); // expect: CAP0011
    }
    void BadHalfOfAnArray()
    {
        lock (_gate)
            Array(); // expect: CAP0011
    }
    void BadBoth()
    {
        lock (_gate)
            lock (s_gate)
                Both(); // expect: CAP0012
    }
}

record Row5232([GuardedBy("Row5232.Gate")] int Count)
{
    public static readonly object Gate = new();
}
class Case_5232_positional_records_and_generics
{
    static void Good(Row5232 row)
    {
        lock (Row5232.Gate)
            Console.WriteLine(row.Count);
    }
    static Row5232 GoodFresh() => new Row5232(1) with { Count = 2 };
    static int Bad(Row5232 row) { return row.Count; } // expect: CAP0001
}

class Holder5233<T> where T : class, new()
{
    public readonly T Gate = new();
    [GuardedBy(nameof(Gate))] public T Value;
    [Requires(nameof(Gate))] public void Set(T value) => Value = value;
    public sealed class Nested
    {
        public readonly object Own = new();
        [GuardedBy(nameof(Own))] public int N;
    }
}
class Case_5233_members_of_constructed_types
{
    readonly Holder5233<object> _holder = new();
    readonly Holder5233<object>.Nested _nested = new();

    void Good()
    {
        lock (_holder.Gate)
        {
            _holder.Value = new object();
            _holder.Set(_holder.Value);
        }
        lock (_nested.Own) _nested.N++;
    }
    static void GoodOpen<T>(Holder5233<T> holder) where T : class, new()
    {
        lock (holder.Gate)
            holder.Set(new T());
    }
    void BadValue() { _holder.Value = null; } // expect: CAP0002
    void BadSet() { _holder.Set(null); } // expect: CAP0011
    void BadNested()
    {
        lock (_holder.Gate)
            _nested.N++; // expect: CAP0002
    }
}

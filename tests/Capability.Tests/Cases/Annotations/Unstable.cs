// Guards that can change: reported once for each guard, at its first annotation, and enforced all the same.

class Box5220
{
    public readonly object Fixed = new();
    public object Init { get; init; } = new();
    public object GetOnly { get; } = new();
}
class Case_5220_guards_that_can_change
{
    object _assigned = new();
    object _never = new();
    object _assignedInTheConstructor;
    readonly object _readonly = new();
    readonly Box5220 _box = new();
    Box5220 _moving = new();
    [GuardedBy(nameof(_assigned))] int _first; // expect: CAP0304
    [GuardedBy(nameof(_assigned))] int _second;
    [GuardedBy("_moving.Fixed")] int _throughAMovingOwner; // expect: CAP0304
    [GuardedBy(nameof(Auto))] int _byAuto; // expect: CAP0304
    [GuardedBy(nameof(_never))] int _byNever;
    [GuardedBy(nameof(_assignedInTheConstructor))] int _byConstructor;
    [GuardedBy(nameof(_readonly))] int _byReadonly;
    [GuardedBy("_box.Fixed")] int _byFixed;
    [GuardedBy("_box.Init")] int _byInit;
    [GuardedBy("_box.GetOnly")] int _byGetOnly;
    [GuardedBy(nameof(Own))] int _byOwn;

    object Auto { get; set; } = new();
    object Own { get; } = new();

    public Case_5220_guards_that_can_change() => _assignedInTheConstructor = new object();

    void Replace()
    {
        _assigned = new object();
        _moving = new Box5220();
        Auto = new object();
    }
    void Good()
    {
        lock (_assigned)
        {
            _first++;
            _second++;
        }
        lock (_moving.Fixed) _throughAMovingOwner++;
        lock (Auto) _byAuto++;
        lock (_never) _byNever++;
        lock (_assignedInTheConstructor) _byConstructor++;
        lock (_readonly) _byReadonly++;
        lock (_box.Fixed) _byFixed++;
        lock (_box.Init) _byInit++;
        lock (_box.GetOnly) _byGetOnly++;
        lock (Own) _byOwn++;
    }
    void BadStillEnforced() { _second++; } // expect: CAP0002
    void BadAfterTheAssignment()
    {
        lock (_assigned)
        {
            _first++;
            _assigned = new object();
            _second++; // expect: CAP0002
        }
    }
}

class Case_5221_contracts_may_start_at_parameters_and_locals
{
    readonly object[] _gates = [new(), new()];
    object[] _movingGates = [new(), new()];
    [GuardedBy("_gates[0]")] int _fixed;
    [GuardedBy("_movingGates[0]")] int _moving; // expect: CAP0304

    [Requires("box.Fixed")] static void GoodParameter(Box5220 box) => Console.WriteLine(box);
    void Replace() => _movingGates = [new(), new()];
    void Good(Box5220 box)
    {
        lock (box.Fixed) GoodParameter(box);
        lock (_gates[0]) _fixed++;
        lock (_movingGates[0]) _moving++;
    }
    void Bad() { _fixed++; } // expect: CAP0002
}

public class Box5222
{
    public readonly object Gate = new();
}
public class Case_5222_contracts_that_others_will_read
{
    public readonly Box5222 Box = new();
    readonly object _gate = new();
    [GuardedBy("Box.Gate")] int _n;
    [GuardedBy(nameof(_gate))] int _m;

    [Requires("Box.Gate")] public void GoodText() => _n++;
    [Requires(nameof(Box) + ".Gate")] public void GoodConcatenated() => _n++;
    [Requires(nameof(_gate))] protected void GoodSimple() => _m++;
    [Requires(nameof(Box.Gate))] private void GoodPrivate() => _n++;
    [Requires(nameof(Box.Gate))] public void BadOnlyTheLastNameSurvives() => Console.WriteLine("kept as Gate"); // expect: CAP0301

    void Good()
    {
        lock (Box.Gate)
        {
            GoodText();
            GoodConcatenated();
            GoodPrivate();
            _n++;
        }
    }
    void Bad() { GoodConcatenated(); } // expect: CAP0011
}

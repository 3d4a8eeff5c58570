// Texts that name nothing, or nothing that can be a capability. A wrong annotation yields nothing else.

class Door5200
{
    public readonly object Gate = new();
    public int Number;
}
class Case_5200_names_that_do_not_resolve
{
    readonly object _gate = new();
    readonly Door5200 _door = new();
    [GuardedBy("_gat")] int _typo; // expect: CAP0301
    [GuardedBy("")] int _empty; // expect: CAP0301
    [GuardedBy("_door.Gat")] int _typoInThePath; // expect: CAP0301
    [GuardedBy("_dor.Gate")] int _typoAtTheRoot; // expect: CAP0301
    [GuardedBy("the gate")] int _prose; // expect: CAP0301
    [GuardedBy("_gate)")] int _trailing; // expect: CAP0301
    [GuardedBy("_gate.")] int _trailingDot; // expect: CAP0301
    [GuardedBy("a ? b : c")] int _expression; // expect: CAP0301
    [GuardedBy("_door.Open(1)")] int _arguments; // expect: CAP0301
    [GuardedBy("Unknown.Gate")] int _unknownType; // expect: CAP0301
    [GuardedBy(typeof(Door5200), "Missing")] int _missingInTheOwner; // expect: CAP0301
    [GuardedBy("Door5200")] int _bareType; // expect: CAP0301
    [GuardedBy("Gone()")] int _method; // expect: CAP0301
    [PtGuardedBy("_gat")] readonly List<int> _items = []; // expect: CAP0301
    [GuardedBy("_gate")] int _right;
    [GuardedBy(nameof(_gate))] int _nameof;
    [GuardedBy("_later")] int _declaredLater;
    readonly object _later = new();

    void GoodNothingElseIsReported()
    {
        _typo++;
        _empty++;
        _typoInThePath = _typoAtTheRoot;
        _prose = _trailing + _trailingDot + _expression;
        _arguments = _unknownType + _missingInTheOwner;
        _bareType = _method;
        _items.Add(1);
    }
    void GoodUnderTheLocks()
    {
        lock (_gate)
        {
            _right++;
            _nameof++;
        }
        lock (_later) _declaredLater++;
    }
    void Bad() { _right++; } // expect: CAP0002
}

class Case_5201_contracts_that_do_not_resolve
{
    readonly object _gate = new();
    static readonly object s_gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires("_gat")] void Typo() { } // expect: CAP0301
    [Excludes("_gat")] void TypoInExcludes() { } // expect: CAP0301
    [Requires("dor.Gate")] static void TypoOfTheParameter(Door5200 door) { } // expect: CAP0301
    [Requires(nameof(_gate))] static void InstanceMemberOfAStaticMethod() { } // expect: CAP0301
    [Requires("this")] static void ThisOfAStaticMethod() { } // expect: CAP0301
    [Requires(nameof(_gate), If = "nwo")] void Condition(bool now) { } // expect: CAP0301
    [TryAcquires(true, nameof(_gate), When = "takn")] void Result(out bool taken) => taken = false; // expect: CAP0301
    [AssertsCapability("_gat")] void Assertion() { } // expect: CAP0301
    [ReturnsCapability("_gat")] object Getter() => new object(); // expect: CAP0301

    [Requires("door.Gate")] static void GoodParameter(Door5200 door) { }
    [Requires(nameof(s_gate))] static void GoodStatic() { }
    [Requires("gate")] static void GoodParameterItself(object gate) { }
    [Requires("!_gate")] void GoodNegative() { }

    void GoodNothingElseIsReported(Door5200 door)
    {
        Typo();
        lock (_gate) TypoInExcludes();
        TypoOfTheParameter(door);
        InstanceMemberOfAStaticMethod();
        ThisOfAStaticMethod();
        Condition(true);
        Assertion();
    }
    void GoodCalls(Door5200 door)
    {
        lock (door.Gate) GoodParameter(door);
        lock (s_gate) GoodStatic();
        lock (door) GoodParameterItself(door);
        GoodNegative();
    }
    void BadAssertionsThatAreDroppedAssertNothing()
    {
        Assertion();
        _n++; // expect: CAP0002
    }
}

class Case_5202_one_wrong_name_drops_its_attribute_and_not_the_others
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy("_gat"), GuardedBy(nameof(_gate))] int _n; // expect: CAP0301
    [GuardedBy("_gat", nameof(_other))] int _m; // expect: CAP0301

    [Requires("_gat"), Requires(nameof(_other))] void Touch() { } // expect: CAP0301
    [Requires("_gat"), Excludes(nameof(_gate))] void Flush() { } // expect: CAP0301

    void Good()
    {
        lock (_gate) _n++;
        _m++;
        lock (_other) Touch();
        Flush();
    }
    void BadGuard() { _n++; } // expect: CAP0002
    void BadCall() { Touch(); } // expect: CAP0011
    void BadExcluded()
    {
        lock (_gate)
            Flush(); // expect: CAP0012
    }
}

struct Point5203
{
    public int X;
}
class Case_5203_what_cannot_be_a_capability
{
    readonly object _gate = new();
    readonly int _number = 1;
    readonly string _text = "text";
    readonly Point5203 _point;
    readonly Door5200 _door = new();
    readonly SemaphoreSlim _three = new(3, 3);
    readonly SemaphoreSlim _one = new(1);
    readonly Semaphore _kernel = new(2, 2);
    readonly Semaphore _kernelOne = new(1, 1);
    SpinLock _spin = new();
    static int s_made;
    [GuardedBy(nameof(_number))] int _byNumber; // expect: CAP0302
    [GuardedBy(nameof(_text))] int _byText; // expect: CAP0302
    [GuardedBy(nameof(_point))] int _byStruct; // expect: CAP0302
    [GuardedBy("null")] int _byNull; // expect: CAP0302
    [GuardedBy("_door.Number")] int _byMember; // expect: CAP0302
    [GuardedBy("Make()")] int _byMethodWithEffects; // expect: CAP0302
    [GuardedBy(nameof(_three))] int _byPool; // expect: CAP0302
    [GuardedBy(nameof(_kernel))] int _byKernelPool; // expect: CAP0302
    [GuardedBy(nameof(_gate))] int _byObject;
    [GuardedBy(nameof(_door))] int _byAnyReference;
    [GuardedBy(nameof(_one))] int _byPermit;
    [GuardedBy(nameof(_kernelOne))] int _byKernelPermit;
    [GuardedBy(nameof(_spin))] int _bySpin;
    [GuardedBy("Get()")] int _byGetter;

    object Make()
    {
        s_made++;
        return new object();
    }
    object Get() => _gate;
    [Requires("gate")] static void Use(object gate) { }
    [Requires("text")] static void UseText(string text) { } // expect: CAP0302

    void GoodNothingElseIsReported()
    {
        _byNumber = _byText + _byStruct + _byNull;
        _byMember++;
        _byMethodWithEffects++;
        _byPool = _byKernelPool;
        UseText("text");
    }
    void Good()
    {
        lock (_gate)
        {
            _byObject++;
            _byGetter++;
            Use(_gate);
        }
        lock (_door) _byAnyReference++;
        _one.Wait();
        _byPermit++;
        _one.Release();
        bool taken = false;
        _spin.Enter(ref taken);
        _bySpin++;
        _spin.Exit();
        _kernelOne.WaitOne();
        _byKernelPermit++;
        _kernelOne.Release();
    }
    void BadNull() { Use(null); } // expect: CAP0302
    void BadLiteral() { Use("a literal"); } // expect: CAP0302
    void BadObject() { _byAnyReference++; } // expect: CAP0002
}

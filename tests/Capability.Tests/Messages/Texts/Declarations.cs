class Wrong
{
    private readonly object _gate = new();
    private object /*moved*/_moves = new();
    [GuardedBy("_gats")] private int _typo; // CAP0301: The capability '_gats' cannot be resolved: there is no such name here; did you mean '_gate'?
    [GuardedBy("")] private int _empty; // CAP0301: The capability '' cannot be resolved: it is empty
    [GuardedBy("_gate..x")] private int _noPath; // CAP0301: The capability '_gate..x' cannot be resolved: it is not a name or a path of names
    [GuardedBy(nameof(_count))] private int _byNumber; // CAP0302: '_count' cannot be a capability: a value of type 'int' is no object that a thread can hold
    [GuardedBy("null")] private int _byNull; // CAP0302: 'null' cannot be a capability: it is no object that a thread can hold
    [GuardedBy] private int _byNothing; // CAP0303: [GuardedBy] has no effect here: it names no capability
    [GuardedBy(nameof(_moves))] private int _count; // CAP0304: The guard '_moves' can change: '_moves' is not readonly and is assigned after construction <- moved
    [GuardedBy(nameof(_gate))] private static int s_shared; // CAP0305: 's_shared' is static, but its guard '_gate' belongs to an instance
    [GuardedBy(nameof(_gate))] private const int Constant = 1; // CAP0303: [GuardedBy] has no effect here: a constant never changes

    [Requires] void Mine() { } // CAP0303: [Requires] has no effect here: it names no capability, and 'Wrong' gives it no 'this' that is one

    [Requires(nameof(_gate), nameof(_gate))] void Twice() { } // CAP0307: '_gate' is named twice

    [/*required*/Requires(nameof(_gate)), Excludes(nameof(_gate))] void Both() { } // CAP0307: '_gate' is required and excluded <- required

    [Acquires(nameof(_gate), If = "taken")] void Conditional(bool take) => Monitor.Enter(_gate); // CAP0301: The capability 'taken' cannot be resolved: 'If' names a parameter, and there is none of this name; did you mean 'take'? | CAP0024: '_gate' is still held at the end of 'Conditional'

    void Move() => _moves = new object();
}

class Base
{
    protected readonly object Gate = new();

    [/*nothing*/Excludes("Other")] public virtual void Free() { }

    protected readonly object Other = new();

    public virtual void /*open*/Open() { }
}

class Derived : Base
{
    [Requires(nameof(Gate))] public override void Open() { } // CAP0306: 'Open' needs 'Gate' held exclusively, which 'Base.Open' does not ask for <- open
}

class Handler
{
    private readonly object _gate = new();

    [/*work*/Requires(nameof(_gate))] void Work() { }

    Action Take() => Work; // CAP0306: 'Work' needs '_gate' held exclusively, which the delegate 'Action' does not ask for <- work
}

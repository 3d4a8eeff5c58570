// Cases of fixes of annotations. FixCase.cs says how to read them.

//// case: a misspelt guard in a string
//// fix: CAP0301 Annotation.NearestName
//// title: Change '_gat' to '_gate'
class C
{
    readonly object _gate = new();
    [GuardedBy("_gat")] int _n; // counts
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy("_gate")] int _n; // counts
}

//// case: a misspelt step of a path
//// fix: CAP0301 Annotation.NearestName
class Account
{
    public readonly object Gate = new();
}
class C
{
    readonly Account _account = new();
    [GuardedBy("_account.Gatee")] int _n;
}
//// becomes
class Account
{
    public readonly object Gate = new();
}
class C
{
    readonly Account _account = new();
    [GuardedBy("_account.Gate")] int _n;
}

//// case: a misspelt negative requirement in a list
//// fix: CAP0301 Annotation.NearestName
class C
{
    readonly object _gate = new(), _other = new();
    [Requires("_other", @"!_gatte")] void M() { }
}
//// becomes
class C
{
    readonly object _gate = new(), _other = new();
    [Requires("_other", @"!_gate")] void M() { }
}

//// case: a misspelt condition
//// fix: CAP0301 Annotation.NearestName
class C
{
    readonly object _gate = new();
    [Requires(nameof(_gate), If = "!opend")] void M(bool open) { }
}
//// becomes
class C
{
    readonly object _gate = new();
    [Requires(nameof(_gate), If = "!open")] void M(bool open) { }
}

//// case: a misspelt static member of an owner
//// fix: CAP0301 Annotation.NearestName
static class Global
{
    public static readonly object Gate = new();
}
class C
{
    [GuardedBy(typeof(Global), "Gatee")] int _n;
}
//// becomes
static class Global
{
    public static readonly object Gate = new();
}
class C
{
    [GuardedBy(typeof(Global), "Gate")] int _n;
}

//// case: all misspelt names of a file
//// fix all: CAP0301 Annotation.NearestName
class C
{
    readonly object _gate = new();
    [GuardedBy("_gat")] int _n;
    [GuardedBy("_gaate")] int _m;
    [Requires("_gat", "_gatee")] void M() { }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy("_gate")] int _n;
    [GuardedBy("_gate")] int _m;
    [Requires("_gate", "_gate")] void M() { }
}

//// case: nothing is near
//// fix: CAP0301 Annotation.NearestName
class C
{
    readonly object _gate = new();
    [GuardedBy("something")] int _n;
}
//// not offered

//// case: a constant of another place is not ours to change
//// fix: CAP0301 Annotation.NearestName
static class Names
{
    public const string Gate = "_gat";
}
class C
{
    readonly object _gate = new();
    [GuardedBy(Names.Gate)] int _n;
}
//// not offered

//// case: of two places with the name, which one is wrong is not known
//// fix: CAP0301 Annotation.NearestName
class Node
{
    public readonly object Gate = new();
}
class C
{
    readonly Node Gatte = new();
    [GuardedBy("Gatte.Gatte")] int _n;
}
//// not offered

//// case: a lock that is replaced keeps its object
//// fix: CAP0304 Annotation.FixedGuard
//// title: Make the guard '_gate' readonly, and keep the lock it has
class C
{
    // the lock
    object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public void Reset()
    {
        lock (_gate)
            _n = 0;
        // a new one
        _gate = new object();
    }
}
//// becomes
class C
{
    // the lock
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public void Reset()
    {
        lock (_gate)
            _n = 0;
        // a new one
    }
}

//// case: a lock that is made when somebody needs it is made at once
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    private object _gate;
    [GuardedBy(nameof(_gate))] int _n;

    public void M()
    {
        if (_gate == null)
            Interlocked.CompareExchange(ref _gate, new object(), null);
        lock (_gate)
            _n++;
    }

    object SyncRoot => _gate;
}
//// becomes
class C
{
    private readonly object _gate = new object();
    [GuardedBy(nameof(_gate))] int _n;

    public void M()
    {
        lock (_gate)
            _n++;
    }

    object SyncRoot => _gate;
}

//// case: a lock that is made in an expression
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    object _gate;
    [GuardedBy(nameof(_gate))] int _n;

    object Gate()
    {
        return _gate ?? (_gate = new object());
    }
    object Other()
    {
        return _gate ??= new();
    }
}
//// becomes
class C
{
    readonly object _gate = new object();
    [GuardedBy(nameof(_gate))] int _n;

    object Gate()
    {
        return _gate;
    }
    object Other()
    {
        return _gate;
    }
}

//// case: a property loses its setter
//// fix: CAP0304 Annotation.FixedGuard
//// title: Make the guard 'Gate' get-only, and keep the lock it has
class C
{
    public object Gate { get; private set; } = new();
    [GuardedBy(nameof(Gate))] int _n;

    public void Reset()
    {
        Gate = new();
    }
}
//// becomes
class C
{
    public object Gate { get; } = new();
    [GuardedBy(nameof(Gate))] int _n;

    public void Reset()
    {
    }
}

//// case: a property that object initializers set
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    public object Gate { get; set; } = new();
    [GuardedBy(nameof(Gate))] int _n;

    static C Make(object gate) => new C { Gate = gate };
    void Reset()
    {
        Gate = new();
    }
}
//// becomes
class C
{
    public object Gate { get; init; } = new();
    [GuardedBy(nameof(Gate))] int _n;

    static C Make(object gate) => new C { Gate = gate };
    void Reset()
    {
    }
}

//// case: every constructor makes the lock
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    Lock _gate;
    [GuardedBy(nameof(_gate))] int _n;

    C() { _gate = new(); }
    C(int n) : this() { }
    void Reset() { _gate = new Lock(); _n = 0; }
}
//// becomes
class C
{
    readonly Lock _gate;
    [GuardedBy(nameof(_gate))] int _n;

    C() { _gate = new(); }
    C(int n) : this() { }
    void Reset() { _n = 0; }
}

//// case: a constructor that makes no lock
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    object _gate;
    [GuardedBy(nameof(_gate))] int _n;

    C() { _gate = new(); }
    C(int n) { }
    void Reset() { _gate = new(); }
}
//// not offered

//// case: a lock that somebody else gives
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Share(object gate) { _gate = gate; }
}
//// not offered

//// case: the owner of a lock has more than a lock
//// fix: CAP0304 Annotation.FixedGuard
class Account
{
    public readonly object Gate = new();
    public int Number;
}
class C
{
    Account _account = new();
    [GuardedBy("_account.Gate")] int _n;

    void Reset() { _account = new(); }
}
//// not offered

//// case: a lock that goes by reference
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Reset() { Make(ref _gate); }
    static void Make(ref object gate) { gate = new(); }
}
//// not offered

//// case: two fields in one declaration
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    object _gate = new(), _other = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Reset() { _gate = new(); }
}
//// not offered

//// case: a replacement that depends on something
//// fix: CAP0304 Annotation.FixedGuard
class C
{
    object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Reset(bool b) { if (b) _gate = new(); }
}
//// not offered

//// case: in all projects that compile the file
//// fix all: CAP0304 Annotation.FixedGuard
//// linked
class C
{
    object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Reset()
    {
        _gate = new();
    }
#if SECOND
    void Second()
    {
        _gate = new();
    }
#endif
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Reset()
    {
    }
#if SECOND
    void Second()
    {
    }
#endif
}

//// case: an override asks for what callers were not told
//// fix: CAP0306 Contract.Inherited
//// title: Copy the contract of 'Tape.Eject'
abstract class Tape
{
    protected readonly object Media = new(), Case = new();
    [Requires(nameof(Media))] public abstract void Eject();
}
class Reel : Tape
{
    [Requires(nameof(Case))]
    public override void Eject() { }
}
//// becomes
abstract class Tape
{
    protected readonly object Media = new(), Case = new();
    [Requires(nameof(Media))] public abstract void Eject();
}
class Reel : Tape
{
    [Requires(nameof(Media))]
    public override void Eject() { }
}

//// case: a parameter has another name in the base
//// fix: CAP0306 Contract.Inherited
class Account
{
    public readonly object Gate = new(), Audit = new();
}
interface IPoster
{
    [Requires("account.Gate")] void Post(Account account);
}
class Poster : IPoster
{
    [Requires("target.Audit")] public void Post(Account target) { }
}
//// becomes
class Account
{
    public readonly object Gate = new(), Audit = new();
}
interface IPoster
{
    [Requires("account.Gate")] void Post(Account account);
}
class Poster : IPoster
{
    [Requires("target.Gate")] public void Post(Account target) { }
}

//// case: the base has no contract, and the body needs none
//// fix: CAP0306 Contract.Inherited
//// title: Leave the contract to 'Tape.Eject', which has none of this kind
abstract class Tape
{
    protected readonly object Media = new();
    public abstract void Eject();
}
class Reel : Tape
{
    // out
    [Requires(nameof(Media))]
    public override void Eject() { }
}
//// becomes
abstract class Tape
{
    protected readonly object Media = new();
    public abstract void Eject();
}
class Reel : Tape
{
    // out
    public override void Eject() { }
}

//// case: the body needs what it states
//// fix: CAP0306 Contract.Inherited
abstract class Tape
{
    protected readonly object Media = new();
    public abstract void Eject();
}
class Reel : Tape
{
    [GuardedBy(nameof(Media))] int _length;
    [Requires(nameof(Media))] public override void Eject() => _length = 0;
}
//// not offered

//// case: an abstract override that promises something else
//// fix: CAP0306 Contract.Inherited
abstract class Gate
{
    protected readonly ReaderWriterLockSlim Rw = new();
    [Acquires(nameof(Rw))] public abstract void Enter();
}
abstract class ReadGate : Gate
{
    [AcquiresShared(nameof(Rw)), Excludes(nameof(Rw))] public abstract override void Enter();
}
//// becomes
abstract class Gate
{
    protected readonly ReaderWriterLockSlim Rw = new();
    [Acquires(nameof(Rw))] public abstract void Enter();
}
abstract class ReadGate : Gate
{
    [Acquires(nameof(Rw)), Excludes(nameof(Rw))] public abstract override void Enter();
}

//// case: a delegate of the type gets the contract of what it is made of
//// fix: CAP0306 Contract.Inherited
//// title: Declare the contract of 'Rewind' on '_later'
class Reel
{
    readonly object _media = new();
    [GuardedBy(nameof(_media))] int _length;
    Action _later;

    [Requires(nameof(_media))]
    void Rewind() => _length = 0;

    public void Schedule()
    {
        _later = Rewind;
    }
}
//// becomes
class Reel
{
    readonly object _media = new();
    [GuardedBy(nameof(_media))] int _length;
    [Requires(nameof(_media))]
    Action _later;

    [Requires(nameof(_media))]
    void Rewind() => _length = 0;

    public void Schedule()
    {
        _later = Rewind;
    }
}

//// case: a contract about a parameter means nothing on the delegate
//// fix: CAP0306 Contract.Inherited
class Account
{
    public readonly object Gate = new();
}
class Reel
{
    Action<Account> _later;

    [Requires("account.Gate")]
    void Rewind(Account account) { }

    public void Schedule()
    {
        _later = Rewind;
    }
}
//// not offered

//// case: a delegate of nobody's type cannot say it
//// fix: CAP0306 Contract.Inherited
class Reel
{
    readonly object _media = new();

    [Requires(nameof(_media))]
    void Rewind() { }

    public Action Schedule()
    {
        return Rewind;
    }
}
//// not offered

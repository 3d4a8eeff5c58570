// Cases of refactorings. FixCase.cs says how to read them.

//// case: a string becomes nameof
//// refactor: Nameof
//// title: Write 'nameof(_gate)'
class C
{
    readonly object _gate = new();
    [GuardedBy("$$_gate")] int _n;
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
}

//// case: one string of several
//// refactor: Nameof
class C
{
    readonly object _gate = new(), _other = new();
    [Requires("_gate", "$$_other")] void M() { }
}
//// becomes
class C
{
    readonly object _gate = new(), _other = new();
    [Requires("_gate", nameof(_other))] void M() { }
}

//// case: a path from C# 12 on
//// refactor: Nameof
//// language: 12
class Account
{
    public readonly object Gate = new();
}
class C
{
    readonly Account _account = new();
    [GuardedBy("$$_account.Gate")] int _n;
}
//// becomes
class Account
{
    public readonly object Gate = new();
}
class C
{
    readonly Account _account = new();
    [GuardedBy(nameof(_account.Gate))] int _n;
}

//// case: a path before C# 12
//// refactor: Nameof
//// language: 11
class Account
{
    public readonly object Gate = new();
}
class C
{
    readonly Account _account = new();
    [GuardedBy("$$_account.Gate")] int _n;
}
//// not offered

//// case: metadata would keep the last name only
//// refactor: Nameof
public class Account
{
    public readonly object Gate = new();
}
public class C
{
    public readonly Account Account = new();
    [GuardedBy("$$Account.Gate")] public int N;
}
//// not offered

//// case: a parameter from C# 11 on
//// refactor: Nameof
//// language: 11
class C
{
    [Requires("$$gate")] void M(object gate) { }
}
//// becomes
class C
{
    [Requires(nameof(gate))] void M(object gate) { }
}

//// case: a parameter before C# 11
//// refactor: Nameof
//// language: 10
class C
{
    [Requires("$$gate")] void M(object gate) { }
}
//// not offered

//// case: the static member of an owner is written with it
//// refactor: Nameof
static class Global
{
    public static readonly object Gate = new();
}
class C
{
    [GuardedBy(typeof(Global), "$$Gate")] int _n;
}
//// becomes
static class Global
{
    public static readonly object Gate = new();
}
class C
{
    [GuardedBy(typeof(Global), nameof(Global.Gate))] int _n;
}

//// case: the flag of published data
//// refactor: Nameof
class C
{
    int _data;
    volatile bool _ready;
    [PublishedBy("$$_ready")] int _n;
}
//// becomes
class C
{
    int _data;
    volatile bool _ready;
    [PublishedBy(nameof(_ready))] int _n;
}

//// case: a negative requirement is no name
//// refactor: Nameof
class C
{
    readonly object _gate = new();
    [Requires("$$!_gate")] void M() { }
}
//// not offered

//// case: an element is no name
//// refactor: Nameof
class C
{
    readonly object[] _gates = [new()];
    [GuardedBy("$$_gates[0]")] int _n;
}
//// not offered

//// case: a reason is no name
//// refactor: Nameof
class C
{
    int statistics;
    [DataRacy("$$statistics")] int _n;
}
//// not offered

//// case: a name that means nothing
//// refactor: Nameof
class C
{
    readonly object _gate = new();
    [GuardedBy("$$_gat")] int _n;
}
//// not offered

//// case: an attribute of somebody else
//// refactor: Nameof
class C
{
    readonly object _gate = new();
    [Obsolete("$$_gate")] int _n;
}
//// not offered

//// case: a string in code
//// refactor: Nameof
class C
{
    readonly object _gate = new();
    string M() => "$$_gate";
}
//// not offered

//// case: a field gets its guard
//// refactor: GuardField
//// title: Guard '_n' by '_gate'
class C
{
    readonly object _gate = new();

    /// Counts.
    int $$_n;
}
//// becomes
class C
{
    readonly object _gate = new();

    /// Counts.
    [GuardedBy(nameof(_gate))]
    int _n;
}

//// case: the lock under which the field is used comes first
//// refactor: GuardField
class C
{
    readonly object _a = new();
    readonly Lock _b = new();
    int $$_n;

    void M() { lock (_b) _n++; }
}
//// becomes
class C
{
    readonly object _a = new();
    readonly Lock _b = new();
    [GuardedBy(nameof(_b))]
    int _n;

    void M() { lock (_b) _n++; }
}

//// case: another lock than the likeliest
//// refactor: GuardField
//// title: Guard '_n', '_m' by '_a'
class C
{
    readonly object _a = new();
    readonly Lock _b = new();
    int _n, $$_m;

    void M() { lock (_b) _n++; }
}
//// becomes
class C
{
    readonly object _a = new();
    readonly Lock _b = new();
    [GuardedBy(nameof(_a))]
    int _n, _m;

    void M() { lock (_b) _n++; }
}

//// case: a property
//// refactor: GuardField
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    public int $$N { get; set; }
}
//// becomes
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))]
    public int N { get; set; }
}

//// case: the lock of a base
//// refactor: GuardField
class B
{
    protected readonly object Gate = new();
}
class C : B
{
    int $$_n;
}
//// becomes
class B
{
    protected readonly object Gate = new();
}
class C : B
{
    [GuardedBy(nameof(Gate))]
    int _n;
}

//// case: a type that has no lock gets one
//// refactor: GuardField
//// title: Guard '_n' by a new lock '_gate'
//// language: 12
class C
{
    /// The name.
    readonly string _name = "";

    int $$_n;
}
//// becomes
class C
{
    private readonly object _gate = new();
    /// The name.
    readonly string _name = "";

    [GuardedBy(nameof(_gate))]
    int _n;
}

//// case: the lock type where the language has it
//// refactor: GuardField
class C
{
    static int $$_n;
}
//// becomes
class C
{
    private static readonly Lock s_gate = new();
    [GuardedBy(nameof(s_gate))]
    static int _n;
}

//// case: the namespace is imported
//// refactor: GuardField
//// no usings
class C
{
    readonly object _gate = new object();
    int $$_n;
}
//// becomes
using Capability;

class C
{
    readonly object _gate = new object();
    [GuardedBy(nameof(_gate))]
    int _n;
}

//// case: static state is not guarded by a lock of an object
//// refactor: GuardField
//// title: Guard '_n' by '_gate'
class C
{
    readonly object _gate = new();
    static int $$_n;
}
//// not offered

//// case: a lock that may be replaced is no guard
//// refactor: GuardField
//// title: Guard '_n' by '_gate'
class C
{
    object _gate = new();
    int $$_n;
}
//// not offered

//// case: state that has a discipline
//// refactor: GuardField
class C
{
    readonly object _gate = new();
    [Atomic] int $$_n;
}
//// not offered

//// case: a constant
//// refactor: GuardField
class C
{
    readonly object _gate = new();
    const int $$N = 1;
}
//// not offered

//// case: a value that never changes
//// refactor: GuardField
class C
{
    readonly object _gate = new();
    readonly int $$_n = 1;
}
//// not offered

//// case: a lock guards nothing of itself
//// refactor: GuardField
class C
{
    readonly object _other = new();
    readonly Lock $$_gate = new();
}
//// not offered

//// case: a computed property
//// refactor: GuardField
class C
{
    readonly object _gate = new();
    int $$N => 1;
}
//// not offered

//// case: a member of an interface
//// refactor: GuardField
interface I
{
    int $$N { get; set; }
}
//// not offered

//// case: a comment becomes a contract
//// refactor: GuardComment
//// title: Declare [GuardedBy] instead of the comment
class C
{
    readonly object _gate = new();

    /// <summary>Guarded by <see cref="_gate"/>.</summary>
    int $$_n;
}
//// becomes
class C
{
    readonly object _gate = new();

    [GuardedBy(nameof(_gate))]
    int _n;
}

//// case: what else the comment says stays
//// refactor: GuardComment
class C
{
    readonly object _gate = new();

    /// <summary>
    /// How many there are. Guarded by <see cref="_gate"/>.
    /// </summary>
    /// <remarks>Never negative.</remarks>
    private int $$_n;
}
//// becomes
class C
{
    readonly object _gate = new();

    /// <summary>
    /// How many there are.
    /// </summary>
    /// <remarks>Never negative.</remarks>
    [GuardedBy(nameof(_gate))]
    private int _n;
}

//// case: with the cursor in the comment
//// refactor: GuardComment
class C
{
    readonly object _gate = new();

    /// Guarded by the lock <see cref="$$_gate" />
    int _n;
}
//// becomes
class C
{
    readonly object _gate = new();

    [GuardedBy(nameof(_gate))]
    int _n;
}

//// case: a static lock of another type
//// refactor: GuardComment
static class Global
{
    public static readonly object Gate = new();
}
class C
{
    /// Guarded by <see cref="Global.Gate"/>
    int $$_n;
}
//// becomes
static class Global
{
    public static readonly object Gate = new();
}
class C
{
    [GuardedBy(typeof(Global), nameof(Global.Gate))]
    int _n;
}

//// case: the comment speaks of something that is no lock
//// refactor: GuardComment
class C
{
    int _other;

    /// Guarded by <see cref="_other"/>
    int $$_n;
}
//// not offered

//// case: the comment names a lock for another reason
//// refactor: GuardComment
class C
{
    readonly object _gate = new();

    /// See also <see cref="_gate"/>
    int $$_n;
}
//// not offered

//// case: the state has its guard already
//// refactor: GuardComment
class C
{
    readonly object _gate = new();

    /// Guarded by <see cref="_gate"/>
    [GuardedBy(nameof(_gate))] int $$_n;
}
//// not offered

//// case: a comment on a method is no guard
//// refactor: GuardComment
class C
{
    readonly object _gate = new();

    /// Guarded by <see cref="_gate"/>
    void $$M() { }
}
//// not offered

// Cases of adding contracts, and of marking deliberate races. FixCase.cs says how to read them.

//// case: callers hold it exclusively
//// fix: CAP0002 Contract.Requires
//// title: Require callers of 'M' to hold '_gate'
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    /// Counts.
    void M()
    {
        _n++;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    /// Counts.
    [Requires(nameof(_gate))]
    void M()
    {
        _n++;
    }
}

//// case: callers hold it shared
//// fix: CAP0001 Contract.Requires
//// title: Require callers of 'M' to hold '_rw' shared
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    int M() => _n;
}
//// becomes
class C
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;

    [RequiresShared(nameof(_rw))]
    int M() => _n;
}

//// case: the namespace is imported
//// fix: CAP0002 Contract.Requires
//// no usings
// A file header.

using System;
using Other;

class C
{
    readonly object _gate = new();
    [Capability.GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n++;
    }
}

namespace Other { }
//// becomes
// A file header.

using System;
using Capability;
using Other;

class C
{
    readonly object _gate = new();
    [Capability.GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))]
    void M()
    {
        _n++;
    }
}

namespace Other { }

//// case: a file without using directives
//// fix: CAP0002 Contract.Requires
//// no usings
// A file header.

// About C.
class C
{
    readonly object _gate = new object();
    [Capability.GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n++;
    }
}
//// becomes
// A file header.

using Capability;

// About C.
class C
{
    readonly object _gate = new object();
    [Capability.GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))]
    void M()
    {
        _n++;
    }
}

//// case: the lock of a parameter
//// fix: CAP0002 Contract.Requires
class Account
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Balance;
}
class C
{
    void M(Account account)
    {
        account.Balance++;
    }
}
//// becomes
class Account
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Balance;
}
class C
{
    [Requires("account.Gate")]
    void M(Account account)
    {
        account.Balance++;
    }
}

//// case: an accessor
//// fix: CAP0001 Contract.Requires
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int Count
    {
        get
        {
            return _n;
        }
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    int Count
    {
        [Requires(nameof(_gate))]
        get
        {
            return _n;
        }
    }
}

//// case: a public member has callers that nobody knows
//// fix: CAP0002 Contract.Requires
public class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public void M()
    {
        _n++;
    }
}
//// not offered

//// case: a local of the body cannot be named
//// fix: CAP0002 Contract.Requires
class Account
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Balance;
}
class C
{
    static Account Find() => null;
    void M()
    {
        var account = Find();
        account.Balance++;
    }
}
//// not offered

//// case: a method that becomes a delegate
//// fix: CAP0002 Contract.Requires
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    Action Handler => M;
    void M()
    {
        _n++;
    }
}
//// not offered

//// case: a lambda runs when nobody knows
//// fix: CAP0002 Contract.Requires
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    Action M() => () => _n++;
}
//// not offered

//// case: all that one member lacks is one contract for each capability
//// fix all: CAP0002 Contract.Requires
class C
{
    readonly object _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _o;

    void M()
    {
        _n++;
        _o++;
        _n--;
    }
}
//// becomes
class C
{
    readonly object _a = new(), _b = new();
    [GuardedBy(nameof(_a))] int _n;
    [GuardedBy(nameof(_b))] int _o;

    [Requires(nameof(_a))]
    [Requires(nameof(_b))]
    void M()
    {
        _n++;
        _o++;
        _n--;
    }
}

//// case: callers are asked in turn, up to where it is met
//// fix all: CAP0002 Contract.Requires
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Bump() => _n++;
    void Twice()
    {
        Bump();
        Bump();
    }
    public void All() { lock (_gate) Twice(); }
    public void More() => Twice();
    IEnumerable<int> Later() { Twice(); yield return 1; }
    void Known() => Told();
    [Requires(nameof(_gate))] void Told() { }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    [Requires(nameof(_gate))]
    void Bump() => _n++;
    [Requires(nameof(_gate))]
    void Twice()
    {
        Bump();
        Bump();
    }
    public void All() { lock (_gate) Twice(); }
    [Requires(nameof(_gate))]
    public void More() => Twice();
    IEnumerable<int> Later() { Twice(); yield return 1; }
    void Known() => Told();
    [Requires(nameof(_gate))] void Told() { }
}

//// case: a deliberate race of a read
//// fix: CAP0001 DataRace
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public override string ToString() => "about " + _n;
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    public override string ToString() => "about " + DataRace.Allow(_n, "TODO: say why this race is harmless");
}

//// case: a deliberate race of a write
//// fix: CAP0002 DataRace
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        _n++;
    }
}
//// becomes
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void M()
    {
        DataRace.Allow(_n++, "TODO: say why this race is harmless");
    }
}

//// case: a value that tears is no race to allow
//// fix: CAP0001 DataRace
class C
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] decimal _n;

    decimal M() => _n;
}
//// not offered

//// case: a call without a value
//// fix: CAP0004 DataRace
class C
{
    readonly object _gate = new();
    [PtGuardedBy(nameof(_gate))] readonly List<int> _list = new();

    void M()
    {
        _list.Clear();
    }
}
//// not offered

//// case: absence that is excluded
//// fix: CAP0013 Contract.Excludes
//// enable: CAP0013
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    void M()
    {
        _one.Wait();
        _n++;
        _one.Release();
    }
}
//// becomes
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    [Excludes(nameof(_one))]
    void M()
    {
        _one.Wait();
        _n++;
        _one.Release();
    }
}

//// case: absence that callers must know
//// fix: CAP0013 Contract.RequiresAbsence
//// enable: CAP0013
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    void M()
    {
        _one.Wait();
        _n++;
        _one.Release();
    }
}
//// becomes
class C
{
    readonly SemaphoreSlim _one = new(1, 1);
    [GuardedBy(nameof(_one))] int _n;

    [Requires("!_one")]
    void M()
    {
        _one.Wait();
        _n++;
        _one.Release();
    }
}

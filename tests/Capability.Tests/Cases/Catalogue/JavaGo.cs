// library: Guards.library.cs
// Situations of the test suites of Error Prone, the Checker Framework and checklocks that have no case in another file.
#nullable disable

namespace Places9200
{
    static class Locks
    {
        public static readonly object Gate = new();
        public static object GetGate() => Gate;
        public readonly record struct Nested(int N)
        {
            public static readonly object Inner = new();
        }
    }
}
sealed class Node9200
{
    public readonly object Gate = new();
    public readonly Node9200 Inner;
    public Node9200 GetInner() => Inner;
    public object GetGate() => Gate;
}
class Case_9200_names_that_bind
{
    readonly Node9200 _root = new();
    [GuardedBy("_root.GetInner().Inner.GetGate()")] int _chain;
    [GuardedBy("Places9200.Locks.Gate")] int _qualified;
    [GuardedBy("Places9200.Locks.GetGate()")] int _call;
    [GuardedBy("Places9200.Locks.Nested.Inner")] int _nested;
    [GuardedBy(typeof(Places9200.Locks.Nested), nameof(Places9200.Locks.Nested.Inner))] int _owned;

    void GoodChain() { lock (_root.GetInner().Inner.GetGate()) _chain++; }
    void GoodChainByFields() { lock (_root.Inner.Inner.Gate) _chain++; }
    void GoodQualified() { lock (Places9200.Locks.Gate) _qualified++; }
    void GoodCall() { lock (Places9200.Locks.GetGate()) _call++; }
    void GoodCallIsTheField() { lock (Places9200.Locks.Gate) _call++; }
    void GoodNested() { lock (Places9200.Locks.Nested.Inner) _nested++; }
    void GoodOwned() { lock (Places9200.Locks.Nested.Inner) _owned++; }
    void BadChain() { lock (_root.GetInner().GetGate()) _chain++; } // expect: CAP0002
    void BadQualified() { lock (Places9200.Locks.Nested.Inner) _qualified++; } // expect: CAP0002
    void BadCall() => _call++; // expect: CAP0002
    void BadNested() { lock (Places9200.Locks.Gate) _nested++; } // expect: CAP0002
    void BadOwned() => _owned++; // expect: CAP0002
}
class Case_9201_names_that_do_not_bind
{
    readonly object _gate = new();
    readonly int _number = 1;
    static readonly Dictionary<string, object> s_map = new();
    object Pick(int i) => i == 0 ? _gate : this;
    [GuardedBy("Case_9201_names_that_do_not_bind._gate")] int _instanceByType; // expect: CAP0301
    [GuardedBy("Case_9201_names_that_do_not_bind.Pick()")] int _methodByType; // expect: CAP0301
    [GuardedBy("Nowhere.Gate")] int _unknownType; // expect: CAP0301
    [GuardedBy("Node9200")] int _bareType; // expect: CAP0301
    [GuardedBy("this thread")] int _freeText; // expect: CAP0301
    [GuardedBy("_gate)")] int _trailing; // expect: CAP0301
    [GuardedBy("Gone()")] int _noMethod; // expect: CAP0301
    [GuardedBy("_gate.Lock")] int _noMember; // expect: CAP0301
    [GuardedBy("_number.Gate")] int _throughANumber; // expect: CAP0301
    [GuardedBy("_number == 0 ? _gate : this")] int _conditional; // expect: CAP0301
    [GuardedBy("Pick(0)")] int _arguments; // expect: CAP0301
    [Requires("return")] object NoResultYet() => _gate; // expect: CAP0301
    [Requires("i")] static void NoSuchLocal() // expect: CAP0301
    {
        int i = 0;
        Console.WriteLine(i);
    }
    sealed class Nested
    {
        [GuardedBy("_gate")] int _outers; // expect: CAP0301
        [Requires("_gaet")] void Typo() { } // expect: CAP0301
        void GoodNothingElse() => _outers++;
    }
    void GoodNothingElse() => _freeText = _trailing + _noMethod + _noMember + _bareType;
    void GoodNothingElseEither() => _instanceByType = _methodByType + _unknownType + _throughANumber + _conditional + _arguments;
}
class Color9202
{
    public static readonly object Shared = new();
    public readonly object Own = new();
}
class Case_9202_a_field_and_a_type_of_one_name
{
    readonly Color9202 Color9202 = new();
    [GuardedBy("Color9202.Shared")] int _static;
    [GuardedBy("Color9202.Own")] int _own;
    [GuardedBy("Color9202")] int _field;
    [GuardedBy(typeof(Color9202))] int _type;

    void GoodStatic() { lock (Color9202.Shared) _static++; }
    void GoodOwn() { lock (Color9202.Own) _own++; }
    void GoodField() { lock (Color9202) _field++; }
    void GoodType() { lock (typeof(Color9202)) _type++; }
    void BadStatic() { lock (Color9202.Own) _static++; } // expect: CAP0002
    void BadOwn() { lock (Color9202.Shared) _own++; } // expect: CAP0002
    void BadField() { lock (typeof(Color9202)) _field++; } // expect: CAP0002
    void BadType() { lock (Color9202) _type++; } // expect: CAP0002
}
class Base9203
{
    private readonly object _private = new();
    [GuardedBy(nameof(_private))] protected int Count;
    protected void Locked() { lock (_private) Count++; }
    [MethodImpl(MethodImplOptions.Synchronized)] protected static void Static() { }
}
class Case_9203_keys_and_hidden_names : Base9203
{
    readonly Dictionary<string, object> _locks = new() { ["a[0](\"b)"] = new(), ["c"] = new() };
    [GuardedBy("_locks[\"a[0](\\\"b)\"]")] int _keyed;
    [GuardedBy(typeof(Base9203))] static int s_ofTheBase;
    [GuardedBy(typeof(Case_9203_keys_and_hidden_names))] static int s_own;

    void GoodKeyed() { lock (_locks["a[0](\"b)"]) _keyed++; }
    void BadKeyed() { lock (_locks["c"]) _keyed++; } // expect: CAP0002
    void GoodThroughTheBase() => Locked();
    void BadHidden() => Count++; // expect: CAP0002
    [MethodImpl(MethodImplOptions.Synchronized)] static void GoodOwnType() => s_own++;
    [MethodImpl(MethodImplOptions.Synchronized)] static void BadDerivedType() => s_ofTheBase++; // expect: CAP0002
}
class Case_9204_other_assemblies
{
    readonly Catalogue.Box<string> _box = new();
    [GuardedBy(typeof(Catalogue.Globals), nameof(Catalogue.Globals.Gate))] int _n;

    void GoodGlobal() { lock (Catalogue.Globals.Gate) Catalogue.Globals.Count++; }
    void GoodCall() { lock (Catalogue.Globals.Gate) Catalogue.Globals.Bump(); }
    void GoodOwn() { lock (Catalogue.Globals.Gate) _n++; }
    void GoodBox() { lock (_box.Gate) _box.Value = ""; }
    void BadGlobal() => Catalogue.Globals.Count++; // expect: CAP0002
    void BadCall() => Catalogue.Globals.Bump(); // expect: CAP0011
    void BadOwn() => _n++; // expect: CAP0002
    void BadBox(Catalogue.Box<string> other) { lock (other.Gate) _box.Value = ""; } // expect: CAP0002
}
class Case_9205_scopes_receivers_and_nested_types
{
    readonly object _gate = new();
    static readonly object s_gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(s_gate))] static int s_n;

    void GoodUnrelatedScopeUnderTheLock(IDisposable unrelated) { lock (_gate) using (unrelated) _n++; }
    void BadUnrelatedScope(IDisposable unrelated) { using (unrelated) _n++; } // expect: CAP0002
    void BadInItsCatchAndFinally(IDisposable unrelated)
    {
        try { using var scope = unrelated; }
        catch (InvalidOperationException) { _n++; } // expect: CAP0002
        finally { Console.WriteLine(_n); } // expect: CAP0001
    }
    void BadTypeOfTheObject() { lock (GetType()) _n++; } // expect: CAP0002

    sealed class Nested(Case_9205_scopes_receivers_and_nested_types outer)
    {
        void GoodOuter() { lock (outer._gate) outer._n++; }
        void GoodStatic() { lock (s_gate) s_n++; }
        void BadStatic() { lock (outer._gate) s_n++; } // expect: CAP0002
        [MethodImpl(MethodImplOptions.Synchronized)] void BadSynchronized() => outer._n++; // expect: CAP0002
    }
    void GoodSuppressed()
    {
#pragma warning disable CAP0002 // the only thread so far
        _n++;
#pragma warning restore CAP0002
    }
    [SuppressMessage("Capability.Guards", "CAP0002", Justification = "the only thread so far")]
    void GoodSuppressedMember() => _n++;
}
class Case_9206_constructors_and_lambdas
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;
    volatile int _v;

    public Case_9206_constructors_and_lambdas()
    {
        _n = 1;
        lock (_other) _n = 2;
        Action later = () => _n = 3; // expect: CAP0002
        later();
        GoodHelper();
    }
    void GoodHelper() { lock (_gate) _n = 4; }
    void GoodReads() { Action read = () => Console.WriteLine(_v); read(); }
    void GoodInterlocked() => Task.Run(() => Interlocked.Increment(ref _v));
    void BadUpdate() => Task.Run(() => _v++); // expect: CAP0103
}

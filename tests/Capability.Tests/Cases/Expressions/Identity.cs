// One object under many names, and many objects under one name: what a reader takes for the same lock and what is not.

class Base5020
{
    public readonly object Gate = new();
    public virtual object Sync => Gate;
    [GuardedBy(nameof(Gate))] public int BaseState;
    public sealed class Other { public readonly object Gate = new(); }
}
class Middle5020 : Base5020 { }
class Case_5020_a_lock_of_a_base_class : Middle5020
{
    [GuardedBy(nameof(Gate))] int _n;
    [GuardedBy("base.Gate")] int _m;

    void Good(Case_5020_a_lock_of_a_base_class other)
    {
        lock (Gate) { _n++; _m++; BaseState++; }
        lock (base.Gate) { _n++; BaseState++; }
        lock (((Base5020)this).Gate) _n++;
        lock (other.Gate) other._n++;
        lock (((Middle5020)other).Sync) other.BaseState++;
    }
    void BadOther(Case_5020_a_lock_of_a_base_class other)
    {
        lock (other.Gate)
            _n++; // expect: CAP0002
    }
    void BadNamesake(Base5020.Other other)
    {
        lock (other.Gate)
            _n++; // expect: CAP0002
    }
}

class Hidden5021
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Old;
}
class Case_5021_a_member_that_hides_another : Hidden5021
{
    public new readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int _n;

    void Good()
    {
        lock (Gate) _n++;
        lock (base.Gate) Old++;
        lock (((Hidden5021)this).Gate) Old++;
    }
    void BadBase()
    {
        lock (base.Gate)
            _n++; // expect: CAP0002
    }
    void BadOwn()
    {
        lock (Gate)
            Old++; // expect: CAP0002
    }
    static void BadThroughTheBase(Case_5021_a_member_that_hides_another other)
    {
        Hidden5021 same = other;
        lock (same.Gate)
            other._n++; // expect: CAP0002
    }
}

class Generic5022<T>
{
    public static readonly object Gate = new();
    public readonly object Own = new();
    [GuardedBy(nameof(Gate))] public static int Shared;
    [GuardedBy(nameof(Own))] public int State;
}
class Case_5022_constructions_have_statics_of_their_own
{
    static void Good(Generic5022<int> box)
    {
        lock (Generic5022<int>.Gate) Generic5022<int>.Shared++;
        lock (box.Own) box.State++;
    }
    static void GoodInside<T>(Generic5022<T> box)
    {
        lock (Generic5022<T>.Gate) Generic5022<T>.Shared++;
        lock (box.Own) box.State++;
    }
    static void Bad()
    {
        lock (Generic5022<int>.Gate)
            Generic5022<string>.Shared++; // expect: CAP0002
    }
    static void BadInside<T, U>()
    {
        lock (Generic5022<T>.Gate)
            Generic5022<U>.Shared++; // expect: CAP0002
    }
}

class Case_5023_getters_with_arguments
{
    readonly object[] _stripes = [new(), new(), new()];
    readonly object _gate = new();
    [GuardedBy("_stripes[1]")] int _n;
    [GuardedBy(nameof(_gate))] public int M;

    object Stripe(int i) => _stripes[i];
    object Hashed(int i) => _stripes[i % 3];
    public static object GateOf(Case_5023_getters_with_arguments owner) => owner._gate;
    [ReturnsCapability("owner._gate")] static object Declared(int ignored, Case_5023_getters_with_arguments owner) => Find(owner);
    static object Find(Case_5023_getters_with_arguments owner) { Console.WriteLine(); return owner._gate; }
    static object Either(Case_5023_getters_with_arguments a, Case_5023_getters_with_arguments b) => b._gate;
    static object Ref(ref Case_5023_getters_with_arguments owner) => owner._gate;

    void Good(Case_5023_getters_with_arguments other)
    {
        lock (Stripe(1)) _n++;
        lock (GateOf(this)) M++;
        lock (GateOf(other)) other.M++;
        lock (Declared(5, other)) other.M++;
        lock (Either(this, other)) other.M++;
        lock (Either(b: this, a: other)) M++;
    }
    void BadIndex(int i)
    {
        lock (Stripe(2))
            _n++; // expect: CAP0002
        lock (Stripe(i))
            _n++; // expect: CAP0002
    }
    void BadHashed()
    {
        lock (Hashed(1))
            _n++; // expect: CAP0002
    }
    void BadOther(Case_5023_getters_with_arguments other)
    {
        lock (GateOf(other))
            M++; // expect: CAP0002
        lock (Either(this, other))
            M++; // expect: CAP0002
    }
    void BadNotDeclared(Case_5023_getters_with_arguments other)
    {
        lock (Find(other))
            other.M++; // expect: CAP0002
    }
    void BadReference(Case_5023_getters_with_arguments other)
    {
        lock (Ref(ref other))
            other.M++; // expect: CAP0002
    }
}

class Case_5024_elements
{
    readonly object[] _row = [new(), new()];
    readonly object[,] _grid = new object[2, 2];
    readonly object[][] _rows = [[new()], [new()]];
    readonly Dictionary<string, object> _named = new();
    readonly ImmutableArray<object> _fixed = [new object()];
    const int First = 0;
    [GuardedBy("_row[First]")] int _first;
    [GuardedBy("_grid[0, 1]")] int _cell;
    [GuardedBy("_rows[1][0]")] int _nested;
    [GuardedBy("_named[\"a\"]")] int _byName;
    [GuardedBy("_fixed[0]")] int _ofImmutable;
    [Requires("_row[i]")] void Touch(int i) { }

    void Good(int i)
    {
        lock (_row[0]) _first++;
        lock (_row[First]) { _first++; Touch(0); }
        lock (_row[1 - 1]) _first++;
        lock (_grid[0, 1]) _cell++;
        lock (_rows[1][0]) _nested++;
        lock (_named["a"]) _byName++;
        lock (_fixed[First]) _ofImmutable++;
        lock (_row[i]) Touch(i);
    }
    void GoodLocals()
    {
        var row = _rows[1];
        int zero = 0;
        lock (row[0]) _nested++;
        lock (_row[zero]) _first++;
    }
    void GoodLoop()
    {
        for (int i = 0; i < 2; i++)
        {
            lock (_row[i])
                Touch(i);
        }
    }
    void BadCell()
    {
        lock (_grid[1, 0])
            _cell++; // expect: CAP0002
    }
    void BadNested()
    {
        lock (_rows[0][1])
            _nested++; // expect: CAP0002
        lock (_rows[1])
            _nested++; // expect: CAP0002
    }
    void BadChanged(int i)
    {
        lock (_row[i])
        {
            Touch(i);
            i++;
            Touch(i); // expect: CAP0011
        }
    }
    void BadNeighbour(int i)
    {
        lock (_row[i])
            Touch(i + 1); // expect: CAP0011
    }
    void BadKey()
    {
        lock (_named["A"])
            _byName++; // expect: CAP0002
    }
}

[Capability("lock", Reentrant = true)] class Wrapper5025
{
    readonly object _inner = new();
    [Acquires] public void Enter() => Monitor.Enter(_inner);
    [Releases] public void Leave() => Monitor.Exit(_inner);
    public object Inner => _inner;
}
class Case_5025_a_lock_behind_a_wrapper
{
    readonly Wrapper5025 _lock = new();
    [GuardedBy(nameof(_lock))] int _n;
    [GuardedBy("_lock.Inner")] int _m;
    Wrapper5025 Sync => _lock;
    [ReturnsCapability(nameof(_lock))] Wrapper5025 Get() => Make();
    Wrapper5025 Make() => _lock;

    void Good()
    {
        _lock.Enter();
        _n++;
        Sync.Leave();
        Get().Enter();
        _n++;
        _lock.Leave();
        lock (_lock.Inner) _m++;
        lock (Sync.Inner) _m++;
    }
    void BadMonitorOfTheWrapper()
    {
        lock (_lock)
            _n++; // expect: CAP0002
    }
    void BadInnerForOuter()
    {
        lock (_lock.Inner)
            _n++; // expect: CAP0002
    }
    void BadOuterForInner()
    {
        Sync.Enter();
        _m++; // expect: CAP0002
        Sync.Leave();
    }
}

interface IOwner5026
{
    object Gate { get; }
    [Requires("Gate")] void Touch();
}
class Owner5026 : IOwner5026
{
    readonly object _gate = new();
    object IOwner5026.Gate => _gate;
    public object Sync => ((IOwner5026)this).Gate;
    [GuardedBy(nameof(_gate))] public int N;
    void IOwner5026.Touch() => N++;
}
class Case_5026_interfaces_and_constraints
{
    static void Good<T>(T owner) where T : IOwner5026
    {
        lock (owner.Gate) owner.Touch();
    }
    static void GoodClass<T>(T owner) where T : Owner5026
    {
        lock (owner.Sync) owner.N++;
        lock (((IOwner5026)owner).Gate) owner.N++;
    }
    static void GoodThrough(Owner5026 owner)
    {
        IOwner5026 same = owner;
        lock (same.Gate) owner.N++;
        lock (owner.Sync) same.Touch();
    }
    static void GoodTested(object unknown)
    {
        if (unknown is IOwner5026 owner)
            lock (((IOwner5026)unknown).Gate) owner.Touch();
    }
    static void Bad<T>(T owner, T other) where T : IOwner5026
    {
        lock (other.Gate)
            owner.Touch(); // expect: CAP0011
    }
}

struct Mutable5027
{
    public object Gate = new();
    public Mutable5027() { }
    public void Change() => Gate = new();
}
struct Pair5027
{
    public readonly object Left = new(), Right = new();
    [GuardedBy(nameof(Left))] public int N;
    public Pair5027() { }
}
record Point5027(object Gate)
{
    [GuardedBy(nameof(Gate))] public int N;
}
class Case_5027_values_that_hold_locks
{
    readonly (object Gate, int Count) _tuple = (new(), 0);
    Pair5027 _pair = new();
    readonly Lazy<object> _lazy = new();
    [GuardedBy("_tuple.Gate")] int _n;
    [GuardedBy("_tuple.Item1")] int _m;
    [GuardedBy("_lazy.Value")] int _z;
    readonly Mutable5027 _fixed = new();
    Mutable5027 _changing = new();
    [GuardedBy("_fixed.Gate")] int _f;
    [GuardedBy("_changing.Gate")] int _c; // expect: CAP0304

    void Good(Point5027 point)
    {
        lock (_tuple.Gate) { _n++; _m++; }
        lock (_tuple.Item1) { _n++; _m++; }
        lock (_pair.Left) _pair.N++;
        lock (_lazy.Value) _z++;
        lock (point.Gate) point.N++;
    }
    void GoodFixed()
    {
        _fixed.Change();
        lock (_fixed.Gate) _f++;
    }
    void BadRight()
    {
        lock (_pair.Right)
            _pair.N++; // expect: CAP0002
    }
    void BadCopy(Point5027 point)
    {
        var copy = point with { };
        lock (copy.Gate)
            point.N++; // expect: CAP0002
    }
    void BadLazy()
    {
        lock (_lazy)
            _z++; // expect: CAP0002
    }
}

[SameCapability("Owner.Gate", "Gate")]
class Leaf5028
{
    public readonly object Gate;
    public readonly Tree5028 Owner;
    [GuardedBy(nameof(Gate))] public int N;
    public Leaf5028(Tree5028 owner) => (Owner, Gate) = (owner, owner.Gate);
}
[SameCapability("Root.Gate", "Gate")]
class Tree5028
{
    public readonly object Gate = new();
    public readonly Tree5028 Root;
    public readonly Leaf5028 Leaf;
    [GuardedBy(nameof(Gate))] public int N;
    public Tree5028() => (Root, Leaf) = (this, new Leaf5028(this));
}
class Case_5028_chains_of_declared_identities
{
    static void Good(Tree5028 tree)
    {
        lock (tree.Root.Gate) tree.N++;
        lock (tree.Root.Root.Gate) tree.Root.N++;
        lock (tree.Gate) tree.Root.N++;
        lock (tree.Leaf.Owner.Root.Gate) tree.Leaf.N++;
        lock (tree.Leaf.Gate) tree.Leaf.Owner.N++;
    }
    static void GoodLocals(Leaf5028 leaf)
    {
        var owner = leaf.Owner;
        lock (owner.Gate) leaf.N++;
        lock (leaf.Gate) owner.Root.N++;
    }
    static void BadOther(Tree5028 a, Tree5028 b)
    {
        lock (a.Root.Gate)
            b.N++; // expect: CAP0002
    }
    static void BadOwnerItself(Leaf5028 leaf)
    {
        lock (leaf.Owner)
            leaf.N++; // expect: CAP0002
    }
}

class Case_5029_spellings
{
    sealed class Node { public readonly object Gate = new(); public Node Next; [GuardedBy(nameof(Gate))] public int N; }
    readonly Node _node = new();
    [GuardedBy("_node.Gate")] int _n;

    void Good(object unknown)
    {
        lock ((_node as Node).Gate) _n++;
        lock (((Node)(object)_node).Gate) _n++;
        lock ((_node!).Gate!) _n++;
        lock (this._node.Gate) _n++;
        var node = (Node)unknown;
        lock (node.Gate) ((Node)unknown).N++;
    }
    void GoodDeconstructed()
    {
        var (first, second) = (_node, _node.Next);
        lock (first.Gate) _n++;
    }
    void GoodLambda() => Task.Run(() =>
    {
        lock (_node.Gate) _n++;
    });
    void GoodUsingAlias()
    {
        object a = _node.Gate, b = a;
        lock (b) _n++;
    }
    void GoodTernaryOfTheSame(bool flag)
    {
        lock (flag ? _node.Gate : _node.Gate) _n++;
    }
    void BadDeconstructed()
    {
        var (first, second) = (_node, _node.Next);
        lock (second.Gate)
            _n++; // expect: CAP0002
    }
    void BadCoalesced(Node other)
    {
        lock ((other ?? _node).Gate)
            _n++; // expect: CAP0002
    }
}

// Every form a capability may be written in, and the expressions that denote the same.

class Node5000
{
    public readonly object Gate = new();
    public readonly Node5000 Next;
    public Node5000 Parent { get; init; }
    public object[] Gates { get; } = [new(), new()];
    [GuardedBy(nameof(Gate))] public int Count;
}
static class Outer5000
{
    public static class Inner
    {
        public static readonly object Gate = new();
    }
    public static readonly Node5000 Root = new();
}

class Case_5000_forms_of_the_grammar
{
    readonly object _gate = new();
    readonly Node5000 _node = new();
    static readonly object s_gate = new();
    [GuardedBy("this")] int _this;
    [GuardedBy("_gate")] int _name;
    [GuardedBy("this._gate")] int _qualified;
    [GuardedBy("_node.Gate")] int _path;
    [GuardedBy("_node.Next.Parent.Gate")] int _longPath;
    [GuardedBy("Outer5000.Inner.Gate")] int _nested;
    [GuardedBy("Outer5000.Root.Next.Gate")] int _staticPath;
    [GuardedBy("_node.Gates[1]")] int _element;
    [GuardedBy("s_gate")] int _static;
    [GuardedBy(nameof(_node) + "." + nameof(Node5000.Gate))] int _concatenated;

    void GoodNames()
    {
        lock (this) _this++;
        lock (_gate)
        {
            _name++;
            _qualified++;
        }
        lock (this._gate) _name++;
        lock (s_gate) _static++;
        lock (Case_5000_forms_of_the_grammar.s_gate) _static++;
    }
    void GoodPaths()
    {
        lock (_node.Gate)
        {
            _path++;
            _concatenated++;
            _node.Count++;
        }
        lock (this._node.Next.Parent.Gate) _longPath++;
        lock (Outer5000.Inner.Gate) _nested++;
        lock (Outer5000.Root.Next.Gate) _staticPath++;
        lock (_node.Gates[1]) _element++;
    }
    void GoodParenthesesAndCasts()
    {
        lock ((_gate)) _name++;
        lock ((object)_node.Gate) _path++;
        lock (((Node5000)_node).Gate) _path++;
        lock (_node!.Gate) _path++;
    }
    void BadThis()
    {
        lock (_gate)
            _this++; // expect: CAP0002
    }
    void BadShorter()
    {
        lock (_node)
            _path++; // expect: CAP0002
    }
    void BadLonger()
    {
        lock (_node.Next.Gate)
            _path++; // expect: CAP0002
    }
    void BadOtherRoot()
    {
        lock (Outer5000.Root.Gate)
            _staticPath++; // expect: CAP0002
    }
    void BadOtherIndex()
    {
        lock (_node.Gates[0])
            _element++; // expect: CAP0002
    }
    void BadArray()
    {
        lock (_node.Gates)
            _element++; // expect: CAP0002
    }
}

class Case_5001_owners_and_paths_of_nameof
{
    readonly Node5000 _node = new();
    static readonly object s_gate = new();
    [GuardedBy(nameof(_node.Gate))] int _nameof;
    [GuardedBy(nameof(_node.Next.Gate))] int _nameofLong;
    [GuardedBy(nameof(Outer5000.Inner.Gate))] int _nameofStatic;
    [GuardedBy(typeof(Outer5000.Inner), nameof(Outer5000.Inner.Gate))] int _owned;
    [GuardedBy(typeof(Outer5000), "Root.Gate")] int _ownedPath;
    [GuardedBy(typeof(Case_5001_owners_and_paths_of_nameof), nameof(s_gate))] int _self;
    [GuardedBy(typeof(Node5000))] int _type;

    void Good()
    {
        lock (_node.Gate) _nameof++;
        lock (_node.Next.Gate) _nameofLong++;
        lock (Outer5000.Inner.Gate)
        {
            _nameofStatic++;
            _owned++;
        }
        lock (Outer5000.Root.Gate) _ownedPath++;
        lock (s_gate) _self++;
        lock (typeof(Node5000)) _type++;
    }
    [Requires(typeof(Node5000))] void GoodType() => _type++;
    [Requires(nameof(_node.Gate))] void GoodNameofInAContract() => _nameof++;
    [Requires(nameof(node) + ".Gate")] static void GoodNameofOfAParameter(Node5000 node) => node.Count++;
    [Requires(nameof(node.Gate))] static void GoodNameofThroughAParameter(Node5000 node) => node.Count++;
    void GoodCalls(Node5000 node)
    {
        lock (node.Gate)
        {
            GoodNameofOfAParameter(node);
            GoodNameofThroughAParameter(node);
        }
    }
    void BadShort()
    {
        lock (_node.Next.Gate)
            _nameof++; // expect: CAP0002
    }
    void BadOwner()
    {
        lock (Outer5000.Root.Gate)
            _owned++; // expect: CAP0002
    }
    void BadType()
    {
        lock (typeof(Outer5000.Inner))
            _type++; // expect: CAP0002
    }
    void BadInstanceOfTheType()
    {
        lock (_node)
            _type++; // expect: CAP0002
    }
    void BadCall(Node5000 node) { GoodNameofThroughAParameter(node); } // expect: CAP0011
}

[Capability("role")] static class Dispatcher5002;
[Capability("role")] sealed class Worker5002;
class Case_5002_roles
{
    [GuardedBy(typeof(Dispatcher5002))] int _a;
    [GuardedBy("Dispatcher5002")] int _b;
    [GuardedBy(typeof(Worker5002))] int _c;

    [AssertsCapability(typeof(Dispatcher5002))] static void AssertDispatcher() { }
    [AssertsCapability(typeof(Worker5002))] static void AssertWorker() { }

    [Requires(typeof(Dispatcher5002))]
    void Good()
    {
        _a++;
        _b++;
    }
    [Requires("Dispatcher5002")] void GoodNamed() => Good();
    void GoodAsserted()
    {
        AssertDispatcher();
        Good();
        GoodNamed();
        _b++;
    }
    [Requires(typeof(Worker5002))] void GoodWorker() => _c++;
    void GoodWorkerAsserted()
    {
        AssertWorker();
        GoodWorker();
    }
    void BadRead() { Console.WriteLine(_a); } // expect: CAP0001
    void BadCall() { Good(); } // expect: CAP0011
    [Requires(typeof(Worker5002))] void BadOtherRole() { _b++; } // expect: CAP0002
    void BadOtherAssertion()
    {
        AssertDispatcher();
        _c++; // expect: CAP0002
    }
}

class Case_5003_indices
{
    readonly object[] _gates = [new(), new(), new()];
    readonly ImmutableArray<object> _fixed = [new(), new()];
    readonly int _mine = 1;
    [GuardedBy("_gates[0]")] int _zero;
    [GuardedBy("_gates[_mine]")] int _own;
    [GuardedBy("_fixed[1]")] int _immutable;

    [Requires("_gates[i]")] void Touch(int i) => Console.WriteLine(i);

    void Good()
    {
        lock (_gates[0]) _zero++;
        lock (_gates[_mine]) _own++;
        lock (_fixed[1]) _immutable++;
    }
    void GoodArgument(int key)
    {
        lock (_gates[key]) Touch(key);
        lock (_gates[2]) Touch(2);
    }
    void GoodLoop()
    {
        for (int i = 0; i < _gates.Length; i++)
        {
            lock (_gates[i])
                Touch(i);
        }
    }
    void BadOtherConstant()
    {
        lock (_gates[1])
            _zero++; // expect: CAP0002
    }
    void BadUnknownIndex(int i)
    {
        lock (_gates[i])
            _own++; // expect: CAP0002
    }
    void BadOtherArgument(int a, int b)
    {
        lock (_gates[a])
            Touch(b); // expect: CAP0011
    }
    void BadChangedIndex(int i)
    {
        lock (_gates[i])
        {
            i++;
            Touch(i); // expect: CAP0011
        }
    }
}

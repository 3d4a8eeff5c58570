// A method group of an extension method: the object it is taken of is what its contract speaks of.

class Node8820
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Value;
    public Node8820 Next;
}
static class Nodes8820
{
    [Requires("node.Gate")] public static void Touch(this Node8820 node) => node.Value++;
    [RequiresShared("node.Gate")] public static bool Is(this Node8820 node, int value) => node.Value == value;
    public static bool IsFree(this Node8820 node, int value) => value > 0 && node.Next != null;
    extension(Node8820 node)
    {
        [Requires("node.Gate")] public void Reset() => node.Value = 0;
    }
}
class Case_8820_receivers_of_extension_method_groups
{
    readonly Node8820 _node = new();
    Action _later;

    static void Run([InvokedInPlace] Action action) => action();

    void GoodParameter(Node8820 node) { lock (node.Gate) Run(node.Touch); }
    void GoodField() { lock (_node.Gate) Run(_node.Touch); }
    void GoodQualified() { lock (this._node.Gate) Run((this._node!).Touch); }
    void GoodLocal() { var node = _node; lock (_node.Gate) Run(node.Touch); }
    bool GoodOperator(Node8820 node, int[] row) { lock (node.Gate) return row.Any(node.Is); }
    bool GoodWithout(Node8820 node, int[] row) => row.Any(node.IsFree);
    void GoodBlock(Node8820 node) { lock (node.Gate) Run(node.Reset); }
    void GoodInvoked(Node8820 node) { Action touch = node.Touch; lock (node.Gate) touch(); }
    void GoodInvokedWithArgument(Node8820 node) { Func<int, bool> test = node.Is; lock (node.Gate) test(3); }
    void GoodStatic(Node8820 node) { Action<Node8820> touch = Nodes8820.Touch; lock (node.Gate) touch(node); }
    void GoodPath(Node8820 node) { lock (node.Next.Gate) Run(node.Next.Touch); }

    void BadParameter(Node8820 node) => Run(node.Touch); // expect: CAP0011
    void BadOther(Node8820 node) { lock (_node.Gate) Run(node.Touch); } // expect: CAP0011
    bool BadOperator(Node8820 node, int[] row) => row.Any(node.Is); // expect: CAP0011
    void BadBlock(Node8820 node) => Run(node.Reset); // expect: CAP0011
    void BadInvoked(Node8820 node) { Action touch = node.Touch; touch(); } // expect: CAP0011
    void BadKept(Node8820 node) { lock (node.Gate) _later = node.Touch; } // expect: CAP0306
    void BadPath(Node8820 node) { lock (node.Gate) Run(node.Next.Touch); } // expect: CAP0011
}

// Guards that live in another object, static and instance locks, nested types, names that only look alike, linked nodes.

class Owner2710 { public readonly object Gate = new(); }
class Child2710(Owner2710 owner)
{
    public readonly Owner2710 Owner = owner;
    [GuardedBy("Owner.Gate")] public int State;

    void GoodOwn() { lock (Owner.Gate) State++; }
    void BadOwn() { State++; } // expect: CAP0002
}
class Case_2710_the_lock_of_the_owner
{
    readonly Owner2710 _owner = new();

    void Good(Child2710 c) { lock (c.Owner.Gate) c.State++; }
    void GoodOwnerInALocal(Child2710 c) { var owner = c.Owner; lock (owner.Gate) c.State++; }
    void GoodLockInALocal(Child2710 c) { var gate = c.Owner.Gate; lock (gate) c.State++; }
    void GoodChildInALocal(Child2710 c) { var d = c; lock (c.Owner.Gate) d.State++; }
    void GoodAll(Child2710[] all) { foreach (var c in all) lock (c.Owner.Gate) c.State++; }
    void BadOtherChild(Child2710 c, Child2710 d)
    {
        lock (c.Owner.Gate)
            d.State++; // expect: CAP0002
    }
    void BadOwnOwner(Child2710 c)
    {
        lock (_owner.Gate)
            c.State++; // expect: CAP0002
    }
    void BadTheOwnerItself(Child2710 c)
    {
        lock (c.Owner)
            c.State++; // expect: CAP0002
    }
}

class Case_2711_nested_types
{
    static readonly object Shared = new();
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(Shared))] static int s_n;
    [Requires(nameof(_gate))] void Raise() => _n++;

    sealed class Inner(Case_2711_nested_types outer)
    {
        readonly object _gate = new();
        readonly Case_2711_nested_types _outer = outer;
        [GuardedBy(nameof(_gate))] int _n;
        [GuardedBy(nameof(Shared))] int _m;

        void GoodOwn() { lock (_gate) _n++; }
        void GoodOuter() { lock (_outer._gate) { _outer._n++; _outer.Raise(); } }
        void GoodShared() { lock (Shared) { s_n++; _m++; } }
        void BadOuterUnderOwn()
        {
            lock (_gate)
                _outer._n++; // expect: CAP0002
        }
        void BadCallUnderOwn()
        {
            lock (_gate)
                _outer.Raise(); // expect: CAP0011
        }
        void BadShared() { s_n++; } // expect: CAP0002
        void BadOwn() { _m++; } // expect: CAP0002
    }
}

class Left2712 { public static readonly object Gate = new(); [GuardedBy(nameof(Gate))] public static int Count; }
class Right2712 { public static readonly object Gate = new(); [GuardedBy(nameof(Gate))] public static int Count; }
class Case_2712_names_that_look_alike
{
    readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int Count;

    void GoodLeft() { lock (Left2712.Gate) Left2712.Count++; }
    void GoodRight() { lock (Right2712.Gate) Right2712.Count++; }
    void GoodOwn() { lock (Gate) Count++; }
    void GoodLocals() { var Gate = this.Gate; lock (Gate) Count++; }
    void BadLeft()
    {
        lock (Right2712.Gate)
            Left2712.Count++; // expect: CAP0002
    }
    void BadOwn()
    {
        lock (Left2712.Gate)
            Count++; // expect: CAP0002
    }
    void BadRight()
    {
        lock (Gate)
            Right2712.Count++; // expect: CAP0002
    }
    void BadLocal()
    {
        var Gate = Left2712.Gate;
        lock (Gate)
            Count++; // expect: CAP0002
    }
}

class Node2713(int value)
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Value = value;
    public Node2713 Next;
}
class Case_2713_linked_nodes
{
    readonly Node2713 _head = new(0);

    int GoodOneAtATime()
    {
        int sum = 0;
        for (var node = _head; node != null; node = node.Next)
        {
            lock (node.Gate)
                sum += node.Value;
        }
        return sum;
    }
    int GoodRecursive(Node2713 node)
    {
        if (node == null) return 0;
        int own;
        lock (node.Gate) own = node.Value;
        return own + GoodRecursive(node.Next);
    }
    void GoodHandOverHand()
    {
        var node = _head;
        Monitor.Enter(node.Gate);
        while (node.Next != null)
        {
            var next = node.Next;
            Monitor.Enter(next.Gate);
            next.Value++;
            Monitor.Exit(node.Gate);
            node = next;
        }
        Monitor.Exit(node.Gate);
    }
    void GoodPairs()
    {
        var node = _head;
        var next = node.Next;
        lock (node.Gate)
            lock (next.Gate)
                (node.Value, next.Value) = (next.Value, node.Value);
    }
    void BadNext()
    {
        for (var node = _head; node != null; node = node.Next)
        {
            lock (node.Gate)
                node.Next.Value++; // expect: CAP0002
        }
    }
    void BadAdvancedUnderTheLock()
    {
        var node = _head;
        lock (node.Gate)
        {
            node = node.Next;
            node.Value++; // expect: CAP0002
        }
    }
    void BadHeadOnly()
    {
        lock (_head.Gate)
        {
            for (var node = _head.Next; node != null; node = node.Next)
                node.Value++; // expect: CAP0002
        }
    }
    void BadReleasedHand()
    {
        var node = _head;
        Monitor.Enter(node.Gate);
        var next = node.Next;
        Monitor.Enter(next.Gate);
        Monitor.Exit(node.Gate);
        next.Value++;
        node.Value++; // expect: CAP0002
        Monitor.Exit(next.Gate);
    }
}

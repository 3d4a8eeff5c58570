// Getters, aliases and declared identities: different texts, one capability. And assignments that end it.

class Case_5010_getters_that_return_a_path
{
    readonly object _gate = new();
    readonly object _spare = new();
    readonly bool _spared;
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(Sync))] int _m;
    [GuardedBy(nameof(Annotated))] int _a;

    object Sync => _gate;
    object Block { get { return _gate; } }
    object Chain => Sync;
    object GetGate() => _gate;
    object Own { get; } = new();
    object Choice => _spared ? _spare : _gate;
    object Fresh => new object();
    [ReturnsCapability(nameof(_gate))] object Annotated => Lookup();
    [ReturnsCapability(nameof(Annotated))] object AnnotatedMethod() => Lookup();
    object Lookup() => _gate;

    void GoodGetters()
    {
        lock (Sync) _n++;
        lock (Block) _n++;
        lock (Chain) _n++;
        lock (GetGate()) _n++;
        lock (_gate)
        {
            _m++;
            _a++;
        }
    }
    void GoodAnnotated()
    {
        lock (Annotated) _n++;
        lock (AnnotatedMethod()) _m++;
        lock (this.AnnotatedMethod()) _a++;
    }
    void GoodOther(Case_5010_getters_that_return_a_path other)
    {
        lock (other.Chain) other._n++;
        lock (other.AnnotatedMethod()) other._m++;
    }
    void GoodEnterAndExitByDifferentNames()
    {
        Monitor.Enter(Sync);
        _n++;
        Monitor.Exit(_gate);
        Monitor.Enter(_gate);
        _m++;
        Monitor.Exit(AnnotatedMethod());
    }
    void BadChoice()
    {
        lock (Choice)
            _n++; // expect: CAP0002
    }
    void BadFresh()
    {
        lock (Fresh)
            _n++; // expect: CAP0002
    }
    void BadAnotherProperty()
    {
        lock (Own)
            _n++; // expect: CAP0002
    }
    void BadOther(Case_5010_getters_that_return_a_path other)
    {
        lock (other.Sync)
            _n++; // expect: CAP0002
    }
}

interface IGuarded5011
{
    object Gate { get; }
    [Requires(nameof(Gate))] void Touch();
}
abstract class Guarded5011 : IGuarded5011
{
    public abstract object Gate { get; }
    [Requires(nameof(Gate))] public abstract void Touch();
}
sealed class Implicit5011 : Guarded5011
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] public int N;
    public override object Gate => _gate;
    public override void Touch() => N++;
}
sealed class Explicit5011 : IGuarded5011
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    object IGuarded5011.Gate => _gate;
    void IGuarded5011.Touch() => _n++;
}
class Case_5011_getters_of_interfaces_and_their_implementations
{
    static void Good(IGuarded5011 guarded)
    {
        lock (guarded.Gate)
            guarded.Touch();
    }
    static void GoodDerived(Implicit5011 guarded)
    {
        lock (guarded.Gate)
        {
            guarded.Touch();
            guarded.N++;
            ((IGuarded5011)guarded).Touch();
        }
    }
    static void GoodThroughTheInterface(Implicit5011 guarded)
    {
        lock (((IGuarded5011)guarded).Gate)
            guarded.Touch();
    }
    static void GoodAbstract(Guarded5011 guarded)
    {
        lock (guarded.Gate)
            guarded.Touch();
    }
    static void BadUnlocked(IGuarded5011 guarded) { guarded.Touch(); } // expect: CAP0011
    static void BadObject(Guarded5011 guarded)
    {
        lock (guarded)
            guarded.Touch(); // expect: CAP0011
    }
    static void BadOther(IGuarded5011 a, Guarded5011 b)
    {
        lock (a.Gate)
            b.Touch(); // expect: CAP0011
    }
}

[SameCapability("_parent.Gate", "Gate")]
class Child5012
{
    readonly Parent5012 _parent;
    public object Gate { get; }
    [GuardedBy(nameof(Gate))] int _n;
    public Child5012(Parent5012 parent) => (_parent, Gate) = (parent, parent.Gate);

    void GoodEither()
    {
        lock (Gate) _n++;
        lock (_parent.Gate) _n++;
        lock (Gate) _parent.Touch();
    }
    void BadParentItself()
    {
        lock (_parent)
            _n++; // expect: CAP0002
    }
}
class Parent5012
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int _n;
    [Requires(nameof(Gate))] public void Touch() => _n++;
}
class Case_5012_one_object_under_two_paths
{
    static void GoodOtherParent(Parent5012 parent)
    {
        lock (parent.Gate) parent.Touch();
    }
    static void GoodChildIsItsOwnPath(Child5012 child)
    {
        lock (child.Gate)
            Console.WriteLine(child);
    }
    static void BadChildOfWhom(Child5012 child, Parent5012 parent)
    {
        lock (child.Gate)
            parent.Touch(); // expect: CAP0011
    }
}

class Box5013
{
    public readonly object Gate = new();
    public Box5013 Next;
    [GuardedBy(nameof(Gate))] public int N;
}
class Case_5013_aliases_and_assignments_to_a_segment
{
    readonly object _gate = new();
    Box5013 _box = new();
    [GuardedBy(nameof(_gate))] int _n;

    void GoodLocalOfTheLock()
    {
        var gate = _gate;
        lock (gate) _n++;
        Monitor.Enter(gate);
        _n++;
        Monitor.Exit(_gate);
    }
    void GoodLocalOfTheOwner()
    {
        var box = _box;
        lock (_box.Gate) box.N++;
        lock (box.Gate) box.N++;
    }
    void GoodChainOfLocals(Box5013 first)
    {
        var second = first;
        var third = second;
        object gate = third.Gate;
        lock (gate)
            first.N++;
    }
    void GoodRefLocal()
    {
        ref readonly object gate = ref _gate;
        lock (gate)
            _n++;
    }
    void GoodPatternLocal(object unknown)
    {
        if (unknown is Box5013 box)
        {
            lock (box.Gate)
                box.N++;
        }
    }
    void GoodLoopVariable(List<Box5013> boxes)
    {
        foreach (var box in boxes)
            lock (box.Gate) box.N++;
    }
    void GoodOtherSegmentAssigned(Box5013 a, Box5013 b)
    {
        lock (a.Gate)
        {
            b = a.Next;
            a.N++;
        }
    }
    void GoodAssignedBefore(Box5013 box)
    {
        box = box.Next;
        lock (box.Gate)
            box.N++;
    }
    void GoodReleasedUnderItsLostName(Box5013 box)
    {
        Monitor.Enter(box.Gate);
        box.N++;
        var old = box;
        box = box.Next;
        Monitor.Exit(old.Gate);
    }
    void GoodWalk(Box5013 box)
    {
        while (box != null)
        {
            lock (box.Gate) box.N++;
            box = box.Next;
        }
    }
    void BadLocalAssigned(Box5013 box)
    {
        lock (box.Gate)
        {
            box = box.Next;
            box.N++; // expect: CAP0002
        }
    }
    void BadFieldAssigned()
    {
        lock (_box.Gate)
        {
            _box.N++;
            _box = _box.Next;
            _box.N--; // expect: CAP0002
        }
    }
    void BadOneOfTwo(Box5013 a, Box5013 b, bool first)
    {
        var box = first ? a : b;
        lock (box.Gate)
            a.N++; // expect: CAP0002
    }
    void BadOut(Box5013 box)
    {
        lock (box.Gate)
        {
            Replace(out box);
            box.N++; // expect: CAP0002
        }
    }
    static void Replace(out Box5013 box) => box = new Box5013();
}

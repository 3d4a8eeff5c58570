// Implementations of interface members: implicit, explicit, inherited, static abstract, default.

interface IStore6020
{
    object Gate { get; }
    [Requires(nameof(Gate))] void Put(int value);
    [Acquires(nameof(Gate))] void Enter();
    [Releases(nameof(Gate))] void Exit();
    void Free();
    [Requires(nameof(Gate))] int Count { get; }
    int this[int index] { get; }
}

class Case_6020_implicit : IStore6020
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    public object Gate => _gate;
    [Requires(nameof(_gate))] public void Put(int value) => _n = value;
    public void Enter() { Monitor.Enter(_gate); }
    [Releases(nameof(Gate))] public void Exit() { Monitor.Exit(_gate); }
    public void Free() { }
    public int Count => _n;
    public int this[int index] => index;
}

class Case_6021_explicit : IStore6020
{
    public object Gate { get; } = new();
    readonly object _other = new();
    [Requires(nameof(Gate))] void IStore6020.Put(int value) { }
    [Acquires(nameof(Gate))] void IStore6020.Enter() => Monitor.Enter(Gate);
    void IStore6020.Exit() => Monitor.Exit(Gate);
    [Requires(nameof(_other))] void IStore6020.Free() { } // expect: CAP0306
    [Requires(nameof(_other))] int IStore6020.Count => 1; // expect: CAP0306
    [Requires(nameof(Gate))] int IStore6020.this[int index] => index; // expect: CAP0306
}

class Case_6022_more : IStore6020
{
    public object Gate { get; } = new();
    readonly object _other = new();
    [Requires(nameof(Gate), nameof(_other))] public void Put(int value) { } // expect: CAP0306
    [Acquires(nameof(_other))] public void Enter() => Monitor.Enter(_other); // expect: CAP0306
    public void Exit() => Monitor.Exit(Gate);
    [Requires(nameof(Gate))] public virtual void Free() { } // expect: CAP0306
    public int Count => 1;
    public int this[int index] => index;
}
class Derived6022 : Case_6022_more
{
    [Requires(nameof(Gate))] public override void Free() { }
}

interface IStatic6023<TSelf> where TSelf : IStatic6023<TSelf>
{
    static abstract object Gate { get; }
    [Requires(nameof(Gate))] static abstract void Touch();
    static abstract void Free();
}
class Case_6023_static_abstract : IStatic6023<Case_6023_static_abstract>
{
    static readonly object s_gate = new();
    public static object Gate => s_gate;
    [GuardedBy(nameof(s_gate))] static int s_n;
    public static void Touch() => s_n++;
    [Requires(nameof(s_gate))] public static void Free() { } // expect: CAP0306
    static void Good() { lock (s_gate) Touch(); }
    static void Bad() { Touch(); } // expect: CAP0011
}

interface IDefault6024
{
    object Gate { get; }
    [Requires(nameof(Gate))] void Put() { }
    void Free() { }
}
interface IMore6024 : IDefault6024
{
    [Requires(nameof(Gate))] void IDefault6024.Free() { } // expect: CAP0306
    void IDefault6024.Put() { }
}
class Case_6024_default_members : IDefault6024
{
    public object Gate { get; } = new();
    static void Good(IDefault6024 it) { lock (it.Gate) it.Put(); it.Free(); }
    static void Bad(IDefault6024 it) { it.Put(); } // expect: CAP0011
    static void BadGeneric<T>(T it) where T : IDefault6024 { it.Put(); } // expect: CAP0011
    static void GoodGeneric<T>(T it) where T : IDefault6024 { lock (it.Gate) it.Put(); }
}

interface ILeft6025 { object Gate { get; } [Requires(nameof(Gate))] void Run(); }
interface IRight6025 { object Gate { get; } void Run(); }
class Case_6025_metadata_without_contract : IComparable<int>, IEnumerable<int>
{
    readonly object _gate = new();
    [Requires(nameof(_gate))] public int CompareTo(int other) => 0;
    [Requires(nameof(_gate))] public IEnumerator<int> GetEnumerator() => null;
    [Requires(nameof(_gate))] System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null;
}

abstract class Callbacks6026
{
    protected readonly object Gate = new();
    public abstract void Run([Requires(nameof(Gate))] Action step);
    public abstract void Plain(Action step);
}
class Case_6026_parameters : Callbacks6026
{
    public override void Run([Requires(nameof(Gate))] Action step) { lock (Gate) step(); }
    public override void Plain([Requires(nameof(Gate))] Action step) { lock (Gate) step(); }
}
class Other6026 : Callbacks6026
{
    readonly object _mine = new();
    public override void Run([Requires(nameof(_mine))] Action step) { lock (_mine) step(); } // expect: CAP0306
    public override void Plain(Action step) => step();
}

class Generic6027<T>
{
    protected readonly object Gate = new();
    [Requires(nameof(Gate))] public virtual void Put(T value) { }
    public virtual void Free<U>(U value) { }
}
class Case_6027_generic : Generic6027<int>
{
    [Requires(nameof(Gate))] public override void Put(int value) { }
    [Requires(nameof(Gate))] public override void Free<V>(V value) { } // expect: CAP0306
}

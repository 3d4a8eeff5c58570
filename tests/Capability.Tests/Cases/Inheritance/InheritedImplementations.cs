// A member that a class inherits implements an interface that its own type does not know. The class that brings the two
// together answers for the contract, at its name.

interface IVault8800
{
    object Gate { get; }
    [Requires(nameof(Gate))] void Put();
    [Acquires(nameof(Gate))] void Open();
    [Releases(nameof(Gate))] void Close();
    void Peek();
    [Excludes(nameof(Gate))] void Audit();
    int Size { get; }
}
class Plain8800
{
    public object Gate { get; } = new();
    public void Put() { }
    public void Open() { }
    public void Close() { }
    public void Peek() { }
    public void Audit() { }
    public int Size => 1;
}
class Strict8800
{
    public object Gate { get; } = new();
    [Requires(nameof(Gate))] public void Put() { }
    [Acquires(nameof(Gate))] public void Open() => Monitor.Enter(Gate);
    [Releases(nameof(Gate))] public void Close() => Monitor.Exit(Gate);
    [Requires(nameof(Gate))] public void Peek() { }
    [Excludes(nameof(Gate))] public void Audit() { }
    public int Size { [Requires(nameof(Gate))] get => 1; }
}
class Right8800
{
    public object Gate { get; } = new();
    [Requires(nameof(Gate))] public void Put() { }
    [Acquires(nameof(Gate))] public void Open() => Monitor.Enter(Gate);
    [Releases(nameof(Gate))] public void Close() => Monitor.Exit(Gate);
    public void Peek() { }
    public void Audit() { }
    public virtual int Size => 1;
}
class Case_8800_contracts_of_inherited_implementations
{
    sealed class BadOmits : Plain8800, IVault8800; // expect: CAP0306 x2
    class BadNeeds : Strict8800, IVault8800; // expect: CAP0306 x2
    class Good : Right8800, IVault8800;
    class GoodAgain : Good, IVault8800;
    class GoodOverride : Right8800, IVault8800 { public override int Size => 2; }
    class GoodNotRelated : Plain8800, IDisposable, ICloneable { public void Dispose() { } public object Clone() => this; }
    class GoodOwn : Plain8800, IVault8800
    {
        [Acquires("Gate")] public new void Open() => Monitor.Enter(Gate);
        [Releases("Gate")] void IVault8800.Close() => Monitor.Exit(Gate);
        [Acquires("Gate")] void IVault8800.Open() => Open();
    }
    partial class BadInParts : Plain8800; // expect: CAP0306 x2
    partial class BadInParts : IVault8800;
    record GoodRecord(int Number) : IEquatable<GoodRecord>;
}

interface IShelf8801<T>
{
    object Gate { get; }
    [Requires(nameof(Gate))] void Put(T item);
}
interface IOpen8801 { void Put(string item); }
class Shelf8801<T>
{
    readonly object _gate = new();
    public object Gate => _gate;
    [GuardedBy(nameof(_gate))] T _last;
    [Requires(nameof(_gate))] public void Put(T item) => _last = item;
}
class Case_8801_generic_bases
{
    class Good : Shelf8801<int>, IShelf8801<int>;
    class GoodGeneric<T> : Shelf8801<T>, IShelf8801<T>;
    class Bad : Shelf8801<string>, IOpen8801; // expect: CAP0306
    void GoodUse(IShelf8801<int> shelf) { lock (shelf.Gate) shelf.Put(1); }
    void BadUse(IShelf8801<int> shelf) => shelf.Put(1); // expect: CAP0011
}

// Code that nobody here can know, inside critical sections. Off by default.
// enable: CAP0044

interface IListener4841 { void Changed(); int Priority { get; } }
abstract class Handler4841
{
    public abstract void Handle();
    public virtual int Weight => 1;
    public void Plain() { }
}
sealed class Last4841 : Handler4841 { public override void Handle() { } }

class Case_4841_foreign_code
{
    readonly object _gate = new();
    readonly List<int> _items = new();
    readonly IDictionary<int, int> _map = new Dictionary<int, int>();
    Action _callback = () => { };
    event Action Changed;
    int _n;

    void BadDelegate() { lock (_gate) _callback(); } // expect: CAP0044
    void BadInvoke() { lock (_gate) _callback?.Invoke(); } // expect: CAP0044
    void BadEvent() { lock (_gate) Changed?.Invoke(); } // expect: CAP0044
    void BadParameter(Func<int> make) { lock (_gate) _n = make(); } // expect: CAP0044
    void BadInterface(IListener4841 listener) { lock (_gate) listener.Changed(); } // expect: CAP0044
    void BadInterfaceProperty(IListener4841 listener) { lock (_gate) _n = listener.Priority; } // expect: CAP0044
    void BadAbstract(Handler4841 handler) { lock (_gate) handler.Handle(); } // expect: CAP0044
    void BadVirtual(Handler4841 handler) { lock (_gate) _n = handler.Weight; } // expect: CAP0044
    [Requires(nameof(_gate))] void BadRequired() => _callback(); // expect: CAP0044
    void BadEntered()
    {
        Monitor.Enter(_gate);
        try { _callback(); } // expect: CAP0044
        finally { Monitor.Exit(_gate); }
    }

    void GoodOutside()
    {
        Action callback;
        lock (_gate) callback = _callback;
        callback();
    }
    protected virtual void OnChanged() { }
    void GoodOwnVirtual() { lock (_gate) OnChanged(); }
    void GoodSealed(Last4841 last) { lock (_gate) last.Handle(); }
    void GoodPlain(Handler4841 handler) { lock (_gate) handler.Plain(); }
    void GoodKnownLambda()
    {
        Action add = () => _n++;
        lock (_gate) add();
    }
    void GoodLocalFunction()
    {
        lock (_gate) Add();
        void Add() => _n++;
    }
    void GoodCollections() { lock (_gate) { _items.Add(1); _map[1] = 2; _map.Add(2, 3); foreach (var i in _map) _n += i.Key; } }
    string GoodObject(object o) { lock (_gate) return o.ToString(); }
    void GoodDeclared([Requires(nameof(_gate))] Action underGate) { lock (_gate) underGate(); }
    [Requires(typeof(UIThread))] void GoodRole() => _callback();
}

// Without annotations: volatile fields that are not set once, and events that are tested and raised by two reads.

sealed class Link { public int Speed; public void Send(int n) { } public Link Next; }

class Case_7011_volatile_field_that_comes_and_goes
{
    volatile Link _link;
    volatile int _state;

    public void Open() { _link = new Link(); _state = 1; }
    public void Close() { _link = null; _state = 2; }

    public void Bad(int n)
    {
        if (_link != null)
            _link.Send(n); // expect: CAP0105
    }
    public int BadExpression() => _link == null ? 0 : _link.Speed; // expect: CAP0105
    public bool BadQuestion() => _state == 1 || _state == 2; // expect: CAP0105
    public void Good(int n) { var link = _link; if (link != null) link.Send(n); }
    public void Conditional(int n) { _link?.Send(n); }
    public void Again(int n)
    {
        if (_state == 1)
        {
            Good(n);
            if (_state == 1)
                Good(n);
        }
    }
    public void Text() { if (_state != 1) throw new InvalidOperationException("state is " + _state); }
    public void HeldAround(int n) { lock (_gate) { if (_state == 1 || _state == 2) Good(n); } }
    readonly object _gate = new();
    public void Nested(int n) { if (_state != 2) { if (_state == 1) Good(n); } }
    public void OneAfterTheOther(int n) { if (_state == 1) return; if (_state == 2) Good(n); }
    public void BadChain(int n) { if (_state == 1) Good(n); else if (_state == 2) Good(-n); } // expect: CAP0105
    public void Filtered(int n)
    {
        try { Good(n); }
        catch (InvalidOperationException) when (_state == 1) { }
        finally { if (_state == 2) Good(n); }
    }
    public string Interpolated() => _state != 1 ? $"state is {_state}" : "";
}

class Case_7012_volatile_field_that_is_set_once
{
    static volatile Case_7012_volatile_field_that_is_set_once s_instance;
    static readonly object Gate = new();
    volatile Link _link;
    volatile Link _replaced = new();
    volatile bool _disposed;
    readonly object _gate = new();
    volatile Link _fixed = new();

    public static Case_7012_volatile_field_that_is_set_once Instance
    {
        get
        {
            if (s_instance != null)
                return s_instance;
            lock (Gate)
            {
                if (s_instance == null)
                    s_instance = new Case_7012_volatile_field_that_is_set_once();
            }
            return s_instance;
        }
    }
    public Link Link() => _link ??= new Link();
    public int Speed() => _link != null ? _link.Speed : 0;
    public int Fixed() => _fixed != null ? _fixed.Speed : 0;
    public void Replace() { _replaced = new Link(); }
    public int OfTheReplaced() => _replaced != null ? _replaced.Speed : 0;
    public void Dispose() { _disposed = true; }
    public void Use(Action<bool> use) { if (!_disposed) use(_disposed); }
    public void Locked(int n)
    {
        if (_link != null)
        {
            lock (_gate)
                _link.Send(n);
        }
    }
}

class Case_7013_event_tested_and_raised
{
    public event EventHandler Changed;
    public static event Action Closed;
    event Action<int> Moved;

    protected virtual void OnChanged()
    {
        if (Changed != null)
            Changed(this, EventArgs.Empty); // expect: CAP0105
    }
    public static void OnClosed()
    {
        if (Closed == null)
            return;
        Closed.Invoke(); // expect: CAP0105
    }
    public void OnMoved(int n)
    {
        var handler = Moved;
        if (handler != null)
            Moved(n); // expect: CAP0105
    }
    public void Handed(Action<EventHandler> raise)
    {
        if (Changed is not null)
            raise(Changed); // expect: CAP0105
    }
}

class Case_7014_event_raised_by_one_read
{
    public event EventHandler Changed;
    event Action Closed = delegate { };
    public event Action Custom { add { } remove { } }
    Action _callback;

    public void Conditional() => Changed?.Invoke(this, EventArgs.Empty);
    public void Local() { var handler = Changed; if (handler != null) handler(this, EventArgs.Empty); }
    public void Never() => Closed();
    public void Twice() { Closed(); Closed(); }
    public void TestedAndConditional() { if (Changed != null) Changed?.Invoke(this, EventArgs.Empty); }
    public bool HasListeners => Changed != null;
    public void Subscribe(EventHandler handler) { if (Changed == null) Changed += handler; }
    public void Callback() { if (_callback != null) _callback(); }
    public void Set(Action callback) => _callback = callback;
    public void Count() { if (Changed != null) Console.WriteLine("somebody listens"); }
    public void Other(Case_7014_event_raised_by_one_read other) { if (Changed != null) other.Changed?.Invoke(this, EventArgs.Empty); }
    public void InAFunction(EventHandler changed) { if (changed != null) changed(this, EventArgs.Empty); }
}

class Case_7015_event_raised_in_another_part
{
    interface IHasEvent { event Action Changed; }

    partial class Source : IHasEvent
    {
        public event Action Changed;
    }

    partial class Source
    {
        public void Raise()
        {
            if (Changed != null)
                Changed(); // expect: CAP0105
        }
        class Inner
        {
            public void Raise(Source outer)
            {
                if (outer.Changed != null)
                    outer.Changed(); // expect: CAP0105
            }
        }
    }

    public void Elsewhere(IHasEvent2 source) { if (source.IsThere) source.Raise(); }
    public interface IHasEvent2 { event Action Changed; bool IsThere { get; } void Raise(); }
}

class Case_7016_event_that_its_type_clears
{
    public event Action Changed;
    public event Action Closed;
    public event Action Opened;
    public void Raise() { if (Changed != null) Changed(); } // expect: CAP0105
    public void RaiseMarked() { var closed = Volatile.Read(ref Closed); if (closed != null) closed(); }
    public void RaiseOnce() { Opened?.Invoke(); }
    public void Reset() { Changed = null; Closed = null; Opened = null; }
}

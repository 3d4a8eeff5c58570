// Contracts that come from bases and interfaces, and what replaces them.

interface IStore4030
{
    object Gate { get; }
    [Requires(nameof(Gate))] void Put(int value);
    [Excludes(nameof(Gate))] void Flush();
    [Requires(nameof(Gate))] int Count { get; }
    [Requires(nameof(Gate))] void PutTwice(int value)
    {
        Put(value);
        Put(value);
    }
    void PutSafely(int value)
    {
        lock (Gate)
            Put(value);
    }
    void PutUnsafely(int value) { Put(value); } // expect: CAP0011
}
class Case_4030_implementations_inherit_the_contracts_of_their_interface : IStore4030
{
    public object Gate { get; } = new();
    [GuardedBy(nameof(Gate))] int _n;

    public void Put(int value) => _n += value;
    public void Flush()
    {
        lock (Gate)
            _n = 0;
    }
    int IStore4030.Count => _n;

    void GoodThroughTheClass()
    {
        lock (Gate)
            Put(1);
        Flush();
    }
    static int GoodThroughTheInterface(IStore4030 store)
    {
        store.Flush();
        store.PutSafely(1);
        lock (store.Gate)
        {
            store.Put(1);
            store.PutTwice(2);
            return store.Count;
        }
    }
    void GoodCastToTheInterface()
    {
        lock (Gate)
            ((IStore4030)this).Put(1);
    }
    static void GoodConstrained<T>(T store) where T : IStore4030
    {
        lock (store.Gate)
            store.Put(1);
    }
    void BadThroughTheClass() { Put(1); } // expect: CAP0011
    void BadExcluded()
    {
        lock (Gate)
            Flush(); // expect: CAP0012
    }
    static int BadExplicitImplementation(IStore4030 store) { return store.Count; } // expect: CAP0011
    static void BadDefaultMember(IStore4030 store) { store.PutTwice(1); } // expect: CAP0011
    static void BadConstrained<T>(T store) where T : IStore4030 { store.Put(1); } // expect: CAP0011
    static void BadOther(IStore4030 a, IStore4030 b)
    {
        lock (a.Gate)
            b.Put(1); // expect: CAP0011
    }
}

abstract class Machine4031
{
    protected readonly object Gate = new();
    protected readonly object Spare = new();
    [GuardedBy(nameof(Gate))] protected int State;

    [Requires(nameof(Gate))] public virtual void Step() => State++;
    [Requires(nameof(Gate))] public virtual int Speed { get => State; set => State = value; }
    [Excludes(nameof(Gate))] public virtual void Stop() { }
    [Requires(nameof(Gate), nameof(Spare))] public virtual void Reset() => State = 0;
    [Acquires(nameof(Gate))] public abstract void Begin();
    [Releases(nameof(Gate))] public abstract void End();
    protected object Mine => Gate;
}
class Case_4031_overrides_inherit_what_they_do_not_state : Machine4031
{
    public override void Step()
    {
        base.Step();
        State *= 2;
    }
    public override int Speed
    {
        get => base.Speed * 2;
        set => State = value;
    }
    public override void Stop()
    {
        lock (Gate)
            State = 0;
    }
    public override void Begin() => Monitor.Enter(Gate);
    public override void End() => Monitor.Exit(Gate);

    void Good()
    {
        Begin();
        Step();
        Speed = Speed + 1;
        End();
        Stop();
    }
    void GoodThroughTheBase(Machine4031 machine)
    {
        machine.Begin();
        machine.Step();
        machine.End();
        machine.Stop();
    }
    void BadStep() { Step(); } // expect: CAP0011
    void BadBase() { base.Step(); } // expect: CAP0011
    void BadSpeed() { Speed = 3; } // expect: CAP0011
    void BadBegin(bool again) { Begin(); } // expect: CAP0024
    void BadStop()
    {
        Begin();
        Stop(); // expect: CAP0012
        End();
    }
}
class Case_4032_an_override_that_states_less_needs_less : Machine4031
{
    [Requires(nameof(Gate))]
    public override void Reset() => State = 0;
    [Requires(nameof(Gate))]
    public override void Step() => State += 2;
    public override void Begin()
    {
        Console.WriteLine("takes nothing");
    } // expect: CAP0025
    public override void End() => Monitor.Exit(Gate);

    void Good()
    {
        lock (Gate)
        {
            Reset();
            Step();
        }
    }
    void GoodBaseType(Case_4032_an_override_that_states_less_needs_less other)
    {
        lock (other.Gate)
            other.Reset();
    }
    void BadEnd() { End(); } // expect: CAP0022
    void BadReset()
    {
        lock (Spare)
            Reset(); // expect: CAP0011
    }
    void BadBaseNeedsBoth()
    {
        lock (Gate)
            base.Reset(); // expect: CAP0011
    }
}

abstract class Cache4033<TKey, TValue>
{
    protected readonly ReaderWriterLockSlim Gate = new();
    [GuardedBy(nameof(Gate))] protected readonly Dictionary<TKey, TValue> Items = new();
    [RequiresShared(nameof(Gate))] public abstract TValue Find(TKey key);
    [Requires(nameof(Gate))] public virtual void Store(TKey key, TValue value) => Items[key] = value;
}
class Case_4033_contracts_of_generic_bases : Cache4033<string, int>
{
    public override int Find(string key) => Items.Count;
    public override void Store(string key, int value)
    {
        Items[key] = value;
        base.Store(key + "s", value);
    }

    int Good(string key)
    {
        Gate.EnterReadLock();
        try { return Find(key); }
        finally { Gate.ExitReadLock(); }
    }
    void GoodStore(Case_4033_contracts_of_generic_bases other)
    {
        other.Gate.EnterWriteLock();
        try { other.Store("key", other.Find("key")); }
        finally { other.Gate.ExitWriteLock(); }
    }
    int BadFind(string key) { return Find(key); } // expect: CAP0011
    void BadStore(string key)
    {
        Gate.EnterReadLock();
        try
        {
            Store(key, 1); // expect: CAP0011
        }
        finally { Gate.ExitReadLock(); }
    }
}

class Base4034
{
    protected readonly object _gate = new();
    [GuardedBy(nameof(_gate))] protected int Total;
    [Requires(nameof(_gate))] protected void Add() => Total++;
    [Requires("this")] protected void Note() => Console.WriteLine("under the monitor of the object");
}
class Case_4034_hidden_locks_are_other_locks : Base4034
{
    readonly new object _gate = new();
    [GuardedBy(nameof(_gate))] int _own;

    void Good()
    {
        lock (_gate)
            _own++;
        lock (base._gate)
        {
            Add();
            Total++;
        }
    }
    void GoodThis()
    {
        lock (this)
            Note();
    }
    [MethodImpl(MethodImplOptions.Synchronized)] void GoodSynchronized() => Note();
    void BadOwnLockForTheBase()
    {
        lock (_gate)
            Add(); // expect: CAP0011
    }
    void BadBaseLockForTheOwn()
    {
        lock (base._gate)
            _own++; // expect: CAP0002
    }
    void BadThis()
    {
        lock (base._gate)
            Note(); // expect: CAP0011
    }
}

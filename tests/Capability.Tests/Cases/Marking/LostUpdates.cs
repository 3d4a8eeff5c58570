// CAP0103: what is written to lock-free state depends on what was read before, and nothing joins the two.
using System.Collections.Immutable;

sealed class Node(Node next) { public Node Next => next; public int Size; }

class Case_3040_operators
{
    [Atomic] int _count;
    [Atomic] bool _dirty;
    [Atomic] string _log = "";
    [Atomic] Action _handlers;
    [Atomic] int _bits;

    public void Up() { _count++; } // expect: CAP0103
    public int UpBefore() => ++_count; // expect: CAP0103
    public int Down() => _count--; // expect: CAP0103
    public void Add(int n) { _count += n; } // expect: CAP0103
    public void Dirty(bool b) { _dirty |= b; } // expect: CAP0103
    public void Log(string s) { _log += s; } // expect: CAP0103
    public void On(Action a) { _handlers += a; } // expect: CAP0103
    public void UnderALock() { lock (_log) _count++; } // expect: CAP0103
    public void Local() { ref int n = ref _count; n++; } // expect: CAP0103
    public void Atomically()
    {
        Interlocked.Increment(ref _count);
        Interlocked.Decrement(ref _count);
        Interlocked.Add(ref _count, 3);
        Interlocked.Or(ref _bits, 4);
        Interlocked.And(ref _bits, ~4);
    }
    public Case_3040_operators() { _count++; _log += "made"; }
    public void Racy() { DataRace.Write(ref _count, DataRace.Read(ref _count, "a hint") + 1, "a hint"); }
}

class Case_3041_values_that_come_from_the_state_itself
{
    [Atomic] int _max;
    [Atomic] Node _head;
    [Atomic] ImmutableDictionary<string, int> _map = ImmutableDictionary<string, int>.Empty;
    [Atomic] Node _config = new(null);
    [Atomic] int _a;
    [Atomic] int _b;

    public void Raise(int n) { Volatile.Write(ref _max, Math.Max(Volatile.Read(ref _max), n)); } // expect: CAP0103
    public void Push() { _head = new Node(_head); } // expect: CAP0103
    public void Pop() { _head = _head.Next; } // expect: CAP0103
    public void Put(string s)
    {
        var map = Volatile.Read(ref _map);
        map = map.SetItem(s, 1);
        Volatile.Write(ref _map, map); // expect: CAP0103
    }
    public void Resize(int n)
    {
        var old = _config;
        var next = new Node(old.Next) { Size = n };
        _config = next; // expect: CAP0103
    }
    public void Double() { Interlocked.Exchange(ref _a, Volatile.Read(ref _a) * 2); } // expect: CAP0103
    public void Fresh(int n) { Volatile.Write(ref _max, n); _head = new Node(null); _config = new Node(_head); }
    public void FromTheOther() { Volatile.Write(ref _a, Volatile.Read(ref _b) + 1); }
    public void FromAnother(Case_3041_values_that_come_from_the_state_itself other) { Volatile.Write(ref _a, Volatile.Read(ref other._a)); }
    public void ByLoop(int n)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _max);
            if (seen >= n)
                return;
        }
        while (Interlocked.CompareExchange(ref _max, n, seen) != seen);
    }
    public void PushByLoop()
    {
        Node head;
        do
        {
            head = _head;
        }
        while (Interlocked.CompareExchange(ref _head, new Node(head), head) != head);
    }
    public void Update(string s) => ImmutableInterlocked.AddOrUpdate(ref _map, s, 1, (_, n) => n + 1);
    public Func<Node> Later() { _head = new Node(null); return () => _head; }
    public void Log(Action<int> log)
    {
        int old = Volatile.Read(ref _a);
        Volatile.Write(ref _a, 0);
        log(old);
    }
}

class Case_3042_check_then_act
{
    [Atomic] int _state;
    [Atomic] bool _started;
    [Atomic] Node _node;
    [Atomic] bool _running = true;

    public bool Try()
    {
        if (Volatile.Read(ref _state) != 0)
            return false;
        Volatile.Write(ref _state, 1); // expect: CAP0103
        return true;
    }
    public void Local()
    {
        bool started = Volatile.Read(ref _started);
        if (!started)
            Volatile.Write(ref _started, true); // expect: CAP0103
    }
    public void Limit(int n) { if (Volatile.Read(ref _state) > n) Volatile.Write(ref _state, n); } // expect: CAP0103
    public void Once() { if (_node == null) _node = new Node(null); } // expect: CAP0103
    public void Twice(bool b)
    {
        if (Volatile.Read(ref _state) == 2)
        {
            if (b)
                Console.WriteLine();
            Volatile.Write(ref _state, 3); // expect: CAP0103
        }
    }
    public void AfterTheQuestion()
    {
        if (Volatile.Read(ref _state) == 2)
            Console.WriteLine("two");
        Volatile.Write(ref _state, 3);
    }
    public bool Atomically() => Interlocked.CompareExchange(ref _state, 1, 0) == 0;
    public void Owner()
    {
        if (Interlocked.CompareExchange(ref _state, 1, 0) == 0)
            Volatile.Write(ref _state, 2);
    }
    public void OwnerAfterATest()
    {
        if (Volatile.Read(ref _state) == 0 && Interlocked.CompareExchange(ref _state, 1, 0) == 0)
            Volatile.Write(ref _state, 2);
    }
    public void TestAndSet()
    {
        if (!Volatile.Read(ref _started) && !Interlocked.Exchange(ref _started, true))
            Console.WriteLine("first");
    }
    public void Loop(Func<bool> step)
    {
        while (Volatile.Read(ref _running))
        {
            if (!step())
                Volatile.Write(ref _running, false);
        }
    }
    public void Wait()
    {
        while (Volatile.Read(ref _state) != 5)
            Thread.Yield();
        Volatile.Write(ref _state, 6);
    }
    public void Cancel(List<Func<bool>> steps)
    {
        foreach (var step in steps)
        {
            if (!Volatile.Read(ref _running))
                break;
            if (!step())
                Volatile.Write(ref _running, false);
        }
    }
    public void StopUnless(Func<bool> step)
    {
        if (Volatile.Read(ref _state) == 9)
            throw new InvalidOperationException();
        if (!step())
            Volatile.Write(ref _state, 8);
    }
    public void TryFinally()
    {
        if (Volatile.Read(ref _state) == 9)
            return;
        lock (this)
        {
            try { Volatile.Write(ref _state, 8); } // expect: CAP0103
            finally { Console.WriteLine(); }
        }
    }
    public void Expression() => _ = Volatile.Read(ref _started) || (_started = true); // expect: CAP0103
    public void OtherState() { if (Volatile.Read(ref _state) == 0) Volatile.Write(ref _started, true); }
    public void Set(bool b) { if (b) Volatile.Write(ref _started, true); else Volatile.Write(ref _started, false); }
}

class Case_3043_unless_set
{
    [Atomic] Node _node;
    [Atomic] Node _locked;
    [Atomic] string _text;
    [Atomic] int _hash;
    [Atomic, SetOnce] Node _once;
    readonly object _gate = new();
    readonly int _a = Environment.ProcessorCount, _b = 2;

    public Node Get() => _node ??= new Node(null); // expect: CAP0103
    public Node Locked() { lock (_gate) return _locked ??= new Node(null); }
    public Node DoubleChecked()
    {
        if (_locked == null)
        {
            lock (_gate)
            {
                if (_locked == null)
                    _locked = new Node(null);
            }
        }
        return _locked;
    }
    public string Text() => _text ??= string.Concat(_a.ToString(), "/", _b.ToString());
    public int Hash()
    {
        int hash = Volatile.Read(ref _hash);
        if (hash == 0)
        {
            hash = Compute();
            Volatile.Write(ref _hash, hash);
        }
        return hash;
    }
    int Compute() { int h = _a; h = h * 31 + _b; return h; }
    public Node Ensure() => LazyInitializer.EnsureInitialized(ref _node, () => new Node(null));
    public Node EnsureByHand() => _node ?? Interlocked.CompareExchange(ref _node, new Node(null), null) ?? _node; // maybe: CAP0105
    public Node Once() { lock (_gate) return _once ??= new Node(null); }
}

class Case_3044_copies_under_the_one_lock_of_all_writers
{
    readonly object _gate = new();
    readonly object _other = new();
    [Atomic] ImmutableList<int> _list = ImmutableList<int>.Empty;
    [Atomic] ImmutableList<int> _mixed = ImmutableList<int>.Empty;
    [Atomic] int[] _array = new int[0];

    public void Add(int n) { lock (_gate) _list = _list.Add(n); }
    public void Remove(int n) { lock (_gate) { var list = _list; _list = list.Remove(n); } }
    public void Clear() { lock (_gate) _list = ImmutableList<int>.Empty; }
    public int Count() => _list.Count;
    public void AddMixed(int n) { lock (_gate) _mixed = _mixed.Add(n); } // expect: CAP0103
    public void ClearMixed() { lock (_other) _mixed = ImmutableList<int>.Empty; }
    public void Grow() { lock (_gate) Swap(); }
    [Requires(nameof(_gate))] void Swap() { _array = _array.Append(1).ToArray(); }
}

// Guarded state in guarded state, references to references, and objects behind wrappers.

struct Inner7010
{
    public object Gate;
    [GuardedBy(nameof(Gate))] public int N;
    public int Free;
}
class Holder7010
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
    public int Free;
}
class Case_7010_a_guarded_object_with_guards_of_its_own
{
    readonly object _outer = new();
    [GuardedBy(nameof(_outer))] Holder7010 _holder = new();

    void GoodBoth() { lock (_outer) lock (_holder.Gate) _holder.N = 1; }
    int GoodRead() { lock (_outer) lock (_holder.Gate) return _holder.N; }
    void GoodFree() { lock (_outer) _holder.Free = 1; }
    void GoodSwap() { lock (_outer) _holder = new Holder7010(); }
    void BadOuterOnly() { lock (_outer) _holder.N = 1; } // expect: CAP0002
    void BadFreeNeedsTheOuter() { _holder.Free = 1; } // expect: CAP0002
    int BadReadOuterOnly() { lock (_outer) return _holder.N; } // expect: CAP0001
    void BadNeither()
    {
        _holder.N = 1; // expect: CAP0001, CAP0002
    }
}

class Case_7011_chains_of_references_to_guarded_state
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] Inner7010 _inner;
    [GuardedBy(nameof(_gate))] readonly int[] _row = new int[4];

    void GoodChain() { lock (_gate) { ref int a = ref _n; ref int b = ref a; ref int c = ref b; c++; } }
    void GoodField() { lock (_gate) { ref Inner7010 inner = ref _inner; inner.Free = 1; } }
    void GoodElement() { lock (_gate) { ref int cell = ref _row[2]; cell = 3; } }
    void GoodCopyByValue() { Inner7010 copy; lock (_gate) copy = _inner; copy.Free = 2; }
    void GoodCopyOfElement() { int cell; lock (_gate) cell = _row[0]; cell++; }
    void GoodParameterRef(ref int other) { ref int a = ref other; a++; }
    void BadCopy() { int copy = _n; copy++; } // expect: CAP0001
    void BadStructCopy()
    {
        var copy = _inner; // expect: CAP0001
        copy.Free = 1;
    }
    void BadFieldThroughARef()
    {
        ref Inner7010 inner = ref _inner;
        inner.Free = 1; // expect: CAP0002
    }
    int BadReadThroughAChain()
    {
        ref int a = ref _n;
        ref int b = ref a;
        return b; // expect: CAP0001
    }
    void BadElementThroughARef()
    {
        ref int cell = ref _row[2];
        cell++; // expect: CAP0002
    }
}

sealed class Node7012
{
    public int Value;
    public Node7012 Next;
    public int this[int i] { get => i; set { } }
}
class Case_7012_objects_and_variables_with_locks_of_their_own
{
    readonly ReaderWriterLockSlim _variable = new();
    readonly object _object = new();
    [GuardedBy(nameof(_variable)), PtGuardedBy(nameof(_object))] Node7012 _node = new();
    [PtGuardedBy(nameof(_object))] Node7012 _only = new();
    [PtGuardedBy(nameof(_object))] int[] _row = new int[4];

    void GoodBoth() { _variable.EnterReadLock(); lock (_object) _node.Value = 1; _variable.ExitReadLock(); }
    void GoodSwap() { _variable.EnterWriteLock(); _node = new Node7012(); _variable.ExitWriteLock(); }
    void GoodVariableOfTheSecond() { _only = new Node7012(); if (_only == null) _only = new Node7012(); }
    void GoodRow() { lock (_object) { _row[0] = _row[1] + _row.Length; } _row = new int[8]; }
    void GoodIndexer() { lock (_object) _only[3] = _only[4]; }
    int BadRead() => _only.Value; // expect: CAP0003
    void BadWrite() => _only.Value = 1; // expect: CAP0004
    int BadIndexer() => _only[1]; // expect: CAP0003
    void BadIndexerWrite() => _only[1] = 2; // expect: CAP0004
    int BadElement() => _row[0]; // expect: CAP0003
    void BadElementWrite() => _row[0] = 1; // expect: CAP0004
    int BadTwoSteps() => _only.Next.Value; // expect: CAP0003
    void BadVariable() { lock (_object) Console.WriteLine(_node.Value); } // expect: CAP0001
    void BadObject() { _variable.EnterReadLock(); Console.WriteLine(_node.Value); _variable.ExitReadLock(); } // expect: CAP0003
    void BadSwapUnderRead() { _variable.EnterReadLock(); _node = null; _variable.ExitReadLock(); } // expect: CAP0002
}

class Case_7013_stacked_guards_of_objects
{
    readonly object _a = new(), _b = new();
    [PtGuardedBy(nameof(_a)), PtGuardedBy(nameof(_b))] readonly List<int> _all = [];
    [PtGuardedBy(nameof(_a), nameof(_b))] readonly List<int> _any = [];

    void GoodAll() { lock (_a) lock (_b) { _all.Add(_all.Count); _any.Add(1); } }
    int GoodAny() { lock (_b) return _any.Count; }
    int GoodAnyOther() { lock (_a) return _any[0]; }
    object GoodVariable() => _all == null ? _a : _b;
    int BadAllUnderOne() { lock (_a) return _all.Count; } // expect: CAP0003
    void BadAnyWrite() { lock (_a) _any.Clear(); } // expect: CAP0004
    int BadAnyNone() => _any.Count; // expect: CAP0003
}

class Case_7014_objects_behind_wrappers
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] readonly Lazy<List<int>> _lazy = new(() => []);
    [GuardedBy(nameof(_gate))] WeakReference<string> _weak = new("x");
    [GuardedBy(nameof(_gate))] int? _maybe;

    int GoodLazy() { lock (_gate) return _lazy.Value.Count; }
    string GoodWeak() { lock (_gate) return _weak.TryGetTarget(out var text) ? text : ""; }
    int GoodMaybe() { lock (_gate) return _maybe ?? 0; }
    void GoodSet() { lock (_gate) { _maybe = 3; _weak = new("y"); } }
    int BadLazy() => _lazy.Value.Count; // expect: CAP0001
    bool BadWeak() => _weak.TryGetTarget(out _); // expect: CAP0001
    bool BadHasValue() => _maybe.HasValue; // expect: CAP0001
    int BadMaybe() => _maybe ?? 0; // expect: CAP0001
    void BadSet() => _maybe = 3; // expect: CAP0002
}

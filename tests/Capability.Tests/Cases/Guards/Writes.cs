// Every expression that writes guarded state: one CAP0002 for each, also where the write reads first.

class Case_2010_assignments
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;
    [GuardedBy(nameof(_rw))] uint _bits;
    [GuardedBy(nameof(_rw))] bool _on;
    [GuardedBy(nameof(_rw))] string _name;
    int _free;

    void GoodUnderTheWriteLock()
    {
        _rw.EnterWriteLock();
        _n = 1;
        _n += 1; _n -= 1; _n *= 2; _n /= 2; _n %= 7;
        _bits &= 1; _bits |= 2; _bits ^= 3; _bits <<= 1; _bits >>= 1; _bits >>>= 1;
        _on |= true;
        _name ??= "x";
        _name += "y";
        _n++; ++_n; _n--; --_n;
        (_n) = 2;
        this._n = 3;
        _rw.ExitWriteLock();
    }
    void GoodUnguarded() { _free = 1; _free += 2; ++_free; _free--; }
    int GoodReadUnderTheReadLock()
    {
        _rw.EnterReadLock();
        int n = _n + (int)_bits;
        _rw.ExitReadLock();
        return n;
    }
    void BadSimple() { _n = 1; } // expect: CAP0002
    void BadThis() { this._n = 1; } // expect: CAP0002
    void BadParenthesised() { (_n) = 1; } // expect: CAP0002
    void BadAdd() { _n += 1; } // expect: CAP0002
    void BadSubtract() { _n -= 1; } // expect: CAP0002
    void BadMultiply() { _n *= 2; } // expect: CAP0002
    void BadDivide() { _n /= 2; } // expect: CAP0002
    void BadRemainder() { _n %= 2; } // expect: CAP0002
    void BadAnd() { _bits &= 1; } // expect: CAP0002
    void BadOr() { _on |= true; } // expect: CAP0002
    void BadXor() { _bits ^= 1; } // expect: CAP0002
    void BadShiftLeft() { _bits <<= 1; } // expect: CAP0002
    void BadShiftRight() { _bits >>= 1; } // expect: CAP0002
    void BadShiftUnsigned() { _n >>>= 1; } // expect: CAP0002
    void BadCoalesce() { _name ??= "x"; } // expect: CAP0002
    void BadConcatenate() { _name += "x"; } // expect: CAP0002
    void BadPreIncrement() { ++_n; } // expect: CAP0002
    void BadPostIncrement() { _n++; } // expect: CAP0002
    void BadPreDecrement() { --_n; } // expect: CAP0002
    int BadPostDecrement() { return _n--; } // expect: CAP0002
    int BadNested() { return _free = _n = 4; } // expect: CAP0002
    void BadInACondition(int n)
    {
        if ((_n = n) > 0) // expect: CAP0002
            Console.WriteLine(n);
    }
    void BadInAnArgument() { Console.WriteLine(_n = 2); } // expect: CAP0002
    void BadUnderTheReadLock()
    {
        _rw.EnterReadLock();
        _n++; // expect: CAP0002
        _rw.ExitReadLock();
    }
}

class Case_2011_a_write_and_a_read_in_one_assignment
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _to;
    [GuardedBy(nameof(_gate))] int _from;
    int _free;

    void Good() { lock (_gate) _to = _from; }
    void GoodChain() { lock (_gate) _free = _to = _from; }
    void GoodSwap() { lock (_gate) (_to, _from) = (_from, _to); }
    void GoodToUnguarded() { _free = 3; }
    void Bad()
    {
        _to = // expect: CAP0002
            _from; // expect: CAP0001
    }
    void BadRead() { _free = _from; } // expect: CAP0001
    void BadSelf()
    {
        _to = // expect: CAP0002
            _to + 1; // expect: CAP0001
    }
    void BadCompound()
    {
        _to += // expect: CAP0002
            _from; // expect: CAP0001
    }
}

class Case_2012_deconstruction
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _a;
    [GuardedBy(nameof(_gate))] int _b;
    [GuardedBy(nameof(_gate))] (int X, int Y) _pair;
    int _free;

    void GoodSwap() { lock (_gate) (_a, _b) = (_b, _a); }
    void GoodIntoLocals() { lock (_gate) { var (x, y) = _pair; _free = x + y; } }
    void GoodMixed() { lock (_gate) (_a, var y) = (1, 2); }
    void GoodNested() { lock (_gate) ((_a, _), _b) = ((1, 2), 3); }
    void GoodUnguarded() { (_free, var y) = (1, 2); }
    void GoodDiscards() { (_, _) = (1, 2); }
    void BadSwap()
    {
        (_a, // expect: CAP0002
            _b) = // expect: CAP0002
            (_b, // expect: CAP0001
            _a); // expect: CAP0001
    }
    void BadFirst() { (_a, var y) = (1, 2); } // expect: CAP0002
    void BadNested() { ((_free, _a), _) = ((1, 2), 3); } // expect: CAP0002
    void BadSource() { var (x, y) = _pair; } // expect: CAP0001
    void BadWholeTuple() { _pair = (1, 2); } // expect: CAP0002
    void BadElementTarget() { (_pair.X, _) = (1, 2); } // expect: CAP0002
    void BadOneOfTwoUnderTheLock()
    {
        int a = 3;
        lock (_gate)
            _b = a;
        (_a, _free) = (a, a); // expect: CAP0002
    }
}

class Case_2013_by_reference
{
    readonly ReaderWriterLockSlim _rw = new();
    [GuardedBy(nameof(_rw))] int _n;
    [GuardedBy(nameof(_rw))] readonly int[] _row = new int[4];
    int _free;

    static void Bump(ref int n) => n++;
    static void Set(out int n) => n = 1;
    static int Show(in int n) => n;
    static int ShowReadOnly(ref readonly int n) => n;

    void GoodExclusive()
    {
        _rw.EnterWriteLock();
        Bump(ref _n);
        Set(out _n);
        int.TryParse("3", out _row[1]);
        Show(in _n);
        _rw.ExitWriteLock();
    }
    void GoodShared()
    {
        _rw.EnterReadLock();
        Show(in _n);
        ShowReadOnly(in _n);
        Show(_row[0]);
        _rw.ExitReadLock();
    }
    void GoodOthers(string text)
    {
        Bump(ref _free);
        Set(out int n);
        Set(out _);
        if (int.TryParse(text, out var m)) Show(in m);
        Show(n);
    }
    void BadRef() { Bump(ref _n); } // expect: CAP0005
    void BadOut() { Set(out _n); } // expect: CAP0005
    void BadOutParse(string text) { int.TryParse(text, out _n); } // expect: CAP0005
    void BadIn() { Show(in _n); } // expect: CAP0005
    void BadRefReadonly() { ShowReadOnly(in _n); } // expect: CAP0005
    void BadElement() { Bump(ref _row[0]); } // expect: CAP0005
    void BadRefUnderTheReadLock()
    {
        _rw.EnterReadLock();
        Bump(ref _n); // expect: CAP0005
        _rw.ExitReadLock();
    }
    void BadOutUnderTheReadLock()
    {
        _rw.EnterReadLock();
        Set(out _row[0]); // expect: CAP0005
        _rw.ExitReadLock();
    }
    unsafe void BadFixed()
    {
        fixed (int* p = &_n) // expect: CAP0005
            Console.WriteLine("pinned");
    }
    unsafe void BadFixedElement()
    {
        fixed (int* p = &_row[1]) // expect: CAP0005
            Console.WriteLine("pinned");
    }
}

class Case_2014_ref_locals
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] int _m;
    [GuardedBy(nameof(_gate))] readonly int[] _row = new int[4];
    int _free;

    void GoodBindingIsNoAccess()
    {
        ref int n = ref _n;
        ref int cell = ref _row[0];
        lock (_gate)
        {
            n = 1;
            cell = n;
        }
    }
    void GoodConditionalRef(bool first)
    {
        lock (_gate)
        {
            ref int n = ref first ? ref _n : ref _m;
            n++;
        }
    }
    void GoodReassignedAwayFromGuardedState()
    {
        ref int n = ref _n;
        lock (_gate) n++;
        n = ref _free;
        n++;
    }
    int GoodReadOnly()
    {
        ref readonly int n = ref _n;
        lock (_gate) return n;
    }
    [Requires(nameof(_gate))] ref int GoodRefReturn() => ref _n;
    [RequiresShared(nameof(_gate))] ref readonly int GoodReadOnlyRefReturn() => ref _n;
    void BadWrite()
    {
        ref int n = ref _n;
        n = 1; // expect: CAP0002
    }
    int BadRead()
    {
        ref int n = ref _n;
        return n; // expect: CAP0001
    }
    int BadReadOnly()
    {
        ref readonly int n = ref _n;
        return n; // expect: CAP0001
    }
    void BadChain()
    {
        ref int n = ref _n;
        ref int again = ref n;
        again++; // expect: CAP0002
    }
    void BadElement()
    {
        ref int cell = ref _row[1];
        cell = 4; // expect: CAP0002
    }
    void BadReassigned()
    {
        ref int n = ref _free;
        n = 1;
        n = ref _n;
        n = 2; // expect: CAP0002
    }
    ref int BadRefReturn() { return ref _n; } // expect: CAP0006
    ref int BadRefReturnUnderALock() { lock (_gate) return ref _n; } // expect: CAP0006
}

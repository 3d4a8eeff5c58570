// Every expression and every statement head that reads guarded state. One read is one CAP0001, wherever it hides.

class Case_2001_reads_in_expressions
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] bool _on;
    [GuardedBy(nameof(_gate))] string _name = "";
    [GuardedBy(nameof(_gate))] object _any;
    [GuardedBy(nameof(_gate))] Func<int> _source;
    int _free;
    readonly int[] _table = new int[4];

    int GoodArithmetic() { lock (_gate) return -_n + (_n << 1) * ~_n; }
    long GoodCast() { lock (_gate) return checked((long)_n); }
    bool GoodLogic(bool b) { lock (_gate) return b && !_on || _n == 3; }
    string GoodText() { lock (_gate) return $"{_n:x} of {_name}" + _n; }
    int GoodConditional(bool b) { lock (_gate) return b ? _n : _name.Length; }
    object GoodCoalesce() { lock (_gate) return _any ?? _name; }
    string GoodNullConditional() { lock (_gate) return _any?.ToString(); }
    int GoodDelegate() { lock (_gate) return _source(); }
    int GoodIndex() { lock (_gate) return _table[_n]; }
    int GoodUnguarded(bool b) => b ? _free : _table[_free];
    (int, int) GoodTuple() { lock (_gate) return (_n, _n); }
    int GoodCopy()
    {
        int n;
        lock (_gate) n = _n;
        return n + n;
    }
    int BadReturn() { return _n; } // expect: CAP0001
    int BadArrow() => _n; // expect: CAP0001
    long BadCast() => checked((long)_n); // expect: CAP0001
    bool BadNegation() => !_on; // expect: CAP0001
    bool BadRightOfAnd(bool b) => b && _on; // expect: CAP0001
    string BadInterpolation() => $"about {_n:x}"; // expect: CAP0001
    string BadConcatenation() => "about " + _n; // expect: CAP0001
    int BadConditional(bool b) => b ? _n : 0; // expect: CAP0001
    object BadCoalesce(object other) => other ?? _any; // expect: CAP0001
    string BadNullConditional() => _any?.ToString(); // expect: CAP0001
    int BadDelegate() => _source(); // expect: CAP0001
    int BadDelegateByInvoke() => _source.Invoke(); // expect: CAP0001
    int BadIndex() => _table[_n]; // expect: CAP0001
    (int, int) BadTuple() => (_n, 1); // expect: CAP0001
    bool BadTupleEquality((int, int) pair) => (_n, 1) == pair; // expect: CAP0001
    void BadDiscard() { _ = _n; } // expect: CAP0001
    void BadParenthesised() { _free = ((_n)); } // expect: CAP0001
    int BadThis() => this._n; // expect: CAP0001
    int[] BadSize() => new int[_n]; // expect: CAP0001
    void BadArgument() { Console.WriteLine(_n); } // expect: CAP0001
    bool BadReferenceTest() => _any == null; // expect: CAP0001
    string BadMember() => _name.Trim(); // expect: CAP0001
}

class Case_2002_reads_in_patterns
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] object _any;
    [GuardedBy(nameof(_gate))] string _name = "";
    [GuardedBy(nameof(_gate))] readonly int[] _row = new int[3];

    bool GoodType() { lock (_gate) return _any is string { Length: > 3 }; }
    bool GoodList() { lock (_gate) return _row is [1, .., 2]; }
    bool GoodOnThis() { lock (_gate) return this is { _n: 3, _name.Length: 2 }; }
    string GoodSwitch() { lock (_gate) return _n switch { 0 => "none", > 5 when _name == "" => "many", _ => "some" }; }
    bool GoodOtherValue(int n) => n is > 3 and < 9 or 42;
    int GoodPatternVariable()
    {
        lock (_gate)
        {
            if (_any is not int n) return 0;
            return n;
        }
    }
    bool BadConstant() => _n is 3; // expect: CAP0001
    bool BadType() => _any is string; // expect: CAP0001
    bool BadDeclaration() => _any is string text && text.Length > 0; // expect: CAP0001
    bool BadAs() => _any as string == "x"; // expect: CAP0001
    bool BadProperty() => _name is { Length: > 3 }; // expect: CAP0001
    bool BadList() => _row is [1, ..]; // expect: CAP0001
    bool BadOnThis() => this is { _n: 3 }; // expect: CAP0001
    bool BadVar() => _n is var n && n > 0; // expect: CAP0001
    string BadSwitchHead() => _n switch // expect: CAP0001
    {
        0 => "none",
        _ => "some",
    };
    string BadSwitchGuard(int n) => n switch
    {
        0 => "none",
        > 5 when _n == 2 => "many", // expect: CAP0001
        _ => "some",
    };
    object BadSwitchArm(int n) => n switch
    {
        0 => null,
        _ => _any, // expect: CAP0001
    };
}

class Case_2003_reads_in_statement_heads
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] bool _on;
    [GuardedBy(nameof(_gate))] readonly List<int> _items = [];
    [GuardedBy(nameof(_gate))] IDisposable _resource;
    [GuardedBy(nameof(_gate))] readonly object _inner = new();

    void GoodHeads()
    {
        lock (_gate)
        {
            if (_on) Console.WriteLine("on");
            for (int i = _n; i < _n; i += _n) Console.WriteLine(i);
            foreach (int item in _items) Console.WriteLine(item);
            do { Console.WriteLine("once"); } while (_on && _n > 0);
            switch (_n) { case 0: break; default: goto case 0; }
            lock (_inner) Console.WriteLine("inner");
        }
    }
    void GoodCopyFirst()
    {
        int[] items;
        lock (_gate) items = _items.ToArray();
        foreach (int item in items) Console.WriteLine(item);
    }
    void BadIf()
    {
        if (_on) // expect: CAP0001
            Console.WriteLine("on");
    }
    void BadForInitialiser()
    {
        for (int i = _n; i < 3; i++) // expect: CAP0001
            Console.WriteLine(i);
    }
    void BadForCondition()
    {
        for (int i = 0; i < _n; i++) // expect: CAP0001
            Console.WriteLine(i);
    }
    void BadForStep()
    {
        for (int i = 0; i < 3; i += _n) // expect: CAP0001
            Console.WriteLine(i);
    }
    void BadForEach()
    {
        foreach (int item in _items) // expect: CAP0001
            Console.WriteLine(item);
    }
    void BadWhile()
    {
        while (_on) // expect: CAP0001
            Console.WriteLine("still on");
    }
    void BadDo()
    {
        do
        {
            Console.WriteLine("still on");
        } while (_on); // expect: CAP0001
    }
    void BadSwitch()
    {
        switch (_n) // expect: CAP0001
        {
            case 0: break;
            default: goto case 0;
        }
    }
    void BadSwitchWhen(int n)
    {
        switch (n)
        {
            case 1 when _on: // expect: CAP0001
                Console.WriteLine(n);
                break;
        }
    }
    void BadUsing()
    {
        using (_resource) // expect: CAP0001
            Console.WriteLine("used");
    }
    void BadUsingDeclaration()
    {
        using var resource = _resource; // expect: CAP0001
        Console.WriteLine("used");
    }
    void BadLock()
    {
        lock (_inner) // expect: CAP0001
            Console.WriteLine("inner");
    }
    void BadThrow() { throw new InvalidOperationException(_n.ToString()); } // expect: CAP0001
    async Task BadAwait() { await Task.Delay(_n); } // expect: CAP0001
    IEnumerable<int> GoodYield()
    {
        int n;
        lock (_gate) n = _n;
        yield return n;
    }
    IEnumerable<int> BadYield() { yield return _n; } // expect: CAP0001
    void BadGoto()
    {
        int left = 3;
    again:
        Console.WriteLine(left);
        if (_n < left--) // expect: CAP0001
            goto again;
    }
}

class Case_2004_expressions_that_only_look_like_accesses
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_gate))] List<string> _names = [];
    [GuardedBy(nameof(_gate))] const string Title = "tally"; // expect: CAP0303
    const int Size = sizeof(int);

    string GoodNameOf() => nameof(_n);
    string GoodNameOfPath() => nameof(_names.Count);
    Type GoodTypeOf() => typeof(List<string>);
    int GoodSizeOf() => Size + sizeof(long);
    string GoodConst() => Title;
    int GoodLocalOfTheSameName() { int _n = 3; return _n; }
    int GoodParameterOfTheSameName(int _n) => _n;
    [Obsolete(nameof(_n))] void GoodInAnAttribute() { }
    /// <summary>See <see cref="_n"/>.</summary>
    int GoodDefault() => default;
    int BadOutsideOfNameOf() => nameof(_names).Length + _n; // expect: CAP0001
    int BadParameterIsAnother(Case_2004_expressions_that_only_look_like_accesses _n) => _n._n; // expect: CAP0001
}

// Contracts of local functions, lambdas, delegate types, delegate fields and delegate parameters.

class Case_4040_local_functions_with_contracts
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Good()
    {
        lock (_gate)
            Bump(1);
        lock (_gate)
            Bump(by: 2);

        [Requires(nameof(_gate))] void Bump(int by) => _n += by;
    }
    void GoodExcluding()
    {
        Flush();
        lock (_other)
            Flush();

        [Excludes(nameof(_gate))]
        void Flush()
        {
            lock (_gate)
                _n = 0;
        }
    }
    void GoodEffects()
    {
        Enter();
        _n++;
        Leave();

        [Acquires(nameof(_gate))] void Enter() => Monitor.Enter(_gate);
        [Releases(nameof(_gate))] void Leave() => Monitor.Exit(_gate);
    }
    bool GoodTry()
    {
        if (!TryEnter()) return false;
        _n++;
        Monitor.Exit(_gate);
        return true;

        [TryAcquires(true, nameof(_gate))] bool TryEnter() => Monitor.TryEnter(_gate);
    }
    void BadCall()
    {
        Bump(1); // expect: CAP0011
        lock (_other)
            Bump(2); // expect: CAP0011

        [Requires(nameof(_gate))] void Bump(int by) => _n += by;
    }
    void BadExcluding()
    {
        lock (_gate)
            Flush(); // expect: CAP0012

        [Excludes(nameof(_gate))] void Flush() { lock (_gate) _n = 0; }
    }
    void BadBody()
    {
        Enter();
        Monitor.Exit(_gate);

        [Acquires(nameof(_gate))]
        void Enter()
        {
            Console.WriteLine("takes nothing");
        } // expect: CAP0025
    }
}

class Case_4041_lambdas_with_contracts
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    void Good()
    {
        var bump = [Requires(nameof(_gate))] (int by) => { _n += by; };
        lock (_gate)
        {
            bump(1);
            bump.Invoke(2);
        }
    }
    void GoodNested()
    {
        lock (_gate)
        {
            var outer = [Requires(nameof(_gate))] () =>
            {
                var inner = [Requires(nameof(_gate))] () => { _n++; };
                inner();
            };
            outer();
        }
    }
    void GoodUnchecked()
    {
        var bump = [NoCapabilityAnalysis("shown in a debugger")] () => { _n++; };
        bump();
    }
    void BadCall()
    {
        var bump = [Requires(nameof(_gate))] (int by) => { _n += by; };
        bump(1); // expect: CAP0011
    }
    void BadInvoke()
    {
        var bump = [Requires(nameof(_gate))] (int by) => { _n += by; };
        bump.Invoke(2); // expect: CAP0011
    }
}

class Book4042
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Total;
}
[Requires("book.Gate")] delegate void Post4042(Book4042 book, int cents);
[Requires("book.Gate")] delegate int Sum4042<T>(Book4042 book, T tag);
class Case_4042_delegate_types_with_contracts
{
    readonly object _gate = new();
    Post4042 _post = (book, cents) => book.Total += cents;
    Post4042 Current { get; set; }

    [Requires("book.Gate")] static void Add(Book4042 book, int cents) => book.Total += cents;
    static void AddSafely(Book4042 book, int cents)
    {
        lock (book.Gate)
            book.Total += cents;
    }
    static Post4042 Choose(bool safe) => safe ? AddSafely : Add;

    void GoodCalls(Book4042 book, Post4042 parameter, Sum4042<string> sum)
    {
        Post4042 local = Add;
        lock (book.Gate)
        {
            _post(book, 1);
            _post.Invoke(book, 2);
            _post?.Invoke(book, 3);
            parameter(book, 4);
            local(book, 5);
            Current(cents: 6, book: book);
            Choose(true)(book, 7);
            book.Total = sum(book, "tag");
        }
    }
    Post4042 GoodLambdaStartsWithItsContract() => (b, cents) =>
    {
        b.Total += cents;
        Add(b, cents);
    };
    Post4042 GoodAnonymousMethod() => delegate (Book4042 b, int cents) { b.Total += cents; };
    Post4042 GoodNeedsLess() => AddSafely;
    void BadField(Book4042 book) { _post(book, 1); } // expect: CAP0011
    void BadConditional(Book4042 book) { _post?.Invoke(book, 1); } // expect: CAP0011
    void BadParameter(Book4042 book, Post4042 post) { post(book, 1); } // expect: CAP0011
    void BadResult(Book4042 book) { Choose(false)(book, 1); } // expect: CAP0011
    int BadGeneric(Book4042 book, Sum4042<int> sum) { return sum(book, 1); } // expect: CAP0011
    void BadOther(Book4042 mine, Book4042 yours)
    {
        lock (mine.Gate)
            _post(yours, 1); // expect: CAP0011
    }
    void BadOwnGate(Book4042 book)
    {
        lock (_gate)
            Current(book, 1); // expect: CAP0011
    }
    Post4042 BadLambdaOverAnotherBook(Book4042 other)
    {
        return (book, cents) =>
        {
            book.Total += cents;
            other.Total -= cents; // expect: CAP0002
        };
    }
}

class Case_4043_fields_and_parameters_of_delegate_type_with_contracts
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    [Requires(nameof(_gate))] Action _changed;
    [Excludes(nameof(_gate))] Action _idle;
    [Acquires(nameof(_gate))] readonly Action _enter;
    [Releases(nameof(_gate))] readonly Action _leave;
    [TryAcquires(true, nameof(_gate))] readonly Func<bool> _tryEnter;

    Case_4043_fields_and_parameters_of_delegate_type_with_contracts(Action enter, Action leave, Func<bool> tryEnter)
        => (_enter, _leave, _tryEnter) = (enter, leave, tryEnter);

    void Visit([Requires(nameof(_gate))] Action<int> visitor)
    {
        lock (_gate)
            visitor(_n);
    }
    void GoodAssignedLambda() { _changed = () => _n++; }
    void GoodTrustedValue(Action value) { _changed = value; }
    void GoodArgument()
    {
        Visit(by => _n += by);
        Visit(Add);
    }
    [Requires(nameof(_gate))] void Add(int by) => _n += by;
    void GoodCalls()
    {
        lock (_gate)
            _changed?.Invoke();
        _idle();
        _enter();
        _n++;
        _leave();
        if (_tryEnter())
        {
            _n++;
            Monitor.Exit(_gate);
        }
    }
    void BadField() { _changed(); } // expect: CAP0011
    void BadIdle()
    {
        lock (_gate)
            _idle(); // expect: CAP0012
    }
    void BadLeave() { _leave(); } // expect: CAP0022
    void BadIdleBody() { _idle = () => _n++; } // expect: CAP0002
    void BadParameter([Requires(nameof(_gate))] Action<int> visitor) { visitor(1); } // expect: CAP0011
    void BadTry()
    {
        _tryEnter(); // expect: CAP0026
        _n++;
    }
}

// Delegates given to methods of this compilation, and delegates kept in locals.

class Case_4602_own_methods_that_only_invoke_their_delegate
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _kept;

    static void Run(Action action) => action();
    static void RunTwice(Action action)
    {
        action?.Invoke();
        action.Invoke();
    }
    void Locked(Action action)
    {
        lock (_gate)
            action();
    }
    void Keep(Action action)
    {
        action();
        _kept = action;
    }
    static void PassOn(Action action) => Task.Run(action);
    protected virtual void Overridable(Action action) => action();
    static async Task Later(Action action)
    {
        await Task.Yield();
        action();
    }
    static IEnumerable<int> Iterate(Action action)
    {
        action();
        yield return 1;
    }
    static void Annotated([InvokedInPlace] Action action) => RunTwice(action);

    void Good()
    {
        lock (_gate)
        {
            Run(() => _n++);
            RunTwice(() => _n++);
            Run(action: () => _n++);
            Annotated(() => _n++);
        }
    }
    void GoodOwnLocks()
    {
        Run(() => { lock (_gate) _n++; });
        Keep(() => { lock (_gate) _n++; });
    }
    void GoodMethodGroup()
    {
        lock (_gate)
            Run(Bump);
    }
    void GoodRequirement([Requires(nameof(_gate))] Action action)
    {
        lock (_gate)
            action();
    }
    [Requires(nameof(_gate))] void Bump() => _n++;
    void BadOutside() { Run(() => _n++); } // expect: CAP0002
    void BadMethodGroup() { Run(Bump); } // expect: CAP0011
    void BadItsOwnLockIsNotSeen() { Locked(() => _n++); } // expect: CAP0002
    void BadKept()
    {
        lock (_gate)
            Keep(() => _n++); // expect: CAP0002
    }
    void BadPassedOn()
    {
        lock (_gate)
            PassOn(() => _n++); // expect: CAP0002
    }
    void BadVirtual()
    {
        lock (_gate)
            Overridable(() => _n++); // expect: CAP0002
    }
    Task BadAsync()
    {
        lock (_gate)
            return Later(() => _n++); // expect: CAP0002
    }
    IEnumerable<int> BadIterator()
    {
        lock (_gate)
            return Iterate(() => _n++); // expect: CAP0002
    }
}

class Case_4603_local_delegates
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _kept;

    void GoodOnlyInvoked()
    {
        Action bump = () => _n++;
        lock (_gate)
        {
            bump();
            bump.Invoke();
        }
    }
    void GoodInvokedWhereWritten()
    {
        lock (_gate)
            ((Action)(() => _n++))();
    }
    int GoodWithParameters(int by)
    {
        Func<int, int> add = delta => _n += delta;
        lock (_gate)
            return add(by);
    }
    void GoodUnderMoreThanOne()
    {
        Action bump = () => _n++;
        lock (_gate)
            bump();
        lock (_other)
            lock (_gate)
                bump();
    }
    void BadInvokedOutside()
    {
        Action bump = () => _n++; // expect: CAP0002
        lock (_gate)
            bump();
        bump();
    }
    void BadWrongLock()
    {
        Action bump = () => _n++; // expect: CAP0002
        lock (_other)
            bump();
    }
    void BadKept()
    {
        Action bump = () => _n++; // expect: CAP0002
        lock (_gate)
            bump();
        _kept = bump;
    }
    void BadPassedOn(List<Action> all)
    {
        Action bump = () => _n++; // expect: CAP0002
        lock (_gate)
        {
            bump();
            all.Add(bump);
        }
    }
}

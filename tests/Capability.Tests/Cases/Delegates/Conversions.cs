// Methods and lambdas with contracts that become delegates, and parameters that promise to be invoked in place.

[Requires("shelf.Gate")] delegate void Sorting4620(Shelf4620 shelf);
class Shelf4620
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Books;
    [Requires(nameof(Gate))] public void Sort() => Books++;
}
class Case_4620_contracts_that_a_conversion_keeps_or_loses
{
    readonly object _gate = new();
    readonly object _other = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _plain;
    [Requires(nameof(_gate))] Action _declared;

    [Requires(nameof(_gate))] void Bump() => _n++;
    [Requires(nameof(_other))] void OtherBump() => Console.WriteLine("other");
    [Excludes(nameof(_gate))]
    void Flush()
    {
        lock (_gate)
            _n = 0;
    }
    void Free() => Console.WriteLine("needs nothing");
    [Requires("shelf.Gate")] static void Sort(Shelf4620 shelf) => shelf.Sort();

    void GoodSameContract() { _declared = Bump; }
    void GoodNeedsLess() { _declared = Free; }
    void GoodNoContract() { _plain = Free; }
    Sorting4620 GoodParameter() => Sort;
    void GoodLocalOnlyInvoked()
    {
        Action bump = Bump;
        lock (_gate)
            bump();
    }
    void GoodInPlace(List<int> items)
    {
        lock (_gate)
            items.ForEach(_ => Bump());
    }
    void GoodLambdaLocks()
    {
        _plain = () =>
        {
            lock (_gate)
                Bump();
        };
    }
    void GoodInvokedAtOnce(Shelf4620 shelf)
    {
        Action sort = shelf.Sort;
        lock (shelf.Gate)
            sort();
    }
    void BadStored() { _plain = Bump; } // expect: CAP0306
    void BadOther() { _declared = OtherBump; } // expect: CAP0306
    void BadExcluding() { _declared = Flush; } // expect: CAP0306
    Action BadReturned() { return Bump; } // expect: CAP0306
    void BadLambda() { _plain = [Requires(nameof(_gate))] () => _n++; } // expect: CAP0306
    void BadPassed(List<Action> all) { all.Add(Bump); } // expect: CAP0306
    void BadLocalWithoutTheLock(Shelf4620 shelf)
    {
        Action sort = shelf.Sort;
        sort(); // expect: CAP0011
    }
}

class Case_4621_parameters_invoked_in_place
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _kept;
    Action<int> _visitor;

    void GoodInvokes([InvokedInPlace] Action step)
    {
        step();
        step?.Invoke();
    }
    void GoodNeverInvoked([InvokedInPlace] Action step) { }
    void GoodInBranchesAndLoops([InvokedInPlace] Action<int> step, int count)
    {
        if (step == null) throw new ArgumentNullException(nameof(step));
        for (int i = 0; i < count; i++) step(i);
    }
    void GoodPassedOn([InvokedInPlace] Action<int> step, List<int> items) => items.ForEach(step);
    void GoodPassedOnToAnother([InvokedInPlace] Action step) => GoodInvokes(step);
    protected virtual void GoodVirtual([InvokedInPlace] Action step) => step();

    void GoodCallers(List<int> items)
    {
        lock (_gate)
        {
            GoodInvokes(() => _n++);
            GoodPassedOn(item => _n += item, items);
            GoodVirtual(() => _n++);
            GoodVirtual(Bump);
        }
    }
    [Requires(nameof(_gate))] void Bump() => _n++;
    void BadCaller() { GoodInvokes(() => _n++); } // expect: CAP0002
    void BadCallerOfVirtual() { GoodVirtual(Bump); } // expect: CAP0011
    void BadStored([InvokedInPlace] Action step) { _kept = step; } // expect: CAP0306
    void BadStoredGeneric([InvokedInPlace] Action<int> step) { _visitor += step; } // expect: CAP0306
    Action BadReturned([InvokedInPlace] Action step) { return step; } // expect: CAP0306
    void BadCaptured([InvokedInPlace] Action step) { _kept = () => step(); } // expect: CAP0306
}

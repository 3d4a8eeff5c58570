// Whose lock is it: two objects of one type, chains of members, locals, casts, elements.

class Account2700
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Cents;
    public Account2700 Partner;
    public Account2700 Main { get; }
    public Account2700(Account2700 main) => Main = main;

    [Requires(nameof(Gate))] public void Post(int cents) => Cents += cents;
    public bool GoodSame(Account2700 other) { lock (Gate) lock (other.Gate) return Cents == other.Cents; }
    public bool BadSame(Account2700 other)
    {
        lock (Gate)
            return Cents == other.Cents; // expect: CAP0001
    }
    public bool BadOwn(Account2700 other)
    {
        lock (other.Gate)
            return other.Cents == Cents; // expect: CAP0001
    }
}

class Case_2700_two_objects_of_one_type
{
    readonly object Gate = new();
    [GuardedBy(nameof(Gate))] int Cents;

    void GoodEach(Account2700 a, Account2700 b) { lock (a.Gate) a.Cents++; lock (b.Gate) b.Cents++; }
    void GoodBoth(Account2700 a, Account2700 b) { lock (a.Gate) lock (b.Gate) (a.Cents, b.Cents) = (b.Cents, a.Cents); }
    void GoodCall(Account2700 a) { lock (a.Gate) a.Post(3); }
    void GoodOwn() { lock (Gate) Cents++; }
    void GoodMethods(Account2700 a) { Monitor.Enter(a.Gate); try { a.Post(1); a.Cents++; } finally { Monitor.Exit(a.Gate); } }
    void GoodStaticLocal(Account2700 a) { lock (a.Gate) Add(a); static void Add(Account2700 x) => x.Cents++; }
    void BadOther(Account2700 a, Account2700 b)
    {
        lock (a.Gate)
            b.Cents++; // expect: CAP0002
    }
    void BadCallOfTheOther(Account2700 a, Account2700 b)
    {
        lock (a.Gate)
            b.Post(1); // expect: CAP0011
    }
    void BadOwnUnderTheirs(Account2700 a)
    {
        lock (a.Gate)
            Cents++; // expect: CAP0002
    }
    void BadTheirsUnderOwn(Account2700 a)
    {
        lock (Gate)
            a.Cents++; // expect: CAP0002
    }
    void BadReleaseOfTheOther(Account2700 a, Account2700 b)
    {
        Monitor.Enter(a.Gate);
        a.Cents++;
        Monitor.Exit(b.Gate); // expect: CAP0022
    }
    void BadNoLock(Account2700 a) { a.Cents++; } // expect: CAP0002
}

class Case_2701_chains
{
    readonly Account2700 _first = new(null);
    Account2700 _second = new(null);
    readonly Case_2701_chains _next;

    void GoodField() { lock (_first.Gate) _first.Cents++; }
    void GoodThisField() { lock (this._first.Gate) _first.Cents++; }
    void GoodMutableField() { lock (_second.Gate) _second.Cents++; }
    void GoodLong() { lock (_next._next._first.Gate) _next._next._first.Cents++; }
    void GoodGetOnly(Account2700 a) { lock (a.Main.Gate) a.Main.Cents++; }
    void GoodGetOnlyThroughALocal(Account2700 a) { var main = a.Main; lock (main.Gate) a.Main.Cents++; }
    void GoodPartner(Account2700 a) { lock (a.Partner.Gate) a.Partner.Cents++; }
    void GoodPartnerInALocal(Account2700 a) { var p = a.Partner; lock (p.Gate) p.Cents++; }
    int? GoodConditional(Account2700 a) { lock (a.Gate) return a?.Cents; }
    void GoodReplacedBefore(Account2700 a) { _second = a; lock (_second.Gate) _second.Cents++; }
    void GoodOtherReplaced(Account2700 a) { lock (_first.Gate) { _second = a; _first.Cents++; } }
    void BadShorter()
    {
        lock (_first.Gate)
            _next._first.Cents++; // expect: CAP0002
    }
    void BadLonger()
    {
        lock (_next._next._first.Gate)
            _next._first.Cents++; // expect: CAP0002
    }
    void BadSibling()
    {
        lock (_first.Gate)
            _second.Cents++; // expect: CAP0002
    }
    void BadPartner(Account2700 a)
    {
        lock (a.Gate)
            a.Partner.Cents++; // expect: CAP0002
    }
    void BadMain(Account2700 a)
    {
        lock (a.Main.Gate)
            a.Cents++; // expect: CAP0002
    }
    void BadReplacedField(Account2700 a)
    {
        lock (_second.Gate)
        {
            _second = a;
            _second.Cents++; // expect: CAP0002
        }
    }
    void BadReplacedPartner(Account2700 a, Account2700 b)
    {
        lock (a.Partner.Gate)
        {
            a.Partner = b;
            a.Partner.Cents++; // expect: CAP0002
        }
    }
}

class Case_2702_locals_casts_and_patterns
{
    void GoodAlias(Account2700 a) { var b = a; lock (a.Gate) b.Cents++; lock (b.Gate) a.Cents++; }
    void GoodAliasOfTheLock(Account2700 a) { var gate = a.Gate; lock (gate) a.Cents++; }
    void GoodPattern(object o) { if (o is Account2700 a) lock (a.Gate) a.Cents++; }
    void GoodCast(object o) { lock (((Account2700)o).Gate) ((Account2700)o).Cents++; }
    void GoodCastLocal(object o) { var a = (Account2700)o; lock (((Account2700)o).Gate) a.Cents++; }
    void GoodAs(object o) { var a = o as Account2700; if (a == null) return; lock (a.Gate) a.Cents++; }
    void GoodConditional(bool b, Account2700 x, Account2700 y) { var a = b ? x : y; lock (a.Gate) a.Cents++; }
    void GoodTwoDefinitions(bool b, Account2700 x, Account2700 y) { var a = x; if (b) a = y; lock (a.Gate) a.Cents++; }
    void GoodReassignedBefore(Account2700 a, Account2700 b) { a = b; lock (a.Gate) a.Cents++; }
    void GoodReassignedBetween(Account2700 a, Account2700 b) { lock (a.Gate) a.Cents++; a = b; lock (a.Gate) a.Cents++; }
    void GoodFromACall(Func<Account2700> make) { var a = make(); lock (a.Gate) a.Cents++; }
    void GoodRefLocal(Account2700 a) { ref int cents = ref a.Cents; lock (a.Gate) cents++; }
    void GoodRefToAVariable(Account2700 a) { ref Account2700 r = ref a; lock (r.Gate) a.Cents++; }
    void GoodNullForgiving(Account2700 a) { lock (a!.Gate) a!.Cents++; }
    void BadAfterReassignment(Account2700 a, Account2700 b)
    {
        lock (a.Gate)
        {
            a.Cents++;
            a = b;
            a.Cents++; // expect: CAP0002
        }
    }
    void BadAfterReassignmentByOut(Account2700 a)
    {
        lock (a.Gate)
        {
            Make(out a);
            a.Cents++; // expect: CAP0002
        }
    }
    void BadAfterASwap(Account2700 a, Account2700 b)
    {
        lock (a.Gate)
        {
            (a, b) = (b, a);
            a.Cents++; // expect: CAP0002
        }
    }
    void BadReassignedOnOnePath(bool c, Account2700 a, Account2700 b)
    {
        lock (a.Gate)
        {
            if (c) a = b;
            a.Cents++; // expect: CAP0002
        }
    }
    void BadStaleAlias(Account2700 a, Account2700 b)
    {
        var c = a;
        c = b;
        lock (a.Gate)
            c.Cents++; // expect: CAP0002
    }
    void BadConditional(bool c, Account2700 a, Account2700 b)
    {
        lock (a.Gate)
            (c ? a : b).Cents++; // expect: CAP0002
    }
    void BadPattern(object o, object p)
    {
        if (o is Account2700 a && p is Account2700 b)
            lock (a.Gate)
                b.Cents++; // expect: CAP0002
    }
    void BadTwoCalls(Func<Account2700> make)
    {
        lock (make().Gate)
            make().Cents++; // expect: CAP0002
    }
    void BadRefLocal(Account2700 a, Account2700 b)
    {
        ref int cents = ref b.Cents;
        lock (a.Gate)
            cents++; // expect: CAP0002
    }
    static void Make(out Account2700 a) => a = new(null);
}

class Case_2703_elements_and_loop_variables
{
    readonly Account2700[] _all = [new(null), new(null)];

    void GoodConstantIndex() { lock (_all[0].Gate) _all[0].Cents++; }
    void GoodIndex(int i) { lock (_all[i].Gate) _all[i].Cents++; }
    void GoodElementInALocal(int i) { var a = _all[i]; lock (a.Gate) a.Cents++; }
    void GoodForEach() { foreach (var a in _all) lock (a.Gate) a.Cents++; }
    void GoodFor() { for (int i = 0; i < _all.Length; i++) lock (_all[i].Gate) _all[i].Cents++; }
    void GoodParameter(Account2700[] all, int i) { lock (all[i].Gate) { Console.WriteLine(i); all[i].Cents++; } }
    void GoodForEachWithMonitor() { foreach (var a in _all) { Monitor.Enter(a.Gate); a.Cents++; Monitor.Exit(a.Gate); } }
    void GoodAllOfThem()
    {
        foreach (var a in _all) Monitor.Enter(a.Gate);
        foreach (var a in _all) Monitor.Exit(a.Gate);
    }
    void BadOtherIndex()
    {
        lock (_all[0].Gate)
            _all[1].Cents++; // expect: CAP0002
    }
    void BadOtherVariable(int i, int j)
    {
        lock (_all[i].Gate)
            _all[j].Cents++; // expect: CAP0002
    }
    void BadChangedIndex(int i)
    {
        lock (_all[i].Gate)
        {
            i++;
            _all[i].Cents++; // expect: CAP0002
        }
    }
    void BadReplacedElement(int i, Account2700 a)
    {
        lock (_all[i].Gate)
        {
            _all[i] = a;
            _all[i].Cents++; // expect: CAP0002
        }
    }
    void BadReplacedArray(Account2700[] all, Account2700[] others)
    {
        lock (all[0].Gate)
        {
            all = others;
            all[0].Cents++; // expect: CAP0002
        }
    }
    void BadFirstForAll(Account2700 first)
    {
        lock (first.Gate)
            foreach (var a in _all)
                a.Cents++; // expect: CAP0002
    }
}

// An object that this body created is nobody else's until it escapes; what a factory returns is not known to be new.

class Ticket2820
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Seats;
    [GuardedBy(nameof(Gate))] public readonly List<int> Rows = [];
    [GuardedBy(nameof(Gate))] public int Price { get; set; }
    public Ticket2820() { }
    public Ticket2820(int seats) => Seats = seats;
    [Requires(nameof(Gate))] public void Book() => Seats--;
    public void Print() => Console.WriteLine("ticket");
    public static Ticket2820 Create() => new(3);
    public Ticket2820 Copy() => (Ticket2820)MemberwiseClone();
}

class Case_2820_fresh_until_it_escapes
{
    readonly List<Ticket2820> _all = [];
    static Ticket2820 s_last;
    Ticket2820 _mine;
    Action _later;

    Ticket2820 GoodInitialiser() => new() { Seats = 1, Price = 2, Rows = { 1, 2 } };
    Ticket2820 GoodLocal() { var t = new Ticket2820(); t.Seats = 1; t.Rows.Add(2); t.Price++; return t; }
    void GoodTypedNew() { Ticket2820 t = new(2); t.Seats++; _all.Add(t); }
    void GoodAlias() { var t = new Ticket2820(); var u = t; u.Seats = 1; t.Seats = 2; }
    void GoodCast() { object o = new Ticket2820(); ((Ticket2820)o).Seats = 1; }
    void GoodRequires() { var t = new Ticket2820(); t.Book(); t.Seats = 1; }
    void GoodOwnMember() { var t = new Ticket2820(); t.Print(); t.Seats = 1; }
    Ticket2820 GoodBothBranches(bool b) { var t = b ? new Ticket2820(1) : new Ticket2820(2); t.Seats++; return t; }
    void GoodReassignedParameter(Ticket2820 t) { t = new Ticket2820(); t.Seats = 1; }
    void GoodInALoop(int n) { for (int i = 0; i < n; i++) { var t = new Ticket2820(); t.Seats = i; _all.Add(t); } }
    void GoodStoredLast() { var t = new Ticket2820(); t.Seats = 1; s_last = t; _mine = t; }
    void GoodLockedAfterwards() { var t = new Ticket2820(); _all.Add(t); lock (t.Gate) t.Seats = 1; }
    void GoodNullTest() { var t = new Ticket2820(); if (t != null) t.Seats = 1; }
    void GoodLockedWhileFresh() { var t = new Ticket2820(); lock (t.Gate) t.Seats = 1; t.Seats = 2; }
    Ticket2820 GoodTwo() { var a = new Ticket2820(); var b = new Ticket2820(); a.Seats = 1; b.Seats = a.Seats; _all.Add(a); b.Price = 3; return b; }

    void BadAfterAdding()
    {
        var t = new Ticket2820();
        t.Seats = 1;
        _all.Add(t);
        t.Seats = 2; // expect: CAP0002
    }
    void BadAfterStoringInStatic()
    {
        var t = new Ticket2820();
        s_last = t;
        t.Seats = 2; // expect: CAP0002
    }
    void BadAfterStoringInField()
    {
        var t = new Ticket2820();
        _mine = t;
        t.Price = 2; // expect: CAP0002
    }
    void BadAfterCapture()
    {
        var t = new Ticket2820();
        _later = () => t.Print();
        t.Seats = 2; // expect: CAP0002
    }
    void BadAfterAliasEscaped()
    {
        var t = new Ticket2820();
        var u = t;
        _all.Add(u);
        t.Seats = 2; // expect: CAP0002
    }
    void BadThroughTheField()
    {
        _mine = new Ticket2820();
        _mine.Seats = 1; // expect: CAP0002
    }
    void BadFreshOnOneBranch(bool b, Ticket2820 given)
    {
        var t = b ? new Ticket2820() : given;
        t.Seats = 1; // expect: CAP0002
    }
    void BadFreshIfNull(Ticket2820 t)
    {
        t ??= new Ticket2820();
        t.Seats = 1; // expect: CAP0002
    }
    void BadEscapedOnOnePath(bool b)
    {
        var t = new Ticket2820();
        if (b) _all.Add(t);
        t.Seats = 1; // expect: CAP0002
    }
    void BadEscapedInTheRoundBefore(int[] ids)
    {
        var t = new Ticket2820();
        foreach (int id in ids)
        {
            t.Seats += id; // expect: CAP0002
            _all.Add(t);
        }
    }
    void BadRequiresAfterEscape()
    {
        var t = new Ticket2820();
        _all.Add(t);
        t.Book(); // expect: CAP0011
    }
    void BadReadAfterEscape()
    {
        var t = new Ticket2820();
        _all.Add(t);
        Console.WriteLine(t.Seats); // expect: CAP0001
    }
    void BadReassignedToAnother(Ticket2820 given)
    {
        var t = new Ticket2820();
        t.Seats = 1;
        t = given;
        t.Seats = 2; // expect: CAP0002
    }
    void BadOtherOne(Ticket2820 given)
    {
        var t = new Ticket2820();
        t.Seats = 1;
        given.Seats = 1; // expect: CAP0002
    }
}

static class Registry2821
{
    static readonly ConcurrentBag<object> s_all = [];
    public static void Add(object o) => s_all.Add(o);
}
class Case_2821_factories_parameters_and_copies
{
    static readonly Ticket2820 s_shared = new();
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;

    Case_2821_factories_parameters_and_copies GoodClone()
    {
        var copy = (Case_2821_factories_parameters_and_copies)MemberwiseClone();
        copy._n = 0;
        return copy;
    }
    Ticket2820 GoodFactoryUnderItsLock() { var t = Ticket2820.Create(); lock (t.Gate) t.Seats = 1; return t; }
    static Case_2821_factories_parameters_and_copies GoodOwnFactory() { var x = new Case_2821_factories_parameters_and_copies(); x._n = 1; return x; }
    static void GoodNewEachTime() { new Ticket2820().Seats = 1; }
    void BadFactory()
    {
        var t = Ticket2820.Create();
        t.Seats = 1; // expect: CAP0002
    }
    void BadCopyOfAnotherType(Ticket2820 t)
    {
        var copy = t.Copy();
        copy.Seats = 1; // expect: CAP0002
    }
    void BadParameter(Ticket2820 t) { t.Seats = 1; } // expect: CAP0002
    void BadStatic() { s_shared.Seats = 1; } // expect: CAP0002
    int BadOriginalOfAClone()
    {
        var copy = (Case_2821_factories_parameters_and_copies)MemberwiseClone();
        copy._n = 1;
        return _n; // expect: CAP0001
    }
    void BadCloneThatEscaped()
    {
        var copy = (Case_2821_factories_parameters_and_copies)MemberwiseClone();
        Registry2821.Add(copy);
        copy._n = 1; // expect: CAP0002
    }
    void BadArrayElement(Ticket2820[] all) { all[0].Seats = 1; } // expect: CAP0002
}

record Plan2822
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int Steps { get; set; }
    public string Name { get; init; } = "";
}
class Case_2822_records
{
    readonly List<Plan2822> _all = [];

    Plan2822 GoodWith(Plan2822 plan) => plan with { Name = "copy", Steps = 1 };
    Plan2822 GoodWithAndThen(Plan2822 plan) { var copy = plan with { Name = "copy" }; copy.Steps++; return copy; }
    Plan2822 GoodNew() { var plan = new Plan2822 { Name = "x", Steps = 3 }; plan.Steps++; return plan; }
    void GoodLocked(Plan2822 plan) { lock (plan.Gate) plan.Steps++; }
    Plan2822 BadValue(Plan2822 plan)
    {
        return plan with
        {
            Steps = plan.Steps + 1, // expect: CAP0001
        };
    }
    void BadOriginal(Plan2822 plan)
    {
        var copy = plan with { Name = "copy" };
        copy.Steps = 1;
        plan.Steps = 2; // expect: CAP0002
    }
    void BadCopyThatEscaped(Plan2822 plan)
    {
        var copy = plan with { Name = "copy" };
        _all.Add(copy);
        copy.Steps = 1; // expect: CAP0002
    }
}

// Bodies that are not checked, whose contracts still bind their callers.

class Case_4060_members_without_analysis
{
    readonly object _gate = new();
    [GuardedBy(nameof(_gate))] int _n;
    Action _later;

    [NoCapabilityAnalysis("older than its lock")] void GoodAccess() => _n++;
    [NoCapabilityAnalysis("held until the process ends")] void GoodEnter() => Monitor.Enter(_gate);
    [NoCapabilityAnalysis, Requires(nameof(_gate))] void GoodRequires() => Monitor.Exit(_gate);
    [NoCapabilityAnalysis, Acquires(nameof(_gate))] void GoodAcquires() => Console.WriteLine("by other means");
    [NoCapabilityAnalysis, Releases(nameof(_gate))] void GoodReleases() { }
    [NoCapabilityAnalysis] void GoodLambdasInsideToo() => _later = () => _n++;
    [NoCapabilityAnalysis]
    void GoodLocalFunctionsInsideToo()
    {
        Bump();
        _later = Bump;
        void Bump() => _n++;
    }
    int GoodAccessor
    {
        [NoCapabilityAnalysis] get => _n;
        set { lock (_gate) _n = value; }
    }
    void GoodLocalFunction()
    {
        Peek();
        [NoCapabilityAnalysis] void Peek() => Console.WriteLine(_n);
    }
    void GoodLambda()
    {
        _later = [NoCapabilityAnalysis] () => _n++;
    }
    void GoodCallers()
    {
        GoodAcquires();
        _n++;
        GoodRequires();
        GoodReleases();
    }
    void BadCaller() { GoodRequires(); } // expect: CAP0011
    void BadAcquirer()
    {
        GoodAcquires(); // expect: CAP0024
        _n++;
    }
    void BadReleaser()
    {
        Monitor.Enter(_gate);
        GoodReleases();
        GoodReleases(); // expect: CAP0022
    }
    void BadEffectsAreNotInferred()
    {
        GoodEnter();
        _n++; // expect: CAP0002
    }
    int BadNeighbour
    {
        [NoCapabilityAnalysis] get => _n;
        set { _n = value; } // expect: CAP0002
    }
}

[NoCapabilityAnalysis("generated")]
class Waived4061
{
    public readonly object Gate = new();
    [GuardedBy(nameof(Gate))] public int N;
    [Requires(nameof(Gate))] public void Touch() { }
    public void GoodAccess() => N++;
    public void GoodEnter() => Monitor.Enter(Gate);
    public int GoodProperty => N;
    public Action GoodLambda() => () => N++;
}
class Case_4061_types_without_analysis
{
    readonly Waived4061 _waived = new();

    void Good()
    {
        lock (_waived.Gate)
        {
            _waived.N++;
            _waived.Touch();
        }
        _waived.GoodAccess();
    }
    void BadGuard() { _waived.N++; } // expect: CAP0002
    void BadContract() { _waived.Touch(); } // expect: CAP0011
}

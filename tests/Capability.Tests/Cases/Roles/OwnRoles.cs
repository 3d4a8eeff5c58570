// Roles of one's own: a static class that is a capability, its assertion, its query, what switches to it and what runs
// delegates under it, annotated in source.

[Capability("role")] static class Loop
{
    [AssertsCapability(typeof(Loop))] public static void Verify() { }
    public static void Post([Requires(typeof(Loop))] Action action) { }
    public static void Run([Requires(typeof(Loop))] Func<Task> action) { }
    [AssertsCapability(typeof(Loop))] public static Task SwitchTo() => Task.CompletedTask;
    [NoCapabilityAnalysis, TryAcquires(true, typeof(Loop))] public static bool TryEnter() => true;
    [NoCapabilityAnalysis, Releases(typeof(Loop))] public static void Leave() { }
}
[Capability("role")] static class Audio { }
delegate void LoopHandler(int frame);

class Case_8130_a_role_of_ones_own
{
    [GuardedBy(typeof(Loop))] int _n;
    [Requires(typeof(Loop))] void Step() => _n++;
    [Requires(typeof(Audio))] void Play() { }
    [Requires(typeof(Loop))] event Action Ticked { add { } remove { } }

    void GoodAsserted()
    {
        Loop.Verify();
        Step();
    }
    void GoodPosted()
    {
        Loop.Post(() => Step());
        Loop.Post(() => _n++);
        Loop.Run(async () => { Step(); await Task.Yield(); Step(); });
    }
    async Task GoodSwitched()
    {
        await Loop.SwitchTo();
        Step();
    }
    async Task GoodSwitchedLater()
    {
        var task = Loop.SwitchTo();
        await Task.Yield();
        await task;
        Step();
    }
    void GoodTaken()
    {
        if (Loop.TryEnter())
        {
            Step();
            Loop.Leave();
        }
    }
    [Requires(typeof(Loop))] async Task GoodKept()
    {
        Step();
        await Task.Yield();
        Step();
    }
    void BadOther()
    {
        Loop.Verify();
        Play(); // expect: CAP0011
    }
    void BadPosted() => Loop.Post(() =>
    {
        Play(); // expect: CAP0011
    });
    async Task BadNotAwaited()
    {
        var task = Loop.SwitchTo();
        Step(); // expect: CAP0011
        await task;
    }
    [Requires(typeof(Loop))] async Task BadLost()
    {
        await Task.Yield();
        await Task.Delay(1).ConfigureAwait(false);
        Step(); // expect: CAP0011
    }
    [Requires(typeof(Loop))] void BadQueued() => Task.Run(() =>
    {
        Step(); // expect: CAP0011
    });
    [Requires(typeof(Loop))] async Task GoodConfiguredTrue()
    {
        await Task.Delay(1).ConfigureAwait(true);
        Step();
    }
}

class Pump8131
{
    public readonly object Gate = new();
    public void Post([Requires(nameof(Gate))] Action action) { lock (Gate) action(); }
    public void Each(object gate, [Requires(nameof(gate))] Action<int> action) { lock (gate) action(0); }
}
class Case_8131_a_delegate_parameter_speaks_of_the_receiver_and_the_arguments
{
    readonly Pump8131 _pump = new();
    readonly Pump8131 _other = new();
    readonly object Gate = new();
    [GuardedBy("_pump.Gate")] int _n;
    [GuardedBy(nameof(Gate))] int _own;

    void Good()
    {
        _pump.Post(() => _n++);
        _pump.Each(Gate, i => _own++);
        _pump.Each(_pump.Gate, i => _n++);
    }
    void BadReceiver() => _other.Post(() =>
    {
        _n++; // expect: CAP0002
    });
    void BadOwnGate() => _pump.Post(() =>
    {
        _own++; // expect: CAP0002
    });
    void BadArgument() => _pump.Each(Gate, i =>
    {
        _n++; // expect: CAP0002
    });
}

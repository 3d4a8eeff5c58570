// What begins under a lock and goes on without it, and locks that are handed over by a flag.

class Case_9070_started_under_the_lock
{
    // The caller gives the lock back when the work waits for the first time.
    readonly object _desk = new();
    [GuardedBy(nameof(_desk))] Task<int> _work;
    Task<int> GoodLambda(Func<Task<int>> work)
    {
        lock (_desk)
        {
            if (_work == null)
            {
                Func<Task<int>> quiet = async () => { await Task.Yield(); return await work(); };
                _work = quiet();
                _work = Run(async () => { await Task.Yield(); return 1; });
            }
            return _work;
        }
    }
    async Task GoodAsserted()
    {
        Debug.Assert(Monitor.IsEntered(_desk));
        _work = null;
        await Task.Yield();
        Console.WriteLine("later");
    }
    async Task BadAfterwards()
    {
        Debug.Assert(Monitor.IsEntered(_desk));
        await Task.Yield();
        _work = null; // expect: CAP0002
    }
    [Requires(nameof(_desk))]
    async Task BadByContract()
    {
        _work = null;
        await Task.Yield(); // expect: CAP0031
    }
    async Task BadOwn()
    {
        Monitor.Enter(_desk);
        await Task.Yield(); // expect: CAP0031
        Monitor.Exit(_desk);
    }
    static Task<int> Run(Func<Task<int>> work) => work();
}

class Case_9071_the_flag_goes_to_a_helper
{
    // Who gets the flag by reference may have given the lock back.
    // check: CAP0030
    readonly object _desk = new();
    void Good()
    {
        bool taken = false;
        try { Monitor.Enter(_desk, ref taken); Console.WriteLine("in"); }
        finally { Back(_desk, ref taken); }
    }
    async Task GoodBeforeTheWait()
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_desk, ref taken);
            Console.WriteLine("in");
            Back(_desk, ref taken);
            await Task.Yield();
        }
        finally { if (taken) Back(_desk, ref taken); }
    }
    void Bad(bool loud)
    {
        bool taken = false;
        Monitor.Enter(_desk, ref taken); // expect: CAP0024
        if (loud) Console.WriteLine(taken);
    }
    static void Back(object gate, ref bool taken)
    {
        if (!taken) return;
        Monitor.Exit(gate); // expect: CAP0030
        taken = false;
    }
}

class Case_9072_a_condition_on_a_flag_by_reference
{
    // It speaks of the value that is passed.
    readonly object _desk = new();
    [GuardedBy(nameof(_desk))] int _n;
    [Releases(nameof(_desk), If = nameof(taken))]
    void Back(ref bool taken)
    {
        if (!taken) return;
        _n++;
        Monitor.Exit(_desk);
        taken = false;
    }
    [Releases(nameof(_desk), If = nameof(taken))] // expect: CAP0024
    void BadBack(ref bool taken)
    {
        taken = false;
    }
    void Good()
    {
        bool taken = false;
        try { Monitor.Enter(_desk, ref taken); _n++; }
        finally { Back(ref taken); }
    }
    void GoodStraight()
    {
        bool taken = false;
        Monitor.Enter(_desk, ref taken);
        _n++;
        Back(ref taken);
    }
    void GoodNotTaken()
    {
        bool taken = false;
        Back(ref taken);
    }
    void BadAfter()
    {
        bool taken = false;
        Monitor.Enter(_desk, ref taken);
        Back(ref taken);
        _n++; // expect: CAP0002
    }
    void BadOtherFlag()
    {
        bool taken = false, other = false;
        Monitor.Enter(_desk, ref taken); // expect: CAP0024
        Back(ref other);
    }
}

class Case_9073_every_level_at_once
{
    readonly ReaderWriterLock _page = new();
    [GuardedBy(nameof(_page))] int _n;
    int GoodUpgraded()
    {
        _page.AcquireReaderLock(100);
        try
        {
            _page.UpgradeToWriterLock(100);
            if (_n == 0)
                _n = 1;
            return _n;
        }
        finally { _page.ReleaseLock(); }
    }
    int BadTestedBefore()
    {
        _page.AcquireReaderLock(100);
        try
        {
            if (_n == 0)
            {
                _page.UpgradeToWriterLock(100);
                _n = 1; // expect: CAP0112
            }
            return _n;
        }
        finally { _page.ReleaseLock(); }
    }
    void GoodNested()
    {
        _page.AcquireWriterLock(100);
        _page.AcquireWriterLock(100);
        _n++;
        var cookie = _page.ReleaseLock();
        _page.RestoreLock(ref cookie);
        _n++;
        _page.ReleaseLock();
    }
    void BadAfter()
    {
        _page.AcquireWriterLock(100);
        _page.AcquireWriterLock(100);
        _page.ReleaseLock();
        _n++; // expect: CAP0002
    }
    void BadOneLevel()
    {
        _page.AcquireWriterLock(100); // expect: CAP0024
        _page.AcquireWriterLock(100);
        _page.ReleaseWriterLock();
    }
}

class Case_9074_a_bell_rung_by_what_is_called_under_the_lock
{
    // States that a machine runs under its lock, locks taken by a helper: nothing is declared, and nobody else calls them.
    readonly object _desk = new();
    int _rung;
    public void Good()
    {
        lock (_desk) { Rung(); new Idle(this).Leave(); }
    }
    public void BadOffered() => Monitor.PulseAll(_desk); // expect: CAP0011
    void Rung() { _rung++; Monitor.Pulse(_desk); }
    internal void GoodTaken()
    {
        Take(_desk);
        while (_rung == 0) Monitor.Wait(_desk);
        Give(_desk);
    }
    class Idle(Case_9074_a_bell_rung_by_what_is_called_under_the_lock machine)
    {
        public void Leave() => Monitor.Pulse(machine._desk);
    }
    static void Take(object gate) => Monitor.Enter(gate);
    static void Give(object gate) => Monitor.Exit(gate);
}

class Case_9075_orders_of_one_lock_under_two_names
{
    // A lock that was handed in may be the other one.
    readonly object _desk = new();
    readonly Drawer _drawer;
    public Case_9075_orders_of_one_lock_under_two_names() => _drawer = new Drawer(this, _desk);
    public void Put() { lock (_desk) _drawer.Put(); }
    void Seen() { lock (_desk) Console.WriteLine("seen"); }
    class Drawer(Case_9075_orders_of_one_lock_under_two_names owner, object gate)
    {
        readonly object _gate = gate;
        public void Put() { lock (_gate) Console.WriteLine("put"); }
        public void Clear() { lock (_gate) owner.Seen(); }
    }
}

class Case_9076_a_helper_gives_back_what_it_is_passed
{
    // check: CAP0030
    readonly object _desk = new();
    void Good()
    {
        Monitor.Enter(_desk); // expect: CAP0030
        try { Console.WriteLine("in"); }
        finally { Back(_desk); }
    }
    static void Back(object gate) => Monitor.Exit(gate); // expect: CAP0030
    void Bad()
    {
        Monitor.Enter(_desk); // expect: CAP0024
        Console.WriteLine("in");
    }
    static void Other(object gate) => Console.WriteLine(gate);
}

class Case_9072_a_state_of_three_values_tells
{
    // What failed before the wait and what failed in it differ by the state; both hold nothing.
    readonly SemaphoreSlim _seat = new(1, 1);
    [GuardedBy(nameof(_seat))] int _guests;
    async Task Good(CancellationToken token)
    {
        const byte waiting = 1, seated = 2;
        var state = default(byte);
        try
        {
            await Task.Yield();
            state = waiting;
            await _seat.WaitAsync(token).ConfigureAwait(false);
            state = seated;
            _guests++;
        }
        catch (OperationCanceledException) when (state is waiting) { }
        finally
        {
            Console.WriteLine("done");
            if (state is seated) _seat.Release();
        }
    }
    void GoodEnum(CancellationToken token)
    {
        var day = DayOfWeek.Sunday;
        try
        {
            Console.WriteLine("come");
            day = DayOfWeek.Monday;
            _seat.Wait(token);
            day = DayOfWeek.Tuesday;
            _guests++;
        }
        finally { if (day == DayOfWeek.Tuesday) _seat.Release(); }
    }
    void BadValue(CancellationToken token)
    {
        int state = 0;
        try
        {
            Console.WriteLine("come");
            state = 1;
            _seat.Wait(token);
            state = 2;
            _guests++;
        }
        finally { if (state != 0) _seat.Release(); } // expect: CAP0022
    }
}

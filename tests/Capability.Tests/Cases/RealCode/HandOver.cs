// What is held is remembered in a local that is null as long as nothing is.

class Case_9030_remembered_in_a_local
{
    void Good(bool some, object box)
    {
        object taken = null;
        try
        {
            if (some)
            {
                Monitor.Enter(box);
                taken = box;
            }
            Console.WriteLine("send");
        }
        finally { if (taken != null) Monitor.Exit(taken); }
    }
    void GoodWaits(bool some, object box)
    {
        object taken = null;
        if (some)
        {
            Monitor.Enter(box);
            taken = box;
        }
        if (taken != null)
        {
            Monitor.Wait(taken, 10);
            Monitor.Exit(taken);
        }
    }
}

class Case_9031_hand_over_hand
{
    readonly object[] _boxes = { new(), new() };
    void Good()
    {
        object last = null;
        for (int i = 0; i < _boxes.Length; i++)
        {
            var next = _boxes[i];
            Monitor.Enter(next);
            if (last != null) Monitor.Exit(last);
            last = next;
        }
        if (last != null)
        {
            Monitor.Wait(last, 10);
            Monitor.Exit(last);
        }
    }
}

class Case_9032_hand_over_hand_in_an_iterator
{
    // One acquisition, one report, under the name that the lock has here.
    // check: CAP0029
    sealed class Step
    {
        readonly object _box = new();
        public object Box() => _box;
    }
    readonly Step[] _steps = { new(), new() };
    IEnumerable<int> Bad()
    {
        object last = null;
        try
        {
            for (int i = 0; i < _steps.Length; i++)
            {
                object next = _steps[i].Box();
                Monitor.Enter(next);
                if (last != null) Monitor.Exit(last);
                last = next;
                yield return i; // expect: CAP0032
            }
        }
        finally { if (last != null) Monitor.Exit(last); }
    }
}

class Case_9033_a_permit_that_a_lambda_gives_back
{
    readonly SemaphoreSlim _gate = new(1, 1);
    readonly SemaphoreSlim _other = new(1, 1);
    readonly object _lock = new();
    [GuardedBy(nameof(_gate))] int _n;
    [GuardedBy(nameof(_other))] int _m;

    void GoodTask()
    {
        _gate.Wait();
        _n++;
        Task.Run(() =>
        {
            try { _n++; }
            finally { _gate.Release(); }
        });
    }
    async Task GoodContinuation(Task work)
    {
        await _gate.WaitAsync();
        _ = work.ContinueWith(_ => _gate.Release());
    }
    async Task GoodAsyncLambda(Func<Task> work)
    {
        await _gate.WaitAsync();
        _ = Task.Run(async () =>
        {
            await work();
            _n++;
            _gate.Release();
        });
    }
    Action GoodReturned()
    {
        _gate.Wait();
        _n++;
        return () => _gate.Release();
    }
    void GoodTried(Action<Action> start)
    {
        if (!_gate.Wait(10)) return;
        try { start(() => _gate.Release()); }
        catch
        {
            _gate.Release();
            throw;
        }
    }
    async Task GoodPassedAsState(Task work)
    {
        await _gate.WaitAsync();
        _ = work.ContinueWith(static (_, state) => ((SemaphoreSlim)state).Release(), _gate);
    }
    void GoodPassedToThePool()
    {
        _gate.Wait();
        ThreadPool.QueueUserWorkItem(state => ((SemaphoreSlim)state).Release(), _gate);
    }
    void GoodPassedTyped()
    {
        _gate.Wait();
        ThreadPool.QueueUserWorkItem(static gate => gate.Release(), _gate, preferLocal: false);
    }
    void BadPassesAnother()
    {
        _gate.Wait(); // expect: CAP0024
        ThreadPool.QueueUserWorkItem(state => ((SemaphoreSlim)state).Release(), _other);
    }
    void BadOnlyPassed()
    {
        _gate.Wait(); // expect: CAP0024
        ThreadPool.QueueUserWorkItem(state => Console.WriteLine(state), _gate);
    }
    void GoodTakenByTheLambda()
    {
        _gate.Wait();
        _n++;
        Task.Run(() =>
        {
            _gate.Wait();
            _n++;
            _gate.Release();
        });
        _gate.Release();
    }
    void BadOther()
    {
        _gate.Wait(); // expect: CAP0024
        _n++;
        Task.Run(() => _other.Release()); // expect: CAP0022
    }
    void BadAfterTheRelease()
    {
        _gate.Wait();
        Task.Run(() =>
        {
            _gate.Release();
            _n++; // expect: CAP0002
        });
    }
    void BadNotTaken() => Task.Run(() => _gate.Release()); // expect: CAP0022
    void BadTakenAndLeft()
    {
        _gate.Wait(); // expect: CAP0024
        Task.Run(() =>
        {
            _gate.Wait();
            _n++;
            _gate.Release();
        });
    }
    void BadOfAThread()
    {
        Monitor.Enter(_lock); // expect: CAP0024
        Task.Run(() => Monitor.Exit(_lock)); // expect: CAP0022
    }
    void BadGuardedByAnother()
    {
        _gate.Wait();
        Task.Run(() =>
        {
            _m++; // expect: CAP0002
            _gate.Release();
        });
    }
}

class Case_9037_handed_to_a_local_function
{
    readonly SemaphoreSlim _gate = new(1), _other = new(1);
    [GuardedBy(nameof(_gate))] int _n;
    void Good()
    {
        _gate.Wait();
        Task.Run(Later);
        void Later()
        {
            _n++;
            _gate.Release();
        }
    }
    async Task GoodAsync()
    {
        await _gate.WaitAsync();
        _n++;
        _ = Task.Run(LaterAsync);
        async Task LaterAsync()
        {
            try { await Task.Delay(1); _n++; }
            finally { _gate.Release(); }
        }
    }
    void GoodInBothPlaces(bool now)
    {
        _gate.Wait();
        if (now)
            _gate.Release();
        else
            ThreadPool.QueueUserWorkItem(Later);
        void Later(object state) { _n++; _gate.Release(); }
    }
    void GoodCalled()
    {
        _gate.Wait();
        Leave();
        void Leave() { _n++; _gate.Release(); }
    }
    void BadOther()
    {
        _gate.Wait(); // expect: CAP0024
        Task.Run(Later);
        void Later()
        {
            _n++; // expect: CAP0002
            _other.Release();
        }
    }
    void BadAfterTheRelease()
    {
        _gate.Wait();
        Task.Run(Later);
        void Later()
        {
            _gate.Release();
            _n++; // expect: CAP0002
        }
    }
}

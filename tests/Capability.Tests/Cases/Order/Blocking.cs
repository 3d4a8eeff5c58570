// Calls that wait, inside critical sections. Off by default.
// enable: CAP0045

class Case_4851_blocking_calls
{
    readonly object _gate = new(), _other = new(), _further = new();
    readonly ManualResetEventSlim _done = new();
    readonly AutoResetEvent _event = new(false);
    readonly Mutex _mutex = new();
    readonly SemaphoreSlim _slot = new(1);
    readonly BlockingCollection<int> _queue = new();
    int _n;

    void BadSleep() { lock (_gate) Thread.Sleep(10); } // expect: CAP0045
    void BadJoin(Thread thread) { lock (_gate) thread.Join(); } // expect: CAP0045
    void BadTask(Task task) { lock (_gate) task.Wait(); } // expect: CAP0045
    void BadResult(Task<int> task) { lock (_gate) _n = task.Result; } // expect: CAP0045
    void BadGetResult(Task<int> task) { lock (_gate) _n = task.GetAwaiter().GetResult(); } // expect: CAP0045
    void BadAll(Task a, Task b) { lock (_gate) Task.WaitAll(a, b); } // expect: CAP0045
    void BadEvent() { lock (_gate) _event.WaitOne(); } // expect: CAP0045
    void BadSlim() { lock (_gate) _done.Wait(100); } // expect: CAP0045
    void BadTake() { lock (_gate) _n = _queue.Take(); } // expect: CAP0045
    void BadRegistration(CancellationTokenRegistration registration) { lock (_gate) registration.Dispose(); } // expect: CAP0045
    void BadExit(Process process) { lock (_gate) process.WaitForExit(); } // expect: CAP0045
    [Requires(nameof(_gate))] void BadRequired() => Thread.Sleep(1); // expect: CAP0045
    void BadWaitUnderAnother()
    {
        lock (_other)
            lock (_gate)
                Monitor.Wait(_gate); // expect: CAP0045
    }

    void GoodWait() { lock (_gate) Monitor.Wait(_gate); }
    void GoodOutside()
    {
        lock (_gate) _n++;
        Thread.Sleep(10);
    }
    void GoodZero(Task task)
    {
        lock (_gate)
        {
            Thread.Sleep(0);
            task.Wait(0);
            _event.WaitOne(TimeSpan.Zero);
        }
    }
    void GoodFurtherLock()
    {
        lock (_gate)
        {
            _mutex.WaitOne();
            _slot.Wait();
            lock (_further) _n++;
            _slot.Release();
            _mutex.ReleaseMutex();
        }
    }
    async Task GoodAwait(Task<int> task)
    {
        var n = await task;
        lock (_gate) _n = n;
    }
    void GoodSignal() { lock (_gate) _done.Set(); }
    [Requires(typeof(UIThread))] void GoodRole() => Thread.Sleep(1);
}
